//! Before the chat: a topic and a language, nothing else.

use super::trouble;
use crate::model::Model;
use leptos::html::Input;
use leptos::prelude::*;
use shared::language::Language;
use shared::policy::FaceTopic;
use shared::text::Text;

pub fn form(model: Model) -> impl IntoView {
    let first = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if model.wants_focus.get()
            && let Some(input) = first.get()
        {
            let _ = input.focus();
            model.wants_focus.set(false);
        }
    });
    // The form stands only once the face is known, and is made anew with it.
    let face = model.face.get();
    let topics = face.as_ref().map_or_else(Vec::new, |face| face.topics.clone());
    let languages = face.map_or_else(Vec::new, |face| face.languages.clone());
    let chosen = move || model.topic.get();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        model.start();
    };
    let choose_language = move |event: web_sys::Event| {
        if let Some(language) = Language::from_tag(&event_target_value(&event)) {
            model.language.set(language);
        }
    };
    let choice = move |topic: FaceTopic| {
        // The group has one way in by keyboard: its chosen member, which is the first until another is chosen.
        let is_chosen = {
            let id = topic.id.clone();
            move || chosen().as_ref() == Some(&id)
        };
        let entry = if is_chosen() { first } else { NodeRef::new() };
        let id = topic.id.clone();
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="topic"
                    node_ref=entry
                    value=topic.id.as_str().to_owned()
                    prop:checked=is_chosen
                    on:change=move |_| model.topic.set(Some(id.clone()))
                />
                <span>{move || topic.names.in_language(model.language.get()).to_owned()}</span>
            </label>
        }
    };
    let option = move |language: Language| {
        view! {
            <option
                value=language.tag()
                lang=language.tag()
                prop:selected=move || model.language.get() == language
            >
                {language.own_name()}
            </option>
        }
    };
    let failed = move || {
        model.trouble.get().map(|failure| {
            view! {
                <div class="card caution" role="alert">
                    <p>{move || model.explain(failure)}</p>
                    {trouble::ways(model)}
                </div>
            }
        })
    };
    view! {
        <form class="form" on:submit=submit>
            <fieldset>
                <legend>{model.text(Text::HowCanWeHelp)}</legend>
                <div class="choices">
                    {topics.into_iter().map(choice).collect_view()}
                </div>
            </fieldset>
            <label class="labelled">
                <span>{model.text(Text::Language)}</span>
                <select class="field" on:change=choose_language>
                    {languages.into_iter().map(option).collect_view()}
                </select>
            </label>
            {failed}
            <button
                class="btn main wide"
                type="submit"
                aria-disabled=move || if model.starting.get() { "true" } else { "false" }
            >
                {move || {
                    let text = if model.starting.get() { Text::Starting } else { Text::StartChat };
                    text.say(model.language.get())
                }}
            </button>
            <p class="promise">{model.text(Text::StartPromise)}</p>
        </form>
    }
}
