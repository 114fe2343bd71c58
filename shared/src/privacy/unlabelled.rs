//! Numbers without a label: what their form or their company says they are.

use super::Category;
use super::checksum::{aba, clabe, ein, itin, ssn};
use super::claims::Claims;
use super::codes::{is_given, is_year_or_form};
use super::date;
use super::kept::Kept;
use super::label::Label;
use super::literal::Literal;
use super::meaning::Meaning;
use super::reading::{Reading, Script};
use super::rules::Verdict;
use super::run::gap;
use super::term::Term;
use crate::scan::{Kind, hash};

/// Beginnings of the receipt numbers of the immigration service.
const RECEIPTS: [&[u8]; 8] = [b"eac", b"wac", b"lin", b"src", b"msc", b"ioe", b"nbc", b"ysc"];

/// Numbers whose form alone says what they are.
pub(super) fn by_form(
    reading: &Reading<'_>,
    claims: &Claims,
    literal: &Literal,
    label: Option<Label>,
) -> Option<Verdict> {
    let at = literal.groups.start;
    let abroad = reading.saw_any(&[Term::Alien, Term::Immigration]);
    let against = label.is_some_and(|label| {
        matches!(label.meaning, Meaning::Kept(kept) if !matches!(kept, Kept::Amount | Kept::Address | Kept::Phone | Kept::Zip | Kept::Email)) && label.crossed == 0 && !label.apart
    });
    if is_alien(reading, literal) {
        return Some(Verdict::Mask(literal.tokens.clone(), Category::NationalId));
    }
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
    // The British number: AB 12 34 56 C.
    if literal.sizes(reading).first() == Some(&2)
        && literal.digits <= 6
        && reading.abbreviates(literal.tokens.start.wrapping_sub(1))
    {
        let mut wide = literal.clone();
        wide.widen(reading, 9);
        if wide.follows(reading, b"AA999999A") && !against {
            return Some(Verdict::Mask(wide.tokens, Category::NationalId));
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
                && (!against || abroad))
            || (literal.follows(reading, b"A9999999A")
                && matches!(literal.characters(reading).0.first(), Some(b'x' | b'y' | b'z'))
                && !against)
        {
            return Some(Verdict::Mask(literal.tokens.clone(), Category::NationalId));
        }
    }
    // "I-94 12345678901".
    let first = literal.tokens.start;
    let entry = (1..=4).any(|back| {
        first.checked_sub(back).is_some_and(|at| {
            reading.token(at).is_some_and(|token| token.kind == Kind::Number && token.hash == 94)
                && (reading.punct(at.wrapping_sub(1), b"-")
                    || reading.letters(at.wrapping_sub(1)).eq("i".chars())
                    || reading.letters(at.wrapping_sub(1)).eq("I".chars()))
        })
    });
    if literal.letters <= 1 && matches!(literal.alnum(), 10 | 11) && entry {
        return Some(Verdict::Mask(literal.tokens.clone(), Category::NationalId));
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

/// "A# 204551932": the number of the immigration service.
fn is_alien(reading: &Reading<'_>, literal: &Literal) -> bool {
    let sign = literal.tokens.start.wrapping_sub(1);
    literal.letters == 0
        && matches!(literal.digits, 8 | 9)
        && reading.punct(sign, b"#")
        && reading.glued(sign)
        && reading.letters(sign.wrapping_sub(1)).eq("A".chars())
}

/// Whether the message is about signing in with a code that was sent.
pub(super) fn is_login(reading: &Reading<'_>) -> bool {
    let words = [Term::Code, Term::Verify, Term::Texted, Term::Otp, Term::Digits];
    words.iter().filter(|term| reading.saw(**term)).count() >= 2
        && !reading.saw_any(&[Term::Product, Term::Zip, Term::Permit])
}

/// What brings a code.
const TELLER: [u32; 14] = [
    hash("text"),
    hash("texted"),
    hash("sms"),
    hash("texto"),
    hash("mensaje"),
    hash("authenticator"),
    hash("autenticador"),
    hash("message"),
    hash("verification"),
    hash("app"),
    hash("mensajito"),
    hash("autenticadora"),
    hash("google"),
    hash("authy"),
];

/// Whether a text or an authenticator is spoken of within a few tokens of `at`: "ok i got the text".
pub(super) fn is_teller(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at + 5).any(|at| {
        reading.token(at).is_some_and(|token| token.kind == Kind::Word && TELLER.contains(&token.hash))
    })
}

/// Whether the word at token `at` says what a message says.
pub(super) fn is_told(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is_some_and(|token| token.kind == Kind::Word && SAYS.contains(&token.hash))
}

const SAYS: [u32; 5] = [hash("says"), hash("shows"), hash("said"), hash("dice"), hash("muestra")];

/// Whether a message or an authenticator is said to show the number: "the text says", "mi app muestra".
pub(super) fn says(reading: &Reading<'_>, number: usize) -> bool {
    let word = |back: usize, words: &[u32]| {
        number
            .checked_sub(back)
            .and_then(|at| reading.token(at))
            .is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
    };
    (1..=2).any(|back| word(back, &SAYS)) && (2..=5).any(|back| word(back, &TELLER))
}

/// Whether a text is said to show the number, with nothing between: "the text says", "el mensaje dice".
fn says_at_once(reading: &Reading<'_>, number: usize) -> bool {
    const TEXT: [u32; 6] =
        [hash("text"), hash("sms"), hash("texto"), hash("mensaje"), hash("message"), hash("authenticator")];
    number.checked_sub(2).is_some_and(|at| {
        is_told(reading, at + 1)
            && reading.token(at).is_some_and(|token| token.kind == Kind::Word && TEXT.contains(&token.hash))
    })
}

/// Numbers without a label, in company that says what they are.
pub(super) fn unlabelled(reading: &Reading<'_>, claims: &Claims, literal: &Literal) -> Verdict {
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
    // "five three nine", "two seven", "nine two oh oh", after talk of the number.
    let (nine, total) = reading.extend(at, 9, |group| claims.has(group));
    let parted = (at..nine.saturating_sub(1)).any(|at| gap(reading, at).is_some_and(|gap| gap.turn));
    if literal.letters == 0
        && total == 9
        && parted
        && reading.saw_any(&[Term::Ssn, Term::Social])
        && let Some([first, .., last]) = reading.groups().get(at..nine)
    {
        return Verdict::Mask(first.first..last.last + 1, Category::Ssn);
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
    // "i typed 62986 and nothing happens, is that the right code".
    let given = literal.letters == 0
        && matches!(total, 4..=8)
        && literal.groups.len() <= 2
        && is_given(reading, literal.tokens.start)
        && reading.saw_any(&[Term::Code, Term::Otp])
        && !reading.saw_any(&[
            Term::Product,
            Term::Zip,
            Term::Place,
            Term::Case,
            Term::Permit,
            Term::Order,
            Term::Meter,
        ]);
    // A code comes in one piece or in even ones: "26-0441" is none.
    let even = reading.groups().get(literal.groups.clone()).is_some_and(|groups| {
        groups.iter().all(|group| group.count == groups.first().map_or(0, |first| first.count))
    });
    let told = given
        || literal.letters == 0
            && matches!(total, 4 | 5)
            && literal.groups.len() == 1
            && !reading.saw_any(&[Term::Product, Term::Software, Term::Bill, Term::Money, Term::Meter])
            && !(total == 4 && is_year_or_form(reading, at))
            && says_at_once(reading, literal.tokens.start)
        || literal.letters == 0
            && total == 6
            && (says(reading, literal.tokens.start)
                || is_login(reading) && even && literal.groups.len() <= 3);
    if let (true, Some([first, .., last] | [first @ last])) = (told, reading.groups().get(at..next)) {
        return Verdict::Mask(first.first..last.last + 1, Category::Otp);
    }
    Verdict::Pass
}
