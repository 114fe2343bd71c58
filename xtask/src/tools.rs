//! The tools from npm, at the versions of `package-lock.json`: wrangler, esbuild, binaryen's wasm-opt, Playwright.

use crate::Outcome;
use crate::build::stamp;
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::program;
use crate::report;
use std::path::PathBuf;
use std::process::Command;

/// The oldest Node the pinned wrangler starts on.
const NODE: (u32, &str) = (20, "20.3");

const INSTALL_NODE: &str = "Install Node from nodejs.org or your system's packages (Debian: apt-get install nodejs npm; macOS: brew install node).";

/// The tools, installed.
pub struct Tools {
    modules: PathBuf,
}

impl Tools {
    /// Installs what the lock file says, unless that is what is already there.
    pub fn installed(place: &Place) -> Outcome<Self> {
        check_node()?;
        let lock = place::read(&place.at("package-lock.json"))?;
        let stamp = stamp::of(&[&lock]);
        let seal = place.cache("stamps/npm");
        let tools = Self { modules: place.at("node_modules") };
        if tools.modules.join(".bin").is_dir() && stamp::holds(&seal, &stamp) {
            return Ok(tools);
        }
        report::timed(
            "Installing wrangler, esbuild, binaryen and Playwright from npm, into node_modules/",
            || {
                let mut npm = Command::new("npm");
                npm.args(["ci", "--no-audit", "--no-fund"])
                    .current_dir(place.root())
                    .env("npm_config_update_notifier", "false")
                    // The stories drive the machine's own Chromium.
                    .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
                program::quietly("npm ci", &mut npm)
            },
        )?;
        place::write(&seal, stamp.as_bytes())?;
        Ok(tools)
    }

    /// A tool by the name npm knows it under.
    pub fn command(&self, name: &str) -> Command {
        Command::new(self.modules.join(".bin").join(name))
    }
}

fn check_node() -> Outcome {
    let missing = Failure::MissingTool { tool: "node", install: INSTALL_NODE };
    let Ok(output) = Command::new("node").arg("--version").output() else { return Err(missing) };
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE.0) {
        return Err(Failure::OldTool { tool: "node", found: version, wanted: NODE.1, install: INSTALL_NODE });
    }
    if program::found_on_path("npm").is_none() {
        return Err(Failure::MissingTool { tool: "npm", install: INSTALL_NODE });
    }
    Ok(())
}
