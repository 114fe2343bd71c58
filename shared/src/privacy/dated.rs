//! Dates that a label makes a birth date or the expiry date of a card.

use super::Category;
use super::claims::Claims;
use super::date;
use super::label::Label;
use super::meaning::Meaning;
use super::reading::Reading;
use super::rules::span;
use super::term::Term;
use super::trace::Trace;
use core::ops::Range;

/// Finds dates of birth and expiry dates with a month's name or three parts.
pub(super) fn dates<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    let born = reading.saw_any(&[Term::Born, Term::Birthday]);
    let identity = claims.holds(Category::Ssn) || reading.saw_any(&[Term::Ssn, Term::Social, Term::Dl]);
    let expiry = reading.saw_any(&[Term::Expiry, Term::Card, Term::Brand])
        || claims.holds(Category::Pan)
        || reading.has_masks();
    if !born && !identity && !expiry {
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
        named(reading, claims, trace);
    }
    if unclear && born && claims.holds(Category::Dob) && !reading.saw(Term::Event) {
        list(reading, claims, trace);
    }
}

/// Finds the other dates of a list of births: "Ana 4/19/07, Leo 2000-06-01 (birthdays)".
fn list<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    /// Tokens between two dates of a list.
    const APART: usize = 6;
    let mut at = 0;
    while at < reading.groups().len() {
        let Some(next) = date::numeric(reading, at).filter(|_| !claims.has(at)) else {
            at += 1;
            continue;
        };
        let ends = reading
            .groups()
            .get(at)
            .zip(reading.groups().get(next - 1))
            .map(|(first, last)| first.first..last.last + 1);
        if let Some(tokens) = ends {
            let close = |from: usize, to: usize| {
                to.saturating_sub(from) <= APART && !(from..to).any(|at| reading.sentence_ends(at))
            };
            let before = at
                .checked_sub(1)
                .filter(|group| claims.category(*group) == Some(Category::Dob))
                .and_then(|group| reading.groups().get(group));
            let after =
                (claims.category(next) == Some(Category::Dob)).then(|| reading.groups().get(next)).flatten();
            let kept = matches!(
                reading.label(tokens.start, tokens.end - 1),
                Some(Label { meaning: Meaning::Kept(_) | Meaning::Expiry, words: 0, .. })
            );
            if !kept
                && (before.is_some_and(|group| close(group.last + 1, tokens.start))
                    || after.is_some_and(|group| close(tokens.end, group.first)))
            {
                trace.step(span(reading, &tokens), "a date in a list of births");
                claims.tokens(reading, tokens, Category::Dob);
            }
        }
        at = next;
    }
}

fn named<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
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
            continue;
        };
        trace.step(span(reading, &found.tokens), "a date with a month's name and its label");
        claims.tokens(reading, found.tokens, category);
    }
}

fn is_birth(reading: &Reading<'_>, tokens: &Range<usize>, identity: bool) -> bool {
    match reading.label(tokens.start, tokens.end - 1) {
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
        Some(_) => false,
        None => identity && reading.saw_any(&[Term::Ssn, Term::Social]),
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
