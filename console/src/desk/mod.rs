//! The console's end of the desk: who waits, what is offered, whether this person takes chats.
//!
//! Pure, like `shared::chat`: [`Client::handle`] takes the time and what happened and answers what to do. It keeps what the
//! person asked for until the board shows it, so that a press of a button survives a lost connection or a restarted server.

mod client;
mod wish;

pub use client::{Client, Input, Output};
