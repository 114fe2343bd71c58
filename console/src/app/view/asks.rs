//! Where a supervisor is asked for, or has to be told of something, until one has seen it (EM-COM-I-a, TE-5.9).

use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::text::{Console as Say, Supervision as Sup};
use shared::wire::v1::{Ask, AskWhy, DeskUp};

/// So many stand there at once; the others follow as these are seen.
const MOST: usize = 3;

/// What supervisors are asked; agents see none.
#[component]
pub fn Asks() -> impl IntoView {
    let model = expect_context::<Model>();
    let asks = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| board.asks.clone())).unwrap_or_default()
    });
    view! {
        <Show when=move || !asks.with(Vec::is_empty)>
            <section class="alarms asks" aria-label=model.word(Sup::Asks)>
                <For
                    each=move || asks.get().into_iter().take(MOST)
                    key=|ask| (ask.chat.clone(), ask.why as u8)
                    let(ask)
                >
                    <Row ask />
                </For>
            </section>
        </Show>
    }
}

#[component]
fn Row(ask: Ask) -> impl IntoView {
    let model = expect_context::<Model>();
    let Ask { chat, topic, staff, at, why } = ask;
    let name = glance::short_name(&chat);
    let about = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let what = match why {
        AskWhy::Help => Sup::AsksHelp,
        AskWhy::AbuseEnded => Sup::AsksEnded,
    };
    let who = move || model.word_with(what, &[&staff.name, &staff.department]);
    let clock = move || glance::clock(model.desk.with(|desk| desk.desk_time(model.now.get())).since(at));
    let seen = move |_| model.tell(DeskUp::Seen { chat: chat.clone() });
    view! {
        <div class="page">
            <p role="alert"><b>{move || model.say_with(Say::Resident, &[&name])}</b> ", " {about} ". " {who}</p>
            <time>{clock}</time>
            <button class="button" type="button" on:click=seen>{model.say(Say::AlarmSeen)}</button>
        </div>
    }
}
