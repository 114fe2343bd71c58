//! What the tool says: progress to standard error, results to standard output.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on both, and only here"
)]

use crate::failure::Failure;
use std::time::{Duration, Instant};

/// Says what begins.
pub fn step(text: &str) {
    eprintln!("▸ {text}");
}

/// Says something beside the steps.
pub fn note(text: &str) {
    eprintln!("  {text}");
}

/// Says what is wrong without giving up yet.
pub fn wrong(text: &str) {
    eprintln!("✗ {text}");
}

/// Says a result.
pub fn result(text: &str) {
    println!("{text}");
}

/// Says why the verb failed.
pub fn failed(failure: &Failure) {
    wrong(&failure.to_string());
}

/// Says what begins, does it, and says how long it took when that was noticeable.
pub fn timed<T>(text: &str, work: impl FnOnce() -> T) -> T {
    step(text);
    let start = Instant::now();
    let done = work();
    let taken = start.elapsed();
    if taken > Duration::from_secs(1) {
        note(&format!("{text}: {:.1} s", taken.as_secs_f64()));
    }
    done
}
