//! A browser's view of one conversation, the same for the resident and for staff.
//!
//! Pure, like the engines of the edge: [`Client::handle`] takes the time and what happened and answers what to do;
//! [`Client::poll_timeout`] says when to come back. The browser's socket and timers are a shell round it.
//!
//! What it keeps: every action of the person has a client reference from the moment it is made, waits in the outbox until its
//! echo comes back as a numbered event, and is sent again after each reconnect, so nothing is lost and nothing stands twice
//! (trust.md B2). Folding events one by one gives the same log as folding a snapshot.

pub mod address;
mod author;
mod client;
mod link;
mod log;
mod outbox;
mod timeline;

pub use client::{Client, Input, Output};
pub use link::{Due, Link, LinkState, Way};
pub use log::{Applied, Entry, Happening, Log};
pub use outbox::Action;
pub use timeline::{Delivery, Item, ItemKey, Shown};
