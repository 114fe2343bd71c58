//! The chats that others have: for a supervisor to read along (EM-HRS-C) or to take over (EM-COM-I-b), for a records officer to
//! keep (EM-RET-B-a-i).

use super::tier::AlarmTag;
use crate::app::explain::explain;
use crate::app::model::Model;
use crate::glance;
use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::text::{Console as Say, Supervision as Sup};
use shared::triage::Tier;
use shared::wire::v1::{DeskUp, MarkForRetention, RetentionReason, Running};

/// The running chats; agents and auditors see none.
#[component]
pub fn RunningChats() -> impl IntoView {
    let model = expect_context::<Model>();
    let running = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| board.running.clone()).unwrap_or_default())
    });
    view! {
        <section aria-labelledby="running">
            <h2 id="running">
                {move || model.word_with(Sup::Running, &[&running.with(Vec::len).to_string()])}
            </h2>
            <Show
                when=move || !running.with(Vec::is_empty)
                fallback=move || view! { <p class="hint">{model.word(Sup::NoneRunning)}</p> }
            >
                <ol>
                    <For
                        each=move || running.get()
                        key=|one| (one.chat.clone(), one.staff.name.clone(), one.alarm.map(Tier::code), one.read_by.len())
                        let(one)
                    >
                        <Row one />
                    </For>
                </ol>
            </Show>
        </section>
    }
}

#[component]
fn Row(one: Running) -> impl IntoView {
    let model = expect_context::<Model>();
    let may_read = move || model.directs() && model.book.with(|book| book.read_along);
    let Running { chat, topic, language, staff, since, alarm, read_by } = one.clone();
    let about = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let name = chat.clone();
    let clock = move || glance::clock(model.desk.with(|desk| desk.desk_time(model.now.get())).since(since));
    let mut readers: Vec<_> = read_by.into_iter().map(|reader| reader.by).collect();
    readers.dedup();
    let read = (!readers.is_empty()).then(|| {
        let names = move || readers.iter().map(|reader| model.person(reader)).collect::<Vec<_>>().join(", ");
        view! { <small>{move || model.word_with(Sup::ReadBy, &[&names()])}</small> }
    });
    let take_over = move |_| model.tell(DeskUp::TakeOver { chat: chat.clone() });
    let one = StoredValue::new(one);
    view! {
        <li class="item running" class:alarmed=alarm.is_some()>
            <b>{alarm.map(|tier| view! { <AlarmTag tier /> })} {move || model.resident(&name)}</b>
            <time>{clock}</time>
            <small>{about} " · " {move || model.word_with(Sup::With, &[&staff.name])}</small>
            <span class="tag" class:other=move || language != model.language.get() lang=language.tag()>
                {language.own_name()}
            </span>
            {read}
            <span class="acts">
                <Show when=may_read>
                    <button class="button" type="button" on:click=move |_| one.with_value(|one| model.read_along(one))>
                        {model.word(Sup::Read)}
                    </button>
                </Show>
                {model.directs().then(|| view! {
                    <button class="button" type="button" on:click=take_over>{model.word(Sup::TakeOver)}</button>
                })}
                {model.keeps_records().then(|| view! { <Keep one /> })}
            </span>
        </li>
    }
}

/// Keeps a chat for a public-records request. The resident is told.
#[component]
fn Keep(one: StoredValue<Running>) -> impl IntoView {
    let model = expect_context::<Model>();
    let kept = RwSignal::new(None::<Result<(), Failure>>);
    let keep = move |_| {
        let address = one.with_value(|one| format!("/v1/chats/{}/retention", one.chat.as_str()));
        spawn_local(async move {
            let reason = RetentionReason::RecordsRequest;
            let answer = http::post_only(&address, &MarkForRetention { reason }).await;
            let _gone = kept.try_set(Some(answer));
        });
    };
    let said = move || match kept.get()? {
        Ok(()) => Some(model.say(Say::Retained)().to_owned()),
        Err(why) => Some(model.say_with(Say::NotRetained, &[explain(why, model.language.get())])),
    };
    view! {
        <Show when=move || !matches!(kept.get(), Some(Ok(())))>
            <button class="button" type="button" on:click=keep>{model.word(Sup::KeepForRecords)}</button>
        </Show>
        <small role="status">{said}</small>
    }
}
