//! Literals: what is written without a blank around a group of digits (`D1234567`, `123-45-6789`, `1EG4-TE5-MK73`).

use super::reading::Reading;
use super::term::Term;
use crate::scan::{Folded, Kind, Marks, fold};
use core::ops::Range;

/// Letters and digits of the longest number that is read letter by letter (an IBAN has 34).
const LONGEST: usize = 40;

/// A chunk of text with digits in it.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    pub(super) tokens: Range<usize>,
    pub(super) groups: Range<usize>,
    /// Digits in all groups.
    pub(super) digits: usize,
    /// Letters.
    pub(super) letters: usize,
    /// Letters before the first digit.
    pub(super) head: usize,
}

impl Literal {
    /// The literal around group `at`.
    pub(super) fn around(reading: &Reading<'_>, at: usize) -> Option<Self> {
        let group = reading.groups().get(at)?;
        let mut first = group.first;
        let mut head = 0;
        while reading.glued(first) && group.first - first < 8 {
            let before = first - 1;
            match reading.kind(before) {
                Some(Kind::Word) if !is_label(reading, before, first == group.first) => {
                    head += usize::from(reading.token(before).map_or(0, |token| token.count));
                    first = before;
                }
                Some(Kind::Punct)
                    if reading.punct(before, b"-/_.")
                        && reading.glued(before)
                        && before > 0
                        && reading.kind(before - 1) == Some(Kind::Word)
                        && !is_label(reading, before - 1, false)
                        && reading.token(before - 1).is_some_and(|token| token.count <= 5) =>
                {
                    first = before;
                }
                _ => break,
            }
        }
        let mut literal = Self {
            tokens: first..group.last + 1,
            groups: at..at + 1,
            digits: group.count,
            letters: head,
            head,
        };
        literal.grow(reading);
        Some(literal)
    }

    /// Takes in what is glued to the right.
    fn grow(&mut self, reading: &Reading<'_>) {
        while let Some(token) = reading.token(self.tokens.end).filter(|token| token.is_glued()) {
            if self.tokens.len() > LONGEST {
                break;
            }
            let next = self.tokens.end;
            let join = token.kind == Kind::Punct
                && reading.punct(next, b"-/_.:,")
                && reading.glued(next + 1)
                && matches!(reading.kind(next + 1), Some(Kind::Number | Kind::Word));
            match token.kind {
                Kind::Word if reading.group_starting(next).is_none() => {
                    // 8WF3-GE3-NR91: capitals between digits are no label.
                    let inner = token.count <= 3
                        && token.marks.has(Marks::UPPER)
                        && !token.marks.has(Marks::LOWER)
                        && reading.glued(next + 1)
                        && reading.kind(next + 1) == Some(Kind::Number);
                    if token.count > 6 || (token.count > 1 && !inner && is_label(reading, next, true)) {
                        break;
                    }
                    self.letters += usize::from(token.count);
                    self.tokens.end += 1;
                    continue;
                }
                Kind::Word | Kind::Number => {}
                Kind::Punct if join => {
                    let word = reading.kind(next + 1) == Some(Kind::Word)
                        && reading.group_starting(next + 1).is_none();
                    let inner = reading.abbreviates(next + 1) && reading.glued(next + 2);
                    if word && (reading.punct(next, b".,:/") || !inner && is_label(reading, next + 1, true)) {
                        break;
                    }
                    self.tokens.end += 1;
                    continue;
                }
                _ => break,
            }
            let Some(group) = reading.group_starting(next) else {
                // A number too long to be read, or a count.
                self.tokens.end += 1;
                continue;
            };
            let Some(found) = reading.groups().get(group) else { break };
            self.digits += found.count;
            self.tokens.end = found.last + 1;
            self.groups.end = group + 1;
        }
    }

