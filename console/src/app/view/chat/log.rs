//! What was said, from top to bottom.

use super::row::LogRow;
use crate::app::chat::{Chat, State};
use crate::app::model::Model;
use leptos::html::Div;
use leptos::prelude::*;
use shared::text::Console as Say;

/// Whoever is this near to the end, in pixels, follows what comes.
const NEAR: i32 = 96;

/// The log. While a person is at the chat it is read out as it grows; another one's is announced in the bar instead.
#[component]
pub fn Log(
    chat: StoredValue<Chat, LocalStorage>,
    state: RwSignal<State>,
    current: Memo<bool>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let (id, lines) = chat.with_value(|chat| (chat.id.clone(), RwSignal::from(chat.lines.clone())));
    let typing = Memo::new(move |_| state.with(|state| state.typing));
    let list = NodeRef::<Div>::new();
    // Whoever scrolled up to read is left there.
    let follows = StoredValue::new(true);
    let scrolled = move |_| {
        if let Some(list) = list.get_untracked() {
            let below = list.scroll_height() - list.scroll_top() - list.client_height();
            follows.set_value(below < NEAR);
        }
    };
    Effect::new(move |_| {
        let _ = (lines.with(Vec::len), typing.get());
        if let Some(list) = list.get().filter(|_| follows.get_value()) {
            request_animation_frame(move || list.set_scroll_top(list.scroll_height()));
        }
    });
    view! {
        <div
            class="log"
            node_ref=list
            role="log"
            tabindex="0"
            on:scroll=scrolled
            aria-live=move || if current.get() { "polite" } else { "off" }
            aria-label=move || model.say_with(Say::Messages, &[&model.resident(&id)])
        >
            <ol>
                <For each=move || lines.get() key=|line| line.key.clone() let(line)>
                    <LogRow line />
                </For>
            </ol>
            <p class="meta typing">{move || typing.get().then(|| model.say(Say::Typing)())}</p>
        </div>
    }
}
