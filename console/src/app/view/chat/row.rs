//! One line of the log.

use crate::app::chat::Line;
use crate::app::model::Model;
use crate::app::view::masked;
use browser::intl;
use leptos::prelude::*;
use shared::chat::{Delivery, Shown};
use shared::language::Language;
use shared::text::{self, Console as Say};
use shared::wire::v1::{EndReason, Ender, StaffCard};

/// One line: a message, or a note of what happened.
#[component]
pub fn LogRow(line: Line) -> impl IntoView {
    let model = expect_context::<Model>();
    let row = RwSignal::from(line.row);
    let shown = Memo::new(move |_| row.with(|row| row.item.shown.clone()));
    let opens = Memo::new(move |_| row.with(|row| row.opens));
    let state = Memo::new(move |_| row.with(|row| row.state));
    let when = move || intl::time(row.with(|row| row.item.at), model.language.get());
    let own = Memo::new(move |_| row.with(|row| matches!(row.item.shown, Shown::Own(..))));
    let author = move || model.say(if own.get() { Say::ByYou } else { Say::ByResident })();
    let body = move || match shown.get() {
        Shown::Theirs(text) => {
            view! { <p class="msg them" dir="auto">{masked::theirs(model, &text)}</p> }.into_any()
        }
        Shown::Own(text, _) => {
            view! { <p class="msg us" dir="auto">{masked::own(model, &text)}</p> }.into_any()
        }
        Shown::Joined(card) => note(joined(&card, model.language.get())),
        Shown::Ended(by, reason) => note(ended(by, reason).say(model.language.get()).to_owned()),
    };
    let is_note =
        Memo::new(move |_| shown.with(|shown| matches!(shown, Shown::Joined(_) | Shown::Ended(..))));
    view! {
        <li class:own=own class:note=is_note>
            <Show when=move || !is_note.get()>
                <p class="meta" class:unseen=move || !opens.get()>{author} ", " {when}</p>
            </Show>
            {body}
            {move || state.get().map(|state| view! { <Tick state /> })}
        </li>
    }
}

fn note(text: String) -> AnyView {
    view! { <p class="meta">{text}</p> }.into_any()
}

fn joined(card: &StaffCard, language: Language) -> String {
    Say::Joined.say_with(language, &[&card.name, &card.title, &card.department])
}

const fn ended(by: Ender, reason: EndReason) -> Say {
    match (by, reason) {
        (_, EndReason::LeftLine) => Say::LeftLine,
        (_, EndReason::Silent) => Say::EndedSilent,
        (_, EndReason::DayOver) => Say::EndedDayOver,
        (Ender::Resident, EndReason::Done) => Say::EndedByResident,
        (Ender::Staff, EndReason::Done) => Say::EndedByStaff,
        (Ender::Policy, EndReason::Done) => Say::EndedByPolicy,
    }
}

/// How far an own message got.
#[component]
fn Tick(state: Delivery) -> impl IntoView {
    let model = expect_context::<Model>();
    let (class, what, why) = match state {
        Delivery::Sending => ("meta state", Say::Sending, None),
        Delivery::Retrying => ("meta state retrying", Say::Retrying, None),
        Delivery::Sent => ("meta state", Say::Sent, None),
        Delivery::Delivered => ("meta state", Say::Delivered, None),
        Delivery::Refused(why) => ("meta state refused", Say::NotSent, Some(why)),
    };
    view! {
        <p class=class>
            {model.say(what)}
            {why.map(|why| move || format!(" {}", text::refusal(why, model.language.get())))}
        </p>
    }
}
