//! Multinomial logistic regression with "nothing" as the reference, by stochastic gradient descent with `AdaGrad` steps and a
//! pull towards zero. No randomness: the order of the examples comes from a fixed generator.

use shared::triage::Tier;
use shared::triage::model::TIERS;
use std::collections::BTreeMap;

/// One message to learn from.
#[derive(Clone)]
pub struct Example {
    /// Hashes of its features, with repetitions.
    pub features: Vec<u32>,
    /// How much of it belongs to each tier, `none` first; one in sum.
    pub target: [f32; TIERS + 1],
    /// How much it counts.
    pub weight: f32,
}

/// How training goes.
#[derive(Clone, Copy)]
pub struct Course {
    /// Times every message is seen.
    pub rounds: usize,
    /// First step of `AdaGrad`.
    pub step: f32,
    /// Pull towards zero, squared.
    pub decay: f32,
    /// Pull towards zero, absolute: keeps the table sparse.
    pub sparsity: f32,
    /// Features of fewer messages are left out.
    pub least: u32,
    /// Weights up to this are taken for none when features are chosen.
    pub slight: f32,
    /// Pull towards zero, squared, once the features are chosen.
    pub settle: f32,
    /// The share of a message's features that is left out each time it is seen, so that none leans on its company: what another
    /// author writes has only some of them.
    pub dropout: f32,
}

/// What training found.
pub struct Weights {
    /// Feature, its worth to each tier, and in how many messages it was.
    pub features: Vec<(u32, [f32; TIERS], u32)>,
    /// What every message is worth.
    pub bias: [f32; TIERS],
}

/// Learns twice: once to find the features that say most, and again with `room` of these alone.
pub fn learn_few(examples: &[Example], course: Course, room: usize) -> Weights {
    let first = learn(examples, course, None);
    let mut ranked: Vec<(f32, u32, [bool; TIERS])> = first
        .features
        .iter()
        .map(|(feature, row, count)| {
            let says = row.iter().map(|weight| weight * weight).sum::<f32>().sqrt();
            let often = f32::from(u16::try_from(*count).unwrap_or(u16::MAX)).sqrt();
            (says * often, *feature, row.map(|weight| weight.abs() > course.slight))
        })
        .filter(|(_, _, tiers)| tiers.contains(&true))
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let chosen = ranked.into_iter().take(room).map(|(_, feature, tiers)| (feature, tiers)).collect();
    learn(examples, Course { sparsity: 0.0, decay: course.settle, ..course }, Some(&chosen))
}

/// Features, and the tiers to which each may be worth something.
type Chosen = BTreeMap<u32, [bool; TIERS]>;

/// Learns the weights, of the features in `among` when it is given.
fn learn(examples: &[Example], course: Course, among: Option<&Chosen>) -> Weights {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for example in examples {
        let mut seen = example.features.clone();
        seen.sort_unstable();
        seen.dedup();
        for feature in seen {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let kept: Vec<(u32, u32)> = counts
        .into_iter()
        .filter(|(feature, count)| {
            *count >= course.least && among.is_none_or(|chosen| chosen.contains_key(feature))
        })
        .collect();
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|example| {
            example
                .features
                .iter()
                .filter_map(|feature| kept.binary_search_by_key(feature, |(known, _)| *known).ok())
                .collect()
        })
        .collect();
    let mut weights = vec![[0_f32; TIERS]; kept.len()];
    let allowed: Vec<[bool; TIERS]> = kept
        .iter()
        .map(|(feature, _)| among.and_then(|chosen| chosen.get(feature)).copied().unwrap_or([true; TIERS]))
        .collect();
    let mut paths = vec![[1e-4_f32; TIERS]; kept.len()];
    let (mut bias, mut bias_path) = ([0_f32; TIERS], [1e-4_f32; TIERS]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..course.rounds {
        for at in (1..order.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let other = usize::try_from(state % (at as u64 + 1)).unwrap_or(0);
            order.swap(at, other);
        }
        for at in &order {
            let (Some(example), Some(row)) = (examples.get(*at), rows.get(*at)) else { continue };
            let mut sums = bias;
            let mut stay = |_: &&usize| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                #[expect(clippy::cast_precision_loss, reason = "twenty-four bits")]
                let roll = (state >> 40) as f32 / (1_u32 << 24) as f32;
                roll >= course.dropout
            };
            let stays: Vec<usize> = row.iter().filter(&mut stay).copied().collect();
            let scale = 1.0 / (1.0 - course.dropout);
            for weight in stays.iter().filter_map(|feature| weights.get(*feature)) {
                for (sum, weight) in sums.iter_mut().zip(weight) {
                    *sum += weight * scale;
                }
            }
            let slopes = slopes(sums, example);
            for (((bias, path), slope), _) in bias.iter_mut().zip(&mut bias_path).zip(slopes).zip(Tier::ALL) {
                *path += slope * slope;
                *bias -= course.step / path.sqrt() * slope;
            }
            for feature in &stays {
                let (Some(weight), Some(path), Some(allowed)) =
                    (weights.get_mut(*feature), paths.get_mut(*feature), allowed.get(*feature))
                else {
                    continue;
                };
                for (((weight, path), slope), allowed) in weight.iter_mut().zip(path).zip(slopes).zip(allowed)
                {
                    if !allowed {
                        continue;
                    }
                    let slope = slope * scale + course.decay * *weight;
                    *path += slope * slope;
                    let step = course.step / path.sqrt();
                    let moved = *weight - step * slope;
                    let pull = step * course.sparsity * example.weight;
                    *weight = if moved.abs() <= pull { 0.0 } else { moved - pull.copysign(moved) };
                }
            }
        }
    }
    let features =
        kept.into_iter().zip(weights).map(|((feature, count), weights)| (feature, weights, count)).collect();
    Weights { features, bias }
}

fn slopes(sums: [f32; TIERS], example: &Example) -> [f32; TIERS] {
    let top = sums.iter().copied().fold(0.0_f32, f32::max);
    let powers = sums.map(|sum| (sum - top).exp());
    let total: f32 = powers.iter().sum::<f32>() + (-top).exp();
    let mut slopes = [0_f32; TIERS];
    for ((slope, power), target) in slopes.iter_mut().zip(powers).zip(example.target.iter().skip(1)) {
        *slope = (power / total - target) * example.weight;
    }
    slopes
}
