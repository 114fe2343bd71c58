//! Packs weights into the bytes of a model.

use super::regression::Weights;
use shared::triage::model::{FEATURES, STEPS, TIERS, UNIT, fingerprint};

/// A table of fingerprints being filled.
pub struct Slots {
    /// One byte a slot; zero is empty.
    pub prints: Vec<u8>,
    filled: usize,
}

impl Slots {
    /// An empty table; `slots` is a power of two.
    pub fn new(slots: usize) -> Self {
        Self { prints: vec![0; slots], filled: 0 }
    }

    /// A slot for this hash. `None` when another hash that looks the same was there first, or the table is full.
    pub fn take(&mut self, hash: u32) -> Option<usize> {
        if self.filled * 8 >= self.prints.len() * 7 {
            return None;
        }
        let mask = self.prints.len() - 1;
        let mut slot = (hash >> 4) as usize & mask;
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
            slot = (slot + 1) & mask;
        }
    }
}

/// The bytes of a model of these words and weights. Of the features, those that say most are kept.
pub fn pack(words: &[u8], weights: &Weights, room: usize) -> (Vec<u8>, usize) {
    let mut ranked: Vec<(f32, u32, [u8; TIERS])> = weights
        .features
        .iter()
        .filter_map(|(feature, row, count)| {
            let steps = row.map(step);
            let zero = steps.iter().all(|step| *step == ZERO);
            let says = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
            (!zero).then_some((says * (*count as f32).sqrt(), *feature, steps))
        })
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    ranked.truncate(room);
    let kept = ranked.len();
    ranked.sort_by_key(|(_, feature, _)| *feature);
    let mut slots = Slots::new(FEATURES);
    let mut values = vec![0_u8; FEATURES * 2];
    for (_, feature, [a, b, c, d]) in ranked {
        if let Some(slot) = slots.take(feature) {
            if let Some(low) = values.get_mut(slot) {
                *low = a | b << 4;
            }
            if let Some(high) = values.get_mut(FEATURES + slot) {
                *high = c | d << 4;
            }
        }
    }
    let bias = weights.bias.iter().flat_map(|bias| {
        #[expect(clippy::cast_possible_truncation, reason = "a bias is a few units")]
        let units = (bias * f32::from(UNIT)).round() as i16;
        units.to_le_bytes()
    });
    (words.iter().copied().chain(slots.prints).chain(values).chain(bias).collect(), kept)
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
