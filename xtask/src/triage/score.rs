//! `cargo xtask score triage [--part build|report] [--misses]`: how well emergency triage does on the labelled corpus, beside
//! a bare list of keywords.

use super::corpus::{Labelled, read};
use crate::score::{Count, ScoreError};
use shared::triage::{Extra, Thread, Tier};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// What a city would write down without an engine: any of these words, and the card appears.
const KEYWORDS: &str = include_str!("../../../tests/corpus/triage/keywords.txt");

/// Scores the engine and prints the table.
pub fn run(args: impl IntoIterator<Item = String>) -> Result<(), ScoreError> {
    let mut args = args.into_iter();
    let (mut part, mut misses) = ("build".to_owned(), false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--part" => part = args.next().ok_or(ScoreError::Use)?,
            "--misses" => misses = true,
            _ => return Err(ScoreError::Use),
        }
    }
    // The report part is for reporting: what is missed in it is not shown, so that nobody builds with it.
    let misses = misses && part != "report";
    let messages = read(&part)?;
    let (mut engine, mut list) = (Score::default(), Score::default());
    let mut out = std::io::stdout();
    let mut thread = (None, Thread::default());
    for message in &messages {
        if message.conversation.is_none() || thread.0 != message.conversation {
            thread = (message.conversation.clone(), Thread::default());
        }
        let named = thread.1.triage(&message.text, &Extra::default()).tier;
        list.add(message, keywords(&message.text));
        if !engine.add(message, named) && misses {
            writeln!(out, "{}", miss(message, named))?;
        }
    }
    out.write_all(engine.table("engine").as_bytes())?;
    out.write_all(list.table("keyword list").as_bytes())?;
    Ok(())
}

/// How a wrong answer is shown.
pub fn miss(message: &Labelled, named: Tier) -> String {
    let (id, right, slice) = (&message.id, message.tier.code(), &message.slice);
    format!("{id} {right} -> {} [{slice}] {:?}", named.code(), message.text)
}

fn keywords(text: &str) -> Tier {
    let text = text.to_lowercase();
    if KEYWORDS.lines().any(|word| text.contains(word)) { Tier::Life911 } else { Tier::None }
}

/// How a detector did.
#[derive(Default)]
pub struct Score {
    right: Count,
    by_tier: BTreeMap<Tier, Count>,
    by_language: BTreeMap<(String, Tier), Count>,
    false_cards: Count,
    false_911: Count,
    silent: Count,
}

impl Score {
    /// Counts one answer; whether it is right.
    pub fn add(&mut self, message: &Labelled, named: Tier) -> bool {
        let right = named == message.tier || message.accept.contains(&named);
        self.right.add(right);
        self.by_tier.entry(message.tier).or_default().add(right);
        self.by_language.entry((message.language.clone(), message.tier)).or_default().add(right);
        if message.tier == Tier::None {
            self.false_cards.add(!right);
            self.false_911.add(!right && named == Tier::Life911);
        }
        if message.tier == Tier::Life911 {
            self.silent.add(named == Tier::None);
        }
        right
    }

    /// The rows of the report.
    pub fn table(&self, name: &str) -> String {
        let mut table = format!("{name}\n");
        let mut row = |name: &str, count: Count| {
            let _ = writeln!(
                table,
                "  {name:<28} {:>5}/{:<5} {:>6.1} %  ({:.1} to {:.1} %)",
                count.hit,
                count.of,
                count.share() * 100.0,
                count.wilson() * 100.0,
                count.wilson_above() * 100.0
            );
        };
        row("right, other answers too", self.right);
        for (tier, count) in &self.by_tier {
            row(&format!("right on {}", tier.code()), *count);
        }
        for ((language, tier), count) in &self.by_language {
            row(&format!("right on {} ({language})", tier.code()), *count);
        }
        row("any card on none", self.false_cards);
        row("911 on none", self.false_911);
        row("nothing on life911", self.silent);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::super::corpus::labelled;
    use super::*;

    #[test]
    fn another_accepted_tier_is_right() {
        let line = r#"{"id":"a","text":"pole down","tier":"cityemergency","accept":["life911"]}"#;
        let message = labelled(line, None).unwrap();
        let mut score = Score::default();
        assert!(score.add(&message, Tier::Life911));
        assert!(!score.add(&message, Tier::None));
    }
}
