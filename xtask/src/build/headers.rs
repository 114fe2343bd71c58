//! `dist/_headers`: what every static file is sent with. Answers of the Worker are not touched by it.
//!
//! Which pages may frame the chat is the policy's to say, so the Worker serves the frame page and adds `frame-ancestors` in a
//! `Content-Security-Policy` header of its own; a browser keeps to both.

use std::fmt::Write as _;

/// A pattern of addresses and what is sent with them. Where several match, all apply.
type Rule = (&'static str, &'static [(&'static str, &'static str)]);

/// Nothing but the app's own files, no inline code, no other origin. Sockets of the same host are `'self'` in the browsers we
/// target (Content Security Policy Level 3, since Safari 15.4).
const FRAME_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

const CONSOLE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const IMMUTABLE: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");

const RULES: [Rule; 7] = [
    (
        "/*",
        &[
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            (
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            ),
        ],
    ),
    // The city's pages, of whatever origin, load these.
    ("/v1/*", &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")]),
    ("/v1/assets/*", &[IMMUTABLE]),
    // The pasted loader is evergreen: a new release reaches every page in five minutes.
    ("/v1/loader.js", &[("Cache-Control", "public, max-age=300")]),
    // A page that is isolated from other origins frames only what is isolated too.
    (
        "/v1/app/*",
        &[
            ("Content-Security-Policy", FRAME_POLICY),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("X-Robots-Tag", "noindex"),
        ],
    ),
    (
        "/console/*",
        &[
            ("Content-Security-Policy", CONSOLE_POLICY),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Robots-Tag", "noindex"),
        ],
    ),
    ("/console/assets/*", &[IMMUTABLE]),
];

/// Two years, for this host alone: what else the city serves is not ours to bind.
const PRODUCTION: Rule = ("/*", &[("Strict-Transport-Security", "max-age=63072000")]);

/// The file.
pub fn text(production: bool) -> String {
    let mut text = String::from("# Made by cargo xtask build, from xtask/src/build/headers.rs.\n");
    for (pattern, headers) in RULES.iter().chain(production.then_some(&PRODUCTION)) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{pattern}");
        for (name, value) in *headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_development_build_binds_no_browser_to_https() {
        assert!(!text(false).contains("Strict-Transport-Security"));
        assert!(text(true).contains("Strict-Transport-Security"));
    }

    #[test]
    fn no_line_is_longer_than_the_platform_reads() {
        assert!(text(true).lines().all(|line| line.len() <= 2_000));
    }

    #[test]
    fn no_page_of_ours_runs_inline_code() {
        for policy in [FRAME_POLICY, CONSOLE_POLICY] {
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        }
    }
}
