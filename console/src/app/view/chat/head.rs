//! A chat's head: who, in which language, whose turn it is, and its end.

use crate::action::{Action, At};
use crate::app::chat::{Chat, State};
use crate::app::model::Model;
use crate::app::view::button::Cap;
use crate::app::view::chat::retain::Retain;
use crate::glance::{self, Turn};
use leptos::prelude::*;
use shared::id::SessionId;
use shared::text::{Console as Say, Supervision as Sup};
use shared::wire::v1::MyChat;

/// The head.
#[component]
pub fn Head(
    chat: StoredValue<Chat, LocalStorage>,
    state: RwSignal<State>,
    retaining: RwSignal<bool>,
    reads: RwSignal<bool>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let (id, language) = chat.with_value(|chat| (chat.id.clone(), chat.language));
    let id = StoredValue::new(id);
    let now = move || model.desk.with(|desk| desk.desk_time(model.now.get()));
    let turn = Memo::new(move |_| state.with(|state| state.turn));
    let silent_end = Memo::new(move |_| state.with(|state| state.silent_end));
    let asked = move || {
        let left = silent_end.get()?.since(model.now.get());
        Some(model.say_with(Say::AskedIfThere, &[&glance::clock(left)]))
    };
    let clock = move || {
        asked().or_else(|| match turn.get() {
            Turn::Staff(since) => {
                Some(model.say_with(Say::ReplyClock, &[&glance::clock(now().since(since))]))
            }
            Turn::Resident(since) => {
                Some(model.say_with(Say::SilentClock, &[&glance::clock(now().since(since))]))
            }
            Turn::Nobody => None,
        })
    };
    let ending = Memo::new(move |_| state.with(|state| state.phase == At::Ending));
    let ended = Memo::new(move |_| state.with(|state| state.phase == At::Ended));
    let end = Signal::derive(move || if ending.get() { Say::Ending } else { Say::End });
    view! {
        <header>
            <h2>{move || id.with_value(|id| model.resident(id))}</h2>
            <span class="tag" class:other=move || language != model.language.get() lang=language.tag()>
                {language.own_name()}
            </span>
            <span class="grow"></span>
            <span class="clock" class:warn=move || silent_end.get().is_some() || turn.get().is_long(now())>{clock}</span>
            <Supervised id />
            <Retain state retaining />
            <Show when=move || !ended.get() && !reads.get()>
                <HeadButton id ending action=Action::Abuse label=Say::Abuse />
                <HeadButton id ending action=Action::Transfer label=Say::Transfer />
                <HeadButton id ending action=Action::End label=end />
            </Show>
        </header>
    }
}

/// A button for what can be done with this chat; the person is then at it. Its key is shown where it would act.
#[component]
fn HeadButton(
    id: StoredValue<SessionId>,
    ending: Memo<bool>,
    action: Action,
    #[prop(into)] label: Signal<Say>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let current = move || model.active.with(|active| id.with_value(|id| active.as_ref() == Some(id)));
    let act = move |_| {
        id.with_value(|id| model.at(id));
        model.act(action);
    };
    view! {
        <button
            class="button quiet"
            type="button"
            prop:disabled=ending
            aria-keyshortcuts=action.cap()
            on:click=act
        >
            {move || label.get().say(model.language.get())}
            <Show when=move || current() && !ending.get()>
                {action.cap().map(|key| view! { <Cap key /> })}
            </Show>
        </button>
    }
}

/// Whether a supervisor has read along (EM-HRS-C), or is called (EM-COM-I-a).
#[component]
fn Supervised(id: StoredValue<SessionId>) -> impl IntoView {
    let model = expect_context::<Model>();
    let own = move |what: fn(&MyChat) -> bool| {
        Memo::new(move |_| {
            model.desk.with(|desk| {
                let board = desk.board.as_ref();
                let mine = board
                    .and_then(|board| id.with_value(|id| board.mine.iter().find(|mine| mine.chat == *id)));
                mine.is_some_and(what)
            })
        })
    };
    let (read_along, called) = (own(|mine| mine.read_along), own(|mine| mine.asks));
    view! {
        <Show when=move || read_along.get()>
            <span class="tag">{model.word(Sup::ReadAlong)}</span>
        </Show>
        <Show when=move || called.get()>
            <span class="tag news">{model.word(Sup::Called)}</span>
        </Show>
    }
}
