//! The Worker: `edge/build/index.js` and `edge/build/index_bg.wasm`, which wrangler deploys as they are.
//!
//! These are the steps of `worker-build` 0.8.7 for its default, recovering target: bindings as an ES module with a reset of
//! state, a shim that resets after a panic, one bundle. Done here, they need no second copy of wasm-bindgen to be compiled or
//! downloaded.

use super::esbuild::Bundle;
use super::stamp;
use crate::Outcome;
use crate::place::{self, Place};
use crate::tools::Tools;
use std::fmt::Write as _;
use std::path::Path;

/// The release of the `worker` crate that the shim belongs to. A test compares it with `Cargo.lock`.
#[cfg(test)]
const WORKER_RELEASE: &str = "0.8.7";

const SHIM: &str = include_str!("worker_shim.js");

/// Handlers the runtime calls with an argument, the bindings and a context, where Rust wants the bindings as arguments.
const EVENTS: [&str; 5] = ["fetch", "queue", "scheduled", "email", "connect"];

/// Exports by which the shim itself works.
const SYSTEM: [&str; 2] = ["__wbg_reset_state", "__worker_init_state"];

/// Makes the Worker of the bindings of `edge`.
pub fn make(place: &Place, tools: &Tools, bound: &Path) -> Outcome {
    let glue = place::read_text(&bound.join("edge.js"))?;
    let module = place::read(&bound.join("edge_bg.wasm"))?;
    let shim = shim(&glue);

    let seal = place.cache("stamps/worker");
    let stamp = stamp::of(&[glue.as_bytes(), &module, shim.as_bytes()]);
    let built = ["index.js", "index_bg.wasm"].map(|name| place.worker().join(name));
    if built.iter().all(|file| file.is_file()) && stamp::holds(&seal, &stamp) {
        return Ok(());
    }
    let entry = bound.join("shim.js");
    place::write(&entry, shim.as_bytes())?;
    let bundled =
        Bundle::worker(&entry).keeping_import("./edge_bg.wasm").keeping_import("cloudflare:*").made(tools)?;
    // wrangler takes the module by a plain import, not yet by a source phase import.
    let bundled = String::from_utf8_lossy(&bundled)
        .replace("import source ", "import ")
        .replace("./edge_bg.wasm", "./index_bg.wasm");
    let [script, binary] = &built;
    place::write(binary, &module)?;
    place::write(script, bundled.as_bytes())?;
    place::write(&seal, stamp.as_bytes())
}

/// The shim with a handler for every function, and a proxy for every class, that the bindings export.
fn shim(glue: &str) -> String {
    let exports = Exports::of(glue);
    let mut handlers = String::new();
    for name in exports.functions.iter().filter(|name| !SYSTEM.contains(name)) {
        // Writing to a string does not fail.
        let _ = if EVENTS.contains(name) {
            writeln!(
                handlers,
                "Entrypoint.prototype.{name} = function {name}(arg) {{ return exports.{name}.call(this, arg, this.env, this.ctx); }};"
            )
        } else {
            writeln!(handlers, "Entrypoint.prototype.{name} = exports.{name};")
        };
    }
    let mut shim = SHIM.replace("$HANDLERS", &handlers);
    for name in exports.classes {
        let _ = writeln!(shim, "export const {name} = new Proxy(exports.{name}, classProxyHooks);");
    }
    shim.replace("./index.js", "./edge.js")
}

/// What a module of bindings exports, by wasm-bindgen's way of writing it: one declaration a line.
struct Exports<'a> {
    functions: Vec<&'a str>,
    classes: Vec<&'a str>,
}

impl<'a> Exports<'a> {
    fn of(glue: &'a str) -> Self {
        let mut exports = Self { functions: Vec::new(), classes: Vec::new() };
        for line in glue.lines() {
            let Some(declared) = line.strip_prefix("export ") else { continue };
            if let Some(class) = declared.strip_prefix("class ") {
                exports.classes.extend(class.split(['{', ' ']).next());
            } else if let Some(function) =
                declared.strip_prefix("async function ").or_else(|| declared.strip_prefix("function "))
            {
                exports.functions.extend(function.split('(').next().map(str::trim));
            } else if let Some((_, alias)) =
                declared.strip_prefix("{").and_then(|list| list.split_once(" as "))
            {
                exports.functions.extend(alias.split('}').next().map(str::trim));
            }
        }
        exports
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
import source wasmModule from \"./edge_bg.wasm\";
export class ChatSession {
    alarm() {}
}
export function __wbg_reset_state () {
function hidden(a) {}
export function __worker_init_state() {
export async function scheduled(event) {
export { __wasm_bindgen_func_fetch as fetch };
";

    #[test]
    fn every_event_is_handed_the_bindings_of_the_deployment() {
        let shim = shim(GLUE);
        assert!(shim.contains("Entrypoint.prototype.fetch = function fetch(arg) { return exports.fetch.call(this, arg, this.env, this.ctx); };"));
        assert!(shim.contains("Entrypoint.prototype.scheduled = function scheduled(arg)"));
    }

    #[test]
    fn every_durable_object_is_made_again_after_a_panic() {
        assert!(
            shim(GLUE)
                .contains("export const ChatSession = new Proxy(exports.ChatSession, classProxyHooks);")
        );
    }

    #[test]
    fn what_the_shim_itself_works_by_is_no_handler() {
        assert!(!shim(GLUE).contains("prototype.__w"), "{}", shim(GLUE));
    }

    #[test]
    fn the_shim_belongs_to_the_worker_crate_of_the_lock_file() {
        let lock = include_str!("../../../Cargo.lock");
        let locked = lock.split("[[package]]").find(|package| package.contains("name = \"worker\"\n"));
        assert!(
            locked.is_some_and(|package| package.contains(&format!("version = \"{WORKER_RELEASE}\""))),
            "`worker` changed: compare worker_shim.js and the steps here with worker-build of the same release"
        );
    }
}
