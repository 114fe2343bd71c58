//! Passwords without a label right beside them: the second half of a login ("user kmiller / Hunter2!"), and what looks like
//! a password anywhere in a message about one.

use super::chunk::{Looks, chunk, is_identifier, looks};
use super::claims::Claims;
use super::reading::Reading;
use super::term::Term;
use super::trace::Trace;
use super::{Category, rules};
use crate::scan::{Kind, Marks, hash};
use core::ops::Range;

/// Tokens between a word for a password and what looks like one.
const NEAR: usize = 24;
/// Tokens between a word for a login and its password.
const PAIR: usize = 16;

/// Verbs and nouns of signing in; other words of [`Term::Verify`] are about codes.
const LOGIN: [u32; 11] = [
    hash("login"),
    hash("log"),
    hash("logon"),
    hash("logins"),
    hash("signin"),
    hash("sign"),
    hash("acceso"),
    hash("access"),
    hash("entrar"),
    hash("entro"),
    hash("ingresar"),
];

const CREDENTIALS: [u32; 2] = [hash("creds"), hash("credentials")];

/// What is followed by a number but is no password: devices and their systems.
const DEVICES: [u32; 16] = [
    hash("iphone"),
    hash("ipad"),
    hash("ios"),
    hash("android"),
    hash("galaxy"),
    hash("pixel"),
    hash("windows"),
    hash("win"),
    hash("macos"),
    hash("chrome"),
    hash("firefox"),
    hash("safari"),
    hash("edge"),
    hash("office"),
    hash("covid"),
    hash("mp"),
];

/// Finds the passwords of logins.
pub(super) fn pairs<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    if !reading.has_mark(b'@') && !reading.saw_any(&[Term::Email, Term::Verify, Term::Password]) {
        return;
    }
    for at in 0..reading.tokens().len() {
        let address = is_address(reading, at);
        let named = match reading.term(at) {
            Term::Email => true,
            Term::Verify => reading.token(at).is_some_and(|token| LOGIN.contains(&token.hash)),
            Term::Password => reading.token(at).is_some_and(|token| CREDENTIALS.contains(&token.hash)),
            _ => false,
        };
        if !(named || address) || reading.glued(at) {
            continue;
        }
        let from = if address { at } else { at + 1 };
        let named = named || reading.saw_any(&[Term::Verify, Term::Password]);
        if let Some(tokens) = pair(reading, from, named) {
            claim(reading, claims, trace, tokens, "the second half of a login");
        }
    }
}

/// The password after an account that stands within reach of token `from`.
fn pair(reading: &Reading<'_>, from: usize, named: bool) -> Option<Range<usize>> {
    let mut at = from;
    // The end of the last chunk that can be an account, and whether it is an address of email.
    let mut account: Option<(usize, bool)> = None;
    while at < from + PAIR {
        match reading.kind(at)? {
            Kind::Turn | Kind::Mask => return None,
            Kind::Newline => {
                at += 1;
                continue;
            }
            Kind::Punct if !reading.glued(at + 1) || reading.punct(at, b"/|,:;&+-=>\"'") => {
                if reading.sentence_ends(at) && !reading.punct(at, b":,") {
                    return None;
                }
                at += 1;
                continue;
            }
            _ => {}
        }
        let tokens = chunk(reading, at)?;
        let halved = halves(reading, &tokens);
        if let Some(second) = halved.filter(|second| named && is_strong(reading, second, false)) {
            return Some(second);
        }
        let address = is_address(reading, at);
        if let Some((end, of_email)) = account
            && !address
            && is_strong(reading, &tokens, false)
        {
            let parted = (end..at).any(|place| reading.punct(place, b"/|:;"));
            let joined = (end..at).any(|place| {
                reading.punct(place, b",&+")
                    || reading.term(place) == Term::And
                    || reading.kind(place) == Some(Kind::Newline)
            });
            let beside = at - end <= 3;
            // "login: bwhite4 Cactus!21".
            let introduced = reading.punct(from, b":") && at == end && is_strong(reading, &tokens, true);
            return (beside && (named && (parted || joined || of_email || introduced) || of_email && parted))
                .then_some(tokens);
        }
        let word = matches!(reading.term(at), Term::Other | Term::Animal | Term::Email)
            && reading.kind(at) == Some(Kind::Word);
        if address || word || is_strong(reading, &tokens, false) {
            account = Some((tokens.end, address));
        }
        at = tokens.end;
    }
    None
}

