//! What goes with a card number: the expiry date and verification value that follow it, and the pieces that finish it.

use super::Category;
use super::claims::Claims;
use super::date;
use super::kept::Kept;
use super::meaning::Meaning;
use super::reading::{Reading, Script};
use super::run::gap;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Buffer, Kind, hash};

/// Finds expiry dates and verification values that follow a card number without a label of their own.
#[expect(clippy::too_many_lines, reason = "one walk over the message, whose state is its variables")]
pub(super) fn companions<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    let masks = reading.has_masks();
    if !masks && !claims.holds(Category::Pan) {
        return;
    }
    let mut at = 0;
    let mut pending: Option<bool> = None;
    let (mut words, mut heavy) = (0, 0);
    let mut steps = 0;
    let mut groups = 0;
    let mut turned = false;
    let mut known = false;
    let mut dated = false;
    while let Some(token) = reading.token(at) {
        steps += 1;
        let here =
            reading.groups().get(groups).filter(|group| group.first == at).map(|group| (groups, group.last));
        if let Some((group, last)) = here {
            groups += 1;
            if claims.has(group) {
                if let Some(category) = claims.category(group) {
                    let amex =
                        reading.digits_of(group..group + 1).first().is_some_and(|digit| digit.value == 3);
                    match category {
                        Category::Pan => {
                            pending = Some(pending.unwrap_or(false) || amex);
                            dated = false;
                        }
                        Category::Expiry => {
                            pending = pending.or(Some(false));
                            dated = true;
                        }
                        _ => pending = None,
                    }
                    (words, heavy, steps, turned) = (0, 0, 0, false);
                }
                at = last + 1;
                continue;
            }
            if masks || pending.is_some() {
                let passed = passed_over(reading, group);
                if passed > group {
                    at = reading.groups().get(passed - 1).map_or(at, |group| group.last) + 1;
                    groups = passed;
                    words += 1;
                    continue;
                }
            }
            if pending.is_none()
                && known
                && turned
                && let Some((next, category)) = continuation(reading, claims, group, true, true)
            {
                claims.groups(reading, group..next, category);
                at = reading.groups().get(next - 1).map_or(at, |group| group.last) + 1;
                groups = next;
                continue;
            }
            if let Some(amex) = pending {
                let found = companion(reading, claims, group, Place { amex, dated, words, heavy, turned })
                    .or_else(|| continuation(reading, claims, group, turned, false))
                    .or_else(|| corrects(reading, group).then_some((group + 1, Category::Pan)));
                match found {
                    Some((next, category)) => {
                        let tokens = reading.groups().get(next - 1).map_or(at, |group| group.last) + 1;
                        trace.step(
                            token.start as usize..token.end as usize,
                            "follows a card number in its place",
                        );
                        claims.groups(reading, group..next, category);
                        dated |= category == Category::Expiry;
                        groups = next;
                        at = tokens;
                        (words, heavy, turned) = (0, 0, false);
                        continue;
                    }
                    None if reading.groups().get(group).is_some_and(|group| group.count == 5) => {}
                    None if words == 0 => pending = None,
                    None => {}
                }
            }
            at = last + 1;
            continue;
        }
        match token.kind {
            Kind::Mask => {
                pending = match super::masked_category(token.hash) {
                    Some(Category::Pan) => {
                        known = true;
                        Some(false)
                    }
                    Some(Category::Expiry) => pending.or(Some(false)),
                    _ => None,
                };
                (words, heavy, steps, turned) = (0, 0, 0, false);
            }
            Kind::Word => {
                let label = reading.meaning(at, at + 1);
                if matches!(label, Some(Meaning::Kept(_))) || reading.term(at) == Term::Event {
                    pending = None;
                }
                if !matches!(label, Some(Meaning::Expiry | Meaning::Cvv)) {
                    let term = reading.term(at);
                    words += 1;
                    heavy += usize::from(!(term.is_grammar() || matches!(term, Term::And | Term::Filler)));
                }
            }
            Kind::Turn => {
                turned = true;
                (words, heavy) = (0, 0);
            }
            Kind::Punct | Kind::Newline | Kind::Number | Kind::Ideograph | Kind::Symbol => {}
        }
        if words > 8 || steps > 40 {
            pending = None;
        }
        at += 1;
    }
}

/// Finds an expiry date and a verification value that are said to be on a card: "07/32 and 752 on my visa".
pub(super) fn on_card<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    if !reading.saw_any(&[Term::Card, Term::Brand]) {
        return;
    }
    for at in 0..reading.groups().len() {
        let Some(next) = date::expiry(reading, at).filter(|_| !claims.has(at)) else { continue };
        let Some(value) = reading.groups().get(next).filter(|group| group.count == 3) else { continue };
        let follows = gap(reading, next - 1).is_some_and(|gap| gap.words <= 1 && !gap.turn);
        let of_card = reading.label(value.first, value.last).is_some_and(|label| {
            label.meaning == Meaning::Card && label.at > value.last && label.words <= 1 && !label.apart
        });
        if follows && of_card && !claims.has(next) && next > at {
            let span = reading.token(value.first).map_or(0, |token| token.start as usize);
            trace.step(span..span, "an expiry date and a value that are said to be on a card");
            claims.groups(reading, at..next, Category::Expiry);
            claims.groups(reading, next..next + 1, Category::Cvv);
        }
    }
}

