//! `cargo xtask verify-ledger FILE|URL`: whether a purge ledger is one whole chain (EM-RET-A).
//!
//! Takes what `/v1/transparency` answers, from a file or from the address itself (fetched by `curl`).

use crate::build::stamp;
use crate::failure::{Doing, Failure};
use crate::{Outcome, program, report};
use clap::Args;
use shared::ledger::{Transparency, verify};
use std::fs;
use std::process::Command;

/// Where the ledger is.
#[derive(Args)]
pub struct Options {
    /// A file with the export, or the address of the chat service's `/v1/transparency`.
    from: String,
}

/// Verifies it and says what it proves.
pub fn run(options: &Options) -> Outcome {
    let text = read(&options.from)?;
    let unusable = |why: &dyn std::fmt::Display| Failure::Unusable(format!("{}: {why}", options.from));
    let export: Transparency = serde_json::from_slice(&text).map_err(|fault| unusable(&fault))?;
    verify(&export.ledger, &export.head, stamp::digest).map_err(|broken| unusable(&broken))?;
    let removed: u32 = export.ledger.iter().map(|link| link.certificate.removed).sum();
    report::result(&format!(
        "{}: the chain holds. {} certificates, {removed} chats shredded, head {}",
        export.city,
        export.ledger.len(),
        export.head
    ));
    Ok(())
}

fn read(from: &str) -> Outcome<Vec<u8>> {
    if !from.starts_with("http://") && !from.starts_with("https://") {
        return fs::read(from).doing("reading", from);
    }
    program::quietly(from, Command::new("curl").args(["-fsS", "--max-time", "30", from]))
}
