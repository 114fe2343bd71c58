//! What the city's records have written, in memory.

use edge::purge::{Entry, Night, Purge, Write};
use edge::vault::Day;
use shared::id::SessionId;
use shared::ledger::Link;
use std::collections::{BTreeMap, BTreeSet};

/// What the records have written.
#[derive(Default)]
pub struct Disk {
    pub nights: BTreeMap<Day, Night>,
    pub entries: BTreeMap<SessionId, Entry>,
    pub held: BTreeSet<SessionId>,
    pub ledger: Vec<Link>,
}

impl Disk {
    pub fn write(&mut self, write: &Write) {
        match write {
            Write::Night(night) => drop(self.nights.insert(night.day.clone(), night.clone())),
            Write::Entry(entry) => drop(self.entries.insert(entry.chat.clone(), entry.clone())),
            Write::Held(chat) => drop(self.held.insert(chat.clone())),
            Write::Freed(chat) => drop(self.held.remove(chat)),
            Write::Certified { day, link } => {
                self.nights.remove(day);
                self.entries.retain(|_, entry| entry.day != *day);
                self.ledger.push(link.clone());
            }
        }
    }

    pub fn restore(&self) -> Purge {
        let (nights, entries) = (self.nights.values().cloned(), self.entries.values().cloned());
        let held = self.held.iter().cloned().collect();
        Purge::restore(nights.collect(), entries.collect(), held, self.ledger.clone())
    }
}
