//! What the resident sees.

mod card;
mod chat;
mod composer;
mod head;
mod icon;
mod message;
mod start;
mod trouble;

use crate::model::{Model, Stage};
use leptos::either::EitherOf4;
use leptos::prelude::*;
use shared::text::{self, Text};

/// Shown where the city's own number is not known.
const EMERGENCY: &str = "911";

/// The whole app.
pub fn panel(model: Model) -> impl IntoView {
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            if model.menu.get_untracked() {
                model.menu.set(false);
            } else {
                model.minimise();
            }
        }
    };
    let stage = move || match model.stage.get() {
        Stage::Opening => EitherOf4::A(trouble::opening(model)),
        Stage::Unreachable(failure) => EitherOf4::B(trouble::unreachable(model, failure)),
        Stage::Asking => EitherOf4::C(start::form(model)),
        Stage::Chat => EitherOf4::D(chat::chat(model)),
    };
    view! {
        <section
            class="panel"
            lang=move || model.language.get().tag()
            aria-label=model.text(Text::ChatWithStaff)
            on:keydown=escape
        >
            {head::head(model)}
            {head::standing(model)}
            {stage}
            <div class="unseen" aria-live="polite" aria-atomic="false">
                <For each=move || model.announcer.said.get() key=|(number, _)| *number let:sentence>
                    <p>{sentence.1}</p>
                </For>
            </div>
        </section>
    }
}

/// A link that calls `number`.
fn call(model: Model, number: String, class: &'static str) -> impl IntoView {
    let named = number.clone();
    let name = move || text::call(&named, model.language.get());
    let address = ["tel:", &dialled(&number)].concat();
    view! {
        <a class=class href=address aria-label=name>
            {icon::icon(icon::PHONE)}
            {number}
        </a>
    }
}

/// A number as it is dialled: digits, and the plus of a country.
fn dialled(number: &str) -> String {
    number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect()
}
