//! Whether everything that is linked may be given to a city. The allowed licences are listed in `deny.toml`, once, for this
//! test and for cargo-deny.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what is not there fails the test that asks for it"
)]

mod repository;

use repository::{Crates, WASM, root};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn everything_that_is_used_has_an_allowed_licence() {
    let allowed = allowed();
    let mut wrong = BTreeSet::new();
    for crates in [Crates::for_this_machine(), Crates::for_target(WASM)] {
        for (name, version, licence) in crates.packages() {
            let licence = licence.unwrap_or("no licence");
            if !permits(licence, &allowed) {
                wrong.insert(format!("{name} {version}: {licence}"));
            }
        }
    }
    assert!(wrong.is_empty(), "not allowed by deny.toml: {wrong:#?}");
}

#[test]
fn an_expression_is_read_as_its_author_meant_it() {
    let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for yes in [
        "MIT",
        "GPL-3.0 OR MIT",
        "GPL-3.0/MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(permits(yes, &allowed), "{yes}");
    }
    for no in
        ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "Apache-2.0", "", "no licence"]
    {
        assert!(!permits(no, &allowed), "{no}");
    }
}

fn allowed() -> BTreeSet<String> {
    let deny: toml::Table = toml::from_str(&fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap();
    let list = deny["licenses"]["allow"].as_array().unwrap();
    list.iter().map(|licence| licence.as_str().unwrap().to_owned()).collect()
}

/// Whether an SPDX expression can be met with these licences. `AND` binds more closely than `OR`.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    any_of(expression).iter().any(|all| {
        all_of(all).iter().all(|one| {
            let one = one.trim();
            match one.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
                Some(inner) => permits(inner, allowed),
                None => allowed.contains(one),
            }
        })
    })
}

/// The old way of writing `OR` is a slash.
fn any_of(expression: &str) -> Vec<String> {
    split_outside(&expression.replace('/', " OR "), " OR ")
}

fn all_of(expression: &str) -> Vec<String> {
    split_outside(expression, " AND ")
}

/// Splits where the word is not inside parentheses.
fn split_outside(expression: &str, word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for (place, part) in expression.split(word).enumerate() {
        let last = parts.last_mut().unwrap();
        let depth = last.matches('(').count() - last.matches(')').count();
        if place > 0 && depth == 0 {
            parts.push(part.to_owned());
        } else {
            if place > 0 {
                last.push_str(word);
            }
            last.push_str(part);
        }
    }
    parts
}
