//! Passwords: what follows or precedes a word for them, told apart from talk about them.

use super::Category;
use super::claims::Claims;
use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, Marks};
use core::ops::Range;

/// Words that may stand between the label and the copula: "the password for my account is".
const BETWEEN: usize = 6;

/// Finds the passwords of the message.
pub(super) fn find<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    for at in 0..reading.tokens().len() {
        if !matches!(reading.term(at), Term::Password | Term::Clave)
            || reading.meaning(at, at + 1) != Some(Meaning::Password)
        {
            continue;
        }
        if is_answered(reading, at) {
            continue;
        }
        if let Some(tokens) = after(reading, at)
            .or_else(|| before(reading, at))
            .or_else(|| apposed(reading, at))
            .or_else(|| used(reading, at))
        {
            let start = reading.token(tokens.start).map_or(0, |token| token.start as usize);
            let end = reading.token(tokens.end - 1).map_or(start, |token| token.end as usize);
            trace.step(start..end, "stands where a password is given");
            let mut end = tokens.end;
            claims.tokens(reading, tokens, Category::Password);
            // "… and …", "… but now it's …": several of them.
            let limit = end + 8;
            while end < limit && !reading.sentence_ends(end) {
                let Some(next) = chunk(reading, end) else { break };
                end = next.end;
                if looks(reading, &next) == Looks::Password && !is_identifier(reading, &next) {
                    claims.tokens(reading, next, Category::Password);
                }
            }
        }
    }
}

/// Whether a mask stands where the label's value would: it was found before.
fn is_answered(reading: &Reading<'_>, label: usize) -> bool {
    (label + 1..label + 12)
        .take_while(|at| !reading.sentence_ends(*at))
        .any(|at| reading.kind(at) == Some(Kind::Mask))
}

