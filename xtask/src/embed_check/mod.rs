//! `cargo xtask embed-check URL`: what on a page of a city would block the chat, and the line to add.
//!
//! The page is loaded in Chromium by `look.mjs`; `policy.mjs` reads its security policy. Nothing is changed, no chat is started.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::Place;
use crate::test::chromium;
use crate::tools::Tools;
use clap::Args;
use std::process::{Command, Stdio};

/// What `embed-check` can be told.
#[derive(Args)]
pub struct Options {
    /// The page, as residents open it.
    url: String,
    /// Where the chat is, for a page that has no snippet yet.
    #[arg(long)]
    chat: Option<String>,
}

/// Runs the verb. What was found goes to standard output; something that blocks the chat is a failure.
pub fn run(place: &Place, options: &Options) -> Outcome {
    Tools::installed(place)?;
    let browser = chromium::found(place)?;
    let what = "embed-check";
    let status = Command::new("node")
        .arg(place.at("xtask/src/embed_check/look.mjs"))
        .arg(&options.url)
        .args(&options.chat)
        .env("CHROMIUM", browser)
        .current_dir(place.root())
        .stdin(Stdio::null())
        .status()
        .map_err(|source| Failure::Start { what: what.to_owned(), source })?;
    match status.code() {
        Some(0) => Ok(()),
        Some(1) => Err(Failure::Blocked),
        _ => Err(Failure::Program { what: what.to_owned(), status }),
    }
}
