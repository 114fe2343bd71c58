//! Dates: of birth and of expiry, in figures and in words.

use super::reading::{Group, Reading, Script};
use super::run::gap;
use super::term::{Term, value};
use crate::scan::Kind;
use core::ops::Range;

/// Years of two digits in which a card of today can expire.
const EXPIRY_YEARS: Range<u32> = 18..50;

/// A date that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) tokens: Range<usize>,
    /// Day, month and year; otherwise month and year.
    pub(super) full: bool,
}

/// Whether a group of `count` digits is the year of a card's expiry.
pub(super) fn is_expiry_year(value: u32, count: usize) -> bool {
    match count {
        2 => EXPIRY_YEARS.contains(&value),
        4 => value / 100 == 20 && EXPIRY_YEARS.contains(&(value % 100)),
        _ => false,
    }
}

fn group_value(reading: &Reading<'_>, at: usize) -> Option<(Group, u32)> {
    let group = *reading.groups().get(at)?;
    Some((group, reading.value(&group)))
}

/// The group after a card's expiry date that starts with group `at`: `12/27`, `12 2027`, `1227`, `122027`.
pub(super) fn expiry(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let (first, month) = group_value(reading, at)?;
    let year = is_expiry_year;
    // The rest of 10/12/2026.
    if let Some(before) = at.checked_sub(1)
        && gap(reading, before).is_some_and(|gap| gap.tight && matches!(gap.mark, b'/' | b'-'))
        && numeric(reading, before).is_some()
    {
        return None;
    }
    if first.script == Script::Words {
        // "zero four twenty eight", "oh four, twenty twenty eight".
        for length in [4, 6] {
            let (next, total) = reading.extend(at, length, |_| false);
            let value = reading
                .digits_of(at..next)
                .iter()
                .fold(0, |value, digit| value * 10 + u32::from(digit.value));
            let unit = if length == 4 { 100 } else { 10_000 };
            if total == length && (1..=12).contains(&(value / unit)) && year(value % unit, length - 2) {
                return Some(next);
            }
        }
    }
    match first.count {
        1 | 2 if (1..=12).contains(&month) => {
            let between = gap(reading, at)?;
            let (second, value) = group_value(reading, at + 1)?;
            if between.turn
                || first.count == 1 && first.script == Script::Plain && !matches!(between.mark, b'/' | b'-')
            {
                return None;
            }
            // 4111111111111111:12:2027:123.
            let colons = between.mark == b':'
                && at
                    .checked_sub(1)
                    .and_then(|before| gap(reading, before))
                    .is_some_and(|gap| gap.tight && gap.mark == b':')
                && reading.groups().get(at.wrapping_sub(1)).is_some_and(|before| before.count >= 4);
            if !colons && !matches!(between.mark, b'/' | b'-' | b'.' | b' ' | b'\\' | b'|' | b',') {
                return None;
            }
            // 05/12/2026 and 05 12 2026 are dates of another kind.
            if let (Some(after), Some((third, _))) = (gap(reading, at + 1), group_value(reading, at + 2))
                && after.mark == between.mark
                && (after.tight || between.mark == b' ')
                && (third.count == 4 || third.count == 2)
                && second.count == 2
                && !(between.mark == b' ' && third.count == 4)
            {
                return None;
            }
            year(value, second.count).then_some(at + 2)
        }
        4 if year(month, 4)
            && reading
                .groups()
                .get(at + 1)
                .is_some_and(|next| next.count == 2 && (1..=12).contains(&reading.value(next)))
            && gap(reading, at).is_some_and(|gap| gap.tight && matches!(gap.mark, b'/' | b'-'))
            && !gap(reading, at + 1).is_some_and(|gap| gap.tight && gap.mark == b'-') =>
        {
            Some(at + 2)
        }
        4 => (first.script == Script::Plain && (1..=12).contains(&(month / 100)) && year(month % 100, 2))
            .then_some(at + 1),
        6 => ((1..=12).contains(&(month / 10_000)) && year(month % 10_000, 4)).then_some(at + 1),
        _ => None,
    }
}

/// The group after a full date in figures that starts with group `at`: `01/02/1980`, `2-1-80`, `1980.02.01`.
pub(super) fn numeric(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let ((a, first), (b, second), (c, third)) =
        (group_value(reading, at)?, group_value(reading, at + 1)?, group_value(reading, at + 2)?);
    let (one, two) = (gap(reading, at)?, gap(reading, at + 1)?);
    let marks = matches!(one.mark, b'/' | b'-' | b'.' | b' ' | b',') && one.mark == two.mark;
    let parted = (one.turn || two.turn) && !(one.turn && two.turn && c.count == 4);
    if !marks || one.words + two.words > 0 || parted {
        return None;
    }
    if one.mark == b' ' && (one.line || two.line) && !one.turn {
        return None;
    }
    let day_month = |day: u32, month: u32| {
        (1..=31).contains(&day) && (1..=12).contains(&month)
            || (1..=12).contains(&day) && (1..=31).contains(&month)
    };
    let year = |value: u32| matches!(value, 1880..=2100);
    let fits = match (a.count, b.count, c.count) {
        (1 | 2, 1 | 2, 4) => day_month(first, second) && year(third),
        (1 | 2, 1 | 2, 2) => day_month(first, second) && (one.mark != b' ' || a.count == 2 && b.count == 2),
        (4, 1 | 2, 1 | 2) => day_month(third, second) && year(first),
        _ => false,
    };
    fits.then_some(at + 3)
}

