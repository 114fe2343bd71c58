//! Chats that are kept beyond their day (EM-RET-B-a).

use super::Cited;
use crate::wire::v1::{Decision, RetentionReason};
use core::time::Duration;
use serde::{Deserialize, Serialize};

/// For what and how long chats are kept beyond their day (EM-RET-B-a).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldPolicy {
    /// For what.
    pub reasons: Cited<Vec<RetentionReason>>,
    /// How long a marked chat waits for a supervisor before it is shredded, in seconds.
    pub lapses_after_seconds: Cited<u32>,
    /// How long a supervisor may take to decide before the chat waits for any supervisor again, in seconds.
    pub undecided_after_seconds: Cited<u32>,
    /// How long after the ban of a resident, in seconds (EM-RET-B-a-iii).
    pub resident_banned_seconds: Cited<u32>,
    /// How long after the ban of someone who lives elsewhere, in seconds (EM-RET-B-a-ii).
    pub other_banned_seconds: Cited<u32>,
    /// How long after it was decided that nobody is banned, in seconds.
    pub not_banned_seconds: Cited<u32>,
    /// How long after a request for records was answered, in seconds.
    pub request_answered_seconds: Cited<u32>,
}

impl HoldPolicy {
    /// How long a marked chat waits for a supervisor.
    pub fn lapses_after(&self) -> Duration {
        Duration::from_secs(self.lapses_after_seconds.value.into())
    }

    /// How long a supervisor may take to decide.
    pub fn undecided_after(&self) -> Duration {
        Duration::from_secs(self.undecided_after_seconds.value.into())
    }

    /// How long a case is kept after a decision.
    pub fn kept_after(&self, decision: Decision) -> Duration {
        let seconds = match decision {
            Decision::ResidentBanned => &self.resident_banned_seconds,
            Decision::OtherBanned => &self.other_banned_seconds,
            Decision::NotBanned => &self.not_banned_seconds,
            Decision::RequestAnswered => &self.request_answered_seconds,
        };
        Duration::from_secs(seconds.value.into())
    }
}
