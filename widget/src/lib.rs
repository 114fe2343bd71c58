//! The resident's app: asks for a topic and a language, waits in line, talks.
//!
//! [`mount`] puts it into an element, in a frame of its own or in a shadow root of the city's page; the page's side of it is
//! `widget/loader/`. What a conversation is lives in `shared::chat`, the browser in `browser`; here is only what it looks
//! like and what the resident can do.
//!
//! No part of a view may be fixed HTML from end to end: Leptos would set it through `innerHTML`, which pages with Trusted
//! Types forbid. Every text comes from `shared::text` anyway, and icons take their path as a value.

pub mod transcript;

#[cfg(target_arch = "wasm32")]
mod announcer;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod keeper;
#[cfg(target_arch = "wasm32")]
mod model;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use mount::{Mounted, mount};
