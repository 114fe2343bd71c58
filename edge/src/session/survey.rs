//! The resident answers the two questions after the chat (CS-D-1). The desk counts the answers; the chat keeps only that there
//! were some, so that they count once.

use super::{Context, Effect, Phase, Session, Write};
use crate::between::ToDesk;
use crate::identity::ResidentToken;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::Answers;

impl Session {
    /// Hands the answers to the desk. Given again, from another tab or because the first reply was lost, they change nothing.
    pub(super) fn survey(&mut self, cx: Context<'_>, now: Millis, given: &Answers, out: &mut Vec<Effect>) {
        let may = self.may_answer(cx, now, given);
        let says = given.satisfied.is_some() || given.solved.is_some();
        if may.is_ok() && says && !self.record.surveyed {
            self.record.surveyed = true;
            out.push(Effect::Write(Write::Record(self.record.clone())));
            let chat = self.record.chat.clone();
            let rated = ToDesk::Rated { chat, satisfied: given.satisfied, solved: given.solved };
            // Nothing is added to an ended log, so the number after its last event is free.
            self.calls.push(now, self.transcript.head().next(), rated, out);
        }
        out.push(Effect::Surveyed(may));
    }

    /// The resident whose chat it is, once it is over, if anyone had it.
    fn may_answer(&self, cx: Context<'_>, now: Millis, given: &Answers) -> Result<(), Refusal> {
        ResidentToken::check(&given.token, cx.tokens, &cx.policy.city.id, &self.record.chat, now)?;
        match (self.record.phase, &self.record.staff) {
            (Phase::Ended, Some(_)) => Ok(()),
            (Phase::Ended, None) | (Phase::Waiting | Phase::Active, _) => Err(Refusal::NotPermitted),
        }
    }
}
