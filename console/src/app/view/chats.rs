//! The middle: up to three chats side by side, or one and a way to the others.

use super::chat::Panel;
use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::id::SessionId;
use shared::text::Console as Say;

/// The middle of the desk.
#[component]
pub fn Chats() -> impl IntoView {
    let model = expect_context::<Model>();
    let count = move || model.chats.with(Vec::len).to_string();
    view! {
        <main class="chats" id="chats" tabindex="-1" aria-label=model.say(Say::Chats) data-count=count>
            <nav class="tabs" aria-label=model.say(Say::Chats)>
                <For each=move || model.chats.get() key=Clone::clone let(id)>
                    <Tab id />
                </For>
            </nav>
            <div class="panels">
                <For each=move || model.chats.get() key=Clone::clone let(id)>
                    <Panel id />
                </For>
                <Show when=move || model.chats.with(Vec::is_empty)>
                    <p class="nothing">{model.say(Say::NoChatOpen)}</p>
                </Show>
            </div>
        </main>
    }
}

#[component]
fn Tab(id: SessionId) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = StoredValue::new(id);
    let current = move || model.active.with(|active| id.with_value(|id| active.as_ref() == Some(id)));
    let unseen = move || model.unseen.with(|unseen| id.with_value(|id| unseen.get(id).copied())).unwrap_or(0);
    view! {
        <button
            type="button"
            aria-current=move || current().then_some("true")
            on:click=move |_| id.with_value(|id| model.go_to(id))
        >
            {move || id.with_value(|id| model.say_with(Say::Resident, &[&glance::short_name(id)]))}
            <Show when=move || { unseen() > 0 }>
                <span class="tag news">{move || model.say_with(Say::NewMessages, &[&unseen().to_string()])}</span>
            </Show>
        </button>
    }
}
