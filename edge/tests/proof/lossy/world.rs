//! The chat, its tabs, and everything that can go wrong between them.

use crate::stage::{CHAT, Chat, START, action, card, chat_id, console, own_token, staff_id};
use crate::tab::{FromEdge, Pipe, Socket, Tab};
use core::time::Duration;
use edge::between::Verdict;
use edge::session::{ConnId, Effect, Event, Peer, Phase, decode};
use fastrand::Rng;
use serde_json::json;
use shared::chat::{Delivery, Input, ItemKey, LinkState, Log, Shown};
use shared::id::{ClientRef, Seq};
use shared::time::Millis;
use shared::wire::v1::{Body, Down, PING, Party, Up};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What people write; with halves of a card number among it, so that earlier pieces are struck.
const TEXTS: [&str; 6] = [
    "Hello?",
    "My bill says $40",
    "my card is 4111 1111",
    "1111 1111 is the rest",
    "5555 5555 5555 4444",
    "Gracias",
];

/// How often each thing went wrong, so that a run in which nothing does cannot pass for a proof.
#[derive(Clone, Copy, Default)]
pub struct Faults {
    dropped: u32,
    half_open: u32,
    swallowed: u32,
    killed_before_commit: u32,
    killed_after_commit: u32,
    slept: u32,
    reloaded: u32,
    repeated: u32,
    struck: u32,
    ended: u32,
}

impl Faults {
    pub fn add(&mut self, more: Self) {
        self.dropped += more.dropped;
        self.half_open += more.half_open;
        self.swallowed += more.swallowed;
        self.killed_before_commit += more.killed_before_commit;
        self.killed_after_commit += more.killed_after_commit;
        self.slept += more.slept;
        self.reloaded += more.reloaded;
        self.repeated += more.repeated;
        self.struck += more.struck;
        self.ended += more.ended;
    }

    pub fn enough(self) {
        let all = [
            ("dropped", self.dropped),
            ("half open", self.half_open),
            ("swallowed", self.swallowed),
            ("killed before commit", self.killed_before_commit),
            ("killed after commit", self.killed_after_commit),
            ("slept", self.slept),
            ("reloaded", self.reloaded),
            ("repeated", self.repeated),
            ("struck", self.struck),
            ("ended", self.ended),
        ];
        for (name, count) in all {
            assert!(count >= 50, "only {count} times {name}");
        }
    }
}

pub struct World {
    now: Millis,
    chat: Chat,
    tabs: Vec<Tab>,
    conns: u32,
    actions: u128,
    calls: VecDeque<u32>,
    assigned: bool,
    /// A client that follows no rule: it strikes what it likes of the resident's lines.
    hostile: ConnId,
    /// Under which number each action was first seen by anyone.
    seen: BTreeMap<ClientRef, Seq>,
    /// Actions of tabs that were reloaded before they were acknowledged: they may stand, once, or not at all.
    orphans: BTreeSet<ClientRef>,
    faults: Faults,
}

/// What becomes of an event.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Done,
    /// The object panics before anything is stored: the frame is gone, the sockets stay (platform.md 4.1).
    Swallowed,
    /// The same, after it was stored and before anything was sent.
    SwallowedLate,
    KilledBeforeCommit,
    KilledAfterCommit,
}

impl World {
    pub fn new(rng: &mut Rng) -> Self {
        let (chat, effects) = Chat::open(START, chat_id(CHAT));
        let tabs = (0..rng.usize(1..3)).map(|_| tab_of(START, Party::Resident)).collect();
        let mut world = Self {
            now: START,
            chat,
            tabs,
            conns: 1,
            actions: 100,
            calls: VecDeque::new(),
            assigned: false,
            hostile: ConnId(1),
            seen: BTreeMap::new(),
            orphans: BTreeSet::new(),
            faults: Faults::default(),
        };
        world.carry_out(effects);
        world.greet_hostile();
        world
    }

    pub fn faults(&self) -> Faults {
        self.faults
    }

    /// One thing happens.
    pub fn step(&mut self, rng: &mut Rng) {
        self.pass(if rng.u8(..) < 8 { rng.u64(0..25_000) } else { rng.u64(0..120) }, rng);
        let tab = rng.usize(..self.tabs.len());
        match rng.u8(..100) {
            0..30 => self.deliver_up(tab, rng),
            30..60 => self.deliver_down(tab),
            60..68 => self.dial(tab, rng),
            68..78 => self.say(tab, rng),
            78..80 => self.tabs[tab].handle(self.now, Input::Typed),
            80..82 => self.tabs[tab].handle(self.now, Input::Awake),
            82..85 => self.drop_link(tab, rng),
            85..87 => self.half_open(tab),
            87..89 => self.notice(tab),
            89..91 => self.sleep(),
            91 => self.reload(tab),
            92..94 => self.hostile_strike(rng),
            94..96 => self.desk(rng),
            96 if rng.u8(..8) == 0 => self.end(tab),
            _ => self.everything_in_flight(rng),
        }
        self.watch();
    }

