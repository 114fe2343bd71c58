//! A desk's object: what it wrote, in memory, and what its sockets carry.

use crate::stage::policy;
use edge::desk::{Answer, Danger, Desk, Effect, Entry, Event, Gone, Held, Member, Pace, Seat, Stored, Write};
use edge::session::ConnId;
use shared::calendar::Doors;
use shared::id::{SessionId, StaffId};
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Access, DoorsEdit, Presence};
use std::collections::BTreeMap;

#[derive(Default)]
pub struct DeskObject {
    pub desk: Desk,
    pub waiting: BTreeMap<SessionId, Entry>,
    pub held: BTreeMap<SessionId, Held>,
    pub gone: BTreeMap<SessionId, Gone>,
    pub members: BTreeMap<StaffId, Member>,
    pub sockets: BTreeMap<ConnId, Seat>,
    pub pace: Pace,
    pub accesses: Vec<Access>,
    pub dangers: BTreeMap<SessionId, Danger>,
    /// How the doors stood after each change, and what it was.
    pub doors: Vec<(Doors, DoorsEdit)>,
    /// How many chats called for what.
    pub danger_counts: BTreeMap<Tier, u32>,
    /// How many residents answered what.
    pub answers: BTreeMap<Answer, u32>,
    /// How many chats of each topic had each outcome.
    pub outcomes: BTreeMap<(String, String), u32>,
}

impl DeskObject {
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        self.note(&event);
        let effects = self.desk.handle(policy(), now, event);
        self.commit(&effects);
        sent(&self.desk, now, effects)
    }

    pub fn note(&mut self, event: &Event) {
        match event {
            Event::Connected { conn, seat } => drop(self.sockets.insert(*conn, seat.clone())),
            Event::Disconnected { conn } => drop(self.sockets.remove(conn)),
            Event::Frame { .. } | Event::Called(_) | Event::Answered { .. } | Event::Timeout => {}
        }
    }

    pub fn commit(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Write(write) => self.write(write),
                Effect::Remember { conn, seat } => {
                    if let Some(slot) = self.sockets.get_mut(conn) {
                        *slot = seat.clone();
                    }
                }
                Effect::Close { conn, .. } => drop(self.sockets.remove(conn)),
                Effect::Show { .. } | Effect::Send { .. } | Effect::Call { .. } => {}
            }
        }
    }

    /// As `shell::desk` writes it.
    fn write(&mut self, write: &Write) {
        match write {
            Write::Waiting(entry) => {
                self.held.remove(&entry.chat);
                self.waiting.insert(entry.chat.clone(), entry.clone());
            }
            Write::Held(held) => {
                self.waiting.remove(&held.chat);
                self.held.insert(held.chat.clone(), stored(held));
            }
            Write::Left(gone) => {
                self.waiting.remove(&gone.chat);
                self.held.remove(&gone.chat);
                self.gone.retain(|_, earlier| earlier.at >= gone.forgets());
                self.gone.insert(gone.chat.clone(), gone.clone());
            }
            Write::Member(member) => drop(self.members.insert(member.id.clone(), member.clone())),
            Write::Pace(pace) => self.pace = pace.clone(),
            Write::Danger(danger) => {
                self.dangers.retain(|_, earlier| earlier.at >= danger.forgets());
                self.dangers.insert(danger.chat.clone(), danger.clone());
            }
            Write::CountDanger(tier) => *self.danger_counts.entry(*tier).or_default() += 1,
            Write::Doors { doors, edit } => self.doors.push((doors.clone(), (**edit).clone())),
            Write::Access(access) => self.accesses.push(access.clone()),
            Write::CountAnswer(answer) => *self.answers.entry(*answer).or_default() += 1,
            Write::Count { topic, outcome } => {
                let counted = (topic.as_str().to_owned(), outcome.as_str().to_owned());
                *self.outcomes.entry(counted).or_default() += 1;
            }
        }
    }

    pub fn restored(&self) -> Desk {
        let stored = Stored {
            waiting: self.waiting.values().cloned().collect(),
            held: self.held.values().cloned().collect(),
            gone: self.gone.values().cloned().collect(),
            members: self.members.values().cloned().collect(),
            pace: self.pace.clone(),
            dangers: self.dangers.values().cloned().collect(),
            doors: self.doors.last().map(|(doors, _)| doors.clone()).unwrap_or_default(),
        };
        Desk::restore(stored, self.sockets.iter().map(|(conn, seat)| (*conn, seat.clone())).collect())
    }

    pub fn sleep(&mut self) {
        self.desk = self.restored();
    }

    pub fn kill(&mut self) {
        self.sockets.clear();
        self.sleep();
    }

    /// The transfer that is offered to this person.
    pub fn asked(&self, staff: &StaffId) -> Option<&Held> {
        self.held.values().find(|held| {
            let transfer = held.transfer.as_ref().filter(|transfer| transfer.back.is_none());
            transfer.and_then(|transfer| transfer.offer.as_ref()).is_some_and(|offer| offer.to == *staff)
        })
    }

    pub fn offered_to(&self, staff: &StaffId) -> Option<&Entry> {
        self.waiting.values().find(|entry| entry.offer.as_ref().is_some_and(|offer| offer.to == *staff))
    }

    pub fn held_by(&self, staff: &StaffId) -> usize {
        self.held.values().filter(|held| held.staff == *staff).count()
    }

    /// Whether this person takes chats and was heard lately.
    pub fn is_there(&self, staff: &StaffId, now: Millis) -> bool {
        let online = self.members.get(staff).is_some_and(|member| member.presence == Presence::Online);
        let heard = |seat: &Seat| {
            seat.id == *staff && seat.heard.is_some_and(|heard| now.since(heard) < policy().silence())
        };
        online && self.sockets.values().any(heard)
    }

    /// Whether a chat can be offered to this person now.
    pub fn is_free(&self, staff: &StaffId, now: Millis) -> bool {
        let seats = self.members.get(staff).map_or(1, |member| member.seats(policy()));
        let seats = usize::from(seats);
        self.is_there(staff, now)
            && self.offered_to(staff).is_none()
            && self.asked(staff).is_none()
            && self.held_by(staff) < seats
    }
}

/// The same effects with the boards as the shell sends them.
pub fn sent(desk: &Desk, now: Millis, effects: Vec<Effect>) -> Vec<Effect> {
    let stale = effects.iter().filter_map(|effect| match effect {
        Effect::Show { conn } => Some(*conn),
        Effect::Write(_)
        | Effect::Remember { .. }
        | Effect::Send { .. }
        | Effect::Close { .. }
        | Effect::Call { .. } => None,
    });
    let stale: Vec<_> = stale.collect();
    let boards =
        desk.boards(policy(), now, &stale).into_iter().map(|(conn, frame)| Effect::Send { conn, frame });
    let others = effects.into_iter().filter(|effect| !matches!(effect, Effect::Show { .. }));
    others.chain(boards).collect()
}

/// What comes back of a row: not everything of it is worth storing.
fn stored(held: &Held) -> Held {
    serde_json::from_str(&serde_json::to_string(held).unwrap()).unwrap()
}
