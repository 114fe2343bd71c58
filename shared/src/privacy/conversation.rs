//! One author's messages, judged once all of them are known: for screening texts before a city goes live, and for scoring.

use super::trace::Explanation;
use super::window::add;
use super::{Allowed, Finding, MaskedText, Window};
use crate::scan::Scan;
use crate::time::Millis;

/// What came of one message of a conversation.
#[derive(Clone, PartialEq, Eq)]
pub struct Screened {
    /// The message with a mask in place of every finding.
    pub text: MaskedText,
    /// Everything found in it, also what later messages completed; spans count bytes of the original text.
    pub findings: Vec<Finding>,
    /// The author wants to pay.
    pub wants_to_pay: bool,
    /// The steps that led there, and what was recognised and let through.
    pub explanation: Explanation,
}

/// Looks at one author's messages in order and answers for each what is masked in it once the last is known.
#[must_use]
pub fn screen(texts: &[&str], allowed: Allowed) -> Vec<Screened> {
    let mut window = Window::default();
    let mut scan = Scan::new();
    let mut screened: Vec<Screened> = Vec::with_capacity(texts.len());
    for (message, text) in (0..).zip(texts) {
        let mut explanation = Explanation::default();
        let masking = window.mask_traced(&mut scan, Millis(0), message, text, allowed, &mut explanation);
        for strike in masking.strikes {
            let (Some(struck), Some(original)) =
                (screened.get_mut(strike.message as usize), texts.get(strike.message as usize))
            else {
                continue;
            };
            add(&mut struck.findings, strike.span, strike.category);
            struck.text = MaskedText::with(original, &struck.findings);
        }
        let findings = masking.findings;
        explanation.kept.retain(|(span, _)| {
            findings.iter().all(|finding| finding.span.end <= span.start || finding.span.start >= span.end)
        });
        screened.push(Screened {
            text: masking.text,
            findings,
            wants_to_pay: masking.wants_to_pay,
            explanation,
        });
    }
    screened
}
