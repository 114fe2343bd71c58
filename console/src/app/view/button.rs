//! A button for an action: its name, its key, and whether it can be done.

use crate::action::Action;
use crate::app::model::Model;
use leptos::prelude::*;
use shared::text::Console as Say;

/// A key's cap.
#[component]
pub fn Cap(#[prop(into)] key: String) -> impl IntoView {
    view! { <kbd aria-hidden="true">{key}</kbd> }
}

/// What an action is called.
pub fn name(model: Model, action: Action) -> String {
    let (what, value) = action.name();
    value.map_or_else(|| model.say(what)().to_owned(), |value| model.say_with(what, &[value]))
}

/// A button that does `action`. It is called `label`, or else what the action is called.
#[component]
pub fn ActionButton(
    action: Action,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] label: Option<Say>,
    /// The element's identifier, where the focus is to be moved to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is shown as unavailable.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let text = move || label.map_or_else(|| name(model, action), |label| model.say(label)().to_owned());
    view! {
        <button
            class=format!("button {class}")
            type="button"
            id=id
            prop:disabled=disabled
            aria-keyshortcuts=action.cap()
            on:click=move |_| model.act(action)
        >
            {text}
            {action.cap().map(|key| view! { <Cap key /> })}
        </button>
    }
}
