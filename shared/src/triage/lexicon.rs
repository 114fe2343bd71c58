//! The lexicon's static tables, and how a written word finds its entry: as it stands, as a stem, without a plural or
//! possessive `s`, with letters drawn out ("heeelp") taken back, and at last as a typing error of a telling word.

use super::stem::stem;
use super::{Class, Tier};

/// What a frame says when it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A hazard, and how much it takes by itself: 3 and more need no further sign that it is real and now.
    Hit(Tier, Class, u8),
    /// Context for the hazards around it.
    Mark(Mark),
}

/// Context that a frame recognises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The words take no part in any hazard: figures of speech, compounds such as "fire station", street names.
    Void,
    /// It is real and happening: "right now", "please hurry", "in front of my house".
    Now,
    /// It was earlier today or last night: a crime over, but not long ago.
    Recent,
    /// It is long past.
    Remote,
    /// It is to come: drills, plans, dates.
    Future,
    /// It is supposed: "what if", "in case of".
    Hypo,
    /// The writer asks for a service or for knowledge.
    Info,
    /// It is over: put out, fixed, found.
    Resolved,
    /// The resident's own plumbing or property, which the city does not repair.
    Private,
    /// The words after it are denied.
    Neg,
    /// Another clause begins, whose context is its own: "but", "and now".
    Turn,
}

impl Mark {
    /// How many there are.
    pub(super) const COUNT: u32 = Self::Turn as u32 + 1;
}

pub(super) struct Element {
    at: u16,
    count: u8,
    pub(super) gap: u8,
    pub(super) flags: u8,
}

pub(super) struct Frame {
    first: u16,
    count: u8,
    outcome: u8,
}

/// Element flags, as the build script writes them.
pub(super) const OPTIONAL: u8 = 1;
pub(super) const ABSENT: u8 = 2;
pub(super) const NOT_BEFORE: u8 = 4;
pub(super) const OPENS: u8 = 8;
pub(super) const CLOSES: u8 = 16;

/// Matches any number.
const NUMBER_KEY: u16 = 0xFFFF;
/// No entry.
const NONE: u16 = 0xFFFF;

/// The entry stands for every word that starts with it.
const STARTS: u8 = 1;
/// A typing error of this word is taken for it.
const FUZZY: u8 = 2;

include!(concat!(env!("OUT_DIR"), "/triage_tables.rs"));

/// What the lexicon knows of one written word: up to two entries, one for the word and one for its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    word: u16,
    start: u16,
    number: bool,
}

impl Entry {
    pub(super) const UNKNOWN: Self = Self { word: NONE, start: NONE, number: false };
    pub(super) const NUMBER: Self = Self { number: true, ..Self::UNKNOWN };

    pub(super) fn known(self) -> bool {
        self.word != NONE || self.start != NONE
    }

    /// The classes of meaning this word belongs to.
    pub(super) fn classes(self) -> impl Iterator<Item = u16> {
        sets(self.word).iter().chain(sets(self.start)).copied().filter(|key| *key < NAMED)
    }

    fn is(self, key: u16) -> bool {
        if key == NUMBER_KEY {
            self.number
        } else {
            [self.word, self.start].into_iter().any(|word| sets(word).binary_search(&key).is_ok())
        }
    }

    /// Frames whose first word this word can be.
    pub(super) fn opens(self) -> impl Iterator<Item = &'static Frame> {
        let number: &[u16] = if self.number { &[NUMBER_KEY] } else { &[] };
        sets(self.word)
            .iter()
            .chain(sets(self.start))
            .chain(number)
            .flat_map(|key| {
                let from = INDEX.partition_point(|(known, _)| known < key);
                INDEX.get(from..).unwrap_or_default().iter().take_while(move |(known, _)| known == key)
            })
            .filter_map(|(_, frame)| FRAMES.get(usize::from(*frame)))
    }
}

fn sets(word: u16) -> &'static [u16] {
    if word == NONE { &[] } else { SETS.get(span(&SET_STARTS, word)).unwrap_or_default() }
}

impl Frame {
    pub(super) fn elements(&self) -> &'static [Element] {
        let first = usize::from(self.first);
        ELEMENTS.get(first..first + usize::from(self.count)).unwrap_or_default()
    }

    pub(super) fn outcome(&self) -> Option<Outcome> {
        OUTCOMES.get(usize::from(self.outcome)).copied()
    }
}

impl Element {
    pub(super) fn matches(&self, entry: Entry) -> bool {
        let at = usize::from(self.at);
        KEYS.get(at..at + usize::from(self.count)).unwrap_or_default().iter().any(|key| entry.is(*key))
    }
}

/// The entry of a folded word: lower-case ASCII letters, without apostrophes.
pub(super) fn lookup(word: &[u8]) -> Entry {
    let entry = find(word);
    if entry.known() {
        return entry;
    }
    for keep in [1, 2] {
        let mut short = [0; LONGEST];
        if let Some(short) = drawn_in(word, keep, &mut short) {
            let entry = find(short);
            if entry.known() {
                return entry;
            }
        }
    }
    mistyped(stem(word))
}

/// Words longer than this are cut: no entry is longer.
pub(super) const LONGEST: usize = 24;

