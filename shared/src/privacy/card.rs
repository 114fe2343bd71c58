//! Payment cards: the number in whatever pieces it is typed, and the expiry date and verification value that go with it.

use super::checksum::{Issuer, issuer, luhn, printed};
use super::claims::Claims;
use super::date;
use super::kept::Kept;
use super::meaning::Meaning;
use super::reading::{Group, Reading, Script};
use super::run::{Gap, gap};
use super::term::Term;
use super::trace::Trace;
use super::{Category, Finding};
use crate::scan::{Kind, hash};
use core::ops::Range;

/// Evidence from which on digits are a card number.
const ENOUGH: i32 = 10;
/// The same when the check digit is wrong.
const ENOUGH_UNCHECKED: i32 = 12;
/// Evidence of a group that is one of a row.
const AMONG_ITS_LIKE: i32 = -6;
/// Evidence of a number that is named as something else.
const OF_SOMETHING_ELSE: i32 = -20;
/// The most that words can add to the evidence, and what stands to the right.
const MOST_OF_WORDS: i32 = 4;
const MOST_OF_THE_RIGHT: i32 = 3;
/// Digits of the longest and the shortest card number.
const LONGEST: usize = 19;
const SHORTEST: usize = 12;

#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// Groups.
    from: usize,
    to: usize,
    score: i32,
}

/// Finds the card numbers of the message.
pub(super) fn numbers<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    let total = reading.groups().len();
    let mut start = 0;
    while start < total {
        let mut end = start + 1;
        while end < total && gap(reading, end - 1).is_some() {
            end += 1;
        }
        run(reading, start..end, claims, trace);
        start = end;
    }
}

fn run<T: Trace>(reading: &Reading<'_>, run: Range<usize>, claims: &mut Claims, trace: &mut T) {
    let mut edge = run.start;
    let mut at = run.start;
    while at < run.end {
        inside(reading, at, &run, claims, trace);
        let mut best = best_from(reading, at, edge, &run);
        if let Some(first) = best {
            for later in at + 1..first.to {
                best = best.max_by(best_from(reading, later, edge, &run));
            }
        }
        match best {
            Some(found) => {
                let digits = reading.digits_of(found.from..found.to);
                if let (Some(first), Some(last)) = (digits.first(), digits.last()) {
                    let span = first.start as usize..last.end as usize;
                    trace.step(span, "digits of a card number: issuer, length, check digit, grouping and words weighed together");
                }
                claims.groups(reading, found.from..found.to, Category::Pan);
                edge = found.to;
                at = found.to;
            }
            None => at += 1,
        }
    }
}

/// Keeps the better of two candidates; a later one has to be clearly better.
trait MaxBy {
    fn max_by(self, other: Self) -> Self;
}

impl MaxBy for Option<Candidate> {
    fn max_by(self, other: Self) -> Self {
        match (self, other) {
            (Some(first), Some(second)) if second.score > first.score + 1 => Some(second),
            (first, second) => first.or(second),
        }
    }
}

/// The best card number that starts with group `from`.
fn best_from(reading: &Reading<'_>, from: usize, edge: usize, run: &Range<usize>) -> Option<Candidate> {
    let groups = reading.groups().get(from..run.end)?;
    let Group { from: first, count: size, .. } = *groups.first()?;
    // In the middle of a row of its like, and of a size that no brand prints: no evidence could outweigh that.
    if !matches!(size, 4 | 6 | 8 | SHORTEST..)
        && left(reading, &(from..from + 2), edge, gap(reading, from)) == AMONG_ITS_LIKE
    {
        return None;
    }
    let worded = is_worded(reading);
    let mut best: Option<Candidate> = None;
    for (to, group) in (from + 1..).zip(groups) {
        let count = group.from + group.count - first;
        if count > LONGEST {
            break;
        }
        if count < SHORTEST {
            continue;
        }
        let checked = reading.is_checked(from..to);
        if (checked || worded || is_complete(reading, from, to))
            && let Some(score) = weigh(reading, from..to, edge, run, checked)
            && best.is_none_or(|best| score >= best.score)
        {
            best = Some(Candidate { from, to, score });
        }
    }
    best
}

