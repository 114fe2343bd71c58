//! The days that are closed or have hours of their own, and the form that sets one.

use super::of_sheet;
use crate::app::model::Model;
use leptos::prelude::*;
use shared::calendar::{Date, DatedDay, DayHours, DoorsChange, MAX_DAY_NAME_CHARS};
use shared::text::Doors as Words;
use shared::wire::v1::DoorsSheet;

/// The days that are set.
#[component]
pub fn Days(sheet: Memo<Option<DoorsSheet>>, sets: bool) -> impl IntoView {
    let model = expect_context::<Model>();
    let days = of_sheet(sheet, |sheet| sheet.doors.days.clone());
    let rows = move || days.get().into_iter().map(|day| view! { <Row day sets /> }).collect::<Vec<_>>();
    view! {
        <h3>{model.say(Words::Days)}</h3>
        <Show
            when=move || !days.with(Vec::is_empty)
            fallback=move || view! { <p>{model.say(Words::NoDays)}</p> }
        >
            <ul class="days">{rows}</ul>
        </Show>
        <Show when=move || sets>
            <Form sheet />
        </Show>
    }
}

/// What a day is set to, in a line.
pub fn told(model: Model, day: &DatedDay) -> String {
    let language = model.language.get();
    let hours = if day.hours == DayHours::default() {
        Words::ClosedAllDay.say(language).to_owned()
    } else {
        day.hours.to_string()
    };
    let whose = day.department.as_deref().unwrap_or(Words::WholeCity.say(language));
    [whose, ": ", &hours, ", ", day.names().in_language(language)].concat()
}

#[component]
fn Row(day: DatedDay, sets: bool) -> impl IntoView {
    let model = expect_context::<Model>();
    let (on, department) = (day.on, day.department.clone());
    let drop = move |_| {
        model.doors().change(model, DoorsChange::Drop { on, department: department.clone() }, || ());
    };
    let label = move || model.say_with(Words::Drop, &[&on.to_string()]);
    view! {
        <li>
            <b>{on.to_string()}</b>
            <span>{move || told(model, &day)}</span>
            {sets.then(|| view! { <button class="button" type="button" on:click=drop>{label}</button> })}
        </li>
    }
}

/// Sets a day. What is wrong with it is said before anything is sent, by the same function as at the edge.
#[component]
fn Form(sheet: Memo<Option<DoorsSheet>>) -> impl IntoView {
    let model = expect_context::<Model>();
    let (date, hours) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (en, es) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let department = RwSignal::new(String::new());
    let departments = of_sheet(sheet, |sheet| sheet.departments.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(on) = Date::parse(&date.get_untracked()) else {
            return model.doors().fail(model, Words::BadDate);
        };
        let Ok(hours_on) = DayHours::parse(&hours.get_untracked()) else {
            return model.doors().fail(model, Words::BadHours);
        };
        let day = DatedDay {
            on,
            hours: hours_on,
            en: en.get_untracked().trim().to_owned(),
            es: es.get_untracked().trim().to_owned(),
            department: Some(department.get_untracked()).filter(|named| !named.is_empty()),
        };
        let change = DoorsChange::Set { day };
        let Some(sheet) = sheet.get_untracked() else { return };
        let known: Vec<_> = sheet.departments.iter().map(String::as_str).collect();
        let tried = sheet.doors.change(&change, sheet.today, &known).map(drop);
        match tried {
            Err(fault) => model.doors().fail(model, Words::of_fault(fault)),
            Ok(()) => model.doors().change(model, change, move || {
                for field in [date, hours, en, es, department] {
                    field.set(String::new());
                }
            }),
        }
    };
    let options = move || {
        let known = departments.get().into_iter();
        known.map(|name| view! { <option value=name.clone()>{name.clone()}</option> }).collect::<Vec<_>>()
    };
    view! {
        <form class="fields day" on:submit=save novalidate>
            <h4>{model.say(Words::Add)}</h4>
            <label>
                {model.say(Words::Date)}
                <input type="date" autocomplete="off" prop:value=date
                    on:input=move |event| date.set(event_target_value(&event)) />
            </label>
            <label>
                {model.say(Words::Department)}
                <select prop:value=department on:change=move |event| department.set(event_target_value(&event))>
                    <option value="">{model.say(Words::WholeCity)}</option>
                    {options}
                </select>
            </label>
            <Line label=Words::Hours value=hours />
            <Line label=Words::En value=en />
            <Line label=Words::Es value=es />
            <button class="button main" type="submit">{model.say(Words::Save)}</button>
        </form>
    }
}

#[component]
fn Line(label: Words, value: RwSignal<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <label>
            {model.say(label)}
            <input type="text" autocomplete="off" maxlength=MAX_DAY_NAME_CHARS.to_string() prop:value=value
                on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
}
