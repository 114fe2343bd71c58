//! The bar that carries the city's name, and the numbers that always stand below it (EM-GEN-B).

use super::{EMERGENCY, View, button, focus, icon, nothing, part, tag, tel, when};
use crate::model::{Model, Phase, Reach, Stage};
use leptos::prelude::*;
use shared::text::Text;
use std::borrow::Cow;
use std::cell::Cell;

pub fn head(model: Model) -> View {
    let city = move || {
        let seen = model.seen();
        let unknown = || Text::ChatWithStaff.say(seen.speech).into();
        seen.face.as_ref().map_or_else(unknown, |face| face.name.clone().into())
    };
    let names =
        tag("div", "names").with(tag("h2", "").words(city)).with(tag("p", "").words(move || subtitle(model)));
    let ends = move || {
        let seen = model.seen();
        seen.stage == Stage::Chat && seen.phase != Phase::Over
    };
    let shrink = if model.shrinks() {
        button("tool", move || model.minimise())
            .live("aria-label", model.text(Text::Minimise))
            .with(icon::icon(icon::DOWN))
            .into()
    } else {
        nothing()
    };
    let larger = button("tool", move || model.enlarge())
        .live("aria-label", move || model.text_size().into())
        .with(icon::icon(icon::LARGER));
    tag("header", "head")
        .with(tag("span", "seal").with(icon::icon(icon::DOME)))
        .with(names)
        .with(tag("div", "tools").with(larger).with(when(ends, move || menu(model))).with(shrink))
        .into()
}

fn subtitle(model: Model) -> Cow<'static, str> {
    let seen = model.seen();
    let text = match (seen.stage, seen.phase, seen.reach) {
        (Stage::Asking | Stage::Leaving, ..) => Text::APersonAnswers,
        (Stage::Chat, Phase::Over, _) => Text::ChatEnded,
        (Stage::Opening, ..) | (Stage::Chat, _, Reach::Connecting) => Text::Connecting,
        (Stage::Unreachable(_), ..) | (Stage::Chat, _, Reach::Lost | Reach::Refused(_)) => Text::NoConnection,
        (Stage::Chat, Phase::InLine, Reach::Stands) => Text::YouAreInLine,
        (Stage::Chat, Phase::Talking, Reach::Stands) => {
            let card = seen.staff.as_ref();
            return card.map_or("".into(), |card| [&card.name, " · ", &card.department].concat().into());
        }
    };
    text.say(seen.speech).into()
}

/// Ends the chat, asked twice: an ended chat cannot be gone on with.
fn menu(model: Model) -> View {
    let opener = button("tool", move || model.menu.update(|open| *open = !*open))
        .live("aria-label", model.text(Text::EndChat))
        .live("aria-expanded", move || if model.menu.get() { "true" } else { "false" }.into())
        .made(move |opener| {
            let opener = opener.clone();
            let was_open = Cell::new(false);
            super::follow(move || {
                let open = model.menu.get();
                if was_open.replace(open) && !open {
                    focus(&opener);
                }
            });
        })
        .with(icon::icon(icon::DOTS));
    let choices = part(
        move || model.menu.get(),
        move |open| {
            if !open {
                return nothing();
            }
            let stay = button("btn wide", move || model.menu.set(false)).made(|stay| {
                let stay = stay.clone();
                super::follow(move || focus(&stay));
            });
            tag("div", "menu")
                .set("role", "group")
                .live("aria-label", model.text(Text::EndChatSure))
                .with(tag("p", "").words(model.text(Text::EndChatSure)))
                .with(stay.words(model.text(Text::KeepTalking)))
                .with(button("btn main wide", move || model.end()).words(model.text(Text::EndChat)))
                .with(button("btn wide", move || model.forget()).words(model.text(Text::EndAndForget)))
                .into()
        },
    );
    tag("div", "").with(opener).with(choices).into()
}

/// The posted numbers. They stand from the first moment, whether the city answers or not.
pub fn standing(model: Model) -> View {
    part(
        move || model.seen().face.is_some(),
        move |_| {
            let face = model.seen().face.clone();
            let emergency = face.as_ref().map_or_else(|| EMERGENCY.to_owned(), |face| face.emergency.clone());
            let link = tag("a", "").set("href", tel(&emergency));
            let alarm = tag("span", "alarm")
                .with(tag("b", "").words(model.text(Text::Emergency)))
                .text(" ")
                .with(link.words(move || model.seen().speech.fill(Text::Call, &[&emergency]).into()));
            let city = face.map_or_else(nothing, |face| {
                let number = face.city_emergency.clone();
                tag("span", "")
                    .words(model.text(Text::WaterRoads))
                    .text(" ")
                    .with(tag("a", "").set("href", tel(&number)).text(&number))
                    .into()
            });
            tag("div", "standing").with(alarm).with(city).into()
        },
    )
}
