//! The whole town at once: residents, agents, a supervisor, the desk, the records, the cases, the clock, over links that lose and
//! with objects that die before and after they have stored. Everything in it is the product's own: the engines of the edge and
//! the machine that drives a browser's conversation.
//!
//! `cargo test` lives through [`HISTORIES`] short histories; `cargo xtask prove sim` through as many as one likes.

mod bugs;
mod cases;
mod chats;
mod checker;
mod consoles;
mod letters;
mod objects;
mod people;
mod settling;
mod world;

use crate::seeds;
use bugs::Bug;
use fastrand::Rng;
use std::panic::{AssertUnwindSafe, catch_unwind};
use world::{Faults, World};

/// How many histories the ordinary test run lives through.
const HISTORIES: u64 = 40_000;

/// Within so many histories a planted bug has to be found (trust.md R4 asks for ten thousand).
const SEEDS: u64 = 10_000;

#[test]
fn whatever_breaks_nothing_is_lost_doubled_kept_too_long_or_gone_too_early() {
    let lived = seeds::many(HISTORIES, |rng| World::lived(rng, None));
    if let Some(faults) = lived.into_iter().reduce(Faults::and) {
        faults.enough();
    }
}

#[test]
fn every_bug_that_is_planted_in_the_engines_is_found() {
    let missed: Vec<String> = seeds::each_of(Bug::ALL, |bug| {
        let found = (0..SEEDS).any(|seed| {
            let lived = || World::lived(&mut Rng::with_seed(seed), Some(*bug));
            catch_unwind(AssertUnwindSafe(lived)).is_err()
        });
        (!found).then(|| format!("{bug:?}"))
    });
    assert!(missed.is_empty(), "not found in {SEEDS} histories: {missed:?}");
}