/// The tokens from `first` to the next blank, without closing punctuation.
fn chunk(reading: &Reading<'_>, first: usize) -> Option<Range<usize>> {
    if matches!(reading.kind(first)?, Kind::Newline | Kind::Turn | Kind::Mask) {
        return None;
    }
    let mut end = first + 1;
    while reading.glued(end)
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
enum Looks {
    /// A word of the sentence.
    Word,
    /// A word that nothing else explains.
    Unknown,
    /// Digits, symbols or capitals in the middle.
    Password,
}

fn looks(reading: &Reading<'_>, tokens: &Range<usize>) -> Looks {
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

/// "password: hunter2", "my password is hunter2", "la contraseña del portal es perro22".
#[expect(clippy::too_many_lines, reason = "one walk from the label to the value")]
fn after(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    let mut at = label + 1;
    let (mut words, mut others) = (0, 0);
    let mut strong = false;
    let mut copula = false;
    let mut quoted = false;
    loop {
        match reading.kind(at)? {
            Kind::Punct if reading.punct(at, b":=>") => {
                strong = true;
                copula = true;
            }
            Kind::Punct if reading.punct(at, b"\"") && (copula || !reading.glued(at)) => {
                quoted = true;
                at += 1;
                break;
            }
            // "password? PonyXpress1860"
            Kind::Punct | Kind::Newline
                if words == 0 && (reading.punct(at, b"?") || reading.kind(at) == Some(Kind::Newline)) =>
            {
                let next = chunk(reading, at + 1)?;
                let alone =
                    reading.kind(next.end).is_none_or(|kind| matches!(kind, Kind::Newline | Kind::Turn));
                let looked = looks(reading, &next);
                return (looked == Looks::Password && !is_identifier(reading, &next)
                    || looked == Looks::Unknown && alone)
                    .then_some(next);
            }
            Kind::Punct if reading.punct(at, b"-#") && !reading.glued(at + 1) => copula = true,
            Kind::Punct if reading.sentence_ends(at) || reading.punct(at, b",") => return None,
            Kind::Newline | Kind::Turn if copula => {}
            // "the password", and in the next message nothing but the password.
            Kind::Turn if others <= 1 => {
                // "es esta" may be a message of its own.
                let mut from = at + 1;
                while reading.term(from).is_grammar()
                    || reading.kind(from) == Some(Kind::Turn)
                    || reading.punct(from, b":")
                {
                    from += 1;
                }
                let next = chunk(reading, from)?;
                let alone = reading.kind(next.end).is_none_or(|kind| kind == Kind::Turn);
                return (alone && looks(reading, &next) == Looks::Password && !is_identifier(reading, &next))
                    .then_some(next);
            }
            Kind::Newline | Kind::Turn | Kind::Mask => return None,
            Kind::Word => {
                let term = reading.term(at);
                if term == Term::Is && reading.letters(at).count() <= 5 && !is_value(reading, at, strong) {
                    copula = true;
                } else if copula {
                    break;
                } else if words == 0
                    && term == Term::Of
                    && reading.letters(at).count() <= 3
                    && reading.letters(at).all(|letter| matches!(letter, 't' | 'o' | 'a' | 'p' | 'r'))
                    && reading.term(at + 1) == Term::Other
                    && reading.kind(at + 1) == Some(Kind::Word)
                    && (reading.kind(at + 2).is_none() || reading.sentence_ends(at + 2))
                {
                    // "change it to sunshine".
                    copula = true;
                } else if words >= BETWEEN || term == Term::And {
                    return None;
                } else if looks(reading, &chunk(reading, at)?) == Looks::Password {
                    break;
                } else {
                    words += 1;
                    others += usize::from(!term.is_grammar());
                }
            }
            Kind::Number if copula => break,
            Kind::Number => {
                if looks(reading, &chunk(reading, at)?) == Looks::Password
                    || words == 0 && reading.token(at)?.count >= 4
                {
                    break;
                }
                words += 1;
            }
            Kind::Punct | Kind::Symbol | Kind::Ideograph => break,
        }
        at += 1;
    }
    if quoted {
        let end = (at..at + 12).find(|end| reading.punct(*end, b"\"") || reading.kind(*end).is_none());
        return end.filter(|end| *end > at).map(|end| at..end);
    }
    let first = chunk(reading, at)?;
    let looked = looks(reading, &first);
    // "La clave es …", "the secret is …" are said of much else.
    let weak = reading.term(label) == Term::Clave && reading.term(label.wrapping_sub(1)) != Term::Mine
        || reading.letters(label).next().is_some_and(|letter| letter == 's' || letter == 'S');
    let accepted = match looked {
        Looks::Password if !copula && is_identifier(reading, &first) => false,
        Looks::Password => words <= BETWEEN && (copula || words <= 1 || !reading.sentence_ends(at)),
        Looks::Unknown if others > 1 || weak && !strong => false,
        Looks::Unknown => {
            copula
                && (strong
                    || ends_clause(reading, first.end)
                    || follows_and(reading, first.end)
                    || reading.kind(first.start) == Some(Kind::Number))
        }
        Looks::Word => {
            strong
                && words <= 3
                && !matches!(
                    reading.term(first.start),
                    Term::NotValue
                        | Term::Mine
                        | Term::Article
                        | Term::Want
                        | Term::Of
                        | Term::And
                        | Term::Is
                )
                && ends_clause(reading, first.end)
                && reading.kind(first.start) != Some(Kind::Punct)
        }
    };
    if accepted {
        // "sol y luna 22": a phrase that ends in a number.
        let close = (first.end..first.end + 5).find(|at| ends_clause(reading, *at));
        if let Some(close) = close.filter(|close| looked == Looks::Unknown && *close > first.end)
            && reading.kind(close - 1) == Some(Kind::Number)
        {
            return Some(first.start..close);
        }
        return Some(first);
    }
    phrase(reading, first, copula && !weak && others == 0 && looked == Looks::Unknown)
}

fn is_value(reading: &Reading<'_>, at: usize, strong: bool) -> bool {
    strong && reading.glued(at + 1)
}

/// "correct horse battery staple": words that no sentence would put in a row, to the end of the clause.
fn phrase(reading: &Reading<'_>, first: Range<usize>, after_copula: bool) -> Option<Range<usize>> {
    let mut end = first.end;
    while end < first.start + 6 && reading.kind(end) == Some(Kind::Word) && reading.term(end) == Term::Other {
        end += 1;
    }
    (after_copula && end >= first.end + 2 && ends_clause(reading, end)).then_some(first.start..end)
}

fn ends_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.kind(at).is_none_or(|kind| kind != Kind::Word && kind != Kind::Number)
        && !reading.punct(at, b"'-/")
}

fn follows_and(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.term(at), Term::And | Term::Of | Term::Filler)
        || matches!(reading.term(at), Term::NotValue | Term::Want | Term::Mine)
}

