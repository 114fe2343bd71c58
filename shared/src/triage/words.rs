//! A message as a row of words with their entries in the lexicon, in a buffer of fixed size on the stack.

use super::lexicon::{self, Entry, LONGEST};
use super::stem::stem;
use crate::scan::{Folded, Kind, Marks, Message, Token, fold};

/// One word, number or telling sign of the message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    pub(super) entry: Entry,
    /// Hash of the word's stem, for the scorer.
    pub(super) hash: u32,
    /// What stands between the word before and this one.
    pub(super) join: Join,
    /// The form says "going on": *-ing*, *-ando*, *-iendo*.
    pub(super) going_on: bool,
    /// Written in capitals, two letters or more.
    pub(super) capitals: bool,
}

/// How a word joins the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    /// A space.
    Flow,
    /// A comma or another light pause.
    Pause,
    /// A new message of the same author: frames go across, clauses do not.
    Message,
    /// A full stop, or the start of the text.
    Stop,
}

/// How many words are judged together. Longer texts are judged in overlapping stretches.
pub(super) const ROOM: usize = 160;
/// How many tokens before the end of a stretch the next one starts.
const OVERLAP: usize = 40;

const BLANK: Word = Word {
    start: 0,
    end: 0,
    entry: Entry::UNKNOWN,
    hash: 0,
    join: Join::Stop,
    going_on: false,
    capitals: false,
};

/// Up to [`ROOM`] words.
pub(super) struct Words {
    row: [Word; ROOM],
    length: usize,
    /// An exclamation mark stands somewhere.
    pub(super) exclaimed: bool,
    /// A question mark stands somewhere.
    pub(super) asked: bool,
    /// Some of it is written in a script other than Latin.
    pub(super) foreign: bool,
}

impl Words {
    /// The words of `message` from the token `from` on, and the token from which to go on when they do not fit.
    pub(super) fn read(message: &Message<'_>, from: usize) -> (Self, Option<usize>) {
        let mut words =
            Self { row: [BLANK; ROOM], length: 0, exclaimed: false, asked: false, foreign: false };
        let tokens = message.tokens().get(from..).unwrap_or_default();
        let mut join = Join::Stop;
        for (at, token) in tokens.iter().enumerate() {
            let glued = tokens.get(at + 1).is_some_and(Token::is_glued);
            match words.word(message, token, join) {
                Some(word) => {
                    let Some(slot) = words.row.get_mut(words.length) else {
                        return (words, Some(from + at - OVERLAP));
                    };
                    *slot = word;
                    words.length += 1;
                    join = Join::Flow;
                }
                None => join = join.max(words.pause(token, glued)),
            }
        }
        (words, None)
    }

    /// The words of one sentence alone, from the first word that is not before `from`, and where the next begins.
    pub(super) fn sentence(&self, from: usize) -> Option<(Self, usize)> {
        let rest = self.as_slice().get(from..).filter(|rest| !rest.is_empty())?;
        let length =
            rest.iter().skip(1).position(|word| word.join >= Join::Message).map_or(rest.len(), |end| end + 1);
        let mut alone = Self { row: [BLANK; ROOM], length, ..*self };
        for (slot, word) in alone.row.iter_mut().zip(rest.iter().take(length)) {
            *slot = *word;
        }
        Some((alone, from + length))
    }

    pub(super) fn as_slice(&self) -> &[Word] {
        self.row.get(..self.length).unwrap_or_default()
    }

    fn word(&mut self, message: &Message<'_>, token: &Token, join: Join) -> Option<Word> {
        let start = usize::try_from(token.start).unwrap_or(usize::MAX);
        let end = usize::try_from(token.end).unwrap_or(usize::MAX);
        let place = Word { start, end, join, ..BLANK };
        match token.kind {
            Kind::Word => {
                let letters = Letters::of(message.written(token));
                self.foreign |= letters.foreign;
                let folded = letters.as_bytes();
                Some(Word {
                    entry: lexicon::lookup(folded),
                    hash: fnv(stem(folded)),
                    going_on: letters.going_on(),
                    capitals: token.count > 1
                        && token.marks.has(Marks::UPPER)
                        && !token.marks.has(Marks::LOWER),
                    ..place
                })
            }
            Kind::Number => Some(Word { entry: Entry::NUMBER, hash: fnv(b"0"), ..place }),
            Kind::Ideograph => {
                self.foreign = true;
                None
            }
            Kind::Symbol => {
                let name = sign(token.hash)?.as_bytes();
                Some(Word { entry: lexicon::lookup(name), hash: fnv(name), ..place })
            }
            Kind::Punct | Kind::Newline | Kind::Turn | Kind::Mask => None,
        }
    }

    fn pause(&mut self, token: &Token, glued: bool) -> Join {
        match token.kind {
            Kind::Turn => Join::Message,
            Kind::Newline => Join::Stop,
            Kind::Punct => {
                self.exclaimed |= token.is_punct(b'!');
                self.asked |= token.is_punct(b'?');
                match u8::try_from(token.hash) {
                    Ok(b'.') if glued => Join::Flow,
                    Ok(b'.' | b'!' | b'?') => Join::Stop,
                    Ok(b',' | b';' | b':' | b'(' | b')') => Join::Pause,
                    _ => Join::Flow,
                }
            }
            Kind::Word | Kind::Number | Kind::Ideograph | Kind::Symbol | Kind::Mask => Join::Flow,
        }
    }
}

/// The letters of a word, folded to ASCII.
struct Letters {
    folded: [u8; LONGEST],
    length: usize,
    foreign: bool,
}

impl Letters {
    fn of(written: &str) -> Self {
        let mut letters = Self { folded: [0; LONGEST], length: 0, foreign: false };
        for scalar in written.chars() {
            if let Folded::Letter(letter) = fold(scalar) {
                match u8::try_from(letter) {
                    Ok(letter) if letter.is_ascii_lowercase() => {
                        if let Some(slot) = letters.folded.get_mut(letters.length) {
                            *slot = letter;
                            letters.length += 1;
                        }
                    }
                    _ => letters.foreign = true,
                }
            }
        }
        letters
    }

    fn as_bytes(&self) -> &[u8] {
        self.folded.get(..self.length).unwrap_or_default()
    }

    fn going_on(&self) -> bool {
        let word = self.as_bytes();
        let endings = [b"ing".as_slice(), b"ando", b"iendo", b"yendo", b"andose", b"endose"];
        word.len() > 4 && endings.iter().any(|ending| word.ends_with(ending))
    }
}

/// The name under which the lexicon holds a telling sign.
fn sign(scalar: u32) -> Option<&'static str> {
    Some(match char::from_u32(scalar)? {
        '🔥' => "emojifire",
        '🆘' => "sos",
        '🔫' => "emojigun",
        '🔪' | '🗡' => "emojiknife",
        '🩸' => "emojiblood",
        '🏠' | '🏡' | '🏘' | '🏚' => "emojihouse",
        '🚑' | '🚒' | '🚨' | '🚓' => "emojisiren",
        '💨' => "emojismoke",
        '🌊' | '💧' | '💦' => "emojiwater",
        '🎶' | '🔊' | '🎉' | '📢' => "emojiparty",
        '😂' | '🤣' | '😆' | '😅' | '😜' | '😝' => "emojilaugh",
        _ => return None,
    })
}

/// FNV-1a.
pub(super) fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
