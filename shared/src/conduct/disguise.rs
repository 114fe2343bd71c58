//! Profane words that are hidden and still read: stars, digits and marks for letters, letters of other scripts, drawn-out
//! letters, letters with spaces or points between.
//!
//! What is read here is read exactly, against the words themselves, and only where at least as much of the word is written as is
//! hidden: form A-55 and highway SH17 are none.

use super::profanity::PROFANE;
use crate::scan::{Folded, Kind, Message, Token, fold};

/// Glyphs of a chunk that are looked at.
const LONGEST: usize = 40;

/// Words that are read where their end is hidden, even all but the first letter.
const FAMOUS: [&str; 2] = ["fuck", "shit"];

/// Not read in disguise, for what is meant is mostly another word.
const PLAIN_ONLY: [&str; 4] = ["cono", "conos", "pinche", "pinches"];

/// One sign of a word as it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glyph {
    /// A letter.
    Letter(u8),
    /// A letter of another script that looks like this one.
    Twin(u8),
    /// A digit that is read as one of these letters.
    Digit(&'static [u8]),
    /// A mark that is read as one of these letters.
    Mark(&'static [u8]),
    /// A star in the place of any letter.
    Star,
    /// A dash in the place of any letter.
    Dash,
}

impl Glyph {
    fn of(scalar: char) -> Option<Self> {
        Some(match fold(scalar) {
            Folded::Letter(letter) => match u8::try_from(letter) {
                Ok(letter) => Self::Letter(letter),
                Err(_) => Self::Twin(twin(char::from_u32(letter)?)?),
            },
            Folded::Digit(digit) => Self::Digit(match digit {
                0 => b"o",
                1 => b"il",
                3 => b"e",
                4 => b"a",
                5 => b"s",
                7 => b"t",
                8 => b"b",
                _ => return None,
            }),
            Folded::Punct(b'@') => Self::Mark(b"auo"),
            Folded::Punct(b'$') => Self::Mark(b"s"),
            Folded::Punct(b'!' | b'|') => Self::Mark(b"il"),
            Folded::Punct(b'+') => Self::Mark(b"t"),
            Folded::Punct(b'*' | b'#') => Self::Star,
            Folded::Punct(b'-' | b'_') => Self::Dash,
            Folded::Punct(_)
            | Folded::Space
            | Folded::Newline
            | Folded::Turn
            | Folded::Skip
            | Folded::Ideograph(_)
            | Folded::Symbol(_) => return None,
        })
    }

    fn reads(self, letter: u8) -> bool {
        match self {
            Self::Letter(own) | Self::Twin(own) => own == letter,
            Self::Digit(letters) | Self::Mark(letters) => letters.contains(&letter),
            Self::Star | Self::Dash => true,
        }
    }

    const fn is_written(self) -> bool {
        matches!(self, Self::Letter(_) | Self::Twin(_) | Self::Mark(_))
    }
}

/// The Latin letter that a Cyrillic or Greek one looks like.
const fn twin(letter: char) -> Option<u8> {
    Some(match letter {
        'а' | 'α' => b'a',
        'в' | 'β' => b'b',
        'с' | 'ϲ' => b'c',
        'ԁ' => b'd',
        'е' | 'є' | 'ε' => b'e',
        'ɡ' => b'g',
        'һ' | 'н' => b'h',
        'і' | 'ι' => b'i',
        'ј' => b'j',
        'к' | 'κ' => b'k',
        'ӏ' => b'l',
        'м' => b'm',
        'п' | 'η' => b'n',
        'о' | 'ο' => b'o',
        'р' | 'ρ' => b'p',
        'г' => b'r',
        'ѕ' => b's',
        'т' | 'τ' => b't',
        'υ' | 'ц' => b'u',
        'ν' => b'v',
        'у' | 'γ' => b'y',
        _ => return None,
    })
}

/// Where a profane word ends that begins at token `at` and is written in disguise.
pub(super) fn disguised(message: Message<'_>, at: usize) -> Option<usize> {
    let tokens = message.tokens();
    let first = tokens.get(at)?;
    let follows_letters = first.is_glued() && at > 0 && tokens.get(at - 1).is_some_and(is_letters);
    let may_start = is_letters(first) || [b'@', b'$', b'!'].iter().any(|mark| first.is_punct(*mark));
    if follows_letters || !may_start {
        return None;
    }
    let chunk = message.text().get(first.start as usize..)?;
    let (mut glyphs, mut ends) = (Vec::new(), Vec::new());
    for (place, scalar) in chunk.char_indices().take(2 * LONGEST) {
        match Glyph::of(scalar) {
            Some(glyph) if glyphs.len() < LONGEST => {
                glyphs.push(glyph);
                ends.push(first.start as usize + place + scalar.len_utf8());
            }
            _ if fold(scalar) == Folded::Skip => {}
            _ => break,
        }
    }
    let word_of = |word: &str| {
        if PLAIN_ONLY.contains(&word) {
            return None;
        }
        let used = reads(word, &glyphs)?;
        let end = *ends.get(used.checked_sub(1)?)?;
        let place = at + tokens.get(at..)?.iter().position(|token| token.end as usize >= end)?;
        let ends_here = tokens.get(place).is_some_and(|token| token.end as usize == end);
        let goes_on = tokens.get(place + 1).is_some_and(|next| next.is_glued() && is_letters(next));
        (ends_here && !goes_on).then_some(place + 1)
    };
    PROFANE.split(' ').find_map(word_of)
}

fn is_letters(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Number)
}

