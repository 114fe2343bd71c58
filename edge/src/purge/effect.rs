//! What the purge wants done.

use super::{Entry, Night};
use crate::between::Ticket;
use crate::vault::Day;
use shared::id::SessionId;
use shared::ledger::Link;

/// Something the shell is to do. The shell commits every `Write` of one call together before it does anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store it.
    Write(Write),
    /// The answer to who begins a chat.
    Ticket(Ticket),
    /// Tell a chat that its day is over; answer with [`Event::Answered`](super::Event::Answered).
    Ask {
        /// The chat.
        chat: SessionId,
        /// Which day.
        day: Day,
        /// The day into which it may go on. It is known here before anything can lie under its key, so that no key is left over
        /// when the answer is lost.
        next: Ticket,
    },
    /// Destroy a day's key, look whether it is gone, try the probe; answer with [`Event::Destroyed`](super::Event::Destroyed).
    Destroy {
        /// Whose.
        day: Day,
    },
}

/// What must last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A day; it replaces what was known of it.
    Night(Night),
    /// A chat; it replaces what was known of it.
    Entry(Entry),
    /// A chat is kept beyond its day.
    Held(SessionId),
    /// A chat that was kept is gone.
    Freed(SessionId),
    /// The certificate of a day takes the place of the day and all its chats.
    Certified {
        /// The day.
        day: Day,
        /// Its certificate.
        link: Link,
    },
}

impl Effect {
    /// What it stores, if it does.
    pub fn write(&self) -> Option<&Write> {
        match self {
            Self::Write(write) => Some(write),
            Self::Ticket(_) | Self::Ask { .. } | Self::Destroy { .. } => None,
        }
    }
}
