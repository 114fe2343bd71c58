//! Passwords: what follows or precedes a word for them, told apart from talk about them.

use super::Category;
use super::chunk::{Looks, chunk, is_identifier, is_website, looks};
use super::claims::Claims;
use super::login;
use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, hash};
use core::ops::Range;

/// Words that may stand between the label and the copula: "the password for my account is".
const BETWEEN: usize = 6;

/// Finds the passwords of the message.
pub(super) fn find<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    for at in 0..reading.tokens().len() {
        if !is_label(reading, at) {
            continue;
        }
        if is_answered(reading, at) {
            login::around(reading, at, claims, trace);
            continue;
        }
        if let Some(tokens) = after(reading, at)
            .or_else(|| before(reading, at))
            .or_else(|| used_as(reading, at))
            .or_else(|| quoted_before(reading, at))
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
        login::around(reading, at, claims, trace);
    }
    login::pairs(reading, claims, trace);
    login::changed(reading, claims, trace);
}

/// Whether the word at token `at` is a label of a password: a word for one, the answer to a security question, the key of a
/// wireless network, or the `p:` after a `u:`.
fn is_label(reading: &Reading<'_>, at: usize) -> bool {
    const ANSWER: [u32; 4] = [hash("answer"), hash("respuesta"), hash("key"), hash("llave")];
    const NETWORK: [u32; 4] = [hash("wifi"), hash("fi"), hash("wireless"), hash("network")];
    const USER: [u32; 3] = [hash("u"), hash("un"), hash("user")];
    let token = |at: usize| reading.token(at).filter(|token| token.kind == Kind::Word);
    match reading.term(at) {
        Term::Password | Term::Clave => reading.meaning(at, at + 1) == Some(Meaning::Password),
        Term::Other => token(at).is_some_and(|word| {
            let before = |words: &[u32]| {
                (1..=3).any(|back| {
                    at.checked_sub(back).and_then(token).is_some_and(|word| words.contains(&word.hash))
                })
            };
            if word.hash == const { hash("p") } {
                let user = |place: usize| {
                    token(place).is_some_and(|word| USER.contains(&word.hash))
                        && reading.punct(place + 1, b":=")
                };
                return reading.punct(at + 1, b":=")
                    && (1..=8).any(|back| at.checked_sub(back).is_some_and(user));
            }
            ANSWER.contains(&word.hash)
                && (before(&NETWORK)
                    || reading.near(at, 3, 0, &[Term::Security, Term::Password]) && word.count > 4)
        }),
        _ => false,
    }
}

/// Whether the word at token `at` is a part of a screen: what is said after "the password box" is said of the box.
fn is_screen(reading: &Reading<'_>, at: usize) -> bool {
    const PARTS: [u32; 10] = [
        hash("box"),
        hash("field"),
        hash("screen"),
        hash("window"),
        hash("button"),
        hash("prompt"),
        hash("campo"),
        hash("casilla"),
        hash("pantalla"),
        hash("ventana"),
    ];
    reading.token(at).is_some_and(|word| PARTS.contains(&word.hash))
}

