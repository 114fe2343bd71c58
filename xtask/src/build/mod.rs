//! `cargo xtask build`: everything deployable, so that `npx wrangler deploy` has nothing left to make.
//!
//! The two browser apps and the Worker are compiled by cargo, bound and shrunk by [`bindings`], and put together by [`site`]
//! (`dist/`) and [`worker`] (`edge/build/`). What did not change is not made again.

mod bindings;
mod cargo;
mod esbuild;
mod headers;
mod production;
mod site;
pub mod stamp;
mod worker;

use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use crate::report;
use crate::tools::Tools;
use bindings::Audience;
use clap::Args;
use std::fs::File;
use std::path::PathBuf;
use std::thread::{self, ScopedJoinHandle};

/// What `build` can be told.
#[derive(Args, Default)]
pub struct Options {
    /// Refuse sample values in the city's policy, and bind browsers to HTTPS.
    #[arg(long)]
    production: bool,
    /// The city whose policy is checked for production: the name of a file in `policies/`.
    #[arg(long, default_value = "eagle-mountain")]
    city: String,
}

/// Runs the verb.
pub fn run(place: &Place, options: &Options) -> Outcome {
    if options.production {
        report::step("Checking the policy for production");
        production::check_policy(place, &options.city)?;
    }
    make(place, options.production)?;
    report::note("dist/ and edge/build/ are ready; `npx wrangler deploy` publishes them.");
    Ok(())
}

/// Builds, and returns the tools it needed.
pub fn make(place: &Place, production: bool) -> Outcome<Tools> {
    let _only_one = turn(place)?;
    report::step("Compiling the browser apps and the Worker (the first time takes some minutes)");
    let (tools, bound) = compile_and_bind(place)?;
    site::make(place, &tools, &bound, production)?;
    worker::make(place, &tools, &bound.edge)?;
    Ok(tools)
}

/// Where the bindings of each crate lie.
struct Bound {
    widget: PathBuf,
    console: PathBuf,
    edge: PathBuf,
}

/// Does at the same time what does not wait for each other: npm waits for the network while cargo has the processor; the apps
/// are bound, which keeps one core busy, while the Worker is linked, which keeps one busy too.
///
/// The apps are compiled together and the Worker by itself: one round of features for browsers, another for workerd.
fn compile_and_bind(place: &Place) -> Outcome<(Tools, Bound)> {
    let (tools, apps) = thread::scope(|scope| {
        let tools = scope.spawn(|| Tools::installed(place));
        let apps = cargo::compile(place, &["widget", "console"])?;
        Ok((joined(tools)?, apps))
    })?;
    let bind = |compiled: &cargo::Compiled, name, audience| {
        let wasm = compiled.get(name).ok_or(Failure::NoWasm { name })?;
        bindings::bind(place, &tools, name, wasm, audience)
    };
    let bound = thread::scope(|scope| {
        let widget = scope.spawn(|| bind(&apps, "widget", Audience::Browser));
        let console = scope.spawn(|| bind(&apps, "console", Audience::Browser));
        let edge = bind(&cargo::compile(place, &["edge"])?, "edge", Audience::Worker)?;
        Ok(Bound { widget: joined(widget)?, console: joined(console)?, edge })
    })?;
    Ok((tools, bound))
}

fn joined<T>(work: ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    work.join().unwrap_or_else(|_| Err(Failure::Unusable("the build broke off: run it again".to_owned())))
}

/// Waits until no other build of this repository runs, and keeps others waiting until it is dropped.
fn turn(place: &Place) -> Outcome<File> {
    let path = place.cache("lock");
    place::make_folder(&place.cache(""))?;
    let lock = File::create(&path).doing("opening", &path)?;
    if lock.try_lock().is_err() {
        report::step("Waiting for another build of this repository");
        lock.lock().doing("locking", &path)?;
    }
    Ok(lock)
}
