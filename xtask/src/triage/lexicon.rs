//! The table of words: which class of meaning each word of `lexicon/meanings.txt` belongs to.

use super::pack;
use crate::score::ScoreError;
use shared::triage::model::WORDS;
use shared::triage::training::{Meaning, outline_key, word_key};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const MEANINGS: &str = "shared/src/triage/lexicon/meanings.txt";
const SPARED: &str = "shared/src/triage/lexicon/spared.txt";

/// Fingerprints and meanings, as the model holds them.
pub fn words() -> Result<Vec<u8>, ScoreError> {
    let source = text(MEANINGS)?;
    let mut keys: BTreeMap<u32, u8> = BTreeMap::new();
    let mut outlines: BTreeMap<u32, u8> = BTreeMap::new();
    let mut class: Option<(u8, bool)> = None;
    for (number, line) in source.lines().enumerate() {
        let body = line.split('#').next().unwrap_or_default();
        let words = match body.split_once(':') {
            Some((name, words)) => {
                let code = name.trim_end_matches('~');
                let place = Meaning::ALL.iter().position(|meaning| meaning.code() == code);
                let place = place.and_then(|place| u8::try_from(place).ok()).ok_or(ScoreError::Line {
                    path: MEANINGS.into(),
                    line: number + 1,
                    reason: "no meaning has this name; add it to `triage::meaning`",
                })?;
                class = Some((place, name.ends_with('~')));
                words
            }
            None => body,
        };
        for word in words.split_whitespace() {
            let Some((place, fuzzy)) = class else { continue };
            keys.entry(word_key(word)).or_insert(place);
            if fuzzy && let Some(outline) = outline_key(word) {
                outlines.entry(outline).or_insert(place);
            }
        }
    }
    let spared: BTreeSet<u32> = text(SPARED)?
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .filter(|word| !keys.contains_key(&word_key(word)))
        .filter_map(outline_key)
        .collect();
    outlines.retain(|outline, _| !spared.contains(outline));
    Ok(pack::table(keys.into_iter().chain(outlines).map(|(key, place)| (key, [place])), WORDS))
}

fn text(path: &str) -> Result<String, ScoreError> {
    std::fs::read_to_string(Path::new(path)).map_err(|source| ScoreError::File { path: path.into(), source })
}
