//! Names the tier of a row of words by what the model makes of its features, and shows which words did it.

use super::model::{Model, Sums, TIERS, UNIT};
use super::words::{ROOM, Words};
use super::{Class, Evidence, Tier, features};

/// What a tier must be worth before it is named, against nothing: less where missing it costs more.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    /// For each tier above "nothing", from the quietest to the most urgent.
    pub whole: [i32; TIERS],
    /// What a sentence must be worth to be `life911` by itself, whatever stands around it.
    pub alone: i32,
    /// How far below its bar `life911` is close.
    pub close: i32,
    /// How much `life911` may be worth less than another tier and still be named.
    pub lean: i32,
}

impl Bars {
    /// Chosen where each of four parts was judged by a model that had learnt from the others alone.
    pub const CHOSEN: Self = Self { whole: [0, 0, 0, -8], alone: 48, close: 16, lean: 4 };
}

/// What the words are worth to each tier.
pub(super) fn sums(model: &Model<'_>, words: &Words) -> Sums {
    let mut sums = model.bias();
    features::each(words, |feature, _, _| {
        if let Some(weights) = model.weights(feature) {
            sums.add(weights);
        }
    });
    sums
}

/// The tier that is worth most, of those that pass their bar.
pub(super) fn tier(sums: Sums, bars: &Bars) -> Tier {
    let mut best = (Tier::None, 0);
    for (tier, bar) in Tier::ALL.into_iter().skip(1).zip(bars.whole) {
        let lean = if tier == Tier::Life911 { bars.lean } else { 0 };
        let worth = sums.of(tier) - bar;
        if worth > 0 && worth + lean >= best.1 {
            best = (tier, worth);
        }
    }
    best.0
}

/// The words from the byte `from` on that were worth most to `tier`, those side by side together. Where a tier is named there are
/// words to show for it: one that speaks of something where there is one, or else all of them.
pub(super) fn evidence(model: &Model<'_>, words: &Words, tier: Tier, from: usize) -> Vec<Evidence> {
    let mut worth = [0_i32; ROOM];
    let column = (tier as usize).saturating_sub(1);
    features::each(words, |feature, one, other| {
        let Some(value) = model.weights(feature).and_then(|values| values.get(column).copied()) else {
            return;
        };
        for place in [one, other] {
            if let Some(sum) = worth.get_mut(place) {
                *sum += i32::from(value);
            }
        }
    });
    let row = || words.as_slice().iter().zip(worth).filter(|(word, _)| word.start >= from);
    let most = row().map(|(_, sum)| sum).max().unwrap_or(0);
    let bar = (most / 3).max(i32::from(UNIT) / 4);
    // It may be many small things that named the tier: then the most telling word stands for them.
    let telling = row().filter(|(word, _)| word.meaning.class().is_some()).max_by_key(|(_, sum)| *sum);
    let telling = telling.map(|(word, _)| word.start);
    // Despair is often told in words that speak of nothing by themselves.
    let unspoken = if tier == Tier::Crisis988 { Class::Despair } else { Class::Wording };
    let mut evidence: Vec<Evidence> = Vec::new();
    for (word, _) in row().filter(|(word, sum)| *sum >= bar || telling == Some(word.start)) {
        let class = word.meaning.class().unwrap_or(unspoken);
        match evidence.last_mut() {
            Some(last) if last.class == class && last.span.end + 1 >= word.start => last.span.end = word.end,
            _ => evidence.push(Evidence { span: word.start..word.end, class }),
        }
    }
    if evidence.is_empty() {
        let first = row().next();
        let whole = first.zip(row().next_back()).map(|((first, _), (last, _))| first.start..last.end);
        evidence.extend(whole.map(|span| Evidence { span, class: Class::Wording }));
    }
    evidence
}
