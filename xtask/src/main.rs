//! Rotunda's own tool: `cargo xtask <verb>`.
//!
//! It owns every build; wrangler runs none. It installs nothing outside the repository: what it makes lies in `target/`,
//! `dist/`, `edge/build/`, `node_modules/` and `.rotunda/`. Progress goes to standard error, results to standard output.
//! The contract between the crates and the build is written in `docs/building.md`.

mod bench;
mod build;
mod check;
mod dev;
mod embed_check;
mod failure;
mod place;
mod program;
mod prove;
mod report;
mod score;
mod screen;
mod size;
mod test;
mod tools;
mod triage;
mod verify_ledger;

use clap::{Args, Parser, Subcommand};
use failure::Failure;
use place::Place;
use std::process::ExitCode;

/// Builds, runs and proves Rotunda.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make everything deployable: `dist/` and `edge/build/`.
    Build(build::Options),
    /// Set everything up, build, and serve the demo city page and the chat on this machine.
    Dev(dev::Options),
    /// Run every test, the stories in the browser too. The last line counts them.
    Test(test::Options),
    /// Judge the sources: formatting, lints, dependency directions, licences, advisories.
    Check,
    /// Weigh every shipped file against its budget, as built last.
    Size(size::Options),
    /// Say what on a page of a city would block the chat, with the line to add.
    EmbedCheck(embed_check::Options),
    /// Measure how fast the pure engines are; `bench edge` measures the Worker in workerd.
    Bench(bench::Options),
    /// Prove at length what the tests prove in short: `prove sim`, `prove chaos`, `prove purge`, `prove deletion`.
    Prove(prove::Options),
    /// Say of each text what would be masked in it and why: JSON lines in, JSON lines out. docs/screen.md describes both.
    Screen(Words),
    /// Score an engine on the labelled corpus: `score privacy|triage [--part build|report]`.
    Score(Words),
    /// Make the weights of the triage scorer again from the corpus: `train triage [--try]`.
    Train(Words),
    /// Verify a purge ledger from the export of `/v1/transparency`: a file, or its address.
    VerifyLedger(verify_ledger::Options),
    /// Serve what is built, for a program that reads the addresses from standard output (the stories do).
    #[command(hide = true)]
    Serve(dev::ServeOptions),
}

/// Words that a verb reads by itself.
#[derive(Args)]
struct Words {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

fn main() -> ExitCode {
    let line = Line::parse();
    let place = Place::of_this_repository();
    let outcome = match line.verb {
        Verb::Build(options) => build::run(&place, &options),
        Verb::Dev(options) => dev::run(&place, &options),
        Verb::Test(options) => test::run(&place, &options),
        Verb::Check => check::run(&place),
        Verb::Size(options) => size::run(&place, &options),
        Verb::EmbedCheck(options) => embed_check::run(&place, &options),
        Verb::Bench(options) => bench::run(&place, &options),
        Verb::Prove(options) => prove::run(&place, &options),
        Verb::Screen(Words { words }) => {
            screen::run(words).map_err(|error| Failure::Unusable(error.to_string()))
        }
        Verb::Score(Words { words }) => {
            score::run(words).map_err(|error| Failure::Unusable(error.to_string()))
        }
        Verb::Train(Words { words }) => {
            triage::train::run(words).map_err(|error| Failure::Unusable(error.to_string()))
        }
        Verb::VerifyLedger(options) => verify_ledger::run(&options),
        Verb::Serve(options) => dev::serve(&place, &options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // The summary is the last word.
        Err(Failure::Tests) => ExitCode::FAILURE,
        Err(failure) => {
            report::failed(&failure);
            ExitCode::FAILURE
        }
    }
}

/// What a verb comes to.
type Outcome<T = ()> = Result<T, Failure>;
