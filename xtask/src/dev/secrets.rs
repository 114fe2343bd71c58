//! The secrets of development: made at random at the first start, kept in the project's cache, shown nowhere.

use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

/// The secrets the Worker asks for. In production they are set with `npx wrangler secret put`.
const NAMES: [&str; 2] = ["VAULT_SECRET", "TOKEN_SECRET"];

/// The file that holds the secrets, for `wrangler dev --env-file`. Only its owner can read it.
pub fn file(place: &Place) -> Outcome<PathBuf> {
    let path = place.cache("secrets.env");
    if path.is_file() {
        return Ok(path);
    }
    place::make_folder(&place.cache(""))?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .doing("making the development secrets", &path)?;
    for name in NAMES {
        writeln!(file, "{name}={}", secret()?).doing("writing", &path)?;
    }
    Ok(path)
}

/// 32 random bytes, as hexadecimal.
fn secret() -> Outcome<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Randomness(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
