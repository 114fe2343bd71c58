//! What triage said of a message, as it travels with it.

use crate::triage::{Class, Tier, Triage};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What the edge's triage said of a resident's message, in the light of those before it (EM-GEN-B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// What the chat calls for from this message on. It stays until the resident says that the danger is over.
    pub tier: Tier,
    /// A more urgent tier that was close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_to: Option<Tier>,
    /// The words that led there; none when the tier stands from earlier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clues: Vec<Clue>,
}

/// Words of the message that led to the tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    /// Where they start, in bytes of the masked text.
    pub from: u32,
    /// Where they end.
    pub to: u32,
    /// What they speak of.
    pub class: Class,
}

impl Alert {
    /// The alert to go with a message of which triage said this; none when there is nothing to show.
    pub fn of(triage: Triage) -> Option<Self> {
        let Triage { tier, close_to, evidence } = triage;
        let clues = evidence.into_iter().filter_map(|piece| {
            let from = u32::try_from(piece.span.start).ok()?;
            Some(Clue { from, to: u32::try_from(piece.span.end).ok()?, class: piece.class })
        });
        (tier != Tier::None || close_to.is_some()).then(|| Self { tier, close_to, clues: clues.collect() })
    }
}

impl Serialize for Tier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Tier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom("no tier has this code"))
    }
}

impl Serialize for Class {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A class that this client does not know yet is read as [`Class::Wording`]: the words are marked all the same.
impl<'de> Deserialize<'de> for Class {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Ok(Self::from_code(&code).unwrap_or(Self::Wording))
    }
}
