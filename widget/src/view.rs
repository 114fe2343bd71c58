//! What the resident sees.

mod card;
mod chat;
mod closed;
mod composer;
mod guidance;
mod head;
mod icon;
mod leave;
mod message;
mod start;
mod survey;
mod tag;
mod trouble;

use crate::model::{Model, Stage};
use leptos::prelude::*;
use shared::text::Text;
use std::borrow::Cow;
use tag::{Tag, View, follow, list, nothing, part, tag, text, when};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// Shown where the city's own number is not known.
const EMERGENCY: &str = "911";

/// The whole app.
pub fn panel(model: Model) -> Tag {
    let pressed = move |event: Event| {
        let key = key_of(&event);
        match key.key().as_str() {
            "Escape" => {
                event.prevent_default();
                if model.menu.get_untracked() {
                    model.menu.set(false);
                } else {
                    model.minimise();
                }
            }
            // Held down by an unsteady hand, the key that led here does not lead on.
            "Enter" if key.repeat() => event.prevent_default(),
            _ => {}
        }
    };
    let stage = part(
        move || model.seen().stage,
        move |stage| match stage {
            Stage::Opening => trouble::opening(model),
            Stage::Unreachable(failure) => trouble::unreachable(model, failure),
            Stage::Asking => start::form(model),
            Stage::Chat => chat::chat(model),
            Stage::Leaving => leave::leave(model),
        },
    );
    tag("section", "panel")
        .live("lang", move || model.seen().speech.language().tag().into())
        .live("dir", move || model.seen().speech.language().direction().into())
        .live("aria-label", model.text(Text::ChatWithStaff))
        .live("data-size", move || model.seen().size.step().into())
        .made(move |panel| wear(model, panel))
        .on("keydown", pressed)
        .on("focusin", move |_| model.has_focus(true))
        .on("focusout", move |_| model.has_focus(false))
        .with(head::head(model))
        .with(head::standing(model))
        .with(stage)
        .with(tag("div", "unseen").set("aria-live", "polite").made(move |region| model.say_in(region)))
        .with(tag("div", "unseen").set("aria-live", "assertive").made(move |region| model.warn_in(region)))
}

/// Puts on the city's colours once they are known. Its style sheet says where each goes.
fn wear(model: Model, panel: &web_sys::Element) {
    let panel = panel.clone();
    follow(move || {
        let Some(face) = model.seen().face.clone().filter(|face| !face.theme.is_empty()) else { return };
        let style = panel.unchecked_ref::<HtmlElement>().style();
        style.set_css_text(&face.theme);
        let _ = panel.set_attribute("data-city", "");
    });
}

/// The event of a key, which an event of the keyboard's kinds always is.
fn key_of(event: &Event) -> &KeyboardEvent {
    event.unchecked_ref()
}

/// A button that does `then`.
fn button(class: &'static str, then: impl Fn() + 'static) -> Tag {
    tag("button", class).set("type", "button").on("click", move |_| then())
}

/// A link that calls `number`.
fn call(model: Model, number: &str, class: &'static str) -> Tag {
    let named = number.to_owned();
    tag("a", class)
        .set("href", tel(number))
        .live("aria-label", move || model.seen().speech.fill(Text::Call, &[&named]).into())
        .with(icon::icon(icon::PHONE))
        .text(number)
}

/// The address of a number: what is dialled, digits and the plus of a country.
fn tel(number: &str) -> Cow<'static, str> {
    let dialled = number.chars().filter(|character| character.is_ascii_digit() || *character == '+');
    "tel:".chars().chain(dialled).collect::<String>().into()
}

/// Lets an element take the focus when the person's own doing leads to it, and only then.
fn takes_focus(tag: Tag, model: Model) -> Tag {
    tag.made(move |element| {
        let element = element.clone();
        follow(move || {
            if model.wants_focus.get() {
                model.wants_focus.set(false);
                focus(&element);
            }
        });
    })
}

fn focus(element: &web_sys::Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}