/// Whether a chunk is an identifier of a paper rather than a password: capitals, then digits (`SR-0048213`), or an address of
/// email or web.
fn is_identifier(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
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
    capitals && digits_only || address || figures || ordinal
}

/// A chunk in the same sentence that looks like a password whatever stands between: "the wifi password you gave me, `EMguest84005`,".
fn apposed(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    let mut at = label + 1;
    while at < label + 16 {
        if reading.sentence_ends(at)
            || matches!(reading.term(at), Term::Email | Term::Account | Term::Case | Term::Permit)
        {
            return None;
        }
        let tokens = chunk(reading, at)?;
        if looks(reading, &tokens) == Looks::Password
            && !is_identifier(reading, &tokens)
            && mixes(reading, &tokens)
        {
            return Some(tokens);
        }
        at = tokens.end;
    }
    None
}

/// Whether letters and digits, or letters and marks inside, stand together.
fn mixes(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let any = |wanted: Kind| tokens.clone().any(|at| reading.kind(at) == Some(wanted));
    any(Kind::Word) && any(Kind::Number)
}

/// A password that was set, tried or used in the sentence before the label: "i set it to Frontier#55 and the password fails".
fn used(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    let mut at = label;
    for _ in 0..9 {
        at = at.checked_sub(1)?;
        if reading.sentence_ends(at) {
            return None;
        }
        let starts = !reading.glued(at);
        if !starts {
            continue;
        }
        let tokens = chunk(reading, at)?;
        let led = at.checked_sub(1).map(|before| reading.term(before));
        if tokens.end <= label
            && matches!(led, Some(Term::Of | Term::Is | Term::NotValue | Term::Give))
            && looks(reading, &tokens) == Looks::Password
            && !is_identifier(reading, &tokens)
        {
            return Some(tokens);
        }
    }
    None
}

/// "hunter2 is my password", "perro22 es mi contraseña", `P@ssw0rd! <- my password`.
fn before(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    let mut at = label;
    let mut copula = false;
    for _ in 0..5 {
        at = at.checked_sub(1)?;
        match reading.term(at) {
            Term::Mine | Term::Article | Term::Other if !copula && reading.kind(at) == Some(Kind::Word) => {}
            Term::Is if !copula => {
                copula = true;
                break;
            }
            Term::Other if reading.punct(at, b"-<=>") => {
                while at > 0 && reading.punct(at - 1, b"-<=>") {
                    at -= 1;
                }
                copula = true;
                break;
            }
            Term::Other if reading.punct(at, b"(,") => {
                copula = true;
                break;
            }
            _ => return None,
        }
    }
    if !copula {
        return None;
    }
    let mut first = at.checked_sub(1)?;
    // "… <- esa es la contraseña", "…, that's my password".
    while first > 0
        && (reading.term(first) == Term::Article
            || reading.punct(first, b"-<=>,")
                && (!reading.glued(first + 1) || reading.punct(first + 1, b"-<=>")))
    {
        first -= 1;
    }
    let at = first + 1;
    if reading.punct(first, b"\"") {
        // A phrase in quotes.
        let open = (first.saturating_sub(12)..first).rev().find(|open| reading.punct(*open, b"\""))?;
        return (open + 1 < first).then_some(open + 1..first);
    }
    while first > 0
        && reading.glued(first)
        && at - first < 12
        && !matches!(reading.kind(first - 1), Some(Kind::Newline | Kind::Turn))
    {
        first -= 1;
    }
    let tokens = chunk(reading, first)?;
    (tokens.end <= at && looks(reading, &tokens) == Looks::Password && !is_identifier(reading, &tokens))
        .then_some(tokens)
}
