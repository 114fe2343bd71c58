//! The browser as the engines need it, for both apps: time, chance, timers, storage, requests, sockets. No user interface.
//!
//! Each module wraps one facility so that nothing in it can panic or surprise: what a browser may refuse (storage, sockets,
//! the network) answers as a value. [`conversation`] joins them round [`shared::chat::Client`].
#![cfg(target_arch = "wasm32")]

pub mod awake;
pub mod chance;
pub mod clock;
pub mod codec;
pub mod conversation;
pub mod http;
pub mod intl;
pub mod requests;
pub mod socket;
pub mod storage;
pub mod tabs;
pub mod timer;
