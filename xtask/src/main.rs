//! Rotunda's own tool: `cargo xtask <verb>`.

mod score;
mod screen;

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let outcome = match args.next().as_deref() {
        Some("screen") => screen::run(args).map_err(|error| error.to_string()),
        Some("score") => score::run(args).map_err(|error| error.to_string()),
        _ => Err("use: cargo xtask screen|score".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}
