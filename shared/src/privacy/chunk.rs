//! Chunks: what is written without a blank, and whether it looks like a password, a word or the number of a paper.

use super::reading::Reading;
use super::term::Term;
use crate::scan::{Kind, Marks, hash};
use core::ops::Range;

/// The tokens from `first` to the next blank, without closing punctuation.
pub(super) fn chunk(reading: &Reading<'_>, first: usize) -> Option<Range<usize>> {
    if matches!(reading.kind(first)?, Kind::Newline | Kind::Turn | Kind::Mask) {
        return None;
    }
    let mut end = first + 1;
    // Longer than any password: what is glued without end is none.
    while end - first < 64
        && reading.glued(end)
        && !matches!(reading.kind(end), Some(Kind::Newline | Kind::Turn | Kind::Mask) | None)
    {
        end += 1;
    }
    while end > first + 1 && reading.punct(end - 1, b".,;:)\"'?") {
        end -= 1;
    }
    Some(first..end)
}

/// Endings of words that are said *of* a password.
const VERBAL: [&str; 12] =
    ["ed", "ing", "ado", "ada", "ido", "ida", "able", "ible", "ly", "mente", "ando", "iendo"];

/// How much a chunk looks like a password.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// A word of the sentence.
    Word,
    /// A word that nothing else explains.
    Unknown,
    /// Digits, symbols or capitals in the middle.
    Password,
}

/// How much a chunk looks like a password.
pub(super) fn looks(reading: &Reading<'_>, tokens: &Range<usize>) -> Looks {
    let mut words = 0;
    let mut digits = 0;
    let mut marks = 0;
    for at in tokens.clone() {
        match reading.kind(at) {
            Some(Kind::Word) => words += 1,
            Some(Kind::Number) => digits += 1,
            Some(Kind::Punct) if !reading.punct(at, b"'\"(),") => marks += 1,
            Some(Kind::Symbol) => marks += 1,
            _ => {}
        }
    }
    if words + digits == 0 {
        return Looks::Word;
    }
    if digits > 0 && (words > 0 || marks > 0)
        || reading.punct(tokens.start, b"!#$%^&*~+")
        || marks > 0 && words > 1 && !reading.punct(tokens.start + 1, b"-'/")
    {
        return Looks::Password;
    }
    if digits > 0 {
        let long = reading.token(tokens.start).is_some_and(|token| token.count >= 4);
        return if long { Looks::Unknown } else { Looks::Word };
    }
    let written = reading.token(tokens.start).map(|token| reading.message.written(token)).unwrap_or_default();
    let camel = written.chars().skip(1).any(|letter| letter.is_ascii_uppercase())
        && written.chars().any(|letter| letter.is_ascii_lowercase());
    if camel && words == 1 {
        return Looks::Password;
    }
    let lower = written.to_ascii_lowercase();
    if reading.term(tokens.start) == Term::Other
        && words == 1
        && !VERBAL.iter().any(|end| lower.ends_with(end))
    {
        Looks::Unknown
    } else {
        Looks::Word
    }
}

/// Whether a chunk is an identifier of a paper rather than a password: capitals, then digits (`SR-0048213`), or an address of
/// email or web.
pub(super) fn is_identifier(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let capitals = reading.token(tokens.start).is_some_and(|token| {
        token.kind == Kind::Word
            && token.marks.has(Marks::UPPER)
            && !token.marks.has(Marks::LOWER)
            && token.count <= 5
    });
    let digits_only = (tokens.start + 1..tokens.end)
        .all(|at| matches!(reading.kind(at), Some(Kind::Number)) || reading.punct(at, b"-/_."));
    let mut at_sign = false;
    let address = tokens.clone().any(|at| {
        at_sign |= reading.punct(at, b"@");
        at_sign && reading.punct(at, b".") || reading.punct(at, b"/") && reading.punct(at + 1, b"/")
    });
    let figures = !tokens.clone().any(|at| reading.kind(at) == Some(Kind::Word));
    let ordinal = tokens.len() == 2
        && reading.kind(tokens.start) == Some(Kind::Number)
        && reading.token(tokens.start + 1).is_some_and(|token| token.count <= 2);
    capitals && digits_only || address || figures || ordinal || is_website(reading, tokens)
}

/// Whether a chunk is the name of a site or a file: words with dots, of which one ends so.
pub(super) fn is_website(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    const ENDS: [u32; 13] = [
        hash("com"),
        hash("org"),
        hash("gov"),
        hash("net"),
        hash("edu"),
        hash("us"),
        hash("utah"),
        hash("pdf"),
        hash("jpg"),
        hash("jpeg"),
        hash("png"),
        hash("doc"),
        hash("docx"),
    ];
    (tokens.start + 1..tokens.end).any(|at| {
        reading.punct(at, b".") && reading.token(at + 1).is_some_and(|token| ENDS.contains(&token.hash))
    })
}
