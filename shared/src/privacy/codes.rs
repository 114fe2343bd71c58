//! Codes of a few digits: verification values of cards, one-time codes, PINs.

use super::Category;
use super::claims::Claims;
use super::label::Label;
use super::literal::Literal;
use super::meaning::Meaning;
use super::reading::Reading;
use super::rules::Verdict;
use super::run::gap;
use super::term::Term;
use super::unlabelled::{is_login, is_teller, is_told, unlabelled};
use crate::scan::{Kind, hash};

/// A code that a label announces.
#[expect(clippy::too_many_lines, reason = "one table of rules, read from top to bottom")]
pub(super) fn secret(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Label) -> Verdict {
    let at = literal.groups.start;
    let card = reading.saw_any(&[Term::Card, Term::Brand, Term::Cvv])
        || claims.holds(Category::Pan)
        || reading.has_masks();
    let most = match label.meaning {
        Meaning::Cvv => 4,
        _ => 8,
    };
    let (next, total) = reading.extend(at, most, |group| claims.has(group));
    let plain = literal.letters == 0;
    let mask = |category| {
        if plain || literal.letters > 6 {
            let groups = reading.groups().get(at..next).unwrap_or_default();
            match (groups.first(), groups.last()) {
                (Some(first), Some(last)) => Verdict::Mask(first.first..last.last + 1, category),
                _ => Verdict::Pass,
            }
        } else {
            Verdict::Mask(literal.tokens.clone(), category)
        }
    };
    // Of several numbers after one label only the first is meant, but for "and" lists of the same kind.
    let direct = label.words <= 4 && label.crossed == 0;
    let near = label.crossed == 0 || label.crossed == 1 && claims.found.len() == 1;
    let decimal = (at..next.saturating_sub(1))
        .any(|at| gap(reading, at).is_some_and(|gap| gap.tight && gap.mark == b'.'));
    if !near || decimal || next < literal.groups.end && plain {
        return Verdict::Pass;
    }
    // "sec code 330 1190 N Larkspur": three figures are the whole of it, whatever comes next.
    let three = plain && literal.digits == 3 && total > 4 && next > literal.groups.end;
    match label.meaning {
        Meaning::Cvv | Meaning::SecurityCode
            if three && card && direct && label.at < literal.tokens.start =>
        {
            Verdict::Mask(literal.tokens.clone(), Category::Cvv)
        }
        Meaning::Cvv
            if plain
                && matches!(total, 3 | 4)
                && reading.extend(at, 19, |group| claims.has(group)).1 <= 4 =>
        {
            mask(Category::Cvv)
        }
        Meaning::SecurityCode if plain && total == 3 => mask(Category::Cvv),
        // "the verification code of the card".
        Meaning::Otp if plain && total == 3 && card && direct => mask(Category::Cvv),
        Meaning::SecurityCode if plain && total == 4 && card => mask(Category::Cvv),
        Meaning::SecurityCode | Meaning::Otp if plain && matches!(total, 4..=8) => mask(Category::Otp),
        // With letters a confirmation code is rather that of an order or a reservation.
        Meaning::SecurityCode | Meaning::Otp
            if !plain
                && !reading.saw_any(&[Term::Order, Term::Event])
                && literal.digits >= 2
                && matches!(literal.alnum(), 4..=12)
                && direct =>
        {
            mask(Category::Otp)
        }
        // "did you get the code?", "yes one sec", "882044".
        Meaning::SomeCode
            if plain
                && label.apart
                && total == 6
                && label.words <= 3
                && reading
                    .groups()
                    .get(next - 1)
                    .is_some_and(|last| is_alone(reading, literal.tokens.start, last.last))
                && !reading.saw_any(&[Term::Place, Term::Product, Term::Case, Term::Zip, Term::Order]) =>
        {
            mask(Category::Otp)
        }
        // "y el código?", "314": of a card, said as an answer.
        Meaning::SomeCode
            if plain
                && label.apart
                && total == 3
                && label.words == 0
                && literal.groups.len() == 1
                && is_alone(reading, literal.tokens.start, literal.tokens.end - 1)
                && !reading.saw_any(&[Term::Place, Term::Product, Term::Case, Term::Zip, Term::Order]) =>
        {
            mask(Category::Cvv)
        }
        // "reply with the code? 8831", at the end.
        Meaning::SomeCode
            if plain
                && matches!(total, 4..=8)
                && reading.punct(label.at + 1, b"?")
                && label.at + 2 == literal.tokens.start
                && reading.kind(literal.tokens.end).is_none()
                && !reading.saw_any(&[Term::Place, Term::Product, Term::Case, Term::Zip]) =>
        {
            mask(Category::Otp)
        }
        // "code is 4829", "code: 4829", but not "code 503".
        Meaning::SomeCode
            if plain
                && total == 4
                && label.words == 0
                && !label.apart
                && label.at + 1 < literal.tokens.start
                && literal.groups.len() == 1
                && !reading.saw_any(&[Term::Place, Term::Product, Term::Case]) =>
        {
            mask(Category::Otp)
        }
        Meaning::SomeCode
            if !plain
                && (literal.head == 0 || literal.tokens.len() > 2)
                && literal.digits >= 2
                && literal.letters >= 2
                && matches!(literal.alnum(), 5..=8)
                && label.words == 0 =>
        {
            mask(Category::Otp)
        }
        Meaning::SomeCode
            if plain
                && matches!(total, 3 | 4)
                && (card || reading.saw(Term::Expiry))
                && (!label.apart || label.words == 0) =>
        {
            mask(Category::Cvv)
        }
        Meaning::SomeCode
            if plain
                && matches!(total, 5..=8)
                && label.words <= if is_given(reading, literal.tokens.start) { 6 } else { 2 }
                && (!label.apart || total == 6 && label.words == 0)
                && (literal.groups.end >= next && literal.groups.len() == 1
                    || reading.groups().get(at..next).is_some_and(|groups| {
                        groups
                            .iter()
                            .all(|group| group.count == groups.first().map_or(0, |first| first.count))
                    })) =>
        {
            mask(Category::Otp)
        }
        Meaning::Pin if reading.saw(Term::Place) && label.words > 1 => Verdict::Pass,
        Meaning::Pin
            if plain
                && matches!(total, 4..=8)
                && label.words
                    <= if is_said(reading, literal.tokens.start) || label.apart { 8 } else { 3 } =>
        {
            mask(Category::Pin)
        }
        _ => Verdict::Pass,
    }
}

