//! Stamps: the digest of everything a result was made from, kept beside the result, so that work whose inputs did not
//! change is not done again.

use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

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
    let mut all = this_tool().into_bytes();
    for input in inputs {
        all.extend_from_slice(digest(input).as_bytes());
    }
    digest(&all)
}

/// Whether the stamp kept at `seal` is this one.
pub fn holds(seal: &Path, stamp: &str) -> bool {
    fs::read_to_string(seal).is_ok_and(|kept| kept == stamp)
}

/// The size and time of the running program. Its digest would say the same, but takes longer than the rest of a quick start.
fn this_tool() -> String {
    let about = env::current_exe().and_then(fs::metadata);
    let built = about.and_then(|about| Ok((about.len(), about.modified()?)));
    built.map_or_else(
        |_| String::new(),
        |(size, time)| format!("{size}-{}", time.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos()),
    )
}
