//! Numbers in words: "four one one one", "double five", "forty-one eleven", "cuarenta y uno", "mil novecientos ochenta".

use super::reading::Reading;
use super::term::{Term, value};
use crate::scan::Kind;

/// A number that was written in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The last token of it.
    pub(super) last: usize,
    value: u16,
    times: u16,
}

impl Spoken {
    /// Calls `f` with every digit, in order.
    pub(super) fn each(self, mut f: impl FnMut(u8)) {
        let digit = |value: u16| u8::try_from(value % 10).unwrap_or(0);
        for _ in 0..self.times {
            if self.value >= 1000 {
                f(digit(self.value / 1000));
            }
            if self.value >= 100 {
                f(digit(self.value / 100));
            }
            if self.value >= 10 {
                f(digit(self.value / 10));
            }
            f(digit(self.value));
        }
    }
}

fn word_value(reading: &Reading<'_>, at: usize) -> u16 {
    reading.token(at).map_or(0, |token| value(token.hash))
}

/// The number in words that starts at token `at`.
pub(super) fn number(reading: &Reading<'_>, at: usize) -> Option<Spoken> {
    match reading.term(at) {
        Term::Oh => between_digits(reading, at).then_some(Spoken { last: at, value: 0, times: 1 }),
        Term::Times => {
            // "double five", "double-five".
            let hyphen = reading.punct(at + 1, b"-") && reading.glued(at + 1);
            let next = at + 1 + usize::from(hyphen);
            let unit = match (reading.kind(next), reading.term(next)) {
                (Some(Kind::Number), _) => reading.token(next).filter(|token| token.count == 1)?.hash,
                (_, Term::Unit | Term::Oh) => u32::from(word_value(reading, next)),
                _ => return None,
            };
            let value = u16::try_from(unit).ok()?;
            Some(Spoken { last: next, value, times: word_value(reading, at) })
        }
        Term::Thousand => {
            let rest = below_thousand(reading, at + 1);
            let (last, rest) = rest.map_or((at, 0), |rest| (rest.last, rest.value));
            (last > at).then_some(Spoken { last, value: 1000 + rest, times: 1 })
        }
        Term::Unit | Term::Teen | Term::Tens | Term::Hundreds => {
            let head = below_thousand(reading, at)?;
            if reading.term(head.last + 1) == Term::Thousand && head.value < 10 {
                let rest = below_thousand(reading, skip_and(reading, head.last + 2));
                let (last, rest) = rest.map_or((head.last + 1, 0), |rest| (rest.last, rest.value));
                return Some(Spoken { last, value: head.value * 1000 + rest, times: 1 });
            }
            Some(head)
        }
        _ => None,
    }
}

fn skip_and(reading: &Reading<'_>, at: usize) -> usize {
    if reading.term(at) == Term::And { at + 1 } else { at }
}

fn below_thousand(reading: &Reading<'_>, at: usize) -> Option<Spoken> {
    let first = word_value(reading, at);
    let one = |value, last| Some(Spoken { last, value, times: 1 });
    match reading.term(at) {
        Term::Hundreds => match below_hundred(reading, skip_and(reading, at + 1)) {
            Some(rest) => one(first + rest.value, rest.last),
            None => one(first, at),
        },
        Term::Unit | Term::Teen | Term::Tens => {
            let head = below_hundred(reading, at)?;
            if reading.term(head.last + 1) == Term::Hundred {
                let rest = below_hundred(reading, skip_and(reading, head.last + 2));
                let (last, rest) = rest.map_or((head.last + 1, 0), |rest| (rest.last, rest.value));
                return one(head.value * 100 + rest, last);
            }
            Some(head)
        }
        _ => None,
    }
}

fn below_hundred(reading: &Reading<'_>, at: usize) -> Option<Spoken> {
    let value = word_value(reading, at);
    match reading.term(at) {
        Term::Unit | Term::Teen => Some(Spoken { last: at, value, times: 1 }),
        Term::Tens => {
            // "forty one", "forty-one", "cuarenta y uno".
            let next = match reading.term(at + 1) {
                Term::And => at + 2,
                _ if reading.punct(at + 1, b"-") && reading.glued(at + 1) => at + 2,
                _ => at + 1,
            };
            let unit = word_value(reading, next);
            if reading.term(next) == Term::Unit && (1..10).contains(&unit) {
                return Some(Spoken { last: next, value: value + unit, times: 1 });
            }
            Some(Spoken { last: at, value, times: 1 })
        }
        _ => None,
    }
}

/// "oh" and "o" are a zero only beside digits; the Spanish "o" is mostly "or".
fn between_digits(reading: &Reading<'_>, at: usize) -> bool {
    let number = |place: usize| {
        reading.term(place).is_number()
            || reading.kind(place) == Some(Kind::Number)
            || reading.term(place) == Term::Oh
    };
    let long = reading.token(at).is_some_and(|token| token.count == 2);
    let before = (1..=2).any(|back| {
        at.checked_sub(back)
            .is_some_and(|place| number(place) && (back == 1 || reading.punct(at - 1, b"-.,")))
    });
    let after = number(at + 1) || (reading.punct(at + 1, b"-.,") && number(at + 2));
    if long {
        before || after && reading.term(at + 1) != Term::Oh
    } else {
        before && after && !spanish(reading, at)
    }
}

fn spanish(reading: &Reading<'_>, at: usize) -> bool {
    // Spanish number words end in o, s, e: "cuatro o cinco", "dos o tres"; English ones that do ("one", "two", "five", …) are listed.
    let english = |place: usize| {
        reading.token(place).is_some_and(|token| ENGLISH.contains(&token.hash) || token.kind == Kind::Number)
    };
    !(english(at + 1) || at.checked_sub(1).is_some_and(english))
}

const ENGLISH: [u32; 10] = {
    use crate::scan::hash;
    [
        hash("zero"),
        hash("one"),
        hash("two"),
        hash("three"),
        hash("four"),
        hash("five"),
        hash("six"),
        hash("seven"),
        hash("eight"),
        hash("nine"),
    ]
};
