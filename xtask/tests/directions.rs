//! Who may know whom, as ARCHITECTURE.md says it.

mod repository;

use repository::{Crates, WASM, sources};

/// Crates through which a pure crate would reach a clock, a browser, a runtime or chance.
const WORLDLY: [&str; 16] = [
    "chrono",
    "getrandom",
    "gloo-net",
    "gloo-timers",
    "instant",
    "js-sys",
    "leptos",
    "rand",
    "rand_core",
    "time",
    "tokio",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
    "web-time",
    "worker",
];

/// What the standard library offers of the same.
const WORLDLY_PATHS: [&str; 8] = [
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "Instant::now",
    "SystemTime",
    "RandomState",
];

fn assert_links_none_of(crates: &Crates, name: &str, forbidden: &[&str]) {
    let linked = crates.linked_into(name);
    let found: Vec<_> = forbidden.iter().filter(|name| linked.contains(**name)).collect();
    assert!(found.is_empty(), "`{name}` may not know {found:?}, neither itself nor through others");
}

fn assert_names_none_of(below: &str, except: &str, forbidden: &[&str]) {
    for source in sources(below, &[".rs"]) {
        if !except.is_empty() && source.path.starts_with(except) {
            continue;
        }
        for line in source.shipped_lines() {
            let found: Vec<_> = forbidden.iter().filter(|name| line.contains(*name)).collect();
            assert!(found.is_empty(), "{} may not name {found:?}:\n{line}", source.path);
        }
    }
}

#[test]
fn shared_reaches_no_clock_no_chance_no_browser_and_no_runtime() {
    for crates in [Crates::for_this_machine(), Crates::for_target(WASM)] {
        assert_links_none_of(&crates, "shared", &WORLDLY);
    }
    assert_names_none_of("shared/src", "", &WORLDLY_PATHS);
}

#[test]
fn the_engines_of_the_edge_are_compiled_without_the_runtime() {
    assert_links_none_of(
        &Crates::for_this_machine(),
        "edge",
        &["worker", "js-sys", "web-sys", "wasm-bindgen"],
    );
}

#[test]
fn only_the_shell_of_the_edge_names_the_runtime_a_clock_or_chance() {
    let runtime = ["worker::", "js_sys::", "web_sys::", "wasm_bindgen::", "getrandom::"];
    assert_names_none_of("edge/src", "edge/src/shell", &runtime);
    assert_names_none_of("edge/src", "edge/src/shell", &WORLDLY_PATHS);
}

#[test]
fn the_edge_knows_no_app_and_no_browser() {
    assert_links_none_of(&Crates::for_target(WASM), "edge", &["browser", "widget", "console", "leptos"]);
}

#[test]
fn apps_know_neither_the_edge_nor_each_other() {
    let crates = Crates::for_target(WASM);
    assert_links_none_of(&crates, "widget", &["edge", "worker", "console"]);
    assert_links_none_of(&crates, "console", &["edge", "worker", "widget"]);
}

#[test]
fn the_adapters_of_the_browser_know_no_framework_and_no_app() {
    let crates = Crates::for_target(WASM);
    assert_links_none_of(
        &crates,
        "browser",
        &["edge", "worker", "leptos", "reactive_graph", "widget", "console"],
    );
}
