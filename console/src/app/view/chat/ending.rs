//! The end of a chat: asked once more, and what is left on the screen afterwards.

use crate::action::Action;
use crate::app::chat::{Asking, Chat};
use crate::app::model::{Model, composer_id, confirm_id};
use crate::app::page;
use crate::app::view::button::Cap;
use crate::app::view::chat::question::Question;
use crate::app::view::wrap_up::WrapUp;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::wire::v1::EndReason;

/// Why staff end a chat.
const WHY: [(&str, Say, EndReason); 4] = [
    ("done", Say::EndDone, EndReason::Done),
    ("off_topic", Say::EndOffTopic, EndReason::OffTopic),
    ("wrong_department", Say::EndWrongDepartment, EndReason::WrongDepartment),
    ("abuse", Say::EndAbuse, EndReason::Abuse),
];

fn chosen(value: &str) -> EndReason {
    WHY.into_iter().find(|(known, ..)| *known == value).map(|(.., reason)| reason).unwrap_or_default()
}

/// Asks whether the chat is to end. It stands in the chat and blocks nothing: one can go on writing, here and elsewhere.
#[component]
pub fn EndQuestion(chat: StoredValue<Chat, LocalStorage>, asking: RwSignal<Asking>) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = chat.with_value(|chat| chat.id.clone());
    let confirm = confirm_id(&id);
    let back = composer_id(&id);
    let keep = move || {
        asking.set(Asking::Nothing);
        page::focus(back.clone());
    };
    let escape = keep.clone();
    let reason = RwSignal::new(EndReason::Done);
    view! {
        <Question label=Signal::derive(model.say(Say::EndQuestion)) close=escape>
            <p>{model.say(Say::EndQuestion)}</p>
            <label class="why">
                {model.say(Say::EndWhy)}
                <select on:change=move |event| reason.set(chosen(&event_target_value(&event)))>
                    {WHY.map(|(value, label, _)| view! { <option value=value>{model.say(label)}</option> })}
                </select>
            </label>
            <button
                class="button main"
                type="button"
                id=confirm
                on:click=move |_| chat.with_value(|chat| chat.end(reason.get_untracked()))
            >
                {model.say(Say::EndYes)}
                <Cap key="↵" />
            </button>
            <button class="button" type="button" on:click=move |_| keep()>
                {model.say(Say::EndNo)}
                <Cap key="Esc" />
            </button>
        </Question>
    }
}

/// What stands in place of the message box once the chat is over.
#[component]
pub fn Ended(chat: StoredValue<Chat, LocalStorage>) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = chat.with_value(|chat| chat.id.clone());
    let box_id = composer_id(&id);
    let close = move |_| {
        model.at(&id);
        model.act(Action::Close);
    };
    let over = chat.with_value(|chat| chat.id.clone());
    view! {
        <WrapUp chat=over />
        <div class="over">
            <p>{model.say(Say::CloseHint)}</p>
            <button class="button" type="button" id=box_id aria-keyshortcuts=Action::Close.cap() on:click=close>
                {model.say(Say::Close)}
                <Cap key="X" />
            </button>
        </div>
    }
}
