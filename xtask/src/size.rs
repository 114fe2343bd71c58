//! `cargo xtask size`: what every shipped file weighs, and whether it keeps within its budget.
//!
//! A kilobyte is 1,000 bytes. Brotli and gzip are measured at their best quality, so the numbers compare from release to
//! release; a server that compresses while it sends may send somewhat more.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::program;
use crate::report;
use clap::Args;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// What `size` can be told.
#[derive(Args)]
pub struct Options {
    /// Write the table as Markdown, for the README.
    #[arg(long)]
    markdown: bool,
}

/// How a budget is measured.
#[derive(Clone, Copy)]
enum Measure {
    Gzip,
    Brotli,
}

/// The most that some files may weigh together.
struct Budget {
    name: &'static str,
    /// The files, by how their names start and end once the digest is taken out.
    files: &'static [&'static str],
    measure: Measure,
    most: usize,
}

/// Every budget of the product. What a resident downloads to chat by default is the frame; inline is the same but for a
/// script, so it has no budget of its own.
///
/// The last two are what is shipped today and a hundredth more, since what the same sources weigh differs a little with the
/// folder they are built in; so that it can only shrink: the aims are 110,000 and 250,000 bytes. The Worker's rose when the purge,
/// the cases, the desk's rules, the mailbox, the administrator's closures and the chat by requests came to it, the resident's with the
/// questions after a chat, the messages, the languages, the chat by requests, and what the two engines have learnt since.
const BUDGETS: [Budget; 3] = [
    Budget {
        name: "the loader, on every page of the city",
        files: &["dist/v1/loader.js"],
        measure: Measure::Brotli,
        most: 4_000,
    },
    Budget {
        name: "all a resident downloads to chat",
        files: &[
            "dist/v1/app/index.html",
            "dist/v1/assets/frame.js",
            "dist/v1/assets/widget.css",
            "dist/v1/assets/widget.wasm",
        ],
        measure: Measure::Brotli,
        most: 219_500,
    },
    Budget {
        name: "the Worker, uploaded",
        files: &["edge/build/index.js", "edge/build/index_bg.wasm"],
        measure: Measure::Gzip,
        most: 761_000,
    },
];

/// One shipped file.
struct Shipped {
    /// Its path in the repository, without the digest.
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Shipped {
    fn by(&self, measure: Measure) -> usize {
        match measure {
            Measure::Gzip => self.gzip,
            Measure::Brotli => self.brotli,
        }
    }
}

impl Budget {
    fn spent(&self, shipped: &[Shipped]) -> usize {
        let counted = shipped.iter().filter(|file| self.files.contains(&file.name.as_str()));
        counted.map(|file| file.by(self.measure)).sum()
    }
}

/// Runs the verb on what was built last.
pub fn run(place: &Place, options: &Options) -> Outcome {
    let shipped = weigh(place)?;
    report::result(&table(&shipped, options.markdown));
    within_budget(&shipped)
}

/// Weighs what was built last; fails, naming each, when a budget is overdrawn.
pub fn check(place: &Place) -> Outcome {
    within_budget(&weigh(place)?)
}

fn weigh(place: &Place) -> Outcome<Vec<Shipped>> {
    let mut files = place::files_below(&place.dist())?;
    files.extend(place::files_below(&place.worker())?);
    // The platform reads it; nobody downloads it.
    files.retain(|file| !file.ends_with("_headers"));
    if files.is_empty() {
        return Err(Failure::NotBuilt);
    }
    let weights = weights(&files)?;
    let shipped = files.iter().zip(weights).map(|(path, [raw, gzip, brotli])| {
        let name = path.strip_prefix(place.root()).unwrap_or(path).to_string_lossy();
        Shipped { name: without_digest(&name), raw, gzip, brotli }
    });
    Ok(shipped.collect())
}

fn within_budget(shipped: &[Shipped]) -> Outcome {
    let mut over = Vec::new();
    for budget in &BUDGETS {
        let missing = budget.files.iter().find(|name| !shipped.iter().any(|file| file.name == **name));
        if let Some(missing) = missing {
            return Err(Failure::Unusable(format!("`{missing}` has a budget but was not built")));
        }
        let spent = budget.spent(shipped);
        if spent > budget.most {
            over.push(format!(
                "{} may be {} bytes and is {}",
                budget.name,
                grouped(budget.most),
                grouped(spent)
            ));
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::OverBudget { over: over.join("; ") }) }
}

fn table(shipped: &[Shipped], markdown: bool) -> String {
    let mut rows = vec![["file", "raw", "gzip", "brotli"].map(str::to_owned)];
    for file in shipped {
        rows.push([file.name.clone(), grouped(file.raw), grouped(file.gzip), grouped(file.brotli)]);
    }
    let mut budgets = vec![["budget", "bytes", "of at most", "measured as"].map(str::to_owned)];
    for budget in &BUDGETS {
        let measure = match budget.measure {
            Measure::Gzip => "gzip",
            Measure::Brotli => "brotli",
        };
        budgets.push([
            budget.name.to_owned(),
            grouped(budget.spent(shipped)),
            grouped(budget.most),
            measure.to_owned(),
        ]);
    }
    format!("{}\n{}", laid_out(&rows, markdown), laid_out(&budgets, markdown))
}

/// Columns of even width, the first to the left and the others to the right.
fn laid_out(rows: &[[String; 4]], markdown: bool) -> String {
    let mut widths = [0; 4];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let (open, between, close) = if markdown { ("| ", " | ", " |\n") } else { ("  ", "  ", "\n") };
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .zip(widths)
            .enumerate()
            .map(
                |(column, (cell, width))| {
                    if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
                },
            )
            .collect();
        // Writing to a string does not fail.
        let _ = write!(text, "{open}{}{close}", cells.join(between));
        if markdown && place == 0 {
            let [first, rest @ ..] = widths;
            let _ = write!(text, "|{}|", "-".repeat(first + 2));
            for width in rest {
                let _ = write!(text, "{}:|", "-".repeat(width + 1));
            }
            text.push('\n');
        }
    }
    text
}

