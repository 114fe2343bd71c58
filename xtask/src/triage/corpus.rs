//! Reads the labelled triage corpus (`tests/corpus/triage`, described in its README).

use crate::score::ScoreError;
use serde_json::Value;
use shared::triage::Tier;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One labelled message.
pub struct Labelled {
    /// Its name in the corpus.
    pub id: String,
    /// What was written.
    pub text: String,
    /// The right tier.
    pub tier: Tier,
    /// Tiers that are right too.
    pub accept: Vec<Tier>,
    /// The chat it belongs to, when it is part of one.
    pub conversation: Option<String>,
    /// Its place in that chat.
    pub sequence: u64,
    /// The language it is written in.
    pub language: String,
    /// What kind of message it is.
    pub slice: String,
}

/// The messages of one part of the corpus.
/// Messages of one chat stand together, in their order.
pub fn read(part: &str) -> Result<Vec<Labelled>, ScoreError> {
    lines(&PathBuf::from(format!("tests/corpus/triage/{part}.jsonl")), None)
}

/// The messages of one part of the privacy corpus: they bring up no tier but where they say so (`tier`). Of those that differ in
/// their digits alone one is enough.
pub fn read_ordinary(part: &str) -> Result<Vec<Labelled>, ScoreError> {
    let mut messages = lines(&PathBuf::from(format!("tests/corpus/privacy/{part}.jsonl")), Some(Tier::None))?;
    let mut seen = BTreeSet::new();
    messages.retain(|message| {
        message.conversation.is_some()
            || seen.insert(message.text.replace(|letter: char| letter.is_ascii_digit(), "0"))
    });
    Ok(messages)
}

fn lines(path: &Path, tier: Option<Tier>) -> Result<Vec<Labelled>, ScoreError> {
    let file =
        std::fs::read_to_string(path).map_err(|source| ScoreError::File { path: path.into(), source })?;
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(place, line)| {
            labelled(line, tier).map_err(|reason| ScoreError::Line {
                path: path.into(),
                line: place + 1,
                reason,
            })
        })
        .collect::<Result<Vec<_>, _>>()
        .map(|mut messages: Vec<Labelled>| {
            messages.sort_by(|one, other| {
                (&one.conversation, one.sequence).cmp(&(&other.conversation, other.sequence))
            });
            messages
        })
}

/// The message in one line of the corpus; `unnamed` is its tier when it names none.
pub fn labelled(line: &str, unnamed: Option<Tier>) -> Result<Labelled, &'static str> {
    let value: Value = serde_json::from_str(line).map_err(|_| "no JSON")?;
    let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let tier = |code: &str| Tier::ALL.into_iter().find(|tier| tier.code() == code).ok_or("an unknown tier");
    let accept = value.get("accept").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    Ok(Labelled {
        id: word("id").ok_or("no id")?,
        text: word("text").ok_or("no text")?,
        tier: match word("tier") {
            Some(code) => tier(&code)?,
            None => unnamed.ok_or("no tier")?,
        },
        accept: accept.iter().filter_map(Value::as_str).map(tier).collect::<Result<_, _>>()?,
        conversation: word("conv"),
        sequence: value.get("seq").and_then(Value::as_u64).unwrap_or(0),
        language: word("lang").unwrap_or_else(|| "en".to_owned()),
        slice: word("slice").unwrap_or_else(|| "none".to_owned()),
    })
}
