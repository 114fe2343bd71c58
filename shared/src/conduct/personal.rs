//! EM-PRI-A: the agent's own telephone, email, home address and age; the registered ones of the work pass.

use super::words::{Word, before, ends, word};
use super::{Held, Hold, WorkContact};
use crate::scan::{Kind, Message, Token};
use core::ops::Range;

/// How far before a detail the words stand that make it the agent's own, in tokens.
const REACH: usize = 9;

pub(super) fn find(message: Message<'_>, work: WorkContact<'_>, holds: &mut Vec<Hold>) {
    let mut at = 0;
    while at < message.tokens().len() {
        let found = phone(message, at, work)
            .or_else(|| email(message, at, work))
            .or_else(|| home(message, at))
            .or_else(|| age(message, at));
        if let Some((tokens, held)) = found {
            at = tokens.end.max(at + 1);
            if let Some(hold) = held.map(|held| Hold { span: span(message, &tokens), held }) {
                holds.push(hold);
            }
        } else {
            at += 1;
        }
    }
}

fn span(message: Message<'_>, tokens: &Range<usize>) -> Range<usize> {
    let all = message.tokens().get(tokens.clone()).unwrap_or_default();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => first.start as usize..last.end as usize,
        _ => 0..0,
    }
}

fn kind(message: Message<'_>, at: usize) -> Option<Kind> {
    message.tokens().get(at).map(|token| token.kind)
}

/// Whether the words before say that what follows is the agent's: "my cell is", "text me at", "llámeme al".
fn is_own(message: Message<'_>, at: usize, nouns: &[Word]) -> bool {
    let words: Vec<Word> = before(message, at, REACH).collect();
    let has = |wanted: Word| words.contains(&wanted);
    let noun = words.iter().any(|word| nouns.contains(word));
    let mine = has(Word::My) && noun;
    let me = has(Word::Me) && (has(Word::Reach) || noun);
    let me_in_spanish = has(Word::Reach) && !has(Word::Office) && !has(Word::Me) && reaches_me(message, at);
    (mine || me || me_in_spanish) && !has(Word::Your)
}

/// Spanish verbs that hold the "me": "llámeme", "escríbame".
fn reaches_me(message: Message<'_>, at: usize) -> bool {
    (at.saturating_sub(REACH)..at).any(|place| {
        word(message, place) == Word::Reach
            && message.tokens().get(place).is_some_and(|token| {
                let written = message.written(token).as_bytes();
                written.len() > 5 && written.to_ascii_lowercase().ends_with(b"me")
            })
    })
}

/// Digits, grouped as a telephone number of seven, ten or eleven digits.
fn phone(message: Message<'_>, at: usize, work: WorkContact<'_>) -> Option<(Range<usize>, Option<Held>)> {
    if kind(message, at)? != Kind::Number {
        return None;
    }
    let mut digits = Vec::new();
    let mut end = at;
    let mut gap = 0;
    for (place, token) in message.tokens().iter().enumerate().skip(at) {
        match token.kind {
            Kind::Number if digits.len() < 16 => {
                digits.extend(message.digits(token).map(|(_, digit)| digit));
                end = place + 1;
                gap = 0;
            }
            Kind::Punct
                if gap < 2 && [b'-', b'.', b'(', b')', b'/'].iter().any(|mark| token.is_punct(*mark)) =>
            {
                gap += 1;
            }
            Kind::Word
            | Kind::Number
            | Kind::Punct
            | Kind::Newline
            | Kind::Turn
            | Kind::Ideograph
            | Kind::Symbol
            | Kind::Mask => break,
        }
    }
    if !matches!(digits.len(), 7 | 10 | 11) {
        return None;
    }
    let registered: Vec<u8> =
        work.phone.unwrap_or_default().bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    let ten = |digits: &[u8]| digits.get(digits.len().saturating_sub(10)..).unwrap_or_default().to_vec();
    let is_work = !registered.is_empty()
        && (ten(&registered) == ten(&digits) || digits.len() == 7 && registered.ends_with(&digits));
    let own = !is_work && is_own(message, at, &[Word::Phone]);
    Some((at..end, own.then_some(Held::PersonalPhone)))
}

