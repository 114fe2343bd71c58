//! Magnetic tracks and IBANs, which their form alone gives away.

use super::Category;
use super::checksum::iban;
use super::claims::Claims;
use super::reading::Reading;
use super::trace::Trace;
use crate::scan::{Folded, Kind, fold};

/// Digits at the least in a track's account number.
const TRACK_NUMBER: u16 = 12;

/// Finds track data: `%B4111…^DOE/JOHN^2712…?`, `;4111…=2712…?` (ISO/IEC 7813), with or without sentinels.
pub(super) fn tracks<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    if reading.longest() < TRACK_NUMBER {
        return;
    }
    let tokens = reading.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let long = |place: usize| {
            reading
                .token(place)
                .is_some_and(|token| token.kind == Kind::Number && token.count >= TRACK_NUMBER)
        };
        if !long(at) {
            at += 1;
            continue;
        }
        let caret = reading.punct(at + 1, b"^");
        let equals = (reading.punct(at + 1, b"=") || reading.letters(at + 1).eq("D".chars()))
            && reading.glued(at + 1)
            && reading.glued(at + 2)
            && reading.token(at + 2).is_some_and(|token| token.kind == Kind::Number && token.count >= 7);
        if !caret && !equals {
            at += 1;
            continue;
        }
        let mut start = at;
        while start > 0
            && reading.glued(start)
            && (reading.punct(start - 1, b"%;")
                || reading.letters(start - 1).count() == 1 && reading.kind(start - 1) == Some(Kind::Word))
        {
            start -= 1;
        }
        // To the end sentinel; without one to the blank after the last separator.
        let mut end = at + 1;
        let mut last = at + 1;
        let mut separators = 0;
        while end < tokens.len()
            && end < at + 48
            && !matches!(reading.kind(end), Some(Kind::Newline | Kind::Turn))
        {
            if !reading.glued(end) && (equals || separators > 1) && !reading.punct(end, b"^") {
                break;
            }
            separators += usize::from(reading.punct(end, b"^="));
            last = end + 1;
            end += 1;
            if reading.punct(end - 1, b"?") {
                // Track 2 may follow at once.
                if !reading.punct(end, b";") {
                    break;
                }
            }
        }
        let span = reading.token(start).map_or(0, |token| token.start as usize)
            ..reading.token(last - 1).map_or(0, |token| token.end as usize);
        trace.step(span, "has the form of a magnetic track");
        claims.tokens(reading, start..last, Category::Track);
        at = last.max(at + 1);
    }
}

/// Finds account numbers that pass the check of ISO 13616.
pub(super) fn ibans<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    for group in 0..reading.groups().len() {
        let Some(found) = reading.groups().get(group) else { break };
        let Some(country) = found.first.checked_sub(1) else { continue };
        let lettered = reading.glued(found.first)
            && reading.kind(country) == Some(Kind::Word)
            && reading.token(country).is_some_and(|token| token.count == 2)
            && found.count >= 2
            && !claims.has(group);
        if !lettered {
            continue;
        }
        // Words may follow that belong to the sentence: the longest piece that passes the check counts.
        let mut characters = [0_u8; 34];
        let mut count = 0;
        let mut end = None;
        for at in country.. {
            let Some(token) = reading.token(at) else { break };
            if !matches!(token.kind, Kind::Word | Kind::Number) && !reading.punct(at, b"-.") {
                break;
            }
            for scalar in reading.message.written(token).chars() {
                let character = match fold(scalar) {
                    Folded::Letter(letter) => u8::try_from(letter).unwrap_or(b'?'),
                    Folded::Digit(value) => b'0' + value,
                    _ => continue,
                };
                if let Some(place) = characters.get_mut(count) {
                    *place = character;
                }
                count += 1;
            }
            if count > characters.len() {
                break;
            }
            if token.kind != Kind::Punct && characters.get(..count).is_some_and(iban) {
                end = Some(at + 1);
            }
        }
        if let Some(end) = end {
            let span = reading.token(country).map_or(0, |token| token.start as usize);
            trace.step(span..span, "passes the check of an IBAN");
            claims.tokens(reading, country..end, Category::Iban);
        }
    }
}
