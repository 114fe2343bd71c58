//! Reads the lexicon's notation and writes its tables as Rust source. The notation is described in
//! `src/triage/lexicon/README.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A line of the lexicon that cannot be read.
#[derive(Debug)]
pub struct Fault(String);

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

use crate::stem::stem;

/// Matches any number, such as `12`.
const NUMBER_KEY: u16 = 0xFFFF;

const OPTIONAL: u8 = 1;
const ABSENT: u8 = 2;
const NOT_BEFORE: u8 = 4;
const OPENS: u8 = 8;
const CLOSES: u8 = 16;

#[derive(Clone, Default)]
struct Element {
    gap: u8,
    flags: u8,
    alternatives: Vec<String>,
}

struct Frame {
    outcome: usize,
    elements: Vec<Element>,
    place: String,
}

/// Everything the lexicon's files say, before it becomes tables.
#[derive(Default)]
pub struct Source {
    classes: BTreeMap<String, (bool, Vec<String>)>,
    outcomes: Vec<String>,
    frames: Vec<Frame>,
    spared: BTreeSet<String>,
}

impl Source {
    /// Reads one file.
    pub fn read(&mut self, name: &str, text: &str) -> Result<(), Fault> {
        let mut class: Option<String> = None;
        let mut outcome: Option<usize> = None;
        let mut spared = false;
        for (number, line) in text.lines().enumerate() {
            let place = format!("{name}:{}", number + 1);
            let body = line.split('#').next().unwrap_or_default().trim_end();
            if body.trim().is_empty() {
                continue;
            }
            if !body.is_ascii() {
                return Err(Fault(format!("{place}: write words folded, without accents: {body}")));
            }
            if body.trim() == "spared:" {
                (class, outcome, spared) = (None, None, true);
            } else if let Some(head) = body.strip_prefix("= ") {
                (class, spared) = (None, false);
                outcome = Some(self.outcome(&outcome_source(head).ok_or_else(|| {
                    Fault(format!("{place}: an outcome is `= kind`, or `= tier class weight`, not `{body}`"))
                })?));
            } else if let Some((head, words)) =
                body.strip_prefix("class ").and_then(|rest| rest.split_once(':'))
            {
                (outcome, spared) = (None, false);
                let name = head.trim_end_matches('~').to_owned();
                let entry = self.classes.entry(name.clone()).or_default();
                entry.0 |= head.ends_with('~');
                entry.1.extend(words.split_whitespace().map(str::to_owned));
                class = Some(name);
            } else if let (Some(name), true) = (&class, body.starts_with(' ')) {
                let entry = self.classes.entry(name.clone()).or_default();
                entry.1.extend(body.split_whitespace().map(str::to_owned));
            } else if let Some(outcome) = outcome {
                let elements = elements(body).map_err(|why| Fault(format!("{place}: {why}")))?;
                self.frames.push(Frame { outcome, elements, place });
            } else if spared {
                self.spared.extend(body.split_whitespace().map(str::to_owned));
            } else {
                return Err(Fault(format!("{place}: a frame needs an outcome above it: {body}")));
            }
        }
        Ok(())
    }

    fn outcome(&mut self, source: &str) -> usize {
        self.outcomes.iter().position(|known| known == source).unwrap_or_else(|| {
            self.outcomes.push(source.to_owned());
            self.outcomes.len() - 1
        })
    }

    fn members(
        &self,
        class: &str,
        seen: &mut BTreeSet<String>,
        into: &mut BTreeSet<String>,
    ) -> Result<(), Fault> {
        let (_, words) =
            self.classes.get(class).ok_or_else(|| Fault(format!("no class is called `@{class}`")))?;
        if seen.insert(class.to_owned()) {
            for word in words {
                match word.strip_prefix('@') {
                    Some(inner) => self.members(inner, seen, into)?,
                    None => {
                        into.insert(word.clone());
                    }
                }
            }
        }
        Ok(())
    }

