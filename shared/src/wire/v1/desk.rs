//! Frames of the desk: who waits, who is there, what is offered. Never a word of any chat.

use super::{Opening, StaffCard};
use crate::id::{ChoiceId, SessionId, StaffId, TopicId};
use crate::language::Language;
use crate::refusal::Refusal;
use crate::time::Millis;
use crate::triage::Tier;
use serde::{Deserialize, Serialize};

/// Console to desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskUp {
    /// The first frame of every connection, then again at the interval of [`Board::beat_every_ms`]: the person's console is
    /// there. An open socket alone proves nothing.
    Beat {
        /// For how many seconds the person has touched neither key nor pointer (EM-COM-D).
        #[serde(default, skip_serializing_if = "is_zero")]
        idle_s: u32,
    },
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
    /// The person leaves the offered chat to the next one, or a transferred one where it is.
    Decline {
        /// The chat.
        chat: SessionId,
    },
    /// The person wants someone else to have their chat (EM-COM-G).
    Transfer {
        /// The chat.
        chat: SessionId,
        /// Who.
        to: Target,
        /// Why, of the policy's list (EM-DIS-B).
        reason: ChoiceId,
        /// What the other side should know.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// The person keeps the chat after all, or has read why it is back.
    Keep {
        /// The chat.
        chat: SessionId,
    },
    /// A supervisor says how many chats someone may have, or leaves it to the ladder again (EM-COM-E).
    Seats {
        /// Who.
        staff: StaffId,
        /// How many; nothing for the ladder.
        #[serde(default)]
        seats: Option<u8>,
        /// Why. It is kept with it.
        #[serde(default)]
        reason: String,
    },
    /// What a chat of the person was about and what came of it: all that is kept.
    WrapUp {
        /// The chat.
        chat: SessionId,
        /// About what it was.
        topic: TopicId,
        /// What came of it, of the policy's list.
        outcome: ChoiceId,
    },
    /// A supervisor has seen that someone is in danger (EM-GEN-B), or that someone asks for them, and looks after it.
    Seen {
        /// The chat.
        chat: SessionId,
    },
    /// The person asks for a supervisor in their chat (EM-COM-I-a).
    AskSupervisor {
        /// The chat.
        chat: SessionId,
    },
    /// A supervisor takes a running chat from who has it (EM-COM-I-b).
    TakeOver {
        /// The chat.
        chat: SessionId,
    },
    /// Someone is suspended: their sign-in and connections end at once, their chats go to others (EM-PEN-C).
    Suspend {
        /// Who.
        staff: StaffId,
        /// Until when; nothing until they are let in again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Millis>,
        /// Why. It is kept with it.
        reason: String,
    },
    /// Someone who was suspended may come in again.
    Readmit {
        /// Who.
        staff: StaffId,
    },
}

/// Who is to have a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// This person.
    Person {
        /// Who.
        id: StaffId,
    },
    /// Anyone who answers this topic.
    Topic {
        /// Which.
        id: TopicId,
    },
    /// Anyone of this department.
    Department {
        /// Its name, as the staff's cards have it.
        name: String,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Desk to console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskDown {
    /// The whole state as this person may see it; sent at first and after each change.
    Board(Box<Board>),
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
    /// Speaks with someone on the telephone, which comes first (EM-COM-D-a-i).
    OnCall,
    /// Speaks with someone in the house, who comes before all (EM-COM-D-a-i).
    WithVisitor,
    /// Is away for a moment.
    Away,
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
    /// Whether the person was set offline because they touched nothing (EM-COM-D).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub set_offline: bool,
    /// What this person's seats are reckoned from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ladder: Option<Ladder>,
    /// The others of the desk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<Colleague>,
    /// This person's chats that are over and have no outcome yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_wrap_up: Vec<ToWrapUp>,
    /// Chats in which someone is in danger, until a supervisor has seen it; only supervisors are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<Alarm>,
    /// Where a supervisor is asked for or was to be told, until one has seen it; only supervisors are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Ask>,
    /// The chats that others have; only supervisors see them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<Running>,
    /// Who is suspended; only those see it who may change it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspended: Vec<Suspension>,
    /// Which version of the doors holds. At another one than it knows, a console asks for the city again.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub doors: u32,
    /// Whether an administrator has shut them: no chat begins.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub shut: bool,
}

/// A supervisor is asked for (EM-COM-I-a), or to be told of something (TE-5.9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// Who has or had it.
    pub staff: StaffCard,
    /// Since when.
    pub at: Millis,
    /// Why.
    pub why: AskWhy,
}

/// Why a supervisor is told of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskWhy {
    /// Who has it asks for them.
    Help,
    /// It was ended because of abuse.
    AbuseEnded,
}

