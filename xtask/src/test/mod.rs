//! `cargo xtask test`: every test there is, and one line that counts them.

pub mod chromium;
mod native;
pub mod stories;
mod tally;

use crate::Outcome;
use crate::build;
use crate::failure::Failure;
use crate::place::Place;
use crate::report;
use crate::size;
use clap::{Args, ValueEnum};
use tally::Tally;

/// What `test` can be told.
#[derive(Args)]
pub struct Options {
    /// Only one of the two kinds.
    #[arg(long)]
    only: Option<Kind>,
    /// Only tests and stories whose names contain this.
    filter: Option<String>,
}

/// The kinds of tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// What cargo runs natively: engines, rules, the shape of the sources.
    Engine,
    /// What is tried in a browser against workerd, and the sizes of what is shipped.
    Stories,
}

/// Runs the verb.
pub fn run(place: &Place, options: &Options) -> Outcome {
    let filter = options.filter.as_deref();
    let mut tally = Tally::default();
    if options.only != Some(Kind::Stories) {
        tally.add(native::run(place, filter)?);
    }
    if options.only != Some(Kind::Engine) {
        tally.add(in_the_browser(place, filter));
    }
    report::result(&tally.to_string());
    if tally.all_passed() { Ok(()) } else { Err(Failure::Tests) }
}

/// Builds, weighs, and runs the stories. What breaks before a story can run counts as one failure, so that the summary never
/// passes over it.
fn in_the_browser(place: &Place, filter: Option<&str>) -> Tally {
    let ran = build::make(place, false).and_then(|tools| {
        let mut tally = Tally::default();
        if filter.is_none() {
            report::step("Weighing what is shipped");
            tally.add(Tally::of(size::check(place)));
        }
        let browser = chromium::found(place)?;
        tally.add(stories::run(place, &tools, &browser, filter, &[])?);
        Ok(tally)
    });
    ran.unwrap_or_else(|failure| Tally::of(Err(failure)))
}
