//! Reads the labelled triage corpus (`tests/corpus/triage`, described in its README).

use crate::score::ScoreError;
use serde_json::Value;
use shared::triage::Tier;
use std::path::PathBuf;

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
    let path = PathBuf::from(format!("tests/corpus/triage/{part}.jsonl"));
    let file =
        std::fs::read_to_string(&path).map_err(|source| ScoreError::File { path: path.clone(), source })?;
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(place, line)| {
            labelled(line).map_err(|reason| ScoreError::Line { path: path.clone(), line: place + 1, reason })
        })
        .collect::<Result<Vec<_>, _>>()
        .map(|mut messages: Vec<Labelled>| {
            messages.sort_by(|one, other| {
                (&one.conversation, one.sequence).cmp(&(&other.conversation, other.sequence))
            });
            messages
        })
}

/// The message in one line of the corpus.
pub fn labelled(line: &str) -> Result<Labelled, &'static str> {
    let value: Value = serde_json::from_str(line).map_err(|_| "no JSON")?;
    let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let tier = |code: &str| Tier::ALL.into_iter().find(|tier| tier.code() == code).ok_or("an unknown tier");
    let accept = value.get("accept").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    Ok(Labelled {
        id: word("id").ok_or("no id")?,
        text: word("text").ok_or("no text")?,
        tier: tier(&word("tier").ok_or("no tier")?)?,
        accept: accept.iter().filter_map(Value::as_str).map(tier).collect::<Result<_, _>>()?,
        conversation: word("conv"),
        sequence: value.get("seq").and_then(Value::as_u64).unwrap_or(0),
        language: word("lang").unwrap_or_else(|| "en".to_owned()),
        slice: word("slice").unwrap_or_else(|| "none".to_owned()),
    })
}
