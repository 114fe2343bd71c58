//! The order in which a message is judged.

use super::claims::Claims;
use super::reading::Reading;
use super::term::Term;
use super::trace::Trace;
use super::{Category, Finding, bank, card, password, pay, rules};
use crate::scan::{Message, hash};

/// What a message holds.
pub(super) struct Judgement {
    /// In order, without overlaps.
    pub(super) findings: Vec<Finding>,
    /// The author wants to pay.
    pub(super) wants_to_pay: bool,
    /// Has digits, or words that could be the label of digits to come: later messages may need it.
    pub(super) telling: bool,
}

/// Words that call for a number that may come in the next message.
const CUES: &[Term] = &[
    Term::Card,
    Term::Brand,
    Term::Cvv,
    Term::Expiry,
    Term::Routing,
    Term::Bank,
    Term::Iban,
    Term::Clabe,
    Term::Ssn,
    Term::Social,
    Term::Itin,
    Term::Ein,
    Term::License,
    Term::Dl,
    Term::Passport,
    Term::Born,
    Term::Birthday,
    Term::Medicare,
    Term::Mrn,
    Term::Insurance,
    Term::Password,
    Term::Clave,
    Term::Pin,
    Term::Otp,
    Term::Alien,
    Term::ForeignId,
    Term::Code,
];

/// Judges a message that has been read.
pub(super) fn judge<T: Trace>(message: Message<'_>, trace: &mut T) -> Judgement {
    let mut reading = Reading::of(message);
    let numbers = reading.has_numbers();
    if numbers {
        reading.count();
    }
    let secrets = reading.saw_any(&[Term::Password, Term::Clave]);
    let wants_to_pay = pay::wants_to_pay(&reading);
    let telling = numbers || reading.has_masks() || reading.saw_any(CUES);
    if !numbers && !secrets {
        return Judgement { findings: Vec::new(), wants_to_pay, telling };
    }
    let mut claims = Claims::new(reading.groups().len());
    if numbers {
        bank::tracks(&reading, &mut claims, trace);
        bank::ibans(&reading, &mut claims, trace);
    }
    if secrets {
        password::find(&reading, &mut claims, trace);
    }
    if !reading.groups().is_empty() {
        card::numbers(&reading, &mut claims, trace);
        card::companions(&reading, &mut claims, trace);
        rules::judge(&reading, &mut claims, trace);
    }
    Judgement { findings: claims.in_order(), wants_to_pay, telling }
}

/// The category whose mask bears this hash.
pub(super) fn masked_category(mask: u32) -> Option<Category> {
    Category::ALL.iter().copied().find(|category| {
        let mut letters = [0_u8; 20];
        let mut count = 0;
        for (place, letter) in letters.iter_mut().zip(category.code().bytes().filter(u8::is_ascii_uppercase))
        {
            *place = letter.to_ascii_lowercase();
            count += 1;
        }
        letters.get(..count).and_then(|letters| core::str::from_utf8(letters).ok()).map(hash) == Some(mask)
    })
}
