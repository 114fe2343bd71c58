//! The bar that carries the city's name, and the numbers that always stand below it (EM-GEN-B).

use super::{EMERGENCY, dialled, icon};
use crate::model::{Model, Phase, Reach, Stage};
use leptos::html::Button;
use leptos::prelude::*;
use shared::text::{self, Text};

pub fn head(model: Model) -> impl IntoView {
    let city = move || match model.face.get() {
        Some(face) => face.name.clone(),
        None => Text::ChatWithStaff.say(model.language.get()).to_owned(),
    };
    let ends = move || model.stage.get() == Stage::Chat && model.phase.get() != Phase::Over;
    let shrinks = model.shrinks();
    view! {
        <header class="head">
            <span class="seal">{icon::icon(icon::DOME)}</span>
            <div class="names">
                <h2>{city}</h2>
                <p>{move || subtitle(model)}</p>
            </div>
            <div class="tools">
                {move || ends().then(|| menu(model))}
                {shrinks.then(|| {
                    view! {
                        <button
                            class="tool"
                            type="button"
                            aria-label=model.text(Text::Minimise)
                            on:click=move |_| model.minimise()
                        >
                            {icon::icon(icon::DOWN)}
                        </button>
                    }
                })}
            </div>
        </header>
    }
}

fn subtitle(model: Model) -> String {
    let text = match (model.stage.get(), model.phase.get(), model.reach.get()) {
        (Stage::Asking, ..) => Text::APersonAnswers,
        (Stage::Chat, Phase::Over, _) => Text::ChatEnded,
        (Stage::Opening, ..) | (Stage::Chat, _, Reach::Connecting) => Text::Connecting,
        (Stage::Unreachable(_), ..) | (Stage::Chat, _, Reach::Lost | Reach::Refused(_)) => Text::NoConnection,
        (Stage::Chat, Phase::InLine, Reach::Stands) => Text::YouAreInLine,
        (Stage::Chat, Phase::Talking, Reach::Stands) => {
            let card = model.staff.get();
            return card.map_or_else(String::new, |card| [&card.name, " · ", &card.department].concat());
        }
    };
    text.say(model.language.get()).to_owned()
}

/// Ends the chat, asked twice: an ended chat cannot be gone on with.
fn menu(model: Model) -> impl IntoView {
    let opener = NodeRef::<Button>::new();
    let first = NodeRef::<Button>::new();
    Effect::new(move |was_open: Option<bool>| {
        let open = model.menu.get();
        if open && let Some(button) = first.get() {
            let _ = button.focus();
        } else if !open
            && was_open == Some(true)
            && let Some(button) = opener.get_untracked()
        {
            let _ = button.focus();
        }
        open
    });
    let choices = move || {
        model.menu.get().then(|| {
            view! {
                <div class="menu" role="group" aria-label=model.text(Text::EndChatSure)>
                    <p>{model.text(Text::EndChatSure)}</p>
                    <button class="btn wide" type="button" node_ref=first on:click=move |_| model.menu.set(false)>
                        {model.text(Text::KeepTalking)}
                    </button>
                    <button class="btn main wide" type="button" on:click=move |_| model.end()>
                        {model.text(Text::EndChat)}
                    </button>
                </div>
            }
        })
    };
    view! {
        <button
            class="tool"
            type="button"
            node_ref=opener
            aria-label=model.text(Text::EndChat)
            aria-expanded=move || if model.menu.get() { "true" } else { "false" }
            on:click=move |_| model.menu.update(|open| *open = !*open)
        >
            {icon::icon(icon::DOTS)}
        </button>
        {choices}
    }
}

/// The posted numbers. They stand from the first moment, whether the city answers or not.
pub fn standing(model: Model) -> impl IntoView {
    let emergency =
        move || model.face.get().map_or_else(|| EMERGENCY.to_owned(), |face| face.emergency.clone());
    let city = move || {
        model.face.get().map(|face| {
            let number = face.city_emergency.clone();
            let address = ["tel:", &dialled(&number)].concat();
            view! {
                <span>
                    {model.text(Text::WaterRoads)} " " <a href=address>{number}</a>
                </span>
            }
        })
    };
    view! {
        <div class="standing">
            <span class="alarm">
                <b>{model.text(Text::Emergency)}</b>
                " "
                <a href=move || {
                    ["tel:", &dialled(&emergency())].concat()
                }>{move || text::call(&emergency(), model.language.get())}</a>
            </span>
            {city}
        </div>
    }
}