/// Whether words of the message speak of a card, so that a number with a wrong check digit may be one.
fn is_worded(reading: &Reading<'_>) -> bool {
    reading.saw_any(&[Term::Card, Term::Brand, Term::Cvv, Term::Expiry, Term::Credit]) || reading.has_masks()
}

/// The evidence that groups `window` are a card number, if it is enough.
fn weigh(
    reading: &Reading<'_>,
    window: Range<usize>,
    edge: usize,
    run: &Range<usize>,
    checked: bool,
) -> Option<i32> {
    let digits = reading.digits_of(window.clone());
    let issuer = issuer(digits);
    let proven = checked && issuer != Issuer::Unknown;
    let complete = !proven && is_complete(reading, window.start, window.end);
    if !proven && !is_worded(reading) && !complete {
        return None;
    }
    let groups = reading.groups().get(window.clone())?;
    let (first, last) = (groups.first()?, groups.last()?);
    let lookalike = groups.iter().any(|group| group.script == Script::Lookalike);
    let mut sizes = [0; LONGEST + 1];
    sizes.iter_mut().zip(groups).for_each(|(size, group)| *size = group.count);
    let sizes = sizes.get(..groups.len())?;

    let mut score = match issuer {
        Issuer::Known => 3,
        Issuer::Shared => 1,
        Issuer::Unknown => 0,
    };
    score += if checked { 4 } else { 0 };
    let inner: Option<Gap> = (groups.len() > 1).then(|| gap(reading, window.start)).flatten();
    score += if printed(sizes) {
        2
    } else {
        i32::from(
            sizes
                .split_last()
                .is_some_and(|(_, body)| body.windows(2).all(|pair| pair.first() == pair.last())),
        )
    };
    // What costs most to find out comes last, and not where it could not help any more.
    let with = !proven && (complete || with_card_data(reading));
    let bar = if proven { ENOUGH } else { ENOUGH_UNCHECKED - if with { 3 } else { 0 } };
    score += left(reading, &window, edge, inner);
    if score + MOST_OF_THE_RIGHT + MOST_OF_WORDS < bar {
        return None;
    }
    // 40.3187, -112.0102: decimals, not pieces.
    let decimals = (window.start..window.end - 1).any(|at| {
        gap(reading, at).is_some_and(|gap| gap.tight && gap.mark == b'.')
            && reading.groups().get(at).is_some_and(|group| group.count <= 3)
            && reading.groups().get(at + 1).is_some_and(|group| group.count > 3)
    });
    score -= if decimals { 6 } else { 0 };
    score += right(reading, &window, run, inner);
    // Letters that touch make it part of something longer, unless they are a label.
    let touching = |at: usize, glued: bool| {
        glued
            && reading.kind(at) == Some(Kind::Word)
            && reading.term(at) == Term::Other
            && reading.token(at).is_some_and(|token| token.count > 1 || groups.len() == 1)
    };
    if touching(first.first.wrapping_sub(1), reading.glued(first.first)) {
        score -= if ends_in_label(reading, first.first - 1) { 0 } else { 4 };
    }
    if touching(last.last + 1, reading.glued(last.last + 1)) {
        score -= 3;
    }
    if reading.punct(first.first.wrapping_sub(1), b"$") && groups.len() == 1 {
        score -= 4;
    }
    if in_link(reading, first.first) {
        score -= 4;
    }
    if score + MOST_OF_WORDS < bar {
        return None;
    }
    let cue = cue(reading, first.first, last.last);
    score += cue;
    let enough = if proven {
        (issuer == Issuer::Known || cue >= 2) && score >= bar
    } else {
        let likely = issuer != Issuer::Unknown && matches!(digits.len(), 13..=19)
            || with && (13..=19).contains(&digits.len());
        !lookalike && likely && (cue >= 4 || with && cue >= 0) && score >= bar
    };
    enough.then_some(score)
}

