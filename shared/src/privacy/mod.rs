//! Finds payment and needless personal data in what people write, and takes it out (EM-PAY-C, EM-PRI-B).
//!
//! It runs in the resident's browser on every message before it is sent and again at the edge, which is the authority.
//! [`mask`] looks at one message; a [`Window`] also finds what one author spreads over several messages, and names the
//! earlier pieces to strike. [`MaskedText`], which only this room makes, is the only text that travels, is stored or shown.

#![expect(clippy::wildcard_enum_match_arm, reason = "what a rule does not name says nothing to it")]

mod bank;
mod birth;
mod card;
mod category;
mod checksum;
mod chunk;
mod claims;
mod codes;
mod companions;
mod context;
mod conversation;
mod date;
mod dated;
mod dictation;
mod engine;
mod figures;
mod halves;
mod kept;
mod kept_form;
mod label;
mod literal;
mod login;
mod masked;
mod meaning;
mod mention;
mod misspelt;
mod password;
mod pay;
mod reading;
mod rules;
mod run;
mod sense;
mod spoken;
mod table;
mod term;
mod trace;
mod unlabelled;
mod window;

pub use category::{Allowed, Category};
pub use conversation::{Screened, screen};
pub use kept::Kept;
pub use masked::{MaskedText, Segment, Segments};
pub use trace::{Explanation, Step, Trace};
pub use window::{Strike, Window};

pub(crate) use mention::mentions;

use engine::masked_category;

use core::ops::Range;

/// A place in a message that must not travel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text that was looked at; always on character boundaries.
    pub span: Range<usize>,
    /// What stands there. Its rule is [`Category::rule`].
    pub category: Category,
}

/// What came of looking at one message.
#[derive(Clone, PartialEq, Eq)]
pub struct Masking {
    /// The message with a mask in place of every finding.
    pub text: MaskedText,
    /// What was found, in order, not overlapping; spans count bytes of the text that came in.
    pub findings: Vec<Finding>,
    /// Pieces of earlier messages of the same author that turned out to belong to a finding. Empty without a [`Window`].
    pub strikes: Vec<Strike>,
    /// The author wants to pay: the city's payment page and number should be shown (EM-PAY-C).
    pub wants_to_pay: bool,
}

/// Looks at one message by itself. `allowed` are the kinds of data that this city lets through (policy `privacy.allowed`).
#[must_use]
pub fn mask(text: &str, allowed: Allowed) -> Masking {
    Window::default().mask(crate::time::Millis(0), 0, text, allowed)
}

#[cfg(test)]
mod linear;
#[cfg(test)]
mod tests;
