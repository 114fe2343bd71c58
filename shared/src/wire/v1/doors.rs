//! The doors as an administrator sets them, and who set them so.

use crate::calendar::{Date, DatedDay, Doors, DoorsChange};
use crate::id::StaffId;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// `POST /v1/staff/doors`: an administrator changes the doors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDoors {
    /// The version that the change was made from: one that is not the present one is refused.
    pub version: u32,
    /// Why, for the record; at most [`MAX_NOTE_CHARS`](super::MAX_NOTE_CHARS).
    pub reason: String,
    /// What.
    pub change: DoorsChange,
}

/// `GET /v1/staff/doors`, and the answer to [`ChangeDoors`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorsSheet {
    /// As they stand.
    pub doors: Doors,
    /// The last changes, the latest first.
    pub edits: Vec<DoorsEdit>,
    /// The day that it is in the city.
    pub today: Date,
    /// The departments that a day can be about.
    pub departments: Vec<String>,
}

/// One change, as it is on record. Nothing is ever changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorsEdit {
    /// The version that it made.
    pub version: u32,
    /// When it was made.
    pub at: Millis,
    /// Who made it.
    pub by: StaffId,
    /// What they are called.
    pub name: String,
    /// Why.
    pub reason: String,
    /// What.
    pub change: DoorsChange,
    /// The day as it was set before, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<DatedDay>,
}

impl DoorsEdit {
    /// The day on which it counts; nothing where it counts at once.
    pub const fn counts_on(&self) -> Option<Date> {
        match &self.change {
            DoorsChange::Shut {} | DoorsChange::Open {} => None,
            DoorsChange::Set { day } => Some(day.on),
            DoorsChange::Drop { on, .. } => Some(*on),
        }
    }
}
