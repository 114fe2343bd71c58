//! What a refusal tells a member of staff: what residents are told too, and what only staff can be refused.

use super::{Console, Doors, Speech, Text};
use crate::language::Language;
use crate::refusal::Refusal;

/// What a refusal tells a member of staff to do.
pub fn refusal(refusal: Refusal, language: Language) -> &'static str {
    let staff = match refusal {
        Refusal::Flood => Console::RefusedFlood,
        Refusal::NotPermitted => Console::RefusedNotPermitted,
        Refusal::NotFound => Console::RefusedNotFound,
        Refusal::WrongMethod => Console::RefusedWrongMethod,
        Refusal::DevelopmentOnly => Console::RefusedDevelopmentOnly,
        Refusal::OfferGone => Console::RefusedOfferGone,
        Refusal::HeldBack => Console::RefusedHeldBack,
        Refusal::Suspended => Console::RefusedSuspended,
        Refusal::NotWarned => Console::RefusedNotWarned,
        Refusal::Outdated => return Doors::RefusedOutdated.say(language),
        Refusal::BadDay => return Doors::RefusedBadDay.say(language),
        Refusal::BadFrame
        | Refusal::FrameTooLarge
        | Refusal::TextTooLong
        | Refusal::EmptyText
        | Refusal::TooFast
        | Refusal::ReusedReference
        | Refusal::NoSuchChat
        | Refusal::ChatEnded
        | Refusal::WrongOrigin
        | Refusal::NotSignedIn
        | Refusal::TokenRefused
        | Refusal::UpgradeRequired
        | Refusal::TooManyConnections
        | Refusal::ChatFull
        | Refusal::TryAgain
        | Refusal::SamplePolicy
        | Refusal::Closed => return Speech::built_in(language).say(Text::of_refusal(refusal)),
    };
    staff.say(language)
}