/// A day that ends before token `at` or starts there: figures up to 31, with or without `st`, or an ordinal.
fn day_at(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    if let Some((group, _)) = reading.group_starting(at).and_then(|place| group_value(reading, place)) {
        let day = reading.value(&group);
        // "twenty first".
        let ordinal = group.script == Script::Words
            && matches!(day, 20 | 30)
            && matches!(reading.term(group.last + 1), Term::Ordinal | Term::Position)
            && reading.token(group.last + 1).is_some_and(|token| (1..10).contains(&value(token.hash)));
        if ordinal {
            return Some((at, group.last + 1));
        }
        if group.count > 2 || !(1..=31).contains(&day) {
            return None;
        }
        let suffix = reading.glued(group.last + 1)
            && reading
                .token(group.last + 1)
                .is_some_and(|token| token.kind == Kind::Word && token.count == 2);
        return Some((at, group.last + usize::from(suffix)));
    }
    match reading.term(at) {
        Term::Ordinal | Term::Position => {
            let day = reading.token(at).map(|token| value(token.hash))?;
            (1..=31).contains(&day).then_some((at, at))
        }
        Term::Tens => {
            let next = if reading.punct(at + 1, b"-") { at + 2 } else { at + 1 };
            matches!(reading.term(next), Term::Ordinal | Term::Position).then_some((at, next))
        }
        _ => None,
    }
}

/// The last token of a year that starts with token `at`: 1980, '80, "nineteen eighty two".
fn year_at(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let place = reading.group_starting(at)?;
    let (group, value) = group_value(reading, place)?;
    match group.count {
        4 => matches!(value, 1880..=2100).then_some(group.last),
        2 => {
            if let Some((next, _)) = group_value(reading, place + 1)
                && next.count == 2
                && matches!(value, 18..=20)
                && next.script == Script::Words
                && gap(reading, place).is_some_and(|gap| gap.words == 0)
            {
                return Some(next.last);
            }
            Some(group.last)
        }
        _ => None,
    }
}

/// The date around the month's name at token `month`.
pub(super) fn named(reading: &Reading<'_>, month: usize) -> Option<Date> {
    let of = |at: usize| {
        matches!(reading.term(at), Term::Of | Term::Article)
            || reading.punct(at, b",./-'")
            || reading.kind(at) == Some(Kind::Turn)
    };
    // The day before: "3 de mayo", "the third of May", "03-May-".
    let mut before = None;
    let mut at = month;
    for _ in 0..4 {
        let Some(previous) = at.checked_sub(1) else { break };
        at = previous;
        if let Some((first, _)) = day_before(reading, at) {
            before = Some(first);
            break;
        }
        if !of(at) {
            break;
        }
    }
    let skip = |mut at: usize| {
        let limit = at + 3;
        while at < limit && of(at) {
            at += 1;
        }
        at
    };
    let next = skip(month + 1);
    let mut last = None;
    let mut full = false;
    let ordinal = |at: usize| {
        day_at(reading, at)
            .is_some_and(|(_, day)| matches!(reading.term(day), Term::Ordinal | Term::Position))
    };
    if before.is_some() {
        last = year_at(reading, next);
        full = last.is_some();
    } else if let Some(year) = year_at(reading, next).filter(|_| !ordinal(next)).filter(|year| {
        // "december twenty twenty seven" has no day.
        reading
            .group_starting(next)
            .and_then(|place| reading.groups().get(place))
            .is_some_and(|group| *year > group.last)
    }) {
        last = Some(year);
    } else if let Some((_, day)) = day_at(reading, next)
        && let Some(year) = year_at(reading, skip(day + 1)).filter(|year| *year > day)
    {
        last = Some(year);
        full = true;
    }
    let (first, last) = match (before, last) {
        (Some(first), Some(last)) if full => (first, last),
        (_, Some(last)) => (month, last),
        (_, None) => (month, year_at(reading, next)?),
    };
    let article = full
        && first > 0
        && (matches!(reading.term(first), Term::Ordinal | Term::Position | Term::Tens)
            || reading.kind(first + 1) == Some(Kind::Word) && reading.glued(first + 1))
        && reading.term(first - 1) == Term::Article;
    Some(Date { tokens: first - usize::from(article)..last + 1, full })
}

/// A day whose last token is `at`.
fn day_before(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    (0..3).find_map(|back| {
        let first = at.checked_sub(back)?;
        day_at(reading, first).filter(|(_, last)| *last == at)
    })
}
