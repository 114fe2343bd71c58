//! The conformance table of docs/accessibility.md: each row is shown by a story or a test that exists.
#![cfg(test)]

use std::fs;
use std::path::Path;

/// Where a source lies that a row names.
fn read(root: &Path, named: &str) -> String {
    let path = if named.contains('/') { root.join(named) } else { root.join("tests/stories").join(named) };
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("docs/accessibility.md names `{named}`: {fault}"))
}

#[test]
fn te_12_2_every_row_of_the_conformance_table_is_shown_by_something_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let page = fs::read_to_string(root.join("docs/accessibility.md")).unwrap();
    let mut rows = 0;
    for line in page.lines().filter(|line| line.starts_with("| ") && !line.contains("| Shown by |")) {
        let shown = line.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let (source, title) = shown.split_once("`: ").unwrap_or_else(|| panic!("no proof is named: {line}"));
        let source = source.trim_start_matches('`');
        let text = read(root, source);
        assert!(text.contains(title.trim()), "{source} has no \"{title}\"");
        rows += 1;
    }
    assert!(rows > 10, "the table is there");
}
