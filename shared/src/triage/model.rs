//! What training made of the corpus: which meaning a word has, and what a feature is worth to each tier.
//!
//! Both are tables of one byte of fingerprint and a few bits of value in each slot, without the words themselves.
//! `cargo xtask train triage` writes them to `model.bin`, the same each time.

use super::Tier;

/// Slots of the table of words.
pub const WORDS: usize = 6144;
/// Slots of the table of features.
pub const FEATURES: usize = 8192;
/// Tiers above "nothing".
pub const TIERS: usize = 4;

/// What the sixteen steps of a weight stand for.
pub const STEPS: [i16; 16] = [-96, -68, -48, -34, -24, -16, -8, 0, 8, 16, 24, 34, 48, 68, 96, 136];
/// One natural unit of log-odds.
pub const UNIT: i16 = 32;

/// A model, as training writes it.
#[derive(Clone, Copy)]
pub struct Model<'a> {
    words: Table<'a>,
    meanings: &'a [u8],
    features: Table<'a>,
    weights: &'a [u8],
    bias: &'a [u8],
}

impl<'a> Model<'a> {
    /// The model in `bytes`; what is missing counts as empty.
    pub fn new(bytes: &'a [u8]) -> Self {
        let (words, rest) = Table::split(bytes, WORDS);
        let (meanings, rest) = rest.split_at_checked(words.filled()).unwrap_or_default();
        let (features, rest) = Table::split(rest, FEATURES);
        let (weights, bias) = rest.split_at_checked(features.filled() * 2).unwrap_or_default();
        Self { words, meanings, features, weights, bias }
    }

    /// The meaning of the word or outline with this hash, as its place in `Meaning::ALL`.
    #[inline]
    pub fn meaning(&self, hash: u32) -> Option<u8> {
        self.meanings.get(self.words.place(hash)?).copied()
    }

    /// What a message without any feature is worth.
    pub fn bias(&self) -> Sums {
        let mut sums = Sums::default();
        for (sum, bytes) in sums.0.iter_mut().zip(self.bias.chunks_exact(2)) {
            *sum = bytes.try_into().map_or(0, |bytes| i32::from(i16::from_le_bytes(bytes)));
        }
        sums
    }

    /// What the feature with this hash is worth to each tier.
    #[inline]
    pub fn weights(&self, feature: u32) -> Option<[i16; TIERS]> {
        let place = self.features.place(feature)?;
        let low = *self.weights.get(place)?;
        let high = *self.weights.get(self.weights.len() / 2 + place)?;
        let step = |nibble: u8| STEPS.get(usize::from(nibble & 15)).copied().unwrap_or(0);
        Some([step(low), step(low >> 4), step(high), step(high >> 4)])
    }
}

/// Open addressing with a byte of fingerprint; zero is an empty slot. What belongs to the filled slots lies elsewhere without
/// gaps, in their order; `ranks` says for every [`STRIDE`] slots how many are filled before them, and last how many in all.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    prints: &'a [u8],
    ranks: &'a [u8],
}

/// Slots whose filled ones are counted at once.
pub const STRIDE: usize = 64;

impl<'a> Table<'a> {
    /// The table of so many slots at the start of `bytes`, and what follows it.
    fn split(bytes: &'a [u8], slots: usize) -> (Self, &'a [u8]) {
        let (prints, rest) = bytes.split_at_checked(slots).unwrap_or_default();
        let (ranks, rest) = rest.split_at_checked((slots / STRIDE + 1) * 2).unwrap_or_default();
        (Self { prints, ranks }, rest)
    }

    fn rank(&self, stride: usize) -> usize {
        let bytes = self.ranks.get(stride * 2..).and_then(|ranks| ranks.first_chunk());
        bytes.map_or(0, |bytes| usize::from(u16::from_le_bytes(*bytes)))
    }

    /// How many slots are filled.
    fn filled(&self) -> usize {
        self.rank(self.prints.len() / STRIDE)
    }

    /// The place of a hash among those that the table holds.
    #[inline]
    fn place(&self, hash: u32) -> Option<usize> {
        let slot = self.slot(hash)?;
        let stride = slot / STRIDE;
        let (eights, rest) = self.prints.get(stride * STRIDE..slot)?.as_chunks();
        let before: usize = eights.iter().map(|eight| filled(u64::from_le_bytes(*eight))).sum();
        Some(self.rank(stride) + before + rest.iter().filter(|print| **print != 0).count())
    }

    #[inline]
    fn slot(&self, hash: u32) -> Option<usize> {
        let print = fingerprint(hash);
        let mut slot = home(hash, self.prints.len());
        // Eight slots at once, as far as they go.
        let wanted = LOWEST * u64::from(print);
        while let Some(eight) = self.prints.get(slot..).and_then(|prints| prints.first_chunk()) {
            let eight = u64::from_le_bytes(*eight);
            let (found, empty) = (zeros(eight ^ wanted), zeros(eight));
            if found | empty != 0 {
                let first = found.trailing_zeros();
                return (first < empty.trailing_zeros()).then_some(slot + first as usize / 8);
            }
            slot += 8;
        }
        if slot >= self.prints.len() {
            slot = 0;
        }
        loop {
            match *self.prints.get(slot)? {
                0 => return None,
                known if known == print => return Some(slot),
                _ => slot = if slot + 1 == self.prints.len() { 0 } else { slot + 1 },
            }
        }
    }
}

/// The lowest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;

/// The highest bit of the first of eight bytes that is zero, and perhaps of bytes after it.
const fn zeros(eight: u64) -> u64 {
    eight.wrapping_sub(LOWEST) & !eight & (LOWEST << 7)
}

/// How many of eight bytes are not zero.
const fn filled(eight: u64) -> usize {
    const BODY: u64 = LOWEST * 0x7F;
    let marks = ((((eight & BODY) + BODY) | eight) >> 7) & LOWEST;
    (marks.wrapping_mul(LOWEST) >> 56) as usize
}

/// Where a hash is looked for first, in a table of so many slots.
pub fn home(hash: u32, slots: usize) -> usize {
    let slots = u64::try_from(slots).unwrap_or(0);
    usize::try_from((u64::from(spread(hash)) * slots) >> 32).unwrap_or(0)
}

const fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9E37_79B1)
}

/// The fingerprint of a hash; never zero.
pub const fn fingerprint(hash: u32) -> u8 {
    let [_, print, ..] = spread(hash).to_le_bytes();
    if print == 0 { 1 } else { print }
}

/// What a message is worth to each tier above "nothing", from the quietest to the most urgent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums(pub [i32; TIERS]);

impl Sums {
    /// Adds the weights of one feature.
    #[inline]
    pub fn add(&mut self, weights: [i16; TIERS]) {
        for (sum, weight) in self.0.iter_mut().zip(weights) {
            *sum += i32::from(weight);
        }
    }

    /// The worth to `tier`, against nothing.
    pub fn of(&self, tier: Tier) -> i32 {
        (tier as usize).checked_sub(1).and_then(|place| self.0.get(place)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_are_searched_and_counted_as_one_by_one(bytes in prop::array::uniform8(prop::sample::select(vec![0, 1, 2, 0x7F, 0x80, 0x81, 0xFF_u8]))) {
            let eight = u64::from_le_bytes(bytes);
            let first = bytes.iter().position(|byte| *byte == 0).unwrap_or(8);
            prop_assert_eq!(zeros(eight).trailing_zeros() as usize / 8, first);
            prop_assert_eq!(filled(eight), bytes.iter().filter(|byte| **byte != 0).count());
        }
    }
}
