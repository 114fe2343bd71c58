//! `cargo xtask train triage`: makes the weights of the triage scorer from the build part of the corpus.
//!
//! A multinomial logistic regression over hashed features, by stochastic gradient descent with `AdaGrad` steps. No randomness:
//! the order of the messages comes from a fixed generator, so the same corpus gives the same bytes.

use crate::score::ScoreError;
use crate::score_triage::{Labelled, read};
use shared::triage::scorer::{COLUMNS, ROWS};
use shared::triage::{Tier, features, scorer};
use std::fmt::Write as _;
use std::path::Path;

/// Where the weights lie.
const WEIGHTS: &str = "shared/src/triage/scorer.bin";
/// Parts the corpus is cut into to try the course on messages it has not seen.
const FOLDS: u32 = 8;

/// Trains on the build part and writes the weights; with `--try`, prints what the scorer alone reaches on messages it was
/// not trained with, and writes nothing.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let mut args = args.into_iter();
    if args.next().as_deref() != Some("triage") {
        return Err(ScoreError::Use);
    }
    let messages = read("build")?;
    let examples: Vec<Example> = messages.iter().map(Example::of).collect();
    if args.next().as_deref() == Some("--try") {
        let table = attempt(&messages, &examples);
        return Ok(std::io::Write::write_all(&mut std::io::stdout(), table.as_bytes())?);
    }
    let path = Path::new(WEIGHTS);
    std::fs::write(path, train(&examples, COURSE))
        .map_err(|source| ScoreError::File { path: path.into(), source })
}

/// Cross-validation: every message is judged by weights made without it and the rest of its conversation.
fn attempt(messages: &[Labelled], examples: &[Example]) -> String {
    let fold = |message: &Labelled| {
        let name = message.conversation.as_ref().unwrap_or(&message.id);
        name.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
            % FOLDS
    };
    let mut counts = [[0u32; Tier::ALL.len()]; Tier::ALL.len()];
    for held in 0..FOLDS {
        let seen: Vec<Example> = messages
            .iter()
            .zip(examples)
            .filter(|(message, _)| fold(message) != held)
            .map(|(_, example)| example.clone())
            .collect();
        let weights = train(&seen, COURSE);
        for (message, example) in messages.iter().zip(examples).filter(|(message, _)| fold(message) == held) {
            let named = scorer::judge(&weights, example.features.iter().copied());
            let named = if message.accept.contains(&named) { message.tier } else { named };
            if let Some(count) = counts.get_mut(example.tier).and_then(|row| row.get_mut(named as usize)) {
                *count += 1;
            }
        }
    }
    let mut table = String::from("right tier down, named tier across, by the scorer alone\n");
    for (tier, row) in Tier::ALL.into_iter().zip(counts) {
        let _ = writeln!(table, "{:<14} {row:>5?}", tier.code());
    }
    table
}

/// One labelled message: its features and the place of its tier in `Tier::ALL`.
#[derive(Clone)]
pub struct Example {
    /// Rows of the table of weights, without repetitions.
    pub features: Vec<usize>,
    /// 0 for `none`, up to 4 for `life911`.
    pub tier: usize,
}

impl Example {
    fn of(message: &Labelled) -> Self {
        let mut features = features(&message.text);
        features.sort_unstable();
        features.dedup();
        Self { features, tier: message.tier as usize }
    }
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
}

/// The course the committed weights were made with.
pub const COURSE: Course = Course { rounds: 20, step: 0.05, decay: 1e-3, sparsity: 1e-3 };

/// Units of the stored weights to one natural unit.
const SCALE: f32 = 8.0;

/// The table of weights, row by row, as `scorer.bin` holds it.
pub fn train(examples: &[Example], course: Course) -> Vec<u8> {
    const CLASSES: usize = COLUMNS + 1;
    let mut weights = vec![[0f32; CLASSES]; ROWS];
    let mut paths = vec![[1e-6f32; CLASSES]; ROWS];
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
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            let mut sums = [0f32; CLASSES];
            for row in example.features.iter().filter_map(|feature| weights.get(*feature)) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
            let top = sums.iter().copied().fold(f32::MIN, f32::max);
            let powers = sums.map(|sum| (sum - top).exp());
            let total: f32 = powers.iter().sum();
            for feature in &example.features {
                let (Some(row), Some(path)) = (weights.get_mut(*feature), paths.get_mut(*feature)) else {
                    continue;
                };
                for (class, ((weight, path), power)) in row.iter_mut().zip(path).zip(powers).enumerate() {
                    let wanted = if class == example.tier { 1.0 } else { 0.0 };
                    let slope = power / total - wanted + course.decay * *weight;
                    *path += slope * slope;
                    let step = course.step / path.sqrt();
                    let moved = *weight - step * slope;
                    let pull = step * course.sparsity;
                    *weight = if moved.abs() <= pull { 0.0 } else { moved - pull.copysign(moved) };
                }
            }
        }
    }
    weights
        .iter()
        .flat_map(|[none, tiers @ ..]| {
            tiers.map(|weight| {
                #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of the type")]
                let units = ((weight - none) * SCALE).round().clamp(-127.0, 127.0) as i8;
                units.cast_unsigned()
            })
        })
        .collect()
}
