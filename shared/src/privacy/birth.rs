//! What makes a date somebody's birth without a word for it: an age that fits, a name before it, "mi hija es del …".

use super::label::Label;
use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;
use crate::scan::{Kind, hash};
use core::ops::Range;

/// What a year of birth and a stated age may add up to: the year of writing, which the engine is not told. Nobody wrote to a
/// city's chat before this century.
const WRITTEN: Range<u32> = 2000..2100;

/// Years in which a date that follows a name is rather a birth than an event.
const LONG_AGO: Range<u32> = 1900..2011;

/// Whether the date of tokens `date`, which no label governs, is the birth of a person.
pub(super) fn is_somebodys(reading: &Reading<'_>, date: &Range<usize>, label: Option<Label>) -> bool {
    let Some(year) = year(reading, date) else { return false };
    let free = label.is_none_or(|label| matches!(label.meaning, Meaning::SomeOtp | Meaning::Otp));
    is_aged(reading, date, year)
        || free && LONG_AGO.contains(&year) && follows_name(reading, date.start)
        || is_of_kin(reading, date.start)
        || free && is_child(reading, date.start, date.end)
}

/// The year of a full date; of two figures it is one that lies in the past.
fn year(reading: &Reading<'_>, date: &Range<usize>) -> Option<u32> {
    let from = reading.groups().partition_point(|group| group.first < date.start);
    let groups = reading.groups().iter().skip(from).take_while(|group| group.first < date.end);
    let values: [Option<(usize, u32)>; 3] = {
        let mut values = [None; 3];
        values
            .iter_mut()
            .zip(groups)
            .for_each(|(value, group)| *value = Some((group.count, reading.value(group))));
        values
    };
    let long = values.iter().flatten().find(|(count, _)| *count == 4).map(|(_, year)| *year);
    long.or_else(|| {
        let (_, short) = values.iter().flatten().last().filter(|(count, _)| *count == 2)?;
        Some(if *short > 30 { 1900 + short } else { 2000 + short })
    })
}

fn is(reading: &Reading<'_>, at: usize, words: &[u32]) -> bool {
    reading.token(at).is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
}

/// "8yrs, 02 14 2017", "im 71, 1955/03/14", "3/4/2019, 6 years old": an age that fits the year.
fn is_aged(reading: &Reading<'_>, date: &Range<usize>, year: u32) -> bool {
    const UNIT: [u32; 7] =
        [hash("yrs"), hash("yr"), hash("years"), hash("year"), hash("yo"), hash("old"), hash("anos")];
    const LED: [u32; 6] = [hash("im"), hash("am"), hash("age"), hash("aged"), hash("tengo"), hash("edad")];
    const SINCE: [u32; 6] =
        [hash("ago"), hash("hace"), hash("for"), hash("since"), hash("por"), hash("desde")];
    let age = |at: usize| {
        reading
            .token(at)
            .filter(|token| token.kind == Kind::Number && token.count <= 3)
            .map(|token| token.hash)
    };
    let fits = |age: u32| (1..=110).contains(&age) && WRITTEN.contains(&(year + age));
    let mut unit = false;
    for at in (date.start.saturating_sub(5)..date.start).rev() {
        if let Some(age) = age(at) {
            let before = at.wrapping_sub(1);
            return fits(age) && (unit || is(reading, before, &LED)) && !is(reading, before, &SINCE);
        }
        unit |= is(reading, at, &UNIT);
        if !(is(reading, at, &UNIT) || reading.punct(at, b",(-")) {
            break;
        }
    }
    let mut stated = None;
    for at in date.end..date.end + 5 {
        if is(reading, at, &UNIT) {
            return stated.is_some_and(fits) && !is(reading, at + 1, &SINCE) && !is(reading, at + 2, &SINCE);
        }
        stated = stated.or_else(|| age(at));
        if !(age(at).is_some()
            || reading.punct(at, b",()")
            || matches!(reading.term(at), Term::Is | Term::And) && reading.kind(at) == Some(Kind::Word))
        {
            break;
        }
    }
    false
}

