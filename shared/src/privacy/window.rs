//! What one author spreads over several messages.

use super::{Allowed, Category, MaskedText, Masking, pan};
use crate::time::Millis;
use core::ops::Range;

/// A piece of an earlier message that belongs to a finding which a later message completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strike {
    /// The number that the earlier message was given in [`Window::mask`].
    pub message: u32,
    /// Bytes of the *masked* text of that message, as it came out of [`Window::mask`].
    pub span: Range<usize>,
    /// What it is a piece of.
    pub category: Category,
}

/// What the engine remembers of one author's last messages. It expires by itself and can be had again by looking at the
/// author's last few stored messages once more, so it is never stored.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Window {}

impl Window {
    /// Looks at the author's next message, the `message`-th, written at `at`.
    #[must_use]
    pub fn mask(&mut self, at: Millis, message: u32, text: &str, allowed: Allowed) -> Masking {
        let _ = (at, message);
        let mut findings = pan::find(text);
        findings.retain(|finding| !allowed.permits(finding.category));
        Masking {
            text: MaskedText::with(text, &findings),
            wants_to_pay: !findings.is_empty(),
            findings,
            strikes: Vec::new(),
        }
    }
}
