//! Frames that decide by themselves: wordings that mean danger or despair wherever they stand, unless the clause around them
//! takes it back. The scorer may name a more urgent tier, never a quieter one.

use super::Tier;
use super::meaning::Meaning as M;
use super::words::{Join, Word, Words};

/// A row of meanings, each among the few words after the one before.
struct Frame {
    tier: Tier,
    parts: &'static [&'static [M]],
    /// Most words between two parts.
    gap: usize,
    /// Whether a denial before it takes it back.
    deniable: bool,
}

const fn life(parts: &'static [&'static [M]], gap: usize) -> Frame {
    Frame { tier: Tier::Life911, parts, gap, deniable: true }
}

const fn crisis(parts: &'static [&'static [M]], gap: usize) -> Frame {
    Frame { tier: Tier::Crisis988, parts, gap, deniable: true }
}

const NO: &[M] = &[M::Not, M::Cannot, M::Stop];
const PERSON: &[M] = &[M::Kid, M::Kin, M::Folk, M::Stranger, M::Third];

const FRAMES: [Frame; 12] = [
    Frame { tier: Tier::Life911, parts: &[NO, &[M::Breath]], gap: 1, deniable: false },
    life(&[&[M::House, M::Vehicle], &[M::Fire]], 4),
    life(&[&[M::Smell], &[M::Gas]], 2),
    life(&[&[M::Gas], &[M::Leak]], 1),
    life(&[&[M::Leak], &[M::Gas]], 1),
    life(&[PERSON, &[M::Weapon]], 3),
    life(&[&[M::Bleed], NO], 3),
    life(&[&[M::Wire], &[M::Spark]], 3),
    crisis(&[&[M::Me, M::Third, M::Kin, M::Kid, M::Think, M::Feel], &[M::Suicide]], 2),
    crisis(&[&[M::Suicide], &[M::Think, M::Feel]], 0),
    crisis(&[&[M::Kill, M::Cutting], &[M::Myself]], 1),
    Frame {
        tier: Tier::Crisis988,
        parts: &[&[M::Not, M::Cannot], &[M::Want], &[M::Life]],
        gap: 1,
        deniable: false,
    },
];

/// What takes a frame back when it stands in the same sentence: another time, a supposition, practice, an office matter.
const fn takes_back(meaning: M) -> bool {
    matches!(
        meaning,
        M::Year
            | M::Past
            | M::Recent
            | M::Future
            | M::Day
            | M::If
            | M::Over
            | M::Drill
            | M::Joke
            | M::Permit
            | M::Lesson
            | M::Bill
            | M::Hours
            | M::Info
            | M::Station
            | M::Event
            | M::Food
            | M::Inspect
            | M::Job
            | M::Thanks
            | M::Busy
            | M::Ask
            | M::Plumbing
    )
}

/// Words before a frame in which a denial takes it back.
const DENIAL: usize = 3;

/// The most urgent tier that a frame names, and the places of its first and last word.
pub(super) fn tier(words: &Words) -> Option<(Tier, usize, usize)> {
    let row = words.as_slice();
    let mut best = cry(words).or_else(|| covert(words));
    let said = row.iter().fold(Set::default(), |said, word| said.with(word.meaning));
    for frame in &FRAMES {
        if best.is_some_and(|(tier, ..)| tier >= frame.tier)
            || !frame.parts.iter().all(|part| part.iter().any(|meaning| said.has(*meaning)))
        {
            continue;
        }
        for at in 0..row.len() {
            if let Some(end) = frame.ends(row, at)
                && frame.stands(row, at, end)
            {
                best = Some((frame.tier, at, end));
                break;
            }
        }
    }
    best
}

/// Which meanings occur.
#[derive(Clone, Copy, Default)]
struct Set([u64; 4]);

