//! Numbers dictated over several messages: what the words around them show when no check digit can, because a piece was
//! corrected, repeated or is masked already.

use super::Category;
use super::claims::Claims;
use super::date;
use super::kept_form::kept_at;
use super::literal::Literal;
use super::meaning::Meaning;
use super::reading::{Reading, Script};
use super::term::Term;
use super::trace::Trace;
use crate::scan::{Kind, hash};
use core::ops::Range;

/// For how many messages a word for a card, or a piece of one, leads to expect another piece.
const EXPECTED: usize = 5;

/// Messages that the pieces of one number are spread over.
const TURNS: usize = 24;

/// Whether a message is little but digits that nothing explains.
pub(super) fn is_piece(reading: &Reading<'_>, claims: &Claims) -> bool {
    turn(reading, claims, 0..reading.tokens().len()).piece
}

/// One of the messages that are read as one.
#[expect(clippy::struct_excessive_bools, reason = "what was seen of a message, each by itself")]
struct Turn {
    groups: Range<usize>,
    /// Digits that are no part of a finding.
    digits: usize,
    /// Little but digits that nothing explains.
    piece: bool,
    /// Speaks of a card, or holds (a part of) its number.
    card: bool,
    /// Holds an expiry date or a verification value: the number is complete.
    complete: bool,
    /// Announces an expiry date, without a digit.
    dates: bool,
    /// "next", "last", "group two".
    ordered: bool,
    /// Speaks of an order, an address, a parcel: what follows is rather that.
    other: bool,
}

/// Finds the pieces of a card number that is dictated.
pub(super) fn pieces<T: Trace>(reading: &Reading<'_>, claims: &mut Claims, trace: &mut T) {
    if !reading.has_turns() {
        return;
    }
    let turns = turns(reading, claims);
    let mut expected = 0_usize;
    // For how many messages a label of something else stands against.
    let mut against = 0_usize;
    let mut complete = false;
    for (place, turn) in turns.iter().enumerate() {
        // "4205 4579", "next four 2272", "and last 4 4573": no word for a card, but nothing else is dictated so.
        let dictated = turn.piece
            && expected == 0
            && against == 0
            && is_dictation(reading, turns.get(place..).unwrap_or_default());
        // "475", "768", …, "jcb": the word comes last.
        let named = turn.piece
            && expected == 0
            && against == 0
            && named_later(turns.get(place..).unwrap_or_default());
        if turn.card || dictated || named {
            expected = EXPECTED;
            complete &= !turn.card;
        }
        against = if turn.other { EXPECTED } else { against.saturating_sub(1) };
        if turn.other && !turn.card {
            expected = 0;
        }
        complete |= turn.complete;
        let postal = complete && turn.digits == 5;
        // "exp", "09": the month, and in the next message the year.
        let month = turn.digits <= 2
            && place.checked_sub(1).and_then(|before| turns.get(before)).is_some_and(|before| before.dates);
        if month {
            continue;
        }
        if turn.piece && expected > 0 && !postal && (!turn.card || turn.digits >= 4) {
            expected = EXPECTED;
            let mut at = turn.groups.start;
            while at < turn.groups.end {
                // "starts with 3782" is a piece when more pieces follow.
                let more = turns.iter().skip(place + 1).take(3).any(|later| later.piece && later.digits >= 4);
                let shown = reading.groups().get(at).is_some_and(|group| {
                    turn.card
                        && reading.near(group.first, 3, 0, &[Term::Last])
                        && !(more && is_start(reading, group.first))
                });
                if claims.has(at) || shown {
                    at += 1;
                    continue;
                }
                let mut next = at + 1;
                while next < turn.groups.end
                    && !claims.has(next)
                    && reading.gap(next - 1).is_some_and(|gap| gap.words <= 1)
                {
                    next += 1;
                }
                if let Some(token) = reading.groups().get(at).and_then(|group| reading.token(group.first)) {
                    trace.step(
                        token.start as usize..token.end as usize,
                        "a piece of a card number that is dictated",
                    );
                }
                claims.groups(reading, at..next, Category::Pan);
                at = next;
            }
        }
        expected = expected.saturating_sub(1);
    }
}

/// Whether the number at token `at` is said to be the first digits.
pub(super) fn is_start(reading: &Reading<'_>, at: usize) -> bool {
    const START: [u32; 6] =
        [hash("starts"), hash("starting"), hash("begins"), hash("empieza"), hash("comienza"), hash("start")];
    (1..=3).any(|back| {
        at.checked_sub(back).and_then(|at| reading.token(at)).is_some_and(|token| START.contains(&token.hash))
    })
}

/// Whether a word for a card comes within the messages that follow pieces of twelve digits and more.
fn named_later(turns: &[Turn]) -> bool {
    let mut digits = 0;
    let mut others = 0;
    for turn in turns.iter().take(TURNS) {
        if turn.card {
            return digits >= 12;
        }
        if turn.piece {
            digits += turn.digits;
        } else {
            others += 1;
        }
        if others > 2 {
            return false;
        }
    }
    false
}

