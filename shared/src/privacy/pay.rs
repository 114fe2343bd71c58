//! The wish to pay, which is answered with the city's payment page and number (EM-PAY-C).

use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;

/// Whether the author wants to pay, or to give what one pays with.
pub(super) fn wants_to_pay(reading: &Reading<'_>) -> bool {
    if !reading.saw_any(&[Term::Pay, Term::Give, Term::Card, Term::Brand]) {
        return false;
    }
    (0..reading.tokens().len()).any(|at| match reading.term(at) {
        Term::Pay => wishes(reading, at),
        // "take my card", "put it on my visa", "le paso mi tarjeta".
        Term::Give => {
            reading.near(at, 2, 5, &[Term::Card, Term::Brand])
                && (at..at + 6).any(|card| reading.meaning(card, card + 1) == Some(Meaning::Card))
        }
        _ => false,
    })
}

/// Whether a word for paying is a wish and no report of a payment made.
fn wishes(reading: &Reading<'_>, at: usize) -> bool {
    const WISH: &[Term] = &[Term::Want, Term::Give];
    let asked = reading.near(at, 6, 0, WISH)
        || reading.near(at, 5, 0, &[Term::NotValue]) && !reading.near(at, 6, 0, &[Term::Paid]);
    let object = reading.near(
        at,
        3,
        6,
        &[Term::Bill, Term::Card, Term::Brand, Term::Utility, Term::Order, Term::Case, Term::Bank],
    );
    let starts = at == 0 || reading.sentence_ends(at - 1);
    asked
        || object
            && !reading.near(at, 6, 3, &[Term::Paid])
            && (starts || reading.near(at, 3, 0, &[Term::Of, Term::Mine]))
}
