//! The privacy engine beside `pii`, `redact-core` and a set of regular expressions:
//! `cargo run --release --manifest-path shared/benches/peers/Cargo.toml`.
//!
//! All read the same texts, message by message, and count what they find. They find different things (see the corpus): this
//! compares only what it costs to look.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use regex::RegexSet;
use shared::privacy::{Allowed, Window};
use shared::scan::Scan;
use shared::time::Millis;

fn main() {
    divan::main();
}

/// Messages as residents write them: a third with numbers, one in twelve with something to mask.
const CHAT: &str = include_str!("../chat.txt");

/// What is looked at, and in how many messages.
const TEXTS: [&str; 6] = ["chat", "clean", "digits", "zero width", "number words", "40 bytes"];

fn texts(kind: &str) -> Vec<String> {
    match kind {
        "chat" => CHAT.lines().map(str::to_owned).collect(),
        "clean" => vec!["the playground at the park has a broken swing and the kids are sad".to_owned(); 12],
        "digits" => vec!["4".repeat(4096)],
        "zero width" => vec!["4\u{200B}".repeat(1024)],
        "number words" => vec!["four one ".repeat(455)],
        _ => vec!["hello, my trash was not picked up today!".to_owned()],
    }
}

fn run(bencher: Bencher<'_, '_>, kind: &str, mut count: impl FnMut(&str) -> usize) {
    let texts = texts(kind);
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| texts.iter().map(|text| count(black_box(text))).sum::<usize>());
}

#[divan::bench(args = TEXTS)]
fn a_this_engine(bencher: Bencher<'_, '_>, kind: &str) {
    let mut scan = Scan::new();
    run(bencher, kind, |text| {
        Window::default().mask_with(&mut scan, Millis(0), 0, text, Allowed::NOTHING).findings.len()
    });
}

/// Ten patterns such as filters of chat products use: card, CVV, expiry, routing, IBAN, SSN, EIN, date, email, password.
#[divan::bench(args = TEXTS)]
fn b_regex_set(bencher: Bencher<'_, '_>, kind: &str) {
    let set = RegexSet::new([
        r"\b(?:\d[ -]*?){13,19}\b",
        r"(?i)\b(?:cvv|cvc|cid|security code)\D{0,10}\d{3,4}\b",
        r"\b(?:0[1-9]|1[0-2])[/-](?:\d{2}|20\d{2})\b",
        r"(?i)\b(?:routing|aba)\D{0,20}\d{9}\b",
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b",
        r"\b\d{3}[- ]\d{2}[- ]\d{4}\b",
        r"\b\d{2}-\d{7}\b",
        r"(?i)\b(?:dob|born|birth)\D{0,20}\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b",
        r"(?i)\b[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}\b",
        r"(?i)\bpass(?:word|code)?\s*(?:is|:|=)\s*\S+",
    ])
    .expect("the patterns are right");
    run(bencher, kind, |text| set.matches(text).len());
}

#[divan::bench(args = TEXTS)]
fn c_pii(bencher: Bencher<'_, '_>, kind: &str) {
    let analyzer = pii::Analyzer::new(
        Box::new(pii::nlp::SimpleNlpEngine::default()),
        pii::presets::default_recognizers(),
        Vec::new(),
        pii::PolicyConfig::default(),
    );
    let language = pii::types::Language::from("en");
    run(bencher, kind, |text| analyzer.analyze(text, &language).map_or(0, |found| found.entities.len()));
}

#[divan::bench(args = TEXTS)]
fn d_redact_core(bencher: Bencher<'_, '_>, kind: &str) {
    let engine = redact_core::AnalyzerEngine::new();
    run(bencher, kind, |text| engine.analyze(text, None).map_or(0, |found| found.detected_entities.len()));
}
