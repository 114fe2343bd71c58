//! Where one writes. What is written stays in memory until it is sent, through every loss of the connection.

use crate::action::At;
use crate::app::chat::{Chat, State};
use crate::app::model::{Model, composer_id};
use crate::app::page;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::privacy::Category;
use shared::text::{self, Console as Say};
use shared::wire::v1::MAX_TEXT_CHARS;

/// From here on the room that is left is told.
const ALMOST_FULL: usize = MAX_TEXT_CHARS - 400;

/// The message box of a chat.
#[component]
pub fn Composer(chat: StoredValue<Chat, LocalStorage>, state: RwSignal<State>) -> impl IntoView {
    let model = expect_context::<Model>();
    let (id, language) = chat.with_value(|chat| (chat.id.clone(), chat.language));
    let draft = chat.with_value(|chat| RwSignal::from(chat.draft.clone()));
    let length = Memo::new(move |_| draft.with(|draft| draft.trim().chars().count()));
    let ending = Memo::new(move |_| state.with(|state| state.phase != At::Running));
    let blocked = Signal::derive(move || length.get() == 0 || length.get() > MAX_TEXT_CHARS || ending.get());
    let send = move || {
        if !blocked.get_untracked() {
            let text = draft.get_untracked();
            draft.set(String::new());
            chat.with_value(|chat| chat.say(&text));
        }
    };
    let box_id = composer_id(&id);
    let label_id = box_id.clone();
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            send();
        }
        // Out of the box, where single keys act; the chat stays the one the person is at.
        "Escape" => page::focus("chats".to_owned()),
        _ => {}
    };
    let name = move || model.say_with(Say::Message, &[&model.resident(&id)]);
    view! {
        <form
            class="compose"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <Preview chat draft />
            <Room length />
            <label class="unseen" for=label_id>{name}</label>
            // Without `autocomplete` off a browser writes what stands here into its own session file (EM-RET-B).
            <textarea
                id=box_id
                rows="2"
                autocomplete="off"
                lang=language.tag()
                dir="auto"
                prop:value=draft
                on:input=move |event| {
                    draft.set(event_target_value(&event));
                    chat.with_value(Chat::typed);
                }
                on:keydown=press
            ></textarea>
            <div class="acts">
                <span class="meta keys">
                    <kbd>"↵"</kbd> " " {model.say(Say::SendKeys)} " " <kbd>"⇧ ↵"</kbd> " " {model.say(Say::BreakKeys)}
                </span>
                <span class="grow"></span>
                <button class="button main" type="submit" prop:disabled=blocked>
                    {model.say(Say::Send)}
                    <kbd aria-hidden="true">"↵"</kbd>
                </button>
            </div>
        </form>
    }
}

/// What would be taken out, with the clause that says so.
#[component]
fn Preview(chat: StoredValue<Chat, LocalStorage>, draft: RwSignal<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    let found = Memo::new(move |_| {
        let masking = draft.with(|draft| chat.with_value(|chat| chat.preview(draft)));
        let mut kinds: Vec<Category> = Vec::new();
        for finding in masking.into_iter().flat_map(|masking| masking.findings) {
            if !kinds.contains(&finding.category) {
                kinds.push(finding.category);
            }
        }
        kinds
    });
    let chips = move || {
        let language = model.language.get();
        let chip = |category: Category| {
            let cited = model.face.with_value(|face| face.citation(category.rule(), language).to_owned());
            view! {
                " "
                <span class="mask">{text::mask(category, language)}</span>
                " "
                <span class="cite">{cited}</span>
            }
        };
        found.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    view! {
        <p class="lint" role="status" class:shown=move || !found.with(Vec::is_empty)>
            <Show when=move || !found.with(Vec::is_empty)>
                <b>{model.say(Say::WillBeRemoved)}</b>
                {chips}
            </Show>
        </p>
    }
}

/// How much room is left, once that matters.
#[component]
fn Room(length: Memo<usize>) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = move || {
        let length = length.get();
        if length > MAX_TEXT_CHARS {
            Some(model.say_with(Say::TooLong, &[&(length - MAX_TEXT_CHARS).to_string()]))
        } else {
            let left = MAX_TEXT_CHARS - length;
            (length >= ALMOST_FULL).then(|| model.say_with(Say::RoomLeft, &[&left.to_string()]))
        }
    };
    view! { <p class="lint" class:shown=move || words().is_some()>{words}</p> }
}
