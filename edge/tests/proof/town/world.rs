//! Everything there is in the town, and the next thing that happens.

use super::bugs::Bug;
use super::checker::History;
use super::consoles::Console;
use super::letters::Letter;
use crate::desk_disk::DeskObject;
use crate::records::Disk;
use crate::stage::{self, Chat, START, chat_id};
use crate::tab::Tab;
use core::ops::AddAssign;
use core::time::Duration;
use edge::casework::{Case, CaseFile};
use edge::city::City;
use edge::purge::Purge;
use edge::session::Context;
use edge::vault::{Day, Half};
use fastrand::Rng;
use shared::id::SessionId;
use shared::policy::OpenChats;
use shared::time::Millis;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The rehearsal, in which a day is a minute, with each of the two things a policy can say of chats that are open at its end.
static CITIES: LazyLock<[City; 2]> = LazyLock::new(|| {
    [OpenChats::Carry, OpenChats::End].map(|open_chats| {
        let mut city = City::find("rehearsal").unwrap();
        city.policy.retention.open_chats.value = open_chats;
        city
    })
});

/// One chat and all that belongs to it.
pub struct Site {
    pub id: SessionId,
    /// Its object, while there is anything of it.
    pub object: Option<Chat>,
    /// The day under whose key it began.
    pub born: Option<Day>,
    pub file: CaseFile,
    pub case: Option<Case>,
}

impl Site {
    /// Under which key the chat's own lies, as it is stored.
    pub fn half(&self, chat: &Chat) -> Half {
        match (&chat.disk.day, &self.born) {
            _ if chat.disk.case => Half::Case(self.id.clone()),
            (Some(day), _) | (None, Some(day)) => Half::Day(day.clone()),
            (None, None) => panic!("a chat that began on no day"),
        }
    }
}

/// A browser that takes part in a chat.
pub struct Seat {
    pub site: usize,
    /// Whose console it is in; nobody's for the resident.
    pub console: Option<usize>,
    pub tab: Tab,
}

/// What becomes of an event.
#[derive(Clone, Copy, PartialEq)]
pub enum Fate {
    Done,
    /// The object panics before anything is stored: the frame is gone, the sockets stay (platform.md 4.1).
    Swallowed,
    KilledBeforeCommit,
    KilledAfterCommit,
}

impl Fate {
    pub fn is_stored(self) -> bool {
        matches!(self, Self::Done | Self::KilledAfterCommit)
    }
}

pub struct World {
    pub now: Millis,
    pub city: &'static City,
    pub sites: Vec<Site>,
    pub seats: Vec<Seat>,
    pub desk: DeskObject,
    pub consoles: Vec<Console>,
    pub purge: Purge,
    pub records: Disk,
    pub keys: BTreeSet<Half>,
    pub post: Vec<Letter>,
    pub history: History,
    pub faults: Faults,
    pub bug: Option<Bug>,
    /// Nothing breaks any more.
    pub calm: bool,
    pub conns: u32,
    pub actions: u128,
}

impl World {
    /// A short history of anything; then everything comes to rest and is looked at; then its days come to their ends.
    pub fn lived(rng: &mut Rng, bug: Option<Bug>) -> Faults {
        let mut world = Self::new(rng, bug);
        world.arrives();
        if rng.u8(..5) > 0 {
            world.gets_going();
        }
        for _ in 0..rng.u8(20..50) {
            world.step(rng);
        }
        world.settle();
        world.is_whole();
        world.run_out(rng);
        world.is_over();
        world.faults.histories += 1;
        world.faults
    }

    fn new(rng: &mut Rng, bug: Option<Bug>) -> Self {
        Self {
            now: START.after(Duration::from_millis(rng.u64(..60_000))),
            city: &CITIES[rng.usize(..2)],
            sites: Vec::new(),
            seats: Vec::new(),
            desk: DeskObject::default(),
            consoles: Console::all(),
            purge: Purge::default(),
            records: Disk::default(),
            keys: BTreeSet::new(),
            post: Vec::new(),
            history: History::default(),
            faults: Faults::default(),
            bug,
            calm: false,
            conns: 0,
            actions: 0,
        }
    }

