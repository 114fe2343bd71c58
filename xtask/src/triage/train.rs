//! `cargo xtask train triage [--try|--apart]`: makes the model of emergency triage from the lexicon and the build parts of the corpus.

use super::corpus::{Labelled, read, read_ordinary};
use super::regression::{Course, Example, learn_few};
use super::score::{self, Score};
use super::{folds, lexicon, noise, pack};
use crate::score::ScoreError;
use shared::privacy::{Allowed, mask};
use shared::triage::Tier;
use shared::triage::training::{Bars, Trial, features};
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;

/// Where the model lies.
const MODEL: &str = "shared/src/triage/model.bin";
/// The parts of the corpus that are learnt from.
const PARTS: [&str; 10] = [
    "build", "build-2", "build-3", "build-4", "build-5", "build-6", "build-7", "build-8", "build-9",
    "build-10",
];
/// The parts of the privacy corpus that are learnt from: what people write to a city when nothing is on fire.
const ORDINARY: [&str; 8] =
    ["build", "build-2", "build-3", "build-4", "build-5", "build-6", "build-7", "build-8"];
/// How much a message of them counts: there are many, and they say little of the hazards.
const SHARE: f32 = 0.1;
/// Parts the corpus is cut into to try the course on messages it has not seen.
const FOLDS: u32 = 8;
/// The course the committed model was made with.
pub const COURSE: Course = Course {
    rounds: 12,
    step: 0.1,
    decay: 1e-5,
    sparsity: 4e-4,
    least: 2,
    settle: 1e-3,
    slight: 0.05,
    dropout: 0.3,
};
/// Features the model keeps.
const ROOM: usize = 7_500;

/// Trains on the build parts and writes the model. With `--try`, prints what it reaches on messages it was not trained with, and
/// writes nothing; with `--apart`, what it reaches on each part when it has learnt from the others alone: how it does on an author
/// it has never read.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let args: Vec<String> = args.into_iter().collect();
    let words = lexicon::words()?;
    let mut parts = Vec::new();
    for part in PARTS {
        parts.push(read(part)?.into_iter().map(|message| (message, 1.0)).collect::<Vec<Weighed>>());
    }
    for part in ORDINARY {
        parts.push(read_ordinary(part)?.into_iter().map(|message| (message, SHARE)).collect());
    }
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["triage"] => {
            let seen: Vec<&Weighed> = parts.iter().flatten().collect();
            let model = pack::pack(&words, &learn_few(&examples(&words, &seen), COURSE, ROOM));
            let path = Path::new(MODEL);
            std::fs::write(path, model).map_err(|source| ScoreError::File { path: path.into(), source })
        }
        ["triage", "--try", rest @ ..] => {
            let messages: Vec<&Weighed> = parts.iter().flatten().collect();
            let folds = folds::folds(messages.iter().map(|(message, _)| message), FOLDS);
            let folded: Vec<(u32, &Weighed)> = folds.into_iter().zip(messages).collect();
            let score = cross_validate(&words, &folded, 0..FOLDS, rest == ["--misses"])?;
            Ok(std::io::stdout().write_all(score.table("cross-validated").as_bytes())?)
        }
        ["triage", "--apart", rest @ ..] => {
            let apart: Vec<(u32, &Weighed)> = (0..)
                .zip(&parts)
                .flat_map(|(part, messages)| messages.iter().map(move |one| (part, one)))
                .collect();
            for (held, part) in (0..).zip(PARTS) {
                let score = cross_validate(&words, &apart, held..held + 1, rest == ["--misses"])?;
                std::io::stdout().write_all(score.table(part).as_bytes())?;
            }
            Ok(())
        }
        _ => Err(ScoreError::Use),
    }
}

/// A message and how much it counts.
type Weighed = (Labelled, f32);

/// Judges the messages of these folds by a model that was trained without their fold.
fn cross_validate(
    words: &[u8],
    messages: &[(u32, &Weighed)],
    folds: Range<u32>,
    misses: bool,
) -> Result<Score, ScoreError> {
    let mut score = Score::default();
    let mut out = std::io::stdout();
    for held in folds {
        let (tried, seen): (Vec<_>, Vec<_>) = messages.iter().partition(|(fold, _)| *fold == held);
        let seen: Vec<&Weighed> = seen.into_iter().map(|(_, message)| message).collect();
        let tried: Vec<&Labelled> = tried.into_iter().map(|(_, (message, _))| message).collect();
        let model = pack::pack(words, &learn_few(&examples(words, &seen), COURSE, ROOM));
        for (message, tier) in tried.iter().zip(judge(&model, &tried)) {
            if !score.add(message, tier) && misses {
                writeln!(out, "{}", score::miss(message, tier))?;
            }
        }
    }
    Ok(score)
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
fn examples(words: &[u8], messages: &[&Weighed]) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut chat: Option<(&str, Trial<'_>)> = None;
    for (message, weight) in messages {
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
        examples.push(Example { features: features(words, &text), target, weight: *weight });
        // As it is sent: the edge sees what is left of it.
        let sent = mask(&text, Allowed::NOTHING).text;
        for other in [noise::hasty(&text).as_str(), sent.as_str()] {
            if other != text {
                examples.push(Example { features: features(words, other), target, weight: 0.4 * weight });
            }
        }
    }
    examples
}
