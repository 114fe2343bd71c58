//! Sentences that are put together of several, or chosen by what happened.

use super::{Speech, Text, mask};
use crate::privacy::{MaskedText, Segment};
use crate::wire::v1::{EndReason, Ender, Place, StaffCard};

/// The form that a language has for a number, as `Intl.PluralRules` names it (Unicode CLDR).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plural {
    /// As in "1 person".
    One,
    /// The dual, such as Arabic has it.
    Two,
    /// Such as Slavic languages have it after two to four.
    Few,
    /// Such as Slavic languages have it after five and more.
    Many,
    /// Every other number; the only form of languages without plurals.
    #[default]
    Other,
}

/// Who has come to answer.
pub fn joined(staff: &StaffCard, speech: Speech) -> String {
    speech.fill(Text::Joined, &[&staff.name, &staff.title, &staff.department])
}

/// Who is typing.
pub fn is_typing(name: &str, speech: Speech) -> String {
    speech.fill(Text::IsTyping, &[name])
}

/// How a chat ended.
pub const fn ended(by: Ender, reason: EndReason) -> Text {
    match (by, reason) {
        (_, EndReason::Forgotten) => Text::EndedForgotten,
        (_, EndReason::OffTopic) => Text::EndedOffTopic,
        (_, EndReason::WrongDepartment) => Text::EndedWrongDepartment,
        (_, EndReason::Abuse) => Text::EndedAbuse,
        (_, EndReason::DayOver) => Text::EndedDayOver,
        (_, EndReason::Silent) => Text::EndedSilent,
        (Ender::Resident, EndReason::LeftLine) => Text::EndedLeftLine,
        (Ender::Resident, EndReason::Done) => Text::EndedByResident,
        (Ender::Staff, _) => Text::EndedByStaff,
        (Ender::Policy, _) => Text::EndedByPolicy,
    }
}

/// How many are served before one who waits, and how long it will take (PI-AUTO). `plural` is the form of `place.ahead` in the
/// language of `speech`.
pub fn place(place: Place, plural: Plural, speech: Speech) -> String {
    let ahead = match (place.ahead, plural) {
        (0, _) => Text::NextInLine,
        (_, Plural::One) => Text::AheadOne,
        (_, Plural::Two) => Text::AheadTwo,
        (_, Plural::Few) => Text::AheadFew,
        (_, Plural::Many) => Text::AheadMany,
        (_, Plural::Other) => Text::AheadOther,
    };
    let ahead = speech.fill(ahead, &[&place.ahead.to_string()]);
    let Some((least, most)) = place.minutes else { return ahead };
    let wait = speech.fill(Text::Wait, &[&least.to_string(), &most.to_string()]);
    [ahead.as_str(), " ", &wait].concat()
}

/// A draft has `length` characters, which is more than a message may have.
pub fn too_long(length: usize, speech: Speech) -> String {
    speech.fill(Text::TooLong, &[&grouped(length)])
}

/// A masked text in words alone, for those who hear it.
pub fn spoken(text: &MaskedText, speech: Speech) -> String {
    let pieces = text.segments().map(|segment| match segment {
        Segment::Words(words) => words,
        Segment::Mask(category) => mask(category, speech),
    });
    pieces.collect()
}

/// `number` with a comma before the last three digits, as it is written in the United States.
pub(super) fn grouped(number: usize) -> String {
    let mut digits = number.to_string();
    if let Some(place) = digits.len().checked_sub(3).filter(|place| *place > 0) {
        digits.insert(place, ',');
    }
    digits
}
