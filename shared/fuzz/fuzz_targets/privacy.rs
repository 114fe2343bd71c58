//! Any messages of one author: `cd shared && cargo +nightly fuzz run privacy -- -max_len=2000`.
//!
//! Spans stand on character boundaries, in order and apart; what was masked is not found again, alone or in a conversation.
#![no_main]

use libfuzzer_sys::fuzz_target;
use shared::privacy::{Allowed, MaskedText, Window, mask};
use shared::time::Millis;

/// Parts the input into messages.
const PART: char = '\u{1D}';

fn stored(texts: &[&str]) -> Vec<MaskedText> {
    let mut window = Window::default();
    let mut stored: Vec<MaskedText> = Vec::new();
    for (number, text) in (0..).zip(texts) {
        let masking = window.mask(Millis(0), number, text, Allowed::NOTHING);
        let mut last = 0;
        for finding in &masking.findings {
            assert!(last <= finding.span.start && finding.span.start < finding.span.end);
            assert!(text.get(finding.span.clone()).is_some());
            last = finding.span.end;
        }
        for strike in masking.strikes {
            let place = strike.message as usize;
            assert!(stored[place].as_str().get(strike.span.clone()).is_some());
            stored[place] = stored[place].struck(strike.span, strike.category);
        }
        stored.push(masking.text);
    }
    stored
}

fuzz_target!(|text: &str| {
    let once = mask(text, Allowed::NOTHING);
    assert!(mask(once.text.as_str(), Allowed::NOTHING).text == once.text);
    let texts: Vec<&str> = text.split(PART).take(12).collect();
    let once = stored(&texts);
    let again: Vec<&str> = once.iter().map(MaskedText::as_str).collect();
    assert!(stored(&again) == once);
});
