//! The desk's object and that of the records, as the shell runs them, and how objects wake and die.

use super::letters::Letter;
use super::world::{Fate, World};
use crate::desk_disk::DeskObject;
use edge::between::Ticket;
use edge::desk;
use edge::purge::{self, Effect, Write};
use edge::session::Event;
use edge::vault::Half;
use fastrand::Rng;
use shared::time::Millis;

/// What the records have done, with the ticket where one was asked for.
pub struct Recorded(pub Option<Ticket>);

impl World {
    /// Hands an event to the desk. Says whether whoever called it is answered.
    pub fn desk_happens(&mut self, event: desk::Event, fate: Fate) -> bool {
        self.desk.note(&event);
        let effects = self.desk.desk.handle(&self.city.policy, self.now, event);
        let effects = match self.bug {
            Some(bug) => bug.of_the_desk(effects),
            None => effects,
        };
        match fate {
            Fate::Done => {
                self.desk.commit(&effects);
                for effect in effects {
                    if let desk::Effect::Call { chat, message } = effect {
                        let site = self.site_of(&chat);
                        self.post.push(Letter::ToChat { site, message });
                    }
                }
            }
            Fate::KilledAfterCommit => {
                let writes = effects.iter().filter(|effect| effect.write().is_some()).cloned();
                self.desk.commit(&writes.collect::<Vec<_>>());
            }
            Fate::Swallowed | Fate::KilledBeforeCommit => {}
        }
        self.history.desk_is_fair(&self.desk, self.now, &self.city.policy);
        match fate {
            Fate::Done => {}
            Fate::Swallowed => {
                self.faults.swallowed += 1;
                self.desk.sleep();
            }
            Fate::KilledBeforeCommit | Fate::KilledAfterCommit => self.kill_desk(),
        }
        fate == Fate::Done
    }

    pub fn kill_desk(&mut self) {
        self.desk.kill();
        for console in &mut self.consoles {
            console.conn = None;
        }
        self.post.retain(|letter| !matches!(letter, Letter::ChatHas { .. }));
    }

    /// Hands an event to the records. Nothing is answered when they die on the way; a ticket where one was asked for.
    pub fn records_happen(&mut self, event: purge::Event, fate: Fate) -> Option<Recorded> {
        let period = self.city.period(self.now);
        let context = purge::Context { policy: &self.city.policy, period: &period };
        let effects = self.purge.handle(context, self.now, event);
        let effects = match self.bug {
            Some(bug) => bug.of_the_records(effects),
            None => effects,
        };
        if fate.is_stored() {
            for write in effects.iter().filter_map(Effect::write) {
                if let Write::Certified { day, link } = write {
                    self.history.certified(day, link, &self.keys);
                    self.faults.certified += 1;
                }
                self.records.write(write);
            }
        }
        if fate != Fate::Done {
            self.kill_records();
            return None;
        }
        let mut given = None;
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Ticket(ticket) => {
                    // The probe is planted before the ticket is given out.
                    if self.now < ticket.until {
                        self.makes_key(Half::Day(ticket.day.clone()));
                    }
                    given = Some(ticket);
                }
                Effect::Ask { chat, day, next } => {
                    let asked = edge::between::DayOver { day, next };
                    self.post.push(Letter::DayOver { site: self.site_of(&chat), asked });
                }
                Effect::Destroy { day } => self.post.push(Letter::Destroy { day }),
            }
        }
        Some(Recorded(given))
    }

    fn kill_records(&mut self) {
        self.purge = self.records.restore();
        self.post.retain(|letter| !matches!(letter, Letter::DayHeard { .. } | Letter::Destroyed { .. }));
    }

    /// Some object is put to sleep, or all of them are killed at one stroke.
    pub fn object_dies(&mut self, rng: &mut Rng) {
        let site = rng.usize(..self.sites.len());
        match rng.u8(..8) {
            0 | 1 => {
                if let Some(chat) = &mut self.sites[site].object {
                    chat.sleep();
                }
            }
            2 => self.kill_chat(site),
            3 => self.desk.sleep(),
            4 => self.kill_desk(),
            5 => self.kill_records(),
            6 => self.kill_case(site),
            _ => {
                (0..self.sites.len()).for_each(|site| {
                    self.kill_chat(site);
                    self.kill_case(site);
                });
                self.kill_desk();
                self.kill_records();
                self.post.retain(|letter| matches!(letter, Letter::Open { .. }));
            }
        }
    }

    /// Every clock whose moment has come goes off; where something breaks, sooner or later.
    pub fn ring(&mut self, rng: &mut Rng) {
        let now = self.now;
        let due = |at: Option<Millis>| at.is_some_and(|due| due <= now);
        for place in 0..self.seats.len() {
            if due(self.seats[place].tab.client.poll_timeout()) {
                let random = rng.u32(..);
                self.seats[place].tab.handle(now, shared::chat::Input::Timeout { random });
            }
        }
        for site in 0..self.sites.len() {
            if due(self.chat_due(site)) && !self.breaks(rng) {
                let fate = self.fate(rng);
                self.chat_happens(site, Event::Timeout, fate);
            }
            if due(self.sites[site].file.poll_timeout()) && !self.breaks(rng) {
                let fate = self.fate(rng);
                self.case_happens(site, edge::casework::Event::Timeout, fate);
            }
        }
        if due(self.desk_due()) && !self.breaks(rng) {
            let fate = self.fate(rng);
            self.desk_happens(desk::Event::Timeout, fate);
        }
        if due(self.purge.poll_timeout()) && !self.breaks(rng) {
            let fate = self.fate(rng);
            self.records_happen(purge::Event::Timeout, fate);
        }
        self.consoles_beat();
    }

    pub fn desk_due(&self) -> Option<Millis> {
        let DeskObject { desk, .. } = &self.desk;
        desk.poll_timeout().map(|(due, _)| due)
    }
}
