//! Frames of the desk: who waits, who is there, what is offered. Never a word of any chat.

use crate::id::{SessionId, StaffId, TopicId};
use crate::language::Language;
use crate::refusal::Refusal;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// Console to desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskUp {
    /// The first frame of every connection, then again at the interval of [`Board::beat_every_ms`]: the person's console is
    /// there. An open socket alone proves nothing.
    Beat {},
    /// The person takes chats from now on, or takes none.
    Presence {
        /// Which.
        presence: Presence,
    },
    /// The person takes the chat that is offered to them.
    Accept {
        /// The chat.
        chat: SessionId,
    },
    /// The person leaves the offered chat to the next one.
    Decline {
        /// The chat.
        chat: SessionId,
    },
}

/// Desk to console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskDown {
    /// The whole state as this person may see it; sent at first and after each change.
    Board(Board),
    /// Something was not done.
    Refused {
        /// Why.
        code: Refusal,
    },
}

/// Whether a person takes chats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Takes chats.
    Online,
    /// Takes none.
    #[default]
    Offline,
}

/// What one member of staff sees of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Who this is.
    pub you: StaffId,
    /// Whether chats are offered to this person.
    pub presence: Presence,
    /// How many chats this person may have at once (EM-COM-E-a).
    pub seats: u8,
    /// How often the console sends [`DeskUp::Beat`], in milliseconds.
    pub beat_every_ms: u32,
    /// The desk's time, so that the console's clocks agree with it.
    pub now: Millis,
    /// The chat offered to this person at the moment.
    pub offer: Option<Offer>,
    /// Everyone who waits, first come first.
    pub waiting: Vec<Waiting>,
    /// This person's chats.
    pub mine: Vec<MyChat>,
}

/// A chat that is offered to one person, and to nobody else meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The chat.
    pub chat: SessionId,
    /// When it goes on to the next person.
    pub until: Millis,
}

/// A chat in the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Since when.
    pub since: Millis,
}

/// A chat that a person has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyChat {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Since when this person has it.
    pub since: Millis,
}
