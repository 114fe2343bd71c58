//! The city's calendar: which day it is there, and when chats are answered.
//!
//! A time zone is a POSIX rule such as `MST7MDT,M3.2.0,M11.1.0`, resolved from its IANA name when the policy is compiled, so
//! that no time zone database travels. [`Hours`] are what the city writes: several spans a day with breaks, holidays, dated
//! exceptions, departments with their own. The edge makes [`Openings`] of them, moments that every browser can compare, and
//! [`Openings::at`] is the one judgement of widget, edge and console. [`Doors`] is what an administrator
//! has changed since.

mod business;
mod date;
mod doors;
mod hours;
mod openings;
mod zone;

pub use date::{BadDate, Date, Weekday};
pub use doors::{BadChange, DatedDay, Doors, DoorsChange, MAX_DAY_NAME_CHARS};
pub use hours::{BadHours, DayHours, DepartmentHours, Hours, SpecialDay, Week, When};
pub use openings::{Closure, Opening, Openings, Standing};
pub use zone::{BadZone, Zone};

#[cfg(test)]
mod tests;
