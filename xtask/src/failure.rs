//! What can go wrong, in sentences that say what to do.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use thiserror::Error;

/// Why a verb could not do its work.
#[derive(Debug, Error)]
pub enum Failure {
    #[error("`{tool}` is missing. {install}")]
    MissingTool { tool: &'static str, install: &'static str },
    #[error("`{tool}` is {found}, but {wanted} or newer is needed. {install}")]
    OldTool { tool: &'static str, found: String, wanted: &'static str, install: &'static str },
    #[error(
        "port {port} is taken by another program: end that program, or choose another port with {option}"
    )]
    PortTaken { port: u16, option: &'static str },
    #[error("{what} did not succeed ({status}); what it said is above")]
    Program { what: String, status: ExitStatus },
    #[error("{what} could not be started: {source}")]
    Start { what: String, source: io::Error },
    #[error("{doing} {path}: {source}", path = path.display())]
    File { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("{path} is needed by the build but is not there: docs/building.md says what it holds", path = path.display())]
    MissingSource { path: PathBuf },
    #[error(
        "the crate `{name}` made no .wasm file: its Cargo.toml needs crate-type = [\"cdylib\", \"rlib\"]"
    )]
    NoWasm { name: &'static str },
    #[error("wasm-bindgen could not read what `{name}` compiled to: {reason}")]
    Bindgen { name: &'static str, reason: String },
    #[error("{path} cannot be used: {reason}", path = path.display())]
    Policy { path: PathBuf, reason: String },
    #[error("there is no policy `{policy}` in policies/; there are: {known}")]
    UnknownPolicy { policy: String, known: String },
    #[error("the server was not ready after {seconds} s; what it said is above")]
    NotReady { seconds: u64 },
    #[error("the server ended by itself ({status}); what it said is above")]
    ServerEnded { status: ExitStatus },
    #[error("no randomness for the development secrets: {0}")]
    Randomness(String),
    #[error("nothing is built yet: run `cargo xtask build` first")]
    NotBuilt,
    #[error("over budget: {over}")]
    OverBudget { over: String },
    #[error("these checks failed: {failed}; what they said is above")]
    Checks { failed: String },
    #[error("the chat would not work on this page")]
    Blocked,
    #[error("not every test passed")]
    Tests,
    #[error("{0}")]
    Unusable(String),
}

/// Adds to an I/O error what was being done with which file.
pub trait Doing<T> {
    /// The result with the file and the deed in its error.
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, Failure>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, Failure> {
        self.map_err(|source| Failure::File { doing, path: path.into(), source })
    }
}
