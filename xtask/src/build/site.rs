//! The static files: `dist/`, whole, from the two browser apps and the scripts and pages beside them.
//!
//! Everything but the loader and the pages lies in an `assets` folder under a name that holds its digest, so that it is
//! fetched once and kept for ever; a page or the loader names what belongs together.

use super::Bound;
use super::esbuild::Bundle;
use super::headers;
use super::stamp;
use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use crate::tools::Tools;
use shared::language::Language;
use shared::text;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the loader finds the frame page.
const FRAME: &str = "/v1/app/";

/// The files of `dist/`, by their path there.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// One browser app, compiled and bound: what its scripts and pages can name.
struct App {
    /// The module by which scripts reach the crate, imported as `rotunda-app`.
    door: PathBuf,
    /// The folder of its hashed files, as seen from the site's root.
    assets: &'static str,
    /// Address of the WebAssembly module.
    wasm: String,
    /// Address of the style sheet.
    style: String,
    /// Address of the folder with the languages, where the app has any besides its own.
    words: String,
}

/// Makes `dist/`. Files that did not change are not touched, files that no longer belong are removed.
pub fn make(place: &Place, tools: &Tools, bound: &Bound, production: bool) -> Outcome {
    let mut files = Files::new();

    let mut widget = App::made(place, tools, "widget", &bound.widget, "/v1/assets", &mut files)?;
    widget.words = words(&mut files);
    let frame = widget.script(tools, &place.at("widget/loader/frame.js"), "frame", &mut files)?;
    let inline = widget.script(tools, &place.at("widget/loader/inline.js"), "inline", &mut files)?;
    let page = widget.page(&place.at("widget/loader/frame.html"), &frame)?;
    files.insert(PathBuf::from("v1/app/index.html"), page);
    let rules = Bundle::style(&source(place, "widget/loader/loader.css")?).made(tools)?;
    let loader = Bundle::script(&source(place, "widget/loader/loader.js")?)
        .naming("ROTUNDA_RULES", String::from_utf8_lossy(&rules).trim())
        .naming("ROTUNDA_FRAME", FRAME)
        .naming("ROTUNDA_INLINE", &inline)
        .made(tools)?;
    files.insert(PathBuf::from("v1/loader.js"), loader);

    let console = App::made(place, tools, "console", &bound.console, "/console/assets", &mut files)?;
    let main = console.script(tools, &place.at("console/page/main.js"), "main", &mut files)?;
    files.insert(
        PathBuf::from("console/index.html"),
        console.page(&place.at("console/page/index.html"), &main)?,
    );

    files.insert(PathBuf::from("_headers"), headers::text(production).into_bytes());
    lay_out(&place.dist(), &files)
}

impl App {
    fn made(
        place: &Place,
        tools: &Tools,
        name: &str,
        bound: &Path,
        assets: &'static str,
        files: &mut Files,
    ) -> Outcome<Self> {
        let module = place::read(&bound.join(format!("{name}_bg.wasm")))?;
        let sheet = style(place, tools, name, bound)?;
        let door = bound.join("door.js");
        place::write(&door, door_script(name).as_bytes())?;
        Ok(Self {
            door,
            assets,
            wasm: hashed(files, assets, name, "wasm", module),
            style: hashed(files, assets, name, "css", sheet),
            words: String::new(),
        })
    }

    /// Bundles a script of the app with the app's bindings. Returns its address.
    fn script(&self, tools: &Tools, entry: &Path, name: &str, files: &mut Files) -> Outcome<String> {
        exists(entry)?;
        let script = Bundle::module(entry)
            .importing("rotunda-app", &self.door)
            .naming("ROTUNDA_WASM", &self.wasm)
            .naming("ROTUNDA_STYLE", &self.style)
            .naming("ROTUNDA_WORDS", &self.words)
            .made(tools)?;
        Ok(hashed(files, self.assets, name, "js", script))
    }

