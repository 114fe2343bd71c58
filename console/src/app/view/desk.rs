//! The desk: bar, line, chats, facts.

use super::accesses::Accesses;
use super::actions::Actions;
use super::alarms::Alarms;
use super::asks::Asks;
use super::banner::Banner;
use super::bar::Bar;
use super::cases::Cases;
use super::chats::Chats;
use super::doors::DoorsDialog;
use super::facts::Facts;
use super::inbox::InboxDialog;
use super::line::Line;
use super::panes::Panes;
use super::policy::Policy;
use crate::app::inbox::Inbox;
use crate::app::keys;
use crate::app::model::{Model, Pane};
use gloo_events::EventListener;
use leptos::prelude::*;
use shared::language::Language;
use shared::policy::Face;
use shared::text::Console as Say;
use shared::wire::v1::SampleStaff;
use web_sys::Worker;

/// Everything a signed-in person sees.
#[component]
pub fn Desk(
    language: RwSignal<Language>,
    me: SampleStaff,
    face: Face,
    pulse: StoredValue<Worker, LocalStorage>,
) -> impl IntoView {
    let model = Model::new(language, me, face);
    provide_context(model);
    provide_context(Inbox::new(model));
    keys::listen(model);
    let beats = pulse.with_value(|pulse| EventListener::new(pulse, "message", move |_| model.pulse()));
    let beats = StoredValue::new_local(beats);
    on_cleanup(move || beats.dispose());
    let pane = move || match model.pane.get() {
        Pane::Line => "line",
        Pane::Chats => "chats",
        Pane::Facts => "facts",
    };
    view! {
        <div class="desk" data-pane=pane>
            <a class="skip" href="#chats">{model.say(Say::SkipToChats)}</a>
            <Bar />
            <div class="notices">
                <Alarms />
                <Asks />
                <Banner />
            </div>
            <Panes />
            <Line />
            <Show when=move || model.judging.get() fallback=move || view! { <Chats /> }>
                <Cases />
            </Show>
            <Facts />
            <Actions />
            <InboxDialog />
            <Policy />
            <Show when=move || model.audits()>
                <DoorsDialog />
                <Accesses />
            </Show>
        </div>
    }
}
