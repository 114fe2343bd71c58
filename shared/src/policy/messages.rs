//! Messages left when nobody answers.

use super::Cited;
use super::cited::made_up;
use core::time::Duration;
use serde::{Deserialize, Serialize};

/// By when messages are answered, and how many are taken (CS-A-2, TE-8.2, TE-8.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessagePolicy {
    /// In how many business days a resident hears.
    pub answer_business_days: Cited<u16>,
    /// How long an answered message can still be read before it is shredded by itself, in seconds (TE-5.5).
    pub answered_kept_seconds: Cited<u32>,
    /// How many messages may wait for an answer.
    pub most_open: Cited<u32>,
    /// How many the city takes within ten minutes.
    pub most_in_ten_minutes: Cited<u32>,
}

impl MessagePolicy {
    /// How long an answered message can still be read.
    pub fn answered_kept(&self) -> Duration {
        Duration::from_secs(self.answered_kept_seconds.value.into())
    }

    /// Whether anything of it is only a sample.
    pub(super) fn is_made_up(&self) -> bool {
        let numbers = [&self.answered_kept_seconds, &self.most_open, &self.most_in_ten_minutes];
        made_up(&self.answer_business_days) || numbers.into_iter().any(made_up)
    }
}
