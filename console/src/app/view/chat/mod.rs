//! One chat.

mod abuse;
mod composer;
mod danger;
mod ending;
mod head;
mod hints;
mod log;
mod passing;
mod question;
mod reading;
mod retain;
mod row;
mod scripts;
mod transfer;

use crate::action::At;
use crate::app::chat::Asking;
use crate::app::model::Model;
use abuse::AbuseSteps;
use composer::Composer;
use danger::DangerNotice;
use ending::{EndQuestion, Ended};
use head::Head;
use leptos::prelude::*;
use log::Log;
use passing::PassingNotice;
use reading::Reading;
use retain::RetainQuestion;
use shared::chat::LinkState;
use shared::id::SessionId;
use shared::refusal::Refusal;
use shared::text::{self, Console as Say};
use transfer::TransferForm;

/// One chat: its head, its log, and below it what one can do.
#[component]
pub fn Panel(id: SessionId) -> impl IntoView {
    let model = expect_context::<Model>();
    let chat = model.chat(&id)?;
    let state = RwSignal::from(chat.state.clone());
    let asking = RwSignal::from(chat.asking.clone());
    let retaining = RwSignal::from(chat.retaining.clone());
    let reads = RwSignal::from(chat.reads.clone());
    let chat = StoredValue::new_local(chat);
    let id = StoredValue::new(id);
    let ended = Memo::new(move |_| state.with(|state| state.phase == At::Ended));
    let current =
        Memo::new(move |_| model.active.with(|active| id.with_value(|id| active.as_ref() == Some(id))));
    let link = Memo::new(move |_| state.with(|state| state.link));
    let trouble = move || match link.get() {
        LinkState::Refused(Refusal::NotPermitted) => Some(model.say(Say::TransferGone)()),
        LinkState::Refused(why) => Some(text::refusal(why, model.language.get())),
        LinkState::Waiting(_) => Some(model.say(Say::ChatAway)()),
        LinkState::Connecting | LinkState::Open | LinkState::Done => None,
    };
    Some(view! {
        <section
            class="chat"
            class:current=current
            aria-label=move || id.with_value(|id| model.resident(id))
            on:focusin=move |_| id.with_value(|id| model.at(id))
            on:pointerdown=move |_| id.with_value(|id| model.at(id))
        >
            <Head chat state retaining reads />
            <p class="trouble" role="status" class:shown=move || trouble().is_some()>{trouble}</p>
            <Log chat state current />
            <Show when=move || !ended.get()>
                <DangerNotice chat state />
            </Show>
            <PassingNotice id />
            <Show when=move || retaining.get()>
                <RetainQuestion chat state retaining />
            </Show>
            <Show when=move || asking.get() == Asking::Abuse && !ended.get()>
                <AbuseSteps chat state asking />
            </Show>
            <Show when=move || asking.get() == Asking::End && !ended.get()>
                <EndQuestion chat asking />
            </Show>
            <Show when=move || asking.get() == Asking::Transfer && !ended.get()>
                <TransferForm chat asking />
            </Show>
            <Show
                when=move || reads.get()
                fallback=move || view! {
                    <Show when=move || ended.get() fallback=move || view! { <Composer chat state /> }>
                        <Ended chat />
                    </Show>
                }
            >
                <Reading id ended />
            </Show>
        </section>
    })
}
