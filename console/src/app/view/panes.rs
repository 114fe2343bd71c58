//! On a small screen one part fills it; these go between them.

use crate::app::model::{Model, Pane};
use leptos::prelude::*;
use shared::text::Console as Say;

/// The way between line, chats and facts, shown where they do not fit beside each other.
#[component]
pub fn Panes() -> impl IntoView {
    let model = expect_context::<Model>();
    let waiting = move || {
        model.desk.with(|desk| desk.board.as_ref().map_or(0, |board| board.waiting.len())).to_string()
    };
    let offered =
        move || model.desk.with(|desk| desk.board.as_ref().is_some_and(|board| board.offer.is_some()));
    let unseen = move || model.unseen.with(|unseen| unseen.values().any(|messages| *messages > 0));
    let chats = move || model.chats.with(Vec::len).to_string();
    view! {
        <nav class="panes" aria-label="Rotunda">
            <Way pane=Pane::Line label=Say::Line><span class="tag" class:news=offered>{waiting}</span></Way>
            <Way pane=Pane::Chats label=Say::Chats><span class="tag" class:news=unseen>{chats}</span></Way>
            <Way pane=Pane::Facts label=Say::ThisChat />
        </nav>
    }
}

#[component]
fn Way(pane: Pane, label: Say, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <button
            type="button"
            aria-current=move || (model.pane.get() == pane).then_some("true")
            on:click=move |_| model.pane.set(pane)
        >
            {model.say(label)}
            {children.map(|children| children())}
        </button>
    }
}
