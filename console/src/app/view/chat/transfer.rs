//! To whom a chat is to go, and why (EM-COM-G). The policy's reasons, and a note that is screened (EM-DIS-B).

use crate::app::chat::{Asking, Chat};
use crate::app::model::{Model, composer_id, transfer_id};
use crate::app::page;
use crate::app::view::button::Cap;
use crate::app::view::colleagues;
use leptos::prelude::*;
use shared::conduct;
use shared::id::ChoiceId;
use shared::rule::Rule;
use shared::text::Console as Say;
use shared::wire::v1::{DeskUp, MAX_NOTE_CHARS, Presence, Target};
use std::collections::BTreeSet;

/// The question. It stands in the chat and blocks nothing.
#[component]
pub fn TransferForm(chat: StoredValue<Chat, LocalStorage>, asking: RwSignal<Asking>) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = chat.with_value(|chat| chat.id.clone());
    let (field, back) = (transfer_id(&id), composer_id(&id));
    // Who is there when the question is asked: the list does not move under one's hands.
    let targets = StoredValue::new(targets(model));
    let to = RwSignal::new(None::<usize>);
    let reason = RwSignal::new(None::<ChoiceId>);
    let note = RwSignal::new(String::new());
    let grounds = Memo::new(move |_| note.with(|note| !conduct::grounds(note).is_empty()));
    let blocked = move || to.get().is_none() || reason.with(Option::is_none) || grounds.get();
    let keep = move || {
        asking.set(Asking::Nothing);
        page::focus(back.clone());
    };
    let escape = keep.clone();
    let done = keep.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let place = to.get_untracked();
        let target = targets.with_value(|targets| targets.get(place?).map(|(target, _)| target.clone()));
        if let (Some(to), Some(reason)) = (target, reason.get_untracked()) {
            model.tell(DeskUp::Transfer { chat: id.clone(), to, reason, note: note.get_untracked() });
            done();
        }
    };
    let options = move || {
        let named =
            targets.with_value(|targets| targets.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
        named
            .into_iter()
            .enumerate()
            .map(|(place, name)| view! { <option value=place.to_string()>{name}</option> })
            .collect::<Vec<_>>()
    };
    let reasons = move || {
        let language = model.language.get();
        let option = |choice: shared::policy::Choice| {
            let name = choice.names.in_language(language).to_owned();
            let name = if choice.wish { model.say_with(Say::WishOnly, &[&name]) } else { name };
            view! { <option value=choice.id.as_str().to_owned()>{name}</option> }
        };
        model.book.with(|book| book.transfer_reasons.clone()).into_iter().map(option).collect::<Vec<_>>()
    };
    let cite = move |rule| {
        move || model.face.with_value(|face| face.citation(rule, model.language.get()).to_owned())
    };
    view! {
        <form
            class="question fields"
            aria-label=model.say(Say::Transfer)
            on:submit=send
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    escape();
                }
            }
        >
            <p>{model.say(Say::Transfer)} " " <span class="cite">{cite(Rule::EmComG)}</span></p>
            <label>
                {model.say(Say::TransferTo)}
                <select id=field on:change=move |event| to.set(event_target_value(&event).parse().ok())>
                    <option value=""></option>
                    {options}
                </select>
            </label>
            <label>
                {model.say(Say::TransferWhy)}
                <select on:change=move |event| reason.set(ChoiceId::parse(&event_target_value(&event)).ok())>
                    <option value=""></option>
                    {reasons}
                </select>
            </label>
            <label>
                {model.say(Say::TransferNote)}
                <input type="text" autocomplete="off" maxlength=MAX_NOTE_CHARS.to_string() prop:value=note
                    on:input=move |event| note.set(event_target_value(&event)) />
            </label>
            <p class="lint" role="status" class:shown=grounds>
                <Show when=move || grounds.get()>
                    <b>{model.say(Say::HeldGround)}</b> " " <span class="cite">{cite(Rule::EmDisB)}</span>
                </Show>
            </p>
            <div class="row">
                <button class="button main" type="submit" prop:disabled=blocked>{model.say(Say::TransferSend)}</button>
                <button class="button" type="button" on:click=move |_| keep()>
                    {model.say(Say::TransferCancel)}
                    <Cap key="Esc" />
                </button>
            </div>
        </form>
    }
}

/// People who are there, the topics, the departments of the people: each with its name.
fn targets(model: Model) -> Vec<(Target, String)> {
    let language = model.language.get_untracked();
    let staff = model
        .desk
        .with_untracked(|desk| desk.board.as_ref().map(|board| board.staff.clone()).unwrap_or_default());
    let online = staff.iter().filter(|one| one.presence == Presence::Online);
    let people = online.map(|one| {
        let state =
            format!("{}, {} / {}", colleagues::presence(one.presence).say(language), one.chats, one.seats);
        let name = Say::ToPerson.say_with(language, &[&one.card.name, &state]);
        (Target::Person { id: one.id.clone() }, name)
    });
    let departments: BTreeSet<_> = staff.iter().map(|one| one.card.department.clone()).collect();
    let departments = departments.into_iter().map(|name| {
        let said = Say::ToDepartment.say_with(language, &[&name]);
        (Target::Department { name }, said)
    });
    let topics = model.face.with_value(|face| face.topics.clone()).into_iter().map(|topic| {
        let said = Say::ToTopic.say_with(language, &[topic.names.in_language(language)]);
        (Target::Topic { id: topic.id }, said)
    });
    people.chain(departments).chain(topics).collect()
}
