//! What numbers prove by themselves: check digits, issuer ranges, numbering plans.

use super::reading::Digit;

fn value(digits: &[Digit]) -> u32 {
    digits.iter().fold(0, |value, digit| value.wrapping_mul(10).wrapping_add(u32::from(digit.value)))
}

/// The first `count` digits as a number.
fn lead(digits: &[Digit], count: usize) -> u32 {
    value(digits.get(..count).unwrap_or_default())
}

/// Whether the check digit is right (ISO/IEC 7812-1 annex B).
pub(super) fn luhn(digits: &[Digit]) -> bool {
    let mut sum = 0;
    for (place, digit) in digits.iter().rev().enumerate() {
        let value = u32::from(digit.value);
        let double = value * 2;
        sum += if place % 2 == 0 { value } else { double - if double > 9 { 9 } else { 0 } };
    }
    sum > 0 && sum % 10 == 0
}

/// How well the first digits and the length fit an issuer of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Issuer {
    /// No issuer's.
    Unknown,
    /// Maestro and other ranges that are shared with much else: only beside a word for a card.
    Shared,
    /// A brand's, in one of the brand's lengths.
    Known,
}

/// Whose card the number would be, by the ranges that the brands publish.
pub(super) fn issuer(digits: &[Digit]) -> Issuer {
    let (one, two, three, four) = (lead(digits, 1), lead(digits, 2), lead(digits, 3), lead(digits, 4));
    let known = match digits.len() {
        13 => one == 4,
        14 => matches!(three, 300..=305 | 309) || matches!(two, 36 | 38 | 39),
        15 => matches!(two, 34 | 37),
        16 => {
            one == 4
                || matches!(two, 51..=55 | 65 | 62 | 81 | 36 | 38 | 39)
                || matches!(four, 2221..=2720 | 3528..=3589 | 6011)
                || matches!(three, 644..=649)
        }
        17 | 18 => matches!(two, 62 | 81),
        19 => one == 4 || matches!(two, 62 | 65 | 81) || four == 6011 || matches!(three, 644..=649),
        _ => false,
    };
    // Maestro's own prefixes, where the length leaves little room for chance.
    let maestro = matches!(four, 5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761..=6763)
        && matches!(digits.len(), 16 | 18 | 19);
    match (known || maestro, two) {
        (true, _) => Issuer::Known,
        (false, 50 | 56..=69) if (12..=19).contains(&digits.len()) => Issuer::Shared,
        (false, 20..=99) if digits.len() == 16 => Issuer::Shared,
        _ => Issuer::Unknown,
    }
}

/// Whether the groups are those that a brand prints.
pub(super) fn printed(sizes: &[usize]) -> bool {
    const PRINTED: [&[usize]; 11] = [
        &[4, 4, 4, 4],
        &[4, 6, 5],
        &[4, 6, 4],
        &[4, 4, 4, 3],
        &[4, 4, 4, 2],
        &[4, 4, 4, 1],
        &[4, 4, 4, 4, 3],
        &[4, 4, 4, 4, 2],
        &[4, 4, 4, 4, 1],
        &[6, 13],
        &[8, 8],
    ];
    matches!(sizes, [12..=19]) || PRINTED.contains(&sizes)
}

/// Whether the number is a routing number (ABA): Federal Reserve prefix and check digit.
pub(super) fn aba(digits: &[Digit]) -> bool {
    const WEIGHTS: [u32; 9] = [3, 7, 1, 3, 7, 1, 3, 7, 1];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit.value) * weight).sum();
    digits.len() == 9
        && matches!(lead(digits, 2), 1..=12 | 21..=32 | 61..=72 | 80)
        && sum > 0
        && sum.is_multiple_of(10)
}

/// Whether the number is a CLABE, the account number of Mexican banks.
pub(super) fn clabe(digits: &[Digit]) -> bool {
    const WEIGHTS: [u32; 3] = [3, 7, 1];
    let [body @ .., check] = digits else { return false };
    let sum: u32 = body
        .iter()
        .zip(WEIGHTS.iter().cycle())
        .map(|(digit, weight)| u32::from(digit.value) * weight % 10)
        .sum();
    digits.len() == 18 && u32::from(check.value) == (10 - sum % 10) % 10
}

/// Whether the Social Security Administration can have given out the number.
pub(super) fn ssn(digits: &[Digit]) -> bool {
    let [area @ .., _, _, _, _, _, _] = digits else { return false };
    digits.len() == 9
        && !matches!(value(area), 0 | 666 | 900..=999)
        && value(digits.get(3..5).unwrap_or_default()) != 0
        && value(digits.get(5..).unwrap_or_default()) != 0
}

/// Whether the number is of the series of the Internal Revenue Service for people without a Social Security number.
pub(super) fn itin(digits: &[Digit]) -> bool {
    let group = value(digits.get(3..5).unwrap_or_default());
    digits.len() == 9 && lead(digits, 1) == 9 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// Whether the number begins as the Internal Revenue Service numbers employers.
pub(super) fn ein(digits: &[Digit]) -> bool {
    digits.len() == 9
        && !matches!(lead(digits, 2), 0 | 7..=9 | 17..=19 | 28 | 29 | 49 | 69 | 70 | 78 | 79 | 89 | 96 | 97)
}

/// Whether letters and digits are an IBAN (ISO 13616): remainder 1 modulo 97 with the first four at the end.
pub(super) fn iban(characters: &[u8]) -> bool {
    let (Some(head), Some(body)) = (characters.get(..4), characters.get(4..)) else { return false };
    if !(15..=34).contains(&characters.len()) {
        return false;
    }
    let rest = body.iter().chain(head).fold(0_u32, |rest, character| match character {
        b'0'..=b'9' => (rest * 10 + u32::from(character - b'0')) % 97,
        _ => (rest * 100 + u32::from(character.saturating_sub(b'a')) + 10) % 97,
    });
    rest == 1
}
