//! Trains and scores emergency triage: `cargo xtask train triage`, `cargo xtask score triage`.

mod corpus;
mod folds;
mod lexicon;
mod noise;
mod pack;
mod regression;
pub mod score;
pub mod train;
