//! What every side of Rotunda must agree on: the resident's browser, the staff's browser and the edge.
//!
//! Pure by rule: no clock, no I/O, no JavaScript, no randomness. A function that needs the time or a random number takes it
//! as a value. The dependency directions are tests (`cargo xtask check`).

pub mod calendar;
pub mod chat;
pub mod colour;
pub mod conduct;
pub mod id;
pub mod language;
pub mod ledger;
pub mod policy;
pub mod privacy;
pub mod refusal;
pub mod rule;
pub mod scan;
pub mod text;
pub mod time;
pub mod triage;
pub mod wire;
