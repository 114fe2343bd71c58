//! The door is closed: why, until when, and what one can do meanwhile (EM-HRS-A, PI-HOURS, PI-AUTO).

use super::chat::email;
use super::{View, leave, nothing, part, tag, trouble};
use crate::model::{Model, Shut};
use browser::intl;
use shared::language::Language;
use shared::text::Text;
use shared::time::Millis;

/// So many openings are posted: a week or so.
const POSTED: usize = 8;
/// A longer one has no closing worth telling, in milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// In place of the button that starts a chat.
pub fn card(model: Model, shut: Shut) -> View {
    let mut card = tag("div", "card closed")
        .set("role", "group")
        .live("aria-label", model.text(Text::ClosedNow))
        .with(tag("h3", "").words(model.text(Text::ClosedNow)));
    if let Some(names) = shut.why {
        card = card.with(
            tag("p", "").words(move || names.in_language(model.seen().speech.language()).to_owned().into()),
        );
    }
    if shut.last_chat_gone {
        card = card.with(tag("p", "").words(model.text(Text::LastChatGone)));
    }
    let opens = shut.next.map_or_else(
        || tag("p", "").words(model.text(if shut.for_now { Text::ClosedForNow } else { Text::NoHours })),
        |next| tag("p", "").words(move || opens(model, next).into()),
    );
    card.with(opens)
        .with(leave::way(model, "btn main wide"))
        .with(tag("h4", "").words(model.text(Text::Meanwhile)))
        .with(trouble::ways(model))
        .with(part(move || model.seen().topic.clone(), move |_| email(model)))
        .into()
}

fn opens(model: Model, next: Millis) -> String {
    let seen = model.seen();
    let zone = seen.face.as_ref().map_or("", |face| &face.time_zone);
    let language = seen.speech.language();
    let (day, clock) = (intl::day_in(next, language, zone), intl::clock_in(next, language, zone));
    [Text::OpensAgain.say(seen.speech), " ", &day, ", ", &clock, "."].concat()
}

/// The hours of the coming days, for whoever asks (PI-HOURS).
pub fn hours(model: Model) -> View {
    part(
        move || (model.seen().topic.clone(), model.seen().speech.language()),
        move |(topic, language)| {
            let seen = model.seen_untracked();
            let Some(face) = &seen.face else { return nothing() };
            let Some(openings) = face.openings(topic.as_ref()) else { return nothing() };
            let mut list = tag("ul", "").set("role", "list");
            let mut count = 0;
            for span in openings.spans.iter().filter(|span| span.until.0 - span.from.0 < DAY).take(POSTED) {
                let line = line(span.from, span.until, language, &face.time_zone);
                list = list.with(tag("li", "").text(&line));
                count += 1;
            }
            if count == 0 {
                return nothing();
            }
            let name = tag("summary", "").words(model.text(Text::Hours));
            tag("details", "hours").with(name).with(list).into()
        },
    )
}

fn line(from: Millis, until: Millis, language: Language, zone: &str) -> String {
    let clock = |at| intl::clock_in(at, language, zone);
    [&intl::day_in(from, language, zone), ": ", &clock(from), " – ", &clock(until)].concat()
}
