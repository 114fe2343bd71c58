//! Dates that a label makes a birth date or the expiry date of a card.

use super::Category;
use super::birth;
use super::claims::Claims;
use super::date;
use super::label::Label;
use super::meaning::Meaning;
use super::reading::Reading;
use super::rules::span;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, hash};
use core::ops::Range;

/// Finds dates of birth and expiry dates with a month's name or three parts.
pub(super) fn dates<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    let born = reading.saw_any(&[Term::Born, Term::Birthday]);
    let identity = claims.holds(Category::Ssn) || reading.saw_any(&[Term::Ssn, Term::Social, Term::Dl]);
    let expiry = reading.saw_any(&[Term::Expiry, Term::Card, Term::Brand])
        || claims.holds(Category::Pan)
        || reading.has_masks();
    // A date has three groups, or a month's name.
    if !born && !identity && !expiry && !reading.saw(Term::Month) && reading.groups().len() < 3 {
        return;
    }
    let mut unclear = false;
    let mut at = 0;
    while at < reading.groups().len() {
        if let Some(next) = date::numeric(reading, at).filter(|_| !claims.has(at)) {
            let tokens = reading
                .groups()
                .get(at..next)
                .and_then(|groups| Some(groups.first()?.first..groups.last()?.last + 1));
            if let Some(tokens) = tokens.filter(|tokens| is_birth(reading, tokens, identity)) {
                trace.step(span(reading, &tokens), "a full date that a word for birth governs");
                claims.tokens(reading, tokens, Category::Dob);
            } else {
                unclear = true;
            }
            at = next;
        } else {
            at += 1;
        }
    }
    if reading.saw(Term::Month) {
        unclear |= named(reading, claims, trace);
    }
    if unclear && claims.holds(Category::Dob) && !reading.saw(Term::Event) {
        list(reading, claims, trace);
    }
}

/// Finds the other dates of a list of births: "Ana 4/19/07, Leo 2000-06-01 (birthdays)".
fn list<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    /// Findings of a message that people write by hand.
    const FEW: usize = 64;
    if claims.found.len() > FEW {
        return;
    }
    let mut at = 0;
    while at < reading.groups().len() {
        let Some(next) = date::numeric(reading, at).filter(|_| !claims.has(at)) else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (reading.groups().get(at), reading.groups().get(next - 1)) {
            of_list(reading, first.first..last.last + 1, claims, trace);
        }
        at = next;
    }
    if reading.saw(Term::Month) {
        for month in 0..reading.tokens().len() {
            if reading.term(month) == Term::Month
                && let Some(found) = date::named(reading, month).filter(|found| found.full)
            {
                of_list(reading, found.tokens, claims, trace);
            }
        }
    }
}

/// Takes a date for a birth when another one stands beside it in the same list.
fn of_list<T: Trace>(reading: &Reading<'_>, tokens: Range<usize>, claims: &mut Claims, trace: &mut T) {
    /// Bytes between two dates of a list.
    const APART: usize = 24;
    let span = span(reading, &tokens);
    if claims.found.len() > 64
        || claims.found.iter().any(|found| found.span.start < span.end && span.start < found.span.end)
    {
        return;
    }
    let kept = matches!(
        reading.label(tokens.start, tokens.end - 1),
        Some(Label { meaning: Meaning::Kept(_) | Meaning::Expiry, words: 0, .. })
    );
    let beside = claims.found.iter().filter(|found| found.category == Category::Dob).any(|found| {
        let between = if found.span.end <= span.start {
            found.span.end..span.start
        } else {
            span.end..found.span.start
        };
        between.len() <= APART
            && reading
                .message
                .text()
                .get(between)
                .is_some_and(|text| !text.contains(['.', '\n', '?', '!', '\u{1E}']))
    });
    if beside && !kept {
        trace.step(span, "a date in a list of births");
        claims.tokens(reading, tokens, Category::Dob);
    }
}

/// Finds the dates with a month's name; says whether a full one is not known to be a birth.
fn named<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) -> bool {
    let mut unclear = false;
    for month in 0..reading.tokens().len() {
        if reading.term(month) != Term::Month {
            continue;
        }
        let Some(found) = date::named(reading, month) else { continue };
        let category = if found.full && is_birth(reading, &found.tokens, false) {
            Category::Dob
        } else if !found.full && is_expiry(reading, claims, &found.tokens) {
            Category::Expiry
        } else {
            unclear |= found.full;
            continue;
        };
        trace.step(span(reading, &found.tokens), "a date with a month's name and its label");
        claims.tokens(reading, found.tokens, category);
    }
    unclear
}

fn is_birth(reading: &Reading<'_>, tokens: &Range<usize>, identity: bool) -> bool {
    const SINCE: [u32; 2] = [hash("since"), hash("desde")];
    // "born and raised here, since 11/22/1984".
    let before = reading.token(tokens.start.wrapping_sub(1));
    if before.is_some_and(|token| token.kind == Kind::Word && SINCE.contains(&token.hash)) {
        return false;
    }
    let label = reading.label(tokens.start, tokens.end - 1);
    match label {
        // "the baby shower 5/9/2026 rental, born to be late".
        Some(Label { meaning: Meaning::Born, at, .. })
            if at > tokens.start
                && (reading.near(tokens.start, 3, 0, &[Term::Event])
                    || reading.near(tokens.end - 1, 0, 2, &[Term::Event])) =>
        {
            false
        }
        Some(Label { meaning: Meaning::Born, crossed, .. }) => crossed <= 4,
        // "123-45-6789, 01/02/1980": a date in a list of what identifies somebody.
        Some(Label { meaning: Meaning::Ssn | Meaning::License, crossed: 1.., .. }) => identity,
        Some(Label { meaning: Meaning::Card | Meaning::SomeLicense, .. }) => reading.saw(Term::Born),
        None if identity && reading.saw_any(&[Term::Ssn, Term::Social]) => true,
        label => birth::is_somebodys(reading, tokens, label),
    }
}

fn is_expiry(reading: &Reading<'_>, claims: &Claims, tokens: &Range<usize>) -> bool {
    match reading.label(tokens.start, tokens.end - 1) {
        // "4111 1111 1111 1111 mayo del 28".
        Some(Label { meaning: Meaning::Card, .. }) | None => claims.holds(Category::Pan),
        Some(Label { meaning: Meaning::Expiry, .. }) => {
            reading.saw_any(&[Term::Card, Term::Brand, Term::Cvv, Term::Credit])
                || claims.holds(Category::Pan)
                || reading.has_masks()
        }
        _ => false,
    }
}
