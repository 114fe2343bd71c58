//! The left side: what is offered, who waits, which chats are mine. No word of any chat.

use super::button::ActionButton;
use super::inbox::InboxWay;
use super::offer::OfferCard;
use super::running::RunningChats;
use super::tier::AlarmTag;
use super::wrap_up::WrapUps;
use crate::action::{Action, At};
use crate::app::model::Model;
use crate::glance::{self, Turn};
use leptos::prelude::*;
use shared::chat::LinkState;
use shared::id::SessionId;
use shared::text::{Console as Say, Supervision as Sup};
use shared::triage::Tier;
use shared::wire::v1::{Presence, Priority, Waiting};

/// The left side.
#[component]
pub fn Line() -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <nav class="line" id="line" tabindex="0" aria-label=model.say(Say::Line)>
            <OfferCard />
            <WaitingList />
            {model.takes_chats().then(|| view! { <Mine /> })}
            <WrapUps />
            <Show when=move || model.directs() || model.keeps_records()>
                <RunningChats />
                <ActionButton action=Action::Cases />
            </Show>
            {model.takes_chats().then(|| view! { <InboxWay /> })}
        </nav>
    }
}

#[component]
fn WaitingList() -> impl IntoView {
    let model = expect_context::<Model>();
    let waiting = Memo::new(move |_| {
        model.desk.with(|desk| {
            let Some(board) = &desk.board else { return Vec::new() };
            let offered = board.offer.as_ref().map(|offer| &offer.chat);
            // The offered chat stands in its own card.
            board.waiting.iter().filter(|waiting| Some(&waiting.chat) != offered).cloned().collect::<Vec<_>>()
        })
    });
    let empty = move || {
        let offline = model.takes_chats() && model.desk.with(|desk| desk.presence == Presence::Offline);
        let (nobody, offline) = (model.say(Say::NobodyWaits)(), offline.then(|| model.say(Say::GoOnline)()));
        view! { <p class="hint">{nobody} " " {offline}</p> }
    };
    view! {
        <section aria-labelledby="waiting">
            <h2 id="waiting">{move || model.say_with(Say::Waiting, &[&waiting.with(Vec::len).to_string()])}</h2>
            <Show when=move || !waiting.with(Vec::is_empty) fallback=empty>
                <ol>
                    <For
                        each=move || waiting.get().into_iter().enumerate()
                        key=|(place, waiting)| (*place, waiting.chat.clone(), waiting.alarm.map(Tier::code))
                        let((place, waiting))
                    >
                        <WaitingRow place waiting />
                    </For>
                </ol>
            </Show>
        </section>
    }
}

#[component]
fn WaitingRow(place: usize, waiting: Waiting) -> impl IntoView {
    let model = expect_context::<Model>();
    let Waiting { chat: _, topic, language, since, priority, alarm } = waiting;
    let first = (priority == Priority::Appointment)
        .then(|| view! { <span class="tag news">{model.say(Say::AppointmentTag)}</span> });
    let alarm_tag = alarm.map(|tier| view! { <AlarmTag tier /> });
    let name = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let waited = move || model.desk.with(|desk| desk.desk_time(model.now.get())).since(since);
    let place = move || {
        if place == 0 {
            model.say(Say::NextInLine)().to_owned()
        } else {
            model.say_with(Say::PlaceInLine, &[&(place + 1).to_string()])
        }
    };
    view! {
        <li class="item" class:late=move || { waited() >= glance::WAITED_LONG } class:alarmed=alarm.is_some()>
            <b>{alarm_tag} {name} {first}</b>
            <time>{move || glance::clock(waited())}</time>
            <small>{place}</small>
            <span class="tag" class:other=move || language != model.language.get() lang=language.tag()>
                {language.own_name()}
            </span>
        </li>
    }
}

#[component]
fn Mine() -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <section aria-labelledby="mine">
            <h2 id="mine">{move || model.say_with(Say::Mine, &[&model.chats.with(Vec::len).to_string()])}</h2>
            <Show
                when=move || !model.chats.with(Vec::is_empty)
                fallback=move || view! { <p class="hint">{model.say(Say::NoChats)}</p> }
            >
                <ol>
                    <For each=move || model.chats.get() key=Clone::clone let(id)>
                        <MyRow id />
                    </For>
                </ol>
            </Show>
        </section>
    }
}

#[component]
fn MyRow(id: SessionId) -> impl IntoView {
    let model = expect_context::<Model>();
    let chat = model.chat(&id)?;
    let state = RwSignal::from(chat.state);
    let reads = RwSignal::from(chat.reads);
    let id = StoredValue::new(id);
    let topic = chat.topic;
    let about = move || {
        let language = model.language.get();
        let topic = model.face.with_value(|face| face.topic(&topic, language).to_owned());
        let more = state.with(|state| match state.phase {
            _ if reads.get() => None,
            At::Ended => Some(Say::Over),
            At::Running | At::Ending => state.typing.then_some(Say::TypingShort),
        });
        let more = more.map(|more| model.say(more)()).or(reads.get().then(|| model.word(Sup::Reading)()));
        more.map_or_else(|| topic.clone(), |more| format!("{topic} · {more}"))
    };
    let number = move || {
        let place = model.chats.with(|chats| id.with_value(|id| chats.iter().position(|chat| chat == id)));
        place.map(|place| (place + 1).to_string())
    };
    let unseen = move || model.unseen.with(|unseen| id.with_value(|id| unseen.get(id).copied())).unwrap_or(0);
    let clock = move || {
        let since = match state.with(|state| state.turn) {
            Turn::Staff(since) | Turn::Resident(since) => since,
            Turn::Nobody => return None,
        };
        Some(glance::clock(model.desk.with(|desk| desk.desk_time(model.now.get())).since(since)))
    };
    let late = move || {
        let now = model.desk.with(|desk| desk.desk_time(model.now.get()));
        state.with(|state| state.turn.is_long(now))
    };
    let away = move || {
        state.with(|state| {
            state.phase != At::Ended && matches!(state.link, LinkState::Waiting(_) | LinkState::Connecting)
        })
    };
    let current = move || model.active.with(|active| id.with_value(|id| active.as_ref() == Some(id)));
    let tier = Memo::new(move |_| {
        state.with(|state| {
            let danger =
                state.danger.as_ref().filter(|danger| danger.is_of_life() && state.phase != At::Ended);
            danger.map(|danger| danger.tier)
        })
    });
    Some(view! {
        <li>
            <button
                class="item"
                class:late=late
                class:away=away
                class:alarmed=move || tier.get().is_some()
                type="button"
                aria-current=move || current().then_some("true")
                aria-keyshortcuts=number
                on:click=move |_| id.with_value(|id| model.go_to(id))
            >
                <b>
                    {move || tier.get().map(|tier| view! { <AlarmTag tier /> })}
                    {move || id.with_value(|id| model.resident(id))}
                    <Show when=move || { unseen() > 0 }>
                        <span class="tag news">
                            {move || model.say_with(Say::NewMessages, &[&unseen().to_string()])}
                        </span>
                    </Show>
                </b>
                <time>{clock}</time>
                <small>{about}</small>
                <kbd aria-hidden="true">{number}</kbd>
            </button>
        </li>
    })
}
