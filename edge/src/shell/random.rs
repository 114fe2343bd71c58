//! Randomness of the platform.

use worker::{Error, Result};

/// So many random bytes.
pub fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::from("the platform gave no randomness"))?;
    Ok(bytes)
}