/// The second half of `kmiller:Fluffy2019!`.
fn halves(reading: &Reading<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let mark = tokens.clone().find(|at| reading.punct(*at, b":/|"))?;
    let account = reading.kind(tokens.start) == Some(Kind::Word) && !reading.punct(mark + 1, b"/");
    (account && mark > tokens.start && mark + 1 < tokens.end).then_some(mark + 1..tokens.end)
}

/// Whether the chunk that starts at token `at` is an address of email.
pub(super) fn is_address(reading: &Reading<'_>, at: usize) -> bool {
    if !reading.has_mark(b'@') || reading.kind(at) != Some(Kind::Word) {
        return false;
    }
    (at + 1..at + 12)
        .take_while(|place| reading.glued(*place))
        .find(|place| reading.punct(*place, b"@"))
        .is_some_and(|sign| {
            (sign + 1..sign + 8)
                .take_while(|place| reading.glued(*place))
                .any(|place| reading.punct(place, b"."))
        })
}

/// Finds what looks like a password near the word for one at token `label`.
pub(super) fn around<T: Trace>(reading: &Reading<'_>, label: usize, claims: &mut Claims, trace: &mut T) {
    let mut at = label;
    while at > 0 && label - at < NEAR && reading.kind(at - 1) != Some(Kind::Turn) {
        at -= 1;
    }
    while reading.glued(at) && at < label {
        at += 1;
    }
    while at < label + NEAR {
        let Some(kind) = reading.kind(at) else { return };
        if kind == Kind::Turn {
            if at > label {
                return;
            }
            at += 1;
            continue;
        }
        let Some(tokens) = chunk(reading, at) else {
            at += 1;
            continue;
        };
        let next = tokens.end.max(at + 1);
        if !tokens.contains(&label) && is_strong(reading, &tokens, true) && !is_named(reading, tokens.start) {
            claim(reading, claims, trace, tokens, "looks like a password in a message about one");
        }
        at = next;
        // What closes a chunk stands by itself.
        while reading.glued(at) && reading.kind(at) == Some(Kind::Punct) {
            at += 1;
        }
    }
}

/// Whether what starts at token `at` is said to be a user's name, or a number that the city needs.
fn is_named(reading: &Reading<'_>, at: usize) -> bool {
    let mut back = 0;
    let mut place = at;
    while back < 3 {
        let Some(before) = place.checked_sub(1) else { return false };
        place = before;
        if reading.sentence_ends(place) {
            return false;
        }
        match reading.term(place) {
            Term::Email
            | Term::Account
            | Term::Case
            | Term::Permit
            | Term::Order
            | Term::Parcel
            | Term::Plate
            | Term::Vehicle
            | Term::Id => return true,
            Term::Verify if reading.token(place).is_some_and(|token| LOGIN.contains(&token.hash)) => {
                return true;
            }
            Term::Is | Term::Article | Term::Number | Term::Mine => {}
            Term::Other if reading.kind(place) == Some(Kind::Punct) => {}
            _ => back += 2,
        }
        back += 1;
    }
    false
}

/// Whether a chunk can hardly be anything but a password: letters with figures or marks among them, and no identifier, unit,
/// time or device. `freely` that it stands anywhere, where less is enough to doubt it.
pub(super) fn is_strong(reading: &Reading<'_>, tokens: &Range<usize>, freely: bool) -> bool {
    if looks(reading, tokens) != Looks::Password || is_identifier(reading, tokens) {
        return false;
    }
    let (mut letters, mut figures, mut marks, mut lower) = (0_usize, 0_usize, 0_usize, false);
    let mut plain_marks = true;
    for at in tokens.clone() {
        let Some(token) = reading.token(at) else { return false };
        match token.kind {
            Kind::Word => {
                letters += usize::from(token.count);
                lower |= token.marks.has(Marks::LOWER);
            }
            Kind::Number => figures += usize::from(token.count),
            Kind::Punct if reading.punct(at, b"!#$%^&*+~@_=?<>") => {
                // A mark at the end counts only beside figures.
                marks += usize::from(at + 1 < tokens.end || figures > 0);
                plain_marks = false;
            }
            Kind::Punct if reading.punct(at, b":") && figures > 0 => return false,
            _ => {}
        }
    }
    if letters == 0 || figures + marks == 0 && (freely || tokens.len() > 1) {
        return false;
    }
    let first = reading.token(tokens.start);
    // 26-EM-04417: capitals and figures with hyphens number papers.
    if plain_marks && !lower && tokens.len() > 2 {
        return false;
    }
    if letters < 2 && marks == 0 || is_measure(reading, tokens, freely) {
        return false;
    }
    // "15minutes", "apt4b", "june3", "iphone15".
    let short = tokens.len() <= 3 && marks == 0;
    if tokens.len() == 2
        && marks == 0
        && reading.kind(tokens.start) == Some(Kind::Number)
        && (first.is_some_and(|token| token.count <= 3) || letters < 3)
    {
        return false;
    }
    let known = matches!(
        reading.term(tokens.start),
        Term::Street
            | Term::Direction
            | Term::Place
            | Term::Case
            | Term::Permit
            | Term::Order
            | Term::Month
            | Term::Meter
            | Term::Product
            | Term::Zip
    );
    if short && (known || first.is_some_and(|token| DEVICES.contains(&token.hash))) {
        return false;
    }
    // x-ray, 24/7, A/C, e-mail: marks that words are joined with.
    if figures == 0 && marks == 0 && !camel(reading, tokens.start) {
        return false;
    }
    letters + figures + marks >= if freely { 6 } else { 5 }
}

