//! The desk under random people, calls that come late, twice or never, and restarts: the line keeps its order, nobody is
//! offered what is offered to another, nobody is above their seats, nobody starves.

use crate::desk_disk::{DeskObject, sent};
use crate::seeds;
use crate::stage::{START, chat_id, leave, policy, seat, staff_id, topic, wait};
use core::time::Duration;
use edge::between::{ToChat, ToDesk, Verdict};
use edge::desk::{Effect, Event, Pending, Write, decode};
use edge::session::ConnId;
use fastrand::Rng;
use serde_json::json;
use shared::id::{SessionId, StaffId};
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{DeskDown, Role};
use std::collections::{BTreeMap, BTreeSet};

const STAFF: [&str; 4] = ["dana", "marisol", "tomas", "ines"];

#[test]
fn the_line_is_fair_whatever_happens_and_survives_every_restart() {
    let mut accepted = 0;
    seeds::each(2_000, |rng| {
        let mut town = Town::default();
        for _ in 0..80 {
            town.step(rng);
        }
        town.settle(rng);
        accepted += town.chats.values().filter(|chat| chat.staff.is_some()).count();
    });
    assert!(accepted > 0);
}

/// A chat as its own object knows it.
#[derive(Default)]
struct Chat {
    staff: Option<StaffId>,
    hop: u32,
    ended: bool,
}

#[derive(Default)]
struct Town {
    now: i64,
    object: DeskObject,
    chats: BTreeMap<SessionId, Chat>,
    /// Calls to the desk that were made at some time: each may arrive, once more, at any later time.
    calls: Vec<ToDesk>,
    /// Assignments on their way to a chat, and answers on their way back, likewise.
    assignments: Vec<(SessionId, StaffId, u32)>,
    answers: Vec<(SessionId, StaffId, Option<Verdict>)>,
}

impl Town {
    fn now(&self) -> Millis {
        Millis(START.0 + self.now)
    }

    fn step(&mut self, rng: &mut Rng) {
        self.now += if rng.u8(..20) == 0 { rng.i64(0..6_000) } else { rng.i64(0..300) };
        let conn = ConnId(rng.u32(1..7));
        match rng.u8(..100) {
            0..8 => self.ask(),
            8..12 => self.leave(rng),
            12..22 => {
                let role = if conn.0 % 4 == 3 { Role::Administrator } else { Role::Agent };
                let name = STAFF[conn.0 as usize % 4];
                let seat = seat(name, role);
                self.happen(Event::Connected { conn, seat });
            }
            22..25 => self.happen(Event::Disconnected { conn }),
            25..45 => self.frame(conn, &json!({ "beat": {} })),
            45..55 => {
                let presence = ["online", "online", "online", "offline", "on_call", "away"][rng.usize(..6)];
                self.frame(conn, &json!({ "presence": { "presence": presence } }));
            }
            55..66 => self.decide(conn, rng),
            66..70 => self.transfer(conn, rng),
            70..72 => self.danger(rng),
            72..80 => self.assignment_arrives(rng),
            80..86 => self.answer_arrives(rng),
            86..90 => self.call_arrives_again(rng),
            90..96 => self.happen(Event::Timeout),
            96..99 => self.object.sleep(),
            _ => self.object.kill(),
        }
    }

    fn ask(&mut self) {
        let id = chat_id(u128::try_from(self.chats.len()).unwrap() + 1);
        // The chat's clock may be a little behind or before the desk's.
        let since = self.now - (self.now % 7) * 100;
        self.chats.insert(id.clone(), Chat::default());
        let since = Millis(START.0 + since);
        self.call(wait(id, since));
    }

    fn leave(&mut self, rng: &mut Rng) {
        let open: Vec<_> = self.chats.iter().filter(|(_, chat)| !chat.ended).collect();
        if let Some((id, _)) = rng.choice(open) {
            let id = id.clone();
            self.chats.get_mut(&id).unwrap().ended = true;
            self.call(leave(id));
        }
    }

    fn call(&mut self, call: ToDesk) {
        self.calls.push(call.clone());
        self.happen(Event::Called(call));
    }

    fn call_arrives_again(&mut self, rng: &mut Rng) {
        if let Some(call) = rng.choice(&self.calls).cloned() {
            let before = self.chats_there();
            self.happen(Event::Called(call));
            assert_eq!(before, self.chats_there(), "a call that came before changes nothing");
        }
    }

    fn chats_there(&self) -> (Vec<SessionId>, Vec<SessionId>) {
        (self.object.waiting.keys().cloned().collect(), self.object.held.keys().cloned().collect())
    }

    fn frame(&mut self, conn: ConnId, frame: &serde_json::Value) {
        if self.object.sockets.contains_key(&conn) {
            self.happen(Event::Frame { conn, frame: decode(&frame.to_string()) });
        }
    }

