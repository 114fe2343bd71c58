//! Before the chat: a topic and a language, nothing else.

use super::{Tag, View, closed, follow, nothing, part, tag, takes_focus, trouble};
use crate::model::Model;
use shared::language::Language;
use shared::policy::{FaceTopic, Names};
use shared::text::Text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

pub fn form(model: Model) -> View {
    // The form is made anew with the face of the city.
    let Some(face) = model.seen_untracked().face.clone() else { return nothing() };
    let mut choices = tag("div", "choices");
    for topic in face.topics.clone() {
        choices = choices.with(choice(model, topic));
    }
    let topics =
        tag("fieldset", "").with(tag("legend", "").words(model.text(Text::HowCanWeHelp))).with(choices);
    let mut languages = tag("select", "field").on("change", move |event| {
        let Some(select) = event.target() else { return };
        if let Some(language) = Language::from_tag(&select.unchecked_ref::<HtmlSelectElement>().value()) {
            model.speak(language);
        }
    });
    for language in &face.languages {
        languages = languages.with(option(model, *language));
    }
    let language =
        tag("label", "labelled").with(tag("span", "").words(model.text(Text::Language))).with(languages);
    let failed = part(
        move || model.seen().trouble,
        move |trouble| trouble.map_or_else(nothing, |why| trouble::failed(model, why)),
    );
    let start = move || {
        tag("button", "btn main wide")
            .set("type", "submit")
            .live("aria-disabled", move || if model.seen().starting { "true" } else { "false" }.into())
            .words(move || {
                let seen = model.seen();
                if seen.starting { Text::Starting } else { Text::StartChat }.say(seen.speech).into()
            })
    };
    let read_along = face.read_along;
    let below = part(
        move || model.seen().shut.clone(),
        move |shut| {
            if let Some(shut) = shut {
                return closed::card(model, shut);
            }
            let promise = |what| tag("p", "promise").words(model.text(what));
            let end = tag("div", "form-end").with(start()).with(promise(Text::StartPromise));
            if read_along { end.with(promise(Text::ReadAlong)) } else { end }.into()
        },
    );
    tag("form", "form")
        .on("submit", move |event| {
            event.prevent_default();
            model.start();
        })
        .with(topics)
        .with(language)
        .with(failed)
        .with(below)
        .with(closed::hours(model))
        .into()
}

fn choice(model: Model, topic: FaceTopic) -> View {
    let FaceTopic { id, names, .. } = topic;
    let mut input =
        tag("input", "").set("type", "radio").set("name", "topic").set("value", id.as_str().to_owned());
    // A group of choices has one way in by keyboard: the chosen one.
    if model.seen_untracked().topic.as_ref() == Some(&id) {
        input = takes_focus(input, model);
    }
    let chosen = id.clone();
    let input = input
        .made(move |element| {
            let input: HtmlInputElement = element.clone().unchecked_into();
            follow(move || input.set_checked(model.seen().topic.as_ref() == Some(&chosen)));
        })
        .on("change", move |_| {
            model.change(&mut |seen| seen.topic = Some(id.clone()));
            model.look_at_hours();
        });
    tag("label", "choice").with(input).with(named(model, names)).into()
}

/// A name of the city, marked as English where the city has none in the language of the app.
pub fn named(model: Model, names: Names) -> Tag {
    let says = names.clone();
    tag("span", "")
        .live("lang", move || {
            let language = model.seen().speech.language();
            if names.of(language).is_some() { language } else { Language::En }.tag().into()
        })
        .words(move || says.in_language(model.seen().speech.language()).to_owned().into())
}

fn option(model: Model, language: Language) -> View {
    tag("option", "")
        .set("value", language.tag())
        .set("lang", language.tag())
        .made(move |element| {
            let option: HtmlOptionElement = element.clone().unchecked_into();
            follow(move || option.set_selected(model.seen().speech.language() == language));
        })
        .text(language.own_name())
        .into()
}