    /// A page of the app, with the addresses put in the places named for them.
    fn page(&self, file: &Path, script: &str) -> Outcome<Vec<u8>> {
        exists(file)?;
        let page = place::read_text(file)?
            .replace("%ROTUNDA_SCRIPT%", script)
            .replace("%ROTUNDA_STYLE%", &self.style)
            .replace("%ROTUNDA_WASM%", &self.wasm);
        // Indentation is for those who edit the page.
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Ok(lines.join("\n").into_bytes())
    }
}

/// The module behind `rotunda-app`: the crate's exported `mount`, with the WebAssembly fetched as soon as it is imported.
///
/// That it cannot be started is told to whoever mounts, and to nobody before.
///
/// It holds on to what `mount` returns: a handle that nobody holds is collected some seconds later, and frees what is mounted.
fn door_script(name: &str) -> String {
    format!(
        "import start, * as app from \"./{name}.js\";\n\
         const started = start({{ module_or_path: new URL(ROTUNDA_WASM, import.meta.url) }});\n\
         started.catch(() => {{}});\n\
         const mounted = [];\n\
         export const mount = async (...given) => {{\n\
           await started;\n\
           mounted.push(app.mount(...given));\n\
           return mounted.at(-1);\n\
         }};\n\
         export const style = new URL(ROTUNDA_STYLE, import.meta.url).href;\n"
    )
}

/// The app's style sheets, in the order of their names, as one.
fn style(place: &Place, tools: &Tools, name: &str, bound: &Path) -> Outcome<Vec<u8>> {
    let sheets = place::files_below(&place.at(name).join("style"))?;
    let mut all = String::new();
    for sheet in sheets.iter().filter(|sheet| sheet.extension().is_some_and(|extension| extension == "css")) {
        all.push_str(&place::read_text(sheet)?);
        all.push('\n');
    }
    let entry = bound.join("style.css");
    place::write(&entry, all.as_bytes())?;
    Bundle::style(&entry).made(tools)
}

/// Adds the languages of the resident's app, one file for each but the one that is compiled in. Returns the address of their
/// folder, which holds their digest.
fn words(files: &mut Files) -> String {
    let packs = Language::ALL.into_iter().filter(|language| *language != Language::En);
    let packs: Vec<_> =
        packs.map(|language| (language, serde_json::Value::from(text::pack(language)).to_string())).collect();
    let all: String = packs.iter().map(|(_, pack)| pack.as_str()).collect();
    let digest: String = stamp::digest(all.as_bytes()).chars().take(12).collect();
    let folder = format!("/v1/assets/words-{digest}");
    for (language, pack) in packs {
        let path = format!("{}/{}.json", folder.trim_start_matches('/'), language.tag());
        files.insert(PathBuf::from(path), pack.into_bytes());
    }
    folder
}

/// Adds a file under a name that holds its digest. Returns its address.
fn hashed(files: &mut Files, folder: &str, name: &str, extension: &str, bytes: Vec<u8>) -> String {
    let digest: String = stamp::digest(&bytes).chars().take(12).collect();
    let address = format!("{folder}/{name}-{digest}.{extension}");
    files.insert(PathBuf::from(address.trim_start_matches('/')), bytes);
    address
}

/// A file that a crate brings to the build.
fn source(place: &Place, path: &str) -> Outcome<PathBuf> {
    let path = place.at(path);
    exists(&path)?;
    Ok(path)
}

fn exists(path: &Path) -> Outcome {
    if path.is_file() { Ok(()) } else { Err(Failure::MissingSource { path: path.to_owned() }) }
}

fn lay_out(dist: &Path, files: &Files) -> Outcome {
    for (path, bytes) in files {
        place::write(&dist.join(path), bytes)?;
    }
    for present in place::files_below(dist)? {
        let belongs = present.strip_prefix(dist).is_ok_and(|path| files.contains_key(path));
        if !belongs {
            fs::remove_file(&present).doing("removing", &present)?;
        }
    }
    Ok(())
}
