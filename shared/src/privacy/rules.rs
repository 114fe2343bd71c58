//! What each number that is no card is, by its form and its label.

use super::Category;
use super::checksum::{aba, itin};
use super::claims::Claims;
use super::codes::{is_alone, secret, sent};
use super::companions;
use super::date;
use super::dated::dates;
use super::dictation;
use super::kept::Kept;
use super::kept_form::kept_form;
use super::label::Label;
use super::literal::Literal;
use super::meaning::Meaning;
use super::reading::{Reading, Script};
use super::run::gap;
use super::term::Term;
use super::trace::Trace;
use super::unlabelled::{by_form, unlabelled};
use crate::scan::{Buffer, Kind, hash};
use core::ops::Range;

/// What came of a number.
pub(super) enum Verdict {
    /// These tokens are masked.
    Mask(Range<usize>, Category),
    /// It passes, as this.
    Keep(Kept),
    /// It says nothing.
    Pass,
}

/// Judges every number that is not spoken for.
pub(super) fn judge<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    dates(reading, claims, trace);
    let named = named_dates(reading);
    let mut passed = 0;
    let mut at = 0;
    let secrets = reading.saw_any(&[Term::Cvv, Term::Pin, Term::Otp, Term::Code]);
    // The next word that is no number, and the last before it.
    let (mut word, mut before): (usize, Option<usize>) = (0, None);
    while let Some(group) = reading.groups().get(at) {
        if claims.has(at) {
            at += 1;
            continue;
        }
        while reading.token(word).is_some() && (word < group.first || !is_word(reading, word)) {
            if is_word(reading, word) {
                before = Some(word);
            }
            word += 1;
        }
        // A short group in the middle of nothing but digits has neither a form nor a label.
        let alone = before.is_none_or(|before| group.first.saturating_sub(before) > 64)
            && word.saturating_sub(group.last) > 24;
        if alone && group.count < 3 {
            at += 1;
            continue;
        }
        while named.items().get(passed).is_some_and(|(_, end)| *end <= group.first) {
            passed += 1;
        }
        if let Some((_, end)) = named.items().get(passed).filter(|(first, _)| *first <= group.first) {
            trace.kept(span(reading, &(group.first..group.last + 1)), Kept::Date);
            at = reading.groups().partition_point(|group| group.first < *end).max(at + 1);
            continue;
        }
        let Some(literal) = Literal::around(reading, at) else { break };
        let kept = kept_form(reading, &literal);
        if let Some(kept) = kept.filter(|kept| *kept != Kept::Address || !secrets) {
            trace.kept(span(reading, &literal.tokens), kept);
            at = literal.groups.end.max(at + 1).max(companions::passed_over(reading, at));
            continue;
        }
        // What stands after a number in several chunks stands after the last of them.
        let (beyond, _) = reading.extend(at, 19, |group| claims.has(group));
        let end = reading.groups().get(beyond.wrapping_sub(1)).map_or(group.last, |group| group.last);
        let label = reading.label(literal.tokens.start, end.max(literal.tokens.end - 1));
        let span = span(reading, &literal.tokens);
        if let Some(label) = label {
            trace.step(span.clone(), label.meaning.why());
        }
        // "starts with 4111 3385 and i cant read the rest of the card".
        let begun = literal.digits == 4
            && dictation::is_start(reading, literal.tokens.start)
            && reading.speaks_of_card();
        if (begun
            || label.is_some_and(|label| {
                matches!(label.meaning, Meaning::Card | Meaning::Cvv)
                && (!label.last || literal.digits == 4 && dictation::is_start(reading, literal.tokens.start))
                && label.words <= 4
                && label.crossed == 0
                // "3381-0094", and in the next message something about a card.
                && !(label.apart && label.at > literal.tokens.start)
            }))
            && kept.is_none()
            && literal.letters == 0
            && let Some(next) = companions::fragment(reading, claims, at, trace)
        {
            at = next;
            continue;
        }
        match verdict(reading, claims, &literal, label) {
            Verdict::Mask(tokens, category) => {
                trace.step(self::span(reading, &tokens), category.code());
                at = reading.groups().partition_point(|group| group.first < tokens.end).max(at + 1);
                claims.tokens(reading, tokens, category);
            }
            Verdict::Keep(kept) => {
                trace.kept(span, kept);
                // "07/19/1983,529-11-2040": what is glued to a date is no part of it.
                let date = date::numeric(reading, at).filter(|_| kept == Kept::Date);
                at = date.unwrap_or(literal.groups.end).max(at + 1);
            }
            Verdict::Pass => {
                trace.step(span, "nothing says that it must not travel");
                at = literal.groups.end.max(at + 1);
            }
        }
    }
}

