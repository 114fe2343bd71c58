//! The bar: presence, notices, seats, who is signed in.

use super::button::ActionButton;
use super::sign_in::LanguageSwitch;
use crate::action::Action;
use crate::app::model::Model;
use crate::app::notify::Desktop;
use browser::intl;
use core::time::Duration;
use leptos::prelude::*;
use shared::calendar::Standing;
use shared::text::{Alerting, Console as Say};

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
            {model.takes_chats().then(|| view! {
                <div class="presence" role="group" aria-label=model.say(Say::Presence)>
                    <PresenceButton action=Action::Online />
                    <PresenceButton action=Action::OnCall />
                    <PresenceButton action=Action::WithVisitor />
                    <PresenceButton action=Action::Away />
                    <PresenceButton action=Action::Offline />
                </div>
            })}
            <Doors />
            <p class="notice" role="status">{move || model.notice.get().map(|notice| notice.text)}</p>
            {model.takes_chats().then(|| view! { <span class="pill seats">{seats}</span> })}
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
                <DesktopButton />
                <ActionButton action=Action::TestAlerts />
                <ActionButton action=Action::Policy />
                <Show when=move || model.audits()>
                    <ActionButton action=Action::Hours />
                    <ActionButton action=Action::Accesses />
                </Show>
                <ActionButton action=Action::SignOut />
            </div>
        </header>
    }
}

/// Whether chats can begin, by the same judgement as the edge's (EM-HRS-A).
#[component]
fn Doors() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = move || {
        let now = model.desk.with(|desk| desk.desk_time(model.now.get()));
        let language = model.language.get();
        if model.doors().shut.get() {
            return Some(model.say(Say::ClosedNow)().to_owned());
        }
        let openings = model.doors().openings.get()?;
        model.face.with_value(|face| {
            let zone = &face.time_zone;
            let clock = |at| intl::clock_in(at, language, zone);
            Some(match openings.at(now) {
                Standing::Open(opening) if opening.until.since(now) >= DAY => {
                    model.say(Say::OpenAlways)().to_owned()
                }
                Standing::Open(opening) => {
                    model.say_with(Say::OpenUntil, &[&clock(opening.last_chat), &clock(opening.until)])
                }
                Standing::Closed { running: Some(opening), .. } => {
                    model.say_with(Say::LastChatGone, &[&clock(opening.until)])
                }
                Standing::Closed { next: Some(opening), .. } => {
                    let day = intl::day_in(opening.from, language, zone);
                    model.say_with(Say::ClosedUntil, &[&format!("{day}, {}", clock(opening.from))])
                }
                Standing::Closed { .. } => model.say(Say::ClosedNow)().to_owned(),
            })
        })
    };
    let words = Memo::new(move |_| words());
    view! { <span class="doors" class:shut=move || model.doors().shut.get()>{words}</span> }
}

/// Turns the desktop's notifications on or off, and says how they stand.
#[component]
fn DesktopButton() -> impl IntoView {
    let model = expect_context::<Model>();
    let stands = move || match model.desktop.get() {
        Desktop::On => Alerting::DesktopOn,
        Desktop::Off => Alerting::DesktopOff,
        Desktop::Blocked => Alerting::DesktopBlocked,
    };
    view! {
        <button
            class="button"
            type="button"
            aria-pressed=move || (model.desktop.get() == Desktop::On).to_string()
            on:click=move |_| model.act(Action::Desktop)
        >
            {move || stands().say(model.language.get())}
        </button>
    }
}

/// One that lasts longer has no closing worth telling.
const DAY: Duration = Duration::from_hours(24);

/// One of the presences: which one holds is pressed.
#[component]
fn PresenceButton(action: Action) -> impl IntoView {
    let model = expect_context::<Model>();
    let (label, _) = action.name();
    let holds = Memo::new(move |_| Some(model.desk.with(|desk| desk.presence)) == action.presence());
    view! {
        <button
            class="pill"
            class:on=move || holds.get() && action == Action::Online
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
