//! The inbox of messages left when nobody answered: take, answer, close (TE-8.2, TE-5.5).

use super::button::Cap;
use super::masked;
use super::tier::AlarmTag;
use crate::app::explain::explain;
use crate::app::inbox::{DIALOG, Inbox};
use crate::app::model::Model;
use crate::app::page;
use browser::intl;
use leptos::prelude::*;
use shared::id::StaffId;
use shared::text::{Console as Say, Inbox as Words};
use shared::time::Millis;
use shared::wire::v1::{AnsweredBy, MessageCard, MessageStep, MessageWords, Role};

/// On the left: how many messages wait, and the way to them.
#[component]
pub fn InboxWay() -> impl IntoView {
    let model = expect_context::<Model>();
    let inbox = expect_context::<Inbox>();
    let words = move || {
        let (open, late) = inbox.counts();
        let open = model.say_with(Words::Open, &[&open.to_string()]);
        let late = (late > 0).then(|| {
            let late = model.say_with(Words::LateCount, &[&late.to_string()]);
            view! { " " <span class="tag late">{late}</span> }
        });
        view! { <span>{open}{late}</span> }
    };
    view! {
        <Show when=move || inbox.cards.with(Option::is_some)>
            <section aria-labelledby="messages">
                <h2 id="messages">{model.say(Words::Title)}</h2>
                <button class="item" type="button" aria-haspopup="dialog" on:click=move |_| inbox.open()>
                    {words}
                </button>
            </section>
        </Show>
    }
}

/// The inbox itself.
#[component]
pub fn InboxDialog() -> impl IntoView {
    let model = expect_context::<Model>();
    let inbox = expect_context::<Inbox>();
    let trouble = move || inbox.trouble.get().map(|why| explain(why, model.language.get()));
    let empty = move || view! { <p class="hint">{model.say(Words::Empty)}</p> };
    let cards = move || inbox.cards.get().unwrap_or_default();
    view! {
        <dialog id=DIALOG class="inbox" aria-labelledby="inbox-name" on:close=move |_| inbox.closed()>
            <div class="top">
                <h2 id="inbox-name">{model.say(Words::Title)}</h2>
                <button class="button quiet" type="button" on:click=move |_| page::set_dialog(DIALOG, false)>
                    {model.say(Say::CloseList)}
                    <Cap key="Esc" />
                </button>
            </div>
            <p>{model.say(Words::Help)}</p>
            <p class="state bad" role="alert">{trouble}</p>
            <Show when=move || { !cards().is_empty() } fallback=empty>
                <ol>
                    <For
                        each=cards
                        key=|card| (card.id.clone(), card.owner.clone(), card.escalated, card.answered.is_some())
                        let(card)
                    >
                        <Row card />
                    </For>
                </ol>
            </Show>
        </dialog>
    }
}

#[component]
fn Row(card: MessageCard) -> impl IntoView {
    let model = expect_context::<Model>();
    let inbox = expect_context::<Inbox>();
    let MessageCard { id, number, topic, language, at: _, due, alarm, owner, escalated, answered } = card;
    let topic = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let (me, role) = model.me.with_value(|me| (me.id.clone(), me.role));
    let (mine, directs) = (owner.as_ref() == Some(&me), role == Role::Supervisor);
    let reads = owner.is_some() && (mine || directs);
    let takes = answered.is_none() && !mine && (owner.is_none() || directs);
    let step = {
        let id = id.clone();
        move |step| inbox.step(id.clone(), step)
    };
    let words = {
        let id = id.clone();
        move || inbox.words.with(|words| words.get(&id).cloned())
    };
    let read = {
        let id = id.clone();
        move |_| inbox.read(id.clone())
    };
    let shown = words.clone();
    let who = owner.map(|owner| move || model.say_with(Words::Owner, &[&name(model, &owner)]));
    let late = escalated.then(|| view! { <span class="tag late">{model.say(Words::Late)}</span> });
    let put_back = answered.is_none().then(|| {
        let step = step.clone();
        view! {
            <button class="button" type="button" on:click=move |_| step(MessageStep::PutBack {})>
                {model.say(Words::PutBack)}
            </button>
        }
    });
    let next = {
        let step = step.clone();
        if let Some(answered) = answered {
            let closes = move || model.say_with(Words::Closes, &[&day(model, answered.closes)]);
            view! {
                <p class="meta">{closes}</p>
                <button class="button main" type="button" on:click=move |_| step(MessageStep::Close {})>
                    {model.say(Words::Close)}
                </button>
            }
            .into_any()
        } else {
            let answer = |how, name| {
                let step = step.clone();
                view! {
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| step(MessageStep::Answered { how })
                    >
                        {model.say(name)}
                    </button>
                }
            };
            view! {
                {answer(AnsweredBy::Phone, Words::ByPhone)}
                {answer(AnsweredBy::Email, Words::ByEmail)}
                {answer(AnsweredBy::Unreachable, Words::Unreachable)}
            }
            .into_any()
        }
    };
    view! {
        <li class="message" class:alarmed=alarm.is_some()>
            <div class="top">
                <b>{move || model.say_with(Words::Number, &[&number.to_string()])} " · " {topic}</b>
                <span class="tag" lang=language.tag()>{language.own_name()}</span>
                {late}
                {alarm.map(|tier| view! { <AlarmTag tier /> })}
            </div>
            <p class="meta">
                {move || model.say_with(Words::Due, &[&day(model, due)])} " " {who}
            </p>
            {move || shown().map(|words| view! { <Words words /> })}
            <div class="row" prop:inert=move || inbox.busy.get()>
                {takes.then(|| {
                    let step = step.clone();
                    view! {
                        <button class="button main" type="button" on:click=move |_| step(MessageStep::Take {})>
                            {model.say(Words::Take)}
                        </button>
                    }
                })}
                {reads.then(|| view! {
                    <Show when=move || words().is_none()>
                        <button class="button" type="button" on:click=read.clone()>
                            {model.say(Words::Read)}
                        </button>
                    </Show>
                    {next}
                    {put_back}
                })}
            </div>
        </li>
    }
}

/// What the resident wrote: text only, nothing in it can be followed.
#[component]
fn Words(words: MessageWords) -> impl IntoView {
    let model = expect_context::<Model>();
    let MessageWords { contact, text } = words;
    view! {
        <dl class="fact">
            <dt>{model.say(Words::Contact)}</dt>
            <dd dir="auto"><b>{masked::own(model, &contact)}</b></dd>
        </dl>
        <p class="said" dir="auto">{masked::theirs(model, &text)}</p>
    }
}

/// What a colleague is called; whoever is not here now is called by their identifier.
fn name(model: Model, id: &StaffId) -> String {
    let own = model.me.with_value(|me| (me.id == *id).then(|| me.card.name.clone()));
    let other = || {
        model.desk.with(|desk| {
            let staff = desk.board.as_ref().map_or(&[][..], |board| board.staff.as_slice());
            staff.iter().find(|one| one.id == *id).map(|one| one.card.name.clone())
        })
    };
    own.or_else(other).unwrap_or_else(|| id.as_str().to_owned())
}

fn day(model: Model, at: Millis) -> String {
    let language = model.language.get();
    model.face.with_value(|face| {
        let zone = &face.time_zone;
        [intl::day_in(at, language, zone), intl::clock_in(at, language, zone)].join(", ")
    })
}
