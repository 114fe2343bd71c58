//! What the scorer sees of a row of words: words and classes of meaning alone, side by side and near each other, and the
//! mood of the sentence they stand in.

use super::floor;
use super::meaning::Meaning;
use super::words::{Join, Word, Words};

/// How far apart two classes of meaning still count as a pair.
const REACH: usize = 5;
/// Moods of one sentence that are looked at.
const MOODS: usize = 8;

/// Kinds of features; each has hashes of its own.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Kind {
    Word = 1,
    Class,
    Pair,
    Words,
    Near,
    Mood,
    Triple,
    Opening,
    Closing,
    Asked,
    Exclaimed,
    Length,
    Denied,
    Frame,
}

/// The hash of one feature.
#[inline]
fn hash(kind: Kind, one: u32, other: u32) -> u32 {
    let mixed = (one ^ (kind as u32).wrapping_mul(0x9E37_79B9))
        .wrapping_mul(0x85EB_CA6B)
        .rotate_left(13)
        .wrapping_add(other)
        .wrapping_mul(0xC2B2_AE35);
    (mixed ^ mixed >> 15) & !15 | kind as u32
}

/// A word as its neighbours see it: its class, or itself when it has none.
#[inline]
fn symbol(word: &Word) -> u32 {
    if word.meaning == Meaning::Other { word.hash } else { word.meaning as u32 }
}

/// Calls `take` with every feature of `words` and the places of the words it is made of.
#[inline]
pub(super) fn each(words: &Words, mut take: impl FnMut(u32, usize, usize)) {
    let row = words.as_slice();
    let mut from = 0;
    while from < row.len() {
        let rest = row.get(from..).unwrap_or_default();
        let length =
            rest.iter().skip(1).position(|word| word.join >= Join::Message).map_or(rest.len(), |end| end + 1);
        sentence(rest.get(..length).unwrap_or_default(), from, &mut take);
        from += length;
    }
    let last = row.len().saturating_sub(1);
    if words.asked {
        take(hash(Kind::Asked, 0, 0), last, last);
    }
    if words.exclaimed {
        take(hash(Kind::Exclaimed, 0, 0), last, last);
    }
    if let Some((tier, first, end)) = floor::tier(words) {
        take(hash(Kind::Frame, tier as u32, 0), first, end);
    }
    let length = u32::try_from(row.len()).unwrap_or(u32::MAX);
    take(hash(Kind::Length, length.checked_ilog2().unwrap_or(0), 0), 0, last);
}

#[inline]
fn sentence(row: &[Word], offset: usize, take: &mut impl FnMut(u32, usize, usize)) {
    let mut moods = [(0_usize, Meaning::Other); MOODS];
    let mut filled = 0;
    let mut denied = usize::MAX;
    let (mut before, mut last) = (1_u32, 1_u32);
    for (at, word) in row.iter().enumerate() {
        let place = offset + at;
        let this = symbol(word);
        let class = word.meaning as u32;
        take(hash(Kind::Word, word.hash, 0), place, place);
        take(hash(Kind::Pair, last, this), place.saturating_sub(1), place);
        if at > 1 {
            take(hash(Kind::Triple, before.rotate_left(7) ^ last, this), place.saturating_sub(1), place);
        }
        if at == 0 {
            take(hash(Kind::Opening, this, 0), place, place);
        }
        (before, last) = (last, this);
        if let Some(next) = row.get(at + 1)
            && (class > 0 || next.meaning != Meaning::Other)
        {
            take(hash(Kind::Words, word.hash, next.hash), place, place + 1);
        }
        if class == 0 {
            continue;
        }
        take(hash(Kind::Class, class, 0), place, place);
        for (step, other) in row.iter().skip(at + 1).take(REACH).enumerate() {
            if other.meaning != Meaning::Other {
                take(hash(Kind::Near, class, other.meaning as u32), place, place + 1 + step);
            }
        }
        if at.saturating_sub(denied) <= 4 && denied < at {
            take(hash(Kind::Denied, class, 0), denied + offset, place);
        }
        if word.meaning == Meaning::Not {
            denied = at;
        }
        if word.meaning.is_mood()
            && let Some(slot) = moods.get_mut(filled)
            && !row.iter().take(at).any(|earlier| earlier.meaning == word.meaning)
        {
            *slot = (place, word.meaning);
            filled += 1;
        }
    }
    take(
        hash(Kind::Closing, last, 0),
        offset + row.len().saturating_sub(1),
        offset + row.len().saturating_sub(1),
    );
    for (mood_place, mood) in moods.into_iter().take(filled) {
        for (at, word) in row.iter().enumerate() {
            if word.meaning != Meaning::Other && word.meaning != mood {
                take(hash(Kind::Mood, mood as u32, word.meaning as u32), mood_place, offset + at);
            }
        }
    }
}
