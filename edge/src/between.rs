//! What a chat and the desk say to each other. Each call may come more than once and changes nothing the second time.

use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::time::Millis;
use shared::wire::v1::StaffCard;

/// Chat to desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToDesk {
    /// A resident waits.
    Wait {
        /// The chat.
        chat: SessionId,
        /// About what.
        topic: TopicId,
        /// In which language.
        language: Language,
        /// Since when.
        since: Millis,
    },
    /// The chat is over: it leaves the line, or frees its seat.
    Leave {
        /// The chat.
        chat: SessionId,
    },
}

/// Desk to chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToChat {
    /// This person has accepted the chat.
    Assign {
        /// Who, in the roster.
        staff: StaffId,
        /// Who, to the resident.
        card: StaffCard,
    },
}

/// The chat's answer to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Done, now or before.
    Taken,
    /// The chat is over, or someone else's: the seat is free again.
    Gone,
}