/// An email address or the name of an account elsewhere.
fn email(message: Message<'_>, at: usize, work: WorkContact<'_>) -> Option<(Range<usize>, Option<Held>)> {
    let tokens = message.tokens();
    let first = tokens.get(at)?;
    if !matches!(first.kind, Kind::Word | Kind::Number) && !first.is_punct(b'@') || first.is_glued() && at > 0
    {
        return None;
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|token| token.is_glued() && token.kind != Kind::Newline) {
        end += 1;
    }
    while end > at + 1
        && tokens
            .get(end - 1)
            .is_some_and(|token| [b'.', b',', b'!', b'?', b')'].iter().any(|mark| token.is_punct(*mark)))
    {
        end -= 1;
    }
    let chunk = tokens.get(at..end)?;
    if !chunk.iter().any(|token| token.is_punct(b'@')) {
        return None;
    }
    let place = span(message, &(at..end));
    let written = message.text().get(place).unwrap_or_default();
    let is_work = work.email.is_some_and(|email| email.eq_ignore_ascii_case(written));
    let handle = first.is_punct(b'@');
    let own = !is_work
        && is_own(
            message,
            at,
            if handle { &[Word::Social, Word::Phone] } else { &[Word::Email, Word::Social] },
        );
    Some((at..end, own.then_some(Held::PersonalEmail)))
}

/// "I live at 12 Main St", "mi casa está en …", as far as a house number follows.
fn home(message: Message<'_>, at: usize) -> Option<(Range<usize>, Option<Held>)> {
    let lives = match word(message, at) {
        Word::Live => {
            !before(message, at, 3).any(|word| matches!(word, Word::Your | Word::Ask | Word::May))
                && lives_myself(message, at)
        }
        Word::Home => {
            before(message, at, 2).any(|word| word == Word::My)
                && !before(message, at, 3).any(|word| word == Word::Office)
        }
        _ => false,
    };
    if !lives {
        return None;
    }
    let number = (at + 1..at + 8).take_while(|place| !ends(message, *place)).find(|place| {
        message.tokens().get(*place).is_some_and(|token| token.kind == Kind::Number && token.count <= 5)
    })?;
    let street = kind(message, number + 1) == Some(Kind::Word);
    let end = (number + 1..number + 6)
        .take_while(|place| kind(message, *place) == Some(Kind::Word))
        .last()
        .map_or(number + 1, |last| last + 1);
    street.then_some((number..end, Some(Held::HomeAddress)))
}

/// English needs an "I" before "live"; the Spanish verb has it inside.
fn lives_myself(message: Message<'_>, at: usize) -> bool {
    let spanish =
        message.tokens().get(at).is_some_and(|token| message.written(token).eq_ignore_ascii_case("vivo"));
    let is_i =
        |token: &Token| message.written(token).to_ascii_lowercase().starts_with('i') && token.count <= 2;
    spanish || (at.saturating_sub(3)..at).any(|place| message.tokens().get(place).is_some_and(is_i))
}

/// "I'm 34 years old", "tengo 34 años", "my age is 34".
fn age(message: Message<'_>, at: usize) -> Option<(Range<usize>, Option<Held>)> {
    let token = message.tokens().get(at)?;
    if token.kind != Kind::Number || token.count != 2 || !(16..=99).contains(&token.hash) {
        return None;
    }
    let am = before(message, at, 2).any(|word| word == Word::Am);
    let years = (at + 1..at + 3).any(|place| word(message, place) == Word::Years);
    let alone = at + 1 == message.tokens().len() || ends(message, at + 1);
    let mine = before(message, at, 4).any(|word| word == Word::Age)
        && before(message, at, 5).any(|word| word == Word::My);
    let spanish =
        am && before(message, at, 2).count() > 0 && kind(message, at + 1) == Some(Kind::Word) && !years;
    (mine || am && (years || alone) && !spanish).then_some((at..at + 1, Some(Held::Age)))
}