    /// Takes or leaves the offer, or tries to take what is not offered.
    fn decide(&mut self, conn: ConnId, rng: &mut Rng) {
        let Some(seat) = self.object.sockets.get(&conn) else { return };
        let asked = self.object.asked(&seat.id).map(|held| held.chat.clone());
        let offered = asked.or(self.object.offered_to(&seat.id).map(|entry| entry.chat.clone()));
        let any = rng.choice(self.chats.keys().cloned().collect::<Vec<_>>());
        let chat = if rng.u8(..8) == 0 { any } else { offered };
        if let Some(chat) = chat {
            let verb = if rng.u8(..3) == 0 { "decline" } else { "accept" };
            self.frame(conn, &json!({ verb: { "chat": chat } }));
        }
    }

    /// Wants someone else to have a chat, or keeps it after all.
    fn transfer(&mut self, conn: ConnId, rng: &mut Rng) {
        let Some(seat) = self.object.sockets.get(&conn).map(|seat| seat.id.clone()) else { return };
        let mine: Vec<_> = self.object.held.values().filter(|held| held.staff == seat).collect();
        let Some(chat) = rng.choice(mine).map(|held| held.chat.clone()) else { return };
        let to = match rng.u8(..3) {
            0 => json!({ "topic": { "id": "billing" } }),
            1 => json!({ "department": { "name": "Billing" } }),
            _ => json!({ "person": { "id": STAFF[rng.usize(..4)] } }),
        };
        if rng.u8(..4) == 0 {
            self.frame(conn, &json!({ "keep": { "chat": chat } }));
        } else {
            self.frame(conn, &json!({ "transfer": { "chat": chat, "to": to, "reason": "shift" } }));
        }
    }

    fn danger(&mut self, rng: &mut Rng) {
        let Some(chat) = rng.choice(self.chats.keys().cloned().collect::<Vec<_>>()) else { return };
        let tier = [Tier::Crisis988, Tier::Life911][rng.usize(..2)];
        self.call(ToDesk::Alarm { chat, topic: topic(), tier });
    }

    fn assignment_arrives(&mut self, rng: &mut Rng) {
        let Some((id, staff, hop)) = rng.choice(&self.assignments).cloned() else { return };
        let verdict = (rng.u8(..5) > 0).then(|| self.assign(&id, &staff, hop));
        self.answers.push((id, staff, verdict));
    }

    /// As the session judges.
    fn assign(&mut self, id: &SessionId, staff: &StaffId, hop: u32) -> Verdict {
        let chat = self.chats.get_mut(id).unwrap();
        let again = chat.hop == hop && chat.staff.as_ref() == Some(staff);
        if !chat.ended && (chat.staff.is_none() || again || hop > chat.hop) {
            (chat.staff, chat.hop) = (Some(staff.clone()), hop);
            Verdict::Taken
        } else {
            Verdict::Gone
        }
    }

    fn answer_arrives(&mut self, rng: &mut Rng) {
        if let Some((chat, staff, verdict)) = rng.choice(&self.answers).cloned() {
            self.happen(Event::Answered { chat, staff, verdict });
        }
    }

    fn happen(&mut self, event: Event) {
        let before: BTreeMap<_, _> =
            self.object.waiting.values().map(|entry| (entry.chat.clone(), entry.offer.clone())).collect();
        let mut twin = self.object.restored();
        let now = self.now();
        let live = self.object.step(now, copy(&event));
        let answered = twin.handle(policy(), now, event);
        let answered = sent(&twin, now, answered);
        // After a restart every chat that has not answered is told at once.
        let lasting = |effects: &[Effect]| -> Vec<Effect> {
            effects.iter().filter(|effect| !matches!(effect, Effect::Call { .. })).map(settled).collect()
        };
        assert_eq!(lasting(&live), lasting(&answered), "the restored desk answers in the same way");
        for effect in &live {
            if let Effect::Call { chat, message: ToChat::Assign { staff, hop, .. } } = effect {
                self.assignments.push((chat.clone(), staff.clone(), *hop));
            }
        }
        self.check(&live, &before);
    }

    fn check(&self, effects: &[Effect], before: &BTreeMap<SessionId, Option<Pending>>) {
        let (object, now) = (&self.object, self.now());
        let mut offered = BTreeSet::new();
        for entry in object.waiting.values() {
            assert!(!object.held.contains_key(&entry.chat), "waits and is held");
            if let Some(offer) = &entry.offer {
                assert!(offered.insert(&offer.to), "two offers to one person");
            }
        }
        for held in object.held.values() {
            let transfer = held.transfer.as_ref().filter(|transfer| transfer.back.is_none());
            if let Some(offer) = transfer.and_then(|transfer| transfer.offer.as_ref()) {
                assert!(offered.insert(&offer.to), "two offers to one person");
                assert_ne!(offer.to, held.staff, "nobody is asked to take their own chat");
            }
        }
        for name in STAFF {
            let seats = usize::from(policy().desk.first_seats.value);
            let id = staff_id(name);
            let load = object.held_by(&id) + usize::from(offered.contains(&id));
            assert!(load <= seats, "em_com_e_a: above their seats");
        }
        let mut line: Vec<_> = object.waiting.values().collect();
        line.sort_by(|one, other| {
            (one.priority, one.since, &one.chat).cmp(&(other.priority, other.since, &other.chat))
        });
        let mut someone_waits = false;
        for entry in line {
            match &entry.offer {
                None => someone_waits = true,
                Some(offer) if before.get(&entry.chat) != Some(&entry.offer) => {
                    assert!(!someone_waits, "pi_order: offered before one who came first");
                    assert!(object.is_there(&offer.to, now), "em_com_d: offered to someone absent");
                }
                Some(_) => {}
            }
        }
        let free = STAFF.iter().any(|name| object.is_free(&staff_id(name), now));
        assert!(!(someone_waits && free), "somebody waits while somebody is free");
        for effect in effects {
            if let Effect::Send { frame: DeskDown::Board(board), .. } = effect {
                assert!(
                    board.waiting.is_sorted_by_key(|waiting| (waiting.priority, waiting.since)),
                    "pi_order"
                );
            }
        }
    }

