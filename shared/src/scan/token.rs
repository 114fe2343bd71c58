//! Tokens and the pass that cuts them.

use super::fold::{Class, Folded, fold};
use super::lexicon::{SEED, add, finish};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Letters of a script that puts spaces between words. `hash` is the word's [`hash`](super::hash); apostrophes, accents and
    /// invisible characters inside are folded away.
    Word,
    /// Decimal digits of any script, invisible characters inside folded away. `hash` is the value, modulo 2³².
    Number,
    /// One punctuation mark. `hash` is the ASCII character it folds to (`–` to `-`, `：` to `:`).
    Punct,
    /// One or more line ends.
    Newline,
    /// The end of one message and the start of the next of the same author ([`TURN`](super::TURN)).
    Turn,
    /// An ideograph or kana. `hash` is the scalar value.
    Ideograph,
    /// An emoji or other symbol. `hash` is the scalar value.
    Symbol,
    /// A mask as [`MaskedText`](crate::privacy::MaskedText) writes it. `hash` is the hash of the letters of its code.
    Mask,
}

/// What else is known of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// Nothing, not even an invisible character, stands between this token and the one before.
    pub const GLUED: Self = Self(1);
    /// Holds a capital letter.
    pub const UPPER: Self = Self(2);
    /// Holds a small letter.
    pub const LOWER: Self = Self(4);

    /// Whether every mark of `other` is set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A piece of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it starts, in bytes of the text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// See [`Kind`].
    pub hash: u32,
    /// Letters of a word or digits of a number, as far as 65,535.
    pub count: u16,
    /// What it is.
    pub kind: Kind,
    /// What else is known.
    pub marks: Marks,
}

impl Token {
    pub(super) const NOTHING: Self =
        Self { start: 0, end: 0, hash: 0, count: 0, kind: Kind::Newline, marks: Marks(0) };

    /// Whether nothing stands between this token and the one before.
    pub const fn is_glued(&self) -> bool {
        self.marks.has(Marks::GLUED)
    }

    /// Whether this is the punctuation mark `mark`.
    pub fn is_punct(&self, mark: u8) -> bool {
        self.kind == Kind::Punct && self.hash == u32::from(mark)
    }

    /// Whether a sentence ends here: `. ! ? ;`, a line end, or the end of a message. A point or colon inside a number
    /// (`12.50`) is such a token too; the reader sees by [`Token::is_glued`] of the next.
    pub fn ends_sentence(&self) -> bool {
        match self.kind {
            Kind::Newline | Kind::Turn => true,
            Kind::Punct => [b'.', b'!', b'?', b';'].iter().any(|mark| self.hash == u32::from(*mark)),
            Kind::Word | Kind::Number | Kind::Ideograph | Kind::Symbol | Kind::Mask => false,
        }
    }
}

/// Cuts a text into tokens, in one pass.
pub(super) struct Cutter<'a> {
    text: &'a str,
    at: usize,
    /// End of the token before, or `usize::MAX` when something stood between.
    seam: usize,
}

