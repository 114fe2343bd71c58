//! A chat is marked for retention: why, and that it is (EM-RET-B-a-i-1).

use crate::app::chat::{Chat, Keeping, State};
use crate::app::explain::explain;
use crate::app::model::{Model, composer_id};
use crate::app::page;
use crate::app::view::chat::question::Question;
use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::text::Console as Say;
use shared::wire::v1::{MarkForRetention, RetentionReason};

/// In the head: the way there, and afterwards that it is done.
#[component]
pub fn Retain(state: RwSignal<State>, retaining: RwSignal<bool>) -> impl IntoView {
    let model = expect_context::<Model>();
    let retained = Memo::new(move |_| state.with(|state| state.keeping == Keeping::Review));
    view! {
        <Show
            when=move || retained.get()
            fallback=move || view! {
                <button
                    class="button quiet"
                    type="button"
                    aria-expanded=move || retaining.get().to_string()
                    on:click=move |_| retaining.update(|open| *open = !*open)
                >
                    {model.say(Say::Retain)}
                </button>
            }
        >
            <span class="tag">{model.say(Say::Retained)}</span>
        </Show>
    }
}

/// Asks why. It stands in the chat and blocks nothing: one can go on writing.
#[component]
pub fn RetainQuestion(
    chat: StoredValue<Chat, LocalStorage>,
    state: RwSignal<State>,
    retaining: RwSignal<bool>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = StoredValue::new(chat.with_value(|chat| chat.id.clone()));
    let trouble = RwSignal::new(None::<Failure>);
    let under_way = RwSignal::new(false);
    let close = move || {
        retaining.set(false);
        page::focus(id.with_value(composer_id));
    };
    let mark = move |reason: RetentionReason| {
        if under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        let address = id.with_value(|id| format!("/v1/chats/{}/retention", id.as_str()));
        spawn_local(async move {
            let marked = http::post_only(&address, &MarkForRetention { reason }).await;
            under_way.set(false);
            match marked {
                Ok(()) => {
                    state.update(|state| state.keeping = Keeping::Review);
                    close();
                }
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    let reason = move |reason: RetentionReason| {
        view! {
            <button class="button" type="button" prop:disabled=under_way on:click=move |_| mark(reason)>
                {model.say(name(reason))}
            </button>
        }
    };
    let why_not = move || {
        let why = trouble.get()?;
        Some(model.say_with(Say::NotRetained, &[explain(why, model.language.get())]))
    };
    view! {
        <Question label=Signal::derive(model.say(Say::RetainQuestion)) close=close>
            <p>{model.say(Say::RetainQuestion)}</p>
            {RetentionReason::ALL.map(reason).collect_view()}
            <p role="status">{why_not}</p>
        </Question>
    }
}

const fn name(reason: RetentionReason) -> Say {
    match reason {
        RetentionReason::Harassment => Say::ForHarassment,
        RetentionReason::ImproperConduct => Say::ForConduct,
        RetentionReason::RecordsRequest => Say::ForRecords,
    }
}
