//! Seeded runs: the same seed gives the same run, and a failing one says which it was.
//!
//! `SEED` runs that one alone; `SEEDS` and `FROM` say how many, and from which on, in place of the usual ones.

use std::env;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Runs `one` with many seeds, or only with that in the environment variable `SEED`.
pub fn each(count: u64, mut one: impl FnMut(&mut fastrand::Rng)) {
    for seed in asked_for(count) {
        run(seed, &mut one);
    }
}

/// The same on every core. Answers what the runs of each core came to.
pub fn many<T>(count: u64, one: impl Fn(&mut fastrand::Rng) -> T + Sync) -> Vec<T>
where
    T: core::ops::AddAssign + Default + Send,
{
    let seeds = asked_for(count);
    let cores = u64::try_from(thread::available_parallelism().map_or(1, usize::from)).unwrap_or(1);
    thread::scope(|scope| {
        let one = &one;
        let work = (0..cores).map(|core| {
            let mine =
                seeds.clone().skip(usize::try_from(core).unwrap()).step_by(usize::try_from(cores).unwrap());
            scope.spawn(move || {
                let mut sum = T::default();
                mine.for_each(|seed| sum += run(seed, |rng| one(rng)));
                sum
            })
        });
        let work: Vec<_> = work.collect();
        work.into_iter()
            .map(|core| core.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// Does `one` to each of `all`, on every core.
pub fn each_of<A: Sync, T: Send>(all: &[A], one: impl Fn(&A) -> Option<T> + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || -> Vec<T> {
            core::iter::from_fn(|| all.get(next.fetch_add(1, Ordering::Relaxed))).filter_map(&one).collect()
        };
        let work: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        work.into_iter().flat_map(|core| core.join().unwrap()).collect()
    })
}

/// Whether the usual seeds are run, so that it can be asked whether enough happened in them.
pub fn are_the_usual() -> bool {
    ["SEED", "SEEDS", "FROM"].iter().all(|name| env::var_os(name).is_none())
}

fn asked_for(count: u64) -> Range<u64> {
    let said = |name| env::var(name).ok().and_then(|seed| seed.parse::<u64>().ok());
    if let Some(seed) = said("SEED") {
        return seed..seed + 1;
    }
    let from = said("FROM").unwrap_or(0);
    from..from + said("SEEDS").unwrap_or(count)
}

fn run<T>(seed: u64, one: impl FnOnce(&mut fastrand::Rng) -> T) -> T {
    let _say = SaySeed(seed);
    one(&mut fastrand::Rng::with_seed(seed))
}

struct SaySeed(u64);

impl Drop for SaySeed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the failing run is SEED={}", self.0);
        }
    }
}
