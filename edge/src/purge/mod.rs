//! The end of every day's chats (EM-RET-A). Pure, like the session: time and event in, effects out.
//!
//! No chat begins without standing here first, with the day under whose key it is sealed. When the day is over each of its
//! chats is asked to go; then the day's key is destroyed, whatever they answered, and a certificate is added to the ledger.
//! Every step can come twice: a chat that is gone says so, a key that is gone stays gone, and a day leaves this room only in
//! the transaction that adds its certificate. What a crash or a missed alarm leaves undone is done at the next wake.

mod effect;
mod night;
mod page;

pub use effect::{Effect, Write};
pub use night::{Entry, Fate, Night};
pub use page::page;

use crate::between::{Purged, Ticket};
use crate::vault::{Day, Half};
use core::time::Duration;
use sha2::{Digest, Sha256};
use shared::id::SessionId;
use shared::ledger::{Certificate, GENESIS, Link, Transparency};
use shared::policy::Policy;
use shared::time::Millis;
use std::collections::{BTreeMap, BTreeSet};

/// A chat may begin up to the last moment of its day; it is asked to go only when that beginning must have arrived.
const GRACE: Duration = Duration::from_secs(10);
/// How long chats that do not answer are waited for before their key is destroyed all the same.
const PATIENCE: Duration = Duration::from_mins(50);
/// The pause before a chat is asked again, or a key that is still there is destroyed again; it doubles up to a minute.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// How many chats are asked at once.
const AT_ONCE: usize = 25;

/// A span of time whose chats go together: what residents call a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its name, which is that of its key.
    pub day: Day,
    /// When it ends.
    pub ends: Millis,
}

/// What every event is judged by.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The city's policy.
    pub policy: &'a Policy,
    /// The period that runs now.
    pub period: &'a Period,
}

/// Something that happened.
pub enum Event {
    /// A resident is about to begin a chat. There is no ticket for one that was forgotten.
    Begin {
        /// The chat.
        chat: SessionId,
    },
    /// Its day was over before a chat was there: it begins in the present one.
    Late {
        /// The chat. There is nothing of it.
        chat: SessionId,
    },
    /// The resident wants the chat forgotten before the day is over.
    Forget {
        /// The chat.
        chat: SessionId,
    },
    /// A chat is about to be kept beyond its day (EM-RET-B-a).
    Held {
        /// The chat.
        chat: SessionId,
    },
    /// A chat that was kept is gone.
    Freed {
        /// The chat.
        chat: SessionId,
    },
    /// A chat has answered that its day is over, or could not be reached.
    Answered {
        /// The chat.
        chat: SessionId,
        /// Which day's end it was asked about.
        day: Day,
        /// Its answer, if there was one.
        answer: Option<Purged>,
    },
    /// A key was destroyed, or it was tried.
    Destroyed {
        /// Whose.
        day: Day,
        /// Whether the store, asked again, no longer has it.
        absent: bool,
        /// Whether the day's sealed probe still opens.
        opens: bool,
    },
    /// The moment of [`Purge::poll_timeout`] has come, or the sweep looks whether it was missed.
    Timeout,
}

/// The days that are not over, and the head of the ledger.
#[derive(Default)]
pub struct Purge {
    nights: BTreeMap<Day, Night>,
    chats: BTreeMap<SessionId, Entry>,
    held: BTreeSet<SessionId>,
    ledger: Vec<Link>,
}

impl Purge {
    /// The same again, from what was written.
    pub fn restore(nights: Vec<Night>, chats: Vec<Entry>, held: Vec<SessionId>, ledger: Vec<Link>) -> Self {
        Self {
            nights: nights.into_iter().map(|night| (night.day.clone(), night)).collect(),
            chats: chats.into_iter().map(|entry| (entry.chat.clone(), entry)).collect(),
            held: held.into_iter().collect(),
            ledger,
        }
    }

    /// The chats that are kept beyond their day.
    pub fn held(&self) -> impl Iterator<Item = &SessionId> {
        self.held.iter()
    }

    /// When to call [`Purge::handle`] with [`Event::Timeout`] at the latest.
    pub fn poll_timeout(&self) -> Option<Millis> {
        let of_night = |night: &Night| match self.undecided(&night.day).map(|entry| entry.due).min() {
            Some(due) => due.max(night.ends.after(GRACE)),
            None => night.due.max(night.ends.after(GRACE)),
        };
        let waits_for = self.open_until();
        self.nights
            .values()
            .filter(|night| waits_for.is_none_or(|ends| night.ends <= ends))
            .map(of_night)
            .min()
    }

