//! What a screen reader says.
//!
//! The list of messages itself is silent: browsers re-read or skip changed lists. Instead each sentence stands for a moment
//! in a region nobody sees (Bot Framework Web Chat's documented pattern; WCAG 4.1.3). The person's own words are never read
//! back.

use gloo_timers::callback::Timeout;
use web_sys::Element;

/// How long a sentence stays. Removed earlier, some screen readers lose it.
const STAYS_MS: u32 = 1_000;

/// Says sentences, once its region is in the page.
#[derive(Default)]
pub struct Announcer {
    /// Where the sentences stand.
    pub region: Option<Element>,
    /// Where those stand that interrupt what is being read: emergency guidance, and nothing else (EM-GEN-B).
    pub urgent: Option<Element>,
}

impl Announcer {
    /// Says a sentence when the reader has finished the one before.
    pub fn say(&self, sentence: &str) {
        stand(self.region.as_ref(), sentence);
    }

    /// Says a sentence at once.
    pub fn warn(&self, sentence: &str) {
        stand(self.urgent.as_ref(), sentence);
    }
}

fn stand(region: Option<&Element>, sentence: &str) {
    let Some(region) = region else { return };
    let said = region.owner_document().and_then(|document| document.create_element("p").ok());
    let Some(said) = said else { return };
    said.set_text_content(Some(sentence));
    let _ = region.append_child(&said);
    Timeout::new(STAYS_MS, move || said.remove()).forget();
}
