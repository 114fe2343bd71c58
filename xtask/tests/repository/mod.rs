//! What the tests of this repository read: its files, and what cargo knows about its crates.
#![allow(dead_code, reason = "every test program takes what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what is not there fails the test that asks for it"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The triple of browsers and workerd.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Folders at the top, or in a crate, that no person wrote.
const MADE: [&str; 8] =
    [".git", ".rotunda", ".wrangler", "dist", "edge/build", "node_modules", "target", "tests/report"];

/// The top of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// One file, with its path in the repository.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// Code that is compiled into the product: without comments, and without the tests at the end of the file.
    pub fn shipped_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        lines.filter(|line| !line.trim_start().starts_with("//"))
    }
}

/// Every text file below a folder of the repository whose name ends in one of these, in the order of their paths.
pub fn sources(below: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open = vec![root().join(below)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            if MADE.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// What cargo knows, with the dependencies as they are for one target.
pub struct Crates(Value);

impl Crates {
    /// Asks cargo.
    pub fn for_target(target: &str) -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", target])
            .current_dir(root())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        Self(serde_json::from_slice(&output.stdout).unwrap())
    }

    /// Asks cargo for the machine this runs on.
    pub fn for_this_machine() -> Self {
        let output = Command::new("rustc").arg("-vV").stdin(Stdio::null()).output().unwrap();
        let about = String::from_utf8(output.stdout).unwrap();
        Self::for_target(about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap())
    }

    /// Every package: name, version, licence.
    pub fn packages(&self) -> impl Iterator<Item = (&str, &str, Option<&str>)> {
        self.resolved().map(|package| {
            let field = |name: &str| package.get(name).and_then(Value::as_str);
            (field("name").unwrap(), field("version").unwrap(), field("license"))
        })
    }

    /// Everything that is linked into a crate: the names of its dependencies and theirs, without those of builds and tests.
    pub fn linked_into(&self, name: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut open = vec![self.id_of(name)];
        while let Some(id) = open.pop() {
            for next in self.dependencies_of(&id) {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        seen.iter().map(|id| self.name_of(id)).collect()
    }

    /// Only packages that this target uses.
    fn resolved(&self) -> impl Iterator<Item = &Value> {
        let used: BTreeSet<&str> =
            self.nodes().iter().filter_map(|node| node.get("id").and_then(Value::as_str)).collect();
        let packages = self.0.pointer("/packages").and_then(Value::as_array).unwrap();
        packages
            .iter()
            .filter(move |package| used.contains(package.get("id").and_then(Value::as_str).unwrap()))
    }

    fn nodes(&self) -> &Vec<Value> {
        self.0.pointer("/resolve/nodes").and_then(Value::as_array).unwrap()
    }

    fn id_of(&self, name: &str) -> String {
        let package = self.resolved().find(|package| {
            package.get("name").is_some_and(|found| found == name)
                && package.get("source").is_some_and(Value::is_null)
        });
        package.unwrap()["id"].as_str().unwrap().to_owned()
    }

    fn name_of(&self, id: &str) -> String {
        let package = self.resolved().find(|package| package["id"] == id);
        package.unwrap()["name"].as_str().unwrap().to_owned()
    }

    fn dependencies_of(&self, id: &str) -> Vec<String> {
        let node = self.nodes().iter().find(|node| node["id"] == id).unwrap();
        let dependencies = node["deps"].as_array().unwrap().iter();
        // A kind of null is an ordinary dependency.
        let linked = dependencies.filter(|dependency| {
            dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null())
        });
        linked.map(|dependency| dependency["pkg"].as_str().unwrap().to_owned()).collect()
    }
}
