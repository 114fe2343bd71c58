//! What an agent must not say: the checks of a message before it leaves the composer, and again at the edge. What they could
//! say better: [`hints`], in the composer alone.

#![expect(clippy::wildcard_enum_match_arm, reason = "a word that a rule does not name says nothing to it")]

mod disguise;
mod ground;
mod hint;
mod personal;
mod profanity;
mod readability;
mod request;
mod words;

pub use ground::grounds;
pub use hint::{Hint, Hinted, hints};

use crate::privacy::{Allowed, Category};
use crate::rule::Rule;
use crate::scan::Scan;
use core::ops::Range;

/// Why a place in an agent's message is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The agent's own telephone number, and not the registered one of the work (EM-PRI-A).
    PersonalPhone,
    /// The agent's own email or account elsewhere (EM-PRI-A).
    PersonalEmail,
    /// Where the agent lives (EM-PRI-A).
    HomeAddress,
    /// The agent's age (EM-PRI-A).
    Age,
    /// A request for data that the policy does not allow (EM-PRI-B; for payment data also EM-PAY-C).
    Request(Category),
    /// Profanity, whoever is quoted (EM-COM-C).
    Profanity,
}

impl Held {
    /// The clause that holds it back.
    pub const fn rule(self) -> Rule {
        match self {
            Self::PersonalPhone | Self::PersonalEmail | Self::HomeAddress | Self::Age => Rule::EmPriA,
            Self::Request(_) => Rule::EmPriB,
            Self::Profanity => Rule::EmComC,
        }
    }
}

/// A place in an agent's message that is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Bytes of the message; always on character boundaries.
    pub span: Range<usize>,
    /// Why.
    pub held: Held,
}

/// The contact details that an agent may give because the city registered them for the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkContact<'a> {
    /// Telephone number, in any writing.
    pub phone: Option<&'a str>,
    /// Email address.
    pub email: Option<&'a str>,
}

/// Looks at a message of an agent whose registered contact details are `work`. `allowed` is `privacy.allowed` of the policy.
#[must_use]
pub fn check(text: &str, work: WorkContact<'_>, allowed: Allowed) -> Vec<Hold> {
    let mut scan = Scan::new();
    let message = scan.read(text);
    let mut holds = Vec::new();
    personal::find(message, work, &mut holds);
    request::find(message, allowed, &mut holds);
    profanity::find(message, &mut holds);
    holds.sort_by_key(|hold| hold.span.start);
    holds
}

#[cfg(test)]
mod tests;