/// The group after a telephone number or a ZIP+4 that starts with `group`; `group` when none does.
pub(super) fn passed_over(reading: &Reading<'_>, group: usize) -> usize {
    let count = |at: usize| reading.groups().get(at).map_or(0, |group| group.count);
    let tight = |at: usize| gap(reading, at).is_some_and(|gap| gap.tight && gap.mark == b'-');
    if count(group) == 5 && count(group + 1) == 4 && tight(group) {
        return group + 2;
    }
    match super::kept_form::kept_at(reading, group) {
        Some(Kept::Phone) if count(group + 1) == 4 => group + 2,
        Some(Kept::Phone) if count(group + 2) == 2 => group + 4,
        Some(Kept::Phone) => group + 3,
        Some(Kept::Time) if count(group + 1) == 2 => group + 2,
        _ => group,
    }
}

/// Where a number stands after a card number.
#[derive(Clone, Copy)]
struct Place {
    /// The card is an American Express, whose verification value has four digits.
    amex: bool,
    /// Its expiry date has been found.
    dated: bool,
    /// Words between.
    words: usize,
    /// Those of them that do more than hold the sentence together.
    heavy: usize,
    /// A message ends between.
    turned: bool,
}

/// The expiry date or verification value that starts with `group`, and the group after it.
fn companion(
    reading: &Reading<'_>,
    claims: &Claims,
    group: usize,
    Place { amex, dated, words, heavy, turned }: Place,
) -> Option<(usize, Category)> {
    let first = reading.groups().get(group)?;
    let alone = |next: usize| {
        // In a message of its own.
        let last = reading.groups().get(next - 1).map_or(first.last, |group| group.last);
        let here = |at: usize| reading.kind(at).is_some_and(|kind| kind != Kind::Turn);
        let before = (0..first.first).rev().take_while(|at| here(*at)).take(8);
        let after = (last + 1..last + 8).take_while(|at| here(*at));
        before.chain(after).all(|at| match reading.kind(at) {
            Some(Kind::Word) => {
                let term = reading.term(at);
                term.is_grammar()
                    || matches!(
                        term,
                        Term::And
                            | Term::Filler
                            | Term::Card
                            | Term::Expiry
                            | Term::Cvv
                            | Term::Back
                            | Term::Position
                            | Term::NotValue
                            | Term::Want
                    )
                    || reading.token(at).is_some_and(|token| {
                        token.hash == const { hash("date") } || token.hash == const { hash("fecha") }
                    })
            }
            Some(Kind::Newline | Kind::Symbol | Kind::Ideograph | Kind::Mask) => false,
            _ => true,
        })
    };
    if let Some(next) = date::expiry(reading, group).filter(|next| !(dated && amex && *next == group + 1)) {
        let slash =
            next == group + 2 && gap(reading, group).is_some_and(|gap| matches!(gap.mark, b'/' | b'-'));
        if (words == 0 && !turned) || slash && words <= 4 || turned && alone(next) {
            return Some((next, Category::Expiry));
        }
    }
    // "… and then 733", "… and the little number is 733".
    let said = matches!(reading.term(first.first.wrapping_sub(1)), Term::Is)
        || reading.punct(first.first.wrapping_sub(1), b":=");
    let led = words <= 6 && (heavy == 0 && dated || heavy <= 2 && said);
    if words > 1 && !turned && !led {
        return None;
    }
    let (next, total) = if first.count < 3 {
        reading.extend(group, if amex { 4 } else { 3 }, |group| claims.has(group))
    } else {
        (group + 1, first.count)
    };
    let last = reading.groups().get(next - 1)?.last;
    let sized = total == 3 || (total == 4 && amex);
    let continues = reading.glued(last + 1)
        && (reading.kind(last + 1) == Some(Kind::Word)
            || reading.punct(last + 1, b"-/.:")
                && reading.glued(last + 2)
                && reading.kind(last + 2) == Some(Kind::Number));
    let elsewhere = matches!(
        reading.term(last + 1),
        Term::Street | Term::Direction | Term::Money | Term::Month | Term::Meter | Term::Digits | Term::Other
    ) && reading.kind(last + 1) == Some(Kind::Word)
        && reading.term(last + 1) != Term::Other
        || reading.punct(first.first.wrapping_sub(1), b"$#");
    (sized && !continues && !elsewhere && (!turned || alone(next))).then_some((next, Category::Cvv))
}

