//! One case: why it is kept, who has read it, taking it up, deciding.

use crate::app::explain::explain;
use crate::app::model::Model;
use crate::app::view::masked;
use crate::glance;
use browser::http::{self, Failure};
use browser::intl;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::privacy::MaskedText;
use shared::text::{Console as Say, Supervision as Sup};
use shared::time::Millis;
use shared::wire::v1::{Body, CaseCard, Decide, Decision, Opening, Party, RetentionReason, Snapshot};

/// One case. `look` asks for the list again.
#[component]
pub fn Case(card: CaseCard, look: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let model = expect_context::<Model>();
    let CaseCard { chat, reason, by, at, taken_by, decision, ends, opened } = card;
    let name = glance::short_name(&chat);
    let named = move || model.say_with(Say::Resident, &[&name]);
    let heading = named.clone();
    let by = by.as_str().to_owned();
    let marked = move || model.word_with(Sup::MarkedBy, &[&by, &when(model, at)]);
    let taken = taken_by.map(|by| by.as_str().to_owned());
    let is_taken = taken.is_some();
    let held = move || match &taken {
        Some(by) => model.word_with(Sup::TakenBy, &[by]),
        None => model.word(Sup::NotTaken)().to_owned(),
    };
    let decided = decision.map(|decision| {
        let words =
            move || model.word_with(Sup::Decided, &[decision_name(decision).say(model.language.get())]);
        view! { <p>{words}</p> }
    });
    let ends = ends.map(|at| {
        let words = move || model.word_with(Sup::ShreddedOn, &[&when(model, at)]);
        view! { <p>{words}</p> }
    });
    let opened = opened.into_iter().map(|Opening { by, at }| {
        let words = move || model.word_with(Sup::OpenedBy, &[by.as_str(), &when(model, at)]);
        view! { <li>{words}</li> }
    });
    let trouble = RwSignal::new(None::<Failure>);
    let transcript = RwSignal::new(None::<Snapshot>);
    let chat = StoredValue::new(chat);
    let address = move |what: &str| chat.with_value(|chat| format!("/v1/cases/{}/{what}", chat.as_str()));
    let read = move |_| {
        let address = address("transcript");
        spawn_local(async move {
            match http::post::<Snapshot>(&address, &()).await {
                Ok(found) => drop(transcript.try_set(Some(found))),
                Err(why) => drop(trouble.try_set(Some(why))),
            }
        });
    };
    let done = move |answer: Result<(), Failure>| match answer {
        Ok(()) => look(),
        Err(why) => drop(trouble.try_set(Some(why))),
    };
    let take_up = move |_| {
        let address = address("evaluation");
        spawn_local(async move { done(http::post_only(&address, &()).await) });
    };
    let why_not = move || {
        let why = trouble.get()?;
        Some(model.word_with(Sup::NotDone, &[explain(why, model.language.get())]))
    };
    view! {
        <article class="case" aria-label=named>
            <header>
                <h2>{heading}</h2>
                <span class="tag">{model.say(reason_name(reason))}</span>
            </header>
            <p>{marked} " · " {held}</p>
            {decided}
            {ends}
            <ul class="opened">{opened.collect::<Vec<_>>()}</ul>
            <p class="acts">
                <Show
                    when=move || transcript.with(Option::is_some)
                    fallback=move || view! {
                        <button class="button" type="button" on:click=read>{model.word(Sup::OpenCase)}</button>
                    }
                >
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            transcript.set(None);
                            look();
                        }
                    >
                        {model.word(Sup::CloseCase)}
                    </button>
                </Show>
                <Show when=move || !is_taken && decision.is_none()>
                    <button class="button main" type="button" on:click=take_up>{model.word(Sup::TakeUp)}</button>
                </Show>
            </p>
            {move || transcript.get().map(|found| view! { <Transcript found /> })}
            {(is_taken && decision.is_none()).then(|| {
                let address = address("decision");
                view! { <DecideForm reason address done /> }
            })}
            <p role="status">{why_not}</p>
        </article>
    }
}

