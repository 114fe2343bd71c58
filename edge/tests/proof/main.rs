//! Proofs about the engines: readable scenes, hostile input, and thousands of seeded runs with losses and crashes.
//!
//! A failing run prints its seed; `SEED=<n> cargo test -p edge --test proof` runs that one alone.
#![cfg(test)]

mod alarm;
mod bad_input;
mod deletion;
mod desk;
mod desk_disk;
mod desk_line;
mod desk_seats;
mod desk_transfer;
mod disk;
mod doors;
mod fairness;
mod holds;
mod intake;
mod lossy;
mod mailbox;
mod office;
mod planted;
mod play;
mod purge;
mod records;
mod restored;
mod seeds;
mod session;
mod silence;
mod sql;
mod stage;
mod supervision;
mod survey;
mod suspension;
mod tab;
mod town;
mod year;