/// `widget-e3e9a87d5044.wasm` is `widget.wasm` from release to release.
fn without_digest(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        let (stem, extension) = part.rsplit_once('.').map_or((part, ""), |(stem, end)| (stem, end));
        let dot = if extension.is_empty() { "" } else { "." };
        match stem.rsplit_once('-') {
            Some((name, digest))
                if digest.len() == 12 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                [name, dot, extension].concat()
            }
            _ => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// 12049 as 12,049.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Compresses each file and prints the three sizes of each. Node brings the compressors; compiled without optimising, those
/// written in Rust take longer than the rest of this tool.
const WEIGH: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync, constants, gzipSync } = require('node:zlib');
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
const weights = process.argv.slice(1).map((file) => {
  const bytes = readFileSync(file);
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, best).length];
});
console.log(JSON.stringify(weights));";

/// The raw, gzip and brotli sizes of files.
fn weights(files: &[PathBuf]) -> Outcome<Vec<[usize; 3]>> {
    let mut node = Command::new("node");
    let said = program::quietly("weighing with node", node.args(["--eval", WEIGH, "--"]).args(files))?;
    serde_json::from_slice(&said)
        .map_err(|error| Failure::Unusable(format!("node weighed something else than was asked: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(name: &str, brotli: usize) -> Shipped {
        Shipped { name: without_digest(name), raw: 0, gzip: 0, brotli }
    }

    fn site(loader: usize) -> Vec<Shipped> {
        let mut site = vec![shipped("dist/v1/loader.js", loader)];
        site.extend(BUDGETS.iter().skip(1).flat_map(|budget| budget.files).map(|file| shipped(file, 1)));
        site
    }

    #[test]
    fn a_budget_is_kept_at_its_limit_and_broken_one_byte_above() {
        assert!(within_budget(&site(4_000)).is_ok());
        let over = within_budget(&site(4_001)).unwrap_err().to_string();
        assert!(over.contains("4,001"), "{over}");
    }

    #[test]
    fn a_file_that_lost_its_name_does_not_escape_its_budget() {
        assert!(within_budget(&site(1)[1..]).is_err());
    }

    #[test]
    fn names_are_the_same_from_release_to_release() {
        assert_eq!(without_digest("dist/v1/assets/widget-e3e9a87d5044.wasm"), "dist/v1/assets/widget.wasm");
        assert_eq!(without_digest("dist/v1/loader.js"), "dist/v1/loader.js");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
