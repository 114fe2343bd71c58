//! The bar: presence, notices, seats, who is signed in.

use super::button::ActionButton;
use super::sign_in::LanguageSwitch;
use crate::action::Action;
use crate::app::model::Model;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::wire::v1::Presence;

/// The bar over everything.
#[component]
pub fn Bar() -> impl IntoView {
    let model = expect_context::<Model>();
    let card = model.me.with_value(|me| me.card.clone());
    let seats = move || {
        model.desk.with(|desk| {
            let board = desk.board.as_ref()?;
            Some(model.say_with(Say::Seats, &[&board.mine.len().to_string(), &board.seats.to_string()]))
        })
    };
    let sound = Signal::derive(move || {
        if !model.sound_on.get() {
            Say::SoundOff
        } else if model.audible.get() {
            Say::SoundOn
        } else {
            Say::SoundBlocked
        }
    });
    view! {
        <header class="bar">
            <h1>"Rotunda"</h1>
            <div class="presence" role="group" aria-label=model.say(Say::Presence)>
                <PresenceButton presence=Presence::Online />
                <PresenceButton presence=Presence::Offline />
            </div>
            <p class="notice" role="status">{move || model.notice.get().map(|notice| notice.text)}</p>
            <span class="pill seats">{seats}</span>
            <button
                class="pill sound"
                type="button"
                aria-keyshortcuts="S"
                aria-pressed=move || model.sound_on.get().to_string()
                on:click=move |_| model.act(Action::Sound)
            >
                {move || sound.get().say(model.language.get())}
                <kbd aria-hidden="true">"S"</kbd>
            </button>
            <ActionButton action=Action::Facts class="pill details" label=Say::ThisChat />
            <ActionButton action=Action::List class="pill list" />
            <button class="pill" type="button" popovertarget="me">{card.name.clone()}</button>
            <div class="me" id="me" popover>
                <p><b>{card.name}</b><br />{card.title}<br />{card.department}</p>
                <LanguageSwitch language=model.language />
                <ActionButton action=Action::Sound />
                <ActionButton action=Action::SignOut />
            </div>
        </header>
    }
}

/// One of the two presences: which one holds is pressed.
#[component]
fn PresenceButton(presence: Presence) -> impl IntoView {
    let model = expect_context::<Model>();
    let (action, label) = match presence {
        Presence::Online => (Action::Online, Say::Online),
        Presence::Offline => (Action::Offline, Say::Offline),
    };
    let holds = Memo::new(move |_| model.desk.with(|desk| desk.presence) == presence);
    view! {
        <button
            class="pill"
            class:on=move || holds.get() && presence == Presence::Online
            type="button"
            aria-pressed=move || holds.get().to_string()
            aria-keyshortcuts=action.cap()
            on:click=move |_| model.act(action)
        >
            <i aria-hidden="true"></i>
            {model.say(label)}
            <kbd aria-hidden="true">{action.cap()}</kbd>
        </button>
    }
}
