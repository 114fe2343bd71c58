//! A message as the rules read it: its tokens, what its words tell, and its groups of digits.

use super::misspelt;
use super::run::{self, Gap};
use super::term::{Term, term};
use crate::scan::{Buffer, Kind, Message, Token, hash};
use core::cell::Cell;
use core::ops::Range;

#[cfg(test)]
thread_local! {
    /// How often a token was looked at on this thread.
    pub(super) static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// A digit, and where it is written. Several digits of one word (`eleven`) share their place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digit {
    pub(super) value: u8,
    /// The digits up to here, every second of them doubled as the check of ISO/IEC 7812 wants it, summed modulo ten: those at odd
    /// places doubled, and those at even places. With them the check of any stretch of digits is one subtraction.
    pub(super) sums: [u8; 2],
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

/// What a token tells.
#[derive(Clone, Copy)]
struct Sense {
    term: Term,
    /// A sentence ends here.
    ends: bool,
}

/// A message as the rules read it.
pub(super) struct Reading<'a> {
    pub(super) message: Message<'a>,
    senses: Buffer<Sense, 64>,
    pub(super) groups: Buffer<Group, 24>,
    pub(super) digits: Buffer<Digit, 64>,
    gaps: Buffer<Option<Gap>, 24>,
    /// Bit `n` is set when the term of that number occurs.
    seen: u128,
    /// Bit `n` is set when the punctuation mark `n` occurs.
    marks: u128,
    masks: bool,
    pub(super) turns: bool,
    /// Digits of the longest number.
    longest: u16,
    /// Whether a word of it means a payment card; asked once.
    pub(super) of_card: Cell<Option<bool>>,
    /// Whether a verification value or an expiry date stands beside its label; asked once.
    pub(super) with_card_data: Cell<Option<bool>>,
    /// The last row of number words that was walked over, as its first token and the one after its last.
    spoken: Cell<(usize, usize)>,
}

impl<'a> Reading<'a> {
    /// What the words of `message` tell; no numbers yet.
    pub(super) fn of(message: Message<'a>) -> Self {
        const NO_GROUP: Group = Group { first: 0, last: 0, from: 0, count: 0, script: Script::Plain };
        let mut reading = Self {
            message,
            senses: Buffer::new(Sense { term: Term::Other, ends: false }),
            groups: Buffer::new(NO_GROUP),
            digits: Buffer::new(Digit { value: 0, sums: [0; 2], start: 0, end: 0 }),
            gaps: Buffer::new(None),
            seen: 0,
            marks: 0,
            masks: false,
            turns: false,
            longest: 0,
            of_card: Cell::new(None),
            with_card_data: Cell::new(None),
            spoken: Cell::new((0, 0)),
        };
        for (at, token) in message.tokens().iter().enumerate() {
            let known = match token.kind {
                Kind::Word => reading.sense(term(token.hash), at),
                Kind::Mask => {
                    reading.masks = true;
                    Term::Other
                }
                Kind::Turn => {
                    reading.turns = true;
                    Term::Other
                }
                Kind::Punct => {
                    reading.marks |= 1 << (token.hash & 127);
                    Term::Other
                }
                Kind::Number => {
                    reading.seen |= 1 << 127;
                    reading.longest = reading.longest.max(token.count);
                    Term::Other
                }
                Kind::Newline | Kind::Ideograph | Kind::Symbol => Term::Other,
            };
            reading.seen |= 1 << known as u8;
            reading.senses.push(Sense { term: known, ends: false });
        }
        reading.find_ends();
        reading
    }

    /// Marks the tokens at which a sentence ends.
    fn find_ends(&mut self) {
        for at in 0..self.message.tokens().len() {
            let ends = self.is_end(at);
            if let Some(sense) = self.senses.items_mut().get_mut(at) {
                sense.ends = ends;
            }
        }
    }

