//! The right side: this chat, the city, one's seats.

use super::colleagues::Colleagues;
use super::directory::Directory;
use super::seats::Seats;
use crate::app::chat::Chat;
use crate::app::model::Model;
use crate::glance;
use browser::intl;
use leptos::prelude::*;
use shared::rule::Rule;
use shared::text::{self, Console as Say, Speech};

/// The right side.
#[component]
pub fn Facts() -> impl IntoView {
    let model = expect_context::<Model>();
    let this_chat = move || match model.active_chat() {
        Some(chat) => view! { <ThisChat chat /> }.into_any(),
        None => view! { <p class="hint">{model.say(Say::NoActiveChat)}</p> }.into_any(),
    };
    view! {
        <aside class="facts" id="facts" tabindex="0" aria-label=model.say(Say::Facts)>
            <section>
                <h2>{model.say(Say::ThisChat)}</h2>
                {this_chat}
            </section>
            {model.takes_chats().then(|| view! { <Seats /> })}
            <Colleagues />
            <Directory />
        </aside>
    }
}

/// What is known about the chat one is at.
#[component]
fn ThisChat(chat: Chat) -> impl IntoView {
    let model = expect_context::<Model>();
    let state = RwSignal::from(chat.state.clone());
    let (topic, language) = (chat.topic, chat.language);
    let name = glance::short_name(&chat.id);
    let topic = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let began = move || state.with(|state| state.began).map(|at| intl::time(at, model.language.get()));
    let removed = move || {
        let kinds = state.with(|state| state.removed.clone());
        if kinds.is_empty() {
            return view! { <span>{model.say(Say::NothingRemoved)}</span> }.into_any();
        }
        let chips = kinds.into_iter().map(|(kind, times)| {
            let words = move || text::mask(kind, Speech::built_in(model.language.get()));
            let times = (times > 1).then(|| format!(" × {times}"));
            view! { <div><span class="mask">{words}</span>{times}</div> }
        });
        chips.collect::<Vec<_>>().into_any()
    };
    let cited = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.citation(Rule::EmRetA, language).to_owned())
    };
    view! {
        <dl class="fact">
            <dt>{model.say(Say::ByResident)}</dt>
            <dd><b>{name}</b></dd>
            <dt>{model.say(Say::Topic)}</dt>
            <dd><b>{topic}</b></dd>
            <dt>{model.say(Say::Language)}</dt>
            <dd lang=language.tag()>{language.own_name()}</dd>
            <dt>{model.say(Say::Began)}</dt>
            <dd>{began}</dd>
            <dt>{model.say(Say::Removed)}</dt>
            <dd>{removed}</dd>
            <dt>{model.say(Say::Forgotten)}</dt>
            <dd>{model.say(Say::Tonight)}<small class="cite">{cited}</small></dd>
        </dl>
    }
}
