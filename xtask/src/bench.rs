//! `cargo xtask bench`: how fast the pure engines are on this machine, and with `edge` how much the Worker carries in workerd.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::program;
use crate::report;
use crate::tools::Tools;
use clap::Args;
use std::process::Command;

/// What `bench` can be told.
#[derive(Args)]
pub struct Options {
    /// Only benchmarks whose names contain this; `edge` for the Worker as built last.
    filter: Option<String>,
}

/// Runs every benchmark of the workspace, compiled for speed (`[profile.bench]`), or that of the Worker.
pub fn run(place: &Place, options: &Options) -> Outcome {
    if options.filter.as_deref() == Some("edge") {
        return edge(place);
    }
    let mut cargo = program::cargo();
    cargo.args(["bench", "--workspace", "--bench", "*"]).current_dir(place.root());
    if let Some(filter) = &options.filter {
        cargo.args(["--", filter]);
    }
    program::run("cargo bench", &mut cargo)
}

/// Measures the Worker as built last: messages a second, chats held, everyone coming back at once. docs/bench.md says how.
fn edge(place: &Place) -> Outcome {
    if !place.worker().join("index_bg.wasm").is_file() {
        return Err(Failure::NotBuilt);
    }
    let tools = Tools::installed(place)?;
    place::make_folder(&place.cache(""))?;
    let program = place.cache("bench.mjs");
    let mut esbuild = tools.command("esbuild");
    esbuild
        .arg(place.at("tests/bench/edge.ts"))
        .args(["--bundle", "--platform=node", "--format=esm", "--packages=external", "--log-level=warning"])
        .arg(format!("--outfile={}", program.display()))
        .current_dir(place.root());
    program::quietly("esbuild", &mut esbuild)?;
    report::step("Measuring the Worker in workerd");
    let mut node = Command::new("node");
    node.arg(&program).current_dir(place.root()).env("ROTUNDA_ROOT", place.root());
    program::run("the benchmark", &mut node)
}