/// Whether "is" or a mark stands just before a number, or it is the first of its message.
fn is_said(reading: &Reading<'_>, number: usize) -> bool {
    number.checked_sub(1).is_none_or(|at| reading.term(at) == Term::Is || reading.punct(at, b":=,-\"("))
        || is_given(reading, number)
}

/// Whether the number stands alone in its message.
pub(super) fn is_alone(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let turn = |at: usize| reading.kind(at).is_none_or(|kind| kind == Kind::Turn);
    (first == 0 || turn(first - 1)) && turn(last + 1)
}

/// Whether the word just before a number is a verb of typing or saying it: "so i put 356-590".
pub(super) fn is_given(reading: &Reading<'_>, number: usize) -> bool {
    const GIVEN: [u32; 17] = [
        hash("typed"),
        hash("type"),
        hash("put"),
        hash("puse"),
        hash("entered"),
        hash("enter"),
        hash("tried"),
        hash("try"),
        hash("used"),
        hash("use"),
        hash("gave"),
        hash("give"),
        hash("read"),
        hash("told"),
        hash("tecleo"),
        hash("meti"),
        hash("escribi"),
    ];
    (1..=2).any(|back| {
        number
            .checked_sub(back)
            .and_then(|at| reading.token(at))
            .is_some_and(|token| token.kind == Kind::Word && GIVEN.contains(&token.hash))
    })
}

/// What a code comes with.
const TEXT: [u32; 4] = [hash("text"), hash("sms"), hash("mensaje"), hash("texto")];

/// Whether somebody is said to have sent the number at token `number`, and nothing else: "they sent me 4821", "me mandaron 4821", "a
/// text with 5512".
fn is_brought(reading: &Reading<'_>, label: usize, number: usize) -> bool {
    const SENT: [u32; 4] = [hash("sent"), hash("texted"), hash("sends"), hash("emailed")];
    const MANDARON: [u32; 6] =
        [hash("mandaron"), hash("mando"), hash("enviaron"), hash("envio"), hash("llego"), hash("mandan")];
    const ME: [u32; 3] = [hash("me"), hash("us"), hash("nos")];
    let is = |at: usize, words: &[u32]| {
        reading.token(at).is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
    };
    let follows = |from: usize| {
        number >= from
            && number - from <= 2
            && (from..number).all(|at| reading.term(at) == Term::Of || reading.punct(at, b":"))
    };
    is(label, &SENT) && is(label + 1, &ME) && follows(label + 2)
        || is(label, &MANDARON) && is(label.wrapping_sub(1), &ME) && follows(label + 1)
        || is(label, &TEXT) && number > label + 1 && follows(label + 1)
}

