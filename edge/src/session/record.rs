//! What a chat is about and how it stands.

use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::time::Millis;
use shared::triage::Tier;

/// The small state of a chat that is not its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// When the resident asked for it.
    pub opened: Millis,
    /// How it stands.
    pub phase: Phase,
    /// Who answers.
    pub staff: Option<StaffId>,
    /// The how manieth that is: a transfer is the next one.
    #[serde(default)]
    pub hop: u32,
    /// The most urgent danger that the desk was told of (EM-GEN-B).
    #[serde(default)]
    pub alarm: Tier,
}

/// How a chat stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Nobody answers yet.
    Waiting,
    /// Someone answers.
    Active,
    /// It is over.
    Ended,
}
