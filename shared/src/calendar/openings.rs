//! When chats are answered, as moments: what the widget, the edge and the console all ask.

use crate::policy::Names;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// The openings of the coming days. The edge makes them from the city's hours; a browser needs no calendar to read them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Openings {
    /// From the first that has not ended, in order.
    pub spans: Vec<Opening>,
    /// Holidays and other days that differ, in order.
    pub closures: Vec<Closure>,
    /// Whether an administrator has shut the doors, so that none is known until they are open again.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub shut: bool,
}

/// A time in which chats are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// When it begins.
    pub from: Millis,
    /// The moment from which on no chat may begin (EM-HRS-A-a).
    pub last_chat: Millis,
    /// When it ends.
    pub until: Millis,
}

/// A day that differs from the week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closure {
    /// When the day begins.
    pub from: Millis,
    /// When it ends.
    pub until: Millis,
    /// What it is called.
    pub names: Names,
}

/// How things stand at a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing<'a> {
    /// A chat may begin.
    Open(Opening),
    /// None may begin.
    Closed {
        /// The opening that runs, whose last chat has begun (EM-HRS-A-a).
        running: Option<Opening>,
        /// The next opening, where one is known.
        next: Option<Opening>,
        /// The day that differs, where it is one (PI-AUTO).
        why: Option<&'a Names>,
    },
}

impl Openings {
    /// How things stand at `now`. The one judgement of whether a chat may begin (EM-HRS-A).
    pub fn at(&self, now: Millis) -> Standing<'_> {
        let running = self.spans.iter().find(|span| (span.from..span.until).contains(&now)).copied();
        if let Some(opening) = running.filter(|opening| now < opening.last_chat) {
            return Standing::Open(opening);
        }
        let next = self.spans.iter().find(|span| span.from > now).copied();
        let today = self.closures.iter().find(|day| (day.from..day.until).contains(&now));
        Standing::Closed { running, next, why: today.map(|day| &day.names) }
    }

    /// Whether a chat may begin at `now`.
    pub fn is_open(&self, now: Millis) -> bool {
        matches!(self.at(now), Standing::Open(_))
    }
}
