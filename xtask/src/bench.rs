//! `cargo xtask bench`: how fast the pure engines are on this machine.

use crate::Outcome;
use crate::place::Place;
use crate::program;
use clap::Args;

/// What `bench` can be told.
#[derive(Args)]
pub struct Options {
    /// Only benchmarks whose names contain this.
    filter: Option<String>,
}

/// Runs every benchmark of the workspace, compiled for speed (`[profile.bench]`).
pub fn run(place: &Place, options: &Options) -> Outcome {
    let mut cargo = program::cargo();
    cargo.args(["bench", "--workspace", "--bench", "*"]).current_dir(place.root());
    if let Some(filter) = &options.filter {
        cargo.args(["--", filter]);
    }
    program::run("cargo bench", &mut cargo)
}
