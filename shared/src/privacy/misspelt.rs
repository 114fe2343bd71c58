//! Labels with a letter wrong: "socail", "pasaprote", "expirey".

use super::term::Term;
use crate::scan::{Folded, fold};

/// The labels that people misspell, with what they tell.
const LABELS: &[(Term, &str)] = &[
    (Term::Account, "account cuenta"),
    (Term::Bank, "checking savings ahorros"),
    (Term::Birthday, "birthday"),
    (Term::Born, "birthdate nacimiento"),
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

/// The label that `written` is but for one slip of the fingers (two in a long word).
pub(super) fn label(written: &str) -> Option<Term> {
    let mut letters = [0_u8; LONGEST];
    let mut count = 0;
    for scalar in written.chars() {
        if let Folded::Letter(letter) = fold(scalar) {
            *letters.get_mut(count)? = u8::try_from(letter).ok()?;
            count += 1;
        }
    }
    let letters = letters.get(..count)?;
    LABELS.iter().find_map(|(term, words)| {
        words.split(' ').any(|word| is_slip(letters, word.as_bytes())).then_some(*term)
    })
}

/// Whether `typed` is `meant` with one letter (two of eight and more) missing, added, changed or swapped.
fn is_slip(typed: &[u8], meant: &[u8]) -> bool {
    let slips = if meant.len() >= 8 { 2 } else { 1 };
    if typed.len().abs_diff(meant.len()) > slips
        || typed.len() < 5
        || typed.first() != meant.first()
        || typed == meant
    {
        return false;
    }
    slip(typed, meant, slips)
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
