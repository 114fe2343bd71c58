//! The browser of the stories: the one that is there, or one that is installed.

use crate::Outcome;
use crate::failure::{Doing, Failure};
use crate::place::{self, Place};
use crate::program;
use crate::report;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names on the search path, in order of preference.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable"];

/// Where browsers lie that put nothing on the search path.
const PLACES: [&str; 5] = [
    "/usr/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const INSTALL: &str = "Install Chromium or Chrome (Debian: apt-get install chromium; Fedora: dnf install chromium; \
    macOS: brew install --cask google-chrome), or name one in the environment variable CHROMIUM.";

/// The package of the registry that contains a Chromium, for Linux without the right to install programs.
const PACKED: &str = "@sparticuz/chromium@138.0.2";

/// A browser for the stories: named in `CHROMIUM`, or found, or installed.
pub fn found(place: &Place) -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return if named.is_file() { Ok(named) } else { Err(Failure::MissingSource { path: named }) };
    }
    if let Some(present) = present() {
        return Ok(present);
    }
    let packed = place.cache("chromium/run");
    if packed.is_file() {
        return Ok(packed);
    }
    if rustix::process::geteuid().is_root() && program::found_on_path("apt-get").is_some() {
        install_from_debian()?;
        return present().ok_or(Failure::MissingTool { tool: "chromium", install: INSTALL });
    }
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        unpack(place, &packed)?;
        return Ok(packed);
    }
    Err(Failure::MissingTool { tool: "chromium", install: INSTALL })
}

fn present() -> Option<PathBuf> {
    let named = NAMES.iter().find_map(|name| program::found_on_path(name));
    named.or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn install_from_debian() -> Outcome {
    report::timed("Installing Chromium with apt-get, since this is root and none was found", || {
        program::quietly("apt-get update", Command::new("apt-get").arg("update"))?;
        let mut install = Command::new("apt-get");
        install
            .args(["install", "--yes", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive");
        program::quietly("apt-get install chromium", &mut install).map(drop)
    })
}

/// Unpacks a headless Chromium from an npm package into the project's cache, with the libraries it was built with, which a
/// small system may lack.
fn unpack(place: &Place, run: &Path) -> Outcome {
    let folder = place.cache("chromium");
    report::timed("Unpacking a headless Chromium into .rotunda/, since none was found", || {
        place::make_empty_folder(&folder)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(PACKED);
        program::quietly("npm install of Chromium", &mut npm)?;
        let mut node = Command::new("node");
        node.args(["--input-type=module", "--eval"])
            .arg("import chromium from '@sparticuz/chromium'; await chromium.executablePath();")
            .current_dir(&folder)
            // It unpacks into the temporary folder, and the libraries only where it believes it is a function of a cloud.
            .env("TMPDIR", &folder)
            .env("AWS_EXECUTION_ENV", "AWS_Lambda_nodejs20.x");
        program::quietly("unpacking Chromium", &mut node)?;
        let script = format!(
            "#!/bin/sh\nLD_LIBRARY_PATH='{folder}/al2023/lib' exec '{folder}/chromium' \"$@\"\n",
            folder = folder.display()
        );
        place::write(run, script.as_bytes())?;
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(run, executable).doing("making executable", run)
    })
}
