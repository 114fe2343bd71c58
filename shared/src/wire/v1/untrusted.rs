//! Text as a client claims it.

use crate::conduct::{Hold, WorkContact};
use crate::privacy::{Allowed, MaskedText, Masking, Window};
use crate::time::Millis;
use crate::triage::{Extra, Thread, Triage};
use serde::Deserialize;

/// Text that came from a client and has not been looked at. There is no way to read, show, log or store it: it can only be
/// measured and masked. Blank space round it is not part of it, wherever it comes from: places in a text mean the same on
/// both sides.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Untrusted(Box<str>);

impl From<String> for Untrusted {
    fn from(text: String) -> Self {
        Self::typed(&text)
    }
}

impl Untrusted {
    /// Text typed by the person in front of this browser, or found again where it was stored.
    pub fn typed(text: &str) -> Self {
        Self(text.trim().into())
    }

    /// Its length in Unicode scalar values.
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether there is nothing to send.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it could be a way to reach someone: an address with an at sign, or at least seven digits.
    pub fn reaches(&self) -> bool {
        let digits = self.0.chars().filter(char::is_ascii_digit).count();
        digits >= 7
            || self.0.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    }

    /// Looks at it as the `message`-th message of the author whose `window` this is.
    #[must_use]
    pub fn mask_in(&self, window: &mut Window, at: Millis, message: u32, allowed: Allowed) -> Masking {
        window.mask(at, message, &self.0, allowed)
    }

    /// What of it is held back when a member of staff with these contact details says it (EM-COM-C, EM-PRI-A, EM-PRI-B).
    #[must_use]
    pub fn holds(&self, work: WorkContact<'_>, allowed: Allowed) -> Vec<Hold> {
        crate::conduct::check(&self.0, work, allowed)
    }

    /// What it calls for as the next message of the author whose `thread` this is.
    #[must_use]
    pub fn triage_in(&self, thread: &mut Thread, extra: &Extra) -> Triage {
        thread.triage(&self.0, extra)
    }

    /// Looks at it by itself.
    #[must_use]
    pub fn mask(&self, allowed: Allowed) -> MaskedText {
        crate::privacy::mask(&self.0, allowed).text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn te_8_3_a_contact_is_a_number_or_an_address() {
        for contact in
            ["801-555-0177", "(801) 555 0177 after six", "ana@example.org", "write to ana@mail.example"]
        {
            assert!(Untrusted::typed(contact).reaches(), "{contact}");
        }
        for nothing in ["", "Ana", "call me", "555", "@", "ana@", "@example.org"] {
            assert!(!Untrusted::typed(nothing).reaches(), "{nothing}");
        }
    }
}
