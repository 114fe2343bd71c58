//! `cargo xtask check`: everything that is judged without running the product.
//!
//! Every part is run, so that one call shows all there is to mend.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::Place;
use crate::program;
use crate::report;
use std::process::Command;

/// The crates that are compiled for browsers and for workerd.
const WASM: [&str; 5] = ["shared", "edge", "browser", "widget", "console"];

/// Runs the verb.
pub fn run(place: &Place) -> Outcome {
    let parts = [
        ("Formatting", cargo(place, &["fmt", "--all", "--check"])),
        ("Clippy, for this machine", clippy(place, &["--workspace", "--all-targets"])),
        ("Clippy, for WebAssembly", clippy_for_wasm(place)),
        // Dependency directions, the shape of the sources, frozen files and licences are tests of `xtask`.
        ("Directions, sources and licences", cargo(place, &["test", "--quiet", "--package", "xtask"])),
    ];
    let mut failed = Vec::new();
    for (name, mut command) in parts {
        if let Err(failure) = report::timed(name, || program::run(name, &mut command)) {
            report::wrong(&failure.to_string());
            failed.push(name);
        }
    }
    if let Err(failure) = advisories(place) {
        report::wrong(&failure.to_string());
        failed.push("Advisories");
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::Checks { failed: failed.join(", ") }) }
}

fn cargo(place: &Place, arguments: &[&str]) -> Command {
    let mut cargo = program::cargo();
    cargo.args(arguments).current_dir(place.root());
    cargo
}

fn clippy(place: &Place, scope: &[&str]) -> Command {
    let mut clippy = cargo(place, &["clippy"]);
    clippy.args(scope).args(["--", "--deny", "warnings"]);
    clippy
}

fn clippy_for_wasm(place: &Place) -> Command {
    let mut scope = vec!["--target", "wasm32-unknown-unknown"];
    scope.extend(WASM.iter().flat_map(|name| ["--package", name]));
    clippy(place, &scope)
}

/// Known faults of what we depend on, from the advisory database as far as this machine has it.
fn advisories(place: &Place) -> Outcome {
    if program::found_on_path("cargo-deny").is_none() {
        report::step("Advisories: not checked, cargo-deny is not installed (cargo install cargo-deny)");
        return Ok(());
    }
    let mut deny = cargo(place, &["deny", "check", "advisories", "sources", "bans"]);
    report::timed("Advisories", || program::run("Advisories", &mut deny))
}