/// Whether groups in the shape of a card are followed by an expiry date with a slash and a verification value: "4111 1111 1111 1112
/// 12/27 123".
fn is_complete(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    if !matches!(to - from, 1 | 4) {
        return false;
    }
    let four = |at: usize| reading.groups().get(at).is_some_and(|group| group.count == 4);
    let shaped = to - from == 4 && (from..to).all(four)
        || to - from == 1 && reading.groups().get(from).is_some_and(|group| group.count == 16);
    shaped
        && issuer(reading.digits_of(from..to)) == Issuer::Known
        && gap(reading, to - 1).is_some_and(|gap| gap.words <= 1 && !gap.turn)
        && gap(reading, to).is_some_and(|gap| gap.mark == b'/')
        && date::expiry(reading, to).is_some_and(|next| {
            gap(reading, next - 1).is_some_and(|gap| !gap.turn && gap.words <= 1)
                && reading.groups().get(next).is_some_and(|group| group.count == 3)
        })
}

/// Whether the message also has an expiry date or a verification value with its label.
fn with_card_data(reading: &Reading<'_>) -> bool {
    let known = reading.with_card_data.get();
    let with = known.unwrap_or_else(|| finds_card_data(reading));
    reading.with_card_data.set(Some(with));
    with
}

fn finds_card_data(reading: &Reading<'_>) -> bool {
    reading.saw_any(&[Term::Cvv, Term::Expiry])
        && reading.groups().iter().any(|group| {
            matches!(group.count, 2..=4)
                && reading
                    .label(group.first, group.last)
                    .is_some_and(|label| matches!(label.meaning, Meaning::Cvv | Meaning::Expiry))
        })
}

/// Names of numbers that are no card's, however well their check digit fits.
const NAMED: [u32; 8] = [
    hash("tracking"),
    hash("rastreo"),
    hash("guia"),
    hash("imei"),
    hash("meid"),
    hash("iccid"),
    hash("serial"),
    hash("serie"),
];

/// What the words say: for a card, or for something else.
fn cue(reading: &Reading<'_>, first: usize, last: usize) -> i32 {
    let card_words = reading.saw_any(&[Term::Card, Term::Brand]);
    let label = reading.label(first, last);
    // "meter serial 4532…", "tracking 4000…", "imei 4901…": what a number is by its own name.
    if !card_words
        && label.is_some_and(|label| {
            label.at < first
                && label.words <= 1
                && label.crossed == 0
                && !label.apart
                && reading.token(label.at).is_some_and(|token| NAMED.contains(&token.hash))
        })
    {
        return OF_SOMETHING_ELSE;
    }
    match label.map(|label| label.meaning) {
        Some(Meaning::Card | Meaning::Cvv | Meaning::Expiry) => 4,
        Some(Meaning::Kept(Kept::Amount | Kept::Phone | Kept::Address | Kept::Zip)) => i32::from(card_words),
        Some(Meaning::Kept(_)) => -3,
        None if card_words => 2,
        Some(_) | None => 0,
    }
}

/// Whether an unknown word ends in a label: `mycard4111…`.
fn ends_in_label(reading: &Reading<'_>, at: usize) -> bool {
    let written =
        reading.token(at).map(|token| reading.message.written(token)).unwrap_or_default().as_bytes();
    [&b"card"[..], b"visa", b"number", b"tarjeta", b"amex", b"num", b"is"].iter().any(|label| {
        written.len() > label.len()
            && written.get(written.len() - label.len()..).is_some_and(|end| end.eq_ignore_ascii_case(label))
    })
}

/// Whether the token stands in a web address.
pub(super) fn in_link(reading: &Reading<'_>, at: usize) -> bool {
    let mut place = at;
    while place > 0 && reading.glued(place) && at - place < 40 {
        place -= 1;
        if reading.punct(place, b"/") && reading.glued(place) && reading.punct(place.wrapping_sub(1), b"/") {
            return true;
        }
    }
    false
}

