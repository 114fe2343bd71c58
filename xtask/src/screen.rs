//! `cargo xtask screen`: what the engines say about a city's own texts. See `docs/screen.md`.

use serde_json::{Map, Value, json};
use shared::privacy::{Allowed, Screened, screen};
use shared::triage::{Extra, Thread, Triage};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use thiserror::Error;

/// Why texts could not be screened.
#[derive(Debug, Error)]
pub enum ScreenError {
    /// An argument that means nothing here.
    #[error("`{0}` is no option of `cargo xtask screen`: it takes --explain and the names of files")]
    Option(String),
    /// A file that cannot be read.
    #[error("{path} cannot be read ({source}): name a file of JSON lines, or none to read standard input")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Reading or writing stopped.
    #[error("the texts could not be read or the answers not written: {0}")]
    Stream(#[from] io::Error),
}

/// Screens the files named in `args`, or standard input, and writes to standard output.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScreenError> {
    let mut explain = false;
    let mut inputs: Vec<Box<dyn BufRead>> = Vec::new();
    for arg in args {
        if arg == "--explain" {
            explain = true;
        } else if arg == "-" {
            inputs.push(Box::new(io::stdin().lock()));
        } else if arg.starts_with('-') {
            return Err(ScreenError::Option(arg));
        } else {
            let path = PathBuf::from(arg);
            let file = File::open(&path).map_err(|source| ScreenError::File { path, source })?;
            inputs.push(Box::new(BufReader::new(file)));
        }
    }
    if inputs.is_empty() {
        inputs.push(Box::new(io::stdin().lock()));
    }
    let mut lines = Vec::new();
    for mut input in inputs {
        read(&mut input, &mut lines)?;
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    for answer in answers(&lines, explain) {
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(())
}

/// Every line of `input` that is not empty, with its number, as far as it is JSON with a text.
fn read(input: &mut impl BufRead, lines: &mut Vec<Line>) -> io::Result<()> {
    let mut raw = Vec::new();
    let mut number = 0;
    loop {
        raw.clear();
        if input.read_until(b'\n', &mut raw)? == 0 {
            return Ok(());
        }
        number += 1;
        let line = String::from_utf8_lossy(&raw);
        if !line.trim().is_empty() {
            lines.push(Line::parse(&line, number));
        }
    }
}

/// A line of the input.
enum Line {
    Text { id: Value, text: String, lang: Option<String>, conversation: Option<String> },
    Error(String),
}

impl Line {
    fn parse(line: &str, number: usize) -> Self {
        let object = match serde_json::from_str::<Value>(line.trim()) {
            Ok(Value::Object(object)) => object,
            Ok(_) => return Self::Error(format!("line {number} is not a JSON object")),
            Err(error) => {
                return Self::Error(format!("line {number} is not JSON: column {}", error.column()));
            }
        };
        let Some(text) = object.get("text").and_then(Value::as_str) else {
            return Self::Error(format!("line {number} has no \"text\""));
        };
        let word = |name: &str| match object.get(name) {
            Some(Value::String(word)) => Some(word.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        Self::Text {
            id: object.get("id").cloned().unwrap_or(Value::Null),
            text: text.to_owned(),
            lang: word("lang"),
            conversation: word("conv"),
        }
    }
}

/// One answer for each line, in the order of the lines.
fn answers(lines: &[Line], explain: bool) -> Vec<Value> {
    // Lines of one conversation are one author's messages; a line without one stands for itself.
    let mut conversations: BTreeMap<(Option<&str>, usize), Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        if let Line::Text { conversation, .. } = line {
            let key = match conversation {
                Some(name) => (Some(name.as_str()), 0),
                None => (None, place),
            };
            conversations.entry(key).or_default().push(place);
        }
    }
    let mut answers: Vec<Value> = lines
        .iter()
        .map(|line| match line {
            Line::Error(message) => json!({ "error": message }),
            Line::Text { .. } => Value::Null,
        })
        .collect();
    for places in conversations.values() {
        let texts: Vec<&str> = places.iter().filter_map(|place| lines.get(*place)?.text()).collect();
        let mut thread = Thread::default();
        for ((place, text), screened) in places.iter().zip(&texts).zip(screen(&texts, Allowed::NOTHING)) {
            let triage = thread.triage(text, &Extra::default());
            if let (Some(answer), Some(line)) = (answers.get_mut(*place), lines.get(*place)) {
                *answer = line.answer(&screened, &triage, explain);
            }
        }
    }
    answers
}

impl Line {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            Self::Error(_) => None,
        }
    }

    fn answer(&self, screened: &Screened, triage: &Triage, explain: bool) -> Value {
        let Self::Text { id, text, lang, .. } = self else { return Value::Null };
        let scalars = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let findings: Vec<Value> = screened
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "start": scalars(finding.span.start),
                    "end": scalars(finding.span.end),
                    "category": finding.category.code(),
                    "rule": finding.category.rule().id(),
                })
            })
            .collect();
        let kept: Vec<Value> = screened
            .explanation
            .kept
            .iter()
            .map(|(span, kind)| json!({ "start": scalars(span.start), "end": scalars(span.end), "category": kind.code() }))
            .collect();
        let evidence: Vec<Value> = triage
            .evidence
            .iter()
            .map(|piece| {
                json!({ "start": scalars(piece.span.start), "end": scalars(piece.span.end), "class": piece.class.code() })
            })
            .collect();
        let intents: &[&str] = if screened.wants_to_pay { &["pay"] } else { &[] };
        let mut answer = Map::new();
        answer.insert("id".into(), id.clone());
        answer.insert("masked".into(), screened.text.as_str().into());
        answer.insert("findings".into(), findings.into());
        answer.insert("kept".into(), kept.into());
        answer.insert("intents".into(), json!(intents));
        answer.insert("triage".into(), json!({ "tier": triage.tier.code(), "evidence": evidence }));
        answer.insert("lang".into(), lang.clone().map_or(Value::Null, Value::String));
        if explain {
            let steps: Vec<Value> = screened
                .explanation
                .steps
                .iter()
                .map(|step| json!({ "start": scalars(step.span.start), "end": scalars(step.span.end), "step": step.what }))
                .collect();
            answer.insert("explain".into(), steps.into());
        }
        Value::Object(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screened(input: &str) -> Vec<Value> {
        let mut lines = Vec::new();
        read(&mut input.as_bytes(), &mut lines).unwrap();
        answers(&lines, false)
    }

    #[test]
    fn a_line_that_is_not_json_is_answered_and_the_run_goes_on() {
        let answers =
            screened("{\"id\":1,\"text\":\"hi\"}\nnot json\n\n[]\n{\"id\":2}\n{\"id\":3,\"text\":\"ok\"}\n");
        let errors: Vec<&str> = answers.iter().filter_map(|answer| answer["error"].as_str()).collect();
        assert_eq!(
            errors,
            ["line 2 is not JSON: column 2", "line 4 is not a JSON object", "line 5 has no \"text\""]
        );
        assert_eq!((&answers[0]["id"], &answers[4]["id"]), (&json!(1), &json!(3)));
    }

    #[test]
    fn places_count_unicode_scalar_values() {
        let answers = screened("{\"id\":\"a\",\"text\":\"ñ🙂 4111 1111 1111 1111\",\"lang\":\"es\"}");
        assert_eq!(
            answers[0],
            json!({
                "id": "a",
                "masked": "ñ🙂 ⟦PAN⟧",
                "findings": [{"start": 3, "end": 22, "category": "PAN", "rule": "EM-PAY-C"}],
                "kept": [],
                "intents": ["pay"],
                "triage": {"tier": "none", "evidence": []},
                "lang": "es",
            })
        );
    }

    #[test]
    fn messages_of_a_conversation_are_answered_once_the_last_is_known() {
        let answers = screened(
            "{\"id\":1,\"text\":\"card 4111 1111\",\"conv\":\"c\"}\n{\"id\":2,\"text\":\"alone 1111 1111\"}\n{\"id\":3,\"text\":\"1111 1111\",\"conv\":\"c\"}",
        );
        assert_eq!(answers[0]["masked"], "card ⟦PAN⟧");
        assert_eq!(answers[1]["findings"], json!([]));
        assert_eq!(answers[2]["masked"], "⟦PAN⟧");
    }
}