/// A chat that someone has, as a supervisor sees it: not a word of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Who has it.
    pub staff: StaffCard,
    /// Since when.
    pub since: Millis,
    /// What it calls for, where someone is in danger (EM-GEN-B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Tier>,
    /// Which supervisors have read along, and since when, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read_by: Vec<Opening>,
}

/// Someone is suspended (EM-PEN-C).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Who.
    pub staff: StaffId,
    /// What they are called, where it was known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Until when; nothing until they are let in again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Millis>,
    /// Why.
    pub reason: String,
    /// Whose word it is.
    pub by: StaffId,
    /// Since when.
    pub at: Millis,
}

/// Someone is in danger (EM-GEN-B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// The chat.
    pub chat: SessionId,
    /// About what the resident said it was.
    pub topic: TopicId,
    /// What it calls for.
    pub tier: Tier,
    /// Since when.
    pub at: Millis,
    /// Who answers, if anyone does.
    #[serde(default)]
    pub staff: Option<StaffCard>,
}

/// Why someone has as many seats as they have (EM-COM-E).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// How many chats they have finished.
    pub chats: u32,
    /// How many of the last residents who answered were satisfied.
    pub satisfied: u32,
    /// How many of the last residents answered.
    pub answers: u32,
    /// How long the first response took on average lately, in seconds; nothing without a chat.
    #[serde(default)]
    pub response_s: Option<u32>,
    /// What the next seat asks for; nothing at the top.
    #[serde(default)]
    pub next: Option<Rung>,
    /// What a supervisor said, in place of the reckoning.
    #[serde(default)]
    pub set: Option<SeatsSet>,
}

/// What a step of the ladder asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// How many seats it gives.
    pub seats: u8,
    /// How many chats it needs.
    pub chats: u32,
    /// Satisfaction has to be over this, in per cent.
    pub satisfaction: u32,
    /// The first response has to take less than this, in seconds.
    pub response_s: u32,
    /// How many residents have to have answered.
    pub answers: u32,
}

/// A supervisor's word on someone's seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsSet {
    /// How many.
    pub seats: u8,
    /// Why.
    pub reason: String,
    /// Whose word it is.
    pub by: StaffId,
    /// Since when.
    pub at: Millis,
}

/// Someone else of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub id: StaffId,
    /// How residents see them.
    pub card: StaffCard,
    /// Whether they take chats.
    pub presence: Presence,
    /// How many chats they have.
    pub chats: u8,
    /// How many they may have.
    pub seats: u8,
    /// What that is reckoned from; supervisors see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ladder: Option<Ladder>,
}

/// A chat that is over and has no outcome yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToWrapUp {
    /// The chat.
    pub chat: SessionId,
    /// What the resident said that it was about.
    pub topic: TopicId,
}

/// A chat that is offered to one person, and to nobody else meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The chat.
    pub chat: SessionId,
    /// When it goes on to the next person.
    pub until: Millis,
    /// From whom it comes, when someone already has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transferred>,
    /// What it calls for, where someone is in danger (EM-GEN-B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Tier>,
}

/// What someone says who wants another to have their chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transferred {
    /// Who has it.
    pub from: StaffCard,
    /// About what it is.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Why.
    pub reason: ChoiceId,
    /// What the other side should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// In which order someone is served (PI-ORDER).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// There is risk to life or property, or a city emergency (EM-GEN-B).
    Emergency,
    /// Has an appointment, and its time has come.
    Appointment,
    /// Comes in order of arrival.
    #[default]
    Arrival,
}

impl Priority {
    /// Whether it is the usual order.
    #[must_use]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub fn is_arrival(&self) -> bool {
        *self == Self::Arrival
    }
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
    /// In which order it is served.
    #[serde(default, skip_serializing_if = "Priority::is_arrival")]
    pub priority: Priority,
    /// What it calls for, where someone is in danger (EM-GEN-B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Tier>,
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
    /// Where its transfer stands, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Passing>,
    /// What it calls for, where someone is in danger (EM-GEN-B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Tier>,
    /// Whether a supervisor is asked for and has not seen it yet.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub asks: bool,
    /// Whether a supervisor has read along.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub read_along: bool,
}

/// Where a transfer stands, for the one who wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passing {
    /// It is offered to someone.
    Asking {
        /// Until when.
        until: Millis,
    },
    /// It is back (EM-COM-G-a).
    Back {
        /// Why.
        why: Back,
    },
}

/// Why a transfer is back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Back {
    /// The other side said no.
    Declined,
    /// The other side did not answer in time.
    TimedOut,
    /// There is nobody who could take it.
    NobodyThere,
}
