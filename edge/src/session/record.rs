//! What a chat is about and how it stands.

use super::Quiet;
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::RetentionReason;

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
    /// Where the clock of a silent resident stands.
    #[serde(default)]
    pub quiet: Quiet,
    /// When it is shredded, unless it is open then and the policy carries it on (EM-RET-A).
    #[serde(default)]
    pub deleted_at: Millis,
    /// Whether the resident wanted it deleted when they ended it.
    #[serde(default)]
    pub forget: bool,
    /// Why it is kept beyond that, if it is: then its key is wrapped under that of its case (EM-RET-B-a).
    #[serde(default)]
    pub retained: Option<RetentionReason>,
    /// Whether the resident has been warned in the policy's words (EM-COM-I-b, TE-5.9).
    #[serde(default)]
    pub warned: bool,
    /// How often a supervisor has opened it to read along.
    #[serde(default)]
    pub readings: u32,
    /// Whether the resident has answered the questions after it. Not what.
    #[serde(default)]
    pub surveyed: bool,
}

impl Record {
    /// A chat that a resident has just asked for.
    pub fn new(
        chat: SessionId,
        topic: TopicId,
        language: Language,
        opened: Millis,
        deleted_at: Millis,
    ) -> Self {
        Self {
            chat,
            topic,
            language,
            opened,
            phase: Phase::Waiting,
            staff: None,
            hop: 0,
            alarm: Tier::None,
            quiet: Quiet::Still,
            deleted_at,
            forget: false,
            retained: None,
            warned: false,
            readings: 0,
            surveyed: false,
        }
    }
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