/// Longest code of a mask, in bytes.
const MASK_CODE: usize = 20;

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, seam: 0 }
    }

    #[inline]
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The scalar at a byte that is not ASCII, folded, and where it ends.
    #[cold]
    fn wide(&self, at: usize) -> (Folded, usize) {
        match self.text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(scalar) => (fold(scalar), at + scalar.len_utf8()),
            None => (Folded::Skip, at + 1),
        }
    }

    /// The class of the scalar at `at` and where it ends.
    #[inline]
    fn look(&self, at: usize) -> Option<(Folded, usize)> {
        let byte = self.byte(at)?;
        Some(if byte < 0x80 { (Class::of(byte).folded(byte), at + 1) } else { self.wide(at) })
    }

    fn token(&mut self, start: usize, end: usize, kind: Kind, hash: u32, count: u16, marks: Marks) -> Token {
        let marks = if self.seam == start { marks.with(Marks::GLUED) } else { marks };
        self.at = end;
        self.seam = end;
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Token { start: offset(start), end: offset(end), hash, count, kind, marks }
    }

    /// A word whose first letter lies at `start`.
    #[inline]
    fn word(&mut self, start: usize) -> Token {
        let (mut state, mut count, mut cases) = (SEED, 0_u16, 0_u8);
        let (mut at, mut end) = (start, start);
        loop {
            while let Some(byte) = self.byte(at)
                && matches!(Class::of(byte), Class::Letter)
            {
                state = add(state, u32::from(byte | 0x20));
                cases |= if byte & 0x20 == 0 { Marks::UPPER.0 } else { Marks::LOWER.0 };
                count = count.saturating_add(1);
                at += 1;
                end = at;
            }
            match self.byte(at) {
                None => break,
                Some(b'\'' | b'`') if self.letter_after(at + 1) => at += 1,
                Some(byte) if byte < 0x80 => break,
                Some(_) => match self.wide(at) {
                    (Folded::Letter(letter), after) => {
                        state = add(state, letter);
                        count = count.saturating_add(1);
                        at = after;
                        end = after;
                    }
                    (Folded::Skip, after) => at = after,
                    (Folded::Punct(b'\''), after) if self.letter_after(after) => at = after,
                    _ => break,
                },
            }
        }
        // Invisible characters after the last letter do not part it from what follows.
        let token = self.token(start, end, Kind::Word, finish(state), count, Marks(cases));
        self.pass_invisible(end, at);
        token
    }

    /// A number whose first digit lies at `start`.
    #[inline]
    fn number(&mut self, start: usize) -> Token {
        let (mut value, mut count) = (0_u32, 0_u16);
        let (mut at, mut end) = (start, start);
        loop {
            while let Some(byte) = self.byte(at)
                && byte.is_ascii_digit()
            {
                value = value.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'));
                count = count.saturating_add(1);
                at += 1;
                end = at;
            }
            match self.byte(at) {
                Some(byte) if byte >= 0x80 => match self.wide(at) {
                    (Folded::Digit(digit), after) => {
                        value = value.wrapping_mul(10).wrapping_add(u32::from(digit));
                        count = count.saturating_add(1);
                        at = after;
                        end = after;
                    }
                    (Folded::Skip, after) => at = after,
                    _ => break,
                },
                _ => break,
            }
        }
        let token = self.token(start, end, Kind::Number, value, count, Marks(0));
        self.pass_invisible(end, at);
        token
    }

    /// Goes on after the invisible characters between `end` and `at`; they leave the next token glued.
    fn pass_invisible(&mut self, end: usize, at: usize) {
        if at > end {
            self.at = at;
            self.seam = at;
        }
    }

    fn letter_after(&self, at: usize) -> bool {
        matches!(self.look(at), Some((Folded::Letter(_), _)))
    }

    /// The line ends from `start` on, with the blanks between, as one token.
    fn newline(&mut self, start: usize, after: usize) -> Token {
        let (mut at, mut end) = (after, after);
        while let Some((folded, next)) = self.look(at) {
            match folded {
                Folded::Newline => end = next,
                Folded::Space | Folded::Skip => {}
                Folded::Letter(_)
                | Folded::Digit(_)
                | Folded::Punct(_)
                | Folded::Turn
                | Folded::Ideograph(_)
                | Folded::Symbol(_) => break,
            }
            at = next;
        }
        let token = self.token(start, end, Kind::Newline, 0, 0, Marks(0));
        self.at = at;
        token
    }

    /// The mask that opens at `start`, if it is one.
    #[cold]
    fn mask(&mut self, start: usize, after: usize) -> Option<Token> {
        let mut state = SEED;
        for (offset, byte) in self.text.as_bytes().get(after..)?.iter().enumerate().take(MASK_CODE) {
            match byte {
                b'A'..=b'Z' => state = add(state, u32::from(byte | 0x20)),
                b'_' => {}
                _ if self.text.get(after + offset..)?.starts_with('⟧') && offset > 0 => {
                    let end = after + offset + '⟧'.len_utf8();
                    return Some(self.token(start, end, Kind::Mask, finish(state), 0, Marks(0)));
                }
                _ => return None,
            }
        }
        None
    }
}

impl Iterator for Cutter<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        loop {
            let start = self.at;
            let byte = self.byte(start)?;
            match Class::of(byte) {
                Class::Space => self.at = start + 1,
                Class::Letter => return Some(self.word(start)),
                Class::Digit => return Some(self.number(start)),
                Class::Punct => {
                    return Some(self.token(start, start + 1, Kind::Punct, u32::from(byte), 0, Marks(0)));
                }
                Class::Newline => return Some(self.newline(start, start + 1)),
                Class::Turn => return Some(self.token(start, start + 1, Kind::Turn, 0, 0, Marks(0))),
                Class::Skip => {
                    self.pass_skip(start, start + 1);
                }
                Class::Wide => {
                    let (folded, after) = self.wide(start);
                    let (kind, value) = match folded {
                        Folded::Letter(_) => return Some(self.word(start)),
                        Folded::Digit(_) => return Some(self.number(start)),
                        Folded::Newline => return Some(self.newline(start, after)),
                        Folded::Space | Folded::Turn => {
                            self.at = after;
                            continue;
                        }
                        Folded::Skip => {
                            self.pass_skip(start, after);
                            continue;
                        }
                        Folded::Punct(mark) => (Kind::Punct, u32::from(mark)),
                        Folded::Ideograph(value) => (Kind::Ideograph, value),
                        Folded::Symbol(value) => {
                            if value == u32::from('⟦')
                                && let Some(token) = self.mask(start, after)
                            {
                                return Some(token);
                            }
                            (Kind::Symbol, value)
                        }
                    };
                    return Some(self.token(start, after, kind, value, 0, Marks(0)));
                }
            }
        }
    }
}

impl Cutter<'_> {
    /// Passes an invisible character between tokens: what was glued stays glued.
    fn pass_skip(&mut self, start: usize, after: usize) {
        if self.seam == start {
            self.seam = after;
        }
        self.at = after;
    }
}
