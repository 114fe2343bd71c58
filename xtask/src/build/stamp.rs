//! Stamps: the digest of everything a result was made from, kept beside the result, so that work whose inputs did not
//! change is not done again.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The digest of some bytes, as hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The stamp of a result made from these inputs by this very tool: a change of the tool redoes everything.
pub fn of(inputs: &[&[u8]]) -> String {
    let mut all = env!("XTASK_SOURCES").as_bytes().to_vec();
    for input in inputs {
        all.extend_from_slice(digest(input).as_bytes());
    }
    digest(&all)
}

/// Whether the stamp kept at `seal` is this one.
pub fn holds(seal: &Path, stamp: &str) -> bool {
    fs::read_to_string(seal).is_ok_and(|kept| kept == stamp)
}
