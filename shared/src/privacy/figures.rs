//! The digits of a message, group by group: in figures, in words, and with letters that look like figures.

use super::reading::{Digit, Group, Reading, Script};
use super::spoken;
use super::term::{Term, value};
use crate::scan::{Kind, hash};

/// Groups of more digits than this are no number that anybody types by hand: logs, hashes.
const LONGEST: u16 = 48;

impl Reading<'_> {
    /// Adds the group that starts at token `at`; the token after it.
    pub(super) fn group_at(&mut self, at: usize) -> Option<usize> {
        let token = *self.token(at)?;
        let from = self.digits.items().len();
        let (last, script) = match token.kind {
            Kind::Number => self.plain(at),
            Kind::Word => match spoken::number(self, at) {
                Some(number) => {
                    let end = self.token(number.last)?.end;
                    number.each(|value| self.push_digit(value, token.start, end));
                    (number.last, Script::Words)
                }
                None => self.lookalike(at)?,
            },
            Kind::Punct | Kind::Newline | Kind::Turn | Kind::Ideograph | Kind::Symbol | Kind::Mask => {
                return None;
            }
        };
        let count = self.digits.items().len() - from;
        // "first four is …", "los siguientes 4": a count of digits, not digits.
        let named = match self.term(at.wrapping_sub(1)) {
            // "first six oh one one": four words of digits are no six.
            Term::Position | Term::Last => script != Script::Words || self.counts_words(last),
            Term::Group => script == Script::Words,
            Term::Article => script == Script::Words && self.term(last + 1) != Term::Of,
            _ => false,
        };
        // "y el último 2", at the end: the digit itself.
        let ends =
            self.turns && self.token(last + 1).is_none() && self.term(at.wrapping_sub(1)) == Term::Last;
        let four = self.digits.items().last().is_some_and(|digit| digit.value == 4);
        let counts = count == 1 && named && (!ends || four);
        // "CVV2", "CVC2".
        let counts = counts || (count == 1 && self.glued(at) && self.term(at.wrapping_sub(1)) == Term::Cvv);
        let counts = counts || (count == 1 && self.term(last + 1) == Term::Digits);
        // "one sec", "two at a time": a word of the sentence.
        let before = at.wrapping_sub(1);
        let beside = |place: usize| {
            self.term(place).is_number()
                || self.kind(place) == Some(Kind::Number)
                || self.term(place) == Term::Oh
        };
        let lone = script == Script::Words
            && count <= 2
            && self.kind(last + 1) == Some(Kind::Word)
            && !beside(last + 1)
            && !beside(before)
            && !(self.kind(before) == Some(Kind::Punct) && beside(before.wrapping_sub(1)))
            && !matches!(
                self.term(last + 1),
                Term::Filler | Term::And | Term::Month | Term::Of | Term::Is | Term::Ordinal
            )
            && !matches!(self.term(before), Term::Filler | Term::And | Term::Month | Term::Of);
        let apiece = count == 1
            && script == Script::Words
            && self.token(last + 1).is_some_and(|token| token.hash == const { hash("at") });
        // "its a utah one", "the one on back", "en dos partes".
        let previous = self.term(before);
        let isolated = script == Script::Words
            && count == 1
            && !beside(last + 1)
            && !beside(before)
            && self.kind(before) == Some(Kind::Word)
            && match previous {
                Term::State | Term::Other => {
                    self.kind(last + 1).is_none_or(|kind| matches!(kind, Kind::Turn | Kind::Punct))
                        && self.turns
                }
                Term::Article => self.term(last + 1) == Term::Of && self.written_is(at, "one"),
                Term::Of => self.kind(last + 1) == Some(Kind::Word) && self.term(last + 1) == Term::Other,
                _ => false,
            };
        let counts =
            counts || lone || isolated || apiece || (count == 1 && self.turns && self.is_marker(at, last));
        if counts {
            self.digits.truncate(from);
        } else if count > 0 {
            self.groups.push(Group { first: at, last, from, count, script });
        }
        Some(last + 1)
    }

    /// Whether a number word before words of digits says how many they are, or none follow.
    fn counts_words(&self, at: usize) -> bool {
        let follow = (at + 1..at + 24)
            .take_while(|place| self.term(*place).is_number() || self.term(*place) == Term::Oh)
            .count();
        let said = self.token(at).map_or(0, |token| usize::from(value(token.hash)));
        follow == 0 || follow == said
    }

    /// Whether a digit numbers a message among several: "(1) …", "2) …", "1/2 …".
    fn is_marker(&self, at: usize, last: usize) -> bool {
        let starts = |at: usize| at == 0 || self.kind(at - 1) == Some(Kind::Turn);
        let open = self.punct(at.wrapping_sub(1), b"(") && starts(at - 1);
        let closed = self.punct(last + 1, b").") && !self.glued(last + 2);
        let of = |slash: usize| self.punct(slash, b"/") && self.glued(slash) && self.glued(slash + 1);
        let share = of(last + 1)
            && self.token(last + 2).is_some_and(|token| token.count == 1)
            && (!self.glued(last + 3) || self.punct(last + 3, b")."));
        let whole = at >= 2
            && (!self.glued(last + 1) || self.punct(last + 1, b").") && !self.glued(last + 2))
            && of(at - 1)
            && self.token(at - 2).is_some_and(|token| token.count == 1)
            && (starts(at - 2) || self.punct(at.wrapping_sub(3), b"(") && starts(at - 3));
        (starts(at) || open) && (closed || share) || whole
    }

    /// A group that starts with real digits.
    fn plain(&mut self, at: usize) -> (usize, Script) {
        let mut last = at;
        let mut script = Script::Plain;
        self.push_digits(at);
        while self.glued(last + 1) {
            match self.kind(last + 1) {
                Some(Kind::Number) => self.push_digits(last + 1),
                Some(Kind::Word) if self.looks_like_digits(last + 1) => {
                    script = Script::Lookalike;
                    self.push_lookalikes(last + 1);
                }
                _ => break,
            }
            last += 1;
        }
        (last, script)
    }

    /// A group that starts with letters that look like digits: glued to digits, or three and more of a kind (`OOO`).
    fn lookalike(&mut self, at: usize) -> Option<(usize, Script)> {
        if self.term(at) != Term::Other && self.token(at)?.count > 1 || !self.looks_like_digits(at) {
            return None;
        }
        let glued = self.glued(at + 1) && self.kind(at + 1) == Some(Kind::Number);
        let mut kinds = self.letters(at).filter_map(lookalike);
        let first = kinds.next()?;
        let alike = self.token(at)?.count >= 3 && kinds.all(|kind| kind == first);
        if !glued && !alike {
            return None;
        }
        self.push_lookalikes(at);
        let last = if glued { self.plain(at + 1).0 } else { at };
        Some((last, Script::Lookalike))
    }

    fn push_digit(&mut self, value: u8, start: u32, end: u32) {
        let all = self.digits.items();
        let [mut odd, mut even] = all.last().map_or([0; 2], |last| last.sums);
        let double = value * 2 - if value > 4 { 9 } else { 0 };
        let (to_odd, to_even) = if all.len().is_multiple_of(2) { (value, double) } else { (double, value) };
        odd = (odd + to_odd) % 10;
        even = (even + to_even) % 10;
        self.digits.push(Digit { value, sums: [odd, even], start, end });
    }

    fn push_digits(&mut self, at: usize) {
        let Some(token) = self.token(at) else { return };
        if token.count > LONGEST {
            return;
        }
        let mut place = None;
        let message = self.message;
        for (start, value) in message.digits(token) {
            if let Some((before, value)) = place.replace((start, value)) {
                self.push_digit(value, before, start);
            }
        }
        if let Some((start, value)) = place {
            self.push_digit(value, start, token.end);
        }
    }

    fn push_lookalikes(&mut self, at: usize) {
        let Some(token) = self.token(at) else { return };
        let mut start = token.start;
        for letter in self.letters(at) {
            let end = start + u32::try_from(letter.len_utf8()).unwrap_or(0);
            if let Some(value) = lookalike(letter) {
                self.push_digit(value, start, end);
            }
            start = end;
        }
    }

    fn looks_like_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.count <= 6)
            && self.letters(at).all(|letter| lookalike(letter).is_some() || letter == '\u{200B}')
    }
}

/// The digit that a letter looks like: Latin, Greek and Cyrillic.
fn lookalike(letter: char) -> Option<u8> {
    match letter {
        'o' | 'O' | 'о' | 'О' | 'ο' | 'Ο' | 'Q' => Some(0),
        'l' | 'I' | 'i' | 'L' | 'і' | 'І' | 'ı' | 'Ι' | 'ӏ' => Some(1),
        'Z' => Some(2),
        'S' => Some(5),
        'B' => Some(8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::checksum::luhn;
    use super::*;
    use crate::scan::Scan;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_check_of_any_stretch_is_that_of_its_digits(text in "[0-9]{0,5}( [0-9]{1,6}| four| zero| twenty one){0,9}") {
            let mut scan = Scan::new();
            let mut reading = Reading::of(scan.read(&text));
            reading.count();
            let groups = reading.groups().len();
            for from in 0..groups {
                for to in from + 1..=groups {
                    prop_assert_eq!(reading.is_checked(from..to), luhn(reading.digits_of(from..to)));
                }
            }
        }
    }
}
