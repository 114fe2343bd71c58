//! The end of every day, with an object that dies at every step of it: what is over can never be read again, what goes on can
//! (EM-RET-A, EM-DEF-11).

use crate::planted::Bug;
use crate::play::Play;
use crate::records::Disk;
use crate::seeds;
use crate::stage::{Chat, START, chat_id, console, cx, policy, staff_id, token};
use core::time::Duration;
use edge::between::{DayOver, Mark, Purged, Ticket};
use edge::purge::{Context, Effect, Event, Period, Purge, page};
use edge::session::{self, ConnId, Effect as ChatEffect, Event as ChatEvent, Phase};
use edge::vault::Day;
use fastrand::Rng;
use serde_json::json;
use sha2::{Digest, Sha256};
use shared::id::SessionId;
use shared::ledger::{GENESIS, Link, verify};
use shared::policy::{OpenChats, Policy};
use shared::time::Millis;
use shared::wire::v1::{RetentionReason, Role};
use std::collections::{BTreeMap, BTreeSet};

const DAY: Duration = Duration::from_hours(24);

#[test]
fn em_ret_a_a_chat_that_is_over_is_shredded_when_its_day_is() {
    let mut play = Play::answered();
    play.end("tab", 9);
    play.forget();
    let tomorrow = START.after(DAY * 2);
    play.day_over(tomorrow);
    play.expect("purge < not yet");
    for call in [1, 3] {
        play.desk_answers(call, true);
    }
    play.forget();
    play.day_over(tomorrow);
    play.expect("shred");
}

#[test]
fn em_ret_a_an_open_chat_goes_on_under_the_next_days_key_if_the_policy_says_so() {
    let mut play = Play::answered();
    let tomorrow = START.after(DAY * 2);
    play.day_over(tomorrow);
    play.expect(
        "store record active
         store key of tomorrow
         tab < welcome resident, head 2, got 0/0
         dana < welcome staff, head 2, got 0/0
         purge < carried to tomorrow",
    );
    play.chat.kill();
    play.day_over(tomorrow);
    play.expect("purge < carried to tomorrow");
    assert_eq!(play.chat.session.record().phase, Phase::Active);
}

#[test]
fn em_ret_a_an_open_chat_is_ended_if_the_policy_says_so() {
    let mut policy = policy().clone();
    policy.retention.open_chats.value = OpenChats::End;
    let (mut chat, _) = Chat::open(START, chat_id(1));
    let asked = || ChatEvent::DayOver(DayOver { day: day(0), next: ticket(2) });
    let strict = session::Context { policy: &policy, ..cx() };
    let effects = chat.session.handle(strict, START.after(DAY), asked());
    assert!(effects.iter().any(|effect| matches!(effect, ChatEffect::Purged(Purged::NotYet))));
    assert_eq!(chat.session.record().phase, Phase::Ended);
    for id in [1, 2] {
        drop(chat.session.handle(strict, START.after(DAY), ChatEvent::Called { id, ok: true }));
    }
    let effects = chat.session.handle(strict, START.after(DAY), asked());
    assert!(effects.iter().any(|effect| matches!(effect, ChatEffect::Shred)));
}

#[test]
fn em_ret_a_whatever_dies_at_whatever_step_nothing_over_is_readable_and_nothing_open_is_lost() {
    let mut certificates = 0;
    seeds::each(400, |rng| {
        let world = World::lived(rng, None);
        certificates += world.disk.ledger.len();
    });
    assert!(std::env::var_os("SEED").is_some() || certificates > 800, "{certificates}");
}

#[test]
fn em_ret_a_a_chat_whose_day_is_over_before_it_is_there_begins_in_the_next() {
    let mut world = World::new(&mut Rng::with_seed(1));
    let first = world.happen(Event::Begin { chat: chat_id(1) }, None).unwrap();
    world.now = first.until;
    let asked_again = world.happen(Event::Begin { chat: chat_id(1) }, None).unwrap();
    assert_eq!(asked_again, first, "it may be there already");
    let late = world.happen(Event::Late { chat: chat_id(1) }, None).unwrap();
    assert_ne!(late.day, first.day);
    assert!(late.until > world.now);
    let twice = world.happen(Event::Late { chat: chat_id(1) }, None).unwrap();
    assert_eq!(twice, late);
    world.settle();
    assert_eq!(world.disk.ledger.last().map(|link| link.certificate.chats), Some(0));
}

