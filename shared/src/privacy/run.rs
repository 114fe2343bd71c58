//! Runs: groups of digits that one breath could have typed as one number.

use super::reading::{Reading, Script};
use super::term::Term;
use crate::scan::{Kind, hash};

/// What stands between two groups of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The first mark, or a blank.
    pub(super) mark: u8,
    /// Nothing but one mark: no blank, no word.
    pub(super) tight: bool,
    /// Words.
    pub(super) words: u8,
    /// A line or message ends.
    pub(super) line: bool,
    /// A message ends.
    pub(super) turn: bool,
}

impl Gap {
    /// Whether the two groups could be written as one number without more ado.
    pub(super) fn is_soft(self) -> bool {
        self.words == 0 && !matches!(self.mark, b':' | b'=' | b'|' | b';' | b'+' | b'<' | b'>')
    }
}

/// Marks that may stand between two groups.
const MARKS: usize = 10;
/// Words that may.
const WORDS: u8 = 5;
/// Words that may where a message ends between.
const WORDS_OVER_TURN: u8 = 8;

/// What stands between group `at` and the next; nothing when they cannot be of one number.
#[inline]
pub(super) fn gap(reading: &Reading<'_>, at: usize) -> Option<Gap> {
    reading.gap(at)
}

/// Looks at what stands between group `at` and the next.
pub(super) fn measure(reading: &Reading<'_>, at: usize) -> Option<Gap> {
    let (before, after) = (reading.groups().get(at)?, reading.groups().get(at + 1)?);
    let mut gap = Gap { mark: b' ', tight: true, words: 0, line: false, turn: false };
    let (mut marks, mut unknown, mut stars) = (0, 0, 0);
    if after.first - before.last > 24 {
        return None;
    }
    for place in before.last + 1..after.first {
        let token = reading.token(place)?;
        gap.tight &= token.is_glued();
        match token.kind {
            Kind::Punct => {
                let mark = u8::try_from(token.hash).unwrap_or(0);
                if matches!(mark, b'$' | b'%' | b'^') {
                    return None;
                }
                stars += usize::from(mark == b'*');
                if marks == 0 {
                    gap.mark = mark;
                }
                marks += 1;
            }
            Kind::Newline => gap.line = true,
            Kind::Turn => {
                gap.line = true;
                gap.turn = true;
            }
            Kind::Symbol => marks += 1,
            Kind::Mask | Kind::Ideograph => return None,
            Kind::Word => {
                gap.words += 1;
                let term = reading.term(place);
                let letter = token.count == 1 && !matches!(term, Term::Direction);
                let glue = matches!(
                    term,
                    Term::Unit
                        | Term::Filler
                        | Term::And
                        | Term::Position
                        | Term::Digits
                        | Term::Last
                        | Term::Oh
                ) || (matches!(term, Term::Is | Term::Article | Term::Of | Term::Number)
                    && (gap.turn || near_position(reading, before.last, after.first)));
                if !letter && !glue {
                    unknown += 1;
                }
            }
            // A count that is no group: "next 4 1111".
            Kind::Number => {}
        }
    }
    gap.tight &= reading.glued(after.first);
    let over = if gap.turn { WORDS_OVER_TURN } else { WORDS };
    // "one one one one pause one one one one", "4111 1111 that's half 1111 1111": a remark between pieces of a row.
    let spoken = before.script == Script::Words && after.script == Script::Words;
    let remark = !gap.turn && unknown > 0 && (spoken || before.count == 4 && after.count == 4);
    let unknown_over = if gap.turn { 6 } else { 3 * usize::from(remark) };
    let breaks = marks > MARKS || stars > 2 || gap.words > over || unknown > unknown_over;
    // A phone number, an address or a label in the gap starts something else.
    let label = (gap.turn || remark)
        && (before.last + 1..after.first).any(|place| {
            matches!(reading.term(place), Term::Bill | Term::Paid | Term::Event | Term::Month)
                || reading.kind(place) == Some(Kind::Word)
                    && !is_heard(reading, place)
                    && reading.meaning(place, after.first).is_some_and(|meaning| !meaning.is_card())
        });
    (!breaks && !label).then_some(gap)
}

/// "got it?", "got that": whether the piece was heard, and no message that was got.
fn is_heard(reading: &Reading<'_>, at: usize) -> bool {
    const HEARD: [u32; 4] = [hash("it"), hash("that"), hash("them"), hash("this")];
    reading.token(at).is_some_and(|token| token.hash == const { hash("got") })
        && reading.token(at + 1).is_some_and(|token| HEARD.contains(&token.hash))
}

fn near_position(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from + 1..to).any(|place| matches!(reading.term(place), Term::Position | Term::Last | Term::Digits))
}

impl Reading<'_> {
    /// The group after the last of those that belong to one number with `from`: as long as the digits do not exceed `most` and
    /// nothing but blanks and light marks stand between. Long groups stand for themselves.
    pub(super) fn extend(&self, from: usize, most: usize, taken: impl Fn(usize) -> bool) -> (usize, usize) {
        let groups = self.groups();
        let Some(first) = groups.get(from) else { return (from, 0) };
        let (mut next, mut total) = (from + 1, first.count);
        while let Some(group) = groups.get(next) {
            let Some(gap) = gap(self, next - 1) else { break };
            let spoken = group.script == Script::Words;
            let soft = gap.is_soft() || gap.turn || (spoken && gap.words <= 2 && !gap.line);
            if !soft || taken(next) || total + group.count > most {
                break;
            }
            // "12345678 801": two numbers; "123 45 6789", "1 2 3 4": one.
            if !gap.tight && !spoken && (total >= 7 && group.count >= 3 && most > 12 && first.count >= 6) {
                break;
            }
            total += group.count;
            next += 1;
        }
        (next, total)
    }
}
