//! What has happened in a chat, folded from numbered events.

use crate::id::{ClientRef, Seq, TopicId};
use crate::language::Language;
use crate::privacy::MaskedText;
use crate::time::Millis;
use crate::wire::v1::{Alert, Body, EndReason, Ender, Event, Party, Snapshot, StaffCard};

/// The log of one chat as far as this client has it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Log {
    head: Seq,
    entries: Vec<Entry>,
}

/// One thing that happened, as it stands now.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub seq: Seq,
    /// When the edge took it.
    pub at: Millis,
    /// The action it answers.
    pub client_ref: Option<ClientRef>,
    /// What it is.
    pub happening: Happening,
}

/// What can stand in the log. Unlike on the wire nothing here refers to an earlier entry.
#[derive(Clone, PartialEq, Eq)]
pub enum Happening {
    /// The resident asked for a chat.
    Started {
        /// About what.
        topic: TopicId,
        /// In which language.
        language: Language,
    },
    /// A member of staff answers.
    Joined(StaffCard),
    /// A message.
    Said {
        /// Whose.
        by: Party,
        /// What is left of it.
        text: MaskedText,
        /// What triage said of it.
        alert: Option<Box<Alert>>,
    },
    /// The chat is over.
    Ended {
        /// Who ended it.
        by: Ender,
        /// Why.
        reason: EndReason,
    },
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It was the next one.
    New,
    /// It was there already.
    Old,
    /// One before it is missing: ask for what came after [`Log::head`].
    Gap,
}

impl Log {
    /// The last event that was applied.
    pub const fn head(&self) -> Seq {
        self.head
    }

    /// Everything, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Takes the next event.
    pub fn apply(&mut self, event: &Event) -> Applied {
        if event.seq <= self.head {
            return Applied::Old;
        }
        if event.seq != self.head.next() {
            return Applied::Gap;
        }
        self.fold(event);
        Applied::New
    }

    fn fold(&mut self, event: &Event) {
        self.head = event.seq;
        let happening = match &event.body {
            Body::Started { topic, language } => {
                Happening::Started { topic: topic.clone(), language: *language }
            }
            Body::Joined { staff } => Happening::Joined(staff.clone()),
            Body::Said { by, text, alert } => {
                Happening::Said { by: *by, text: text.clone(), alert: alert.clone() }
            }
            Body::Ended { by, reason } => Happening::Ended { by: *by, reason: *reason },
            Body::Struck { line, text } => {
                self.strike(*line, text);
                return;
            }
        };
        self.entries.push(Entry {
            seq: event.seq,
            at: event.at,
            client_ref: event.client_ref.clone(),
            happening,
        });
    }

    fn strike(&mut self, line: Seq, remains: &MaskedText) {
        let entry = self.entries.iter_mut().find(|entry| entry.seq == line);
        if let Some(Entry { happening: Happening::Said { text, .. }, .. }) = entry {
            *text = remains.clone();
        }
    }

    /// Whom the resident is talking with.
    pub fn staff(&self) -> Option<&StaffCard> {
        self.entries.iter().rev().find_map(|entry| match &entry.happening {
            Happening::Joined(card) => Some(card),
            Happening::Started { .. } | Happening::Said { .. } | Happening::Ended { .. } => None,
        })
    }

    /// Who ended the chat and why, once it is over.
    pub fn ended(&self) -> Option<(Ender, EndReason)> {
        self.entries.iter().rev().find_map(|entry| match &entry.happening {
            Happening::Ended { by, reason } => Some((*by, *reason)),
            Happening::Started { .. } | Happening::Joined(_) | Happening::Said { .. } => None,
        })
    }

    /// What the resident's messages so far call for (EM-GEN-B).
    pub fn alert(&self) -> Option<&Alert> {
        let last = self.entries.iter().rev().find_map(|entry| match &entry.happening {
            Happening::Said { by: Party::Resident, alert, .. } => Some(alert.as_deref()),
            Happening::Said { .. }
            | Happening::Started { .. }
            | Happening::Joined(_)
            | Happening::Ended { .. } => None,
        });
        last.flatten()
    }

    /// What the chat is about and in which language, once known.
    pub fn subject(&self) -> Option<(&TopicId, Language)> {
        self.entries.iter().find_map(|entry| match &entry.happening {
            Happening::Started { topic, language } => Some((topic, *language)),
            Happening::Joined(_) | Happening::Said { .. } | Happening::Ended { .. } => None,
        })
    }
}

impl From<&Snapshot> for Log {
    fn from(snapshot: &Snapshot) -> Self {
        let mut log = Self::default();
        for event in &snapshot.events {
            log.fold(event);
        }
        log.head = snapshot.head;
        log
    }
}
