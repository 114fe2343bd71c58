//! Weighs the hazards of one row of words against their context, and names the tier.

use super::lexicon::{Mark, Outcome};
use super::matcher::{self, Place};
use super::words::{Join, ROOM, Word, Words};
use super::{Class, Tier};

/// A hazard counts as present from this weight on.
const PRESENT: i16 = 3;
/// From this weight on it needs no other opinion.
const SURE: i16 = 7;
/// How many words a denial reaches over.
const DENIAL_REACH: usize = 4;

/// A hazard that was found, with what its context left of its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) tier: Tier,
    pub(super) class: Class,
    pub(super) place: Place,
    pub(super) weight: i16,
    pub(super) denied: bool,
}

impl Hit {
    /// Enough to act on without the scorer.
    pub(super) fn sure(&self) -> bool {
        !self.denied && self.weight >= SURE
    }

    /// Enough to stand by itself in a sentence taken alone.
    pub(super) fn stands(&self) -> bool {
        !self.denied && self.weight > PRESENT
    }

    /// Not enough to act on and too much to pass over.
    pub(super) fn near(&self) -> bool {
        !self.denied && self.weight >= PRESENT
    }
}

#[derive(Clone, Copy, Debug)]
struct Marked {
    mark: Mark,
    place: Place,
}

/// A list of fixed room; what does not fit is dropped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few<T, const N: usize> {
    items: [Option<T>; N],
    length: usize,
}

impl<T: Copy, const N: usize> Few<T, N> {
    const fn new() -> Self {
        Self { items: [None; N], length: 0 }
    }

    fn push(&mut self, item: T) {
        if let Some(slot) = self.items.get_mut(self.length) {
            *slot = Some(item);
            self.length += 1;
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter().flatten()
    }
}

/// What a row of words amounts to.
pub(super) struct Findings {
    pub(super) hits: Few<Hit, 48>,
    marks: Few<Marked, 96>,
    /// The writer says that the danger is over.
    pub(super) resolved: bool,
}

impl Findings {
    /// Signs that made a hazard real, for the evidence: their places.
    pub(super) fn signs(&self) -> impl Iterator<Item = Place> {
        self.marks.iter().filter(|marked| marked.mark == Mark::Now).map(|marked| marked.place)
    }

    /// Calls `take` with a number for what was found, and its degree: which tiers with what weight, which classes, which marks.
    pub(super) fn summary(&self, mut take: impl FnMut(u32, u32)) {
        let mut marks = 0u32;
        for marked in self.marks.iter() {
            marks |= 1 << marked.mark as u32;
        }
        for mark in (0..Mark::COUNT).filter(|mark| marks >> mark & 1 == 1) {
            take(100 + mark, 0);
        }
        let mut classes = 0u64;
        let mut denied = 0u32;
        let mut best = [i16::MIN; Tier::ALL.len()];
        for hit in self.hits.iter() {
            if hit.denied {
                denied |= 1 << hit.tier as u32;
                continue;
            }
            classes |= 1 << hit.class as u64;
            if let Some(best) = best.get_mut(hit.tier as usize) {
                *best = (*best).max(hit.weight);
            }
        }
        for class in (0..64).filter(|class| classes >> class & 1 == 1) {
            take(200 + class, 0);
        }
        for (tier, best) in (0u32..).zip(best) {
            if denied >> tier & 1 == 1 {
                take(300 + tier, 0);
            }
            for step in (0..10u32).filter(|step| i32::from(best) >= i32::try_from(*step).unwrap_or(0) - 2) {
                take(400 + tier, step);
            }
        }
    }
}

/// Looks at the words and weighs every hazard among them.
pub(super) fn weigh(words: &Words) -> Findings {
    let exclaimed = words.exclaimed;
    let words = words.as_slice();
    let mut found = Findings { hits: Few::new(), marks: Few::new(), resolved: false };
    for (at, word) in words.iter().enumerate() {
        for frame in word.entry.opens() {
            let Some(place) = matcher::place(frame, words, at) else { continue };
            match frame.outcome() {
                Some(Outcome::Hit(tier, class, weight)) => {
                    let weight = i16::from(weight);
                    found.hits.push(Hit { tier, class, place, weight, denied: false });
                }
                Some(Outcome::Mark(mark)) => found.marks.push(Marked { mark, place }),
                None => {}
            }
        }
    }
    if found.hits.length > 0 {
        let context = Context::new(words, &found.marks, exclaimed);
        context.settle(&mut found.hits);
    }
    found.resolved = found.marks.iter().any(|marked| marked.mark == Mark::Resolved);
    found
}

struct Context<'a> {
    words: &'a [Word],
    marks: &'a Few<Marked, 96>,
    clauses: [u8; ROOM],
    void: [bool; ROOM],
    loud: bool,
    /// Nothing in the whole message speaks against a hazard.
    plain: bool,
}