    /// The end of the earliest day of which some chat is not decided. Such a chat may lie under the key of any later day: it was
    /// carried there, and its answer was lost. So no later day is finished before.
    fn open_until(&self) -> Option<Millis> {
        let undecided = self.chats.values().filter(|entry| entry.fate.is_none());
        undecided.filter_map(|entry| self.nights.get(&entry.day)).map(|night| night.ends).min()
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, cx: Context<'_>, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        match event {
            Event::Begin { chat } => self.begin(cx, now, chat, &mut out),
            Event::Late { chat } => {
                let is_over = |entry: &Entry| {
                    !entry.forgotten && self.nights.get(&entry.day).is_none_or(|night| night.ends <= now)
                };
                if self.chats.get(&chat).is_some_and(is_over) {
                    self.chats.remove(&chat);
                }
                self.begin(cx, now, chat, &mut out);
            }
            Event::Forget { chat } => {
                if let Some(entry) = self.chats.get_mut(&chat).filter(|entry| !entry.forgotten) {
                    entry.forgotten = true;
                    out.push(Effect::Write(Write::Entry(entry.clone())));
                }
            }
            Event::Held { chat } => {
                // One that is gone, or about to be, cannot be kept any more.
                let there = self.chats.get(&chat).is_some_and(|entry| entry.fate != Some(Fate::Removed));
                if there && self.held.insert(chat.clone()) {
                    out.push(Effect::Write(Write::Held(chat)));
                }
            }
            Event::Freed { chat } => {
                if self.held.remove(&chat) {
                    out.push(Effect::Write(Write::Freed(chat)));
                }
            }
            Event::Answered { chat, day, answer } => self.answered(&chat, &day, answer, &mut out),
            Event::Destroyed { day, absent, opens } => {
                if absent && !opens {
                    self.certify(cx, now, &day, &mut out);
                }
            }
            Event::Timeout => {}
        }
        self.advance(cx, now, &mut out);
        out
    }

    fn begin(&mut self, cx: Context<'_>, now: Millis, chat: SessionId, out: &mut Vec<Effect>) {
        let known = self.chats.get(&chat);
        if known.is_some_and(|entry| entry.forgotten) {
            // The answer to its beginning was lost, and meanwhile its resident has had it deleted: it does not begin again.
            return;
        }
        if let Some(night) = known.and_then(|entry| self.nights.get(&entry.day)) {
            out.push(Effect::Ticket(Ticket { day: night.day.clone(), until: night.ends }));
            return;
        }
        self.know(cx.period, out);
        let Period { day, ends } = cx.period.clone();
        let entry =
            Entry { chat, day: day.clone(), since: now, fate: None, forgotten: false, due: now, tries: 0 };
        out.push(Effect::Write(Write::Entry(entry.clone())));
        self.chats.insert(entry.chat.clone(), entry);
        out.push(Effect::Ticket(Ticket { day, until: ends }));
    }

    fn answered(&mut self, chat: &SessionId, day: &Day, answer: Option<Purged>, out: &mut Vec<Effect>) {
        let Some(entry) = self.chats.get_mut(chat).filter(|entry| entry.day == *day && entry.fate.is_none())
        else {
            return;
        };
        match answer {
            Some(Purged::Gone) => {
                entry.fate = Some(Fate::Removed);
                // It was to be kept, and the mark did not reach it.
                if self.held.remove(chat) {
                    out.push(Effect::Write(Write::Freed(chat.clone())));
                }
            }
            Some(Purged::Held) => entry.fate = Some(Fate::Held),
            Some(Purged::Carried { day: next, until }) if next != *day => {
                entry.day = next.clone();
                entry.due = Millis::default();
                entry.tries = 0;
                out.push(Effect::Write(Write::Entry(entry.clone())));
                self.know(&Period { day: next, ends: until }, out);
                if let Some(night) = self.nights.get_mut(day) {
                    night.carried = night.carried.saturating_add(1);
                    out.push(Effect::Write(Write::Night(night.clone())));
                }
                return;
            }
            None | Some(Purged::NotYet | Purged::Carried { .. }) => return,
        }
        out.push(Effect::Write(Write::Entry(entry.clone())));
    }

    /// A day stands here before anything can be sealed under its key, so that no key is ever left over.
    fn know(&mut self, Period { day, ends }: &Period, out: &mut Vec<Effect>) {
        if !self.nights.contains_key(day) {
            let night = Night {
                day: day.clone(),
                ends: *ends,
                carried: 0,
                asked: None,
                due: Millis::default(),
                tries: 0,
            };
            out.push(Effect::Write(Write::Night(night.clone())));
            self.nights.insert(day.clone(), night);
        }
    }

    /// Does what is due for every day that is over.
    fn advance(&mut self, cx: Context<'_>, now: Millis, out: &mut Vec<Effect>) {
        let is_over = |night: &Night| night.ends.after(GRACE) <= now;
        if self.nights.values().any(is_over) {
            // What is open may go on under the key of the present day.
            self.know(cx.period, out);
        }
        let waits_for = self.open_until();
        for night in self.nights.values_mut().filter(|night| is_over(night)) {
            if night.asked.is_none() {
                // Counted from here and not from the end of the day: after a long silence everyone is still asked.
                night.asked = Some(now);
                out.push(Effect::Write(Write::Night(night.clone())));
            }
            let late = night.asked.is_some_and(|asked| asked.after(PATIENCE) <= now);
            let undecided = |entry: &&mut Entry| entry.day == night.day && entry.fate.is_none();
            let mut waiting = self.chats.values_mut().filter(undecided).peekable();
            if waiting.peek().is_some() && !late {
                for entry in waiting.filter(|entry| entry.due <= now).take(AT_ONCE) {
                    entry.due = now.after(pause(&mut entry.tries));
                    let next = Ticket { day: cx.period.day.clone(), until: cx.period.ends };
                    out.push(Effect::Ask { chat: entry.chat.clone(), day: night.day.clone(), next });
                }
            } else if night.due <= now && waits_for.is_none_or(|ends| night.ends <= ends) {
                night.due = now.after(pause(&mut night.tries));
                waiting.for_each(|entry| entry.due = night.due);
                out.push(Effect::Destroy { day: night.day.clone() });
            }
        }
    }

    /// The day is over and nothing of it can be read: its certificate takes its place.
    fn certify(&mut self, cx: Context<'_>, now: Millis, day: &Day, out: &mut Vec<Effect>) {
        let Some(night) = self.nights.remove(day) else { return };
        let mut counts = Counts::default();
        self.chats.retain(|_, entry| {
            let stays = entry.day != *day;
            if !stays {
                counts.add(entry);
            }
            stays
        });
        let city = &cx.policy.city.id;
        let certificate = Certificate {
            number: u32::try_from(self.ledger.len()).unwrap_or(u32::MAX).saturating_add(1),
            previous: self.head().to_owned(),
            city: city.as_str().to_owned(),
            day: day.0.clone(),
            at: now,
            schedule: cx.policy.retention.schedule.value.clone(),
            chats: counts.removed + counts.held + counts.unanswered + night.carried,
            removed: counts.removed,
            forgotten: counts.forgotten,
            held: counts.held,
            carried: night.carried,
            unanswered: counts.unanswered,
            key: Half::Day(day.clone()).object_name(city),
            key_absent: true,
            probe_opens: false,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let hash = sha256(certificate.lines().as_bytes());
        let link = Link { certificate, hash };
        out.push(Effect::Write(Write::Certified { day: day.clone(), link: link.clone() }));
        self.ledger.push(link);
    }

    fn undecided<'a>(&'a self, day: &'a Day) -> impl Iterator<Item = &'a Entry> + 'a {
        self.chats.values().filter(move |entry| entry.day == *day && entry.fate.is_none())
    }

    fn head(&self) -> &str {
        self.ledger.last().map_or(GENESIS, |link| &link.hash)
    }

    /// What anyone may know.
    pub fn transparency(&self, cx: Context<'_>, now: Millis) -> Transparency {
        let readable = self
            .chats
            .values()
            .filter(|entry| entry.fate.is_none() && !entry.forgotten && !self.held.contains(&entry.chat));
        let today = readable.clone().filter(|entry| entry.day == cx.period.day).count();
        Transparency {
            city: cx.policy.city.name.clone(),
            now,
            next_purge: cx.period.ends,
            chats_today: u32::try_from(today).unwrap_or(u32::MAX),
            oldest_readable: readable.map(|entry| entry.since).min(),
            held: u32::try_from(self.held.len()).unwrap_or(u32::MAX),
            head: self.head().to_owned(),
            ledger: self.ledger.clone(),
        }
    }
}

/// What became of a day's chats.
#[derive(Default)]
struct Counts {
    removed: u32,
    forgotten: u32,
    held: u32,
    unanswered: u32,
}

impl Counts {
    fn add(&mut self, entry: &Entry) {
        self.forgotten += u32::from(entry.forgotten);
        match entry.fate {
            Some(Fate::Removed) => self.removed += 1,
            Some(Fate::Held) => self.held += 1,
            None => self.unanswered += 1,
        }
    }
}

/// The next pause of something that has been tried `tries` times.
fn pause(tries: &mut u32) -> Duration {
    let pause = PAUSE.saturating_mul(1 << (*tries).min(10)).min(LONGEST_PAUSE);
    *tries = tries.saturating_add(1);
    pause
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
