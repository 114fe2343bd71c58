//! A message comes in.

use super::transcript::Masked;
use super::{ConnId, Context, Effect, Line, Phase, Session, Write};
use core::time::Duration;
use shared::id::{ClientRef, Seq};
use shared::privacy::MaskedText;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Body, Down, Event as LogEvent, MAX_TEXT_CHARS, Party, Strike, Untrusted};

/// Lines that are kept free at the end of a full log, so that a chat can always be ended.
const RESERVE: u32 = 8;

impl Session {
    #[expect(clippy::too_many_arguments, reason = "the parts of one frame, and where the answer goes")]
    pub(super) fn say(
        &mut self,
        cx: Context<'_>,
        now: Millis,
        conn: ConnId,
        by: Party,
        client_ref: &ClientRef,
        text: &Untrusted,
        strikes: &[Strike],
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        if let Some(line) = self.transcript.find(client_ref) {
            let event = repeated(line, by, text, cx)?.clone();
            out.push(Effect::Send { conn, frame: Down::Event(event) });
            return Ok(());
        }
        self.may_say(cx, now, by, text)?;
        let Masked { text, struck, strikes: found } = self.transcript.mask(by, now, text);
        let line = self.transcript.append(now, Some(client_ref.clone()), Body::Said { by, text }, struck);
        self.publish(&line, out);
        let claimed = self.claimed(by, strikes, &found);
        for (seq, remains) in found.into_iter().chain(claimed) {
            if let Some(line) = self.transcript.strike(seq, &remains) {
                out.push(Effect::Write(Write::Line(line)));
                self.append(now, None, Body::Struck { line: seq, text: remains }, out);
            }
        }
        Ok(())
    }

    fn may_say(&self, cx: Context<'_>, now: Millis, by: Party, text: &Untrusted) -> Result<(), Refusal> {
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
        if self.transcript.head().0 + RESERVE >= cx.policy.chat.most_events.value {
            return Err(Refusal::ChatFull);
        }
        Ok(())
    }

    /// The pieces that the author's own client says have to go. They can only be taken out of the author's own lines.
    fn claimed(&self, by: Party, strikes: &[Strike], found: &[(Seq, MaskedText)]) -> Vec<(Seq, MaskedText)> {
        let mut decided = found.to_vec();
        for strike in strikes {
            let Some(seq) = self.transcript.find(&strike.of).map(|line| line.event.seq) else { continue };
            let Some(text) = self.transcript.text_of(by, seq, &decided) else { continue };
            let remains = text.struck(strike.from as usize..strike.to as usize, strike.category);
            if remains != *text {
                decided.push((seq, remains));
            }
        }
        decided.split_off(found.len())
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
        Body::Said { by: author, text: stored }
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