    /// The tables, as Rust source.
    pub fn compile(&self) -> Result<String, Fault> {
        let mut sets = Sets::default();
        for class in self.classes.keys() {
            let mut members = BTreeSet::new();
            self.members(class, &mut BTreeSet::new(), &mut members)?;
            let key = sets.add(members.iter().map(|word| stemmed(word)).collect());
            sets.named.insert(class, key);
        }
        let mut frames = Vec::new();
        for frame in &self.frames {
            let mut elements = Vec::new();
            for element in &frame.elements {
                let mut keys = BTreeSet::new();
                let mut own = BTreeSet::new();
                for alternative in &element.alternatives {
                    match alternative.strip_prefix('@') {
                        Some(class) => {
                            keys.insert(*sets.named.get(class).ok_or_else(|| {
                                Fault(format!("{}: no class is called `@{class}`", frame.place))
                            })?);
                        }
                        None if alternative == "0" => {
                            keys.insert(NUMBER_KEY);
                        }
                        None => {
                            own.insert(stemmed(alternative));
                        }
                    }
                }
                if !own.is_empty() {
                    keys.insert(sets.add(own));
                }
                elements.push((element, keys.into_iter().collect::<Vec<u16>>()));
            }
            let first = elements
                .iter()
                .find(|(element, _)| element.flags & (ABSENT | NOT_BEFORE | OPENS | CLOSES) == 0)
                .filter(|(element, _)| element.flags & OPTIONAL == 0)
                .ok_or_else(|| {
                    Fault(format!("{}: a frame must open with a word that must be there", frame.place))
                })?;
            frames.push((first.1.clone(), frame.outcome, elements));
        }
        frames.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.cmp(&other.1)));
        let mut fuzzy = BTreeSet::new();
        for (class, _) in self.classes.iter().filter(|(_, (fuzzy, _))| *fuzzy) {
            let mut members = BTreeSet::new();
            self.members(class, &mut BTreeSet::new(), &mut members)?;
            fuzzy.extend(members.iter().filter(|word| word.len() > 4).map(|word| stemmed(word)));
        }
        let mut out = String::new();
        let _ = writeln!(
            out,
            "pub(super) const NAMED: u16 = {};",
            sets.named.values().max().map_or(0, |key| key + 1)
        );
        let known = words(&mut out, &sets, &fuzzy)?;
        self.frame_tables(&mut out, &frames);
        spared(&mut out, &self.spared, &known);
        Ok(out)
    }

    fn frame_tables(&self, out: &mut String, frames: &[Row<'_>]) {
        let mut elements: Vec<(usize, usize, u8, u8)> = Vec::new();
        let mut keys: Vec<u16> = Vec::new();
        let mut rows: Vec<(usize, usize, usize)> = Vec::new();
        let mut index: BTreeSet<(u16, usize)> = BTreeSet::new();
        for (number, (first, outcome, list)) in frames.iter().enumerate() {
            rows.push((elements.len(), list.len(), *outcome));
            index.extend(first.iter().map(|key| (*key, number)));
            for (element, list) in list {
                elements.push((keys.len(), list.len(), element.gap, element.flags));
                keys.extend(list);
            }
        }
        let _ = writeln!(out, "pub(super) static KEYS: [u16; {}] = {keys:?};", keys.len());
        let _ = writeln!(out, "pub(super) static ELEMENTS: [Element; {}] = [", elements.len());
        for (at, count, gap, flags) in &elements {
            let _ = writeln!(out, "    Element {{ at: {at}, count: {count}, gap: {gap}, flags: {flags} }},");
        }
        let _ = writeln!(out, "];\npub(super) static FRAMES: [Frame; {}] = [", rows.len());
        for (first, count, outcome) in &rows {
            let _ = writeln!(out, "    Frame {{ first: {first}, count: {count}, outcome: {outcome} }},");
        }
        let _ = writeln!(out, "];\npub(super) static OUTCOMES: [Outcome; {}] = [", self.outcomes.len());
        for outcome in &self.outcomes {
            let _ = writeln!(out, "    {outcome},");
        }
        let _ = writeln!(out, "];\npub(super) static INDEX: [(u16, u16); {}] = [", index.len());
        for (key, frame) in &index {
            let _ = writeln!(out, "    ({key}, {frame}),");
        }
        out.push_str("];\n");
    }
}

/// A frame with keys in place of words: those it opens with, its outcome, its elements.
type Row<'a> = (Vec<u16>, usize, Vec<(&'a Element, Vec<u16>)>);

/// Sets of words, each with a key; equal sets share one.
#[derive(Default)]
struct Sets<'a> {
    named: BTreeMap<&'a str, u16>,
    keys: BTreeMap<BTreeSet<String>, u16>,
}

impl Sets<'_> {
    fn add(&mut self, words: BTreeSet<String>) -> u16 {
        let next = u16::try_from(self.keys.len()).unwrap_or(NUMBER_KEY);
        *self.keys.entry(words).or_insert(next)
    }
}

/// A word of the lexicon as its entry: without its ending, unless `*` says that it is one already.
fn stemmed(word: &str) -> String {
    if word.ends_with('*') {
        word.to_owned()
    } else {
        String::from_utf8_lossy(stem(word.as_bytes())).into_owned()
    }
}

