//! A message as a row of words with their entries in the lexicon, in a buffer of fixed size on the stack.

use super::meaning::Meaning;
use super::model::Model;
use super::stem::stem;
use crate::scan::{Folded, Kind, Message, Token, fold};

/// One word, number or telling sign of the message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    /// Hash of the word's stem.
    pub(super) hash: u32,
    /// What stands between the word before and this one.
    pub(super) join: Join,
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
/// So few words show nothing by how they stand together.
const SCRAP: usize = 3;

const BLANK: Word = Word { start: 0, end: 0, meaning: Meaning::Other, hash: 0, join: Join::Stop };

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
    pub(super) fn read(model: &Model<'_>, message: &Message<'_>, from: usize) -> (Self, Option<usize>) {
        let mut words =
            Self { row: [BLANK; ROOM], length: 0, exclaimed: false, asked: false, foreign: false };
        let tokens = message.tokens().get(from..).unwrap_or_default();
        let mut join = Join::Stop;
        for (at, token) in tokens.iter().enumerate() {
            let glued = tokens.get(at + 1).is_some_and(Token::is_glued);
            match words.word(model, message, token, join) {
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

    /// Whether no word says what it is about: a greeting, a name, a number, a word nobody taught it. There is nothing to weigh.
    pub(super) fn says_nothing(&self) -> bool {
        self.as_slice().iter().all(|word| word.meaning.is_idle())
    }

    /// Whether it is a scrap of a sentence without any word that is evidence of something. Despair can be told in one, danger
    /// cannot.
    pub(super) fn is_scrap(&self) -> bool {
        let row = self.as_slice();
        row.len() <= SCRAP && row.iter().all(|word| word.meaning.class().is_none())
    }

    pub(super) fn as_slice(&self) -> &[Word] {
        self.row.get(..self.length).unwrap_or_default()
    }

    fn word(&mut self, model: &Model<'_>, message: &Message<'_>, token: &Token, join: Join) -> Option<Word> {
        let start = usize::try_from(token.start).unwrap_or(usize::MAX);
        let end = usize::try_from(token.end).unwrap_or(usize::MAX);
        let place = Word { start, end, join, ..BLANK };
        match token.kind {
            Kind::Word => {
                let letters = Letters::of(message.written(token));
                self.foreign |= letters.foreign;
                let folded = letters.as_bytes();
                if folded.is_empty() {
                    return None;
                }
                let (hash, meaning) = known(model, folded);
                Some(Word { meaning, hash, ..place })
            }
            Kind::Number => Some(match message.written(token) {
                "911" => Word { meaning: Meaning::Nine, hash: fnv(b"911"), ..place },
                "988" => Word { meaning: Meaning::Suicide, hash: fnv(b"988"), ..place },
                _ => Word { meaning: Meaning::Number, hash: fnv(b"0"), ..place },
            }),
            Kind::Ideograph => {
                self.foreign = true;
                None
            }
            Kind::Symbol => {
                let name = sign(token.hash)?.as_bytes();
                let (hash, meaning) = known(model, name);
                Some(Word { meaning, hash, ..place })
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

/// Longest word that is looked at; the rest of a longer one counts for nothing.
const LONGEST: usize = 24;
/// Least number of letters of a word that is taken for a misspelling.
pub(super) const MISSPELT: usize = 5;

/// The hash of a folded word's stem, and its meaning: by the stem, or else by the outline that it shares with a telling word.
fn known(model: &Model<'_>, folded: &[u8]) -> (u32, Meaning) {
    let hash = fnv(stem(folded));
    let meaning = model.meaning(hash).or_else(|| {
        let outline = (folded.len() >= MISSPELT).then(|| outline(folded))?;
        model.meaning(outline)
    });
    (hash, meaning.and_then(|meaning| Meaning::ALL.get(usize::from(meaning))).copied().unwrap_or_default())
}

/// The key of a folded word: the hash of its stem.
pub(super) fn key(folded: &[u8]) -> u32 {
    fnv(stem(folded))
}

/// Hash of the outline of a word: its first letter and its consonants, each run of one letter once, letters that are mistaken
/// for each other the same. A word written with its vowels wrong or swapped has the outline of the right one.
pub(super) fn outline(folded: &[u8]) -> u32 {
    let mut hash = 0x0BAD_5EED_u32;
    let mut last = 0;
    for (at, letter) in folded.iter().enumerate() {
        let letter = match letter {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' if at > 0 => continue,
            b'z' | b'c' => b's',
            b'v' => b'b',
            b'q' => b'k',
            other => *other,
        };
        if letter != last {
            hash = (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193);
        }
        last = letter;
    }
    hash
}

/// Whether a word that may say "it is over" is also said for nothing: "ok thanks", "I am home".
pub(super) fn is_weak(hash: u32) -> bool {
    [&b"ok"[..], b"okay", b"home", b"better", b"clear", b"bien", b"fix", b"paso"]
        .iter()
        .any(|word| key(word) == hash)
}

/// FNV-1a.
pub(super) fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