/// Whether it is said after the number that ends at token `last` that it came as a text: "i got 5512 by text", "el 4821 por mensaje".
fn comes_by_text(reading: &Reading<'_>, last: usize) -> bool {
    const BY: [u32; 5] = [hash("by"), hash("via"), hash("in"), hash("por"), hash("en")];
    let word = |at: usize| reading.token(at).filter(|token| token.kind == Kind::Word).map(|token| token.hash);
    let text = last + 2 + usize::from(reading.term(last + 2) == Term::Article);
    word(last + 1).is_some_and(|by| BY.contains(&by)) && word(text).is_some_and(|text| TEXT.contains(&text))
}

/// Whether four figures are rather a year or a form of the tax office.
pub(super) fn is_year_or_form(reading: &Reading<'_>, group: usize) -> bool {
    reading.groups().get(group).is_some_and(|group| {
        group.count == 4 && matches!(reading.value(group), 1040 | 1098 | 1099 | 1950..=2050)
    })
}

/// Digits that stand alone after "they texted me" or before "in a text".
pub(super) fn sent(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Label) -> Verdict {
    let at = literal.groups.start;
    let (next, total) = reading.extend(at, 8, |group| claims.has(group));
    let groups = reading.groups().get(at..next).unwrap_or_default();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return Verdict::Pass };
    let after = last.last + 1;
    let ends = reading.kind(after) != Some(Kind::Word)
        || matches!(
            reading.term(after),
            Term::Of | Term::Is | Term::And | Term::NotValue | Term::Filler | Term::Article | Term::Want
        )
        || reading.token(after).is_some_and(|token| token.hash == const { hash("as") });
    // "about outage 482913": what stands right before says what it is.
    let before = first.first.wrapping_sub(1);
    let named = reading.term(label.at) == Term::Texted
        && reading.kind(before) == Some(Kind::Word)
        && !is_given(reading, first.first)
        && !is_told(reading, before)
        && matches!(
            reading.term(before),
            Term::Other | Term::Bill | Term::Event | Term::Business | Term::Animal
        )
        && label.at < before;
    if literal.letters == 1
        && literal.head == 1
        && literal.digits == 6
        && literal.groups.len() == 1
        && label.words <= 2
    {
        // "G-482913".
        return Verdict::Mask(literal.tokens.clone(), Category::Otp);
    }
    let plain = literal.letters == 0 && !named && label.crossed == 0;
    // "text STOP to 898211", "texted 77948": where it was sent.
    let to = reading
        .token(before)
        .is_some_and(|token| token.kind == Kind::Word && token.hash == const { hash("to") });
    let sent_to = reading
        .token(before)
        .is_some_and(|token| [hash("text"), hash("texted"), hash("texting")].contains(&token.hash));
    if to || sent_to {
        return Verdict::Pass;
    }
    // "they texted me" in one message, the code by itself in the next.
    let answers = label.apart
        && label.at < first.first
        && is_alone(reading, first.first, last.last)
        && total == 6
        && label.words <= 2
        && (is_teller(reading, label.at) || reading.saw_any(&[Term::Code, Term::Verify, Term::Otp]));
    let led = label.words <= 2 && !label.apart;
    let spoken_of = is_login(reading) && matches!(total, 4 | 6);
    let told = label.at < first.first
        && reading.token(label.at).is_some_and(|token| {
            [hash("texted"), hash("mandaron"), hash("enviaron"), hash("llego")].contains(&token.hash)
        });
    let bare = plain && literal.groups.len() == 1 && matches!(total, 4..=8);
    let brought = bare
        && !is_year_or_form(reading, at)
        && (ends && is_brought(reading, label.at, first.first) || comes_by_text(reading, last.last));
    // "use 5512 to sign in".
    let to_enter = bare
        && label.at > last.last
        && label.words <= 1
        && reading.term(label.at) == Term::Verify
        && is_given(reading, first.first)
        && reading.token(after).is_some_and(|token| token.hash == const { hash("to") });
    if plain
        && (answers
            || brought
            || to_enter
            || led
                && (total == 6 && ends
                    || spoken_of
                    || told && ends && matches!(total, 5..=8) && literal.groups.len() == 1))
    {
        return Verdict::Mask(first.first..last.last + 1, Category::Otp);
    }
    if named { Verdict::Pass } else { unlabelled(reading, claims, literal) }
}
