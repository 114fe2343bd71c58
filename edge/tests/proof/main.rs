//! Proofs about the engines: readable scenes, hostile input, and thousands of seeded runs with losses and crashes.
//!
//! A failing run prints its seed; `SEED=<n> cargo test -p edge --test proof` runs that one alone.
#![cfg(test)]

mod bad_input;
mod desk;
mod desk_disk;
mod disk;
mod fairness;
mod intake;
mod lossy;
mod play;
mod purge;
mod restored;
mod seeds;
mod session;
mod silence;
mod sql;
mod stage;
