//! What was said, from top to bottom.

use super::row::LogRow;
use crate::app::chat::{Chat, State};
use crate::app::model::Model;
use leptos::prelude::*;
use shared::text::Console as Say;

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
    view! {
        <div
            class="log"
            role="log"
            tabindex="0"
            aria-live=move || if current.get() { "polite" } else { "off" }
            aria-label=move || model.say_with(Say::Messages, &[&model.resident(&id)])
        >
            <div>
                <ol>
                    <For each=move || lines.get() key=|line| line.key.clone() let(line)>
                        <LogRow line />
                    </For>
                </ol>
                <p class="meta typing">{move || typing.get().then(|| model.say(Say::Typing)())}</p>
            </div>
        </div>
    }
}
