//! Who is offered what.

use super::{Desk, Effect, Entry, Pending, Seat, Write};
use shared::id::StaffId;
use shared::language::Language;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::Priority;
use std::collections::{BTreeMap, BTreeSet};

/// Someone who can be offered a chat now.
pub(super) struct Free {
    pub(super) seat: Seat,
}

impl Desk {
    /// Offers every chat that waits, in order, as far as there are people for it.
    ///
    /// A chat whose language or topic nobody speaks who is free holds up nobody behind it. It waits for those who speak its
    /// language as long as some are there (EM-COM-H), and after the policy's patience goes to anyone, so that it never starves;
    /// in danger it goes to anyone at once.
    pub(super) fn dispatch(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        if self.line.waiting().iter().all(|entry| entry.offer.is_some()) {
            return;
        }
        let mut free = self.free(policy, now);
        if free.is_empty() {
            return;
        }
        let spoken: BTreeSet<Language> = self
            .staff
            .ready(policy, now)
            .into_iter()
            .flat_map(|(_, seat)| seat.languages.iter().copied())
            .collect();
        for entry in self.line.waiting_mut().iter_mut().filter(|entry| entry.offer.is_none()) {
            if free.is_empty() {
                return;
            }
            let any = !spoken.contains(&entry.language)
                || entry.priority == Priority::Emergency
                || now.since(entry.since) >= policy.hold();
            let may = |one: &Free| one.seat.takes(&entry.topic) && (any || one.seat.speaks(entry.language));
            let Some(place) = next(&free, entry, may) else { continue };
            let to = free.remove(place).seat.id;
            if entry.asked.contains(&to) {
                // Everyone has been asked: another round begins.
                entry.asked.clear();
            }
            entry.offer = Some(Pending { to, until: now.after(policy.offer()) });
            out.push(Effect::Write(Write::Waiting(entry.clone())));
        }
    }

    /// Those who can be offered a chat now, longest idle first.
    pub(super) fn free(&self, policy: &Policy, now: Millis) -> Vec<Free> {
        let mut load: BTreeMap<&StaffId, usize> = BTreeMap::new();
        let mut offered = BTreeSet::new();
        for held in self.line.held() {
            *load.entry(&held.staff).or_default() += 1;
            offered.extend(held.transfer.as_ref().and_then(|transfer| transfer.offered_to()));
        }
        offered.extend(self.line.waiting().iter().filter_map(Entry::offered_to));
        let ready = self.staff.ready(policy, now).into_iter().filter(|(member, _)| {
            let taken = load.get(&member.id).copied().unwrap_or(0);
            !offered.contains(&member.id) && taken < usize::from(member.seats(policy))
        });
        ready.map(|(_, seat)| Free { seat: seat.clone() }).collect()
    }
}

/// Who of `free` is asked next: one who speaks the language before others, one who has not been asked before all.
fn next(free: &[Free], entry: &Entry, may: impl Fn(&Free) -> bool) -> Option<usize> {
    let rank = |one: &Free| (entry.asked.contains(&one.seat.id), !one.seat.speaks(entry.language));
    let fit = free.iter().enumerate().filter(|(_, one)| may(one));
    fit.min_by_key(|(_, one)| rank(one)).map(|(place, _)| place)
}
