//! `cargo xtask score privacy|triage [--part build|build-2|…|report]`: recall and precision of the engines on the labelled
//! corpora.

use serde_json::Value;
use shared::privacy::{Allowed, Finding, screen};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;
use std::path::PathBuf;
use thiserror::Error;

/// Why there is no score.
#[derive(Debug, Error)]
pub enum ScoreError {
    /// Arguments that mean nothing here.
    #[error(
        "use: cargo xtask score privacy|triage [--part PART] [--misses], PART being a file of tests/corpus: build, build-2, …, report"
    )]
    Use,
    /// The corpus cannot be read.
    #[error("{path} cannot be read: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line of the corpus is not what it should be.
    #[error("{path}: line {line} is not a labelled message: {reason}")]
    Line {
        /// The file.
        path: PathBuf,
        /// Which line.
        line: usize,
        /// What is missing.
        reason: &'static str,
    },
    /// The table could not be written.
    #[error("the table could not be written: {0}")]
    Stream(#[from] std::io::Error),
}

/// Scores the engine and prints the table.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let mut args = args.into_iter();
    let (mut part, mut misses) = ("build".to_owned(), false);
    match args.next().as_deref() {
        Some("privacy") => {}
        Some("triage") => return crate::triage::score::run(args),
        _ => return Err(ScoreError::Use),
    }
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--part" => part = args.next().ok_or(ScoreError::Use)?,
            "--misses" => misses = true,
            _ => return Err(ScoreError::Use),
        }
    }
    // The report part is for reporting: what is missed in it is not shown, so that nobody builds with it.
    let misses = misses && part != "report";
    let path = PathBuf::from(format!("tests/corpus/privacy/{part}.jsonl"));
    let messages = read(&path)?;
    let mut score = Score::default();
    score.add(&messages, misses);
    std::io::stdout().write_all(score.table().as_bytes())?;
    Ok(())
}

struct Span {
    bytes: Range<usize>,
    category: String,
}

struct Message {
    id: String,
    text: String,
    lang: String,
    slice: String,
    conversation: Option<String>,
    sequence: u64,
    secrets: Vec<Span>,
    protected: Vec<Span>,
}

fn read(path: &PathBuf) -> Result<Vec<Message>, ScoreError> {
    let file =
        std::fs::read_to_string(path).map_err(|source| ScoreError::File { path: path.clone(), source })?;
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(place, line)| {
            message(line).map_err(|reason| ScoreError::Line { path: path.clone(), line: place + 1, reason })
        })
        .collect()
}

fn message(line: &str) -> Result<Message, &'static str> {
    let value: Value = serde_json::from_str(line).map_err(|_| "no JSON")?;
    let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let text = word("text").ok_or("no text")?;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spans = |name: &str| -> Result<Vec<Span>, &'static str> {
        let list = value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        list.iter()
            .map(|span| {
                let place = |name: &str| {
                    let scalar = usize::try_from(span.get(name)?.as_u64()?).ok()?;
                    bytes.get(scalar).copied()
                };
                let category =
                    span.get("category").and_then(Value::as_str).ok_or("a span without category")?;
                let (Some(start), Some(end)) = (place("start"), place("end")) else {
                    return Err("a span outside of the text");
                };
                Ok(Span { bytes: start..end, category: category.to_owned() })
            })
            .collect()
    };
    Ok(Message {
        id: word("id").ok_or("no id")?,
        lang: word("lang").unwrap_or_else(|| "en".to_owned()),
        slice: word("slice").unwrap_or_else(|| "none".to_owned()),
        conversation: word("conv"),
        sequence: value.get("seq").and_then(Value::as_u64).unwrap_or(0),
        secrets: spans("spans")?,
        protected: spans("keep")?,
        text,
    })
}

#[derive(Clone, Copy, Default)]
pub struct Count {
    /// How many were hit.
    pub hit: u64,
    /// Of how many.
    pub of: u64,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, hit: bool) {
        self.hit += u64::from(hit);
        self.of += 1;
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of messages are small")]
    /// The share that was hit.
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.hit as f64 / self.of as f64 }
    }

    /// Upper end of the 95 % interval of Wilson.
    pub fn wilson_above(self) -> f64 {
        1.0 - Self { hit: self.of - self.hit, of: self.of }.wilson()
    }

    /// Lower end of the 95 % interval of Wilson.
    #[expect(clippy::cast_precision_loss, reason = "counts of messages are small")]
    pub fn wilson(self) -> f64 {
        const Z: f64 = 1.96;
        if self.of == 0 {
            return 0.0;
        }
        let (n, p) = (self.of as f64, self.share());
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        ((p + Z * Z / (2.0 * n) - spread) / (1.0 + Z * Z / n)).max(0.0)
    }
}

/// What the engine reached.
#[derive(Default)]
struct Score {
    all: Count,
    payment: Count,
    personal: Count,
    by_category: BTreeMap<String, Count>,
    by_slice: BTreeMap<String, Count>,
    by_language: BTreeMap<String, Count>,
    right_category: Count,
    split: Count,
    touched: Count,
    protected: Count,
    covered: Count,
}

