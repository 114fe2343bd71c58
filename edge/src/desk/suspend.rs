//! Someone may not come in any more: their sign-in and connections end at once, and their chats go to others (EM-PEN-C).

use super::{Desk, Effect, Seat, Write};
use crate::between::ToChat;
use crate::session::ConnId;
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{DeskDown, MAX_NOTE_CHARS, Presence, Suspension};

impl Desk {
    /// Whether someone with a sign-in of this moment may come in.
    pub fn admits(&self, staff: &StaffId, signed_in: Millis, now: Millis) -> Result<(), Refusal> {
        let Some(member) = self.staff.member(staff) else { return Ok(()) };
        let lasts = |suspension: &Suspension| suspension.until.is_none_or(|until| now < until);
        if member.suspended.as_ref().is_some_and(lasts) {
            Err(Refusal::Suspended)
        } else if signed_in <= member.void_before {
            Err(Refusal::NotSignedIn)
        } else {
            Ok(())
        }
    }

    /// A console comes. The door was asked before; since then someone may have been suspended.
    pub(super) fn connected(&mut self, now: Millis, conn: ConnId, seat: Seat, out: &mut Vec<Effect>) {
        let admitted = self.admits(&seat.id, now, now);
        self.staff.connect(conn, seat);
        if let Err(why) = admitted {
            self.refuse(conn, why, out);
        }
    }

    /// Suspends someone, for a time or until they are let in again. Nobody suspends themselves: the last one could let nobody
    /// in again.
    pub(super) fn suspend(
        &mut self,
        now: Millis,
        seat: &Seat,
        (staff, until, reason): (&StaffId, Option<Millis>, &str),
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if reason.chars().count() > MAX_NOTE_CHARS {
            return Err(Refusal::TextTooLong);
        }
        if *staff == seat.id || until.is_some_and(|until| until <= now) {
            return Err(Refusal::NotPermitted);
        }
        let name = self.staff.name_of(staff).unwrap_or_default().to_owned();
        let member = self.staff.member_mut(staff, now);
        member.presence = Presence::Offline;
        member.set_offline = false;
        member.void_before = now;
        let (staff, by, reason) = (staff.clone(), seat.id.clone(), reason.to_owned());
        member.suspended = Some(Suspension { staff: staff.clone(), name, until, reason, by, at: now });
        out.push(Effect::Write(Write::Member(member.clone())));
        self.withdraw(&staff, out);
        for conn in self.staff.consoles_of(&staff) {
            out.push(Effect::Send { conn, frame: DeskDown::Refused { code: Refusal::Suspended } });
            out.push(Effect::Close { conn, why: Refusal::Suspended });
            self.staff.disconnect(conn);
        }
        self.dismiss(now, &staff, out);
        Ok(())
    }

    /// Ends someone's part in every chat: their own wait again, those they read along in lose a reader.
    fn dismiss(&mut self, now: Millis, staff: &StaffId, out: &mut Vec<Effect>) {
        for held in self.line.held_mut() {
            if held.staff == *staff {
                (held.dismissing, held.confirmed) = (true, false);
                (held.due, held.tries) = (now, 0);
                held.transfer = None;
                out.push(Effect::Write(Write::Held(held.clone())));
            } else if held.read_by.iter().any(|reader| reader.by == *staff) {
                let message = ToChat::Dismiss { staff: staff.clone() };
                out.push(Effect::Call { chat: held.chat.clone(), message });
            }
        }
    }

    /// Lets someone in again; they sign in anew.
    pub(super) fn readmit(&mut self, now: Millis, staff: &StaffId, out: &mut Vec<Effect>) {
        let member = self.staff.member_mut(staff, now);
        if member.suspended.take().is_some() {
            out.push(Effect::Write(Write::Member(member.clone())));
        }
    }

    /// Who is suspended, the latest first.
    pub(super) fn suspensions(&self, most: usize) -> Vec<Suspension> {
        let mut all: Vec<_> = self.staff.members().filter_map(|member| member.suspended.clone()).collect();
        all.sort_by_key(|suspension| core::cmp::Reverse(suspension.at));
        all.truncate(most);
        all
    }
}
