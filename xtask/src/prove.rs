//! `cargo xtask prove`: the long versions of what the tests prove in short.

use crate::Outcome;
use crate::build;
use crate::failure::Failure;
use crate::place::Place;
use crate::program;
use crate::report;
use crate::test::{chromium, stories};
use clap::{Args, Subcommand};

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
}

/// The test that lives through the histories.
const HISTORIES: &str = "town::whatever_breaks_nothing_is_lost_doubled_kept_too_long_or_gone_too_early";

/// What the title of the story of the kills begins with.
const CHAOS: &str = "chaos:";

/// Runs the verb.
pub fn run(place: &Place, options: &Options) -> Outcome {
    match options.what {
        What::Sim { seeds, from, seed } => sim(place, seeds, from, seed),
        What::Chaos { kills, messages } => chaos(place, kills, messages),
    }
}

fn sim(place: &Place, seeds: u64, from: u64, seed: Option<u64>) -> Outcome {
    let mut cargo = program::cargo();
    cargo
        .args(["test", "--profile", "prove", "--package", "edge", "--test", "proof"])
        .args(["--", "--exact", HISTORIES, "--nocapture"])
        .current_dir(place.root());
    match seed {
        Some(seed) => cargo.env("SEED", seed.to_string()),
        None => cargo.env("SEEDS", seeds.to_string()).env("FROM", from.to_string()),
    };
    report::timed("Living through histories", || program::run("the simulation", &mut cargo))
}

fn chaos(place: &Place, kills: u32, messages: u32) -> Outcome {
    let tools = build::make(place, false)?;
    let browser = chromium::found(place)?;
    let asked = [("ROTUNDA_KILLS", kills), ("ROTUNDA_MESSAGES", messages)];
    let asked = asked.map(|(name, count)| (name, count.to_string()));
    let tally = stories::run(place, &tools, &browser, Some(CHAOS), &asked)?;
    if tally.all_passed() { Ok(()) } else { Err(Failure::Tests) }
}
