//! Running other programs: to the end and aloud, to the end and quietly, or along with this one.

use crate::Outcome;
use crate::failure::Failure;
use crate::report;
use std::env;
use std::ffi::OsString;
use std::process::{Command, Output, Stdio};

/// Cargo, of the same toolchain that runs this tool.
///
/// Its input is closed: cargo probes the compiler over it and fails confusingly when something else is there.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    cargo.stdin(Stdio::null());
    cargo
}

/// Runs to the end; what the program says is seen as it says it, on standard error.
pub fn run(what: &str, command: &mut Command) -> Outcome {
    let status = command
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .status()
        .map_err(|source| Failure::Start { what: what.to_owned(), source })?;
    if status.success() { Ok(()) } else { Err(Failure::Program { what: what.to_owned(), status }) }
}

/// Runs to the end; what the program says is seen only when it fails. Returns its standard output.
pub fn quietly(what: &str, command: &mut Command) -> Outcome<Vec<u8>> {
    let Output { status, stdout, stderr } = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Failure::Start { what: what.to_owned(), source })?;
    if status.success() {
        return Ok(stdout);
    }
    for heard in [stdout, stderr] {
        report::note(&String::from_utf8_lossy(&heard));
    }
    Err(Failure::Program { what: what.to_owned(), status })
}

/// Where a program lies on the search path.
pub fn found_on_path(name: &str) -> Option<std::path::PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}
