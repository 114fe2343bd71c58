//! Who may end a chat for abuse, and what happens to the chat of someone who may answer none any more.

use super::{Effect, Peer, Phase, Quiet, Session, Write};
use crate::between::Verdict;
use crate::session::ConnId;
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{EndReason, Party, Role};

impl Session {
    /// A chat is ended for abuse only after the resident was warned (TE-5.9); a supervisor judges for themselves.
    pub(super) fn may_end_so(&self, conn: ConnId, by: Party, reason: EndReason) -> Result<(), Refusal> {
        let supervises = matches!(self.peers.get(conn), Some(Peer::Staff { role: Role::Supervisor, .. }));
        let abuse = by == Party::Staff && reason == EndReason::Abuse;
        if abuse && !self.record.warned && !supervises { Err(Refusal::NotWarned) } else { Ok(()) }
    }

    /// This person has no part in the chat any more (EM-PEN-C). Where it was theirs it waits again, and the clock of a silent
    /// resident stands still until somebody has written to them.
    pub(super) fn dismissed(&mut self, now: Millis, staff: &StaffId, out: &mut Vec<Effect>) {
        for conn in self.peers.of_person(staff) {
            self.close(conn, Refusal::Suspended, out);
        }
        let verdict = match self.record.phase {
            Phase::Ended => Verdict::Gone,
            Phase::Waiting | Phase::Active => Verdict::Taken,
        };
        if self.record.phase == Phase::Active && self.record.staff.as_ref() == Some(staff) {
            self.record.phase = Phase::Waiting;
            self.record.staff = None;
            out.push(Effect::Write(Write::Record(self.record.clone())));
            self.set_quiet(now, Quiet::Still, out);
        }
        out.push(Effect::Reply(verdict));
    }
}
