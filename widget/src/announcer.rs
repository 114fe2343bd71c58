//! What a screen reader says.
//!
//! The list of messages itself is silent: browsers re-read or skip changed lists. Instead each sentence stands for a moment
//! in a region nobody sees, one after the other (Bot Framework Web Chat's documented pattern; WCAG 4.1.3). The person's own
//! words are never read back.

use gloo_timers::callback::Timeout;
use leptos::prelude::{RwSignal, Update};

/// How long a sentence stays. Removed earlier, some screen readers lose it.
const STAYS_MS: u32 = 1_000;

/// The sentences in the region, each with its number.
#[derive(Clone, Copy)]
pub struct Announcer {
    /// What stands in the region now.
    pub said: RwSignal<Vec<(u32, String)>>,
    next: RwSignal<u32>,
}

impl Announcer {
    /// Nothing is said yet.
    pub fn new() -> Self {
        Self { said: RwSignal::new(Vec::new()), next: RwSignal::new(0) }
    }

    /// Says a sentence when the reader has finished the one before.
    pub fn say(self, sentence: String) {
        let Some(number) = self.next.try_update(|next| {
            *next = next.wrapping_add(1);
            *next
        }) else {
            return;
        };
        self.said.update(|said| said.push((number, sentence)));
        Timeout::new(STAYS_MS, move || {
            self.said.try_update(|said| said.retain(|(other, _)| *other != number));
        })
        .forget();
    }
}
