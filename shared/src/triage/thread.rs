//! A story told over several messages of one author.

use super::meaning::Meaning;
use super::words::{self, Words};
use super::{Class, Engine, Extra, Tier, Triage};
use crate::scan::{Scan, TURN};

/// How much of the earlier messages is looked at again with a new one, in bytes.
const MEMORY: usize = 320;

/// The messages of one author so far. The tier of a story stays until the author says that the danger is over.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    recent: String,
    tier: Tier,
}

impl Thread {
    /// The thread of an author whose messages so far stand at `tier`, the last of them being `earlier`, in order. It judges
    /// the next message as the thread would that has seen them all.
    pub fn resume<'a>(tier: Tier, earlier: impl Iterator<Item = &'a str>) -> Self {
        let mut thread = Self { recent: String::new(), tier };
        for text in earlier {
            thread.remember(text);
        }
        thread
    }

    /// What is to be shown of the messages so far.
    pub const fn tier(&self) -> Tier {
        self.tier
    }

    /// Looks at the next message in the light of those before. Spans of the evidence count bytes of this message; it is empty
    /// when the tier stands from earlier.
    pub fn triage(&mut self, text: &str, extra: &Extra) -> Triage {
        self.judge(&Engine::shipped(), text, extra)
    }

    pub(super) fn judge(&mut self, engine: &Engine<'_>, text: &str, extra: &Extra) -> Triage {
        let mut scan = Scan::new();
        let message = scan.read(text);
        let (words, _) = Words::read(&engine.model, &message, 0);
        let over = is_over(&words);
        let mut found = engine.read(&message, extra, 0);
        if over && found.tier == Tier::None {
            self.recent.clear();
            self.tier = Tier::None;
        } else if !self.recent.is_empty() && found.tier < Tier::Life911 {
            let start = self.recent.len() + TURN.len_utf8();
            let joined = format!("{}{TURN}{text}", self.recent);
            let story = engine.read(&scan.read(&joined), extra, start);
            if story.tier > found.tier {
                found.tier = story.tier;
                found.close_to = story.close_to;
                found.evidence = story.evidence;
                found.evidence.retain_mut(|piece| {
                    let inside = piece.span.end > start;
                    piece.span = piece.span.start.saturating_sub(start)..piece.span.end.saturating_sub(start);
                    // What stands from earlier needs no words of this message.
                    inside && (story.tier > self.tier || piece.class != Class::Wording)
                });
            }
        }
        self.remember(text);
        self.tier = self.tier.max(found.tier);
        found.tier = self.tier;
        found.close_to = found.close_to.filter(|close| *close > found.tier);
        found
    }

    /// The text that a new message is judged in.
    pub(super) fn with(&self, text: &str) -> String {
        if self.recent.is_empty() { text.to_owned() } else { format!("{}{TURN}{text}", self.recent) }
    }

    pub(super) fn remember(&mut self, text: &str) {
        if !self.recent.is_empty() {
            self.recent.push(TURN);
        }
        self.recent.push_str(text);
        let surplus = self.recent.len().saturating_sub(MEMORY);
        let cut = (surplus..=self.recent.len()).find(|at| self.recent.is_char_boundary(*at)).unwrap_or(0);
        self.recent.drain(..cut);
    }
}

/// Whether the author says that the danger is over. A bare "ok" says nothing of it, nor does a question or a denial.
fn is_over(words: &Words) -> bool {
    let row = words.as_slice();
    !words.asked
        && row.len() > 1
        && !row.iter().any(|word| matches!(word.meaning, Meaning::Not | Meaning::Cannot | Meaning::If))
        && row.iter().any(|word| word.meaning == Meaning::Over && !words::is_weak(word.hash))
}
