//! The proof of the purge is itself proved: each bug that is planted in what the engines answer has to be found by it.

use crate::purge::World;
use edge::between::Ticket;
use edge::purge::{Effect, Write};
use edge::vault::Day;
use fastrand::Rng;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Within so many runs a bug has to be found.
const SEEDS: u64 = 300;

/// Something an engine could get wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    EntryNotStored,
    NightNotStored,
    HeldNotStored,
    CertificateNotStored,
    CertificateTwice,
    CertificateOfOtherCounts,
    CertificateOfAnotherHash,
    NobodyIsAsked,
    KeyDestroyedBeforeTheAsking,
    KeyNotDestroyed,
    KeyNeverTried,
    TicketOfAnotherDay,
    CarriedUnderTheOldKey,
    HeldUnderTheDaysKey,
    HeldIsShredded,
    GoneButThere,
}

impl Bug {
    const ALL: [Self; 16] = [
        Self::EntryNotStored,
        Self::NightNotStored,
        Self::HeldNotStored,
        Self::CertificateNotStored,
        Self::CertificateTwice,
        Self::CertificateOfOtherCounts,
        Self::CertificateOfAnotherHash,
        Self::NobodyIsAsked,
        Self::KeyDestroyedBeforeTheAsking,
        Self::KeyNotDestroyed,
        Self::KeyNeverTried,
        Self::TicketOfAnotherDay,
        Self::CarriedUnderTheOldKey,
        Self::HeldUnderTheDaysKey,
        Self::HeldIsShredded,
        Self::GoneButThere,
    ];

    /// What the records answer with this bug in them.
    pub fn in_the_records(self, effects: Vec<Effect>) -> Vec<Effect> {
        effects.into_iter().flat_map(|effect| self.in_one(effect)).collect()
    }

    fn in_one(self, effect: Effect) -> Vec<Effect> {
        match (self, effect) {
            (Self::EntryNotStored, Effect::Write(Write::Entry(_)))
            | (Self::NightNotStored, Effect::Write(Write::Night(_)))
            | (Self::HeldNotStored, Effect::Write(Write::Held(_)))
            | (Self::CertificateNotStored, Effect::Write(Write::Certified { .. }))
            | (Self::NobodyIsAsked, Effect::Ask { .. })
            | (Self::KeyNeverTried, Effect::Destroy { .. }) => Vec::new(),
            (Self::CertificateTwice, effect @ Effect::Write(Write::Certified { .. })) => {
                vec![effect.clone(), effect]
            }
            (Self::CertificateOfOtherCounts, Effect::Write(Write::Certified { day, mut link })) => {
                link.certificate.removed += 1;
                vec![Effect::Write(Write::Certified { day, link })]
            }
            (Self::CertificateOfAnotherHash, Effect::Write(Write::Certified { day, mut link })) => {
                link.hash = link.hash.chars().rev().collect();
                vec![Effect::Write(Write::Certified { day, link })]
            }
            (Self::KeyDestroyedBeforeTheAsking, Effect::Ask { chat, day, next }) => {
                vec![Effect::Destroy { day: day.clone() }, Effect::Ask { chat, day, next }]
            }
            (Self::TicketOfAnotherDay, Effect::Ticket(Ticket { until, .. })) => {
                vec![Effect::Ticket(Ticket { day: Day("day-0-again".to_owned()), until })]
            }
            (_, effect) => vec![effect],
        }
    }
}

#[test]
fn em_ret_a_the_proof_of_the_purge_finds_every_planted_bug() {
    for bug in Bug::ALL {
        let runs = |seed| {
            catch_unwind(AssertUnwindSafe(|| World::lived(&mut Rng::with_seed(seed), Some(bug)))).is_err()
        };
        assert!((0..SEEDS).any(runs), "{bug:?} is not found in {SEEDS} runs");
    }
}
