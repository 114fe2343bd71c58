//! Addresses in what residents write, made harmless: staff do not follow customers' links (EM-HRS-B).
//!
//! An address is shown so that it can be read and told to someone, and leads nowhere, neither clicked nor copied:
//! `hxxps://bill-help[.]example/faq`.

use core::ops::Range;
use shared::chat::address;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they were written.
    Words(&'a str),
    /// An address, made harmless.
    Address(String),
}

/// Endings by which a word without scheme or `www.` is taken for an address. "Thanks.Now" is none.
const ENDINGS: [&str; 22] = [
    "app", "biz", "cc", "click", "co", "com", "dev", "edu", "example", "gov", "info", "io", "link", "me",
    "mx", "net", "online", "org", "site", "top", "us", "xyz",
];

/// `text` in pieces, in order; what they show differs from it in the addresses alone.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for Range { start, end } in address::words(text) {
        if let Some(address) = text.get(start..end).filter(|word| is_address(word)) {
            pieces.extend(words(text, from, start));
            pieces.push(Piece::Address(harmless(address)));
            from = end;
        }
    }
    pieces.extend(words(text, from, text.len()));
    pieces
}

fn words(text: &str, from: usize, to: usize) -> Option<Piece<'_>> {
    text.get(from..to).filter(|words| !words.is_empty()).map(Piece::Words)
}

fn is_address(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let host = lower.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    // Who writes from an address of mail gives it to be read.
    !name.is_empty() && !host.contains('@') && ENDINGS.contains(&ending)
}

fn harmless(address: &str) -> String {
    let (scheme, place) =
        address.split_once("://").map_or((None, address), |(scheme, place)| (Some(scheme), place));
    let cut = place.find(['/', '?', '#']).unwrap_or(place.len());
    let (host, path) = place.split_at_checked(cut).unwrap_or((place, ""));
    let mut written = String::with_capacity(address.len() + 8);
    if let Some(scheme) = scheme {
        written.push_str(&scheme.replace('t', "x").replace('T', "X"));
        written.push_str("://");
    }
    written.push_str(&host.replace('.', "[.]"));
    written.push_str(path);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let pieces = pieces(text);
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Address(a) => a.clone(),
            })
            .collect()
    }

    #[test]
    fn em_hrs_b_an_address_leads_nowhere() {
        assert_eq!(
            shown("See https://bill-help.example/faq?a=1.b!"),
            "See hxxps://bill-help[.]example/faq?a=1.b!"
        );
        assert_eq!(
            shown("www.city.test, (pay.com/now) and\n\"HTTP://a.b\""),
            "www[.]city[.]test, (pay[.]com/now) and\n\"HXXP://a[.]b\""
        );
        assert_eq!(pieces("javascript://x"), [Piece::Address("javascripx://x".to_owned())]);
    }

    #[test]
    fn what_is_no_address_stays_as_it_was_written() {
        for text in [
            "",
            "Thanks.Now what? It was 3.50, e.g. on 2.11.",
            "me@home.com",
            "Ñandú… ¿sí?",
            "...",
            "and/or",
            ".com",
        ] {
            assert_eq!(shown(text), text);
            assert!(pieces(text).iter().all(|piece| matches!(piece, Piece::Words(_))), "{text}");
        }
    }
}