    /// Everyone comes, everything arrives, and everyone takes what they are offered and finishes it.
    fn settle(&mut self, rng: &mut Rng) {
        self.object.kill();
        for (place, name) in (10..).zip(&STAFF[..3]) {
            let seat = seat(name, Role::Agent);
            self.happen(Event::Connected { conn: ConnId(place), seat });
        }
        for _ in 0..400 {
            self.now += 500;
            for place in 10..13 {
                let conn = ConnId(place);
                self.frame(conn, &json!({ "beat": {} }));
                self.frame(conn, &json!({ "presence": { "presence": "online" } }));
                let seat = self.object.sockets[&conn].id.clone();
                let asked = self.object.asked(&seat).map(|held| held.chat.clone());
                let offered = asked.or(self.object.offered_to(&seat).map(|entry| entry.chat.clone()));
                if let Some(chat) = offered {
                    self.frame(conn, &json!({ "accept": { "chat": chat } }));
                }
            }
            self.happen(Event::Timeout);
            for (id, staff, hop) in std::mem::take(&mut self.assignments) {
                let verdict = Some(self.assign(&id, &staff, hop));
                self.happen(Event::Answered { chat: id, staff, verdict });
            }
            self.check_holders();
            let done = self.object.held.values().find(|held| held.confirmed).map(|held| held.chat.clone());
            if let Some(chat) = done {
                self.chats.get_mut(&chat).unwrap().ended = true;
                self.call(leave(chat));
            } else if self.object.waiting.is_empty() && self.object.held.is_empty() {
                break;
            }
            self.call_arrives_again(rng);
        }
        assert!(self.object.waiting.is_empty() && self.object.held.is_empty(), "somebody waits for ever");
        assert!(self.chats.values().all(|chat| chat.ended), "somebody was forgotten");
    }

    /// Desk and chat agree about whose a chat is.
    fn check_holders(&self) {
        for held in self.object.held.values().filter(|held| held.confirmed) {
            assert_eq!(self.chats[&held.chat].staff.as_ref(), Some(&held.staff));
        }
    }
}

/// The effect without what is not worth storing.
fn settled(effect: &Effect) -> Effect {
    match effect {
        Effect::Write(Write::Held(held)) => {
            let mut held = held.clone();
            (held.due, held.tries) = (Millis::default(), 0);
            Effect::Write(Write::Held(held))
        }
        Effect::Write(_)
        | Effect::Remember { .. }
        | Effect::Show { .. }
        | Effect::Send { .. }
        | Effect::Close { .. }
        | Effect::Call { .. } => effect.clone(),
    }
}

fn copy(event: &Event) -> Event {
    match event {
        Event::Connected { conn, seat } => Event::Connected { conn: *conn, seat: seat.clone() },
        Event::Frame { conn, frame } => Event::Frame { conn: *conn, frame: frame.clone() },
        Event::Disconnected { conn } => Event::Disconnected { conn: *conn },
        Event::Called(call) => Event::Called(call.clone()),
        Event::Answered { chat, staff, verdict } => {
            Event::Answered { chat: chat.clone(), staff: staff.clone(), verdict: *verdict }
        }
        Event::Timeout => Event::Timeout,
    }
}

/// How long a person waits at most for an offer when one other is there and never answers.
#[test]
fn nobody_starves_behind_someone_who_never_answers() {
    let mut town = Town::default();
    for (place, name) in (1..).zip(["dana", "marisol"]) {
        let seat = seat(name, Role::Agent);
        town.happen(Event::Connected { conn: ConnId(place), seat });
        town.frame(ConnId(place), &json!({ "beat": {} }));
        town.frame(ConnId(place), &json!({ "presence": { "presence": "online" } }));
    }
    town.ask();
    assert!(town.object.offered_to(&staff_id("dana")).is_some());
    for _ in 0..3 {
        town.now += i64::try_from(Duration::from_secs(1).as_millis()).unwrap();
        town.frame(ConnId(2), &json!({ "beat": {} }));
    }
    assert!(town.object.offered_to(&staff_id("marisol")).is_some(), "after the three seconds of one offer");
}