/// Whether a mask stands where the label's value would: it was found before.
fn is_answered(reading: &Reading<'_>, label: usize) -> bool {
    (label + 1..label + 12)
        .take_while(|at| !reading.sentence_ends(*at))
        .any(|at| reading.kind(at) == Some(Kind::Mask))
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
                let marked = next.len() == 3 && reading.punct(next.start + 1, b"-/_.");
                let given = looked == Looks::Password && !is_identifier(reading, &next)
                    || (looked == Looks::Unknown || marked) && alone;
                return if given { Some(next) } else { answer(reading, at) };
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
                } else if words == 0 && is_screen(reading, at) {
                    return None;
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
        // "the password page has a typo: "pasword"".
        if others > 2 && !is_secret_word(reading, label) {
            return None;
        }
        let end = (at..at + 12).find(|end| reading.punct(*end, b"\"") || reading.kind(*end).is_none());
        return end.filter(|end| *end > at).map(|end| at..end);
    }
    let first = chunk(reading, at)?;
    if login::is_address(reading, at) {
        return None;
    }
    let looked = looks(reading, &first);
    let kept = (label + 1..at).any(|at| matches!(reading.meaning(at, first.start), Some(Meaning::Kept(_))));
    // "passcode they emailed: 025 309".
    if strong
        && !kept
        && let Some(group) = reading.group_starting(at)
    {
        let (next, total) = reading.extend(group, 8, |_| false);
        if let Some(last) =
            reading.groups().get(next - 1).filter(|last| matches!(total, 4..=8) && last.last + 1 >= first.end)
        {
            return Some(first.start..last.last + 1);
        }
    }
    if looked == Looks::Unknown
        && let Some(row) = sentence(reading, first.start, strong && words == 0)
    {
        return Some(row);
    }
    // "user dlopes pass dlopes".
    if !copula && words == 0 && looked >= Looks::Unknown && follows_user(reading, label, &first) {
        return Some(first);
    }
    // "La clave es …", "the secret is …" are said of much else.
    let weak = reading.term(label) == Term::Clave && reading.term(label.wrapping_sub(1)) != Term::Mine
        || reading.letters(label).next().is_some_and(|letter| letter == 's' || letter == 'S')
            && !is_secret_word(reading, label);
    let accepted = match looked {
        Looks::Password
            if !copula && (is_identifier(reading, &first) || !login::is_strong(reading, &first, true)) =>
        {
            false
        }
        Looks::Password if is_website(reading, &first) || login::is_measure(reading, &first, false) => false,
        Looks::Password => words <= BETWEEN && (copula || words <= 1 || !reading.sentence_ends(at)),
        // "my rec center pass number is 448210": a pass to get in with.
        Looks::Unknown if reading.kind(first.start) == Some(Kind::Number) && is_ticket(reading, label) => {
            false
        }
        Looks::Unknown if strong && others <= 3 && reading.kind(first.start) == Some(Kind::Number) => !kept,
        Looks::Unknown if others > 1 && !is_chosen(reading, label, others) || weak && !strong => false,
        // "passcode 4471".
        Looks::Unknown if !copula && words == 0 && reading.term(label) == Term::Password => {
            reading.kind(first.start) == Some(Kind::Number)
                && !kept
                && !weak
                && ends_clause(reading, first.end)
                && reading.letters(label).count() > 4
        }
        Looks::Unknown => {
            copula
                && (strong
                    || ends_clause(reading, first.end)
                    // "Tigers 99".
                    || reading.kind(first.end) == Some(Kind::Number) && ends_clause(reading, first.end + 1)
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
    // "secret word is tangerine": "word" belongs to the label.
    let own = others - usize::from(others > 0 && is_secret_word(reading, label));
    if copula && own == 0 && others > 0 && looked == Looks::Unknown && ends_clause(reading, first.end) {
        return Some(first);
    }
    sentence(reading, first.start, strong && words == 0)
        .or_else(|| phrase(reading, first, copula && !weak && others == 0 && looked == Looks::Unknown))
}

/// "whats my password? i think its", and in the next message nothing but the password.
fn answer(reading: &Reading<'_>, question: usize) -> Option<Range<usize>> {
    let turn = (question..question + 10).find(|at| reading.kind(*at) == Some(Kind::Turn))?;
    let next = chunk(reading, turn + 1)?;
    let alone = reading.kind(next.end).is_none_or(|kind| kind == Kind::Turn);
    (alone && looks(reading, &next) == Looks::Password && !is_identifier(reading, &next)).then_some(next)
}

/// "the password I picked is", "la contraseña que puse es": what was chosen follows, and not what is said of it.
fn is_chosen(reading: &Reading<'_>, label: usize, others: usize) -> bool {
    const CHOSEN: [u32; 15] = [
        hash("picked"),
        hash("chose"),
        hash("set"),
        hash("made"),
        hash("created"),
        hash("put"),
        hash("entered"),
        hash("typed"),
        hash("use"),
        hash("used"),
        hash("gave"),
        hash("elegi"),
        hash("puse"),
        hash("uso"),
        hash("escogi"),
    ];
    others <= 3
        && (label + 2..=label + 3)
            .any(|at| reading.token(at).is_some_and(|token| CHOSEN.contains(&token.hash)))
}

/// "passphrase: the blue horse runs far": after a colon, a row of words in which nothing is said of a password, to the end.
fn sentence(reading: &Reading<'_>, start: usize, after_colon: bool) -> Option<Range<usize>> {
    if !after_colon {
        return None;
    }
    let (mut end, mut unknown, mut said) = (start, 0, 0);
    while end < start + 8
        && matches!(reading.kind(end), Some(Kind::Word | Kind::Number))
        && matches!(
            reading.term(end),
            Term::Other
                | Term::Article
                | Term::Mine
                | Term::Of
                | Term::And
                | Term::Animal
                | Term::Unit
                | Term::Green
                | Term::NotValue
        )
    {
        said += usize::from(reading.term(end) == Term::NotValue);
        unknown += usize::from(reading.term(end) == Term::Other || reading.term(end) == Term::Animal);
        end += 1;
    }
    // "…, ok?", "… thanks".
    let closed = end > start + 2 && reading.term(end - 1) == Term::NotValue;
    let close = if reading.term(end) == Term::NotValue { end + 1 } else { end };
    end -= usize::from(closed);
    said -= usize::from(closed);
    // "correct horse battery staple": one such word among several that say nothing of a password.
    let given = unknown >= 2 && said == 0 || unknown >= 3 && said == 1;
    (given && end >= start + 2 && ends_clause(reading, close)).then_some(start..end)
}

/// Whether a pass is one that somebody shows: "season pass", "pass number".
fn is_ticket(reading: &Reading<'_>, label: usize) -> bool {
    const NETWORK: [u32; 5] = [hash("wifi"), hash("fi"), hash("wireless"), hash("network"), hash("router")];
    let before = reading.token(label.wrapping_sub(1)).filter(|token| token.kind == Kind::Word);
    reading.token(label).is_some_and(|token| token.hash == const { hash("pass") })
        && (reading.term(label + 1) == Term::Number
            || reading.term(label.wrapping_sub(1)) == Term::Other
                && before.is_some_and(|token| !NETWORK.contains(&token.hash)))
}

/// Whether a user's name with its label stands just before: "user dlopes pass …".
fn follows_user(reading: &Reading<'_>, label: usize, value: &Range<usize>) -> bool {
    let user = |at: usize| reading.term(at) == Term::Email && reading.kind(at) == Some(Kind::Word);
    let Some(from) = (2..=6).filter_map(|back| label.checked_sub(back)).find(|at| user(*at)) else {
        return false;
    };
    (from + 1..label).any(|at| {
        reading.kind(at) == Some(Kind::Word)
            && reading.term(at) == Term::Other
            && !reading.written_is(at, "name")
            && (ends_clause(reading, value.end)
                || reading.token(at).map(|token| token.hash)
                    == reading.token(value.start).map(|token| token.hash))
    })
}

/// "secret word", "palabra secreta": what is asked on the telephone.
fn is_secret_word(reading: &Reading<'_>, label: usize) -> bool {
    const WORDS: [u32; 4] = [hash("word"), hash("phrase"), hash("palabra"), hash("answer")];
    [label.wrapping_sub(1), label + 1]
        .iter()
        .any(|at| reading.token(*at).is_some_and(|token| WORDS.contains(&token.hash)))
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

/// "uso hunter2 de contraseña", "I typed fluffycat as my password": what was used, before the label.
fn used_as(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    const AS: [u32; 4] = [hash("as"), hash("como"), hash("de"), hash("for")];
    const USED: [u32; 9] = [
        hash("typed"),
        hash("typing"),
        hash("entered"),
        hash("put"),
        hash("puse"),
        hash("uso"),
        hash("using"),
        hash("use"),
        hash("used"),
    ];
    let word = |at: usize, words: &[u32]| {
        reading.token(at).is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
    };
    let mut at = label.checked_sub(1)?;
    while matches!(reading.term(at), Term::Mine | Term::Article) && !word(at, &AS) {
        at = at.checked_sub(1)?;
    }
    if !word(at, &AS) {
        return None;
    }
    let mut first = at.checked_sub(1)?;
    while reading.punct(first, b",\"") {
        first = first.checked_sub(1)?;
    }
    while first > 0 && label - first < 64 && reading.glued(first) && !reading.punct(first, b",\"") {
        first -= 1;
    }
    let tokens = chunk(reading, first)?;
    let led = (1..=6)
        .map_while(|back| tokens.start.checked_sub(back))
        .take_while(|at| !reading.sentence_ends(*at))
        .any(|at| word(at, &USED));
    (led && tokens.end <= at && looks(reading, &tokens) >= Looks::Unknown).then_some(tokens)
}

/// `"two brown cows" is what I typed for the password`.
fn quoted_before(reading: &Reading<'_>, label: usize) -> Option<Range<usize>> {
    let floor = label.saturating_sub(20);
    let close = (floor..label).rev().find(|at| reading.punct(*at, b"\""))?;
    let open = (close.saturating_sub(12).max(floor)..close).rev().find(|at| reading.punct(*at, b"\""))?;
    let inside = open + 1..close;
    let plain = inside.clone().all(|at| {
        matches!(reading.kind(at), Some(Kind::Word | Kind::Number | Kind::Punct))
            && !matches!(
                reading.term(at),
                Term::NotValue | Term::Password | Term::Clave | Term::Verify | Term::Code
            )
    });
    let led = reading.near(label, 8, 0, &[Term::Give, Term::Is])
        && (close + 1..label).any(|at| reading.term(at) == Term::Of);
    (plain && led && !inside.is_empty()).then_some(inside)
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
