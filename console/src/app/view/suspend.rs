//! Somebody may not come in any more, for a time or until they are let in again (EM-PEN-C).

use crate::app::model::Model;
use core::time::Duration;
use leptos::prelude::*;
use shared::id::StaffId;
use shared::text::Supervision as Sup;
use shared::wire::v1::{DeskUp, MAX_NOTE_CHARS, Suspension};

/// For how many hours; nothing for until they are let in again.
const TERMS: [(&str, Sup); 3] = [("", Sup::UntilReadmitted), ("24", Sup::OneDay), ("168", Sup::OneWeek)];

/// The form that suspends a colleague.
#[component]
pub fn SuspendForm(staff: StaffId) -> impl IntoView {
    let model = expect_context::<Model>();
    let reason = RwSignal::new(String::new());
    let hours = RwSignal::new(None::<u64>);
    let blocked = move || reason.with(|reason| reason.trim().is_empty());
    let suspend = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let now = model.desk.with_untracked(|desk| desk.desk_time(model.now.get_untracked()));
        let until = hours.get_untracked().map(|hours| now.after(Duration::from_hours(hours)));
        model.tell(DeskUp::Suspend { staff: staff.clone(), until, reason: reason.get_untracked() });
    };
    view! {
        <form class="fields" on:submit=suspend>
            <label>
                {model.word(Sup::SuspendFor)}
                <select on:change=move |event| hours.set(event_target_value(&event).parse().ok())>
                    {TERMS.map(|(value, label)| view! { <option value=value>{model.word(label)}</option> })}
                </select>
            </label>
            <label>
                {model.word(Sup::SuspendWhy)}
                <input type="text" autocomplete="off" maxlength=MAX_NOTE_CHARS.to_string() prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event)) />
            </label>
            <p class="hint">{model.word(Sup::SuspendHint)}</p>
            <button class="button" type="submit" prop:disabled=blocked>{model.word(Sup::SuspendNow)}</button>
        </form>
    }
}

/// Who is suspended, and the way back.
#[component]
pub fn SuspendedStaff() -> impl IntoView {
    let model = expect_context::<Model>();
    let suspended = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| board.suspended.clone()).unwrap_or_default())
    });
    view! {
        <Show when=move || !suspended.with(Vec::is_empty)>
            <h3>{model.word(Sup::Suspended)}</h3>
            <ul class="directory">
                <For each=move || suspended.get() key=|one| (one.staff.clone(), one.at) let(one)>
                    <Row one />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Row(one: Suspension) -> impl IntoView {
    let model = expect_context::<Model>();
    let Suspension { staff, name, reason, by, .. } = one;
    let name = if name.is_empty() { staff.as_str().to_owned() } else { name };
    let readmit = move |_| model.tell(DeskUp::Readmit { staff: staff.clone() });
    view! {
        <li>
            <b>{name}</b>
            <p class="sides"><span>{reason}</span><span>{by.as_str().to_owned()}</span></p>
            <button class="button" type="button" on:click=readmit>{model.word(Sup::Readmit)}</button>
        </li>
    }
}
