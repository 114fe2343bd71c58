//! The log of one chat, and masking by it.

use core::ops::Range;
use shared::id::{ClientRef, Seq};
use shared::policy::Policy;
use shared::privacy::{Allowed, Category, MaskedText, Window};
use shared::time::Millis;
use shared::triage::{Extra, Thread, Tier};
use shared::wire::v1::{Alert, Body, Event, Party, REACH, Strike, Untrusted};

/// One line of the log, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub event: Event,
    /// Whether the text differs from what its own message alone would have given: pieces were taken out because of other
    /// messages. Such a line cannot be compared with a repetition of the message.
    pub struck: bool,
}

pub(super) struct Transcript {
    allowed: Allowed,
    /// The city's own words for triage.
    extra: Extra,
    lines: Vec<Line>,
}

/// A piece of an earlier line that has to go.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) line: Seq,
    /// Bytes of the line as it stands.
    pub(super) span: Range<usize>,
    pub(super) category: Category,
}

/// A message after masking.
pub(super) struct Masked {
    pub(super) text: MaskedText,
    /// Whether the author's earlier messages had a part in it.
    pub(super) struck: bool,
    pub(super) pieces: Vec<Piece>,
}

impl Transcript {
    pub(super) fn new(policy: &Policy, lines: Vec<Line>) -> Self {
        Self { allowed: policy.allowed(), extra: policy.extra(), lines }
    }

    pub(super) fn head(&self) -> Seq {
        self.lines.last().map_or(Seq::ZERO, |line| line.event.seq)
    }

    pub(super) fn after(&self, last: Seq) -> impl Iterator<Item = &Event> {
        self.lines.iter().map(|line| &line.event).filter(move |event| event.seq > last)
    }

    /// What still stands: struck pieces are struck in their lines, so the strikes themselves say nothing new.
    pub(super) fn standing(&self) -> impl Iterator<Item = &Event> {
        let events = self.lines.iter().map(|line| &line.event);
        events.filter(|event| !matches!(event.body, Body::Struck { .. }))
    }

    pub(super) fn find(&self, client_ref: &ClientRef) -> Option<&Line> {
        self.lines.iter().rev().find(|line| line.event.client_ref.as_ref() == Some(client_ref))
    }

    /// How many messages `by` has sent since `since`.
    pub(super) fn said_since(&self, by: Party, since: Millis) -> usize {
        let recent = self.lines.iter().rev().take_while(|line| line.event.at >= since);
        recent.filter(|line| matches!(line.event.body, Body::Said { by: author, .. } if author == by)).count()
    }

    /// Masks a message that is about to become the next line. The window is made anew from what is left of the author's last
    /// messages, so that it is the same after a restart, and its places are places in the lines as they stand.
    pub(super) fn mask(&self, by: Party, at: Millis, text: &Untrusted) -> Masked {
        let mut recent: Vec<_> = self.recent(by).collect();
        recent.reverse();
        let mut window = Window::default();
        for (number, (event, said)) in (0..).zip(&recent) {
            let _ = Untrusted::typed(said.as_str()).mask_in(&mut window, event.at, number, self.allowed);
        }
        let number = u32::try_from(recent.len()).unwrap_or(u32::MAX);
        let masking = text.mask_in(&mut window, at, number, self.allowed);
        let pieces = masking.strikes.into_iter().filter_map(|strike| {
            let (event, _) = recent.get(strike.message as usize)?;
            Some(Piece { line: event.seq, span: strike.span, category: strike.category })
        });
        Masked {
            struck: masking.text != text.mask(self.allowed),
            pieces: pieces.collect(),
            text: masking.text,
        }
    }

