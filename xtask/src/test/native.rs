//! The tests that cargo runs on this machine.

use super::tally::Tally;
use crate::Outcome;
use crate::failure::Failure;
use crate::place::Place;
use crate::program;
use crate::report;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// Runs them all, even when some fail, and shows their output as it comes.
pub fn run(place: &Place, filter: Option<&str>) -> Outcome<Tally> {
    report::step("Testing natively");
    let what = "cargo test";
    let mut cargo = program::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]).args(filter);
    let mut child = cargo
        .current_dir(place.root())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| Failure::Start { what: what.to_owned(), source })?;
    let mut tally = Tally::default();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let Ok(line) = line else { break };
        if let Some(counted) = Tally::in_line(&line) {
            tally.add(counted);
        }
        report::result(&line);
    }
    let status = child.wait().map_err(|source| Failure::Start { what: what.to_owned(), source })?;
    if !status.success() && tally.failed == 0 {
        // Something did not compile, or a test ended its whole program.
        tally.failed = 1;
    }
    Ok(tally)
}
