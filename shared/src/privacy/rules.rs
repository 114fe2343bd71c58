//! What each number that is no card is, by its form and its label.

use super::Category;
use super::card;
use super::checksum::{aba, clabe, ein, itin, ssn};
use super::claims::Claims;
use super::date;
use super::kept::Kept;
use super::label::{Label, Meaning};
use super::literal::Literal;
use super::reading::{Reading, Script};
use super::run::gap;
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, hash};
use core::ops::Range;

/// What is told of a number that passes without being recognised.
pub(super) const UNEXPLAINED: &str = "nothing says that it must not travel";

/// What came of a number.
enum Verdict {
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
        let Some(literal) = Literal::around(reading, at) else { break };
        let kept = kept_form(reading, &literal);
        if let Some(kept) = kept.filter(|kept| *kept != Kept::Address || !secrets) {
            trace.kept(span(reading, &literal.tokens), kept);
            at = literal.groups.end.max(at + 1);
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
        if label.is_some_and(|label| {
            matches!(label.meaning, Meaning::Card | Meaning::Cvv)
                && !label.last
                && label.words <= 4
                && label.crossed == 0
        }) && kept.is_none()
            && let Some(next) = card::fragment(reading, claims, at, trace)
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
                at = literal.groups.end.max(at + 1);
            }
            Verdict::Pass => {
                trace.step(span, UNEXPLAINED);
                at = literal.groups.end.max(at + 1);
            }
        }
    }
}

fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let term = reading.term(at);
    reading.kind(at) == Some(Kind::Mask)
        || reading.kind(at) == Some(Kind::Word) && !term.is_number() && term != Term::Oh
}

/// The bytes of tokens.
fn span(reading: &Reading<'_>, tokens: &Range<usize>) -> Range<usize> {
    let start = reading.token(tokens.start).map_or(0, |token| token.start as usize);
    start..reading.token(tokens.end.wrapping_sub(1)).map_or(start, |token| token.end as usize)
}

/// Finds dates of birth and expiry dates with a month's name or three parts.
fn dates<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    let born = reading.saw_any(&[Term::Born, Term::Birthday]);
    let identity = claims.holds(Category::Ssn) || reading.saw_any(&[Term::Ssn, Term::Social, Term::Dl]);
    let expiry = reading.saw_any(&[Term::Expiry, Term::Card, Term::Brand])
        || claims.holds(Category::Pan)
        || reading.has_masks();
    if !born && !identity && !expiry {
        return;
    }
    let mut at = 0;
    while at < reading.groups().len() {
        if let Some(next) = date::numeric(reading, at).filter(|_| !claims.has(at)) {
            let tokens = reading
                .groups()
                .get(at..next)
                .and_then(|groups| Some(groups.first()?.first..groups.last()?.last + 1));
            if let Some(tokens) = tokens.filter(|tokens| is_birth(reading, tokens, identity)) {
                trace.step(span(reading, &tokens), "a full date that a word for birth governs");
                claims.tokens(reading, tokens, Category::Dob);
            }
            at = next;
        } else {
            at += 1;
        }
    }
    if !reading.saw(Term::Month) {
        return;
    }
    for month in 0..reading.tokens().len() {
        if reading.term(month) != Term::Month {
            continue;
        }
        let Some(found) = date::named(reading, month) else { continue };
        let category = if found.full && is_birth(reading, &found.tokens, false) {
            Category::Dob
        } else if !found.full && is_expiry(reading, claims, &found.tokens) {
            Category::Expiry
        } else {
            continue;
        };
        trace.step(span(reading, &found.tokens), "a date with a month's name and its label");
        claims.tokens(reading, found.tokens, category);
    }
}

fn is_birth(reading: &Reading<'_>, tokens: &Range<usize>, identity: bool) -> bool {
    match reading.label(tokens.start, tokens.end - 1) {
        Some(Label { meaning: Meaning::Born, crossed, .. }) => crossed <= 4,
        // "123-45-6789, 01/02/1980": a date in a list of what identifies somebody.
        Some(Label { meaning: Meaning::Ssn | Meaning::License, crossed: 1.., .. }) => identity,
        Some(Label { meaning: Meaning::Card | Meaning::SomeLicense, .. }) => reading.saw(Term::Born),
        Some(_) => false,
        None => identity && reading.saw_any(&[Term::Ssn, Term::Social]),
    }
}

