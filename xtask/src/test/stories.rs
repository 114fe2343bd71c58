//! The stories: what a resident and an agent live through, in a browser against workerd. `tests/README.md` says how they run.

use super::tally::Tally;
use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use crate::program;
use crate::report;
use crate::tools::Tools;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Runs the stories whose names match; `told` are variables that some of them read.
pub fn run(
    place: &Place,
    tools: &Tools,
    browser: &Path,
    filter: Option<&str>,
    told: &[(&str, String)],
) -> Outcome<Tally> {
    if place::files_below(&place.at("tests/stories"))?.is_empty() {
        return Ok(Tally::default());
    }
    report::step("Living through the stories");
    let this_tool = place.program()?;
    let counts = place.cache("stories.json");
    if counts.exists() {
        fs::remove_file(&counts).doing("removing", &counts)?;
    }
    let mut playwright = tools.command("playwright");
    playwright
        .args(["test", "--config", "tests/playwright.config.ts", "--pass-with-no-tests"])
        .args(filter.iter().flat_map(|filter| ["--grep", filter]))
        .current_dir(place.root())
        .env("CHROMIUM", browser)
        .envs(told.iter().map(|(name, value)| (*name, value)))
        .env("ROTUNDA_XTASK", this_tool)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &counts);
    let ended = program::run("playwright", &mut playwright);
    let tally = fs::read_to_string(&counts).ok().and_then(|text| counted(&text));
    match (tally, ended) {
        (Some(mut tally), Err(failure)) if tally.failed == 0 => {
            // It broke outside every story, such as in a hook.
            tally.add(Tally::of(Err(failure)));
            Ok(tally)
        }
        (Some(tally), _) => Ok(tally),
        (None, Err(failure)) => Err(failure),
        (None, Ok(())) => Err(Failure::Unusable("playwright left no counts behind".to_owned())),
    }
}

/// What Playwright's report counts. A story that passed only when tried again has passed, and is counted apart.
fn counted(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    let count = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64);
    let again = count("flaky")?;
    Some(Tally {
        passed: count("expected")? + again,
        again,
        failed: count("unexpected")?,
        skipped: count("skipped")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_that_passed_only_on_a_second_try_is_told_apart() {
        let report = r#"{"stats":{"expected":3,"skipped":0,"unexpected":1,"flaky":1}}"#;
        assert_eq!(counted(report), Some(Tally { passed: 4, again: 1, failed: 1, skipped: 0 }));
    }
}
