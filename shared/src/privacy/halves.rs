//! Expiry dates whose month and year are said apart: in messages of their own, or each with its own word ("month 09 year 28").

use super::Category;
use super::claims::Claims;
use super::date::is_expiry_year;
use super::reading::Reading;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, hash};

/// Tokens between the month and the year, and before the month.
const BETWEEN: usize = 14;
const BEFORE: usize = 8;

const MONTH: [u32; 4] = [hash("month"), hash("mes"), hash("mm"), hash("mo")];
const YEAR: [u32; 6] = [hash("year"), hash("ano"), hash("yr"), hash("yy"), hash("yyyy"), hash("aa")];

/// Finds the month and the year of a card's expiry that are said apart.
pub(super) fn halves<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    if reading.groups().len() < 2 {
        return;
    }
    let card = claims.holds(Category::Pan) || reading.has_masks() || reading.speaks_of_card();
    // "expiration month 09 expiration year 2028".
    let labelled = || reading.saw(Term::Expiry) && !reading.saw_any(super::rules::KEPT_TOO);
    if !card && !labelled() {
        return;
    }
    for at in 0..reading.groups().len() - 1 {
        let (Some(month), Some(year)) = (reading.groups().get(at), reading.groups().get(at + 1)) else {
            return;
        };
        let fits = month.count <= 2
            && (1..=12).contains(&reading.value(month))
            && is_expiry_year(reading.value(year), year.count)
            && !claims.has(at)
            && !claims.has(at + 1);
        if !fits || !announced(reading, month.first) || !parted(reading, month.last + 1, year.first) {
            continue;
        }
        let counted = reading.kind(year.last + 1) == Some(Kind::Word)
            && !is_light(reading, year.last + 1)
            && reading.term(year.last + 1) != Term::NotValue;
        if counted {
            continue;
        }
        let start = reading.token(month.first).map_or(0, |token| token.start as usize);
        trace.step(start..start, "month and year of an expiry date, said apart");
        claims.groups(reading, at..at + 1, Category::Expiry);
        claims.groups(reading, at + 1..at + 2, Category::Expiry);
    }
}

fn is(reading: &Reading<'_>, at: usize, words: &[u32]) -> bool {
    reading.token(at).is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
}

fn is_light(reading: &Reading<'_>, at: usize) -> bool {
    let term = reading.term(at);
    term.is_grammar()
        || matches!(term, Term::And | Term::Filler | Term::Expiry | Term::Card | Term::Brand | Term::Cvv)
        || is(reading, at, &MONTH)
        || is(reading, at, &YEAR)
}

/// Whether a word for an expiry or a month stands before the number at token `first`, with nothing that matters between.
fn announced(reading: &Reading<'_>, first: usize) -> bool {
    for at in (first.saturating_sub(BEFORE)..first).rev() {
        match reading.kind(at) {
            Some(Kind::Word) if reading.term(at) == Term::Expiry || is(reading, at, &MONTH) => return true,
            Some(Kind::Word) if is_light(reading, at) || is(reading, at, &[hash("date"), hash("fecha")]) => {}
            Some(Kind::Punct | Kind::Turn | Kind::Newline) => {}
            _ => return false,
        }
    }
    false
}

/// Whether a message ends between month and year, or a word for the year stands there, and nothing that matters.
fn parted(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let mut parted = false;
    for at in from..to {
        match reading.kind(at) {
            Some(Kind::Turn) => parted = true,
            Some(Kind::Word) if is_light(reading, at) => parted |= is(reading, at, &YEAR),
            Some(Kind::Punct | Kind::Newline) => {}
            _ => return false,
        }
    }
    parted && to - from <= BETWEEN
}
