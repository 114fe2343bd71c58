//! Over the composer while a chat calls for more than an answer: what it is, by which words, and what to say (EM-GEN-B).

use crate::app::chat::{Chat, State};
use crate::app::model::Model;
use crate::app::view::tier;
use crate::danger::Danger;
use leptos::prelude::*;
use shared::rule::Rule;
use shared::text::{Console as Say, Speech};

/// What the chat calls for, while it calls for anything.
#[component]
pub fn DangerNotice(chat: StoredValue<Chat, LocalStorage>, state: RwSignal<State>) -> impl IntoView {
    let danger = Memo::new(move |_| state.with(|state| state.danger.clone()));
    move || danger.get().map(|danger| view! { <Notice chat danger /> })
}

#[component]
fn Notice(chat: StoredValue<Chat, LocalStorage>, danger: Danger) -> impl IntoView {
    let model = expect_context::<Model>();
    let of_life = danger.is_of_life();
    let Danger { tier, words } = danger;
    let (id, language) = chat.with_value(|chat| (chat.id.clone(), chat.language));
    let number = model.face.with_value(|face| face.line(tier).to_owned());
    let cited = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.citation(Rule::EmGenB, language).to_owned())
    };
    let marks =
        words.into_iter().map(|word| view! { <mark dir="auto" lang=language.tag()>{word}</mark> " " });
    let marks: Vec<_> = marks.collect();
    let why = (!marks.is_empty()).then(|| view! { <p>{model.say(Say::DangerWords)} " " {marks}</p> });
    let put = move |_| {
        let script = model.face.with_value(|face| face.script(tier, Speech::built_in(language)));
        chat.with_value(|chat| chat.add(&script));
        model.go_to(&id);
    };
    view! {
        <div class="danger" class:of-life=of_life role="group" aria-label=model.say(tier::name(tier))>
            <p role="alert">
                <b>{model.say(tier::name(tier))}</b>
                " "
                <span class="tag alarm">{number}</span>
            </p>
            {why}
            <div class="acts">
                <button class="button" type="button" on:click=put>{model.say(Say::DangerScript)}</button>
                <small class="cite">{cited}</small>
            </div>
        </div>
    }
}
