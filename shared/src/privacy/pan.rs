//! Card numbers: 13 to 19 digits with spaces or dashes between, that pass the Luhn check (ISO/IEC 7812-1 annex B).

use super::{Category, Finding};

/// Every card number in `text`, in order.
pub(super) fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut digits: Vec<(usize, u32)> = Vec::new();
    let mut gap = 0;
    for (at, character) in text.char_indices() {
        match character {
            '0'..='9' => {
                digits.extend(character.to_digit(10).map(|digit| (at, digit)));
                gap = 0;
            }
            ' ' | '-' if !digits.is_empty() && gap < 2 => gap += 1,
            _ => {
                close(&mut digits, &mut found);
                gap = 0;
            }
        }
    }
    close(&mut digits, &mut found);
    found
}

fn close(digits: &mut Vec<(usize, u32)>, found: &mut Vec<Finding>) {
    let mut from = 0;
    while from < digits.len() {
        let hit = (13..=19).rev().find_map(|length| {
            let window = digits.get(from..from + length)?;
            luhn(window).then_some(window)
        });
        match hit.and_then(|window| Some((window.first()?.0, window.last()?.0, window.len()))) {
            Some((start, last, length)) => {
                found.push(Finding { span: start..last + 1, category: Category::Pan });
                from += length;
            }
            None => from += 1,
        }
    }
    digits.clear();
}

fn luhn(digits: &[(usize, u32)]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, (_, digit))| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}