    /// Finds misspelt labels and labels in initials ("d.o.b."), then the groups of digits.
    pub(super) fn count(&mut self) {
        let mut corrected = false;
        for at in 0..self.message.tokens().len() {
            if self.kind(at) != Some(Kind::Word)
                || self.term(at) != Term::Other && !(self.glued(at) && self.punct(at - 1, b"."))
            {
                continue;
            }
            if let Some(meant) = self.meant(at) {
                self.correct(at, meant);
                corrected = true;
            }
        }
        if corrected {
            self.find_ends();
        }
        let mut at = 0;
        while at < self.message.tokens().len() {
            at = self.group_at(at).unwrap_or(at + 1);
        }
        for group in 1..self.groups().len() {
            let gap = run::measure(self, group - 1);
            self.gaps.push(gap);
        }
    }

    /// The word at `at` tells something else than it seemed.
    pub(super) fn correct(&mut self, at: usize, term: Term) {
        if let Some(sense) = self.senses.items_mut().get_mut(at) {
            sense.term = term;
            self.seen |= 1 << term as u8;
        }
    }

    pub(super) fn tokens(&self) -> &'a [Token] {
        self.message.tokens()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.message.tokens().get(at)
    }

    /// The term at `at`; [`Term::Other`] outside.
    pub(super) fn term(&self, at: usize) -> Term {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.senses.items().get(at).map_or(Term::Other, |sense| sense.term)
    }

    /// Whether one of `terms` stands at most `before` tokens before or `after` tokens after `at`, in the same sentence.
    #[inline(never)]
    pub(super) fn near(&self, at: usize, before: usize, after: usize, terms: &[Term]) -> bool {
        let wanted = terms.iter().fold(0_u128, |set, term| set | 1 << *term as u8);
        if self.seen & wanted == 0 {
            return false;
        }
        let senses = self.senses.items();
        let among = |sense: &&Sense| wanted >> sense.term as u8 & 1 != 0;
        let within = |sense: &&Sense| {
            #[cfg(test)]
            LOOKS.with(|looks| looks.set(looks.get() + 1));
            !sense.ends
        };
        let earlier = senses.get(at.saturating_sub(before)..at.min(senses.len())).unwrap_or_default();
        let later = senses.get(at + 1..).unwrap_or_default();
        earlier.iter().rev().take_while(within).any(|sense| among(&sense))
            || later.iter().take(after).take_while(within).any(|sense| among(&sense))
    }

    pub(super) fn groups(&self) -> &[Group] {
        self.groups.items()
    }

    /// What stands between group `at` and the next.
    #[inline]
    pub(super) fn gap(&self, at: usize) -> Option<Gap> {
        self.gaps.items().get(at).copied().flatten()
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

    /// Whether the digits of consecutive groups, not all of them zero, pass the check of ISO/IEC 7812.
    pub(super) fn is_checked(&self, groups: Range<usize>) -> bool {
        let all = self.digits.items();
        let Some(groups) = self.groups().get(groups) else { return false };
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
        let end = last.from + last.count;
        let sum = |end: usize, row: usize| {
            end.checked_sub(1).and_then(|at| all.get(at)?.sums.get(row)).copied().unwrap_or(0)
        };
        let row = (end + 1) % 2;
        sum(end, row) == sum(first.from, row)
            && all.get(first.from..end).is_some_and(|digits| digits.iter().any(|digit| digit.value > 0))
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

    /// Whether a punctuation mark occurs.
    pub(super) fn has_mark(&self, mark: u8) -> bool {
        self.marks & 1 << (mark & 127) != 0
    }

    /// Digits of the longest number.
    pub(super) fn longest(&self) -> u16 {
        self.longest
    }

    /// The first of the number words that stand in a row up to token `at`.
    pub(super) fn row_of_words(&self, at: usize) -> usize {
        let (start, end) = self.spoken.get();
        let mut first = at;
        while first > 0 && self.is_number_word(first - 1) {
            // Within the row that is known, or right after it.
            first = if (start + 1..=end).contains(&first) { start } else { first - 1 };
        }
        let end = if first == start { end.max(at + 1) } else { at + 1 };
        self.spoken.set((first, end));
        first
    }

    fn is_number_word(&self, at: usize) -> bool {
        let term = self.term(at);
        self.kind(at) == Some(Kind::Word) && (term.is_number() || term == Term::Oh)
    }

    pub(super) fn has_masks(&self) -> bool {
        self.masks
    }

    /// Whether several messages are read as one.
    pub(super) fn has_turns(&self) -> bool {
        self.turns
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

    /// Whether a sentence ends at this token: a mark that is followed by a blank or nothing, and not that of an abbreviation
    /// ("no.", "exp.", "acct.").
    #[inline]
    pub(super) fn sentence_ends(&self, at: usize) -> bool {
        self.senses.items().get(at).is_some_and(|sense| sense.ends)
    }

    fn is_end(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::ends_sentence)
            && !(self.punct(at, b".")
                && self.glued(at)
                && self.is_abbreviation(at - 1)
                && self.token(at + 1).is_some())
            && (self.kind(at) != Some(Kind::Punct) || !self.token(at + 1).is_some_and(Token::is_glued))
    }

    /// The label that a word is, misspelt, or the last of initials.
    fn meant(&self, at: usize) -> Option<Term> {
        let token = self.token(at)?;
        // "b-day".
        if token.hash == const { hash("day") }
            && self.punct(at.wrapping_sub(1), b"-")
            && self.letters(at.wrapping_sub(2)).all(|letter| matches!(letter, 'b' | 'B'))
        {
            return Some(Term::Birthday);
        }
        if token.count >= 5 {
            return misspelt::label(self.message.written(token));
        }
        if token.count > 1 {
            return None;
        }
        if !(self.glued(at) && self.punct(at - 1, b".")) {
            return self.spelled(at);
        }
        let mut initials = [0_u8; 4];
        let mut first = at;
        let mut place = initials.len();
        loop {
            place = place.checked_sub(1)?;
            *initials.get_mut(place)? =
                self.message.written(self.token(first)?).bytes().next()?.to_ascii_lowercase();
            if first < 2 || !self.glued(first) || !self.punct(first - 1, b".") || !self.glued(first - 1) {
                break;
            }
            first -= 2;
            if self.token(first)?.count != 1 || self.kind(first) != Some(Kind::Word) {
                return None;
            }
        }
        let word = core::str::from_utf8(initials.get(place..)?).ok()?;
        Some(term(hash(word))).filter(|term| *term != Term::Other)
    }

    /// The label whose last letter stands at token `at`, letter by letter: "d o b", "S S N".
    fn spelled(&self, at: usize) -> Option<Term> {
        let mut letters = [0_u8; 3];
        for (place, letter) in (at.checked_sub(2)?..=at).zip(&mut letters) {
            let token = self.token(place).filter(|token| token.kind == Kind::Word && token.count == 1)?;
            *letter = self.message.written(token).bytes().next()?.to_ascii_lowercase();
        }
        let word = core::str::from_utf8(&letters).ok()?;
        Some(term(hash(word))).filter(|term| matches!(term, Term::Born | Term::Ssn | Term::Cvv | Term::Mrn))
    }

    fn is_abbreviation(&self, at: usize) -> bool {
        let initial = self.token(at).is_some_and(|token| token.count == 1 && token.kind == Kind::Word)
            && self.glued(at)
            && self.punct(at - 1, b".");
        initial
            || self.token(at).is_some_and(|token| token.count <= 4)
                && matches!(
                    self.term(at),
                    Term::Number
                        | Term::Account
                        | Term::Expiry
                        | Term::Born
                        | Term::License
                        | Term::Id
                        | Term::Social
                        | Term::Routing
                        | Term::Street
                        | Term::Month
                        | Term::Phone
                        | Term::Code
                        | Term::Verify
                        | Term::Security
                        | Term::Card
                )
    }

    /// The letters of a word as they are written.
    pub(super) fn letters(&self, at: usize) -> impl Iterator<Item = char> + use<'a> {
        let message = self.message;
        self.token(at).map(|token| message.written(token)).unwrap_or_default().chars()
    }
}
