//! Packs weights into the bytes of a model.

use super::regression::Weights;
use shared::triage::model::{FEATURES, STEPS, STRIDE, TIERS, UNIT, fingerprint, home};

/// A table of fingerprints being filled.
pub struct Slots {
    /// One byte a slot; zero is empty.
    pub prints: Vec<u8>,
    filled: usize,
}

impl Slots {
    /// An empty table.
    pub fn new(slots: usize) -> Self {
        Self { prints: vec![0; slots], filled: 0 }
    }

    /// A slot for this hash. `None` when another hash that looks the same was there first, or the table is full.
    pub fn take(&mut self, hash: u32) -> Option<usize> {
        if self.filled * 8 >= self.prints.len() * 7 {
            return None;
        }
        let mut slot = home(hash, self.prints.len());
        loop {
            let print = self.prints.get_mut(slot)?;
            if *print == 0 {
                *print = fingerprint(hash);
                self.filled += 1;
                return Some(slot);
            }
            if *print == fingerprint(hash) {
                return None;
            }
            slot = (slot + 1) % self.prints.len();
        }
    }
}

/// A table and what belongs to its entries, as the model holds them: fingerprints, ranks, then the values without gaps, of each
/// kind together.
pub fn table<const KINDS: usize>(
    entries: impl IntoIterator<Item = (u32, [u8; KINDS])>,
    size: usize,
) -> Vec<u8> {
    let mut slots = Slots::new(size);
    let mut values = vec![[0_u8; KINDS]; size];
    for (hash, entry) in entries {
        if let Some(value) = slots.take(hash).and_then(|slot| values.get_mut(slot)) {
            *value = entry;
        }
    }
    let mut ranks = Vec::new();
    let mut filled = 0_u16;
    for (slot, print) in slots.prints.iter().enumerate() {
        if slot % STRIDE == 0 {
            ranks.extend(filled.to_le_bytes());
        }
        filled += u16::from(*print != 0);
    }
    ranks.extend(filled.to_le_bytes());
    let dense = |kind: usize| {
        let filled = slots.prints.iter().zip(&values).filter(|(print, _)| **print != 0);
        filled.filter_map(move |(_, value)| value.get(kind).copied()).collect::<Vec<u8>>()
    };
    let values: Vec<u8> = (0..KINDS).flat_map(dense).collect();
    [slots.prints.clone(), ranks, values].concat()
}

/// The bytes of a model of these words and weights.
pub fn pack(words: &[u8], weights: &Weights) -> Vec<u8> {
    let mut rows: Vec<(u32, [u8; TIERS])> =
        weights.features.iter().map(|(feature, row, _)| (*feature, row.map(step))).collect();
    rows.retain(|(_, steps)| steps.iter().any(|step| *step != ZERO));
    rows.sort_by_key(|(feature, _)| *feature);
    let features =
        table(rows.into_iter().map(|(feature, [a, b, c, d])| (feature, [a | b << 4, c | d << 4])), FEATURES);
    let bias = weights.bias.iter().flat_map(|bias| {
        #[expect(clippy::cast_possible_truncation, reason = "a bias is a few units")]
        let units = (bias * f32::from(UNIT)).round() as i16;
        units.to_le_bytes()
    });
    words.iter().copied().chain(features).chain(bias).collect()
}

const ZERO: u8 = 7;

/// The step nearest to a weight.
fn step(weight: f32) -> u8 {
    let units = weight * f32::from(UNIT);
    let mut best = (f32::MAX, ZERO);
    for (place, step) in (0_u8..).zip(STEPS) {
        let far = (units - f32::from(step)).abs();
        if far < best.0 {
            best = (far, place);
        }
    }
    best.1
}
