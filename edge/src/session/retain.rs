//! A chat is marked for retention (EM-RET-B-a): from then on it lies under the key of its case and the purge passes it by.

use super::{Effect, Phase, Session, Write};
use crate::between::{Mark, Purged};
use crate::identity::{Act, Actor, authorize};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Down, Party, RetentionReason, Role};

impl Session {
    /// Whether this mark can be made; asked before the key of a case is made for it.
    pub fn may_be_marked(&self, policy: &Policy, mark: &Mark) -> Result<(), Refusal> {
        let assigned = self.record.staff.as_ref() == Some(&mark.staff);
        authorize(Actor::Staff { role: mark.role, assigned }, Act::Retain, self.state())?;
        let listed = policy.retention.holds.reasons.value.contains(&mark.reason);
        // Conduct is for those to report who were there or direct them.
        let theirs = mark.role != Role::RecordsOfficer || mark.reason == RetentionReason::RecordsRequest;
        if listed && theirs { Ok(()) } else { Err(Refusal::NotPermitted) }
    }

    /// Marks the chat, running or over. The exemption and the new wrapping of its key are one transaction; a second mark
    /// changes nothing.
    pub(super) fn mark(&mut self, policy: &Policy, mark: &Mark, out: &mut Vec<Effect>) {
        let may = self.may_be_marked(policy, mark);
        if may.is_ok() && self.record.retained.is_none() {
            self.record.retained = Some(mark.reason);
            out.push(Effect::Write(Write::Record(self.record.clone())));
            out.push(Effect::Write(Write::Case));
            // The resident is told too: what they were promised holds no longer.
            for party in [Party::Resident, Party::Staff] {
                self.send_to(party, &Down::Retained { reason: mark.reason }, out);
            }
        }
        out.push(Effect::Marked(may));
    }

    /// The case needs the chat no longer. It goes once it is over and the desk knows; one that is still running goes on as
    /// long as its day does, and is ended then.
    pub(super) fn release(&mut self, now: Millis, out: &mut Vec<Effect>) {
        match self.record.phase {
            // It never was kept: the mark did not arrive, and the purge sees to it.
            _ if self.record.retained.is_none() => out.push(Effect::Purged(Purged::Gone)),
            Phase::Ended if self.calls.due().is_none() => out.push(Effect::Shred),
            Phase::Waiting | Phase::Active if self.record.deleted_at <= now => {
                self.end_with_the_day(now, out);
                out.push(Effect::Purged(Purged::NotYet));
            }
            Phase::Waiting | Phase::Active | Phase::Ended => out.push(Effect::Purged(Purged::NotYet)),
        }
    }
}