#[test]
fn em_ret_a_a_forgotten_chat_does_not_begin_again_when_the_question_is_repeated() {
    let mut world = World::new(&mut Rng::with_seed(1));
    let first = world.happen(Event::Begin { chat: chat_id(1) }, None).unwrap();
    world.happen(Event::Forget { chat: chat_id(1) }, None);
    assert_eq!(world.happen(Event::Begin { chat: chat_id(1) }, None), None);
    world.now = first.until;
    assert_eq!(world.happen(Event::Late { chat: chat_id(1) }, None), None);
    world.settle();
    let certificate = &world.disk.ledger.last().unwrap().certificate;
    assert_eq!((certificate.chats, certificate.forgotten), (1, 1), "it is still counted");
}

#[test]
fn em_ret_a_the_page_says_what_is_kept_and_what_was_destroyed() {
    let mut world = World::new(&mut Rng::with_seed(1));
    world.begin();
    world.now = START.after(DAY * 3);
    world.settle();
    let period = world.period();
    let seen = world.purge.transparency(world.cx(&period), world.now);
    assert_eq!((seen.ledger.len(), seen.held), (1, 0));
    let html = page(&seen, |at| format!("moment {}", at.0));
    assert!(html.contains(&seen.head) && html.contains("<td>day-0<td>"), "{html}");
    assert!(!html.contains("<script"), "plain");
}

fn day(number: i64) -> Day {
    Day(format!("day-{number}"))
}