fn is_expiry(reading: &Reading<'_>, claims: &Claims, tokens: &Range<usize>) -> bool {
    match reading.label(tokens.start, tokens.end - 1) {
        // "4111 1111 1111 1111 mayo del 28".
        Some(Label { meaning: Meaning::Card, .. }) | None => claims.holds(Category::Pan),
        Some(Label { meaning: Meaning::Expiry, .. }) => {
            reading.saw_any(&[Term::Card, Term::Brand, Term::Cvv, Term::Credit])
                || claims.holds(Category::Pan)
                || reading.has_masks()
        }
        _ => false,
    }
}

impl Meaning {
    pub(super) const fn is_card(self) -> bool {
        matches!(self, Self::Card | Self::Cvv | Self::Expiry)
    }

    const fn why(self) -> &'static str {
        match self {
            Self::Card => "labelled as a card",
            Self::Cvv | Self::SecurityCode => "labelled as a verification value",
            Self::Expiry => "labelled as an expiry date",
            Self::Routing | Self::Bank | Self::SomeBank | Self::Iban => "labelled as bank data",
            Self::Ssn | Self::Itin | Self::Ein | Self::TaxId => {
                "labelled as a Social Security or taxpayer number"
            }
            Self::License | Self::SomeLicense | Self::Passport => "labelled as a licence or passport",
            Self::Born => "labelled as a birth",
            Self::Medicare | Self::Health | Self::SomeHealth => "labelled as a health identifier",
            Self::Password | Self::Pin | Self::Otp | Self::SomeOtp | Self::SomeCode => "labelled as a secret",
            Self::National | Self::SomeNational => "labelled as an immigration or foreign number",
            Self::Kept(_) => "labelled as something the city needs",
        }
    }
}

