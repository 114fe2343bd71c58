//! `cargo xtask train triage [--try]`: makes the model of emergency triage from the lexicon and the build parts of the corpus.

use super::corpus::{Labelled, read};
use super::regression::{Course, Example, learn};
use super::score::Score;
use super::{folds, lexicon, noise, pack};
use crate::score::ScoreError;
use shared::triage::training::{Bars, Trial, features};
use std::io::Write as _;
use std::path::Path;

/// Where the model lies.
const MODEL: &str = "shared/src/triage/model.bin";
/// The parts of the corpus that are learnt from.
const PARTS: [&str; 3] = ["build", "build-2", "build-3"];
/// Parts the corpus is cut into to try the course on messages it has not seen.
const FOLDS: u32 = 8;
/// The course the committed model was made with.
pub const COURSE: Course = Course { rounds: 12, step: 0.1, decay: 1e-5, sparsity: 2e-4, least: 2, without: 0 };
/// Features the model keeps.
const ROOM: usize = 6_000;

/// Trains on the build parts and writes the model; with `--try`, prints what it reaches on messages it was not trained with,
/// and writes nothing.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let mut args = args.into_iter();
    if args.next().as_deref() != Some("triage") {
        return Err(ScoreError::Use);
    }
    let mut attempt_only = false;
    let mut parts: Vec<String> = PARTS.map(str::to_owned).to_vec();
    let mut on = None;
    let mut course = COURSE;
    let mut misses = false;
    let mut room = ROOM;
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--try" => attempt_only = true,
            "--misses" => misses = true,
            "--parts" => {
                parts = args.next().ok_or(ScoreError::Use)?.split(',').map(str::to_owned).collect();
            }
            "--on" => on = args.next(),
            "--set" => {
                let pair = args.next().ok_or(ScoreError::Use)?;
                let (name, value) = pair.split_once('=').ok_or(ScoreError::Use)?;
                let number: f32 = value.parse().map_err(|_| ScoreError::Use)?;
                match name {
                    "rounds" => course.rounds = number as usize,
                    "step" => course.step = number,
                    "decay" => course.decay = number,
                    "sparsity" => course.sparsity = number,
                    "least" => course.least = number as u32,
                    "without" => course.without |= 1 << number as u32,
                    "room" => room = number as usize,
                    _ => return Err(ScoreError::Use),
                }
            }
            _ => return Err(ScoreError::Use),
        }
    }
    let words = lexicon::words()?;
    let mut messages = Vec::new();
    for part in &parts {
        if Path::new(&format!("tests/corpus/triage/{part}.jsonl")).exists() {
            messages.extend(read(part)?);
        }
    }
    let mut out = std::io::stdout();
    if attempt_only {
        let folds = folds::folds(&messages, FOLDS);
        let mut score = Score::default();
        let scores: Vec<Vec<(usize, shared::triage::Tier)>> = std::thread::scope(|scope| {
            let handles: Vec<_> = (0..2_u32)
                .map(|lane| {
                    let (messages, folds, words) = (&messages, &folds, &words);
                    scope.spawn(move || {
                        let mut answers = Vec::new();
                        for held in (0..FOLDS).filter(|held| held % 2 == lane) {
                            let seen: Vec<&Labelled> = messages
                                .iter()
                                .zip(folds)
                                .filter(|(_, fold)| **fold != held)
                                .map(|(message, _)| message)
                                .collect();
                            let (model, kept) =
                                pack::pack(words, &learn(&examples(words, &seen), course), room);
                            if held == 0 {
                                eprintln!("{kept} features");
                            }
                            let tried: Vec<(usize, &Labelled)> = messages
                                .iter()
                                .enumerate()
                                .zip(folds)
                                .filter(|(_, fold)| **fold == held)
                                .map(|(message, _)| message)
                                .collect();
                            answers.extend(judge(&model, &tried));
                        }
                        answers
                    })
                })
                .collect();
            handles.into_iter().map(|handle| handle.join().unwrap_or_default()).collect()
        });
        for (at, tier) in scores.into_iter().flatten() {
            if let Some(message) = messages.get(at)
                && !score.add(message, tier)
                && misses
            {
                writeln!(
                    out,
                    "{} {} -> {} [{}] {:?}",
                    message.id,
                    message.tier.code(),
                    tier.code(),
                    message.slice,
                    message.text
                )?;
            }
        }
        out.write_all(score.table("cross-validated").as_bytes())?;
        return Ok(());
    }
    let seen: Vec<&Labelled> = messages.iter().collect();
    let (model, kept) = pack::pack(&words, &learn(&examples(&words, &seen), course), room);
    writeln!(out, "{kept} features")?;
    if let Some(part) = on {
        let other = read(&part)?;
        let tried: Vec<(usize, &Labelled)> = other.iter().enumerate().collect();
        let mut score = Score::default();
        for (at, tier) in judge(&model, &tried) {
            if let Some(message) = other.get(at)
                && !score.add(message, tier)
                && misses
                && part != "report"
            {
                writeln!(
                    out,
                    "{} {} -> {} [{}] {:?}",
                    message.id,
                    message.tier.code(),
                    tier.code(),
                    message.slice,
                    message.text
                )?;
            }
        }
        out.write_all(score.table(&part).as_bytes())?;
        return Ok(());
    }
    let path = Path::new(MODEL);
    std::fs::write(path, model).map_err(|source| ScoreError::File { path: path.into(), source })
}

/// The tiers that a model names.
fn judge(model: &[u8], messages: &[(usize, &Labelled)]) -> Vec<(usize, shared::triage::Tier)> {
    let mut answers = Vec::new();
    let mut chat: Option<(&str, Trial<'_>)> = None;
    for (at, message) in messages {
        let tier = match (&message.conversation, &mut chat) {
            (Some(name), Some((known, trial))) if name == known => trial.tier(&message.text),
            (Some(name), _) => {
                let mut trial = Trial::new(model, Bars::CHOSEN);
                let tier = trial.tier(&message.text);
                chat = Some((name, trial));
                tier
            }
            (None, _) => Trial::new(model, Bars::CHOSEN).tier(&message.text),
        };
        answers.push((*at, tier));
    }
    answers
}

/// What there is to learn from these messages: each as it is and as it would be in haste.
fn examples(words: &[u8], messages: &[&Labelled]) -> Vec<Example> {
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
        for other in &message.accept {
            if let Some(slot) = target.get_mut(*other as usize) {
                *slot += (1.0 - share) / message.accept.len() as f32;
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
