//! Finds the lexicon's frames in a row of words.

use super::lexicon::{ABSENT, CLOSES, Element, Frame, NOT_BEFORE, OPENS, OPTIONAL};
use super::words::{Join, Word};

/// Where a frame stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// First word.
    pub(super) first: usize,
    /// Word after the last.
    pub(super) end: usize,
    /// Which words from `first` on are named by the frame; the others stand in its gaps.
    pub(super) named: u64,
}

/// The place of `frame` when its first word is `words[first]`.
pub(super) fn place(frame: &'static Frame, words: &[Word], first: usize) -> Option<Place> {
    let mut place = Place { first, end: first, named: 0 };
    walk(frame.elements(), words, &mut place).then_some(place)
}

fn walk(elements: &[Element], words: &[Word], place: &mut Place) -> bool {
    let Some((element, rest)) = elements.split_first() else {
        return true;
    };
    let at = place.end;
    if element.flags & (OPENS | CLOSES | NOT_BEFORE) != 0 {
        return stands(element, words, at) && walk(rest, words, place);
    }
    let saved = *place;
    for skip in 0..=usize::from(element.gap) {
        let here = at + skip;
        let next = words.get(here).filter(|word| here == place.first || word.join != Join::Stop);
        if element.flags & ABSENT != 0 {
            if next.is_none_or(|word| !element.matches(word.entry)) {
                return walk(rest, words, place);
            }
            return false;
        }
        let Some(word) = next else { break };
        if element.matches(word.entry) {
            place.end = here + 1;
            place.named |= 1u64.checked_shl(u32::try_from(here - place.first).unwrap_or(64)).unwrap_or(0);
            if walk(rest, words, place) {
                return true;
            }
            *place = saved;
        }
    }
    element.flags & OPTIONAL != 0 && walk(rest, words, place)
}

/// Conditions that take no word.
fn stands(element: &Element, words: &[Word], at: usize) -> bool {
    let opens = |word: Option<&Word>| word.is_none_or(|word| word.join >= Join::Message);
    match element.flags {
        OPENS | CLOSES => opens(words.get(at)),
        _ => {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            opens(words.get(at)) || before.is_none_or(|word| !element.matches(word.entry))
        }
    }
}