    /// Time passes; every timer that has come due goes off.
    fn pass(&mut self, millis: u64, rng: &mut Rng) {
        self.now = self.now.after(Duration::from_millis(millis));
        for tab in &mut self.tabs {
            if tab.client.poll_timeout().is_some_and(|due| due <= self.now) {
                tab.handle(self.now, Input::Timeout { random: rng.u32(..) });
            }
        }
        if self.chat.session.poll_timeout().is_some_and(|(due, _)| due <= self.now) {
            self.happen(Event::Timeout, Fate::Done);
        }
    }

    fn say(&mut self, tab: usize, rng: &mut Rng) {
        for _ in 0..if rng.u8(..30) == 0 { 24 } else { rng.u8(1..4) } {
            self.actions += 1;
            self.tabs[tab].say(self.now, self.actions, TEXTS[rng.usize(..TEXTS.len())]);
        }
    }

    fn end(&mut self, tab: usize) {
        self.actions += 1;
        self.tabs[tab].handle(
            self.now,
            Input::End { client_ref: action(self.actions), reason: shared::wire::v1::EndReason::Done },
        );
    }

    fn dial(&mut self, tab: usize, rng: &mut Rng) {
        if !matches!(self.tabs[tab].socket, Socket::Dialing) {
            return;
        }
        if rng.u8(..4) == 0 {
            return self.tabs[tab].closed(self.now, 1006, rng.u32(..));
        }
        self.open(tab);
    }

    fn open(&mut self, tab: usize) {
        self.conns += 1;
        let conn = ConnId(self.conns);
        let peer = match self.tabs[tab].you {
            Party::Resident => Peer::Stranger,
            Party::Staff => console("dana"),
        };
        self.happen(Event::Connected { conn, peer }, Fate::Done);
        let pipe = Pipe { conn, up: VecDeque::new(), down: VecDeque::new(), dead: false };
        self.tabs[tab].socket = Socket::Open(pipe);
        self.tabs[tab].handle(self.now, Input::Opened);
    }

    fn deliver_up(&mut self, tab: usize, rng: &mut Rng) {
        let Some(pipe) = self.tabs[tab].pipe() else { return };
        let Some(text) = pipe.up.pop_front() else { return };
        if text == PING {
            pipe.down.push_back(FromEdge::Pong);
            return;
        }
        let fate = match rng.u8(..100) {
            0..3 => Fate::Swallowed,
            3..5 => Fate::SwallowedLate,
            5..7 => Fate::KilledBeforeCommit,
            7..10 => Fate::KilledAfterCommit,
            _ => Fate::Done,
        };
        let conn = pipe.conn;
        self.happen(Event::Frame { conn, frame: decode(&text) }, fate);
    }

    fn deliver_down(&mut self, tab: usize) {
        let now = self.now;
        let tab = &mut self.tabs[tab];
        match tab.pipe().and_then(|pipe| pipe.down.pop_front()) {
            Some(FromEdge::Frame(frame)) => tab.handle(now, Input::Frame(frame)),
            Some(FromEdge::Pong) => tab.handle(now, Input::Noise),
            Some(FromEdge::Close(code)) => tab.closed(now, code, 1 << 31),
            None => {}
        }
    }

    /// Hands an event to the session, as its shell does, unless something breaks on the way.
    fn happen(&mut self, event: Event, fate: Fate) {
        self.chat.note(&event);
        let said = match &event {
            Event::Frame { frame: Ok(Up::Say { client_ref, .. }), .. } => Some(client_ref.clone()),
            Event::Frame { .. }
            | Event::Connected { .. }
            | Event::Disconnected { .. }
            | Event::Assigned { .. }
            | Event::Dismissed { .. }
            | Event::Placed(_)
            | Event::Called { .. }
            | Event::DayOver(_)
            | Event::Marked(_)
            | Event::Surveyed(_)
            | Event::Released
            | Event::Forgotten
            | Event::Timeout => None,
        };
        self.faults.repeated += u32::from(said.is_some_and(|said| self.chat.disk.has(&said)));
        let effects = self.chat.session.handle(crate::stage::cx(), self.now, event);
        match fate {
            Fate::Done => {
                self.chat.commit(&effects);
                self.carry_out(effects);
            }
            Fate::Swallowed => {
                self.faults.swallowed += 1;
                self.chat.sleep();
            }
            Fate::SwallowedLate => {
                self.faults.swallowed += 1;
                self.write_only(&effects);
                self.chat.sleep();
            }
            Fate::KilledBeforeCommit => {
                self.faults.killed_before_commit += 1;
                self.kill();
            }
            Fate::KilledAfterCommit => {
                self.faults.killed_after_commit += 1;
                self.write_only(&effects);
                self.kill();
            }
        }
    }