/// The dates with a month's name, as first token and the one after the last.
fn named_dates(reading: &Reading<'_>) -> Buffer<(usize, usize), 8> {
    let mut found = Buffer::new((0, 0));
    if reading.saw(Term::Month) {
        for month in 0..reading.tokens().len() {
            if reading.term(month) == Term::Month
                && let Some(date) = date::named(reading, month).filter(|date| date.full)
            {
                found.push((date.tokens.start, date.tokens.end));
            }
        }
    }
    found
}

fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let term = reading.term(at);
    reading.kind(at) == Some(Kind::Mask)
        || reading.kind(at) == Some(Kind::Word) && !term.is_number() && term != Term::Oh
}

/// The bytes of tokens.
pub(super) fn span(reading: &Reading<'_>, tokens: &Range<usize>) -> Range<usize> {
    let start = reading.token(tokens.start).map_or(0, |token| token.start as usize);
    start..reading.token(tokens.end.wrapping_sub(1)).map_or(start, |token| token.end as usize)
}

/// Judges one literal.
#[expect(clippy::too_many_lines, reason = "one table of rules, read from top to bottom")]
fn verdict(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Option<Label>) -> Verdict {
    let at = literal.groups.start;
    let sizes = literal.sizes(reading);
    let plain = literal.letters == 0;
    let whole = |category| Verdict::Mask(literal.tokens.clone(), category);
    let groups = |range: Range<usize>, category| match reading.groups().get(range) {
        Some([first, .., last]) => Verdict::Mask(first.first..last.last + 1, category),
        Some([only]) => Verdict::Mask(only.first..only.last + 1, category),
        _ => Verdict::Pass,
    };
    let extended = |most| reading.extend(at, most, |group| claims.has(group));
    let direct = label.is_some_and(|label| label.words <= 4 && label.crossed == 0);

    // "its a utah one", "en dos partes": a number word of the sentence.
    let incidental = literal.digits <= 2
        && reading.groups().get(at).is_some_and(|group| group.script == Script::Words)
        && extended(19).1 <= 2;
    if incidental && !reading.has_masks() {
        return Verdict::Pass;
    }
    if let Some(kept) = kept_form(reading, literal) {
        let secret = direct
            && label.is_some_and(|label| {
                label.words == 0
                    && matches!(
                        label.meaning,
                        Meaning::Cvv | Meaning::Pin | Meaning::Otp | Meaning::SecurityCode
                    )
            });
        if !(secret && kept == Kept::Address) {
            return Verdict::Keep(kept);
        }
    }
    if let Some(verdict) = by_form(reading, claims, literal, label) {
        return verdict;
    }
    if let Some(category) = continues(reading, literal) {
        return if plain { groups(at..extended(18).0, category) } else { whole(category) };
    }
    let Some(label) = label else {
        return unlabelled(reading, claims, literal);
    };
    let pieces = reading.has_turns()
        && (at..extended(19).0.saturating_sub(1)).any(|at| gap(reading, at).is_some_and(|gap| gap.turn));
    if label.last
        && !pieces
        && literal.digits <= 6
        && (!matches!(label.meaning, Meaning::Cvv | Meaning::SecurityCode | Meaning::Expiry)
            // "código de seguridad 581, termina en 9034".
            || label.crossed > 0
                && label.meaning != Meaning::Expiry
                && reading.near(literal.tokens.start, 2, 0, &[Term::Last]))
    {
        return Verdict::Keep(Kept::Last4);
    }
    let dated = date::numeric(reading, at).is_some();
    if dated {
        return Verdict::Keep(Kept::Date);
    }
    match label.meaning {
        Meaning::Kept(Kept::Account)
            if claims.holds(Category::Routing)
                && plain
                && (5..=17).contains(&extended(17).1)
                && !reading.saw_any(&[Term::Utility, Term::Library]) =>
        {
            groups(at..extended(17).0, Category::BankAccount)
        }
        Meaning::Kept(kept) => Verdict::Keep(kept),
        Meaning::SomeBank => {
            if literal.digits == 9 && aba(reading.digits_of(literal.groups.clone())) {
                whole(Category::Routing)
            } else if plain
                && direct
                && !label.apart
                && literal.groups.len() == 1
                && (8..=17).contains(&literal.digits)
            {
                whole(Category::BankAccount)
            } else {
                unlabelled(reading, claims, literal)
            }
        }
        // "tax id 58:034:0112": a parcel.
        Meaning::TaxId if gap(reading, at).is_some_and(|gap| gap.tight && gap.mark == b':') => Verdict::Pass,
        Meaning::Ssn | Meaning::Itin | Meaning::TaxId | Meaning::Ein => {
            let (next, total) = extended(9);
            let digits = reading.digits_of(at..next);
            let category = match label.meaning {
                Meaning::Itin => Category::Itin,
                Meaning::Ein => Category::Ein,
                Meaning::TaxId if itin(digits) => Category::Itin,
                Meaning::TaxId if sizes != [3, 2, 4, 0, 0] => Category::Ein,
                _ => Category::Ssn,
            };
            // The Mexican number has eleven digits.
            let (end, length) = extended(11);
            if length == 11
                && category == Category::Ssn
                && (end == literal.groups.end || literal.groups.len() == 1)
            {
                return groups(at..end, Category::NationalId);
            }
            let typo = direct && literal.letters == 0 && matches!(total, 8 | 10) && literal.groups.len() != 1;
            if total == 9 && literal.head == 0 {
                groups(at..next, category)
            } else if typo
                || (direct && plain && matches!(literal.digits, 8..=10) && literal.groups.len() > 1)
            {
                whole(category)
            } else {
                Verdict::Pass
            }
        }
        Meaning::Routing => {
            let (next, total) = extended(9);
            if total == 9 {
                groups(at..next, Category::Routing)
            } else if direct && plain && matches!(literal.digits, 8 | 10) {
                whole(Category::Routing)
            } else if plain && label.crossed == 1 && matches!(literal.digits, 6..=17) {
                whole(Category::BankAccount)
            } else {
                Verdict::Pass
            }
        }
        Meaning::Bank => {
            let (next, total) = extended(18);
            let few = if direct { 5 } else { 6 };
            if literal.digits == 9
                && literal.groups.len() == 1
                && aba(reading.digits_of(at..at + 1))
                && (label.words > 2 && !reading.saw(Term::Account) || label.crossed > 0)
            {
                groups(at..at + 1, Category::Routing)
            } else if plain && (few..=18).contains(&total.max(literal.digits)) {
                if literal.groups.end > next {
                    whole(Category::BankAccount)
                } else {
                    groups(at..next, Category::BankAccount)
                }
            } else if !plain && literal.digits >= 6 && literal.letters <= 4 {
                whole(Category::BankAccount)
            } else {
                Verdict::Pass
            }
        }
        Meaning::Iban => {
            let mut wide = literal.clone();
            wide.widen(reading, 34);
            if wide.alnum() >= 12 || direct && wide.alnum() >= 8 {
                Verdict::Mask(wide.tokens, Category::Iban)
            } else {
                Verdict::Pass
            }
        }
        Meaning::Cvv | Meaning::SecurityCode | Meaning::SomeCode | Meaning::Otp | Meaning::Pin => {
            secret(reading, claims, literal, label)
        }
        Meaning::Expiry | Meaning::Card => match date::expiry(reading, at) {
            Some(next) if expires(reading, claims, literal, label, next) => {
                groups(at..next, Category::Expiry)
            }
            _ => Verdict::Pass,
        },
        Meaning::Born => {
            // "dob 03051980", "dob 5 17 83": figures without marks, right after the word.
            let (next, total) = extended(8);
            let fits = matches!(total, 6 | 8) || matches!(total, 5 | 7) && !label.apart;
            if direct && plain && fits && label.words <= 3 {
                groups(at..next, Category::Dob)
            } else {
                Verdict::Pass
            }
        }
        Meaning::License | Meaning::SomeLicense => {
            let mut wide = literal.clone();
            wide.widen(reading, 17);
            let strong = label.meaning == Meaning::License;
            let lookalike = reading.groups().get(at).is_some_and(|group| group.script == Script::Lookalike);
            let (end, parts) = extended(13);
            if strong && pieces && plain && (6..=13).contains(&parts) {
                return groups(at..end, Category::DriverLicense);
            }
            let form = if literal.letters > 0 {
                wide.digits >= 4 || wide.digits == 3 && wide.alnum() >= 9
            } else {
                wide.digits >= if direct { 4 } else { 6 }
            };
            let enough = if strong {
                form && wide.alnum() >= 5
                    && (wide.alnum() >= 7
                        || label.at + 1 < wide.tokens.start
                        || wide.tokens.start == label.at)
            } else {
                direct
                    && (wide.letters > 0 && wide.digits >= 5 || matches!(wide.digits, 7..=10) && plain
                    // "S995028029516": the letter passes for a digit.
                    || lookalike && wide.digits == 13)
            };
            let (next, total) = extended(13);
            if !enough || wide.alnum() > 20 {
                Verdict::Pass
            } else if plain && total > wide.digits {
                groups(at..next, Category::DriverLicense)
            } else {
                Verdict::Mask(wide.tokens, Category::DriverLicense)
            }
        }
        Meaning::Passport => {
            let mut wide = literal.clone();
            wide.widen(reading, 12);
            let (next, total) = extended(12);
            if plain && total >= 6 && total > wide.digits {
                groups(at..next, Category::Passport)
            } else if wide.digits >= 5 && (6..=12).contains(&wide.alnum()) && literal.letters <= 3 {
                Verdict::Mask(wide.tokens, Category::Passport)
            } else {
                Verdict::Pass
            }
        }
        Meaning::Medicare | Meaning::Health | Meaning::SomeHealth => {
            let medicare = label.meaning == Meaning::Medicare;
            let mut wide = literal.clone();
            wide.widen(reading, 20);
            let enough = match label.meaning {
                Meaning::SomeHealth => {
                    direct
                        && wide.alnum() >= 7
                        && wide.digits >= 5
                        && (literal.letters > 0 || follows_insurer(reading, label, literal))
                }
                Meaning::Medicare => {
                    wide.alnum() >= 7 && wide.digits >= 4
                        || direct && (wide.follows(reading, b"9A*9") || wide.follows(reading, b"9A*9A*9"))
                }
                _ => wide.digits >= 4 && (wide.alnum() >= 5 || reading.term(label.at) == Term::Group),
            };
            // "Mi seguro es 528 66 1904": the Social Security number.
            let (nine, social) = extended(9);
            if social == 9
                && plain
                && reading.token(label.at).is_some_and(|token| token.hash == const { hash("seguro") })
            {
                return groups(at..nine, Category::Ssn);
            }
            let (next, total) = extended(14);
            let category = if medicare { Category::Medicare } else { Category::HealthId };
            if !enough || wide.alnum() > 24 {
                Verdict::Pass
            } else if plain && total > wide.digits {
                groups(at..next, category)
            } else {
                Verdict::Mask(wide.tokens, category)
            }
        }
        Meaning::National | Meaning::SomeNational => {
            let (end, parts) = extended(18);
            if label.meaning == Meaning::National && pieces && plain && (6..=18).contains(&parts) {
                return groups(at..end, Category::NationalId);
            }
            let mut wide = literal.clone();
            wide.widen(reading, 20);
            let strong = label.meaning == Meaning::National;
            let enough = if strong {
                wide.digits >= 5 && wide.alnum() >= 6
            } else {
                literal.letters > 0 && wide.digits >= 8
            };
            if enough && wide.alnum() <= 20 && label.words <= 7 {
                Verdict::Mask(wide.tokens, Category::NationalId)
            } else {
                Verdict::Pass
            }
        }
        Meaning::SomeOtp => sent(reading, claims, literal, label),
        Meaning::Password => Verdict::Pass,
    }
}

