//! Who changed the doors, when, why, from when on, and what it was before.

use super::day::told;
use super::of_sheet;
use crate::app::model::Model;
use browser::intl;
use leptos::prelude::*;
use shared::calendar::DoorsChange;
use shared::text::Doors as Words;
use shared::wire::v1::{DoorsEdit, DoorsSheet};

/// The changes, the latest first.
#[component]
pub fn History(sheet: Memo<Option<DoorsSheet>>) -> impl IntoView {
    let model = expect_context::<Model>();
    let edits = of_sheet(sheet, |sheet| sheet.edits.clone());
    let rows = move || edits.get().into_iter().map(|edit| view! { <Row edit /> }).collect::<Vec<_>>();
    view! {
        <h3>{model.say(Words::History)}</h3>
        <Show
            when=move || !edits.with(Vec::is_empty)
            fallback=move || view! { <p>{model.say(Words::NoHistory)}</p> }
        >
            <ol class="edits">{rows}</ol>
        </Show>
    }
}

#[component]
fn Row(edit: DoorsEdit) -> impl IntoView {
    let model = expect_context::<Model>();
    let counts = edit.counts_on();
    let DoorsEdit { version, at, name, reason, change, before, .. } = edit;
    let by = move || {
        let version = model.say_with(Words::Version, &[&version.to_string()]);
        model.say_with(Words::EditBy, &[&version, &name, &intl::date_and_time(at, model.language.get())])
    };
    let from = move || match counts {
        Some(date) => model.say_with(Words::CountsOn, &[&date.to_string()]),
        None => model.say(Words::AtOnce)().to_owned(),
    };
    let policy = move || model.say(Words::ByPolicy)().to_owned();
    let what = move || match &change {
        DoorsChange::Shut {} => view! { <ins>{model.say(Words::EditShut)}</ins> }.into_any(),
        DoorsChange::Open {} => view! { <ins>{model.say(Words::EditOpen)}</ins> }.into_any(),
        DoorsChange::Set { .. } | DoorsChange::Drop { .. } => {
            let was = before.as_ref().map_or_else(policy, |day| told(model, day));
            let is = match &change {
                DoorsChange::Set { day } => told(model, day),
                DoorsChange::Drop { .. } | DoorsChange::Shut {} | DoorsChange::Open {} => policy(),
            };
            view! { <del>{was}</del> " → " <ins>{is}</ins> }.into_any()
        }
    };
    view! {
        <li>
            <b>{by}</b>
            <span>{what}</span>
            <q>{reason}</q>
            <span class="meta">{from}</span>
        </li>
    }
}