/// Whether a single digit is said of the number before it: "the last one is a 7", "it ends in nine".
fn corrects(reading: &Reading<'_>, group: usize) -> bool {
    reading
        .groups()
        .get(group)
        .is_some_and(|group| group.count == 1 && reading.near(group.first, 5, 0, &[Term::Last]))
}

/// The next piece of a card number whose first piece is masked already: digits in a message of their own.
fn continuation(
    reading: &Reading<'_>,
    claims: &Claims,
    group: usize,
    turned: bool,
    interrupted: bool,
) -> Option<(usize, Category)> {
    if !turned {
        return None;
    }
    let first = reading.groups().get(group)?;
    if super::kept_form::kept_at(reading, group).is_some() {
        return None;
    }
    let (next, total) = reading.extend(group, 12, |group| claims.has(group));
    let last = reading.groups().get(next - 1)?.last;
    let message = |at: usize| reading.kind(at).is_some_and(|kind| kind != Kind::Turn);
    let before = (0..first.first).rev().take_while(|at| message(*at)).take(9);
    let after = (last + 1..last + 9).take_while(|at| message(*at));
    let (mut others, mut ordered) = (0, false);
    for at in before.chain(after) {
        match reading.kind(at) {
            Some(Kind::Word) => {
                let term = reading.term(at);
                if reading.meaning(at, first.first).is_some_and(|meaning| !meaning.is_card())
                    || matches!(term, Term::Street | Term::Direction | Term::Month)
                {
                    return None;
                }
                ordered |= matches!(term, Term::Position | Term::Last);
                others += usize::from(
                    !term.is_grammar()
                        && !matches!(
                            term,
                            Term::Filler | Term::And | Term::Position | Term::Last | Term::Digits
                        ),
                );
            }
            Some(Kind::Number) if reading.token(at).is_some_and(|token| token.count == 1) => {}
            Some(Kind::Punct) => {}
            _ => return None,
        }
    }
    let sized =
        matches!(total, 4 | 6..=12) && (first.count == 4 || total >= 6 || first.script == Script::Words);
    (sized && (others <= 2 && (!interrupted || total >= 6 && others == 0) || ordered && others <= 6))
        .then_some((next, Category::Pan))
}

/// Finds card numbers with a figure or two wrong beside the right one: "not 4111 1111 1111 1112, its 4111 1111 1111 1111".
pub(super) fn mistyped<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    /// Figures that may differ, and card numbers that are compared with.
    const WRONG: usize = 3;
    const COMPARED: usize = 4;
    if !claims.holds(Category::Pan) {
        return;
    }
    let mut right: Buffer<(usize, usize), COMPARED> = Buffer::new((0, 0));
    let mut at = 0;
    while at < reading.groups().len() && right.items().len() < COMPARED {
        let mut next = at + 1;
        if claims.category(at) == Some(Category::Pan) {
            while claims.category(next) == Some(Category::Pan) && reading.digits_of(at..next).len() < 15 {
                next += 1;
            }
            if (13..=19).contains(&reading.digits_of(at..next).len()) && reading.is_checked(at..next) {
                right.push((at, next));
            }
        }
        at = next;
    }
    for &(from, to) in right.items() {
        let number = reading.digits_of(from..to);
        for at in 0..(reading.groups().len() + from + 1).saturating_sub(to) {
            let other = reading.digits_of(at..at + to - from);
            let differing = number.iter().zip(other).filter(|(one, other)| one.value != other.value).count();
            let free = other.len() == number.len()
                && differing <= WRONG
                && (at..at + to - from).all(|at| !claims.has(at))
                && (at + 1..at + to - from).all(|at| gap(reading, at - 1).is_some());
            if free && let Some(first) = other.first() {
                trace.step(first.start as usize..first.end as usize, "a card number with a figure wrong");
                claims.groups(reading, at..at + to - from, Category::Pan);
            }
        }
    }
}

/// Finds pieces of a card number that a label announces and nothing completes.
pub(super) fn fragment<T: Trace>(
    reading: &Reading<'_>,
    claims: &mut Claims,
    group: usize,
    trace: &mut T,
) -> Option<usize> {
    let first = *reading.groups().get(group)?;
    let (next, total) = reading.extend(group, 18, |group| claims.has(group));
    let groups = reading.groups().get(group..next)?;
    let fours = groups.iter().all(|group| group.count == 4 || group.script == Script::Words);
    let bare = groups.len() == 1;
    let begins = reading.digits(&first).first().is_some_and(|digit| (2..=6).contains(&digit.value));
    let begun = first.count == 4 && groups.len() == 2 && (7..=11).contains(&total);
    let fits = begun || if bare { matches!(total, 8 | 10 | 12) } else { fours && (8..=12).contains(&total) };
    if !(begins && fits) || first.script == Script::Lookalike {
        return None;
    }
    trace.step(
        reading.token(first.first)?.start as usize..reading.token(groups.last()?.last)?.end as usize,
        "a piece of a card number after a word for a card",
    );
    claims.groups(reading, group..next, Category::Pan);
    Some(next)
}
