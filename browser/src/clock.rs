//! The time of day.

use shared::time::Millis;

/// Now, by this machine's clock.
pub fn now() -> Millis {
    #[expect(clippy::cast_possible_truncation, reason = "Date.now() is a whole number far below 2^53")]
    Millis(js_sys::Date::now() as i64)
}
