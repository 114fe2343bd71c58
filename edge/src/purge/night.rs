//! What is stored of a day and of each of its chats. Never a word of any of them.

use crate::vault::Day;
use serde::{Deserialize, Serialize};
use shared::id::SessionId;
use shared::time::Millis;

/// A day that is not certified yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Night {
    /// Its name.
    pub day: Day,
    /// When it is over.
    pub ends: Millis,
    /// How many of its chats were still open then and went on into the next.
    pub carried: u32,
    /// Since when its chats are asked to go.
    pub asked: Option<Millis>,
    /// When its key is destroyed again, if it did not go. Not worth storing: after a restart it is tried at once.
    #[serde(skip)]
    pub due: Millis,
    /// How often it was tried.
    #[serde(skip)]
    pub tries: u32,
}

/// A chat of such a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The chat.
    pub chat: SessionId,
    /// Under which day's key it lies.
    pub day: Day,
    /// When it began.
    pub since: Millis,
    /// What became of it when its day was over.
    pub fate: Option<Fate>,
    /// Whether the resident had it forgotten at once.
    pub forgotten: bool,
    /// When it is asked again. Not worth storing either.
    #[serde(skip)]
    pub due: Millis,
    /// How often it was tried.
    #[serde(skip)]
    pub tries: u32,
}

/// What became of a chat when its day was over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is shredded.
    Removed,
    /// It is held, under a key of its own (EM-RET-B-a).
    Held,
}
