//! Labels with a letter wrong: "socail", "pasaprote", "expirey".

use super::term::Term;
use crate::scan::{Folded, fold};

/// The labels that people misspell, with what they tell.
const LABELS: &[(Term, &str)] = &[
    (Term::Account, "account cuenta"),
    (Term::Bank, "checking savings ahorros"),
    (Term::Birthday, "birthday"),
    (Term::Born, "birth birthdate nacimiento"),
    (Term::Card, "tarjeta"),
    (Term::Code, "codigo"),
    (Term::Credit, "credit debit credito debito"),
    (Term::Driver, "drivers"),
    (Term::Expiry, "expiration expires expiry vencimiento caducidad"),
    (Term::Brand, "mastercard discover"),
    (Term::Insurance, "insurance"),
    (Term::License, "license licencia"),
    (Term::Medicare, "medicare medicaid"),
    (Term::Number, "number numero"),
    (Term::Passport, "passport pasaporte"),
    (Term::Password, "password contrasena passcode"),
    (Term::Routing, "routing"),
    (Term::Security, "security seguridad"),
    (Term::Social, "social"),
    (Term::Verify, "verification verificacion"),
];

/// Letters of the longest word that is looked at.
const LONGEST: usize = 16;

/// A label with what tells at a glance that another word is not it.
#[derive(Clone, Copy)]
struct Known {
    term: Term,
    first: u8,
    from: usize,
    length: usize,
    list: usize,
    letters: u32,
}

/// How many labels there are.
const COUNT: usize = 41;

/// The labels of [`LABELS`], one by one.
const KNOWN: [Known; COUNT] = known();

/// For each first letter, the lengths that a slip of a label with that letter can have, as bits.
const LENGTHS: [u32; 32] = lengths();

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, where a wrong index is an error")]
const fn lengths() -> [u32; 32] {
    let mut lengths = [0; 32];
    let mut at = 0;
    while at < COUNT {
        let known = KNOWN[at];
        let near =
            if known.length >= 8 { 0b11111 << (known.length - 2) } else { 0b111 << (known.length - 1) };
        lengths[(known.first & 31) as usize] |= near;
        at += 1;
    }
    lengths
}

const fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, where a wrong index is an error")]
const fn known() -> [Known; COUNT] {
    let mut known = [Known { term: Term::Other, first: 0, from: 0, length: 0, list: 0, letters: 0 }; COUNT];
    let (mut list, mut count) = (0, 0);
    while list < LABELS.len() {
        let (term, words) = LABELS[list];
        let bytes = words.as_bytes();
        let mut from = 0;
        while from < bytes.len() {
            let (mut to, mut letters) = (from, 0);
            while to < bytes.len() && bytes[to] != b' ' {
                letters |= bit(bytes[to]);
                to += 1;
            }
            known[count] = Known { term, first: bytes[from], from, length: to - from, list, letters };
            count += 1;
            from = to + 1;
        }
        list += 1;
    }
    assert!(count == COUNT, "COUNT is not the number of labels");
    known
}

/// The label that `written` is but for one slip of the fingers (two in a long word).
pub(super) fn label(written: &str) -> Option<Term> {
    let (head, long) = (*written.as_bytes().first()?, written.len());
    if head < 0x80 && long < 24 && LENGTHS.get(usize::from(head & 31))? & ((1 << (long + 1)) - 1) == 0 {
        return None;
    }
    let mut letters = [0_u8; LONGEST];
    let mut count = 0;
    let mut set = 0;
    for scalar in written.chars() {
        let letter = match scalar {
            'a'..='z' => u8::try_from(scalar).ok()?,
            _ => match fold(scalar) {
                Folded::Letter(letter) => u8::try_from(letter).ok()?,
                _ => continue,
            },
        };
        set |= bit(letter);
        *letters.get_mut(count)? = letter;
        count += 1;
    }
    let typed = letters.get(..count)?;
    if LENGTHS.get(usize::from(*typed.first()? & 31))? & (1 << count) == 0 {
        return None;
    }
    let first = *typed.first()?;
    KNOWN.iter().find_map(|known| {
        // The first letter is seldom the wrong one.
        if known.first != first {
            return None;
        }
        let slips = if known.length >= 8 { 2 } else { 1 };
        if (set ^ known.letters).count_ones() > 2 * slips || known.length.abs_diff(count) > slips as usize {
            return None;
        }
        let meant = LABELS.get(known.list)?.1.as_bytes().get(known.from..known.from + known.length)?;
        (typed != meant && slip(typed, meant, slips as usize)).then_some(known.term)
    })
}

/// Damerau's distance, at most `slips`: it goes along both words and branches only at a difference.
fn slip(typed: &[u8], meant: &[u8], slips: usize) -> bool {
    match (typed, meant) {
        ([], rest) | (rest, []) => rest.len() <= slips,
        ([a, typed_rest @ ..], [b, meant_rest @ ..]) => {
            if a == b {
                return slip(typed_rest, meant_rest, slips);
            }
            if slips == 0 {
                return false;
            }
            let swapped = match (typed_rest, meant_rest) {
                ([c, typed_rest @ ..], [d, meant_rest @ ..]) if a == d && b == c => {
                    slip(typed_rest, meant_rest, slips - 1)
                }
                _ => false,
            };
            swapped
                || slip(typed_rest, meant_rest, slips - 1)
                || slip(typed_rest, meant, slips - 1)
                || slip(typed, meant_rest, slips - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_fingers_are_labels_and_other_words_are_not() {
        for (typed, meant) in [
            ("socail", Term::Social),
            ("expirey", Term::Expiry),
            ("pasaprote", Term::Passport),
            ("pasword", Term::Password),
            ("lisense", Term::License),
            ("rouitng", Term::Routing),
            ("contraseñia", Term::Password),
        ] {
            assert_eq!(label(typed), Some(meant), "{typed}");
        }
        for word in ["water", "street", "meter", "garbage", "special", "county", "amount", "discuss", "tarde"]
        {
            assert_eq!(label(word), None, "{word}");
        }
    }
}