const PAYMENT: [&str; 7] = ["PAN", "CVV", "EXPIRY", "TRACK", "ROUTING", "BANK_ACCOUNT", "IBAN"];

impl Score {
    fn add(&mut self, messages: &[Message], misses: bool) {
        let mut conversations: BTreeMap<(Option<&str>, usize), Vec<&Message>> = BTreeMap::new();
        for (place, message) in messages.iter().enumerate() {
            let key = message.conversation.as_deref().map_or((None, place), |name| (Some(name), 0));
            conversations.entry(key).or_default().push(message);
        }
        for conversation in conversations.values_mut() {
            conversation.sort_by_key(|message| message.sequence);
            let texts: Vec<&str> = conversation.iter().map(|message| message.text.as_str()).collect();
            for (message, screened) in conversation.iter().zip(screen(&texts, Allowed::NOTHING)) {
                self.judge(message, &screened.findings, misses);
            }
        }
    }

    fn judge(&mut self, message: &Message, findings: &[Finding], misses: bool) {
        let hidden = |byte: usize| findings.iter().any(|finding| finding.span.contains(&byte));
        let mut wrong = Vec::new();
        for secret in &message.secrets {
            let letters = message
                .text
                .char_indices()
                .filter(|(at, letter)| secret.bytes.contains(at) && letter.is_alphanumeric());
            let found = letters.clone().all(|(at, _)| hidden(at));
            self.all.add(found);
            let payment = PAYMENT.contains(&secret.category.as_str());
            if payment {
                self.payment.add(found);
            } else {
                self.personal.add(found);
            }
            self.by_category.entry(secret.category.clone()).or_default().add(found);
            self.by_slice.entry(message.slice.clone()).or_default().add(found);
            self.by_language.entry(message.lang.clone()).or_default().add(found);
            if message.conversation.is_some() {
                self.split.add(found);
            }
            if found {
                let same = findings.iter().any(|finding| {
                    finding.span.contains(&secret.bytes.start) && finding.category.code() == secret.category
                });
                self.right_category.add(same);
                if !same {
                    wrong.push(format!("other category than {}", secret.category));
                }
            } else {
                wrong.push(format!("missed {}", secret.category));
            }
        }
        for protected in &message.protected {
            let touched = message
                .text
                .char_indices()
                .any(|(at, letter)| protected.bytes.contains(&at) && letter.is_alphanumeric() && hidden(at));
            self.protected.add(touched);
            if touched {
                wrong.push(format!("touched {}", protected.category));
            }
        }
        for (at, _) in
            message.text.char_indices().filter(|(at, letter)| hidden(*at) && letter.is_alphanumeric())
        {
            self.covered.add(message.secrets.iter().any(|secret| secret.bytes.contains(&at)));
        }
        if message.secrets.is_empty() {
            self.touched.add(!findings.is_empty());
            if !findings.is_empty() {
                wrong.push("masked although innocent".to_owned());
            }
        }
        if misses && !wrong.is_empty() {
            let found: Vec<String> = findings
                .iter()
                .map(|finding| {
                    format!(
                        "{} {:?}",
                        finding.category.code(),
                        message.text.get(finding.span.clone()).unwrap_or_default()
                    )
                })
                .collect();
            let mut out = std::io::stdout();
            // A table that cannot be written says so itself.
            let _ = writeln!(
                out,
                "{} [{}] {:?}\n    {}; found {found:?}",
                message.id,
                message.slice,
                message.text,
                wrong.join(", ")
            );
        }
    }

    fn table(&self) -> String {
        let mut table = String::new();
        let mut row = |name: &str, count: Count| {
            let _ = writeln!(
                table,
                "{name:<28} {:>5}/{:<5} {:>6.1} %  (at least {:.1} %)",
                count.hit,
                count.of,
                count.share() * 100.0,
                count.wilson() * 100.0
            );
        };
        row("recall", self.all);
        row("- payment", self.payment);
        row("- personal", self.personal);
        row("- parts of conversations", self.split);
        for (name, count) in &self.by_category {
            row(&format!("category {name}"), *count);
        }
        for (name, count) in &self.by_slice {
            row(&format!("slice {name}"), *count);
        }
        for (name, count) in &self.by_language {
            row(&format!("language {name}"), *count);
        }
        row("named rightly", self.right_category);
        row("characters masked rightly", self.covered);
        row("innocent messages touched", self.touched);
        row("protected spans touched", self.protected);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_counts_only_when_all_of_it_is_masked() {
        let line = "{\"id\":\"a\",\"text\":\"visa 4111 1111 1111 1111 x\",\"spans\":[{\"start\":5,\"end\":24,\"category\":\"PAN\"},{\"start\":5,\"end\":26,\"category\":\"PAN\"}]}";
        let mut score = Score::default();
        score.add(&[message(line).unwrap()], false);
        assert_eq!((score.all.hit, score.all.of), (1, 2));
    }

    #[test]
    fn wilson_bounds_are_below_the_share() {
        assert!((Count { hit: 10, of: 10 }.wilson() - 0.7225).abs() < 0.001);
    }
}
