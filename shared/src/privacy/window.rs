//! What one author spreads over several messages.

use super::engine::{self, Judgement, Scope};
use super::trace::Trace;
use super::{Allowed, Category, Finding, MaskedText, Masking};
use crate::scan::{Scan, TURN};
use crate::time::Millis;
use core::ops::Range;
use core::time::Duration;

/// How long a message is remembered.
const REMEMBERED: Duration = Duration::from_mins(10);
/// How many messages are.
const MESSAGES: usize = 24;
/// A longer message is no piece of a number that is being dictated.
const LONGEST: usize = 400;
/// How often the text is looked at again after something was taken out, until nothing more is found.
const ROUNDS: usize = 4;

/// A piece of an earlier message that belongs to a finding which a later message completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strike {
    /// The number that the earlier message was given in [`Window::mask`].
    pub message: u32,
    /// Bytes of the *masked* text of that message, as it came out of [`Window::mask`].
    ///
    /// Several strikes of one message stand with the last place first, so that striking one leaves the places of the others.
    pub span: Range<usize>,
    /// What it is a piece of.
    pub category: Category,
}

/// An earlier message, as it was masked: nothing is in it that is not on the reader's screen.
#[derive(Clone, PartialEq, Eq)]
struct Earlier {
    message: u32,
    at: Millis,
    text: MaskedText,
}

/// What the engine remembers of one author: the last few masked messages that a number or its label may be spread over.
///
/// It is never stored. It forgets by itself, and looking once more at the author's last stored (masked) messages leads to the
/// same state.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Window {
    earlier: Vec<Earlier>,
}

impl Window {
    /// Looks at the author's next message, the `message`-th, written at `at`.
    #[must_use]
    pub fn mask(&mut self, at: Millis, message: u32, text: &str, allowed: Allowed) -> Masking {
        self.mask_traced(&mut Scan::new(), at, message, text, allowed, &mut ())
    }

    /// [`Window::mask`] with a buffer that is kept from message to message.
    #[must_use]
    pub fn mask_with(
        &mut self,
        scan: &mut Scan,
        at: Millis,
        message: u32,
        text: &str,
        allowed: Allowed,
    ) -> Masking {
        self.mask_traced(scan, at, message, text, allowed, &mut ())
    }

    /// [`Window::mask`], telling `trace` about the message itself.
    #[must_use]
    pub fn mask_traced<T: Trace>(
        &mut self,
        scan: &mut Scan,
        at: Millis,
        message: u32,
        text: &str,
        allowed: Allowed,
        trace: &mut T,
    ) -> Masking {
        self.forget(at);
        let mut masking = self.look(scan, at, message, text, allowed, trace);
        if !masking.strikes.is_empty() {
            self.replay(scan, text, allowed, &mut masking);
        }
        masking
    }

    /// Looks at the message once, with what is remembered.
    fn look<T: Trace>(
        &mut self,
        scan: &mut Scan,
        at: Millis,
        message: u32,
        text: &str,
        allowed: Allowed,
        trace: &mut T,
    ) -> Masking {
        let Judgement { mut findings, mut wants_to_pay, telling, .. } =
            engine::judge(scan.read(text), Scope::Everything, trace);
        findings.retain(|finding| !allowed.permits(finding.category));
        let mut strikes = Vec::new();
        let joins = telling && !self.earlier.is_empty() && text.len() <= LONGEST;
        if joins {
            self.join(scan, text, allowed, &mut findings, &mut strikes);
        }
        let mut masked = MaskedText::with(text, &findings);
        for _ in 0..ROUNDS {
            // What settles may be the label of what stands beside it, together with an earlier message.
            let more =
                !findings.is_empty() && settle(scan, text, allowed, &mut findings, &mut masked) && joins;
            if !more {
                break;
            }
            self.join(scan, text, allowed, &mut findings, &mut strikes);
            masked = MaskedText::with(text, &findings);
        }
        wants_to_pay |= findings.iter().any(|finding| finding.category.is_payment());
        if telling && text.len() <= LONGEST {
            self.remember(Earlier { message, at, text: masked.clone() });
        }
        Masking { text: masked, findings, strikes, wants_to_pay }
    }

    /// Looks at the masked messages again as if they came one after the other, until that changes nothing: after a strike an
    /// earlier message says other things of what is beside it. Whoever reads the stored messages later sees the same.
    fn replay(&mut self, scan: &mut Scan, text: &str, allowed: Allowed, masking: &mut Masking) {
        let current = self.earlier.len().checked_sub(1);
        for _ in 0..ROUNDS {
            let mut again = Self::default();
            let mut more: Vec<(usize, Range<usize>, Category)> = Vec::new();
            for place in 0..self.earlier.len() {
                let Some(earlier) = self.earlier.get(place) else { break };
                let number = u32::try_from(place).unwrap_or(u32::MAX);
                let seen = again.look(scan, earlier.at, number, earlier.text.as_str(), allowed, &mut ());
                more.extend(seen.findings.into_iter().rev().map(|found| (place, found.span, found.category)));
                more.extend(
                    seen.strikes
                        .into_iter()
                        .map(|strike| (strike.message as usize, strike.span, strike.category)),
                );
            }
            if more.is_empty() {
                return;
            }
            for (place, span, category) in more {
                let Some(earlier) = self.earlier.get_mut(place) else { continue };
                earlier.text = earlier.text.struck(span.clone(), category);
                if Some(place) == current {
                    add(&mut masking.findings, span, category);
                } else {
                    masking.strikes.push(Strike { message: earlier.message, span, category });
                }
            }
            masking.text = MaskedText::with(text, &masking.findings);
            if let Some(earlier) = current.and_then(|place| self.earlier.get_mut(place)) {
                earlier.text = masking.text.clone();
            }
        }
    }

