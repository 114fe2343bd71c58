//! The chat's day is over (EM-RET-A).

use super::{Effect, Phase, Session, Write};
use crate::between::{DayOver, Purged, Ticket};
use shared::policy::{OpenChats, Policy};
use shared::time::Millis;
use shared::wire::v1::{Body, EndReason, Ender, Party};

impl Session {
    /// Asked to go. It goes once it is over and the desk knows; what is still open is ended or carried on, as the policy says.
    /// It may be asked again at any time: what was done is not done twice.
    pub(super) fn day_over(&mut self, policy: &Policy, now: Millis, asked: DayOver, out: &mut Vec<Effect>) {
        let Ticket { day, until } = asked.next;
        if self.record.deleted_at >= until {
            // Carried before; the answer was lost.
            return out.push(Effect::Purged(Purged::Carried { day, until }));
        }
        match (self.record.phase, policy.retention.open_chats.value) {
            (Phase::Ended, _) if self.calls.due().is_none() => out.push(Effect::Shred),
            (Phase::Ended, _) => out.push(Effect::Purged(Purged::NotYet)),
            (Phase::Waiting | Phase::Active, OpenChats::End) => {
                let body = Body::Ended { by: Ender::Policy, reason: EndReason::DayOver };
                self.finish(now, None, body, out);
                out.push(Effect::Purged(Purged::NotYet));
            }
            (Phase::Waiting | Phase::Active, OpenChats::Carry) => {
                self.record.deleted_at = until;
                out.push(Effect::Write(Write::Record(self.record.clone())));
                out.push(Effect::Write(Write::Day(day.clone())));
                // Whoever is there learns when it is deleted now.
                for you in [Party::Resident, Party::Staff] {
                    self.send_to(you, &self.welcome(now, you), out);
                }
                out.push(Effect::Purged(Purged::Carried { day, until }));
            }
        }
    }
}
