//! Names of things. Each is its own type, so that a session's id can never be passed where a person's is meant.

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

/// Why a string is not the identifier it claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadId {
    /// The string has the wrong number of characters.
    #[error("an identifier of this kind has another length")]
    Length,
    /// The string has a character outside the alphabet.
    #[error("an identifier of this kind has only lower-case letters, digits and dashes")]
    Alphabet,
}

/// Position of an event in a session's log: 1, 2, 3 … without gaps. Zero means "nothing yet".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u32);

impl Seq {
    /// Before the first event.
    pub const ZERO: Self = Self(0);

    /// The position after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

macro_rules! identifier {
    ($(#[$meta:meta])* $name:ident, $least:literal ..= $most:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a string of the right length in the alphabet `a-z 0-9 -`.
            pub fn parse(text: &str) -> Result<Self, BadId> {
                if !($least..=$most).contains(&text.len()) {
                    return Err(BadId::Length);
                }
                if !text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                    return Err(BadId::Alphabet);
                }
                Ok(Self(text.to_owned()))
            }

            /// The identifier as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}

identifier! {
    /// One chat: 128 random bits in base 32 (26 characters).
    SessionId, 26..=26
}
identifier! {
    /// One message left when nobody answers: 128 random bits in base 32.
    MessageId, 26..=26
}
identifier! {
    /// One action of one person, made once by their client and repeated until acknowledged: 128 random bits in base 32.
    /// It makes sending idempotent (trust.md B2).
    ClientRef, 26..=26
}
identifier! {
    /// A member of staff, as the roster names them.
    StaffId, 1..=64
}
identifier! {
    /// A city, as its policy file is named.
    CityId, 1..=64
}
identifier! {
    /// A topic a resident can choose, as the city's policy file names it.
    TopicId, 1..=40
}
identifier! {
    /// An entry of one of the policy's lists: a reason for a transfer, an outcome, a script.
    ChoiceId, 1..=40
}

const BASE32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 128 bits as 26 characters of Crockford's base 32, lower case.
fn base32(bits: u128) -> String {
    (0..26u32)
        .rev()
        .filter_map(|place| BASE32.get((bits.checked_shr(place * 5).unwrap_or(0) & 31) as usize))
        .map(|byte| char::from(*byte))
        .collect()
}

impl SessionId {
    /// The identifier of 128 random bits.
    pub fn from_random(bits: u128) -> Self {
        Self(base32(bits))
    }
}

impl MessageId {
    /// The identifier of 128 random bits.
    pub fn from_random(bits: u128) -> Self {
        Self(base32(bits))
    }
}

impl ClientRef {
    /// The identifier of 128 random bits.
    pub fn from_random(bits: u128) -> Self {
        Self(base32(bits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bits_make_a_readable_identifier() {
        assert_eq!(SessionId::from_random(0).as_str(), "0".repeat(26));
        let id = SessionId::from_random(u128::MAX);
        assert_eq!(SessionId::parse(id.as_str()), Ok(id));
    }

    #[test]
    fn a_foreign_string_is_refused_with_its_reason() {
        assert_eq!(SessionId::parse("short"), Err(BadId::Length));
        assert_eq!(SessionId::parse("../../etc/passwd/aaaaaaaaa"), Err(BadId::Alphabet));
    }
}
