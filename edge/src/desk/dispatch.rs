//! Who is offered what.

use super::{Desk, Effect, Pending, Write};
use shared::id::StaffId;
use shared::policy::Policy;
use shared::time::Millis;

impl Desk {
    /// Offers every chat that waits, in order, as far as there are people for it.
    pub(super) fn dispatch(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        let mut free = self.free(policy, now);
        for entry in self.line.waiting_mut().iter_mut().filter(|entry| entry.offer.is_none()) {
            if free.is_empty() {
                return;
            }
            let place = free.iter().position(|id| !entry.asked.contains(id)).unwrap_or_else(|| {
                // Everyone has been asked: another round begins.
                entry.asked.clear();
                0
            });
            entry.offer = Some(Pending { to: free.remove(place), until: now.after(policy.offer()) });
            out.push(Effect::Write(Write::Waiting(entry.clone())));
        }
    }

    /// Those who can be offered a chat now, longest idle first.
    fn free(&self, policy: &Policy, now: Millis) -> Vec<StaffId> {
        let ready = self.staff.ready(policy, now).into_iter().map(|member| &member.id);
        let has_room = |id: &&StaffId| {
            let offered = self.line.waiting().iter().any(|entry| entry.offered_to() == Some(*id));
            !offered && self.line.held_by(id).count() < usize::from(policy.desk.first_seats.value)
        };
        ready.filter(has_room).cloned().collect()
    }
}
