//! What training and scoring need of the engine: its features, its words' numbers, and its judgement by a given model.

pub use super::meaning::Meaning;
pub use super::weigh::Bars;

use super::model::Model;
use super::words::{self, Words};
use super::{Engine, Extra, Thread, Tier, features, floor, weigh};
use crate::scan::Scan;

/// The features of a message, with repetitions, as a model with these words sees them.
pub fn features(model: &[u8], text: &str) -> Vec<u32> {
    let mut scan = Scan::new();
    let (words, _) = Words::read(&Model::new(model), &scan.read(text), 0);
    let mut found = Vec::new();
    if !words.as_slice().is_empty() {
        features::each(&words, |feature, _, _| found.push(feature));
    }
    found
}

/// What a message is worth to each tier above "nothing".
pub fn worth(model: &[u8], text: &str) -> [i32; 4] {
    let mut scan = Scan::new();
    let model = Model::new(model);
    let (words, _) = Words::read(&model, &scan.read(text), 0);
    weigh::sums(&model, &words).0
}

/// The tier that a frame names by itself.
pub fn floor(model: &[u8], text: &str) -> Tier {
    let mut scan = Scan::new();
    let (words, _) = Words::read(&Model::new(model), &scan.read(text), 0);
    floor::tier(&words).map_or(Tier::None, |(tier, ..)| tier)
}

/// The key of a folded word in the table of words.
pub fn word_key(folded: &str) -> u32 {
    words::key(folded.as_bytes())
}

/// The key of the outline of a folded word, when it is long enough to be told by it.
pub fn outline_key(folded: &str) -> Option<u32> {
    (folded.len() >= words::MISSPELT).then(|| words::outline(folded.as_bytes()))
}

/// A conversation judged by a given model.
pub struct Trial<'a> {
    engine: Engine<'a>,
    thread: Thread,
}

impl<'a> Trial<'a> {
    /// A new conversation.
    pub fn new(model: &'a [u8], bars: Bars) -> Self {
        Self { engine: Engine { model: Model::new(model), bars }, thread: Thread::default() }
    }

    /// Judges the next message.
    pub fn tier(&mut self, text: &str) -> Tier {
        self.thread.judge(&self.engine, text, &Extra::default()).tier
    }

    /// The text that the next message is judged in: itself after those before.
    pub fn context(&mut self, text: &str) -> String {
        let whole = self.thread.with(text);
        self.thread.remember(text);
        whole
    }
}
