//! Compiles the triage lexicon (`src/triage/lexicon/*.txt`) into static tables, so that nothing is parsed at run time.

#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "src/triage/stem.rs"]
mod stem;

use std::{env, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src/triage/lexicon");
    println!("cargo::rerun-if-changed={}", home.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/triage/stem.rs");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&home)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    let mut source = lexicon::Source::default();
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "txt")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        source.read(&name, &fs::read_to_string(file)?)?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("triage_tables.rs"), source.compile()?)?;
    Ok(())
}
