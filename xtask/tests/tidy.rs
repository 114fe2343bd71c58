//! The shape of the sources: what a reader may count on in every file.

mod repository;

use repository::{root, sources};
use sha2::{Digest, Sha256};
use shared::policy::Policy;
use shared::rule::Rule;
use std::collections::BTreeMap;
use std::fs;

const CODE: [&str; 7] = [".rs", ".js", ".ts", ".css", ".html", ".sql", ".toml"];

/// More than this is two ideas.
const MOST_LINES: usize = 600;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 10] =
    ["common", "helper", "helpers", "lib2", "manager", "managers", "misc", "stuff", "util", "utils"];

/// The policies by whose clauses identifiers begin.
const POLICIES: [&str; 5] = ["EM-", "CS-", "TE-", "PI-", "IR-"];

#[test]
fn every_module_says_what_it_is_for() {
    for source in sources("", &[".rs"]) {
        let first = source.text.lines().find(|line| !line.starts_with("#!["));
        assert!(
            first.is_some_and(|line| line.starts_with("//!")),
            "{}: begin with a `//!` sentence",
            source.path
        );
    }
}

#[test]
fn no_file_holds_two_ideas() {
    for source in sources("", &CODE) {
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "{}: {lines} lines, split it at {MOST_LINES}", source.path);
    }
}

#[test]
fn every_file_is_named_for_its_idea() {
    for source in sources("", &CODE) {
        let named = source.path.split(['/', '.']).find(|part| EMPTY_NAMES.contains(part));
        assert!(named.is_none(), "{}: `{}` names no idea", source.path, named.unwrap_or_default());
    }
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not find itself.
    let marks =
        [["TO", "DO"], ["FIX", "ME"], ["to", "do!("], ["unimple", "mented!("]].map(|mark| mark.concat());
    for source in sources("", &CODE) {
        for (number, line) in source.text.lines().enumerate() {
            let mark = marks.iter().find(|mark| line.contains(mark.as_str()));
            assert!(mark.is_none(), "{}:{}: finish it, or file an issue:\n{line}", source.path, number + 1);
        }
    }
}

#[test]
fn every_policy_can_be_used() {
    let policies = sources("policies", &[".toml"]);
    assert!(!policies.is_empty());
    for source in policies {
        let policy: Policy =
            toml::from_str(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let faults: Vec<String> = policy.faults().iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{}: {}", source.path, faults.join("; "));
    }
}

#[test]
fn every_clause_that_is_cited_exists() {
    for source in sources("", &[".rs", ".js", ".ts", ".md", ".toml"]) {
        // Its tests invent clauses that do not exist.
        if source.path == "shared/src/rule.rs" {
            continue;
        }
        for cited in
            source.text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-.".contains(letter))
        {
            let cited = cited.trim_matches(['-', '.']);
            if POLICIES.iter().any(|policy| cited.starts_with(policy)) {
                assert!(is_clause(cited), "{}: `{cited}` is no clause of shared/src/rule.rs", source.path);
            }
        }
    }
}

/// An identifier, or one under which there are others, such as `EM-COM-E`.
fn is_clause(cited: &str) -> bool {
    Rule::ALL.iter().any(|rule| {
        rule.id().strip_prefix(cited).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
    })
}

/// Golden frames are promises to every copy of the widget that is out there: a line of `frozen.txt` is added, never changed.
#[test]
fn frozen_files_are_never_edited() {
    let list = include_str!("frozen.txt");
    let frozen: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ").map(|(digest, path)| (path, digest))).collect();
    for (path, digest) in &frozen {
        let bytes = fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path} is frozen: {error}"));
        assert_eq!(
            digest_of(&bytes),
            *digest,
            "{path} is frozen: a change of the wire is a new frame or version"
        );
    }
    let frames = sources("", &[".json"]).into_iter().filter(|source| source.path.contains("/wire/v"));
    let loose: Vec<String> = frames
        .filter(|source| !frozen.contains_key(source.path.as_str()))
        .map(|source| format!("{}  {}", digest_of(source.text.as_bytes()), source.path))
        .collect();
    assert!(loose.is_empty(), "freeze these: add to xtask/tests/frozen.txt\n{}", loose.join("\n"));
}

fn digest_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A reader finds every room on the map, and no room on the map that is not there.
#[test]
fn the_map_shows_every_room() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let sources = sources("", &[".rs", ".ts", ".toml"]);
    let folders = sources.iter().filter_map(|source| source.path.rsplit_once('/').map(|(folder, _)| folder));
    for folder in folders {
        for room in rooms_of(folder) {
            assert!(map.contains(&format!("`{room}/")), "ARCHITECTURE.md: say what `{room}/` owns");
        }
    }
    let shown = map.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("/` |"));
    for (room, _) in shown {
        assert!(root().join(room).is_dir(), "ARCHITECTURE.md: there is no `{room}/`");
    }
}

/// The rooms a folder lies in: the one at the top, and in the crates that have rooms inside, that one.
fn rooms_of(folder: &str) -> Vec<String> {
    let parts: Vec<&str> = folder.split('/').filter(|part| !part.starts_with('.')).collect();
    let mut rooms: Vec<String> = parts.iter().take(1).map(ToString::to_string).collect();
    if let [house @ ("shared" | "edge"), "src", room, ..] = parts.as_slice() {
        rooms.push(format!("{house}/src/{room}"));
    }
    rooms
}