    /// Takes in the following chunks that also have a digit, up to `most` letters and digits: `1EG4 TE5 MK73`.
    pub(super) fn widen(&mut self, reading: &Reading<'_>, most: usize) {
        while let Some(next) = reading.group_starting(self.tokens.end).or_else(|| {
            let word =
                reading.kind(self.tokens.end) == Some(Kind::Word) && reading.glued(self.tokens.end + 1);
            (word && !is_label(reading, self.tokens.end, true))
                .then(|| reading.group_starting(self.tokens.end + 1))
                .flatten()
        }) {
            let Some(chunk) = Self::around(reading, next) else { break };
            if chunk.tokens.start < self.tokens.end
                || self.alnum() + chunk.alnum() > most
                || chunk.tokens.start > self.tokens.end
            {
                break;
            }
            self.digits += chunk.digits;
            self.letters += chunk.letters;
            self.tokens.end = chunk.tokens.end;
            self.groups.end = chunk.groups.end;
        }
        // "GA 302241", "QQ 12 34 56 C": capitals that stand alone beside the digits.
        let capitals = |at: usize, most: u16| {
            reading.token(at).filter(|token| {
                token.kind == Kind::Word
                    && token.count <= most
                    && token.marks.has(Marks::UPPER)
                    && !token.marks.has(Marks::LOWER)
                    && (reading.term(at).is_small() || token.count == 1)
            })
        };
        if self.head == 0
            && let Some(before) = self.tokens.start.checked_sub(1)
            && let Some(token) = capitals(before, 4)
        {
            self.tokens.start = before;
            self.letters += usize::from(token.count);
        }
        if self.tokens.len() > 2
            && let Some(token) = capitals(self.tokens.end, 1)
            && (reading.kind(self.tokens.end + 1) != Some(Kind::Word)
                || (self.digits, self.letters) == (6, 2))
        {
            self.tokens.end += 1;
            self.letters += usize::from(token.count);
        }
    }

    pub(super) const fn alnum(&self) -> usize {
        self.digits + self.letters
    }

    /// How many digits each of the first five groups has.
    pub(super) fn sizes(&self, reading: &Reading<'_>) -> [usize; 5] {
        let mut sizes = [0; 5];
        let groups = reading.groups().get(self.groups.clone()).unwrap_or_default();
        sizes.iter_mut().zip(groups).for_each(|(size, group)| *size = group.count);
        sizes
    }

    /// Its letters, folded, and digits, and how many they are.
    pub(super) fn characters(&self, reading: &Reading<'_>) -> ([u8; LONGEST], usize) {
        let mut characters = [0; LONGEST];
        let mut count = 0;
        let (Some(first), Some(last)) =
            (reading.token(self.tokens.start), reading.token(self.tokens.end.wrapping_sub(1)))
        else {
            return (characters, 0);
        };
        let text = reading.message.text().get(first.start as usize..last.end as usize).unwrap_or_default();
        for scalar in text.chars() {
            let character = match fold(scalar) {
                Folded::Letter(letter) => u8::try_from(letter).unwrap_or(b'?'),
                Folded::Digit(value) => b'0' + value,
                Folded::Punct(_)
                | Folded::Space
                | Folded::Newline
                | Folded::Turn
                | Folded::Skip
                | Folded::Ideograph(_)
                | Folded::Symbol(_) => continue,
            };
            if let Some(place) = characters.get_mut(count) {
                *place = character;
            }
            count += 1;
        }
        (characters, count)
    }

    /// Whether its letters and digits follow `pattern`: `A` letter, `9` digit, `*` either.
    pub(super) fn follows(&self, reading: &Reading<'_>, pattern: &[u8]) -> bool {
        if self.alnum() != pattern.len() {
            return false;
        }
        let (characters, count) = self.characters(reading);
        count == pattern.len()
            && characters.iter().zip(pattern).all(|(character, pattern)| match pattern {
                b'A' => character.is_ascii_lowercase(),
                b'9' => character.is_ascii_digit(),
                _ => character.is_ascii_alphanumeric(),
            })
    }
}

/// Whether a word that touches digits is a label and no part of the number. One or two letters that `touch` are a part.
fn is_label(reading: &Reading<'_>, at: usize, touches: bool) -> bool {
    let Some(token) = reading.token(at) else { return true };
    let term = reading.term(at);
    if token.count == 1 {
        return false;
    }
    // Two or three capitals that touch digits are a prefix, whatever word they happen to be.
    let capitals = token.marks.has(Marks::UPPER) && !token.marks.has(Marks::LOWER);
    if touches && capitals && token.count <= 4 && term.is_small() {
        return false;
    }
    !matches!(term, Term::Other | Term::Case | Term::Permit | Term::Order | Term::Product | Term::Meter)
        || token.count > 8
}
