//! A small trained scorer over the words of a message and what the frames found in it. It raises a tier, never lowers one.
//!
//! A linear model: every feature adds its weights, and the tier with the largest sum above that of "nothing" is named.
//! `cargo xtask train triage` makes the weights from `tests/corpus/triage/build.jsonl`, the same each time.

use super::Tier;
use super::judge::Findings;
use super::words::{Join, Words};

/// Rows of the table of weights; features share rows by their hash.
pub const ROWS: usize = 8192;
/// Weights a row holds: one for each tier above "nothing", from the quietest to the most urgent.
pub const COLUMNS: usize = 4;

static WEIGHTS: &[u8; ROWS * COLUMNS] = include_bytes!("scorer.bin");

/// How far the scorer leans towards showing something, in units of the weights.
const LEAN: i32 = 4;

/// Over how many words two classes of meaning count as a pair.
const REACH: usize = 4;

/// The tier the scorer names.
pub(super) fn tier(words: &Words, found: &Findings) -> Tier {
    // Without words there is nothing to weigh, and the words of other scripts are none of the lexicon's, and the weights know nothing of them.
    if words.foreign || words.as_slice().is_empty() {
        return Tier::None;
    }
    let mut sums = Sums::default();
    features(words, found, |row| sums.add(WEIGHTS, row));
    sums.tier()
}

/// The tier that these weights name for a message with these features, each given once.
pub fn judge(weights: &[u8], features: impl Iterator<Item = usize>) -> Tier {
    let mut sums = Sums::default();
    for row in features {
        sums.add(weights, row);
    }
    sums.tier()
}

#[derive(Default)]
struct Sums([i32; COLUMNS]);

impl Sums {
    fn add(&mut self, weights: &[u8], row: usize) {
        for (sum, weight) in
            self.0.iter_mut().zip(weights.get(row * COLUMNS..(row + 1) * COLUMNS).unwrap_or_default())
        {
            *sum += i32::from(weight.cast_signed());
        }
    }

    fn tier(self) -> Tier {
        let tiers = Tier::ALL.into_iter().skip(1);
        let best =
            self.0.into_iter().zip(tiers).filter(|(sum, _)| sum + LEAN > 0).max_by_key(|(sum, _)| *sum);
        best.map_or(Tier::None, |(_, tier)| tier)
    }
}

/// Calls `take` with the row of every feature of the message.
pub(super) fn features(words: &Words, found: &Findings, mut take: impl FnMut(usize)) {
    let mut add = |kind: u32, one: u32, two: u32| {
        let mixed = (one.rotate_left(13) ^ two)
            .wrapping_add(kind.wrapping_mul(0x9E37_79B1))
            .wrapping_mul(0x85EB_CA6B);
        take((mixed ^ mixed >> 15) as usize % ROWS);
    };
    add(0, 0, 0);
    let row = words.as_slice();
    let (mut last, mut before) = (1, 1);
    for word in row {
        if word.join == Join::Stop {
            (last, before) = (1, 1);
        }
        add(1, word.hash, 0);
        add(2, last, word.hash);
        if before != 1 {
            add(3, before, word.hash);
        }
        (before, last) = (last, word.hash);
    }
    add(2, last, 2);
    for (at, word) in row.iter().enumerate() {
        for class in word.entry.classes() {
            add(8, u32::from(class), 0);
            for next in row.iter().skip(at + 1).take(REACH).take_while(|next| next.join != Join::Stop) {
                for other in next.entry.classes() {
                    add(9, u32::from(class), u32::from(other));
                }
            }
        }
    }
    for (asked, kind) in [(words.asked, 4), (words.exclaimed, 5)] {
        if asked {
            add(kind, 0, 0);
        }
    }
    add(6, u32::try_from(row.len().min(40) / 5).unwrap_or(0), 0);
    found.summary(|kind, value| add(7, kind, value));
}
