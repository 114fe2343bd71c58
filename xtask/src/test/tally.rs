//! Counting tests.

use crate::Outcome;
use crate::report;
use std::fmt;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that proved what they say, those of [`Self::again`] with them.
    pub passed: u64,
    /// Of these, the ones that did so only when they were tried once more.
    pub again: u64,
    /// Tests that did not.
    pub failed: u64,
    /// Tests that were left out on purpose.
    pub skipped: u64,
}

impl Tally {
    /// One check that is no test of any runner's.
    pub fn of(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self { passed: 1, ..Self::default() },
            Err(failure) => {
                report::failed(&failure);
                Self { failed: 1, ..Self::default() }
            }
        }
    }

    /// Adds the tests of another run.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.again += other.again;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Whether nothing failed, of something.
    pub fn all_passed(self) -> bool {
        self.failed == 0 && self.passed > 0
    }

    /// What a line of cargo's test output counts: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn in_line(line: &str) -> Option<Self> {
        let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
        let mut tally = Self::default();
        for part in counts.split("; ") {
            let Some((number, what)) = part.split_once(' ') else { continue };
            let Ok(number) = number.parse() else { continue };
            match what {
                "passed" => tally.passed = number,
                "failed" => tally.failed = number,
                "ignored" => tally.skipped = number,
                _ => {}
            }
        }
        Some(tally)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(text, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(text, ", {} skipped", self.skipped)?;
        }
        if self.again > 0 { write!(text, " ({} passed only when tried again)", self.again) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_cargo_are_counted_and_others_are_not() {
        let line = "test result: FAILED. 6 passed; 1 failed; 2 ignored; 0 measured; 4 filtered out; finished in 0.21s";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 6, failed: 1, skipped: 2, again: 0 }));
        assert_eq!(Tally::in_line("test build::worker::tests::shim ... ok"), None);
    }

    #[test]
    fn the_summary_is_one_line_in_the_form_that_others_read() {
        let tally = Tally { passed: 6, failed: 1, skipped: 0, again: 0 };
        assert_eq!(tally.to_string(), "6 passed, 1 failed");
        assert_eq!(Tally { skipped: 2, ..tally }.to_string(), "6 passed, 1 failed, 2 skipped");
        assert_eq!(
            Tally { again: 2, ..tally }.to_string(),
            "6 passed, 1 failed (2 passed only when tried again)"
        );
    }

    #[test]
    fn a_run_that_tested_nothing_has_not_passed() {
        assert!(!Tally::default().all_passed());
    }
}
