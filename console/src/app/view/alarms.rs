//! Supervisors are told of every chat in which somebody may be in danger, until one of them has seen it (EM-GEN-B).

use super::tier::AlarmTag;
use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::wire::v1::{Alarm, DeskUp};

/// So many stand there at once; the others follow as these are seen.
const MOST: usize = 3;

/// The alarms that no supervisor has seen; agents have none.
#[component]
pub fn Alarms() -> impl IntoView {
    let model = expect_context::<Model>();
    let alarms = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| board.alarms.clone())).unwrap_or_default()
    });
    let more = move || alarms.with(Vec::len).saturating_sub(MOST);
    view! {
        <Show when=move || !alarms.with(Vec::is_empty)>
            <section class="alarms" aria-label=model.say(Say::Alarms)>
                <For
                    each=move || alarms.get().into_iter().take(MOST)
                    key=|alarm| (alarm.chat.clone(), alarm.tier.code(), alarm.staff.clone().map(|card| card.name))
                    let(alarm)
                >
                    <Row alarm />
                </For>
                <Show when=move || { more() > 0 }>
                    <p>{move || model.say_with(Say::AlarmsMore, &[&more().to_string()])}</p>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Row(alarm: Alarm) -> impl IntoView {
    let model = expect_context::<Model>();
    let Alarm { chat, topic, tier, at, staff } = alarm;
    let name = glance::short_name(&chat);
    let about = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.topic(&topic, language).to_owned())
    };
    let who = move || match &staff {
        Some(card) => model.say_with(Say::AlarmAnswered, &[&card.name, &card.department]),
        None => model.say(Say::AlarmUnanswered)().to_owned(),
    };
    let clock = move || glance::clock(model.desk.with(|desk| desk.desk_time(model.now.get())).since(at));
    let seen = move |_| model.tell(DeskUp::Seen { chat: chat.clone() });
    view! {
        <div class="page">
            <p role="alert">
                <AlarmTag tier /> " "
                <b>{move || model.say_with(Say::Resident, &[&name])}</b> ", " {about} ". " {who}
            </p>
            <time>{clock}</time>
            <button class="button" type="button" on:click=seen>{model.say(Say::AlarmSeen)}</button>
        </div>
    }
}