impl Set {
    fn with(mut self, meaning: M) -> Self {
        if let Some(part) = self.0.get_mut(meaning as usize / 64) {
            *part |= 1 << (meaning as u32 % 64);
        }
        self
    }

    fn has(self, meaning: M) -> bool {
        self.0.get(meaning as usize / 64).is_some_and(|part| part >> (meaning as u32 % 64) & 1 != 0)
    }
}

impl Frame {
    /// The last word of the frame when it begins at `at`.
    fn ends(&self, row: &[Word], at: usize) -> Option<usize> {
        let mut parts = self.parts.iter();
        let first = row.get(at)?;
        if !parts.next()?.contains(&first.meaning) {
            return None;
        }
        let mut end = at;
        for part in parts {
            end = (end + 1..=end + 1 + self.gap)
                .take_while(|place| row.get(*place).is_some_and(|word| word.join < Join::Message))
                .find(|place| row.get(*place).is_some_and(|word| part.contains(&word.meaning)))?;
        }
        Some(end)
    }

    fn stands(&self, row: &[Word], at: usize, end: usize) -> bool {
        let first =
            (0..=at).rev().find(|place| row.get(*place).is_some_and(|word| word.join >= Join::Message));
        let first = first.unwrap_or(0);
        let after = (end + 1..row.len())
            .find(|place| row.get(*place).is_some_and(|word| word.join >= Join::Message))
            .unwrap_or(row.len());
        let denied = self.deniable
            && row
                .get(first.max(at.saturating_sub(DENIAL))..at)
                .is_some_and(|before| before.iter().any(|word| matches!(word.meaning, M::Not | M::Cannot)));
        !denied
            && row
                .get(first..after)
                .is_some_and(|sentence| !sentence.iter().any(|word| takes_back(word.meaning)))
    }
}

/// A cry: few words, and each of them calls for rescuers.
fn cry(words: &Words) -> Option<(Tier, usize, usize)> {
    let row = words.as_slice();
    if row.len() > CRY {
        return None;
    }
    let count = |wanted: &dyn Fn(M) -> bool| row.iter().filter(|word| wanted(word.meaning)).count();
    let calls = |meaning| {
        matches!(meaning, M::Police | M::Medic | M::Fireman | M::Nine | M::Fire | M::Shots | M::Hurry)
    };
    let (rescue, loud) = (count(&|meaning| meaning == M::Rescue), count(&calls));
    let helps = count(&|meaning| meaning == M::Help);
    let rest = count(&fills);
    let alone = row.len() == 1 && count(&|meaning| matches!(meaning, M::Fire | M::Shots | M::Nine)) == 1;
    let cried = rescue + loud + helps + rest == row.len()
        && (alone || rescue > 0 || helps > 2 || loud > 1 || (loud == 1 && (helps > 0 || words.exclaimed)));
    cried.then(|| (Tier::Life911, 0, row.len().saturating_sub(1)))
}

/// A meal that is asked of a city, and in haste: who orders one here may not be free to say what they need.
fn covert(words: &Words) -> Option<(Tier, usize, usize)> {
    const ORDER: Frame = life(&[&[M::Want], &[M::Food], &[M::Please], &[M::Send, M::Hurry]], 3);
    let row = words.as_slice();
    (0..row.len()).find_map(|at| ORDER.ends(row, at).map(|end| (Tier::Life911, at, end)))
}

/// Most words of a cry.
const CRY: usize = 6;

/// Whether a word may stand in a cry without being one.
const fn fills(meaning: M) -> bool {
    matches!(meaning, M::Please | M::Send | M::Now | M::Me | M::We | M::Want | M::Just)
}

/// Whether the message asks for help and says nothing else: a request for service.
pub(super) fn asks_only(words: &Words) -> bool {
    let row = words.as_slice();
    row.len() <= 4
        && row.iter().filter(|word| word.meaning == M::Help).count() == 1
        && row.iter().all(|word| word.meaning == M::Help || fills(word.meaning))
}