fn ticket(number: i64) -> Ticket {
    Ticket { day: day(number), until: Millis(START.0 + (number + 1) * 86_400_000) }
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A chat's object, and the day under whose key it lies.
struct Object {
    chat: Chat,
    day: Day,
}

/// The records, the chats, the store of the keys, and everything that can break between them.
pub struct World {
    now: Millis,
    policy: &'static Policy,
    purge: Purge,
    disk: Disk,
    chats: BTreeMap<SessionId, Object>,
    keys: BTreeSet<Day>,
    begun: u128,
    conns: u32,
    /// Those that were marked for retention.
    marked: BTreeSet<SessionId>,
    planted: Option<Bug>,
}

impl World {
    fn new(rng: &mut Rng) -> Self {
        Self {
            now: START.after(Duration::from_millis(rng.u64(0..80_000_000))),
            policy: policy(),
            purge: Purge::default(),
            disk: Disk::default(),
            chats: BTreeMap::new(),
            keys: BTreeSet::new(),
            begun: 0,
            conns: 0,
            marked: BTreeSet::new(),
            planted: None,
        }
    }

    /// Sixty steps of anything, then every day comes to its end, and the world is looked at.
    pub fn lived(rng: &mut Rng, planted: Option<Bug>) -> Self {
        let mut world = Self { planted, ..Self::new(rng) };
        for _ in 0..60 {
            world.step(rng);
        }
        world.settle();
        world.check();
        world
    }

    fn has(&self, bug: Bug) -> bool {
        self.planted == Some(bug)
    }

    fn period(&self) -> Period {
        let number = self.now.since(START).as_secs() / 86_400;
        let Ticket { day, until } = ticket(i64::try_from(number).unwrap());
        Period { day, ends: until }
    }

    fn cx<'a>(&self, period: &'a Period) -> Context<'a>
    where
        'static: 'a,
    {
        Context { policy: self.policy, period }
    }

    fn step(&mut self, rng: &mut Rng) {
        // The machine may be away for hours, but not while it waits for answers: after that it would give them up.
        let asking = self.disk.nights.values().any(|night| night.asked.is_some());
        let pause = if rng.u8(..6) == 0 && !asking { rng.u64(..50_000_000) } else { rng.u64(..30_000) };
        self.now = self.now.after(Duration::from_millis(pause));
        match rng.u8(..10) {
            0..3 => self.begin(),
            3 | 4 => self.end_one(rng),
            5 if rng.bool() => self.mark_one(rng),
            5 => self.purge = self.disk.restore(),
            _ => {
                if rng.bool() || self.purge.poll_timeout().is_some_and(|due| due <= self.now) {
                    self.happen(Event::Timeout, Some(rng));
                }
            }
        }
    }

    /// A resident begins a chat, as the Worker does it: the records first.
    fn begin(&mut self) {
        self.begun += 1;
        let chat = chat_id(self.begun);
        let Some(Ticket { day, until }) = self.happen(Event::Begin { chat: chat.clone() }, None) else {
            return;
        };
        self.keys.insert(day.clone());
        assert!(self.now < until);
        let (mut object, _) = Chat::open(self.now, chat.clone());
        object.step(self.now, ChatEvent::Called { id: 1, ok: true });
        self.chats.insert(chat, Object { chat: object, day });
    }

    fn end_one(&mut self, rng: &mut Rng) {
        let Some(place) = (!self.chats.is_empty()).then(|| rng.usize(..self.chats.len())) else { return };
        self.conns += 1;
        let conn = ConnId(self.conns);
        let (id, Object { chat, .. }) = self.chats.iter_mut().nth(place).unwrap();
        chat.step(self.now, ChatEvent::Connected { conn, peer: console("dana") });
        chat.step(self.now, ChatEvent::Disconnected { conn });
        chat.step(self.now, ChatEvent::Connected { conn, peer: session::Peer::Stranger });
        let hello = json!({ "hello": { "token": token(id.clone()) } }).to_string();
        chat.step(START, ChatEvent::Frame { conn, frame: session::decode(&hello) });
        let end = json!({ "end": { "client_ref": crate::stage::action(9) } }).to_string();
        chat.step(self.now, ChatEvent::Frame { conn, frame: session::decode(&end) });
        // The desk hears of it now, or only after the first question of the purge.
        if rng.bool() {
            chat.step(self.now, ChatEvent::Called { id: 2, ok: true });
        }
    }

    /// A supervisor marks a chat for retention; the records hear of it first, as its case sees to.
    fn mark_one(&mut self, rng: &mut Rng) {
        let Some(place) = (!self.chats.is_empty()).then(|| rng.usize(..self.chats.len())) else { return };
        let id = self.chats.keys().nth(place).unwrap().clone();
        self.happen(Event::Held { chat: id.clone() }, Some(rng));
        let not_rewrapped = self.has(Bug::HeldUnderTheDaysKey);
        // Meanwhile its day may have come to its end.
        let Some(Object { chat, .. }) = self.chats.get_mut(&id) else { return };
        if self.purge.held().any(|held| *held == id) && rng.u8(..5) > 0 {
            let reason = RetentionReason::Harassment;
            let mark = Mark { staff: staff_id("tomas"), role: Role::Supervisor, reason };
            chat.step(self.now, ChatEvent::Marked(mark));
            chat.disk.case &= !not_rewrapped;
            self.marked.insert(id);
        }
    }

    /// One event of the records with all that follows. With `rng`, anything can die in between.
    fn happen(&mut self, event: Event, mut rng: Option<&mut Rng>) -> Option<Ticket> {
        let mut breaks = move || rng.as_mut().is_some_and(|rng| rng.u8(..5) == 0);
        let mut given = None;
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            let period = self.period();
            let effects =
                self.purge.handle(Context { policy: self.policy, period: &period }, self.now, event);
            let effects = match self.planted {
                Some(bug) => bug.in_the_records(effects),
                None => effects,
            };
            if breaks() {
                // Killed before it was stored.
                self.purge = self.disk.restore();
                return None;
            }
            effects.iter().filter_map(Effect::write).for_each(|write| self.disk.write(write));
            for effect in effects {
                if breaks() {
                    // Killed after it was stored, before the rest was done.
                    self.purge = self.disk.restore();
                    return None;
                }
                match effect {
                    Effect::Write(_) => {}
                    Effect::Ticket(ticket) => given = Some(ticket),
                    Effect::Ask { chat, day, next } => {
                        let answer = self.ask(&chat, DayOver { day: day.clone(), next });
                        let answer = if breaks() { None } else { answer };
                        events.push(Event::Answered { chat, day, answer });
                    }
                    Effect::Destroy { day } => {
                        if !self.has(Bug::KeyNotDestroyed) {
                            self.keys.remove(&day);
                        }
                        if !breaks() {
                            events.push(Event::Destroyed { day, absent: true, opens: false });
                        }
                    }
                }
            }
        }
        given
    }

    /// What the chat's shell does when its day is over.
    fn ask(&mut self, id: &SessionId, asked: DayOver) -> Option<Purged> {
        let Some(object) = self.chats.get_mut(id) else { return Some(Purged::Gone) };
        let readable = object.chat.disk.case || self.keys.contains(&object.day);
        assert!(readable, "its key is gone before it was asked");
        self.keys.insert(asked.next.day.clone());
        let effects = object.chat.step(self.now, ChatEvent::DayOver(asked));
        let stays = self.planted == Some(Bug::CarriedUnderTheOldKey);
        if let Some(day) = object.chat.disk.day.clone().filter(|_| !stays) {
            object.day = day;
        }
        // The desk hears of an end sooner or later.
        object.chat.step(self.now, ChatEvent::Called { id: 2, ok: true });
        if effects.iter().any(|effect| matches!(effect, ChatEffect::Shred)) {
            if !self.has(Bug::GoneButThere) {
                self.chats.remove(id);
            }
            return Some(Purged::Gone);
        }
        if self.has(Bug::HeldIsShredded)
            && effects.iter().any(|effect| matches!(effect, ChatEffect::Purged(Purged::Held)))
        {
            self.chats.remove(id);
        }
        effects.into_iter().find_map(|effect| match effect {
            ChatEffect::Purged(answer) => Some(answer),
            ChatEffect::Write(_)
            | ChatEffect::Remember { .. }
            | ChatEffect::Send { .. }
            | ChatEffect::Close { .. }
            | ChatEffect::Call(_)
            | ChatEffect::Reply(_)
            | ChatEffect::Marked(_)
            | ChatEffect::Surveyed(_)
            | ChatEffect::Forget
            | ChatEffect::Shred => None,
        })
    }

    /// Nothing breaks any more; every day but the present one comes to its end.
    fn settle(&mut self) {
        for _ in 0..2_000 {
            let Some(due) = self.purge.poll_timeout() else { return };
            let ends = self.period().ends;
            if due > self.now {
                if due >= ends {
                    return;
                }
                self.now = due;
            }
            self.happen(Event::Timeout, None);
        }
        panic!("it never comes to rest");
    }

    fn check(&self) {
        let today = self.period().day;
        assert!(
            self.disk.nights.values().all(|night| night.ends > self.now),
            "a day without its certificate"
        );
        assert!(self.keys.iter().all(|day| *day == today), "a key outlived its day: {:?}", self.keys);
        for (id, Object { chat, day }) in &self.chats {
            if chat.disk.case {
                assert!(self.disk.held.contains(id), "kept, and nobody knows it");
                continue;
            }
            assert_eq!(*day, today, "{id:?} lies under the key of another day");
            let over = chat.session.record().phase == Phase::Ended;
            assert!(!over || self.disk.entries.contains_key(id), "over, and nobody knows it");
        }
        assert!(self.marked.iter().all(|id| self.chats.contains_key(id)), "what was held is gone");
        let known: BTreeSet<_> = self.disk.entries.keys().collect();
        let kept = |chat| self.disk.held.contains(chat);
        assert!(
            self.chats.keys().all(|chat| known.contains(chat) || kept(chat)),
            "a chat that the records do not know"
        );
        let head = self.disk.ledger.last().map_or(GENESIS, |link| &link.hash);
        assert_eq!(verify(&self.disk.ledger, head, sha256), Ok(()));
        let days: BTreeSet<_> = self.disk.ledger.iter().map(|link| &link.certificate.day).collect();
        assert_eq!(days.len(), self.disk.ledger.len(), "a day is certified once");
        for Link { certificate, .. } in &self.disk.ledger {
            let parts = certificate.removed + certificate.held + certificate.carried + certificate.unanswered;
            assert_eq!(parts, certificate.chats);
            assert_eq!(certificate.unanswered, 0);
        }
    }
}
