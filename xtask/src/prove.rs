//! `cargo xtask prove`: the long versions of what the tests prove in short.

use crate::Outcome;
use crate::build;
use crate::failure::Failure;
use crate::place::Place;
use crate::program;
use crate::report;
use crate::test::{chromium, stories};
use clap::{Args, Subcommand};
use std::process::Command;

/// What `prove` can be told.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Live through histories of the whole town: residents, staff, desk, records and cases, with everything that can break.
    Sim {
        /// How many.
        #[arg(long, default_value_t = 1_000_000)]
        seeds: u64,
        /// From which seed on.
        #[arg(long, default_value_t = 0)]
        from: u64,
        /// Only this one, which a failing run has named.
        #[arg(long, conflicts_with_all = ["seeds", "from"])]
        seed: Option<u64>,
    },
    /// Kill workerd with SIGKILL while residents write, again and again, also in the middle of the purge.
    Chaos {
        /// How often.
        #[arg(long, default_value_t = 300)]
        kills: u32,
        /// How many messages are written meanwhile.
        #[arg(long, default_value_t = 150_000)]
        messages: u32,
    },
    /// Kill workerd with SIGKILL after each step of the purge.
    Purge {
        /// In how many nights. A night of the rehearsal comes every minute.
        #[arg(long, default_value_t = 20)]
        nights: u32,
    },
    /// Seal a day of chats on disk, look at every byte, destroy the day's key, and open what a copy from before still has.
    Deletion {
        /// How many messages.
        #[arg(long, default_value_t = 100_000)]
        messages: u32,
    },
}

/// The test that lives through the histories.
const HISTORIES: &str = "town::whatever_breaks_nothing_is_lost_doubled_kept_too_long_or_gone_too_early";

/// The test that seals and looks.
const DELETION: &str =
    "deletion::em_ret_a_no_word_of_a_day_is_on_disk_and_nothing_of_it_opens_once_its_key_is_gone";

/// What the titles of the stories of the kills begin with.
const CHAOS: &str = "chaos:";
const PURGE: &str = "killed:";

/// Runs the verb.
pub fn run(place: &Place, options: &Options) -> Outcome {
    match options.what {
        What::Sim { seeds, from, seed } => sim(place, seeds, from, seed),
        What::Chaos { kills, messages } => {
            story(place, CHAOS, &[("ROTUNDA_KILLS", kills), ("ROTUNDA_MESSAGES", messages)])
        }
        What::Purge { nights } => story(place, PURGE, &[("ROTUNDA_NIGHTS", nights)]),
        What::Deletion { messages } => deletion(place, messages),
    }
}

fn sim(place: &Place, seeds: u64, from: u64, seed: Option<u64>) -> Outcome {
    let mut cargo = proof(place, HISTORIES);
    match seed {
        Some(seed) => cargo.env("SEED", seed.to_string()),
        None => cargo.env("SEEDS", seeds.to_string()).env("FROM", from.to_string()),
    };
    report::timed("Living through histories", || program::run("the simulation", &mut cargo))
}

fn deletion(place: &Place, messages: u32) -> Outcome {
    let mut cargo = proof(place, DELETION);
    cargo.env("MESSAGES", messages.to_string());
    report::timed("Sealing, destroying, opening", || program::run("the proof of deletion", &mut cargo))
}

/// One test of the engines, compiled for speed.
fn proof(place: &Place, test: &str) -> Command {
    let mut cargo = program::cargo();
    cargo
        .args(["test", "--profile", "prove", "--package", "edge", "--test", "proof"])
        .args(["--", "--exact", test, "--nocapture"])
        .current_dir(place.root());
    cargo
}

/// One story of real faults, told at the length that was asked for.
fn story(place: &Place, title: &str, asked: &[(&str, u32)]) -> Outcome {
    let tools = build::make(place, false)?;
    let browser = chromium::found(place)?;
    let asked: Vec<_> = asked.iter().map(|(name, count)| (*name, count.to_string())).collect();
    let tally = stories::run(place, &tools, &browser, Some(title), &asked)?;
    if tally.all_passed() { Ok(()) } else { Err(Failure::Tests) }
}
