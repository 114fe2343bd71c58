//! How fast a message is triaged, beside Aho–Corasick over a bare list of words that only finds them:
//! `cargo bench -p shared --bench triage`.

use aho_corasick::AhoCorasick;
use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use shared::scan::Scan;
use shared::triage::{Extra, read};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

const HARMLESS: [&str; 6] = [
    "hi, is anybody there?",
    "my trash was not picked up this morning at 2545 E Pony Express Pkwy",
    "I'd like to know when the library opens on saturday",
    "the water bill went up to $84.17, why?",
    "¿a qué hora cierra la oficina hoy?",
    "permit BLD-2024-001187 still says pending",
];

const ALARMING: [&str; 6] = [
    "my husband collapsed and isn't breathing",
    "someone is breaking into my house right now",
    "huele mucho a gas en mi casa",
    "i don't want to live anymore",
    "a water main broke and the street is flooding",
    "there was a fire here last year, where is the report?",
];

/// What a city writes down when it has no engine.
const WORDS: &str = include_str!("../../tests/corpus/triage/keywords.txt");

fn messages(kind: &str) -> [&'static str; 6] {
    if kind == "harmless" { HARMLESS } else { ALARMING }
}

fn bytes(messages: [&str; 6]) -> BytesCount {
    BytesCount::new(messages.map(str::len).into_iter().sum::<usize>())
}

#[divan::bench(args = ["harmless", "alarming"])]
fn six_messages(bencher: Bencher<'_, '_>, kind: &str) {
    let (messages, extra, mut scan) = (messages(kind), Extra::default(), Scan::new());
    bencher
        .counter(bytes(messages))
        .bench_local(|| messages.map(|text| read(&scan.read(black_box(text)), &extra).tier));
}

#[divan::bench(args = ["harmless", "alarming"])]
fn six_messages_by_word_list(bencher: Bencher<'_, '_>, kind: &str) {
    let messages = messages(kind);
    let list = AhoCorasick::builder().ascii_case_insensitive(true).build(WORDS.lines());
    let Ok(list) = list else { return };
    bencher
        .counter(bytes(messages))
        .bench_local(|| messages.map(|text| list.find(black_box(text)).is_some()));
}