/// Forms that are what they are whatever stands near: money, time, links, telephone numbers, dates, addresses.
fn kept_form(reading: &Reading<'_>, literal: &Literal) -> Option<Kept> {
    let before = literal.tokens.start.wrapping_sub(1);
    let after = literal.tokens.end;
    let groups = reading.groups().get(literal.groups.clone())?;
    let (first, last) = (groups.first()?, groups.last()?);
    let sizes = literal.sizes(reading);
    let at = literal.groups.start;
    // XXXX-XXXX-XXXX-1111, ************1111, 411111******1111.
    let starred = reading.punct(before, b"*") || reading.punct(after, b"*") && reading.punct(after + 1, b"*");
    let crossed_out = (1..=2).any(|back| {
        let at = literal.tokens.start.wrapping_sub(back);
        reading.kind(at) == Some(Kind::Word)
            && reading.token(at).is_some_and(|token| token.count >= 2)
            && reading.letters(at).all(|letter| matches!(letter, 'x' | 'X'))
    });
    let dotted = reading.punct(before, b".") && reading.punct(before.wrapping_sub(1), b".");
    if literal.digits <= 6 && (starred || crossed_out || dotted) {
        return Some(Kept::Last4);
    }
    if reading.punct(before, b"$")
        || (reading.term(after) == Term::Money && literal.letters == 0 && literal.digits <= 6)
    {
        return Some(Kept::Amount);
    }
    if reading.punct(after, b"@") && reading.glued(after)
        || reading.punct(before, b"@") && reading.glued(literal.tokens.start)
    {
        return Some(Kept::Email);
    }
    if card::in_link(reading, first.first) {
        return Some(Kept::Code);
    }
    if sizes == [2, 2, 0, 0, 0] || sizes == [1, 2, 0, 0, 0] {
        let between = gap(reading, at)?;
        if between.tight && between.mark == b':' {
            return Some(Kept::Time);
        }
    }
    if first.script == Script::Plain && literal.letters == 2 && literal.digits <= 4 {
        let hour = reading
            .letters(last.last + 1)
            .next()
            .is_some_and(|letter| matches!(letter, 'a' | 'A' | 'p' | 'P'));
        if hour && literal.head == 0 {
            return Some(Kept::Time);
        }
    }
    // (801) 555-0199, 801-555-0199, 801.555.0199, 555-0133.
    let over = reading.groups().get(at..at + 3).map(|groups| {
        let mut sizes = [0; 3];
        sizes.iter_mut().zip(groups).for_each(|(size, group)| *size = group.count);
        sizes
    });
    let area = |group: usize| {
        reading.groups().get(group).is_some_and(|group| (200..=999).contains(&reading.value(group)))
    };
    let joined = |group: usize| gap(reading, group).is_some_and(|gap| gap.words == 0 && !gap.line);
    if over == Some([3, 3, 4])
        && literal.letters == 0
        && area(at)
        && area(at + 1)
        && joined(at)
        && joined(at + 1)
    {
        return Some(Kept::Phone);
    }
    if sizes == [3, 4, 0, 0, 0] && literal.letters == 0 && area(at) && joined(at) {
        return Some(Kept::Phone);
    }
    if literal.digits <= 5 && literal.letters == 0 && literal.groups.len() == 1 {
        // "2545 E Eagle Mountain Blvd", "101 Main St".
        let street = (0..4).map_while(|ahead| {
            let place = after + ahead;
            (reading.kind(place) == Some(Kind::Word) && !reading.term(place).is_number())
                .then(|| reading.term(place))
        });
        for (ahead, term) in street.enumerate() {
            let direction = term == Term::Direction && ahead == 0;
            if direction || (term == Term::Street && ahead > 0) {
                return Some(Kept::Address);
            }
            if !matches!(term, Term::Other | Term::Direction | Term::Animal | Term::Place | Term::Event) {
                break;
            }
        }
    }
    None
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
        return groups(at..extended(18).0, category);
    }
    let Some(label) = label else {
        return unlabelled(reading, claims, literal);
    };
    let pieces = reading.has_turns()
        && matches!(label.meaning, Meaning::Ssn | Meaning::Routing | Meaning::Bank)
        && extended(9).1 == 9;
    if label.last
        && !pieces
        && literal.digits <= 6
        && !matches!(label.meaning, Meaning::Cvv | Meaning::SecurityCode | Meaning::Expiry)
    {
        return Verdict::Keep(Kept::Last4);
    }
    let dated = date::numeric(reading, at).is_some();
    if dated && label.meaning != Meaning::Born {
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
            let (end, long) = extended(11);
            if long == 11
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
            let form = if literal.letters > 0 {
                wide.digits >= 4
            } else {
                wide.digits >= if direct { 4 } else { 6 }
            };
            let enough = if strong {
                form && wide.alnum() >= 5
                    && (wide.alnum() >= 7
                        || label.at + 1 < wide.tokens.start
                        || wide.tokens.start == label.at)
            } else {
                direct && (wide.letters > 0 && wide.digits >= 5 || matches!(wide.digits, 7..=10) && plain)
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
                Meaning::SomeHealth => direct && wide.alnum() >= 7 && wide.digits >= 5 && literal.letters > 0,
                Meaning::Medicare => wide.alnum() >= 7 && wide.digits >= 4,
                _ => wide.digits >= 4 && wide.alnum() >= 5,
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
        Meaning::SomeOtp => {
            // Six digits that stand alone after "they texted me" or before "in a text".
            let (next, total) = extended(8);
            let after = reading.groups().get(next - 1).map_or(0, |group| group.last) + 1;
            let ends = reading.kind(after) != Some(Kind::Word)
                || matches!(
                    reading.term(after),
                    Term::Of | Term::Is | Term::And | Term::NotValue | Term::Filler
                )
                || reading.token(after).is_some_and(|token| token.hash == const { hash("as") });
            if plain && total == 6 && ends && label.words <= 2 && label.crossed == 0 && !label.apart {
                groups(at..next, Category::Otp)
            } else {
                unlabelled(reading, claims, literal)
            }
        }
        Meaning::Password => Verdict::Pass,
    }
}

/// Codes of a few digits: verification values, one-time codes, PINs.
fn secret(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Label) -> Verdict {
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
    if !near || next < literal.groups.end && plain {
        return Verdict::Pass;
    }
    match label.meaning {
        Meaning::Cvv
            if plain
                && matches!(total, 3 | 4)
                && reading.extend(at, 19, |group| claims.has(group)).1 <= 4 =>
        {
            mask(Category::Cvv)
        }
        Meaning::SecurityCode if plain && total == 3 => mask(Category::Cvv),
        Meaning::SecurityCode if plain && total == 4 && card => mask(Category::Cvv),
        Meaning::SecurityCode | Meaning::Otp if plain && matches!(total, 4..=8) => mask(Category::Otp),
        Meaning::SecurityCode | Meaning::Otp
            if !plain && literal.digits >= 2 && matches!(literal.alnum(), 4..=12) && direct =>
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
            if plain && matches!(total, 3 | 4) && (card || reading.saw(Term::Expiry)) && !label.apart =>
        {
            mask(Category::Cvv)
        }
        Meaning::SomeCode
            if plain
                && matches!(total, 5..=8)
                && label.words <= 2
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
        Meaning::Pin if plain && matches!(total, 3..=8) && label.words <= 8 => mask(Category::Pin),
        _ => Verdict::Pass,
    }
}