/// How many of `glyphs` are `word` in disguise.
fn reads(word: &str, glyphs: &[Glyph]) -> Option<usize> {
    let mut at = 0;
    let mut drawn_out = false;
    let letters = word.as_bytes();
    for run in letters.chunk_by(|a, b| a == b) {
        let letter = *run.first()?;
        let read = glyphs.get(at..at + run.len())?;
        if !read.iter().all(|glyph| glyph.reads(letter)) {
            return None;
        }
        at += run.len();
        let more = glyphs.iter().skip(at).take_while(|glyph| **glyph == Glyph::Letter(letter)).count();
        if more > 0 {
            // "Putto" is a cherub; "fuuck" is nothing else.
            let is_vowel = b"aeiou".contains(&letter);
            if !is_vowel && run.len() + more < 3 {
                return None;
            }
            drawn_out = true;
            at += more;
        }
    }
    let read = glyphs.get(..at)?;
    let is_disguised = drawn_out || read.iter().any(|glyph| !matches!(glyph, Glyph::Letter(_)));
    (is_disguised && is_meant(word, read)).then_some(at)
}

/// Whether enough of `word` stands there, and not a code, a footnote or a sum.
fn is_meant(word: &str, read: &[Glyph]) -> bool {
    let count = |is: fn(&Glyph) -> bool| read.iter().filter(|glyph| is(glyph)).count();
    let written = count(|glyph| glyph.is_written());
    let stars = count(|glyph| *glyph == Glyph::Star);
    let unwritten = read.len() - written;
    let is_famous = FAMOUS.contains(&word) && stars + 1 == read.len();
    let is_code = matches!(read, [.., Glyph::Digit(_), Glyph::Digit(_)]);
    // One dash hides a letter; several are hyphens.
    let pieces = read.split(|glyph| *glyph == Glyph::Dash).filter(|part| !part.is_empty()).count();
    let is_end = match read {
        // "pi**" is the end of an emphasis, "dam*" a note.
        [.., Glyph::Star] => FAMOUS.contains(&word),
        [.., Glyph::Dash] => false,
        [.., Glyph::Mark(letters)] => letters.len() == 1 || letters.contains(&b'a'),
        _ => true,
    };
    let is_long = word.len() > 3 || unwritten == 0;
    is_end && is_long && pieces <= 2 && !is_code && (written >= unwritten || is_famous)
}

/// Single letters with something between.
pub(super) struct Spelled {
    /// The token after the last of them.
    pub end: usize,
    /// Whether they make a profane word, all of them together.
    pub is_profane: bool,
}

/// The single letters from token `at` on, at least three: "m i e r d a", "f.u.c.k".
pub(super) fn spelled(message: Message<'_>, at: usize) -> Option<Spelled> {
    let tokens = message.tokens();
    let single = |place: usize| {
        let token = tokens.get(place)?;
        let mut scalars = message.written(token).chars();
        let glyph = Glyph::of(scalars.next()?)?;
        let is_one = token.count == 1 || token.kind == Kind::Punct && glyph.is_written();
        is_one.then_some(glyph)
    };
    let between = |place: usize| {
        tokens.get(place).is_some_and(|token| {
            [b'.', b'-', b'_', b'*', b',', b'/'].iter().any(|mark| token.is_punct(*mark))
        })
    };
    let (mut glyphs, mut end) = (Vec::new(), at);
    let mut place = at;
    while let Some(glyph) = single(place).filter(|_| glyphs.len() < LONGEST) {
        glyphs.push(glyph);
        end = place + 1;
        place = if between(end) { end + 1 } else { end };
    }
    let is_word = |word: &str| {
        let letters = word.as_bytes();
        letters.len() == glyphs.len()
            && letters.iter().zip(&glyphs).all(|(letter, glyph)| glyph.reads(*letter))
            && is_meant(word, &glyphs)
    };
    (glyphs.len() >= 3).then(|| Spelled { end, is_profane: PROFANE.split(' ').any(is_word) })
}