/// `life medical 4` becomes `Outcome::Hit(Tier::Life911, Class::Medical, 4)`; a lone word becomes a mark.
fn outcome_source(head: &str) -> Option<String> {
    let words: Vec<&str> = head.split_whitespace().collect();
    match words.as_slice() {
        [mark] => Some(format!("Outcome::Mark(Mark::{})", capitalised(mark))),
        [tier, class, weight] => {
            let tier = match *tier {
                "life" => "Life911",
                "crisis" => "Crisis988",
                "city" => "CityEmergency",
                "police" => "NonEmergency",
                _ => return None,
            };
            let weight: u8 = weight.parse().ok()?;
            Some(format!("Outcome::Hit(Tier::{tier}, Class::{}, {weight})", capitalised(class)))
        }
        _ => None,
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

fn elements(line: &str) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    let mut gap = 0;
    for piece in line.split_whitespace() {
        if let Some(width) = piece.strip_prefix("..") {
            gap = if width.is_empty() {
                3
            } else {
                width.parse().map_err(|_| format!("`{piece}` is no gap"))?
            };
            continue;
        }
        let mut element = Element { gap, ..Element::default() };
        gap = 0;
        let mut body = piece;
        if piece == "^" || piece == "$" {
            element.flags = if piece == "^" { OPENS } else { CLOSES };
            elements.push(element);
            continue;
        }
        if let Some(rest) = body.strip_prefix("<!") {
            (body, element.flags) = (rest, NOT_BEFORE);
        } else if let Some(rest) = body.strip_prefix('!') {
            (body, element.flags) = (rest, ABSENT);
        } else if let Some(rest) = body.strip_suffix('?') {
            (body, element.flags) = (rest, OPTIONAL);
        }
        element.alternatives = body.split('|').map(str::to_owned).collect();
        if element.alternatives.iter().any(String::is_empty) {
            return Err(format!("`{piece}` has an empty alternative"));
        }
        elements.push(element);
    }
    Ok(elements)
}

/// Words sorted, each with the sets it belongs to; `*` at the end marks the start of words.
fn words(out: &mut String, sets: &Sets<'_>, fuzzy: &BTreeSet<String>) -> Result<BTreeSet<String>, Fault> {
    let mut entries: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (words, key) in &sets.keys {
        for word in words {
            entries.entry(word).or_default().insert(*key);
        }
    }
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut flags = Vec::new();
    let mut set_starts = Vec::new();
    let mut members: Vec<u16> = Vec::new();
    let mut letters = vec![0usize; 27 * 27 + 1];
    for (word, list) in &entries {
        let body = word.trim_end_matches('*');
        if body.is_empty()
            || !body.bytes().all(|b| b.is_ascii_lowercase())
            || (body.len() < 2 && word.ends_with('*'))
        {
            return Err(Fault(format!("`{word}` is no folded word")));
        }
        starts.push(text.len());
        text.push_str(body);
        flags.push(u8::from(word.ends_with('*')) | u8::from(fuzzy.contains(*word) && body.len() > 4) << 1);
        set_starts.push(members.len());
        members.extend(list);
        for slot in letters.iter_mut().skip(bucket(body.as_bytes()) + 1) {
            *slot += 1;
        }
    }
    starts.push(text.len());
    set_starts.push(members.len());
    if text.len().max(members.len()) > usize::from(u16::MAX) {
        return Err(Fault("the words no longer fit 16-bit places".to_owned()));
    }
    let _ = writeln!(out, "pub(super) static WORDS: &str = {text:?};");
    let _ = writeln!(out, "pub(super) static WORD_STARTS: [u16; {}] = {starts:?};", starts.len());
    let _ = writeln!(out, "pub(super) static WORD_FLAGS: [u8; {}] = {flags:?};", flags.len());
    let _ = writeln!(out, "pub(super) static SET_STARTS: [u16; {}] = {set_starts:?};", set_starts.len());
    let _ = writeln!(out, "pub(super) static SETS: [u16; {}] = {members:?};", members.len());
    let _ = writeln!(out, "pub(super) static BUCKETS: [u16; {}] = {letters:?};", letters.len());
    Ok(entries.keys().map(|word| (*word).to_owned()).collect())
}

/// The bucket of a word by its first two letters, in the order of the sorted words. Mirrored in `triage::lexicon`.
fn bucket(word: &[u8]) -> usize {
    let place = |at: usize| word.get(at).map_or(0, |letter| usize::from(letter - b'a') + 1);
    place(0) * 27 + place(1)
}

/// A Bloom filter over words that a typo correction must not touch, since they are words of their own.
fn spared(out: &mut String, spared: &BTreeSet<String>, known: &BTreeSet<String>) {
    let wanted: BTreeSet<String> =
        spared.iter().map(|word| stemmed(word)).filter(|word| !known.contains(word)).collect();
    let bits = (wanted.len() * 8).next_power_of_two().max(64);
    let mut table = vec![0u8; bits / 8];
    for word in wanted {
        let hash = hash(word.as_bytes());
        for probe in 0..3u32 {
            let bit = (hash.rotate_left(probe * 11).wrapping_mul(0x9E37_79B1) >> 7) as usize % bits;
            if let Some(byte) = table.get_mut(bit / 8) {
                *byte |= 1 << (bit % 8);
            }
        }
    }
    let _ = writeln!(out, "pub(super) static SPARED: [u8; {}] = {table:?};", table.len());
}

/// FNV-1a. Mirrored in `triage::lexicon`.
fn hash(word: &[u8]) -> u32 {
    word.iter().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
