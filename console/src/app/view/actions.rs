//! Everything that can be done, with its key: the list behind `?` and Control K.

use super::button::{Cap, name};
use crate::action::Action;
use crate::app::model::Model;
use crate::app::page;
use leptos::prelude::*;
use shared::text::Console as Say;

/// The keys of a message box. What they do is in no list: the box itself does it.
const WRITING: [(&str, Say); 4] =
    [("↵", Say::SendKeys), ("⇧ ↵", Say::BreakKeys), ("/", Say::ScriptsKey), ("Esc", Say::LeaveKeys)];

/// The list. Keys act while it is open, so from a message box Control K and a key do anything.
#[component]
pub fn Actions() -> impl IntoView {
    let model = expect_context::<Model>();
    // What can be done changes with the desk, the chats and where the person is.
    let possible = move |action: Action| {
        model.desk.track();
        model.chats.track();
        model.active.track();
        model.now.track();
        action.is_possible(&model.situation())
    };
    let rows = Action::ALL.into_iter().filter(|action| *action != Action::List).map(|action| {
        view! {
            <li>
                <button
                    class="button"
                    type="button"
                    prop:disabled=move || !possible(action)
                    aria-keyshortcuts=action.cap()
                    on:click=move |_| {
                        page::set_dialog("actions", false);
                        model.act(action);
                    }
                >
                    {move || name(model, action)}
                    {action.cap().map(|key| view! { <Cap key /> })}
                </button>
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <dialog id="actions" aria-labelledby="actions-name">
            <header>
                <h2 id="actions-name">{model.say(Say::Actions)}</h2>
                <button class="button quiet" type="button" on:click=move |_| page::set_dialog("actions", false)>
                    {model.say(Say::CloseList)}
                    <Cap key="Esc" />
                </button>
            </header>
            <p>{model.say(Say::ActionsHelp)}</p>
            <ul>{rows}</ul>
            <h3>{model.say(Say::WritingKeys)}</h3>
            <dl class="keys-help">
                {WRITING
                    .map(|(key, what)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{model.say(what)}</dd></div> })}
            </dl>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=model.single_keys
                    on:change=move |event| model.set_single_keys(event_target_checked(&event))
                />
                " "
                {model.say(Say::SingleKeys)}
            </label>
        </dialog>
    }
}