/// "last name Quist, 11/03/1971".
fn follows_name(reading: &Reading<'_>, date: usize) -> bool {
    const NAMES: [u32; 5] =
        [hash("name"), hash("nombre"), hash("apellido"), hash("apellidos"), hash("surname")];
    (date.saturating_sub(7)..date)
        .rev()
        .take_while(|at| !reading.sentence_ends(*at))
        .any(|at| is(reading, at, &NAMES))
}

/// "mi esposo es del 5 de agosto de 1979, yo del 17 de mayo de 1982".
fn is_of_kin(reading: &Reading<'_>, date: usize) -> bool {
    const KIN: [u32; 22] = [
        hash("yo"),
        hash("soy"),
        hash("esposo"),
        hash("esposa"),
        hash("hijo"),
        hash("hija"),
        hash("hijos"),
        hash("mama"),
        hash("papa"),
        hash("nino"),
        hash("nina"),
        hash("bebe"),
        hash("abuelo"),
        hash("abuela"),
        hash("hermano"),
        hash("hermana"),
        hash("suegro"),
        hash("suegra"),
        hash("nieto"),
        hash("nieta"),
        hash("madre"),
        hash("padre"),
    ];
    let mut at = date;
    while at > 0 && is(reading, at - 1, &[hash("del"), hash("el"), hash("de")]) {
        at -= 1;
    }
    at < date
        && is(reading, at, &[hash("del"), hash("de")])
        && (1..=2).any(|back| {
            at.checked_sub(back)
                .is_some_and(|kin| is(reading, kin, &KIN) && (back == 1 || reading.term(kin + 1) == Term::Is))
        })
}

/// "kids: Ava 6/1/2014", "my son 9/30/2017": a child, perhaps a name, and the date.
fn is_child(reading: &Reading<'_>, date: usize, end: usize) -> bool {
    const CHILD: [u32; 12] = [
        hash("kid"),
        hash("kids"),
        hash("child"),
        hash("children"),
        hash("son"),
        hash("daughter"),
        hash("baby"),
        hash("hijo"),
        hash("hija"),
        hash("hijos"),
        hash("nino"),
        hash("nina"),
    ];
    if reading.saw(Term::Event) {
        return false;
    }
    let name = |at: usize| {
        reading.term(at) == Term::Other
            && reading.kind(at) == Some(Kind::Word)
            && reading.letters(at).next().is_some_and(char::is_uppercase)
    };
    let mut at = date;
    while at > 0 && date - at < 4 && (name(at - 1) || reading.punct(at - 1, b":,(-")) {
        at -= 1;
    }
    let ends = reading.kind(end) != Some(Kind::Word);
    at.checked_sub(1).is_some_and(|at| is(reading, at, &CHILD)) && (ends || (at..date).any(name))
}

#[cfg(test)]
mod tests {
    use super::super::{Allowed, Category, mask};

    fn births(text: &str) -> usize {
        let findings = mask(text, Allowed::NOTHING).findings;
        findings.iter().filter(|finding| finding.category == Category::Dob).count()
    }

    #[test]
    fn em_pri_b_an_age_a_name_or_a_relation_makes_a_date_a_birth() {
        for text in [
            "he is 12yrs, 03/09/2013, for flag football",
            "im 68, 1957-02-11, is there a discount",
            "03/09/2013, 12 years old",
            "last name Orrell, 02/11/1957",
            "mi hija es del 9 de marzo de 2013",
            "kids: Ana 3/9/2013, Leo 2/11/2015, for swim lessons",
            "he is 12yrs, 03/09/2053, for flag football",
            "yo soy del 11/02/1957",
        ] {
            assert!(births(text) > 0, "{text}");
        }
    }

    #[test]
    fn em_pri_b_other_dates_beside_ages_names_and_relations_are_kept() {
        for text in [
            "filed 3/4/2017, 8 years ago",
            "been here for 8 years, 3/4/2017",
            "my roof is 30 years old, permit 4/2/2013",
            "name on the account is Oakes, service started 8/1/2019",
            "el recibo es del 3 de mayo de 2025",
            "my son needs 3/4/2025 off",
            "my daughter 3/4/2026 swim lesson",
            "kids party 3/4/2025 at the park",
            "born and raised here, since 11/22/1984",
            "3/4/2025 works for me, two of us are over 60 years old",
        ] {
            assert_eq!(births(text), 0, "{text}");
        }
    }
}
