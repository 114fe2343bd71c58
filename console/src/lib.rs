//! The staff's app.
//!
//! What is decided is pure and tested natively: [`desk`] drives the connection to the desk, [`action`] says what can be done
//! and by which key, [`alert`] who is told what and when, [`ringing`] in
//! which tab, [`danger`] what a chat calls for, [`transcript`], [`glance`] and
//! [`defang`] what stands where and what it means.
//! What shows itself exists in a browser alone: `app`. Nothing is kept: no text is stored, a reload asks the edge again
//! (EM-RET-B).

pub mod action;
pub mod alert;
pub mod danger;
pub mod defang;
pub mod desk;
pub mod glance;
pub mod ringing;
pub mod transcript;

#[cfg(target_arch = "wasm32")]
mod app;
