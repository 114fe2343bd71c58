//! The part of a policy that staff work with, besides what everyone sees.

use super::{Choice, Names, Policy, Script};
use serde::{Deserialize, Serialize};

/// What `GET /v1/staff/book` answers to someone who is signed in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// The city's texts (EM-GEN-A).
    pub scripts: Vec<Script>,
    /// Why a chat may go to someone else (EM-DIS-B).
    pub transfer_reasons: Vec<Choice>,
    /// What can come of a chat.
    pub outcomes: Vec<Choice>,
    /// After how many seconds without a key or click someone is set offline (EM-COM-D).
    pub idle_seconds: u32,
    /// The most chats anyone may have at once (EM-COM-E).
    pub most_seats: u8,
    /// What an abusive resident is told (EM-COM-I-b).
    #[serde(default)]
    pub warning: Option<Names>,
    /// Whether supervisors may read along (EM-HRS-C).
    #[serde(default)]
    pub read_along: bool,
}

impl From<&Policy> for Book {
    fn from(policy: &Policy) -> Self {
        Self {
            scripts: policy.scripts.value.clone(),
            transfer_reasons: policy.desk.transfer_reasons.value.clone(),
            outcomes: policy.desk.outcomes.value.clone(),
            idle_seconds: policy.desk.idle_seconds.value,
            most_seats: policy.desk.ladder.most_seats.value,
            warning: Some(policy.desk.warning.value.clone()),
            read_along: policy.desk.read_along.value,
        }
    }
}
