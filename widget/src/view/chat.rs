//! The chat: the line, the list of messages, and what stands below it.

use super::{composer, message, trouble};
use crate::model::{Model, Phase, Reach};
use leptos::either::EitherOf3;
use leptos::html::Div;
use leptos::prelude::*;
use shared::text::{self, Text};

pub fn chat(model: Model) -> impl IntoView {
    let scroll = NodeRef::<Div>::new();
    // The list is laid out from its end, so the newest message stays in sight by itself, and someone who has scrolled up is
    // left in peace. Only an own message brings the end back.
    let to_end = move || {
        if let Some(scroll) = scroll.get_untracked() {
            scroll.set_scroll_top(0);
        }
    };
    let in_line = move || model.phase.get() == Phase::InLine;
    let typing = move || {
        let name = model.staff.get().filter(|_| model.typing.get())?.name;
        Some(view! {
            <p class="typing">
                <span class="dots" aria-hidden="true">
                    <i class=trouble::dot() />
                    <i class=trouble::dot() />
                    <i class=trouble::dot() />
                </span>
                {move || text::is_typing(&name, model.language.get())}
            </p>
        })
    };
    let lost = move || {
        (model.reach.get() == Reach::Lost && model.phase.get() != Phase::Over).then(|| {
            view! {
                <p class="lost">
                    <b>{model.text(Text::NoConnection)}</b>
                    " "
                    {model.text(Text::NothingIsLost)}
                </p>
            }
        })
    };
    let below = Memo::new(move |_| match (model.phase.get(), model.reach.get()) {
        (Phase::Over, _) => Below::Over,
        (_, Reach::Refused(why)) => Below::Refused(why),
        (_, Reach::Connecting | Reach::Stands | Reach::Lost) => Below::Composer,
    });
    let below = move || match below.get() {
        Below::Over => EitherOf3::A(trouble::over(model)),
        Below::Refused(why) => EitherOf3::B(trouble::refused(model, why)),
        Below::Composer => EitherOf3::C(composer::composer(model, to_end)),
    };
    view! {
        <div
            class="scroll"
            role="log"
            aria-live="off"
            tabindex="0"
            aria-label=model.text(Text::Messages)
            node_ref=scroll
        >
            <div class=move || if in_line() { "flow waiting" } else { "flow" }>
                {move || in_line().then(|| line(model))}
                <ul class="list" role="list">
                    <For each=move || model.rows.get() key=|row| row.0.clone() let:row>
                        {message::row(model, row.1)}
                    </For>
                </ul>
                {typing}
            </div>
        </div>
        {lost}
        {below}
    }
}

/// What stands below the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    Composer,
    Refused(shared::refusal::Refusal),
    Over,
}

/// Nobody has answered yet: what to do meanwhile, and how to leave (EM-COM-D).
fn line(model: Model) -> impl IntoView {
    let email = move || {
        let (face, topic) = (model.face.get()?, model.topic.get()?);
        let email = face.topics.iter().find(|known| known.id == topic)?.email.clone();
        let address = ["mailto:", &email].concat();
        Some(view! {
            <p>
                {model.text(Text::OrWriteTo)} " "
                <a href=address>{email}</a>
            </p>
        })
    };
    view! {
        <div class="line">
            <p class="dots large" aria-hidden="true">
                <i class=trouble::dot() />
                <i class=trouble::dot() />
                <i class=trouble::dot() />
            </p>
            <h3 class="big">{model.text(Text::YouAreInLine)}</h3>
            <div class="card">
                <p>{model.text(Text::WhileYouWait)}</p>
                {email}
            </div>
            <button class="btn" type="button" on:click=move |_| model.end()>
                {model.text(Text::LeaveLine)}
            </button>
        </div>
    }
}
