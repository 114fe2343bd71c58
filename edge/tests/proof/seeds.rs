//! Seeded runs: the same seed gives the same run, and a failing one says which it was.

use std::env;

/// Runs `one` with many seeds, or only with that in the environment variable `SEED`.
pub fn each(count: u64, mut one: impl FnMut(&mut fastrand::Rng)) {
    let only = env::var("SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let seeds = only.map_or(0..count, |seed| seed..seed + 1);
    for seed in seeds {
        let _say = SaySeed(seed);
        one(&mut fastrand::Rng::with_seed(seed));
    }
}

struct SaySeed(u64);

impl Drop for SaySeed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the failing run is SEED={}", self.0);
        }
    }
}
