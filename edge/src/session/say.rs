//! A message comes in.

use super::transcript::Masked;
use super::{Context, Effect, Line, Phase, Session, Write};
use crate::between::ToDesk;
use core::time::Duration;
use shared::id::ClientRef;
use shared::language::Language;
use shared::policy::Staff;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
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
        if by == Party::Staff && !self.may_be_said(cx, text) {
            return Err(Refusal::HeldBack);
        }
        let warns = by == Party::Staff && !self.record.warned && is_warning(cx, text);
        let Masked { text, struck, mut pieces } = self.transcript.mask(by, now, text);
        pieces.extend(strikes.iter().filter_map(|strike| self.transcript.claimed(by, strike)));
        let alert = self.transcript.triage(by, &text).map(Box::new);
        let shown = alert.as_ref().filter(|alert| alert.is_shown());
        let danger = shown.map_or(Tier::None, |alert| alert.tier);
        let said = Body::Said { by, text, alert };
        let line = self.transcript.append(now, Some(client_ref.clone()), said, struck);
        self.publish(&line, out);
        if warns {
            self.record.warned = true;
            out.push(Effect::Write(Write::Record(self.record.clone())));
        }
        self.alarm(now, danger, out);
        for (line, remains) in self.transcript.strike(pieces) {
            let seq = line.event.seq;
            out.push(Effect::Write(Write::Line(line)));
            self.append(now, None, Body::Struck { line: seq, text: remains }, out);
        }
        self.spoke(cx.policy, now, by, out);
        Ok(())
    }

    /// Tells the desk of danger to life, once for each tier that the chat rises to (EM-GEN-B).
    fn alarm(&mut self, now: Millis, tier: Tier, out: &mut Vec<Effect>) {
        if tier < Tier::Crisis988 || tier <= self.record.alarm {
            return;
        }
        self.record.alarm = tier;
        out.push(Effect::Write(Write::Record(self.record.clone())));
        let (chat, topic) = (self.record.chat.clone(), self.record.topic.clone());
        self.calls.push(now, self.transcript.head(), ToDesk::Alarm { chat, topic, tier }, out);
    }

    /// Whether staff write no profanity, give nothing of themselves that they must not, and ask for nothing that the city does
    /// not need (EM-COM-C, EM-PRI-A, EM-PRI-B).
    fn may_be_said(&self, cx: Context<'_>, text: &Untrusted) -> bool {
        let staff = self.record.staff.as_ref().and_then(|id| cx.policy.staff(id));
        let work = staff.map(Staff::work).unwrap_or_default();
        text.holds(work, cx.policy.allowed()).is_empty()
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

/// Whether a message is the policy's warning, word for word, in whichever language (EM-COM-I-b).
fn is_warning(cx: Context<'_>, text: &Untrusted) -> bool {
    let said = text.mask(cx.policy.allowed());
    let warning = &cx.policy.desk.warning.value;
    Language::ALL.into_iter().any(|language| said.as_str().trim() == warning.in_language(language).trim())
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
