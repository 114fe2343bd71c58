//! The Worker of Rotunda.
//!
//! The rooms [`session`], [`desk`], [`mailbox`], [`purge`] and [`casework`] are pure machines: the time and an event go in, effects come out.
//! [`vault`], [`store`], [`identity`] and [`city`] are what they and the shell stand on. Only `shell` names the runtime, and it is compiled only for
//! it.

pub mod between;
pub mod casework;
pub mod city;
pub mod desk;
pub mod identity;
pub mod mailbox;
pub mod meter;
pub mod purge;
pub mod session;
pub mod store;
pub mod vault;

#[cfg(target_arch = "wasm32")]
mod shell;