    fn write_only(&mut self, effects: &[Effect]) {
        effects.iter().filter_map(Effect::write).for_each(|write| self.chat.disk.write(write));
    }

    /// The object is gone with its sockets; the browsers hear that theirs has closed, after what was already on the way.
    fn kill(&mut self) {
        self.chat.kill();
        for tab in &mut self.tabs {
            tab.stale.clear();
            if let Socket::Open(pipe) = &mut tab.socket {
                pipe.up.clear();
                pipe.down.push_back(FromEdge::Close(1006));
            }
        }
        self.greet_hostile();
    }

    fn sleep(&mut self) {
        self.faults.slept += 1;
        self.chat.sleep();
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Write(_)
                | Effect::Remember { .. }
                | Effect::Purged(_)
                | Effect::Marked(_)
                | Effect::Surveyed(_)
                | Effect::Forget
                | Effect::Shred => {}
                Effect::Send { conn, frame } => {
                    self.faults.struck += u32::from(
                        matches!(&frame, Down::Event(event) if matches!(event.body, Body::Struck { .. })),
                    );
                    self.send(conn, FromEdge::Frame(frame));
                }
                Effect::Close { conn, why } => self.send(conn, FromEdge::Close(why.close_code().unwrap())),
                Effect::Call(call) => self.calls.push_back(call.id),
                Effect::Reply(verdict) => self.assigned |= verdict == Verdict::Taken,
            }
        }
    }

    fn send(&mut self, conn: ConnId, frame: FromEdge) {
        let pipes = self.tabs.iter_mut().filter_map(Tab::pipe);
        if let Some(pipe) = pipes.into_iter().find(|pipe| pipe.conn == conn) {
            pipe.down.push_back(frame);
        }
    }

    fn drop_link(&mut self, tab: usize, rng: &mut Rng) {
        if matches!(self.tabs[tab].socket, Socket::Open(_)) {
            self.faults.dropped += 1;
            self.tabs[tab].closed(self.now, 1006, rng.u32(..));
        }
    }

    fn half_open(&mut self, tab: usize) {
        if let Some(pipe) = self.tabs[tab].pipe() {
            pipe.dead = true;
            pipe.up.clear();
            pipe.down.clear();
            self.faults.half_open += 1;
        }
    }

    /// The edge notices that connections of this tab are gone.
    fn notice(&mut self, tab: usize) {
        for conn in std::mem::take(&mut self.tabs[tab].stale) {
            self.happen(Event::Disconnected { conn }, Fate::Done);
        }
    }

    fn reload(&mut self, tab: usize) {
        self.faults.reloaded += 1;
        self.notice(tab);
        let acknowledged: BTreeSet<_> = self.tabs[tab]
            .client
            .log()
            .entries()
            .iter()
            .filter_map(|entry| entry.client_ref.clone())
            .collect();
        let mut old = std::mem::replace(&mut self.tabs[tab], tab_of(self.now, Party::Resident));
        self.tabs[tab] = tab_of(self.now, old.you);
        old.unplug();
        self.tabs[tab].stale = old.stale;
        self.orphans.extend(old.written.into_iter().filter(|written| !acknowledged.contains(written)));
    }

    fn greet_hostile(&mut self) {
        self.conns += 1;
        self.hostile = ConnId(self.conns);
        let conn = self.hostile;
        self.happen(Event::Connected { conn, peer: Peer::Stranger }, Fate::Done);
        let hello = json!({ "hello": { "token": own_token(), "last_seq": 1 } });
        self.happen(Event::Frame { conn, frame: decode(&hello.to_string()) }, Fate::Done);
    }

    fn hostile_strike(&mut self, rng: &mut Rng) {
        self.actions += 1;
        let strikes: Vec<_> = (0..rng.u8(..4))
            .map(|_| {
                let of = action(rng.u128(self.actions - 8..=self.actions));
                json!({ "of": of, "from": rng.u8(..12), "to": rng.u8(..30), "category": "SSN" })
            })
            .collect();
        let say = json!({ "say": { "client_ref": action(self.actions), "text": "Hm", "strikes": strikes } });
        let conn = self.hostile;
        self.happen(Event::Frame { conn, frame: decode(&say.to_string()) }, Fate::Done);
    }

    /// The desk answers a call, or gives the chat to Dana, whose console then opens it.
    fn desk(&mut self, rng: &mut Rng) {
        if let Some(id) = self.calls.pop_front() {
            return self.happen(Event::Called { id, ok: rng.bool() }, Fate::Done);
        }
        if !self.assigned {
            let fate = [Fate::Done, Fate::KilledBeforeCommit, Fate::KilledAfterCommit][rng.usize(..3)];
            self.happen(Event::Assigned { staff: staff_id("dana"), card: card("Dana"), hop: 1 }, fate);
            if self.assigned {
                self.tabs.push(tab_of(self.now, Party::Staff));
            }
        }
    }

    fn everything_in_flight(&mut self, rng: &mut Rng) {
        for tab in 0..self.tabs.len() {
            while self.tabs[tab].pipe().is_some_and(|pipe| !pipe.up.is_empty()) {
                self.deliver_up(tab, rng);
            }
            while self.tabs[tab].pipe().is_some_and(|pipe| !pipe.down.is_empty()) {
                self.deliver_down(tab);
            }
        }
    }

    /// Whatever a client has seen acknowledged, everyone sees under the same number, for ever.
    fn watch(&mut self) {
        for tab in &mut self.tabs {
            let entries = tab.client.log().entries().iter().rev();
            for entry in entries.take_while(|entry| entry.seq > tab.watched) {
                if let Some(client_ref) = &entry.client_ref {
                    let first = self.seen.entry(client_ref.clone()).or_insert(entry.seq);
                    assert_eq!(*first, entry.seq, "acknowledged under two numbers");
                }
            }
            tab.watched = tab.client.log().head();
        }
    }

    /// Nothing breaks any more, and everything comes to rest.
    pub fn settle(&mut self) {
        let mut calm = Rng::with_seed(0);
        for _ in 0..1_000 {
            for tab in 0..self.tabs.len() {
                self.notice(tab);
                if matches!(self.tabs[tab].socket, Socket::Dialing) {
                    self.open(tab);
                }
                while let Some(text) = self.tabs[tab].pipe().and_then(|pipe| pipe.up.pop_front()) {
                    if text == PING {
                        self.tabs[tab].pipe().unwrap().down.push_back(FromEdge::Pong);
                        continue;
                    }
                    let conn = self.tabs[tab].pipe().unwrap().conn;
                    self.happen(Event::Frame { conn, frame: decode(&text) }, Fate::Done);
                }
            }
            for tab in 0..self.tabs.len() {
                while self.tabs[tab].pipe().is_some_and(|pipe| !pipe.down.is_empty()) {
                    self.deliver_down(tab);
                }
            }
            while let Some(id) = self.calls.pop_front() {
                self.happen(Event::Called { id, ok: true }, Fate::Done);
            }
            self.watch();
            if self.tabs.iter().all(Tab::is_settled) && self.chat.session.poll_timeout().is_none() {
                return;
            }
            self.pass(250, &mut calm);
        }
        let states: Vec<_> = self.tabs.iter().map(|tab| (tab.you, tab.client.link())).collect();
        panic!("it never comes to rest: {states:?}");
    }

    pub fn check(&mut self) {
        let truth = Log::from(&self.chat.session.snapshot());
        self.faults.ended += u32::from(self.chat.session.record().phase == Phase::Ended);
        assert!(truth == Log::from(&self.chat.restored().snapshot()), "restored");
        let mut stands: BTreeMap<ClientRef, Vec<Seq>> = BTreeMap::new();
        for entry in truth.entries() {
            if let Some(client_ref) = &entry.client_ref {
                stands.entry(client_ref.clone()).or_default().push(entry.seq);
            }
        }
        assert!(stands.values().all(|places| places.len() == 1), "twice");
        for (acknowledged, seq) in &self.seen {
            assert_eq!(stands.get(acknowledged), Some(&vec![*seq]), "acknowledged and lost");
        }
        for tab in &self.tabs {
            assert!(!matches!(tab.client.link(), LinkState::Refused(_)), "{:?}", tab.client.link());
            assert_eq!(numbers(tab.client.log()), numbers(&truth), "{:?} sees something else", tab.you);
            assert!(*tab.client.log() == truth, "{:?} sees other words", tab.you);
            let mut last = Seq::ZERO;
            for written in &tab.written {
                match stands.get(written) {
                    Some(places) => {
                        assert!(places[0] > last, "out of order");
                        last = places[0];
                    }
                    None => assert!(is_shown_as_refused(tab, written), "lost"),
                }
            }
        }
    }
}

/// A tab of the one chat.
fn tab_of(now: Millis, you: Party) -> Tab {
    Tab::new(now, you, (you == Party::Resident).then(own_token))
}

/// The head, and the number of everything that stands.
fn numbers(log: &Log) -> (Seq, Vec<Seq>) {
    (log.head(), log.entries().iter().map(|entry| entry.seq).collect())
}

fn is_shown_as_refused(tab: &Tab, written: &ClientRef) -> bool {
    tab.client.items().iter().any(|item| {
        item.key == ItemKey::Action(written.clone())
            && matches!(item.shown, Shown::Own(_, Delivery::Refused(_)))
    })
}