/// The kind whose first piece the message before ended with, when this one is nothing but digits.
fn continues(reading: &Reading<'_>, literal: &Literal) -> Option<Category> {
    let turn = literal.tokens.start.checked_sub(1)?;
    let alone = reading.kind(turn) == Some(Kind::Turn)
        && (0..40)
            .map(|ahead| reading.kind(literal.tokens.start + ahead))
            .take_while(|kind| kind.is_some_and(|kind| kind != Kind::Turn))
            .all(|kind| matches!(kind, Some(Kind::Number | Kind::Punct)));
    let mask = reading.token(turn.checked_sub(1)?).filter(|token| token.kind == Kind::Mask)?;
    super::masked_category(mask.hash).filter(|category| {
        matches!(category, Category::BankAccount | Category::Iban) && alone && literal.digits >= 3
    })
}

/// What else expires.
const KEPT_TOO: &[Term] = &[
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

/// Whether month and year are the expiry of a card.
fn expires(reading: &Reading<'_>, claims: &Claims, literal: &Literal, label: Label, next: usize) -> bool {
    let card = reading.saw_any(&[Term::Card, Term::Brand, Term::Cvv, Term::Credit])
        || claims.holds(Category::Pan)
        || reading.has_masks();
    let slash = gap(reading, literal.groups.start).is_some_and(|gap| gap.mark == b'/');
    match label.meaning {
        Meaning::Expiry => {
            let short = reading.token(label.at).is_some_and(|token| token.count <= 4);
            card || (slash
                && short
                && label.words <= 2
                && next == literal.groups.end
                && !reading.saw_any(KEPT_TOO))
        }
        _ => false,
    }
}

/// Beginnings of the receipt numbers of the immigration service.
const RECEIPTS: [&[u8]; 8] = [b"eac", b"wac", b"lin", b"src", b"msc", b"ioe", b"nbc", b"ysc"];

/// Numbers whose form alone says what they are.
fn by_form(
    reading: &Reading<'_>,
    claims: &Claims,
    literal: &Literal,
    label: Option<Label>,
) -> Option<Verdict> {
    let at = literal.groups.start;
    let against = label.is_some_and(|label| {
        matches!(label.meaning, Meaning::Kept(kept) if !matches!(kept, Kept::Amount | Kept::Address | Kept::Phone | Kept::Zip | Kept::Email)) && label.crossed == 0 && !label.apart
    });
    // 123-45-6789.
    let groups = reading.groups().get(at..at + 3).unwrap_or_default();
    if let [a, b, c] = groups
        && (a.count, b.count, c.count) == (3, 2, 4)
        && literal.head == 0
        && [a, b, c].iter().all(|group| group.script != Script::Lookalike)
        && let (Some(one), Some(two)) = (gap(reading, at), gap(reading, at + 1))
        && one.words + two.words == 0
        && one.mark == two.mark
        && !matches!(one.mark, b':' | b',')
        && literal.groups.end <= at + 3
        && literal.letters == 0
        && (one.mark != b' '
            || label.is_none_or(|label| {
                matches!(
                    label.meaning,
                    Meaning::Ssn | Meaning::Itin | Meaning::TaxId | Meaning::Born | Meaning::Kept(_)
                )
            }))
    {
        let digits = reading.digits_of(at..at + 3);
        let label = label.map(|label| label.meaning);
        let continues = gap(reading, at + 2).is_some_and(|gap| gap.tight && gap.mark == one.mark);
        let category = match label {
            Some(Meaning::Itin) => Some(Category::Itin),
            Some(Meaning::Ssn) => Some(Category::Ssn),
            _ if itin(digits) => Some(Category::Itin),
            _ if ssn(digits) => Some(Category::Ssn),
            _ => None,
        };
        let known = reading.saw_any(&[Term::Ssn, Term::Social]);
        if let Some(category) =
            category.filter(|_| !continues && (!against || known) && (one.mark != b' ' || !against))
        {
            return Some(Verdict::Mask(a.first..c.last + 1, category));
        }
    }
    if literal.letters >= 1 {
        // Medicare beneficiary identifier: 1EG4-TE5-MK73.
        let mut wide = literal.clone();
        wide.widen(reading, 11);
        if wide.follows(reading, b"9A*9A*9AA99") && !against {
            return Some(Verdict::Mask(wide.tokens, Category::Medicare));
        }
        // CURP; NIE.
        let receipt = literal.follows(reading, b"AAA9999999999")
            && literal.characters(reading).0.get(..3).is_some_and(|head| RECEIPTS.contains(&head));
        if literal.follows(reading, b"AAAA999999AAAAAA*9")
            || receipt
            || (literal.follows(reading, b"A999999999")
                && literal.characters(reading).0.first() == Some(&b'a')
                && !against)
            || (literal.follows(reading, b"A9999999A")
                && matches!(literal.characters(reading).0.first(), Some(b'x' | b'y' | b'z'))
                && !against)
        {
            return Some(Verdict::Mask(literal.tokens.clone(), Category::NationalId));
        }
    }
    let only = reading.digits_of(literal.groups.clone());
    if literal.letters == 0
        && literal.digits == 18
        && clabe(only)
        && reading.saw_any(&[Term::Clabe, Term::Bank, Term::BankName])
        && !claims.has(at)
    {
        return Some(Verdict::Mask(literal.tokens.clone(), Category::BankAccount));
    }
    None
}

/// Whether a message or an authenticator is said to show the number: "the text says", "mi app muestra".
fn says(reading: &Reading<'_>, number: usize) -> bool {
    const SAYS: [u32; 5] = [hash("says"), hash("shows"), hash("said"), hash("dice"), hash("muestra")];
    const TELLER: [u32; 8] = [
        hash("text"),
        hash("sms"),
        hash("texto"),
        hash("mensaje"),
        hash("authenticator"),
        hash("autenticador"),
        hash("message"),
        hash("verification"),
    ];
    let word = |back: usize, words: &[u32]| {
        number
            .checked_sub(back)
            .and_then(|at| reading.token(at))
            .is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
    };
    (1..=2).any(|back| word(back, &SAYS)) && (2..=5).any(|back| word(back, &TELLER))
}

/// Numbers without a label, in company that says what they are.
fn unlabelled(reading: &Reading<'_>, claims: &Claims, literal: &Literal) -> Verdict {
    let at = literal.groups.start;
    let digits = reading.digits_of(literal.groups.clone());
    let bank = reading.saw_any(&[Term::Routing, Term::Bank, Term::BankName, Term::Clabe]);
    let debit = reading.saw(Term::Check) || reading.saw(Term::Credit) && reading.saw(Term::Account);
    if literal.letters == 0
        && literal.digits == 9
        && aba(digits)
        && (debit
            || bank && reading.saw_any(&[Term::Account, Term::Routing, Term::Bank])
            || claims.holds(Category::BankAccount))
    {
        return Verdict::Mask(literal.tokens.clone(), Category::Routing);
    }
    if literal.letters == 0
        && literal.digits == 9
        && literal.sizes(reading) == [2, 7, 0, 0, 0]
        && ein(digits)
        && reading.saw_any(&[Term::Business, Term::Tax, Term::Ein])
        && gap(reading, at).is_some_and(|gap| gap.mark == b'-')
    {
        return Verdict::Mask(literal.tokens.clone(), Category::Ein);
    }
    // The account number that follows a routing number in one breath.
    let after_routing = at > 0
        && claims.has(at - 1)
        && claims.found.last().is_some_and(|found| found.category == Category::Routing)
        && gap(reading, at - 1).is_some_and(|gap| !gap.turn);
    if after_routing && literal.letters == 0 && (6..=17).contains(&literal.digits) {
        return Verdict::Mask(literal.tokens.clone(), Category::BankAccount);
    }
    if date::numeric(reading, at).is_some() {
        return Verdict::Keep(Kept::Date);
    }
    // "the text says 482913".
    let (next, total) = reading.extend(at, 8, |group| claims.has(group));
    let told = literal.letters == 0 && total == 6 && says(reading, literal.tokens.start);
    if let (true, Some([first, .., last] | [first @ last])) = (told, reading.groups().get(at..next)) {
        return Verdict::Mask(first.first..last.last + 1, Category::Otp);
    }
    Verdict::Pass
}
