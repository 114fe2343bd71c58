//! One alarm at a time.

use crate::clock;
use core::cell::RefCell;
use gloo_timers::callback::Timeout;
use shared::time::Millis;

/// Browsers keep a timer's wait in 31 bits of milliseconds.
const LONGEST: u32 = i32::MAX.unsigned_abs();

/// A slot for one timer. Setting it again, or dropping it, cancels what was set.
#[derive(Default)]
pub struct Timer {
    slot: RefCell<Option<Timeout>>,
}

impl Timer {
    /// Calls `then` at `at`; at once when that is past. It may be a little late, and much later while the page sleeps.
    pub fn set(&self, at: Millis, then: impl FnOnce() + 'static) {
        let wait = u32::try_from(at.since(clock::now()).as_millis()).unwrap_or(LONGEST).min(LONGEST);
        self.slot.replace(Some(Timeout::new(wait, then)));
    }

    /// Cancels what was set.
    pub fn clear(&self) {
        self.slot.replace(None);
    }
}
