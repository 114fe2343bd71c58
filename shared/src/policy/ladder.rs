//! How many chats at once a person may have, and what earns them (EM-COM-E).

use super::Cited;
use super::cited::made_up;
use serde::{Deserialize, Serialize};

/// The steps from one chat at a time to the most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderPolicy {
    /// Chats before a second one at a time (EM-COM-E-a).
    pub second_chats: Cited<u32>,
    /// Chats before a third (EM-COM-E-b).
    pub third_chats: Cited<u32>,
    /// The most anyone may have, whoever allows it (EM-COM-E).
    pub most_seats: Cited<u8>,
    /// Satisfaction has to be over this, in per cent (EM-COM-E-a).
    pub satisfaction_percent: Cited<u32>,
    /// The first response has to take less than this, in seconds (EM-COM-E-a).
    pub response_seconds: Cited<u32>,
    /// How many of the last chats, and of the last answers of residents, are looked at.
    pub window: Cited<u32>,
    /// How many residents have to have answered before anything is concluded from it.
    pub least_answers: Cited<u32>,
    /// How far below the mark satisfaction may fall before a step is lost, in per cent: so that one answer does not go up and
    /// down.
    pub margin_percent: Cited<u32>,
    /// How far above the mark the first response may rise before a step is lost, in seconds.
    pub margin_seconds: Cited<u32>,
}

impl LadderPolicy {
    /// Whether anything of it is only a sample.
    pub(super) fn is_made_up(&self) -> bool {
        let numbers = [
            &self.second_chats,
            &self.third_chats,
            &self.satisfaction_percent,
            &self.response_seconds,
            &self.window,
            &self.least_answers,
            &self.margin_percent,
            &self.margin_seconds,
        ];
        numbers.into_iter().any(made_up) || made_up(&self.most_seats)
    }
}
