//! What every proof stands on: the policy, the people, and one chat whose object can be killed at any moment.

use crate::disk::Disk;
use core::time::Duration;
use edge::between::ToDesk;
use edge::casework::{self, Step, Taken};
use edge::city::City;
use edge::desk::Seat;
use edge::identity::{Key, ResidentToken};
use edge::session::{ConnId, Context, Effect, Event, Peer, Record, Session};
use shared::id::{ClientRef, SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{Priority, Role, StaffCard};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A Saturday in November.
pub const START: Millis = Millis(1_795_244_399_000);

static POLICY: LazyLock<Policy> = LazyLock::new(|| City::find("rehearsal").unwrap().policy);
static TOKENS: LazyLock<Key> = LazyLock::new(|| Key::derive(b"secret of this test", "resident").unwrap());

/// From one purge to the next.
pub const DAY: Duration = Duration::from_hours(24);

/// The chat that every scene is about.
pub const CHAT: u128 = 7;

pub fn policy() -> &'static Policy {
    &POLICY
}

pub fn cx() -> Context<'static> {
    Context { policy: &POLICY, tokens: &TOKENS }
}

pub fn chat_id(number: u128) -> SessionId {
    SessionId::from_random(number)
}

pub fn action(number: u128) -> ClientRef {
    ClientRef::from_random(number)
}

pub fn staff_id(name: &str) -> StaffId {
    StaffId::parse(name).unwrap()
}

/// A supervisor does something with a case.
pub fn taken(by: StaffId, step: Step) -> casework::Event {
    casework::Event::Taken(Taken { by, role: Role::Supervisor, step })
}

pub fn topic() -> TopicId {
    TopicId::parse("billing").unwrap()
}

pub fn card(name: &str) -> StaffCard {
    StaffCard { name: name.to_owned(), title: "Clerk".to_owned(), department: "Billing".to_owned() }
}

/// Someone's console at the desk, who answers everything in English.
pub fn seat(name: &str, role: Role) -> Seat {
    let languages = vec![Language::En];
    Seat { id: staff_id(name), role, card: card(name), languages, topics: vec![], heard: None, touched: None }
}

/// Someone who wants a chat, in order of arrival.
pub fn wait(chat: SessionId, since: Millis) -> ToDesk {
    let (topic, language) = (topic(), Language::En);
    ToDesk::Wait { chat, topic, language, since, priority: Priority::Arrival }
}

/// A chat that is over without an answer.
pub fn leave(chat: SessionId) -> ToDesk {
    ToDesk::Leave { chat, response_s: None, abuse: false }
}

/// A member of staff at a socket that has not greeted yet.
pub fn console(name: &str) -> Peer {
    Peer::Staff { id: staff_id(name), role: Role::Agent, greeted: false, reads: false }
}

/// The resident's token for the chat that every scene is about.
pub fn own_token() -> String {
    static OWN: LazyLock<String> = LazyLock::new(|| token(chat_id(CHAT)));
    OWN.clone()
}

/// A token for `chat`, good until a day after [`START`].
pub fn token(chat: SessionId) -> String {
    let expires = Millis(START.0 + 86_400_000);
    ResidentToken { city: POLICY.city.id.clone(), chat, expires }.sign(&TOKENS).unwrap()
}

/// One chat's object as the shell runs it: what it wrote, and what its sockets carry.
pub struct Chat {
    pub session: Session,
    pub disk: Disk,
    pub sockets: BTreeMap<ConnId, Peer>,
}

impl Chat {
    /// A resident asks for a chat; answers also what the object wants done.
    pub fn open(now: Millis, chat: SessionId) -> (Self, Vec<Effect>) {
        let record = Record::new(chat, topic(), Language::En, now, now.after(DAY));
        let (session, effects) = Session::open(cx(), now, record);
        let mut object = Self { session, disk: Disk::default(), sockets: BTreeMap::new() };
        object.commit(&effects);
        (object, effects)
    }

    /// One event, committed.
    pub fn step(&mut self, now: Millis, event: Event) -> Vec<Effect> {
        self.note(&event);
        let effects = self.session.handle(cx(), now, event);
        self.commit(&effects);
        effects
    }

    /// What the platform does by itself: a socket comes with who it is, and goes.
    pub fn note(&mut self, event: &Event) {
        match event {
            Event::Connected { conn, peer } => drop(self.sockets.insert(*conn, peer.clone())),
            Event::Disconnected { conn } => drop(self.sockets.remove(conn)),
            Event::Frame { .. }
            | Event::Assigned { .. }
            | Event::Dismissed { .. }
            | Event::Placed(_)
            | Event::Called { .. }
            | Event::DayOver(_)
            | Event::Marked(_)
            | Event::Surveyed(_)
            | Event::Released
            | Event::Forgotten
            | Event::Timeout => {}
        }
    }

    /// What the shell does at once with what the session answered.
    pub fn commit(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Write(write) => self.disk.write(write),
                Effect::Remember { conn, peer } => {
                    if let Some(slot) = self.sockets.get_mut(conn) {
                        *slot = peer.clone();
                    }
                }
                Effect::Close { conn, .. } => drop(self.sockets.remove(conn)),
                Effect::Send { .. }
                | Effect::Call(_)
                | Effect::Reply(_)
                | Effect::Purged(_)
                | Effect::Marked(_)
                | Effect::Surveyed(_)
                | Effect::Forget
                | Effect::Shred => {}
            }
        }
    }

    /// The session as the next event would find it if the object were put to sleep now.
    pub fn restored(&self) -> Session {
        self.disk.restore(self.sockets.iter().map(|(conn, peer)| (*conn, peer.clone())).collect())
    }

    /// The object sleeps and wakes; its sockets stay.
    pub fn sleep(&mut self) {
        self.session = self.restored();
    }

    /// The object is killed; its sockets close.
    pub fn kill(&mut self) {
        self.sockets.clear();
        self.sleep();
    }
}
