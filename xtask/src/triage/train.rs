//! `cargo xtask train triage [--try]`: makes the model of emergency triage from the lexicon and the build parts of the corpus.

use super::corpus::{Labelled, read};
use super::regression::{Course, Example, learn_few};
use super::score::{self, Score};
use super::{folds, lexicon, noise, pack};
use crate::score::ScoreError;
use shared::triage::Tier;
use shared::triage::training::{Bars, Trial, features};
use std::io::Write as _;
use std::path::Path;

/// Where the model lies.
const MODEL: &str = "shared/src/triage/model.bin";
/// The parts of the corpus that are learnt from.
const PARTS: [&str; 5] = ["build", "build-2", "build-3", "build-4", "build-5"];
/// Parts the corpus is cut into to try the course on messages it has not seen.
const FOLDS: u32 = 8;
/// The course the committed model was made with.
pub const COURSE: Course =
    Course { rounds: 12, step: 0.1, decay: 1e-5, sparsity: 2e-4, least: 2, settle: 1e-4, slight: 0.05 };
/// Features the model keeps.
const ROOM: usize = 6_000;

/// Trains on the build parts and writes the model; with `--try`, prints what it reaches on messages it was not trained with,
/// and writes nothing.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let args: Vec<String> = args.into_iter().collect();
    let (attempt, misses) = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["triage"] => (false, false),
        ["triage", "--try"] => (true, false),
        ["triage", "--try", "--misses"] => (true, true),
        _ => return Err(ScoreError::Use),
    };
    let words = lexicon::words()?;
    let mut messages = Vec::new();
    for part in PARTS {
        messages.extend(read(part)?);
    }
    if attempt {
        return cross_validate(&words, &messages, misses);
    }
    let seen: Vec<&Labelled> = messages.iter().collect();
    let model = pack::pack(&words, &learn_few(&examples(&words, &seen), COURSE, ROOM));
    let path = Path::new(MODEL);
    std::fs::write(path, model).map_err(|source| ScoreError::File { path: path.into(), source })
}

/// Judges every message by a model that was trained without it and its like.
fn cross_validate(words: &[u8], messages: &[Labelled], misses: bool) -> Result<(), ScoreError> {
    let folds = folds::folds(messages, FOLDS);
    let mut score = Score::default();
    let mut out = std::io::stdout();
    for held in 0..FOLDS {
        let apart = |inside: bool| {
            let chosen = messages.iter().zip(&folds).filter(move |(_, fold)| (**fold == held) == inside);
            chosen.map(|(message, _)| message).collect::<Vec<_>>()
        };
        let model = pack::pack(words, &learn_few(&examples(words, &apart(false)), COURSE, ROOM));
        let tried = apart(true);
        for (message, tier) in tried.iter().zip(judge(&model, &tried)) {
            if !score.add(message, tier) && misses {
                writeln!(out, "{}", score::miss(message, tier))?;
            }
        }
    }
    out.write_all(score.table("cross-validated").as_bytes())?;
    Ok(())
}

/// The tiers that a model names.
fn judge(model: &[u8], messages: &[&Labelled]) -> Vec<Tier> {
    let mut chat: Option<(&str, Trial<'_>)> = None;
    messages
        .iter()
        .map(|message| match (&message.conversation, &mut chat) {
            (Some(name), Some((known, trial))) if name == known => trial.tier(&message.text),
            (Some(name), _) => {
                let mut trial = Trial::new(model, Bars::CHOSEN);
                let tier = trial.tier(&message.text);
                chat = Some((name, trial));
                tier
            }
            (None, _) => Trial::new(model, Bars::CHOSEN).tier(&message.text),
        })
        .collect()
}

/// What there is to learn from these messages: each as it is and as it would be in haste.
pub fn examples(words: &[u8], messages: &[&Labelled]) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut chat: Option<(&str, Trial<'_>)> = None;
    for message in messages {
        let text = match (&message.conversation, &mut chat) {
            (Some(name), Some((known, trial))) if name == known => trial.context(&message.text),
            (Some(name), _) => {
                let mut trial = Trial::new(words, Bars::CHOSEN);
                let text = trial.context(&message.text);
                chat = Some((name, trial));
                text
            }
            (None, _) => message.text.clone(),
        };
        let mut target = [0_f32; 5];
        let share = if message.accept.is_empty() { 1.0 } else { 0.7 };
        if let Some(slot) = target.get_mut(message.tier as usize) {
            *slot = share;
        }
        let others = f32::from(u8::try_from(message.accept.len()).unwrap_or(u8::MAX));
        for other in &message.accept {
            if let Some(slot) = target.get_mut(*other as usize) {
                *slot += (1.0 - share) / others;
            }
        }
        examples.push(Example { features: features(words, &text), target, weight: 1.0 });
        let hasty = noise::hasty(&text);
        if hasty != text {
            examples.push(Example { features: features(words, &hasty), target, weight: 0.4 });
        }
    }
    examples
}
