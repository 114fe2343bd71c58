//! Whose the chat is: nobody's yet, someone's, someone else's.

use super::{Effect, Phase, Quiet, Session, Write};
use crate::between::Verdict;
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Body, Down, Party, Place, StaffCard};

impl Session {
    /// The desk says who has accepted the chat. One that comes from someone else is theirs from here on: the resident is told who
    /// answers now, then the other's part is over (EM-DEF-7, TE-5.6).
    pub(super) fn assigned(
        &mut self,
        now: Millis,
        staff: StaffId,
        card: StaffCard,
        hop: u32,
        out: &mut Vec<Effect>,
    ) {
        let record = &self.record;
        let verdict = match record.phase {
            Phase::Active if record.hop == hop && record.staff.as_ref() == Some(&staff) => Verdict::Taken,
            // A late call that names who had it before says nothing against a dismissal since then.
            Phase::Waiting if hop > record.hop || record.hop == 0 => {
                self.hand_to(now, staff, card, hop, out);
                Verdict::Taken
            }
            Phase::Active if hop > record.hop => {
                self.hand_to(now, staff, card, hop, out);
                for conn in self.peers.turned_away(self.record.staff.as_ref()) {
                    self.close(conn, Refusal::NotPermitted, out);
                }
                Verdict::Taken
            }
            Phase::Waiting | Phase::Active | Phase::Ended => Verdict::Gone,
        };
        out.push(Effect::Reply(verdict));
    }

    fn hand_to(&mut self, now: Millis, staff: StaffId, card: StaffCard, hop: u32, out: &mut Vec<Effect>) {
        self.record.phase = Phase::Active;
        self.record.staff = Some(staff);
        self.record.hop = hop;
        self.place = None;
        out.push(Effect::Write(Write::Record(self.record.clone())));
        // Whoever comes writes first: until then the resident waits, and is not the silent one (EM-COM-F).
        self.set_quiet(now, Quiet::Still, out);
        self.append(now, None, Body::Joined { staff: card }, out);
    }

    /// The desk says how the line stands; the resident is told (PI-AUTO).
    pub(super) fn placed(&mut self, place: Place, out: &mut Vec<Effect>) {
        if self.record.phase == Phase::Waiting {
            self.place = Some(place);
            self.send_to(Party::Resident, &Down::Place(place), out);
        }
    }
}