fn find(written: &[u8]) -> Entry {
    let word = stem(written);
    let mut entry = Entry::UNKNOWN;
    for key in range(&BUCKETS, bucket(word), bucket(word) + 1) {
        let text = text(key);
        if flags(key) & STARTS != 0 {
            if written.starts_with(text) {
                entry.start = key;
            }
        } else if text == word {
            entry.word = key;
        }
    }
    entry
}

/// The word with every run of three or more equal letters cut to `keep`, if it has one.
fn drawn_in<'a>(word: &[u8], keep: usize, into: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    let mut length = 0;
    let mut drawn = false;
    for run in word.chunk_by(|one, next| one == next) {
        let kept = if run.len() > 2 { keep } else { run.len() };
        drawn |= run.len() > 2;
        for letter in run.iter().take(kept) {
            *into.get_mut(length)? = *letter;
            length += 1;
        }
    }
    into.get(..length).filter(|_| drawn)
}

/// The entry of a telling word that this word misses by one typing error, or by two from nine letters on.
fn mistyped(word: &[u8]) -> Entry {
    if word.len() < 5 || word.len() > 20 || spared(word) {
        return Entry::UNKNOWN;
    }
    let allowed = if word.len() > 8 { 2 } else { 1 };
    let mut best = (allowed + 1, NONE);
    let first = word.first().copied().unwrap_or(0);
    let spelled = (b'a'..=b'z')
        .filter(|letter| alike(first, *letter) || (*letter == b'h' && b"aeiou".contains(&first)));
    for key in spelled.flat_map(|letter| {
        let bucket = (usize::from(letter - b'a') + 1) * 27;
        range(&BUCKETS, bucket, bucket + 27)
    }) {
        if flags(key) & FUZZY == 0 {
            continue;
        }
        let start = flags(key) & STARTS != 0;
        let text = text(key);
        if text.len() > word.len() + allowed || !start && text.len() + allowed < word.len() {
            continue;
        }
        let limit = if text.len() > 8 { allowed } else { 1 };
        let distance = distance(text, word, start);
        if distance <= limit && distance < best.0 {
            best = (distance, key);
        }
    }
    match best.1 {
        key if key != NONE && flags(key) & STARTS != 0 => Entry { start: key, ..Entry::UNKNOWN },
        key => Entry { word: key, ..Entry::UNKNOWN },
    }
}

/// Edits between the two, a swap of neighbours counting as one (Damerau). A stem is held against the word's start.
fn distance(entry: &[u8], word: &[u8], start: bool) -> usize {
    let mut rows = [[0usize; LONGEST + 1]; 3];
    let [before, last, row] = &mut rows;
    for (place, slot) in last.iter_mut().enumerate() {
        *slot = place;
    }
    let mut previous = 0;
    for (at, letter) in entry.iter().enumerate() {
        let mut left = at + 1;
        let mut prior = 0;
        if let Some(slot) = row.first_mut() {
            *slot = left;
        }
        for (place, other) in word.iter().enumerate() {
            let get = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(LONGEST);
            let mut cost = (get(last, place) + usize::from(!alike(*letter, *other)))
                .min(get(last, place + 1) + 1)
                .min(left + 1);
            if at > 0 && place > 0 && *letter == prior && previous == *other {
                cost = cost.min(get(before, place - 1) + 1);
            }
            if let Some(slot) = row.get_mut(place + 1) {
                *slot = cost;
            }
            left = cost;
            prior = *other;
        }
        previous = *letter;
        core::mem::swap(before, last);
        core::mem::swap(last, row);
    }
    let ends = last.get(..=word.len()).unwrap_or_default();
    let end = if start { ends.iter().min() } else { ends.last() };
    end.copied().unwrap_or(LONGEST)
}

/// Letters that stand for one sound in hasty English or Spanish.
fn alike(one: u8, other: u8) -> bool {
    const SOUNDS: [&[u8]; 6] = [b"ckq", b"csz", b"bv", b"iy", b"gj", b"sx"];
    one == other || SOUNDS.iter().any(|sound| sound.contains(&one) && sound.contains(&other))
}

/// True for words that look like a typing error of a telling word and are words of their own.
fn spared(word: &[u8]) -> bool {
    let hash =
        word.iter().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (0..3u32).all(|probe| {
        let bit = (hash.rotate_left(probe * 11).wrapping_mul(0x9E37_79B1) >> 7) as usize % (SPARED.len() * 8);
        SPARED.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    })
}

fn bucket(word: &[u8]) -> usize {
    let place = |at: usize| word.get(at).map_or(0, |letter| usize::from(letter.saturating_sub(b'a')) + 1);
    place(0) * 27 + place(1)
}

fn range(starts: &[u16], from: usize, to: usize) -> core::ops::Range<u16> {
    let at = |place: usize| starts.get(place).copied().unwrap_or(0);
    at(from)..at(to)
}

fn span(starts: &[u16], word: u16) -> core::ops::Range<usize> {
    let at = |place: usize| starts.get(place).copied().map_or(0, usize::from);
    at(usize::from(word))..at(usize::from(word) + 1)
}

fn text(key: u16) -> &'static [u8] {
    WORDS.as_bytes().get(span(&WORD_STARTS, key)).unwrap_or_default()
}

fn flags(key: u16) -> u8 {
    WORD_FLAGS.get(usize::from(key)).copied().unwrap_or(0)
}
