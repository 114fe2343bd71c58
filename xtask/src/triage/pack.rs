//! Packs weights into the bytes of a model.

use super::regression::Weights;
use shared::triage::model::{DEPTH, FEATURES, STEPS, STRIDE, TIERS, UNIT, fingerprint, home};

/// A table and what belongs to its entries, as the model holds them: how many entries each bucket has, ranks, fingerprints, then
/// the values of each kind together. An entry that looks like another of its bucket, or for which there is no room, is left out:
/// those that come first stay.
pub fn table<const KINDS: usize>(
    entries: impl IntoIterator<Item = (u32, [u8; KINDS])>,
    buckets: usize,
) -> Vec<u8> {
    let mut shelves: Vec<Vec<(u8, [u8; KINDS])>> = vec![Vec::new(); buckets];
    for (hash, entry) in entries {
        let print = fingerprint(hash);
        if let Some(shelf) = shelves.get_mut(home(hash, buckets))
            && shelf.len() < usize::from(DEPTH)
            && shelf.iter().all(|(known, _)| *known != print)
        {
            shelf.push((print, entry));
        }
    }
    let length = |shelf: &Vec<_>| u8::try_from(shelf.len()).unwrap_or(DEPTH);
    let counts = shelves.as_chunks().0.iter().map(|[one, other]| length(one) | length(other) << 4);
    let mut ranks = vec![0_u16];
    ranks.extend(shelves.chunks(STRIDE).scan(0_u16, |rank, stride| {
        *rank += stride.iter().map(|shelf| u16::from(length(shelf))).sum::<u16>();
        Some(*rank)
    }));
    let ranks = ranks.into_iter().flat_map(u16::to_le_bytes);
    let prints = shelves.iter().flatten().map(|(print, _)| *print);
    let values = (0..KINDS)
        .flat_map(|kind| shelves.iter().flatten().filter_map(move |(_, entry)| entry.get(kind).copied()));
    counts.chain(ranks).chain(prints).chain(values).collect()
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
