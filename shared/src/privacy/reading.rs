//! A message as the rules read it: its tokens, what its words tell, and its groups of digits.

use super::spoken;
use super::term::{Term, term};
use crate::scan::{Buffer, Kind, Message, Token};
use core::ops::Range;

/// Groups of more digits than this are no number that anybody types by hand: logs, hashes.
const LONGEST: u16 = 48;

/// A digit, and where it is written. Several digits of one word (`eleven`) share their place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digit {
    pub(super) value: u8,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// How a group of digits is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// In digits.
    Plain,
    /// With letters that look like digits among them (`51O5`, `4lll`).
    Lookalike,
    /// In words.
    Words,
}

/// Digits with nothing between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Tokens, first and last.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Place of the first digit in [`Reading::digits`].
    pub(super) from: usize,
    /// How many digits.
    pub(super) count: usize,
    pub(super) script: Script,
}

/// A message as the rules read it.
pub(super) struct Reading<'a> {
    pub(super) message: Message<'a>,
    terms: Buffer<Term, 64>,
    groups: Buffer<Group, 24>,
    digits: Buffer<Digit, 64>,
    /// Bit `n` is set when the term of that number occurs.
    seen: u128,
    masks: bool,
}

impl<'a> Reading<'a> {
    /// What the words of `message` tell; no numbers yet.
    pub(super) fn of(message: Message<'a>) -> Self {
        const NO_GROUP: Group = Group { first: 0, last: 0, from: 0, count: 0, script: Script::Plain };
        let mut reading = Self {
            message,
            terms: Buffer::new(Term::Other),
            groups: Buffer::new(NO_GROUP),
            digits: Buffer::new(Digit { value: 0, start: 0, end: 0 }),
            seen: 0,
            masks: false,
        };
        for token in message.tokens() {
            let known = match token.kind {
                Kind::Word => term(token.hash),
                Kind::Mask => {
                    reading.masks = true;
                    Term::Other
                }
                Kind::Number | Kind::Punct | Kind::Newline | Kind::Turn | Kind::Ideograph | Kind::Symbol => {
                    Term::Other
                }
            };
            reading.seen |= 1 << known as u8;
            reading.seen |= u128::from(token.kind == Kind::Number) << 127;
            reading.terms.push(known);
        }
        reading
    }

    /// Finds the groups of digits.
    pub(super) fn count(&mut self) {
        let mut at = 0;
        while at < self.message.tokens().len() {
            at = self.group_at(at).unwrap_or(at + 1);
        }
    }

    pub(super) fn tokens(&self) -> &'a [Token] {
        self.message.tokens()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.message.tokens().get(at)
    }

    /// The term at `at`; [`Term::Other`] outside.
    pub(super) fn term(&self, at: usize) -> Term {
        self.terms.items().get(at).copied().unwrap_or(Term::Other)
    }

    pub(super) fn groups(&self) -> &[Group] {
        self.groups.items()
    }

    /// The group that starts with token `at`.
    pub(super) fn group_starting(&self, at: usize) -> Option<usize> {
        let place = self.groups().partition_point(|group| group.first < at);
        self.groups().get(place).filter(|group| group.first == at).map(|_| place)
    }

    pub(super) fn digits(&self, group: &Group) -> &[Digit] {
        self.digits.items().get(group.from..group.from + group.count).unwrap_or_default()
    }

    /// The digits of consecutive groups, in order.
    pub(super) fn digits_of(&self, groups: Range<usize>) -> &[Digit] {
        let groups = self.groups().get(groups).unwrap_or_default();
        match (groups.first(), groups.last()) {
            (Some(first), Some(last)) => {
                self.digits.items().get(first.from..last.from + last.count).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The value of a short group; `u32::MAX` of a long one.
    pub(super) fn value(&self, group: &Group) -> u32 {
        if group.count > 9 {
            return u32::MAX;
        }
        self.digits(group).iter().fold(0, |value, digit| value * 10 + u32::from(digit.value))
    }

    pub(super) fn saw(&self, term: Term) -> bool {
        self.seen & (1 << term as u8) != 0
    }

    pub(super) fn saw_any(&self, terms: &[Term]) -> bool {
        terms.iter().any(|term| self.saw(*term))
    }

    /// Whether there are digits, or words that are digits.
    pub(super) fn has_numbers(&self) -> bool {
        self.seen & (1 << 127) != 0
            || self.saw_any(&[
                Term::Unit,
                Term::Teen,
                Term::Tens,
                Term::Hundreds,
                Term::Thousand,
                Term::Times,
            ])
    }

    pub(super) fn has_masks(&self) -> bool {
        self.masks
    }

    /// Whether the tokens `at - 1` and `at` touch.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(Token::is_glued)
    }

    pub(super) fn punct(&self, at: usize, marks: &[u8]) -> bool {
        self.token(at).is_some_and(|token| marks.iter().any(|mark| token.is_punct(*mark)))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    /// Whether a sentence ends at this token: a mark that is followed by a blank or nothing.
    pub(super) fn sentence_ends(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::ends_sentence)
            && (self.kind(at) != Some(Kind::Punct) || !self.token(at + 1).is_some_and(Token::is_glued))
    }

    /// The letters of a word as ASCII, folded; empty when it has others or more than twelve.
    pub(super) fn letters(&self, at: usize) -> impl Iterator<Item = char> + use<'a> {
        let message = self.message;
        self.token(at).map(|token| message.written(token)).unwrap_or_default().chars()
    }

    /// Adds the group that starts at token `at`; the token after it.
    fn group_at(&mut self, at: usize) -> Option<usize> {
        let token = *self.token(at)?;
        let from = self.digits.items().len();
        let (last, script) = match token.kind {
            Kind::Number => self.plain(at),
            Kind::Word => match spoken::number(self, at) {
                Some(number) => {
                    let end = self.token(number.last)?.end;
                    number.each(|value| self.digits.push(Digit { value, start: token.start, end }));
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
        let counts = count == 1 && matches!(self.term(at.wrapping_sub(1)), Term::Position | Term::Last);
        let counts = counts || (count == 1 && self.term(last + 1) == Term::Digits);
        if count > 0 && !counts {
            self.groups.push(Group { first: at, last, from, count, script });
        }
        Some(last + 1)
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
        if !self.looks_like_digits(at) || self.term(at) != Term::Other && self.token(at)?.count > 1 {
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

    fn push_digits(&mut self, at: usize) {
        let Some(token) = self.token(at) else { return };
        if token.count > LONGEST {
            return;
        }
        let mut place = None;
        let message = self.message;
        for (start, value) in message.digits(token) {
            if let Some((before, value)) = place.replace((start, value)) {
                self.digits.push(Digit { value, start: before, end: start });
            }
        }
        if let Some((start, value)) = place {
            self.digits.push(Digit { value, start, end: token.end });
        }
    }

    fn push_lookalikes(&mut self, at: usize) {
        let Some(token) = self.token(at) else { return };
        let mut start = token.start;
        for letter in self.letters(at) {
            let end = start + u32::try_from(letter.len_utf8()).unwrap_or(0);
            if let Some(value) = lookalike(letter) {
                self.digits.push(Digit { value, start, end });
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
        'Z' | 'z' => Some(2),
        'S' | 's' | 'ѕ' => Some(5),
        'B' => Some(8),
        _ => None,
    }
}