    pub fn context(&self) -> Context<'static> {
        Context { policy: &self.city.policy, tokens: stage::cx().tokens }
    }

    pub fn has(&self, bug: Bug) -> bool {
        self.bug == Some(bug)
    }

    pub fn site_of(&self, chat: &SessionId) -> usize {
        self.sites.iter().position(|site| site.id == *chat).unwrap()
    }

    /// One thing happens.
    fn step(&mut self, rng: &mut Rng) {
        let pause = match rng.u8(..100) {
            0..2 => rng.u64(20_000..70_000),
            2..6 => rng.u64(..26_000),
            _ => rng.u64(..150),
        };
        self.now = self.now.after(Duration::from_millis(pause));
        self.ring(rng);
        match rng.u8(..100) {
            0..16 => self.deliver_up(rng),
            16..32 => self.deliver_down(rng),
            32..38 => self.dial(rng),
            38..46 => self.say(rng),
            46..50 => self.shows_life(rng),
            50..54 => self.link_breaks(rng),
            54..57 => self.object_dies(rng),
            57..69 => self.deliver(rng),
            69..82 => self.console_acts(rng),
            82..86 => self.ends(rng),
            86..89 => self.supervisor_acts(rng),
            89 => self.arrives(),
            // Everyone waits until some clock goes off.
            90..93 => self.time_passes(rng),
            _ => self.everything_in_flight(rng),
        }
        self.watch();
    }

    /// A resident asks for a chat, or asks again because nothing came of it.
    pub fn arrives(&mut self) {
        let waiting = (0..self.sites.len()).find(|site| {
            let site = &self.sites[*site];
            site.object.is_none() && site.born.is_none()
        });
        let site = waiting.unwrap_or_else(|| {
            let id = chat_id(self.sites.len() as u128 + 1);
            let file = CaseFile::default();
            self.sites.push(Site { id, object: None, born: None, file, case: None });
            self.sites.len() - 1
        });
        if self.sites.len() <= 3 {
            self.begins(site);
        }
    }

    pub fn fate(&self, rng: &mut Rng) -> Fate {
        match rng.u8(..100) {
            _ if self.calm => Fate::Done,
            0..5 => Fate::Swallowed,
            5..7 => Fate::KilledBeforeCommit,
            7..10 => Fate::KilledAfterCommit,
            _ => Fate::Done,
        }
    }
}

/// How often each thing went wrong or came about, so that histories in which nothing does cannot pass for a proof.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    pub histories: u64,
    pub messages: u64,
    pub half_open: u64,
    pub dropped: u64,
    pub swallowed: u64,
    pub killed_before_commit: u64,
    pub killed_after_commit: u64,
    pub letters_lost: u64,
    pub repeated: u64,
    pub struck: u64,
    pub silent: u64,
    pub transferred: u64,
    pub carried: u64,
    pub purged: u64,
    pub forgotten: u64,
    pub held: u64,
    pub released: u64,
    pub certified: u64,
}

impl AddAssign for Faults {
    fn add_assign(&mut self, more: Self) {
        *self = self.and(more);
    }
}

impl Faults {
    fn each(&mut self) -> [(&'static str, &mut u64); 18] {
        [
            ("histories", &mut self.histories),
            ("messages", &mut self.messages),
            ("half open", &mut self.half_open),
            ("dropped", &mut self.dropped),
            ("swallowed", &mut self.swallowed),
            ("killed before commit", &mut self.killed_before_commit),
            ("killed after commit", &mut self.killed_after_commit),
            ("letters lost", &mut self.letters_lost),
            ("repeated", &mut self.repeated),
            ("struck", &mut self.struck),
            ("ended by silence", &mut self.silent),
            ("transferred", &mut self.transferred),
            ("carried", &mut self.carried),
            ("purged", &mut self.purged),
            ("forgotten", &mut self.forgotten),
            ("held", &mut self.held),
            ("released", &mut self.released),
            ("certified", &mut self.certified),
        ]
    }

    pub fn and(mut self, mut more: Self) -> Self {
        for ((_, sum), (_, addend)) in self.each().into_iter().zip(more.each()) {
            *sum += *addend;
        }
        self
    }

    /// Says what was lived through; of the usual histories something of everything has to be in it.
    pub fn enough(mut self) {
        for (name, count) in self.each() {
            eprintln!("{name}: {count}");
            assert!(!crate::seeds::are_the_usual() || *count >= 20, "only {count} times {name}");
        }
    }
}
