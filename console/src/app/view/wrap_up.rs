//! What a chat was about and what came of it: in one step, and all that is kept.

use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::id::{ChoiceId, SessionId, TopicId};
use shared::text::Console as Say;
use shared::wire::v1::{DeskUp, ToWrapUp};

/// The chats that are off the screen and have no outcome yet.
#[component]
pub fn WrapUps() -> impl IntoView {
    let model = expect_context::<Model>();
    let open = Memo::new(move |_| {
        let here = model.chats.get();
        let open = open(model);
        open.into_iter().filter(|one| !here.contains(&one.chat)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !open.with(Vec::is_empty)>
            <section aria-labelledby="wrap-up">
                <h2 id="wrap-up">{model.say(Say::WrapUp)}</h2>
                <For each=move || open.get() key=|one| one.chat.clone() let(one)>
                    <Form one />
                </For>
            </section>
        </Show>
    }
}

/// The form for a chat that is over and on the screen, as long as its outcome is not known.
#[component]
pub fn WrapUp(chat: SessionId) -> impl IntoView {
    let model = expect_context::<Model>();
    let one = Memo::new(move |_| open(model).into_iter().find(|one| one.chat == chat));
    move || one.get().map(|one| view! { <Form one /> })
}

fn open(model: Model) -> Vec<ToWrapUp> {
    model.desk.with(|desk| desk.board.as_ref().map(|board| board.to_wrap_up.clone()).unwrap_or_default())
}

#[component]
fn Form(one: ToWrapUp) -> impl IntoView {
    let model = expect_context::<Model>();
    let ToWrapUp { chat, topic: said } = one;
    let topic = RwSignal::new(said.clone());
    let outcome: RwSignal<Option<ChoiceId>> = RwSignal::default();
    let resident = glance::short_name(&chat);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let topic = topic.get_untracked();
        if let Some(outcome) = outcome.get_untracked() {
            model.tell(DeskUp::WrapUp { chat: chat.clone(), topic, outcome });
        }
    };
    let topics = move || {
        let language = model.language.get();
        let topics = model.face.with_value(|face| face.topics.clone());
        let option = |topic: shared::policy::FaceTopic| {
            let name = topic.names.in_language(language).to_owned();
            let selected = topic.id == said;
            view! { <option value=topic.id.as_str().to_owned() prop:selected=selected>{name}</option> }
        };
        topics.into_iter().map(option).collect::<Vec<_>>()
    };
    let outcomes = move || {
        let language = model.language.get();
        let choices = model.book.with(|book| book.outcomes.clone());
        let button = |choice: shared::policy::Choice| {
            let (id, name) = (choice.id.clone(), choice.names.in_language(language).to_owned());
            let group = format!("outcome-{resident}");
            view! {
                <label class="pick">
                    <input type="radio" name=group on:change=move |_| outcome.set(Some(id.clone())) />
                    {name}
                </label>
            }
        };
        choices.into_iter().map(button).collect::<Vec<_>>()
    };
    view! {
        <form class="fields wrap" on:submit=save>
            <label>
                {model.say(Say::Topic)}
                <select on:change=move |event| {
                    if let Ok(id) = TopicId::parse(&event_target_value(&event)) {
                        topic.set(id);
                    }
                }>{topics}</select>
            </label>
            <fieldset>
                <legend>{model.say(Say::Outcome)}</legend>
                {outcomes}
            </fieldset>
            <p class="meta">{model.say(Say::WrapUpHint)}</p>
            <button class="button main" type="submit" prop:disabled=move || outcome.with(Option::is_none)>
                {model.say(Say::WrapUpSave)}
            </button>
        </form>
    }
}
