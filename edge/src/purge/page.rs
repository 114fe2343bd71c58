//! `/transparency` for people: a plain page without scripts.

use shared::ledger::{Link, Transparency};
use std::fmt::Write;

/// How many purges the page shows; the export has all.
const SHOWN: usize = 30;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3rem .6rem;border-bottom:1px solid #ccc}\
code{overflow-wrap:anywhere}:root{color-scheme:light dark}";

/// The page. `moment` writes a moment as the city's clocks show it.
pub fn page(seen: &Transparency, moment: impl Fn(shared::time::Millis) -> String) -> String {
    let Transparency { city, next_purge, chats_today, oldest_readable, held, head, ledger, .. } = seen;
    let city = escaped(city);
    let oldest = oldest_readable.map_or_else(|| "none".to_owned(), &moment);
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>What {city} keeps of chats</title><style>{STYLE}</style><main><h1>What {city} keeps of chats</h1>\
         <p>Every chat is sealed under a key of its own. Once a day the chats are deleted and the key of that day is \
         destroyed, so that no copy of them can be read again, not from a backup either. Each time a certificate is added \
         to a chain in which every entry holds the hash of the one before.</p>\
         <dl><dt>Chats begun since the last purge</dt><dd>{chats_today}</dd>\
         <dt>The oldest chat that can be read began</dt><dd>{oldest}</dd>\
         <dt>Next purge</dt><dd>{}</dd>\
         <dt>Chats held for evaluation of a ban or for a records request</dt><dd>{held}</dd>\
         <dt>Head of the chain</dt><dd><code>{head}</code></dd></dl><h2>Last purges</h2>",
        moment(*next_purge)
    );
    if ledger.is_empty() {
        html.push_str("<p>There has been no purge yet.</p>");
    } else {
        html.push_str(
            "<table><thead><tr><th>Day<th>Done<th>Chats<th>Deleted<th>Held<th>Carried<th>Key<th>Hash</thead><tbody>",
        );
        for Link { certificate, hash } in ledger.iter().rev().take(SHOWN) {
            let short = hash.get(..16).unwrap_or(hash);
            let _ = write!(
                html,
                "<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td>destroyed<td><code>{short}</code>",
                escaped(&certificate.day),
                moment(certificate.at),
                certificate.chats,
                certificate.removed,
                certificate.held,
                certificate.carried,
            );
        }
        html.push_str("</tbody></table>");
    }
    html.push_str(
        "<h2>See for yourself</h2><p>The <a href=\"/v1/transparency\">export</a> holds the whole chain. \
         <code>cargo xtask verify-ledger FILE</code> checks it; so does hashing the lines of a certificate with SHA-256.</p>\
         <p>What this cannot show: what a resident’s own screen still holds, what people remember, and copies that the \
         platform makes of its own storage media. Counts and times are kept.</p></main></html>",
    );
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
