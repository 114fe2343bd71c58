//! What a chat, the desk, the purge and a case say to each other. Each call may come more than once and changes nothing the second time.

use crate::vault::Day;
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Place, Priority, RetentionReason, Role, Solved, StaffCard};

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
        /// Whom it comes before.
        #[serde(default)]
        priority: Priority,
    },
    /// What a resident has written shows that someone is in danger (EM-GEN-B). Not a word of it is told.
    Alarm {
        /// The chat.
        chat: SessionId,
        /// About what the resident said it was.
        topic: TopicId,
        /// What it calls for.
        tier: Tier,
    },
    /// The chat is over: it leaves the line, or frees its seat.
    Leave {
        /// The chat.
        chat: SessionId,
        /// How long the first response took, in seconds; nothing when there was none (EM-COM-E-a).
        #[serde(default)]
        response_s: Option<u32>,
        /// Whether it was ended because of abuse (TE-5.9).
        #[serde(default)]
        abuse: bool,
    },
    /// A supervisor has opened the chat to read along (EM-HRS-C).
    ReadAlong {
        /// The chat.
        chat: SessionId,
        /// Who.
        by: StaffId,
        /// When.
        at: Millis,
    },
    /// The resident has answered the questions after the chat (CS-D-1).
    Rated {
        /// The chat.
        chat: SessionId,
        /// Whether they were satisfied (EM-COM-E-a).
        #[serde(default)]
        satisfied: Option<bool>,
        /// Whether what they came for is solved.
        #[serde(default)]
        solved: Option<Solved>,
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
        /// The how manieth to have it: a call that comes late says nothing against a transfer since then.
        #[serde(default)]
        hop: u32,
    },
    /// This person has no part in it any more (EM-PEN-C): their connections end, and where the chat was theirs it waits again.
    Dismiss {
        /// Who.
        staff: StaffId,
    },
    /// How the line stands, for the resident who waits. It may be lost: the next change tells it again.
    Place(Place),
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

/// A chat may begin under the key of this day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The day.
    pub day: Day,
    /// Until when: then the day is over.
    pub until: Millis,
}

/// The chat's answer to its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// It is there, since now or before.
    There,
    /// It is not: its day was over before. It can begin with another ticket.
    Late,
}

/// Purge to chat: its day is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOver {
    /// Which.
    pub day: Day,
    /// The day that runs now, into which a chat may go on if the policy lets it.
    pub next: Ticket,
}

/// Worker to chat: a member of staff marks it for retention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub staff: StaffId,
    /// What they may do.
    pub role: Role,
    /// Why.
    pub reason: RetentionReason,
}

/// Chat to case: it has been marked and is about to be kept for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The chat.
    pub chat: SessionId,
    /// By whom.
    pub by: StaffId,
    /// Why.
    pub reason: RetentionReason,
}

/// The chat's answer to the purge, or to a case that no longer needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purged {
    /// There is nothing of it any more, since now or before.
    Gone,
    /// It is held under a key of its own (EM-RET-B-a).
    Held,
    /// It was open and lies under the key of another day now.
    Carried {
        /// Which.
        day: Day,
        /// When that one is over.
        until: Millis,
    },
    /// It is not over yet, or the desk does not know it yet. Ask again.
    NotYet,
}