/// What is decided.
#[component]
fn DecideForm(
    reason: RetentionReason,
    address: String,
    done: impl Fn(Result<(), Failure>) + Copy + 'static,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let chosen = RwSignal::new(None::<Decision>);
    let decide = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(decision) = chosen.get_untracked() else { return };
        let address = address.clone();
        spawn_local(async move { done(http::post_only(&address, &Decide { decision }).await) });
    };
    let options = Decision::fitting(reason).iter().map(|decision| {
        view! { <option value=code(*decision)>{model.word(decision_name(*decision))}</option> }
    });
    let options: Vec<_> = options.collect();
    view! {
        <form class="fields" on:submit=decide>
            <label>
                {model.word(Sup::Decision)}
                <select on:change=move |event| chosen.set(decision_of(&event_target_value(&event)))>
                    <option value="">{model.word(Sup::ChooseDecision)}</option>
                    {options}
                </select>
            </label>
            <button class="button" type="submit" prop:disabled=move || chosen.with(Option::is_none)>
                {model.word(Sup::Decide)}
            </button>
        </form>
    }
}

/// What was said. It is shown as long as the case is open here, and kept nowhere (EM-RET-B).
#[component]
fn Transcript(found: Snapshot) -> impl IntoView {
    let said = found.events.into_iter().filter_map(|event| match event.body {
        Body::Said { by, text, .. } => Some((event.at, by, text)),
        Body::Started { .. } | Body::Joined { .. } | Body::Struck { .. } | Body::Ended { .. } => None,
    });
    let rows = said.map(|(at, by, text)| view! { <Row at by text /> });
    view! { <ol class="transcript">{rows.collect::<Vec<_>>()}</ol> }
}

#[component]
fn Row(at: Millis, by: Party, text: MaskedText) -> impl IntoView {
    let model = expect_context::<Model>();
    let who = match by {
        Party::Resident => Say::ByResident,
        Party::Staff => Say::Agent,
    };
    let head = move || model.word_with(Sup::SaidBy, &[model.say(who)(), &when(model, at)]);
    let body = match by {
        Party::Resident => {
            view! { <p class="msg them" dir="auto">{masked::theirs(model, &text)}</p> }.into_any()
        }
        Party::Staff => view! { <p class="msg us" dir="auto">{masked::own(model, &text)}</p> }.into_any(),
    };
    view! {
        <li class:own=by == Party::Staff>
            <p class="meta">{head}</p>
            {body}
        </li>
    }
}

fn when(model: Model, at: Millis) -> String {
    intl::date_and_time(at, model.language.get())
}

const fn reason_name(reason: RetentionReason) -> Say {
    match reason {
        RetentionReason::Harassment => Say::ForHarassment,
        RetentionReason::ImproperConduct => Say::ForConduct,
        RetentionReason::RecordsRequest => Say::ForRecords,
    }
}

const fn decision_name(decision: Decision) -> Sup {
    match decision {
        Decision::ResidentBanned => Sup::ResidentBanned,
        Decision::OtherBanned => Sup::OtherBanned,
        Decision::NotBanned => Sup::NotBanned,
        Decision::RequestAnswered => Sup::RequestAnswered,
    }
}

const fn code(decision: Decision) -> &'static str {
    match decision {
        Decision::ResidentBanned => "resident_banned",
        Decision::OtherBanned => "other_banned",
        Decision::NotBanned => "not_banned",
        Decision::RequestAnswered => "request_answered",
    }
}

fn decision_of(value: &str) -> Option<Decision> {
    let all =
        [Decision::ResidentBanned, Decision::OtherBanned, Decision::NotBanned, Decision::RequestAnswered];
    all.into_iter().find(|decision| code(*decision) == value)
}