/// Whether messages that start with a piece are the dictation of a card number.
fn is_dictation(reading: &Reading<'_>, turns: &[Turn]) -> bool {
    let first = turns
        .first()
        .and_then(|turn| reading.groups().get(turn.groups.start))
        .and_then(|group| reading.digits(group).first())
        .map_or(0, |digit| digit.value);
    let (mut digits, mut pieces, mut ordered, mut others, mut fours) = (0, 0, 0, 0, true);
    for turn in turns.iter().take(TURNS) {
        if turn.piece {
            digits += turn.digits;
            pieces += 1;
            ordered += usize::from(turn.ordered);
            fours &= turn.digits % 4 == 0;
        } else {
            others += 1;
        }
        if others > 2 {
            break;
        }
    }
    let length = (12..=28).contains(&digits);
    (3..=6).contains(&first)
        && length
        && pieces >= 2
        && (ordered > 0 && pieces + ordered >= 3 || fours && pieces >= 3)
}

fn turns(reading: &Reading<'_>, claims: &Claims) -> Vec<Turn> {
    let tokens = reading.tokens();
    let mut turns = Vec::new();
    let mut start = 0;
    while start <= tokens.len() {
        let end =
            (start..tokens.len()).find(|at| reading.kind(*at) == Some(Kind::Turn)).unwrap_or(tokens.len());
        turns.push(turn(reading, claims, start..end));
        start = end + 1;
    }
    turns
}

fn turn(reading: &Reading<'_>, claims: &Claims, tokens: Range<usize>) -> Turn {
    let all = reading.groups();
    let from = all.partition_point(|group| group.first < tokens.start);
    let to = all.partition_point(|group| group.first < tokens.end);
    let mut turn = Turn {
        groups: from..to,
        digits: 0,
        piece: true,
        card: false,
        complete: false,
        dates: false,
        ordered: false,
        other: false,
    };
    let mut words = 0;
    for at in tokens.clone() {
        match reading.kind(at) {
            Some(Kind::Word) => {
                let term = reading.term(at);
                let meaning = reading.meaning(at, at + 1);
                turn.card |= meaning == Some(Meaning::Card);
                // What has a label of its own is judged by it.
                turn.piece &= !matches!(meaning, Some(Meaning::Cvv | Meaning::Expiry));
                turn.dates |= meaning == Some(Meaning::Expiry);
                turn.ordered |= matches!(term, Term::Position | Term::Last | Term::Group | Term::Digits);
                let other = meaning.is_some_and(|meaning| !meaning.is_card() && meaning != Meaning::SomeOtp);
                turn.other |= matches!(meaning, Some(Meaning::Kept(_)));
                if other
                    || matches!(term, Term::Bill | Term::Month | Term::Event)
                    || reading.glued(at) && reading.kind(at - 1) == Some(Kind::Number)
                {
                    turn.piece = false;
                }
                let light = term.is_grammar()
                    || term.is_number()
                    || matches!(
                        term,
                        Term::Filler
                            | Term::And
                            | Term::Position
                            | Term::Last
                            | Term::Group
                            | Term::Digits
                            | Term::NotValue
                            | Term::Oh
                            | Term::Card
                            | Term::Brand
                            | Term::Give
                    );
                words += usize::from(!light);
            }
            Some(Kind::Mask) => {
                match reading.token(at).and_then(|token| super::masked_category(token.hash)) {
                    Some(Category::Pan) => turn.card = true,
                    Some(Category::Expiry | Category::Cvv) => turn.complete = true,
                    _ => turn.piece = false,
                }
            }
            _ => {}
        }
    }
    let mut spoken = 0;
    for at in from..to {
        match claims.category(at) {
            Some(Category::Pan) => turn.card = true,
            Some(Category::Expiry | Category::Cvv) => turn.complete = true,
            Some(_) => turn.piece = false,
            None => {
                let Some(group) = all.get(at) else { continue };
                if group.script == Script::Words && group.count < 3 && !(from..to).any(|other| other != at) {
                    continue;
                }
                turn.digits += group.count;
                spoken += usize::from(group.script == Script::Words);
                let form = kept_at(reading, at).is_some() || date::numeric(reading, at).is_some();
                // "ENC-26-0193".
                let coded = Literal::around(reading, at).is_some_and(|literal| literal.head >= 2);
                turn.piece &= !form && !coded && group.count <= 12;
            }
        }
    }
    turn.dates &= turn.digits == 0;
    // Words that are digits by the way ("two of us") are no dictation.
    // "thats all 16 right?": a count.
    let counted = turn.digits <= 2
        && (!turn.ordered || reading.term(all.get(from).map_or(0, |group| group.last + 1)) == Term::Digits)
        && tokens.clone().any(|at| {
            reading.kind(at) == Some(Kind::Word)
                && matches!(reading.term(at), Term::NotValue | Term::Digits | Term::Other)
        });
    turn.piece &= !counted;
    turn.piece &=
        turn.digits > 0 && words <= 5 && words <= 2 + turn.digits && (spoken == 0 || turn.digits >= 3);
    turn
}
