//! The others of the desk; a supervisor sees what their seats are reckoned from, and may set them (EM-COM-E).

use super::seats::Arithmetic;
use super::suspend::{SuspendForm, SuspendedStaff};
use crate::app::model::Model;
use leptos::prelude::*;
use shared::text::{Console as Say, Supervision as Sup};
use shared::wire::v1::{Colleague, DeskUp, MAX_NOTE_CHARS, Presence, Role};

/// What a presence is called.
pub const fn presence(presence: Presence) -> Say {
    match presence {
        Presence::Online => Say::Online,
        Presence::Offline => Say::Offline,
        Presence::OnCall => Say::OnCall,
        Presence::WithVisitor => Say::WithVisitor,
        Presence::Away => Say::Away,
    }
}

/// Everyone else who is signed in.
#[component]
pub fn Colleagues() -> impl IntoView {
    let model = expect_context::<Model>();
    let staff = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| board.staff.clone()).unwrap_or_default())
    });
    view! {
        <section>
            <h2>{model.say(Say::Colleagues)}</h2>
            <Show
                when=move || !staff.with(Vec::is_empty)
                fallback=move || view! { <p class="hint">{model.say(Say::NobodyElse)}</p> }
            >
                <ul class="directory">
                    <For
                        each=move || staff.get()
                        // A row whose numbers changed is made anew, but not under the hands of who is writing in it.
                        key=|one| (one.id.clone(), one.presence as u8, one.chats, one.seats)
                        let(one)
                    >
                        <Row one />
                    </For>
                </ul>
            </Show>
            <SuspendedStaff />
        </section>
    }
}

#[component]
fn Row(one: Colleague) -> impl IntoView {
    let model = expect_context::<Model>();
    let directs = model.me.with_value(|me| me.role) == Role::Supervisor;
    let taken = format!("{} / {}", one.chats, one.seats);
    let ladder = one.ladder.clone();
    let suspends = model.me.with_value(|me| matches!(me.role, Role::Supervisor | Role::Administrator));
    let (id, name) = (one.id.clone(), one.card.name.clone());
    let (out, whom) = (id.clone(), name.clone());
    view! {
        <li>
            <b>{one.card.name}</b>
            <p class="sides">
                <span>{one.card.department}</span>
                <span class="tag" class:other=one.presence == Presence::Online>{model.say(presence(one.presence))}</span>
                <span>{taken}</span>
            </p>
            <Show when=move || directs>
                <details>
                    <summary>{let name = name.clone(); move || model.say_with(Say::SeatsFor, &[&name])}</summary>
                    {ladder.clone().map(|ladder| view! { <Arithmetic ladder /> })}
                    <SetSeats staff=id.clone() seats=one.seats />
                </details>
            </Show>
            <Show when=move || suspends>
                <details>
                    <summary>{let name = whom.clone(); move || model.word_with(Sup::Suspend, &[&name])}</summary>
                    <SuspendForm staff=out.clone() />
                </details>
            </Show>
        </li>
    }
}

#[component]
fn SetSeats(staff: shared::id::StaffId, seats: u8) -> impl IntoView {
    let model = expect_context::<Model>();
    let wanted = RwSignal::new(Some(seats));
    let reason = RwSignal::new(String::new());
    let blocked = move || wanted.get().is_some() && reason.with(|reason| reason.trim().is_empty());
    let most = move || model.book.with(|book| book.most_seats);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked();
        model.tell(DeskUp::Seats { staff: staff.clone(), seats: wanted.get_untracked(), reason });
    };
    let options = move || {
        (1..=most())
            .map(|number| {
                view! { <option value=number.to_string() prop:selected=number == seats>{number}</option> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <form class="fields" on:submit=save>
            <label>
                {model.say(Say::YourSeats)}
                <select on:change=move |event| wanted.set(event_target_value(&event).parse().ok())>
                    {options}
                    <option value="">{model.say(Say::ByLadder)}</option>
                </select>
            </label>
            <label>
                {model.say(Say::SeatsWhy)}
                <input type="text" autocomplete="off" maxlength=MAX_NOTE_CHARS.to_string() prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event)) />
            </label>
            <button class="button" type="submit" prop:disabled=blocked>{model.say(Say::SaveSeats)}</button>
        </form>
    }
}
