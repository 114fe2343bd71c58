//! What training made of the corpus: which meaning a word has, and what a feature is worth to each tier.
//!
//! Both are tables of one byte of fingerprint and a few bits of value for each entry, without the words themselves.
//! `cargo xtask train triage` writes them to `model.bin`, the same each time.

use super::Tier;

/// Buckets of the table of words.
pub const WORDS: usize = 2048;
/// Buckets of the table of features.
pub const FEATURES: usize = 4096;
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

/// Fingerprints in the order of the buckets that their hashes fall into, without gaps. `counts` says in four bits how many stand
/// in each bucket, `ranks` for every [`STRIDE`] buckets how many stand before them, and last how many in all. What belongs to the
/// fingerprints lies elsewhere in their order. With about two in a bucket, one hash in a hundred that is not in the table is taken
/// for one that is.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    counts: &'a [u8],
    ranks: &'a [u8],
    prints: &'a [u8],
}

/// Buckets whose fingerprints are counted at once.
pub const STRIDE: usize = 16;
/// Most fingerprints in one bucket.
pub const DEPTH: u8 = 15;

impl<'a> Table<'a> {
    /// The table of so many buckets at the start of `bytes`, and what follows it.
    fn split(bytes: &'a [u8], buckets: usize) -> (Self, &'a [u8]) {
        let (counts, rest) = bytes.split_at_checked(buckets / 2).unwrap_or_default();
        let (ranks, rest) = rest.split_at_checked((buckets / STRIDE + 1) * 2).unwrap_or_default();
        let table = Self { counts, ranks, prints: &[] };
        let (prints, rest) = rest.split_at_checked(table.rank(buckets / STRIDE)).unwrap_or_default();
        (Self { prints, ..table }, rest)
    }

    fn rank(&self, stride: usize) -> usize {
        let bytes = self.ranks.get(stride * 2..).and_then(|ranks| ranks.first_chunk());
        bytes.map_or(0, |bytes| usize::from(u16::from_le_bytes(*bytes)))
    }

    /// How many entries it has.
    const fn filled(&self) -> usize {
        self.prints.len()
    }

    /// The place of a hash among those that the table holds.
    #[inline]
    fn place(&self, hash: u32) -> Option<usize> {
        let bucket = home(hash, self.counts.len() * 2);
        let stride = bucket / STRIDE;
        let counts = u64::from_le_bytes(*self.counts.get(stride * STRIDE / 2..)?.first_chunk()?);
        let shift = bucket % STRIDE * 4;
        let start = self.rank(stride) + sum(counts & !(u64::MAX << shift));
        let length = usize::try_from(counts >> shift & u64::from(DEPTH)).ok()?;
        let print = fingerprint(hash);
        let found = self.prints.get(start..start + length)?.iter().position(|known| *known == print)?;
        Some(start + found)
    }
}

/// The sum of sixteen numbers of four bits.
const fn sum(counts: u64) -> usize {
    const LOW: u64 = 0x0F0F_0F0F_0F0F_0F0F;
    let pairs = (counts & LOW) + (counts >> 4 & LOW);
    (pairs.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
}

/// The bucket that a hash falls into, of so many.
pub fn home(hash: u32, buckets: usize) -> usize {
    let buckets = u64::try_from(buckets).unwrap_or(0);
    usize::try_from((u64::from(spread(hash)) * buckets) >> 32).unwrap_or(0)
}

const fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9E37_79B1)
}

/// The fingerprint of a hash.
pub const fn fingerprint(hash: u32) -> u8 {
    let [_, print, ..] = spread(hash).to_le_bytes();
    print
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
        fn sixteen_counts_are_summed_as_one_by_one(counts: u64) {
            let each = (0..STRIDE).map(|place| (counts >> (place * 4) & 15) as usize).sum::<usize>();
            prop_assert_eq!(sum(counts), each);
        }
    }
}
