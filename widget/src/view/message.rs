//! One row of the list of messages.

use super::tag::Tag;
use super::{View, card, part, tag, text};
use crate::model::Model;
use crate::transcript::Shows;
use browser::intl;
use core::ops::Range;
use leptos::prelude::*;
use shared::chat::{Delivery, address};
use shared::privacy::{MaskedText, Segment};
use shared::text::{self as sentences, Speech, Text};
use shared::time::Millis;

/// A row. It stays the same element while what it shows changes.
pub fn row(model: Model, shows: ArcRwSignal<Shows>) -> View {
    let first = shows.get_untracked();
    let at = shows.clone();
    let of = move || (shows.get(), model.seen().speech);
    if let Shows::Pay(removed) = first {
        return card::pay(model, tag("li", "card"), removed);
    }
    tag("li", "")
        .live("class", move || at.with(class).into())
        .with(part(of, move |(shows, speech)| inside(model, shows, speech)))
        .into()
}

fn class(shows: &Shows) -> &'static str {
    match shows {
        Shows::When(_) | Shows::Joined(_) | Shows::Ended(..) => "note",
        Shows::Who(..) => "who",
        Shows::Theirs(_) => "msg staff",
        Shows::Own(_) => "msg own",
        Shows::State(Delivery::Retrying | Delivery::Refused(_)) => "state bad",
        Shows::State(_) => "state",
        Shows::Pay(_) => "card",
    }
}

fn inside(model: Model, shows: Shows, speech: Speech) -> View {
    text(&match shows {
        Shows::Theirs(said) => {
            let face = model.seen_untracked().face.clone();
            return words(None, &said, face.as_ref().map_or(&[], |face| &face.links), speech);
        }
        Shows::Own(said) => return words(Some(Text::YouSaid.say(speech)), &said, &[], speech),
        Shows::When(at) => when(at, speech),
        Shows::Who(name, None) => name,
        Shows::Who(name, Some(department)) => [name, department].join(", "),
        Shows::State(delivery) => state(delivery, speech),
        Shows::Joined(staff) => sentences::joined(&staff, speech),
        Shows::Ended(by, reason) => sentences::ended(by, reason).say(speech).to_owned(),
        Shows::Pay(_) => String::new(),
    })
}

/// What was written, with a chip in the reader's language where something was taken out. People write in any language, so
/// the direction is the text's own. Who wrote it is said to those who do not see on which side it stands. Addresses lead
/// somewhere only below one of `domains`.
fn words(who: Option<&'static str>, said: &MaskedText, domains: &[String], speech: Speech) -> View {
    let mut words = tag("div", "words").set("dir", "auto");
    if let Some(who) = who {
        words = words.with(tag("span", "unseen").text(who).text(" "));
    }
    for segment in said.segments() {
        words = match segment {
            Segment::Words(piece) => linked(words, piece, domains),
            Segment::Mask(category) => {
                words.with(tag("span", "mask").text(sentences::mask(category, speech)))
            }
        };
    }
    words.into()
}

/// Adds a text, with its links shown whole. They open beside the chat.
fn linked(mut words: Tag, text: &str, domains: &[String]) -> Tag {
    let mut from = 0;
    for Range { start, end } in address::links(text, domains) {
        let address = text.get(start..end).unwrap_or_default();
        let link =
            tag("a", "").set("href", address.to_owned()).set("target", "_blank").set("rel", "noopener");
        words = words.text(text.get(from..start).unwrap_or_default()).with(link.text(address));
        from = end;
    }
    words.text(text.get(from..).unwrap_or_default())
}

fn state(delivery: Delivery, speech: Speech) -> String {
    let text = match delivery {
        Delivery::Sending => Text::Sending,
        Delivery::Sent => Text::Sent,
        Delivery::Delivered => Text::Delivered,
        Delivery::Retrying => Text::NotSentYet,
        Delivery::Refused(why) => {
            return [Text::NotSent.say(speech), Text::of_refusal(why).say(speech)].join(" ");
        }
    };
    text.say(speech).to_owned()
}

fn when(at: Millis, speech: Speech) -> String {
    if intl::is_today(at) {
        speech.fill(Text::Today, &[&intl::time(at, speech.language())])
    } else {
        intl::day_and_time(at, speech.language())
    }
}
