//! Reads a message once, for every engine that judges it.
//!
//! [`Scan::read`] goes over the text in one pass, folds every scalar (case, accents, scripts, look-alike punctuation, invisible
//! characters) and cuts it into [`Token`]s that keep their place in the original text. The privacy engine and emergency triage
//! read the same tokens, so that a message is looked at once however many questions are asked about it.
//!
//! The pass is linear, never goes back, and allocates only for a message of more than [`INLINE`] tokens; a [`Scan`] that is
//! kept and reused allocates for none once it has seen the longest.

mod buffer;
mod fold;
mod lexicon;
mod token;

pub use buffer::Buffer;
pub use fold::{Folded, fold};
pub use lexicon::{Lexicon, hash};
pub use token::{Kind, Marks, Token};

use token::Cutter;

/// Tokens that fit without allocation: a message of some 300 letters.
pub const INLINE: usize = 64;

/// Stands between the messages of one author when several are read as one text (U+001E, record separator).
pub const TURN: char = '\u{1E}';

/// The buffer of a pass. Keep one and reuse it.
pub struct Scan {
    inline: [Token; INLINE],
    spilled: Vec<Token>,
}

impl Default for Scan {
    fn default() -> Self {
        Self::new()
    }
}

impl Scan {
    /// An empty buffer; allocates nothing.
    pub const fn new() -> Self {
        Self { inline: [Token::NOTHING; INLINE], spilled: Vec::new() }
    }

    /// Reads `text`. Offsets are 32 bits wide; what lies beyond 4 GiB is not read.
    pub fn read<'a>(&'a mut self, text: &'a str) -> Message<'a> {
        let Self { inline, spilled } = self;
        spilled.clear();
        let mut cutter = Cutter::new(text);
        let mut filled = 0;
        for slot in inline.iter_mut() {
            match cutter.next() {
                Some(token) => *slot = token,
                None => break,
            }
            filled += 1;
        }
        if filled == INLINE
            && let Some(token) = cutter.next()
        {
            spilled.extend_from_slice(inline);
            spilled.push(token);
            spilled.extend(cutter);
            return Message { text, tokens: spilled };
        }
        Message { text, tokens: inline.get(..filled).unwrap_or_default() }
    }
}

/// A message that has been read: the text and its tokens, in order.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Message<'a> {
    /// What was read.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The tokens of the whole message.
    pub const fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// The original writing of `token`; empty when it is of another message.
    pub fn written(&self, token: &Token) -> &'a str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// The values of the digits of a number token with their byte offsets, whatever script they are written in.
    pub fn digits(&self, token: &Token) -> impl Iterator<Item = (u32, u8)> + use<'a> {
        let start = token.start;
        self.written(token).char_indices().filter_map(move |(at, scalar)| {
            let Folded::Digit(value) = fold(scalar) else { return None };
            Some((start + u32::try_from(at).unwrap_or(0), value))
        })
    }
}

#[cfg(test)]
mod tests;
