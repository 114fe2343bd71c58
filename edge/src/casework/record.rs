//! What is stored of a case. Never a word of its chat.

use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId};
use shared::time::Millis;
use shared::wire::v1::{CaseCard, Decision, Opening, RetentionReason};

/// One case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The chat that is kept for it.
    pub chat: SessionId,
    /// Why it was marked.
    pub reason: RetentionReason,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Millis,
    /// How it stands.
    pub standing: Standing,
    /// Who has read the transcript.
    pub opened: Vec<Opening>,
}

/// How a case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It waits for a supervisor.
    Marked {
        /// Until when.
        lapses: Millis,
    },
    /// A supervisor evaluates it.
    TakenUp {
        /// Who.
        by: StaffId,
        /// Until when it is theirs; then it waits for any supervisor again.
        #[serde(default)]
        until: Millis,
    },
    /// It is decided.
    Decided {
        /// By whom.
        by: StaffId,
        /// What.
        decision: Decision,
        /// How long it is kept for that.
        until: Millis,
    },
}

impl Standing {
    /// When the case and its chat are destroyed unless something happens before.
    pub const fn ends(&self) -> Option<Millis> {
        match self {
            Self::Marked { lapses: at } | Self::Decided { until: at, .. } => Some(*at),
            Self::TakenUp { .. } => None,
        }
    }

    /// When its clock has something to do.
    pub(super) const fn due(&self) -> Millis {
        match self {
            Self::Marked { lapses: at }
            | Self::TakenUp { until: at, .. }
            | Self::Decided { until: at, .. } => *at,
        }
    }
}

impl Case {
    /// What a supervisor sees of it.
    pub fn card(&self) -> CaseCard {
        let (taken_by, decision) = match &self.standing {
            Standing::Marked { .. } => (None, None),
            Standing::TakenUp { by, .. } => (Some(by.clone()), None),
            Standing::Decided { by, decision, .. } => (Some(by.clone()), Some(*decision)),
        };
        CaseCard {
            chat: self.chat.clone(),
            reason: self.reason,
            by: self.by.clone(),
            at: self.at,
            taken_by,
            decision,
            ends: self.standing.ends(),
            opened: self.opened.clone(),
        }
    }
}