    fn forget(&mut self, now: Millis) {
        self.earlier.retain(|earlier| now.since(earlier.at) <= REMEMBERED);
    }

    fn remember(&mut self, earlier: Earlier) {
        if earlier.text.as_str().len() > LONGEST {
            return;
        }
        if self.earlier.len() >= MESSAGES {
            self.earlier.remove(0);
        }
        self.earlier.push(earlier);
    }

    /// Reads the earlier messages and this one as one text.
    fn join(
        &mut self,
        scan: &mut Scan,
        text: &str,
        allowed: Allowed,
        findings: &mut Vec<Finding>,
        strikes: &mut Vec<Strike>,
    ) {
        // First with every earlier message, then with those only that look like pieces: an address or a question that comes
        // between two pieces does not part them.
        let mut found_before = false;
        for round in 0..2 * ROUNDS {
            let pieces_only = round % 2 == 1;
            let mut joined = String::new();
            let mut begins = Vec::with_capacity(self.earlier.len());
            for earlier in &self.earlier {
                let passed_over = pieces_only && {
                    let judged = engine::judge(scan.read(earlier.text.as_str()), Scope::Kind, &mut ());
                    !judged.is_piece && !judged.announces
                };
                let begin = joined.len();
                if passed_over {
                    begins.push(begin..begin);
                } else {
                    joined.push_str(earlier.text.as_str());
                    begins.push(begin..joined.len());
                    joined.push(TURN);
                }
            }
            let here = joined.len();
            // First as it was written: what looks whole by itself may be the end of something longer.
            let raw = round < 2;
            if raw {
                joined.push_str(text);
            } else {
                joined.push_str(MaskedText::with(text, findings).as_str());
            }
            let judgement = engine::judge(
                scan.read(&joined),
                if pieces_only { Scope::Pieces } else { Scope::Everything },
                &mut (),
            );
            let mut more = false;
            // From the last place to the first, so that every place stays what it was.
            for found in judgement.findings.iter().rev().filter(|found| !allowed.permits(found.category)) {
                if found.span.end > here {
                    let start = found.span.start.max(here) - here;
                    let here = start..found.span.end - here;
                    if raw {
                        more |= unite(findings, here, found.category);
                    } else {
                        add(findings, here, found.category);
                        more = true;
                    }
                }
                for (earlier, place) in self.earlier.iter_mut().zip(&begins).rev() {
                    let begin = place.start;
                    let piece = found.span.start.max(begin)..found.span.end.min(place.end);
                    let piece = trimmed(&joined, piece);
                    if piece.is_empty() {
                        continue;
                    }
                    let piece = piece.start - begin..piece.end - begin;
                    earlier.text = earlier.text.struck(piece.clone(), found.category);
                    strikes.push(Strike { message: earlier.message, span: piece, category: found.category });
                    more = true;
                }
            }
            // Only when neither reading finds more: what the one takes out, the other may have to see.
            if !more && !found_before && pieces_only && !raw {
                break;
            }
            found_before = more;
        }
        self.earlier.retain(|earlier| earlier.text.as_str().len() <= LONGEST);
    }
}

/// Without the blanks at both ends.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = text.get(span.clone()).unwrap_or_default();
    let start = span.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

/// Adds what was found in the original text; says whether it is new.
fn unite(findings: &mut Vec<Finding>, mut span: Range<usize>, mut category: Category) -> bool {
    if findings.iter().any(|finding| finding.span.start <= span.start && span.end <= finding.span.end) {
        return false;
    }
    findings.retain(|finding| {
        let apart = finding.span.end <= span.start || finding.span.start >= span.end;
        if !apart {
            if finding.span.len() > span.len() {
                category = finding.category;
            }
            span = span.start.min(finding.span.start)..span.end.max(finding.span.end);
        }
        apart
    });
    let place = findings.partition_point(|finding| finding.span.start < span.start);
    findings.insert(place, Finding { span, category });
    true
}

/// Adds what was found in the *masked* text of a message to the findings in its original text.
pub(super) fn add(findings: &mut Vec<Finding>, masked: Range<usize>, category: Category) {
    let start = original(findings, masked.start, false);
    let end = original(findings, masked.end, true);
    if start >= end {
        return;
    }
    findings.retain(|finding| finding.span.end <= start || finding.span.start >= end);
    let place = findings.partition_point(|finding| finding.span.start < start);
    findings.insert(place, Finding { span: start..end, category });
}

/// The place in the original text of a place in the masked text; inside of a mask it is an end of what the mask covers.
fn original(findings: &[Finding], masked: usize, end: bool) -> usize {
    let (mut before, mut after) = (0, 0);
    for finding in findings {
        let mask = after + (finding.span.start - before);
        let width = MaskedText::mask_length(finding.category);
        if masked <= mask {
            break;
        }
        if masked < mask + width {
            return if end { finding.span.end } else { finding.span.start };
        }
        before = finding.span.end;
        after = mask + width;
    }
    before + (masked - after)
}

/// Looks at the masked text again until nothing more is found in it: taking something out can change what stands beside it.
/// Says whether that found anything.
fn settle(
    scan: &mut Scan,
    text: &str,
    allowed: Allowed,
    findings: &mut Vec<Finding>,
    masked: &mut MaskedText,
) -> bool {
    for round in 0..ROUNDS {
        let again = engine::judge(scan.read(masked.as_str()), Scope::Everything, &mut ());
        let mut more = false;
        for found in again.findings.iter().rev().filter(|found| !allowed.permits(found.category)) {
            add(findings, found.span.clone(), found.category);
            more = true;
        }
        if !more {
            return round > 0;
        }
        *masked = MaskedText::with(text, findings);
    }
    true
}
