//! Bundling and minifying what is written by hand: scripts and styles.

use crate::Outcome;
use crate::program;
use crate::tools::Tools;
use std::path::{Path, PathBuf};

/// Browsers of the last four years: the first that have every feature of WebAssembly that rustc uses.
const BROWSERS: &str = "--target=es2022";

/// One bundle to be made.
pub struct Bundle {
    entry: PathBuf,
    arguments: Vec<String>,
}

impl Bundle {
    /// The Worker's module, whose workerd is newer than any browser.
    pub fn worker(entry: &Path) -> Self {
        Self::of(entry).argument("--format=esm").argument("--target=esnext")
    }

    /// A module that is imported, or loaded by `<script type="module">`.
    pub fn module(entry: &Path) -> Self {
        Self::of(entry).argument("--format=esm").argument(BROWSERS)
    }

    /// A script that is loaded by a plain `<script>`, and leaves no name behind.
    pub fn script(entry: &Path) -> Self {
        Self::of(entry).argument("--format=iife").argument(BROWSERS)
    }

    /// A style sheet.
    pub fn style(entry: &Path) -> Self {
        Self::of(entry).argument(BROWSERS)
    }

    fn of(entry: &Path) -> Self {
        let common =
            ["--bundle", "--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"];
        Self { entry: entry.to_owned(), arguments: common.map(str::to_owned).to_vec() }
    }

    /// Leaves an import as it is.
    pub fn keeping_import(self, pattern: &str) -> Self {
        self.argument(&format!("--external:{pattern}"))
    }

    /// What an import by this name means.
    pub fn importing(self, name: &str, file: &Path) -> Self {
        self.argument(&format!("--alias:{name}={}", file.display()))
    }

    /// Puts a text in the place of a name.
    pub fn naming(self, name: &str, text: &str) -> Self {
        self.argument(&format!("--define:{name}={}", serde_json::Value::from(text)))
    }

    fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Makes it.
    pub fn made(self, tools: &Tools) -> Outcome<Vec<u8>> {
        let what = format!("esbuild of {}", self.entry.display());
        program::quietly(&what, tools.command("esbuild").arg(&self.entry).args(&self.arguments))
    }
}