    /// What a message of `by` that is about to become the next line calls for, in the light of that side's last messages
    /// (EM-GEN-B). Looked at is what was masked: nothing else is there after a restart, and no digit is telling.
    pub(super) fn triage(&self, by: Party, text: &MaskedText) -> Option<Alert> {
        if by != Party::Resident {
            return None;
        }
        let mut recent: Vec<_> = self.recent(by).map(|(_, said)| said.as_str()).collect();
        recent.reverse();
        let tier = self.alert().map_or(Tier::None, |alert| alert.tier);
        Alert::of(Thread::resume(tier, recent.into_iter()).triage(text.as_str(), &self.extra))
    }

    /// What the chat calls for as it stands.
    fn alert(&self) -> Option<&Alert> {
        let last = self.lines.iter().rev().find_map(|line| match &line.event.body {
            Body::Said { by: Party::Resident, alert, .. } => Some(alert.as_deref()),
            Body::Said { .. }
            | Body::Started { .. }
            | Body::Joined { .. }
            | Body::Struck { .. }
            | Body::Ended { .. } => None,
        });
        last.flatten()
    }

    /// The last messages of one side, latest first.
    fn recent(&self, by: Party) -> impl Iterator<Item = (&Event, &MaskedText)> {
        let said = self.lines.iter().rev().filter_map(move |line| match &line.event.body {
            Body::Said { by: author, text, .. } if *author == by => Some((&line.event, text)),
            Body::Said { .. }
            | Body::Started { .. }
            | Body::Joined { .. }
            | Body::Struck { .. }
            | Body::Ended { .. } => None,
        });
        said.take(REACH)
    }

    /// A piece that the author's own client says has to go. It can only be one of the author's own last messages.
    pub(super) fn claimed(&self, by: Party, strike: &Strike) -> Option<Piece> {
        let (event, _) = self.recent(by).find(|(event, _)| event.client_ref.as_ref() == Some(&strike.of))?;
        let span = strike.from as usize..strike.to as usize;
        Some(Piece { line: event.seq, span, category: strike.category })
    }

    /// Takes pieces out of their lines, all of one line at once, since their places are those before any is gone.
    /// Answers the lines that are others now, with what remains of each.
    pub(super) fn strike(&mut self, mut pieces: Vec<Piece>) -> Vec<(Line, MaskedText)> {
        pieces.sort_by_key(|piece| (piece.line, piece.span.start));
        let mut struck = Vec::new();
        for of_one in pieces.chunk_by(|one, other| one.line == other.line) {
            let Some(line) = of_one
                .first()
                .and_then(|piece| self.lines.iter_mut().find(|line| line.event.seq == piece.line))
            else {
                continue;
            };
            let Body::Said { text, .. } = &mut line.event.body else { continue };
            let remains = without(text, of_one);
            if remains != *text {
                *text = remains.clone();
                line.struck = true;
                struck.push((line.clone(), remains));
            }
        }
        struck
    }

    /// Adds the next line.
    pub(super) fn append(
        &mut self,
        at: Millis,
        client_ref: Option<ClientRef>,
        body: Body,
        struck: bool,
    ) -> Line {
        let line = Line { event: Event { seq: self.head().next(), at, client_ref, body }, struck };
        self.lines.push(line.clone());
        line
    }
}

/// What remains of `text` without `pieces`, which are in order. What overlaps is one piece; what is no piece is left.
fn without(text: &MaskedText, pieces: &[Piece]) -> MaskedText {
    let is_piece =
        |piece: &&Piece| text.as_str().get(piece.span.clone()).is_some_and(|piece| !piece.is_empty());
    let mut apart: Vec<(Range<usize>, Category)> = Vec::new();
    for Piece { span, category, .. } in pieces.iter().filter(is_piece) {
        match apart.last_mut() {
            Some((last, _)) if span.start < last.end => last.end = last.end.max(span.end),
            Some(_) | None => apart.push((span.clone(), *category)),
        }
    }
    // From the end, so that the places of those before stay true.
    apart.into_iter().rfold(text.clone(), |text, (span, category)| text.struck(span, category))
}
