//! Frames in requests, for networks that let no WebSocket through: the same frames, in the same order.

use crate::id::ClientRef;
use serde::{Deserialize, Serialize};

/// `POST /v1/chats/{chat}/exchange`: what a WebSocket would carry, request by request. One request at a time listens, the
/// others bring frames, one after the other.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Names the connection; made anew, at random, for each.
    pub line: ClientRef,
    /// Whether the connection begins with this request. One that does not and is not known has been lost.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub begins: bool,
    /// The frames, each as the JSON text that a WebSocket would carry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<String>,
    /// Whether to answer with what the edge has to say, waiting a few seconds for it if there is nothing yet.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub listens: bool,
}

/// The answer to [`Exchange`].
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchanged {
    /// What the edge says, in order, each as a WebSocket would carry it. Only who listens is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<String>,
    /// The connection is over; the code with which a WebSocket would be closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<u16>,
}