/// How freely the window stands to the left.
fn left(reading: &Reading<'_>, window: &Range<usize>, edge: usize, inner: Option<Gap>) -> i32 {
    if window.start == edge {
        return 3;
    }
    let before = window.start - 1;
    let (Some(gap), Some(group), Some(first)) =
        (gap(reading, before), reading.groups().get(before), reading.groups().get(window.start))
    else {
        return 3;
    };
    if gap.turn {
        return 1;
    }
    if gap.line || gap.words > 0 {
        return 3;
    }
    let year = group.count == 4 && matches!(reading.value(group), 1900..=2099);
    let starts =
        before == edge || super::run::gap(reading, before - 1).is_none_or(|earlier| earlier.mark == gap.mark);
    if group.count == first.count && inner.is_some_and(|inner| inner.mark == gap.mark) && starts && !year {
        return AMONG_ITS_LIKE;
    }
    if gap.tight && gap.mark != b' ' && inner.is_none_or(|inner| inner.mark == gap.mark) {
        return -3;
    }
    1
}

/// How freely the window stands to the right.
fn right(reading: &Reading<'_>, window: &Range<usize>, run: &Range<usize>, inner: Option<Gap>) -> i32 {
    if window.end == run.end {
        return 3;
    }
    let (Some(gap), Some(group)) = (gap(reading, window.end - 1), reading.groups().get(window.end)) else {
        return 3;
    };
    if date::expiry(reading, window.end).is_some() {
        return 3;
    }
    if gap.turn {
        return 1;
    }
    if gap.line || gap.words > 0 || group.count == 3 && !gap.tight {
        return 3;
    }
    if another_follows(reading, window.end, run.end) {
        return 3;
    }
    if group.count == 3 && window.end + 1 == run.end {
        return 1;
    }
    let size = reading.groups().get(window.start).map_or(0, |first| first.count);
    if group.count == size && inner.is_some_and(|inner| inner.mark == gap.mark) {
        return AMONG_ITS_LIKE;
    }
    if gap.tight && gap.mark != b' ' && inner.is_none_or(|inner| inner.mark == gap.mark) {
        return -3;
    }
    1
}

/// Whether another card number starts with group `at`.
fn another_follows(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at + 1..=end.min(at + LONGEST))
        .map(|to| at..to)
        .take_while(|window| reading.digits_of(window.clone()).len() <= LONGEST)
        .any(|window| {
            let digits = reading.digits_of(window.clone());
            digits.len() >= SHORTEST && reading.is_checked(window) && issuer(digits) == Issuer::Known
        })
}

/// A card number with its expiry date, verification value and postal code glued on, or several card numbers in a row, inside
/// one group of digits.
fn inside<T: Trace>(
    reading: &Reading<'_>,
    at: usize,
    run: &Range<usize>,
    claims: &mut Claims,
    trace: &mut T,
) {
    let Some(group) = reading.groups().get(at) else { return };
    if group.count < 18 || claims.has(at) || run.is_empty() {
        return;
    }
    let digits = reading.digits(group);
    for length in [16, 15, 19, 14, 13] {
        let (Some(number), Some(rest)) = (digits.get(..length), digits.get(length..)) else { continue };
        if !luhn(number) || issuer(number) != Issuer::Known {
            continue;
        }
        let value = |range: Range<usize>| {
            rest.get(range)
                .map(|digits| digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit.value)))
        };
        let month = value(0..2).is_some_and(|month| (1..=12).contains(&month));
        let year = value(2..4).is_some_and(|year| (20..=49).contains(&year));
        let dated = month && year && matches!(rest.len(), 4 | 7 | 8 | 12 | 13);
        let another = luhn(rest) && issuer(rest) == Issuer::Known;
        if let (true, Some(first), Some(last)) = (dated || another, number.first(), number.last()) {
            trace.step(first.start as usize..last.end as usize, "a card number with more digits glued to it");
            claims.digits(reading, at..at + 1, first.start..last.end, Category::Pan);
            let mut piece = |range: Range<usize>, category| {
                if let Some(digits) = rest.get(range)
                    && let (Some(first), Some(last)) = (digits.first(), digits.last())
                {
                    claims.found.push(Finding { span: first.start as usize..last.end as usize, category });
                }
            };
            if another {
                piece(0..rest.len(), Category::Pan);
            } else {
                piece(0..4, Category::Expiry);
                piece(4..rest.len().min(if rest.len() == 8 { 8 } else { 7 }), Category::Cvv);
            }
            return;
        }
    }
}