/// The kind whose first piece the message before ended with, when this one is nothing but digits.
fn continues(reading: &Reading<'_>, literal: &Literal) -> Option<Category> {
    let turn = literal.tokens.start.checked_sub(1)?;
    let alone = reading.kind(turn) == Some(Kind::Turn)
        && (0..40)
            .map(|ahead| reading.kind(literal.tokens.start + ahead))
            .take_while(|kind| kind.is_some_and(|kind| kind != Kind::Turn))
            .all(|kind| matches!(kind, Some(Kind::Number | Kind::Punct)))
        || literal.letters > 0
            && reading.kind(turn) == Some(Kind::Turn)
            && reading.kind(literal.tokens.end).is_none_or(|kind| kind == Kind::Turn);
    let mask = reading.token(turn.checked_sub(1)?).filter(|token| token.kind == Kind::Mask)?;
    super::masked_category(mask.hash).filter(|category| {
        !matches!(
            category,
            Category::Pan
                | Category::Cvv
                | Category::Expiry
                | Category::Dob
                | Category::Password
                | Category::Track
        ) && alone
            && literal.digits + literal.letters >= 2
    })
}

/// Whether a bare number stands right after the name of an insurer, and has not the length of a telephone number.
fn follows_insurer(reading: &Reading<'_>, label: Label, literal: &Literal) -> bool {
    const INSURERS: [u32; 14] = [
        hash("aetna"),
        hash("cigna"),
        hash("humana"),
        hash("kaiser"),
        hash("bcbs"),
        hash("selecthealth"),
        hash("unitedhealthcare"),
        hash("uhc"),
        hash("molina"),
        hash("tricare"),
        hash("anthem"),
        hash("bluecross"),
        hash("blueshield"),
        hash("cross"),
    ];
    literal.digits != 10
        && label.words == 0
        && reading.token(label.at).is_some_and(|token| INSURERS.contains(&token.hash))
}

