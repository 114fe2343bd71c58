//! From cargo's WebAssembly to what a browser or workerd loads: bindings by wasm-bindgen, then wasm-opt.
//!
//! wasm-bindgen is linked as a library of exactly the release the crates use: tool and library refuse each other when they
//! differ, even by a patch.

use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use crate::program;
use crate::report;
use crate::tools::Tools;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

use super::stamp;

/// For whom the bindings are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A browser, which fetches the module itself.
    Browser,
    /// workerd, which imports the module, and starts it anew after a panic.
    Worker,
}

/// The features of WebAssembly that rustc uses by default and that browsers since 2022 and workerd have. Named one by one, so
/// that a newer wasm-opt never emits an encoding that they lack.
const FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Makes the bindings of one crate, unless they were already made of the same module. They lie in the folder returned:
/// `NAME.js`, `NAME_bg.wasm` and what they import.
pub fn bind(
    place: &Place,
    tools: &Tools,
    name: &'static str,
    wasm: &[u8],
    audience: Audience,
) -> Outcome<PathBuf> {
    let folder = place.cache("build").join(name);
    let seal = folder.join("stamp");
    let stamp = stamp::of(&[wasm]);
    if stamp::holds(&seal, &stamp) {
        return Ok(folder);
    }
    report::timed(&format!("Making and shrinking the bindings of {name}"), || {
        place::make_empty_folder(&folder)?;
        generate(&folder, name, wasm, audience)?;
        shrink(tools, &folder.join(format!("{name}_bg.wasm")), audience)
    })?;
    place::write(&seal, stamp.as_bytes())?;
    Ok(folder)
}

fn generate(folder: &Path, name: &'static str, wasm: &[u8], audience: Audience) -> Outcome {
    let mut bindgen = Bindgen::new();
    let prepared = match audience {
        Audience::Browser => bindgen.web(true).map(|bindgen| bindgen.omit_default_module_path(true)),
        Audience::Worker => bindgen
            .module(true)
            .map(|bindgen| bindgen.reset_state_function(true).force_enable_abort_handler(true)),
    };
    prepared
        .and_then(|bindgen| {
            bindgen
                .input_bytes(name, wasm.to_vec())
                .out_name(name)
                .typescript(false)
                .remove_name_section(true)
                .remove_producers_section(true)
                .generate(folder)
        })
        .map_err(|error| Failure::Bindgen { name, reason: format!("{error:#}") })
}

fn shrink(tools: &Tools, module: &Path, audience: Audience) -> Outcome {
    let shrunk = module.with_extension("shrunk");
    let mut command = tools.command("wasm-opt");
    command
        .arg("-Oz")
        .arg("--strip-debug")
        .arg("--strip-producers")
        .args(FEATURES.iter().map(|feature| format!("--enable-{feature}")));
    if audience == Audience::Worker {
        // The wrappers that note an abort catch it.
        command.arg("--enable-exception-handling");
    }
    program::quietly("wasm-opt", command.arg(module).arg("-o").arg(&shrunk))?;
    fs::rename(&shrunk, module).doing("replacing", module)
}
