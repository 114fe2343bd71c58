//! Rotunda's own tool: `cargo xtask <verb>`.
//!
//! It owns every build; wrangler runs none. It installs nothing outside the repository: what it makes lies in `target/`,
//! `dist/`, `edge/build/`, `node_modules/` and `.rotunda/`. Progress goes to standard error, results to standard output.
//! The contract between the crates and the build is written in `docs/building.md`.

mod build;
mod dev;
mod failure;
mod place;
mod program;
mod report;
mod tools;

use clap::{Parser, Subcommand};
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
    /// Serve what is built, for a program that reads the addresses from standard output (the stories do).
    #[command(hide = true)]
    Serve(dev::ServeOptions),
}

fn main() -> ExitCode {
    let line = Line::parse();
    let place = Place::of_this_repository();
    let outcome = match line.verb {
        Verb::Build(options) => build::run(&place, &options),
        Verb::Dev(options) => dev::run(&place, &options),
        Verb::Serve(options) => dev::serve(&place, &options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::failed(&failure);
            ExitCode::FAILURE
        }
    }
}

/// What a verb comes to.
type Outcome<T = ()> = Result<T, Failure>;
