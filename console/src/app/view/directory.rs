//! How the city is reached: what staff would otherwise look up, one press away from the message.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::policy::{Face, FaceTopic};
use shared::text::Console as Say;

/// The city's numbers and the topics' addresses, from its policy.
#[component]
pub fn Directory() -> impl IntoView {
    let model = expect_context::<Model>();
    let face = model.face.get_value();
    let Face { emergency, city_emergency, non_emergency, office, payment, topics, .. } = face;
    let numbers = [
        (Say::Emergency, vec![emergency]),
        (Say::CityEmergency, vec![city_emergency]),
        (Say::NonEmergency, vec![non_emergency]),
        (Say::Office, vec![office]),
        (Say::Pay, vec![payment.page, payment.phone]),
    ];
    let numbers = numbers.map(
        |(what, ways)| view! { <Entry name=Signal::derive(move || model.say(what)().to_owned()) ways /> },
    );
    let topics = topics.into_iter().map(|FaceTopic { names, email, .. }| {
        let name = Signal::derive(move || names.in_language(model.language.get()).to_owned());
        view! { <Entry name ways=vec![email] /> }
    });
    let topics: Vec<_> = topics.collect();
    view! {
        <section>
            <h2>{model.say(Say::Directory)}</h2>
            <ul class="directory">
                {numbers}
                {topics}
            </ul>
        </section>
    }
}

/// One entry; each way to reach it goes into the message by a press.
#[component]
fn Entry(name: Signal<String>, ways: Vec<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    let ways = ways.into_iter().map(|way| {
        let (label, text) = (way.clone(), way.clone());
        view! {
            <button
                class="way"
                type="button"
                aria-label=move || model.say_with(Say::Insert, &[&label])
                prop:disabled=move || model.active.with(Option::is_none)
                on:click=move |_| insert(model, &text)
            >
                {way}
            </button>
        }
    });
    let ways: Vec<_> = ways.collect();
    view! { <li><b>{name}</b>{ways}</li> }
}

/// Puts `what` at the end of the message that is being written.
fn insert(model: Model, what: &str) {
    let Some(chat) = model.active.get_untracked().and_then(|id| model.chat(&id)) else { return };
    chat.add(what);
    model.go_to(&chat.id);
}
