//! One row of the list of messages.

use super::card;
use crate::model::Model;
use crate::transcript::Shows;
use browser::intl;
use leptos::either::Either;
use leptos::prelude::*;
use shared::chat::Delivery;
use shared::language::Language;
use shared::privacy::{MaskedText, Segment};
use shared::text::{self, Text};
use shared::time::Millis;

/// A row. It stays the same element while what it shows changes.
pub fn row(model: Model, shows: ArcRwSignal<Shows>) -> impl IntoView {
    let class = {
        let shows = shows.clone();
        move || shows.with(class)
    };
    view! { <li class=class>{move || inside(model, shows.get())}</li> }
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

fn inside(model: Model, shows: Shows) -> AnyView {
    let language = model.language.get();
    match shows {
        Shows::When(at) => when(at, language).into_any(),
        Shows::Who(name, None) => name.into_any(),
        Shows::Who(name, Some(department)) => [name, department].join(", ").into_any(),
        Shows::Theirs(said) => words(&said, language).into_any(),
        Shows::Own(said) => view! {
            <span class="unseen">{Text::YouSaid.say(language)} " "</span>
            {words(&said, language)}
        }
        .into_any(),
        Shows::State(delivery) => state(delivery, language).into_any(),
        Shows::Pay(removed) => card::pay(model, removed).into_any(),
        Shows::Joined(staff) => text::joined(&staff, language).into_any(),
        Shows::Ended(by, reason) => text::ended(by, reason, language).into_any(),
    }
}

/// What was written, with a chip in the reader's language where something was taken out. People write in any language, so
/// the direction is the text's own.
fn words(said: &MaskedText, language: Language) -> impl IntoView + use<> {
    let pieces = said.segments().map(|segment| match segment {
        Segment::Words(words) => Either::Left(words.to_owned()),
        Segment::Mask(category) => {
            Either::Right(view! { <span class="mask">{text::mask(category, language)}</span> })
        }
    });
    view! { <span class="words" dir="auto">{pieces.collect_view()}</span> }
}

fn state(delivery: Delivery, language: Language) -> String {
    let text = match delivery {
        Delivery::Sending => Text::Sending,
        Delivery::Sent => Text::Sent,
        Delivery::Delivered => Text::Delivered,
        Delivery::Retrying => Text::NotSentYet,
        Delivery::Refused(why) => {
            return [Text::NotSent.say(language), text::refusal(why, language)].join(" ");
        }
    };
    text.say(language).to_owned()
}

fn when(at: Millis, language: Language) -> String {
    if intl::is_today(at) {
        text::today(&intl::time(at, language), language)
    } else {
        intl::day_and_time(at, language)
    }
}
