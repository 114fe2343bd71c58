//! Chats that are kept beyond their day, and the cases they are kept for (EM-RET-B-a).

use crate::id::{SessionId, StaffId};
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// Why a chat is kept. Each city's policy lists those it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetentionReason {
    /// It contains harassment.
    Harassment,
    /// It contains other improper conduct.
    ImproperConduct,
    /// Someone has asked for it under the law on public records.
    RecordsRequest,
}

impl RetentionReason {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Harassment, Self::ImproperConduct, Self::RecordsRequest];
}

/// `POST /v1/chats/{chat}/retention`: a member of staff marks a chat for retention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkForRetention {
    /// Why.
    pub reason: RetentionReason,
}

/// What comes of a chat that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// A resident of the city is banned: the file is kept for two years (EM-RET-B-a-iii).
    ResidentBanned,
    /// Someone who does not live in the city is banned (EM-RET-B-a-ii).
    OtherBanned,
    /// Nobody is banned.
    NotBanned,
    /// The request for records is answered.
    RequestAnswered,
}

impl Decision {
    /// What can come of a chat that is kept for this reason.
    pub const fn fitting(reason: RetentionReason) -> &'static [Self] {
        match reason {
            RetentionReason::Harassment | RetentionReason::ImproperConduct => {
                &[Self::ResidentBanned, Self::OtherBanned, Self::NotBanned]
            }
            RetentionReason::RecordsRequest => &[Self::RequestAnswered, Self::NotBanned],
        }
    }
}

/// `POST /v1/cases/{chat}/decision`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decide {
    /// What.
    pub decision: Decision,
}

/// A case as who decides about it sees it, without the words of its chat: `GET /v1/cases`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCard {
    /// The chat.
    pub chat: SessionId,
    /// Why it was marked first.
    pub reason: RetentionReason,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Millis,
    /// Who has taken it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<StaffId>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// When it is shredded unless something more is done with it; nothing while it is evaluated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Millis>,
    /// Who has read the transcript, and when, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opened: Vec<Opening>,
}

/// `GET /v1/staff/accesses`: someone has opened or taken a chat that was not theirs. Who looked is kept longer than what they saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The chat.
    pub chat: SessionId,
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Millis,
    /// What they did.
    pub kind: AccessKind,
}

/// What someone did in a chat that was not theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessKind {
    /// Opened it to read along (EM-HRS-C).
    ReadAlong,
    /// Took it over (EM-COM-I-b).
    TookOver,
}

impl AccessKind {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReadAlong => "read_along",
            Self::TookOver => "took_over",
        }
    }
}

/// Someone has read the transcript of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Millis,
}