/// What else expires.
pub(super) const KEPT_TOO: &[Term] = &[
    Term::Permit,
    Term::License,
    Term::Event,
    Term::Passport,
    Term::Vehicle,
    Term::Plate,
    Term::Case,
    Term::Product,
    Term::Order,
    Term::Bill,
    Term::Utility,
    Term::Account,
    Term::Library,
    Term::Business,
    Term::Animal,
    Term::Insurance,
];

/// Nouns for the date itself.
const EXPIRATION: [u32; 5] =
    [hash("expiration"), hash("expiry"), hash("vencimiento"), hash("expiracion"), hash("caducidad")];

/// Whether month and year are the expiry of a card.
fn expires(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Label, next: usize) -> bool {
    let card = reading.speaks_of_card() || claims.holds(Category::Pan) || reading.has_masks();
    let slash = gap(reading, literal.groups.start).is_some_and(|gap| gap.mark == b'/');
    match label.meaning {
        Meaning::Expiry => {
            let short = reading.token(label.at).is_some_and(|token| token.count <= 5);
            // "the milk exp 12/27".
            let of_other = label.at.checked_sub(1).is_some_and(|before| {
                reading.kind(before) == Some(Kind::Word) && reading.term(before) == Term::Other
            });
            // "the expiration too?", and in the next message nothing but the date.
            let answers = label.apart
                && label.at < literal.tokens.start
                && label.words <= 1
                && next == literal.groups.end
                && is_alone(reading, literal.tokens.start, literal.tokens.end - 1);
            // "forgot the expiration, 09/2028": named without saying of what.
            let noun = reading.token(label.at).is_some_and(|token| EXPIRATION.contains(&token.hash));
            let named = noun && label.at < literal.tokens.start && label.words == 0 && !of_other;
            // "expiration 0630".
            let run_together = noun
                && literal.tokens.len() == 1
                && label.words == 0
                && label.at < literal.tokens.start
                && !of_other
                && reading.kind(literal.tokens.end) != Some(Kind::Word)
                && !reading.saw_any(KEPT_TOO);
            card || run_together
                || slash && (answers || named && next == literal.groups.end) && !reading.saw_any(KEPT_TOO)
                || (slash
                    && !of_other
                    && short
                    && label.words <= 2
                    && next == literal.groups.end
                    && !reading.saw_any(KEPT_TOO))
        }
        _ => false,
    }
}
