//! Hours and closures as an administrator sets them: the switch, the days, who changed what and why (EM-HRS-A).

mod day;
mod history;

use super::button::Cap;
use crate::app::doors::{DIALOG, Outcome, REASON};
use crate::app::model::Model;
use crate::app::page;
use day::Days;
use history::History;
use leptos::prelude::*;
use shared::calendar::DoorsChange;
use shared::text::{Console as Say, Doors as Words};
use shared::wire::v1::{DoorsSheet, MAX_NOTE_CHARS, Role};

/// The dialog. Supervisors read it, administrators change what stands there.
#[component]
pub fn DoorsDialog() -> impl IntoView {
    let model = expect_context::<Model>();
    let doors = model.doors();
    let sheet = Memo::new(move |_| doors.sheet.get().and_then(Result::ok));
    let waiting = move || match doors.sheet.get() {
        None => Some(view! { <p role="status">{model.say(Say::OneMoment)}</p> }.into_any()),
        Some(Err(())) => Some(view! { <p role="alert">{model.say(Say::NoAnswer)}</p> }.into_any()),
        Some(Ok(_)) => None,
    };
    let sets = model.me.with_value(|me| me.role) == Role::Administrator;
    let here = Memo::new(move |_| sheet.with(Option::is_some));
    view! {
        <dialog id=DIALOG class="wide doors-dialog" aria-labelledby="doors-name">
            <header>
                <h2 id="doors-name">{model.say(Say::Hours)}</h2>
                <button class="button quiet" type="button" on:click=move |_| page::set_dialog(DIALOG, false)>
                    {model.say(Say::Close)}
                    <Cap key="Esc" />
                </button>
            </header>
            {waiting}
            <Show when=move || here.get()>
                <p>{model.say(Words::Help)}</p>
                <Show when=move || sets>
                    <Why />
                </Show>
                <Switch sheet sets />
                <Days sheet sets />
                <History sheet />
            </Show>
        </dialog>
    }
}

/// One thing of the sheet; its default while there is none.
fn of_sheet<T>(sheet: Memo<Option<DoorsSheet>>, one: fn(&DoorsSheet) -> T) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(one).unwrap_or_default()))
}

/// The reason for what is changed next, and what came of it.
#[component]
fn Why() -> impl IntoView {
    let model = expect_context::<Model>();
    let doors = model.doors();
    let done = move || (doors.outcome.get() == Some(Outcome::Saved)).then(|| model.say(Words::Saved)());
    let trouble = move || match doors.outcome.get() {
        Some(Outcome::Not(why)) => Some(why),
        Some(Outcome::Saved | Outcome::UnderWay) | None => None,
    };
    view! {
        <div class="fields reason">
            <label>
                {model.say(Words::Reason)}
                <input
                    id=REASON
                    type="text"
                    autocomplete="off"
                    required
                    maxlength=MAX_NOTE_CHARS.to_string()
                    prop:value=doors.reason
                    on:input=move |event| doors.reason.set(event_target_value(&event))
                />
            </label>
            <p class="state bad" role="alert">{trouble}</p>
            <p class="state good" role="status">{done}</p>
        </div>
    }
}

/// Whether chats can begin at all.
#[component]
fn Switch(sheet: Memo<Option<DoorsSheet>>, sets: bool) -> impl IntoView {
    let model = expect_context::<Model>();
    let shut = of_sheet(sheet, |sheet| sheet.doors.shut);
    let stands = move || model.say(if shut.get() { Words::IsShut } else { Words::IsOpen })();
    let label = move || model.say(if shut.get() { Words::Open } else { Words::Shut })();
    let turn = move |_| {
        let change = if shut.get_untracked() { DoorsChange::Open {} } else { DoorsChange::Shut {} };
        model.doors().change(model, change, || ());
    };
    view! {
        <h3>{model.say(Words::Switch)}</h3>
        <p class="stands" class:shut=move || shut.get()>{stands}</p>
        <Show when=move || sets>
            <p>{model.say(Words::ShutHint)}</p>
            <button class="button" class:stop=move || !shut.get() class:main=move || shut.get() type="button" on:click=turn>
                {label}
            </button>
        </Show>
    }
}
