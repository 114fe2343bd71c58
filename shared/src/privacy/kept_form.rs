//! Forms that the city needs and that are what they are whatever stands near.

use super::card;
use super::kept::Kept;
use super::literal::Literal;
use super::reading::{Reading, Script};
use super::run::gap;
use super::term::Term;
use crate::scan::Kind;

/// What the literal around a group is by its form, when that alone lets it pass.
pub(super) fn kept_at(reading: &Reading<'_>, group: usize) -> Option<Kept> {
    kept_form(reading, &Literal::around(reading, group)?)
}

/// Forms that are what they are whatever stands near: money, time, links, telephone numbers, dates, addresses.
pub(super) fn kept_form(reading: &Reading<'_>, literal: &Literal) -> Option<Kept> {
    let before = literal.tokens.start.wrapping_sub(1);
    let after = literal.tokens.end;
    let groups = reading.groups().get(literal.groups.clone())?;
    let (first, last) = (groups.first()?, groups.last()?);
    let sizes = literal.sizes(reading);
    let at = literal.groups.start;
    // XXXX-XXXX-XXXX-1111, ************1111, 411111******1111.
    let starred = reading.punct(before, b"*") || reading.punct(after, b"*") && reading.punct(after + 1, b"*");
    let crossed_out = (1..=2).any(|back| {
        let at = literal.tokens.start.wrapping_sub(back);
        reading.kind(at) == Some(Kind::Word)
            && reading.token(at).is_some_and(|token| token.count >= 2)
            && reading.letters(at).all(|letter| matches!(letter, 'x' | 'X'))
    });
    let dotted = reading.glued(literal.tokens.start)
        && reading.punct(before, b".")
        && reading.punct(before.wrapping_sub(1), b".");
    if literal.digits <= 6 && (starred || crossed_out || dotted) {
        return Some(Kept::Last4);
    }
    if reading.punct(before, b"$")
        || (reading.term(after) == Term::Money && literal.letters == 0 && literal.digits <= 6)
    {
        return Some(Kept::Amount);
    }
    if reading.punct(after, b"@") && reading.glued(after)
        || reading.punct(before, b"@") && reading.glued(literal.tokens.start)
    {
        return Some(Kept::Email);
    }
    if card::in_link(reading, first.first) {
        return Some(Kept::Code);
    }
    if sizes == [2, 2, 0, 0, 0] || sizes == [1, 2, 0, 0, 0] {
        let between = gap(reading, at)?;
        if between.tight && between.mark == b':' {
            return Some(Kept::Time);
        }
    }
    if first.script == Script::Plain && literal.letters == 2 && literal.digits <= 4 {
        let hour = reading
            .letters(last.last + 1)
            .next()
            .is_some_and(|letter| matches!(letter, 'a' | 'A' | 'p' | 'P'));
        if hour && literal.head == 0 {
            return Some(Kept::Time);
        }
    }
    // (801) 555-0199, 801-555-0199, 801.555.0199, 555-0133.
    let over = reading.groups().get(at..at + 3).map(|groups| {
        let mut sizes = [0; 3];
        sizes.iter_mut().zip(groups).for_each(|(size, group)| *size = group.count);
        sizes
    });
    let area = |group: usize| {
        reading.groups().get(group).is_some_and(|group| (200..=999).contains(&reading.value(group)))
    };
    let joined = |group: usize| gap(reading, group).is_some_and(|gap| gap.words == 0 && !gap.line);
    if over == Some([3, 3, 4])
        && literal.letters == 0
        && area(at)
        && area(at + 1)
        && joined(at)
        && joined(at + 1)
    {
        return Some(Kept::Phone);
    }
    let local = reading
        .groups()
        .get(at..at + 4)
        .is_some_and(|groups| groups.iter().zip([3, 3, 2, 2]).all(|(group, count)| group.count == count));
    if local && literal.letters == 0 && area(at) && (at..at + 3).all(joined) {
        return Some(Kept::Phone);
    }
    if sizes == [3, 4, 0, 0, 0] && literal.letters == 0 && area(at) && joined(at) {
        return Some(Kept::Phone);
    }
    if literal.digits <= 5 && literal.letters == 0 && literal.groups.len() == 1 {
        // "2545 E Eagle Mountain Blvd", "101 Main St".
        let street = (0..4).map_while(|ahead| {
            let place = after + ahead;
            (reading.kind(place) == Some(Kind::Word) && !reading.term(place).is_number())
                .then(|| reading.term(place))
        });
        for (ahead, term) in street.enumerate() {
            let direction = term == Term::Direction && ahead == 0;
            if direction || (term == Term::Street && ahead > 0) {
                return Some(Kept::Address);
            }
            if !matches!(term, Term::Other | Term::Direction | Term::Animal | Term::Place | Term::Event) {
                break;
            }
        }
    }
    None
}