impl<'a> Context<'a> {
    fn new(words: &'a [Word], marks: &'a Few<Marked, 96>, exclaimed: bool) -> Self {
        let mut void = [false; ROOM];
        let mut turns = [false; ROOM];
        for marked in marks.iter() {
            match marked.mark {
                Mark::Void => {
                    for (place, slot) in void.iter_mut().enumerate().skip(marked.place.first) {
                        let bit = u32::try_from(place - marked.place.first).unwrap_or(64);
                        *slot |= marked.place.named.checked_shr(bit).unwrap_or(0) & 1 == 1;
                    }
                }
                Mark::Turn => {
                    if let Some(turn) = turns.get_mut(marked.place.first) {
                        *turn = true;
                    }
                }
                Mark::Now
                | Mark::Recent
                | Mark::Remote
                | Mark::Future
                | Mark::Hypo
                | Mark::Info
                | Mark::Resolved
                | Mark::Private
                | Mark::Neg => {}
            }
        }
        let mut clauses = [0; ROOM];
        let mut clause = 0u8;
        for ((slot, word), turn) in clauses.iter_mut().zip(words).zip(turns) {
            if turn || word.join >= Join::Message {
                clause = clause.saturating_add(1);
            }
            *slot = clause;
        }
        let capitals = words.iter().filter(|word| word.capitals).count();
        let loud = exclaimed || (capitals > 1 && capitals * 2 > words.len());
        let plain = !marks.iter().any(|marked| {
            matches!(
                marked.mark,
                Mark::Void
                    | Mark::Remote
                    | Mark::Future
                    | Mark::Hypo
                    | Mark::Info
                    | Mark::Resolved
                    | Mark::Neg
            )
        });
        Self { words, marks, clauses, void, loud, plain }
    }

    fn clause(&self, word: usize) -> u8 {
        self.clauses.get(word).copied().unwrap_or(u8::MAX)
    }

    fn settle(&self, hits: &mut Few<Hit, 48>) {
        for hit in hits.items.iter_mut().flatten() {
            hit.denied = self.is_void(&hit.place) || self.is_denied(&hit.place);
            self.settle_one(hit);
        }
    }

    fn is_void(&self, place: &Place) -> bool {
        self.void.iter().skip(place.first).take(place.end - place.first).enumerate().any(|(offset, void)| {
            let bit = u32::try_from(offset).unwrap_or(64);
            *void && place.named.checked_shr(bit).unwrap_or(0) & 1 == 1
        })
    }

    fn is_denied(&self, place: &Place) -> bool {
        self.marks.iter().any(|marked| {
            let end = marked.place.end;
            marked.mark == Mark::Neg
                && end <= place.first
                && place.first - end <= DENIAL_REACH
                && self
                    .words
                    .get(end..=place.first)
                    .is_some_and(|between| between.iter().all(|word| word.join == Join::Flow))
                && self.clause(marked.place.first) == self.clause(place.first)
        })
    }

    fn settle_one(&self, hit: &mut Hit) {
        let clause = self.clause(hit.place.first);
        let (mut now, mut now_elsewhere) = (0i16, 0i16);
        let (mut recent, mut remote, mut future, mut hypo, mut info, mut resolved, mut private) =
            (false, false, false, false, false, false, false);
        let mut info_elsewhere = false;
        for marked in self.marks.iter() {
            let here = self.clause(marked.place.first) == clause;
            match marked.mark {
                Mark::Now if here => now += 1,
                Mark::Now => now_elsewhere = 1,
                Mark::Recent => recent = true,
                Mark::Remote => remote |= here,
                Mark::Future => future |= here,
                Mark::Hypo => hypo |= here && marked.place.first <= hit.place.first,
                Mark::Info if here => info = true,
                Mark::Info => info_elsewhere = true,
                Mark::Resolved => resolved |= hit.place.first < marked.place.end || here,
                Mark::Private => private |= here,
                Mark::Void | Mark::Neg | Mark::Turn => {}
            }
        }
        if self.plain && hit.weight > 1 {
            hit.weight += 1;
        }
        let going_on = self
            .words
            .get(hit.place.first..hit.place.end)
            .unwrap_or_default()
            .iter()
            .any(|word| word.going_on);
        let mut weight =
            hit.weight + (now + i16::from(going_on) + i16::from(self.loud)).min(2).max(now_elsewhere);
        for (stands, cost) in [(hypo, 3), (remote, 3), (future, 3), (resolved, 3), (info, 2)] {
            if stands {
                weight -= cost;
            }
        }
        if info_elsewhere && now == 0 && !going_on && hit.weight < 4 {
            weight -= 1;
        }
        match hit.tier {
            Tier::Life911 if recent => {
                if hit.class.is_crime() && weight < PRESENT + 2 {
                    hit.tier = Tier::NonEmergency;
                } else {
                    weight -= 2;
                }
            }
            Tier::CityEmergency if private => weight -= 4,
            Tier::None | Tier::NonEmergency | Tier::CityEmergency | Tier::Crisis988 | Tier::Life911 => {}
        }
        hit.weight = weight;
    }
}
