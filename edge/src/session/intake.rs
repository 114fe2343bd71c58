//! From what a socket sent to a frame.

use shared::refusal::Refusal;
use shared::wire::v1::{MAX_FRAME_BYTES, Untrusted, Up};

/// Reads a frame. What is not one is refused, and nothing of it is kept.
pub fn decode(text: &str) -> Result<Up<Untrusted>, Refusal> {
    if text.len() > MAX_FRAME_BYTES {
        return Err(Refusal::FrameTooLarge);
    }
    serde_json::from_str(text).map_err(|_| Refusal::BadFrame)
}
