//! Tells the tool a digest of its own sources and of the versions it is built with, by which `build::stamp` knows whether
//! what lies built was built by this very tool.
//!
//! Not the program file's time or content: cargo makes that file anew, and differently, for `cargo test`, and every build
//! would then be redone.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let mut sources = BTreeSet::from([PathBuf::from("Cargo.toml"), PathBuf::from("../Cargo.lock")]);
    files_below(Path::new("src"), &mut sources)?;
    println!("cargo::rerun-if-changed=src");
    let mut digest = DefaultHasher::new();
    for source in sources {
        println!("cargo::rerun-if-changed={}", source.display());
        fs::read(source)?.hash(&mut digest);
    }
    println!("cargo::rustc-env=XTASK_SOURCES={:016x}", digest.finish());
    Ok(())
}

fn files_below(folder: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, files)?;
        } else {
            files.insert(path);
        }
    }
    Ok(())
}