/// Whether a chunk counts or measures: "8am-5pm", "10-digit", "$5/month", "#4B", "2x4s", "I-15".
pub(super) fn is_measure(reading: &Reading<'_>, tokens: &Range<usize>, freely: bool) -> bool {
    const UNITS: [u32; 24] = [
        hash("am"),
        hash("pm"),
        hash("a"),
        hash("p"),
        hash("st"),
        hash("nd"),
        hash("rd"),
        hash("th"),
        hash("ft"),
        hash("in"),
        hash("min"),
        hash("mins"),
        hash("hr"),
        hash("hrs"),
        hash("mph"),
        hash("gb"),
        hash("mb"),
        hash("k"),
        hash("x"),
        hash("s"),
        hash("lb"),
        hash("lbs"),
        hash("sq"),
        hash("ghz"),
    ];
    let number = |at: usize| reading.kind(at) == Some(Kind::Number);
    if reading.punct(tokens.start, b"$#") && number(tokens.start + 1) {
        return true;
    }
    let mut words = tokens.clone().filter(|at| reading.kind(*at) == Some(Kind::Word));
    if words.clone().all(|at| reading.token(at).is_some_and(|token| UNITS.contains(&token.hash))) {
        return true;
    }
    let hyphen = reading.punct(tokens.start + 1, b"-");
    let short = |at: usize, most: u16| reading.token(at).is_some_and(|token| token.count <= most);
    // "10-digit", "2-factor".
    let counted = hyphen
        && number(tokens.start)
        && short(tokens.start, 3)
        && (tokens.start + 2..tokens.end).all(|at| !number(at) && !reading.punct(at, b"!#$%^&*+~@_="));
    // "I-15", "Covid-19", "f-150".
    let route = freely
        && hyphen
        && tokens.len() == 3
        && words.next() == Some(tokens.start)
        && short(tokens.start, 5)
        && number(tokens.start + 2)
        && short(tokens.start + 2, 3);
    counted || route
}

fn camel(reading: &Reading<'_>, at: usize) -> bool {
    let mut small = false;
    reading.letters(at).any(|letter| {
        let turns = small && letter.is_uppercase();
        small |= letter.is_lowercase();
        turns
    })
}

/// Finds what a secret that is not named was changed to: "i changed it to Tacos4ever".
pub(super) fn changed<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    const CHANGED: [u32; 5] = [hash("changed"), hash("reset"), hash("set"), hash("cambie"), hash("puse")];
    const IT: [u32; 4] = [hash("it"), hash("mine"), hash("la"), hash("lo")];
    const TO: [u32; 3] = [hash("to"), hash("a"), hash("as")];
    let is = |at: usize, words: &[u32]| {
        reading.token(at).is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
    };
    for at in 2..reading.tokens().len() {
        if is(at, &TO)
            && is(at - 1, &IT)
            && (is(at - 2, &CHANGED) || at > 2 && is(at - 3, &CHANGED))
            && let Some(tokens) = chunk(reading, at + 1)
            && is_strong(reading, &tokens, true)
        {
            claim(reading, claims, trace, tokens, "what a secret was changed to");
        }
    }
}

fn claim<T: Trace>(
    reading: &Reading<'_>,
    claims: &mut Claims,
    trace: &mut T,
    tokens: Range<usize>,
    why: &'static str,
) {
    let span = rules::span(reading, &tokens);
    // Overlaps that are further back are joined at the end.
    let taken = claims
        .found
        .iter()
        .rev()
        .take(64)
        .any(|found| found.span.start < span.end && span.start < found.span.end);
    if !taken {
        trace.step(span, why);
        claims.tokens(reading, tokens, Category::Password);
    }
}
