//! A message comes in.

use super::transcript::Masked;
use super::{Context, Effect, Line, Phase, Session, Write};
use core::time::Duration;
use shared::id::ClientRef;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Body, Event as LogEvent, MAX_TEXT_CHARS, Party, Strike, Untrusted};

/// Lines that are kept free at the end of a full log, so that a chat can always be ended.
const RESERVE: u32 = 8;

impl Session {
    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one frame, whose it is, and where the answer goes"
    )]
    pub(super) fn say(
        &mut self,
        cx: Context<'_>,
        now: Millis,
        by: Party,
        client_ref: &ClientRef,
        text: &Untrusted,
        strikes: &[Strike],
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        if let Some(line) = self.transcript.find(client_ref) {
            let event = repeated(line, by, text, cx)?.clone();
            // To all: whoever missed it the first time gets it now, and the others have it already.
            self.send_to_all(&event, out);
            return Ok(());
        }
        self.may_say(cx, now, by, text, strikes.len())?;
        let Masked { text, struck, mut pieces } = self.transcript.mask(by, now, text);
        pieces.extend(strikes.iter().filter_map(|strike| self.transcript.claimed(by, strike)));
        let alert = self.transcript.triage(by, &text).map(Box::new);
        let said = Body::Said { by, text, alert };
        let line = self.transcript.append(now, Some(client_ref.clone()), said, struck);
        self.publish(&line, out);
        for (line, remains) in self.transcript.strike(pieces) {
            let seq = line.event.seq;
            out.push(Effect::Write(Write::Line(line)));
            self.append(now, None, Body::Struck { line: seq, text: remains }, out);
        }
        Ok(())
    }

    fn may_say(
        &self,
        cx: Context<'_>,
        now: Millis,
        by: Party,
        text: &Untrusted,
        strikes: usize,
    ) -> Result<(), Refusal> {
        if self.record.phase == Phase::Ended {
            return Err(Refusal::ChatEnded);
        }
        if text.is_blank() {
            return Err(Refusal::EmptyText);
        }
        if text.chars() > MAX_TEXT_CHARS {
            return Err(Refusal::TextTooLong);
        }
        let limits =
            [(10, &cx.policy.chat.messages_in_ten_seconds), (60, &cx.policy.chat.messages_in_a_minute)];
        for (seconds, most) in limits {
            let window = i64::try_from(Duration::from_secs(seconds).as_millis()).unwrap_or(i64::MAX);
            let since = Millis(now.0.saturating_sub(window).saturating_add(1));
            if self.transcript.said_since(by, since) >= most.value as usize {
                return Err(Refusal::TooFast);
            }
        }
        let needed = u32::try_from(strikes).unwrap_or(u32::MAX).saturating_add(RESERVE);
        if self.transcript.head().0.saturating_add(needed) >= cx.policy.chat.most_events.value {
            return Err(Refusal::ChatFull);
        }
        Ok(())
    }
}

/// The event that a repeated frame already became.
fn repeated<'a>(
    line: &'a Line,
    by: Party,
    text: &Untrusted,
    cx: Context<'_>,
) -> Result<&'a LogEvent, Refusal> {
    match &line.event.body {
        Body::Said { by: author, text: stored, .. }
            if *author == by && (line.struck || *stored == text.mask(cx.policy.allowed())) =>
        {
            Ok(&line.event)
        }
        Body::Said { .. }
        | Body::Started { .. }
        | Body::Joined { .. }
        | Body::Struck { .. }
        | Body::Ended { .. } => Err(Refusal::ReusedReference),
    }
}
