//! A value and where it comes from.

use crate::rule::{Rule, UnknownRule};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value of the policy with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
}

/// Where a value of the policy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A clause of the city's policies gives it.
    Rule(Rule),
    /// No clause is about it: the product's own choice, which the city may change.
    Product,
    /// Made up, so that the sample can be tried. A production build refuses it.
    Sample,
}

/// Whether a value is only a sample.
pub(super) fn made_up<T>(cited: &Cited<T>) -> bool {
    cited.source == Source::Sample
}

impl Source {
    fn parse(text: &str) -> Result<Self, UnknownRule> {
        match text {
            "product" => Ok(Self::Product),
            "sample" => Ok(Self::Sample),
            id => Rule::parse(id).map(Self::Rule),
        }
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Rule(rule) => rule.id(),
            Self::Product => "product",
            Self::Sample => "sample",
        })
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
