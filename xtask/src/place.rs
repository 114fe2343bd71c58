//! Where things lie in the repository.

use crate::Outcome;
use crate::failure::Doing;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The repository this tool was built from.
pub struct Place {
    root: PathBuf,
    program: io::Result<PathBuf>,
}

impl Place {
    /// The repository this tool was built from.
    pub fn of_this_repository() -> Self {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: manifest.parent().unwrap_or(manifest).to_owned(), program: env::current_exe() }
    }

    /// The top of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// This tool's own program. It was asked for when the tool started: once `cargo test` has made the program anew, the
    /// system would name the file that was deleted.
    ///
    /// # Errors
    /// When the system could not name it.
    pub fn program(&self) -> Outcome<&Path> {
        match &self.program {
            Ok(program) => Ok(program),
            Err(fault) => Err(io::Error::from(fault.kind())).doing("finding", "this program"),
        }
    }

    /// A file or folder of the repository.
    pub fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// The static files that are deployed.
    pub fn dist(&self) -> PathBuf {
        self.at("dist")
    }

    /// The Worker that is deployed.
    pub fn worker(&self) -> PathBuf {
        self.at("edge/build")
    }

    /// A place in the project's own cache, which git ignores. Deleting the cache loses development chats and a quick start.
    pub fn cache(&self, path: impl AsRef<Path>) -> PathBuf {
        self.at(".rotunda").join(path)
    }
}

/// Reads a file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).doing("reading", path)
}

/// Reads a text file.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).doing("reading", path)
}

/// Writes a file and the folders above it; leaves a file that already says so alone, so that no watcher stirs.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, bytes).doing("writing", path)
}

/// Makes a folder and those above it.
pub fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).doing("making the folder", path)
}

/// Makes a folder that is empty.
pub fn make_empty_folder(path: &Path) -> Outcome {
    if path.exists() {
        fs::remove_dir_all(path).doing("emptying", path)?;
    }
    make_folder(path)
}

/// Every file in a folder and below, in the order of their paths; none when there is no such folder.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).doing("listing", &folder)? {
            let path = entry.doing("listing", &folder)?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
