//! The log of one chat, and the masking windows of those who write in it.

use shared::id::{ClientRef, Seq};
use shared::privacy::{Allowed, MaskedText, Strike, Window};
use shared::time::Millis;
use shared::wire::v1::{Body, Event, Party, Untrusted};

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
    lines: Vec<Line>,
    resident: Author,
    staff: Author,
}

/// What one side has written, as far as masking needs it.
#[derive(Default)]
struct Author {
    window: Window,
    /// The line of the `n`-th message the window has seen.
    messages: Vec<Seq>,
}

/// A message after masking.
pub(super) struct Masked {
    pub(super) text: MaskedText,
    /// Whether the window had a part in it.
    pub(super) struck: bool,
    /// Earlier lines of the author, with what remains of each.
    pub(super) strikes: Vec<(Seq, MaskedText)>,
}

impl Transcript {
    pub(super) fn new(allowed: Allowed) -> Self {
        Self { allowed, lines: Vec::new(), resident: Author::default(), staff: Author::default() }
    }

    /// The windows are not stored: they follow from what is left of the messages.
    pub(super) fn restore(allowed: Allowed, lines: Vec<Line>) -> Self {
        let mut transcript = Self::new(allowed);
        for line in lines {
            if let Body::Said { by, text } = &line.event.body {
                let (seq, at) = (line.event.seq, line.event.at);
                let author = transcript.author(*by);
                let _ = author.look(seq, at, &Untrusted::typed(text.as_str()), allowed);
            }
            transcript.lines.push(line);
        }
        transcript
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

    /// Masks a message that is about to become the next line.
    pub(super) fn mask(&mut self, by: Party, at: Millis, text: &Untrusted) -> Masked {
        let (seq, allowed) = (self.head().next(), self.allowed);
        let alone = text.mask(allowed);
        let author = self.author(by);
        let (text, strikes) = author.look(seq, at, text, allowed);
        let messages = author.messages.clone();
        let mut struck: Vec<(Seq, MaskedText)> = Vec::new();
        for strike in strikes {
            let Some(seq) = messages.get(strike.message as usize).copied() else { continue };
            let Some(text) = self.text_of(by, seq, &struck) else { continue };
            struck.push((seq, text.struck(strike.span, strike.category)));
        }
        Masked { struck: text != alone, text, strikes: struck }
    }

    /// What remains of a line of `by`, after the strikes that are already decided.
    pub(super) fn text_of<'a>(
        &'a self,
        by: Party,
        seq: Seq,
        struck: &'a [(Seq, MaskedText)],
    ) -> Option<&'a MaskedText> {
        let decided = struck.iter().rev().find(|(line, _)| *line == seq).map(|(_, text)| text);
        decided
            .or_else(|| self.lines.iter().find(|line| line.event.seq == seq).and_then(|line| said(line, by)))
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

    /// Replaces what a line says by what remains of it.
    pub(super) fn strike(&mut self, seq: Seq, remains: &MaskedText) -> Option<Line> {
        let line = self.lines.iter_mut().find(|line| line.event.seq == seq)?;
        if let Body::Said { text, .. } = &mut line.event.body {
            *text = remains.clone();
            line.struck = true;
        }
        Some(line.clone())
    }

    fn author(&mut self, by: Party) -> &mut Author {
        match by {
            Party::Resident => &mut self.resident,
            Party::Staff => &mut self.staff,
        }
    }
}

impl Author {
    fn look(
        &mut self,
        seq: Seq,
        at: Millis,
        text: &Untrusted,
        allowed: Allowed,
    ) -> (MaskedText, Vec<Strike>) {
        let number = u32::try_from(self.messages.len()).unwrap_or(u32::MAX);
        let masking = text.mask_in(&mut self.window, at, number, allowed);
        self.messages.push(seq);
        (masking.text, masking.strikes)
    }
}

/// What `by` says in a line, if it is theirs.
fn said(line: &Line, by: Party) -> Option<&MaskedText> {
    match &line.event.body {
        Body::Said { by: author, text } if *author == by => Some(text),
        Body::Said { .. }
        | Body::Started { .. }
        | Body::Joined { .. }
        | Body::Struck { .. }
        | Body::Ended { .. } => None,
    }
}
