//! Compiling crates to WebAssembly.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::program;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;

/// What crates compiled to, by name, as cargo left it.
pub type Compiled = BTreeMap<&'static str, Vec<u8>>;

/// Compiles crates in one go, so that they share what they depend on.
pub fn compile(place: &Place, names: &[&'static str]) -> Outcome<Compiled> {
    let what = format!("compiling {}", names.join(" and "));
    let mut cargo = program::cargo();
    cargo
        .args(["build", "--release", "--lib", "--target", "wasm32-unknown-unknown"])
        // Standard output names the files made; progress and errors still go to standard error.
        .args(["--message-format", "json-render-diagnostics"])
        .args(names.iter().flat_map(|name| ["--package", name]))
        .current_dir(place.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let output = cargo
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .map_err(|source| Failure::Start { what: what.clone(), source })?;
    if !output.status.success() {
        return Err(Failure::Program { what, status: output.status });
    }
    let said = String::from_utf8_lossy(&output.stdout);
    names
        .iter()
        .map(|&name| {
            let file = wasm_file(&said, name).ok_or(Failure::NoWasm { name })?;
            Ok((name, place::read(Path::new(&file))?))
        })
        .collect()
}

/// The `.wasm` file that cargo says it made of this crate's library.
fn wasm_file(said: &str, name: &str) -> Option<String> {
    said.lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message.pointer("/reason").is_some_and(|reason| reason == "compiler-artifact"))
        .filter(|message| message.pointer("/target/name").is_some_and(|target| target == name))
        .filter_map(|message| message.pointer("/filenames").and_then(Value::as_array).cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(str::to_owned))
        .find(|file| Path::new(file).extension().is_some_and(|extension| extension == "wasm"))
}
