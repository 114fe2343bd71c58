//! Words of the city's own that call for a tier, as its policy file lists them.

use super::Tier;
use super::model::Model;
use super::words::{Join, Word, Words};
use crate::scan::Scan;
use core::ops::Range;

/// Phrases and the tier each calls for. They always count, whatever stands around them: a city chooses telling ones.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    phrases: Vec<(Tier, Vec<u32>)>,
}

impl Extra {
    /// Adds a phrase, compared without case, accents and endings. A phrase without letters is left out.
    pub fn add(&mut self, tier: Tier, phrase: &str) {
        let mut scan = Scan::new();
        let (words, _) = Words::read(&Model::new(&[]), &scan.read(phrase), 0);
        let hashes: Vec<u32> = words.as_slice().iter().map(|word| word.hash).collect();
        if !hashes.is_empty() {
            self.phrases.push((tier, hashes));
        }
    }

    pub(super) fn find(&self, row: &[Word]) -> Option<(Tier, Range<usize>)> {
        self.phrases
            .iter()
            .filter_map(|(tier, hashes)| {
                let place = row.windows(hashes.len()).find(|words| {
                    words.iter().map(|word| word.hash).eq(hashes.iter().copied())
                        && words.iter().skip(1).all(|word| word.join < Join::Message)
                })?;
                Some((*tier, place.first()?.start..place.last()?.end))
            })
            .max_by_key(|(tier, _)| *tier)
    }
}
