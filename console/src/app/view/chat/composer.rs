//! Where one writes. What is written stays in memory until it is sent, through every loss of the connection.

use super::hints::Hinting;
use super::scripts::{self, Scripts};
use crate::action::At;
use crate::app::chat::{Chat, State};
use crate::app::model::{Model, composer_id};
use crate::app::page;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::conduct::{self, Held, WorkContact};
use shared::policy::Face;
use shared::privacy::Category;
use shared::text::{self, Console as Say, Speech};
use shared::wire::v1::MAX_TEXT_CHARS;

/// From here on the room that is left is told.
const ALMOST_FULL: usize = MAX_TEXT_CHARS - 400;

/// The message box of a chat.
#[component]
pub fn Composer(chat: StoredValue<Chat, LocalStorage>, state: RwSignal<State>) -> impl IntoView {
    let model = expect_context::<Model>();
    let (id, language) = chat.with_value(|chat| (chat.id.clone(), chat.language));
    let draft = chat.with_value(|chat| RwSignal::from(chat.draft.clone()));
    let length = Memo::new(move |_| draft.with(|draft| draft.trim().chars().count()));
    let ending = Memo::new(move |_| state.with(|state| state.phase != At::Running));
    let held = Memo::new(move |_| draft.with(|draft| holds(model, draft)));
    let found = {
        let topic = chat.with_value(|chat| chat.topic.clone());
        Memo::new(move |_| draft.with(|draft| scripts::find(model, draft, &topic, language)))
    };
    let chosen = RwSignal::new(0_usize);
    let take = move |place: usize| {
        let text = found.with_untracked(|found| found.as_ref()?.get(place).map(|one| one.text.clone()));
        if let Some(text) = text {
            draft.set(text);
            chosen.set(0);
        }
    };
    let blocked = Signal::derive(move || {
        let empty = length.get() == 0 || length.get() > MAX_TEXT_CHARS || ending.get();
        empty || !held.with(Vec::is_empty) || found.with(Option::is_some)
    });
    let send = move || {
        if !blocked.get_untracked() {
            let text = draft.get_untracked();
            draft.set(String::new());
            chat.with_value(|chat| chat.say(&text));
        }
    };
    let box_id = composer_id(&id);
    let label_id = box_id.clone();
    let list_id = format!("scripts-{}", id.as_str());
    let active = {
        let list_id = list_id.clone();
        let some = move || found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()));
        move || some().then(|| format!("{list_id}-{}", chosen.get()))
    };
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "Tab"
            if found.with_untracked(|found| found.as_ref().is_some_and(|found| !found.is_empty())) =>
        {
            event.prevent_default();
            take(chosen.get_untracked());
        }
        key @ ("ArrowDown" | "ArrowUp") if found.with_untracked(Option::is_some) => {
            event.prevent_default();
            let count = found.with_untracked(|found| found.as_ref().map_or(1, |found| found.len().max(1)));
            let step = if key == "ArrowDown" { 1 } else { count - 1 };
            chosen.update(|place| *place = (*place + step) % count);
        }
        "Escape" if found.with_untracked(Option::is_some) => draft.set(String::new()),
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            send();
        }
        // Out of the box, where single keys act; the chat stays the one the person is at.
        "Escape" => page::focus("chats".to_owned()),
        _ => {}
    };
    let name = move || model.say_with(Say::Message, &[&model.resident(&id)]);
    view! {
        <form
            class="compose"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <Scripts found chosen list_id=list_id.clone() take />
            <HeldBack held />
            <Hinting draft language />
            <Preview chat draft />
            <Room length />
            <label class="unseen" for=label_id>{name}</label>
            // Without `autocomplete` off a browser writes what stands here into its own session file (EM-RET-B).
            <textarea
                id=box_id
                rows="2"
                autocomplete="off"
                lang=language.tag()
                dir="auto"
                aria-autocomplete="list"
                aria-controls=move || found.with(Option::is_some).then(|| list_id.clone())
                aria-activedescendant=active
                prop:value=draft
                on:input=move |event| {
                    draft.set(event_target_value(&event));
                    chosen.set(0);
                    chat.with_value(Chat::typed);
                }
                on:keydown=press
            ></textarea>
            <Acts blocked />
        </form>
    }
}

/// Below the box: its keys, and the button that sends.
#[component]
fn Acts(blocked: Signal<bool>) -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <div class="acts">
            <span class="meta keys">
                <kbd>"↵"</kbd> " " {model.say(Say::SendKeys)} " " <kbd>"⇧ ↵"</kbd> " " {model.say(Say::BreakKeys)}
                " " <kbd>"/"</kbd> " " {model.say(Say::ScriptsKey)}
            </span>
            <span class="grow"></span>
            <button class="button main" type="submit" prop:disabled=blocked>
                {model.say(Say::Send)}
                <kbd aria-hidden="true">"↵"</kbd>
            </button>
        </div>
    }
}

/// What of `draft` may not be said by this person, each kind once, with its words (EM-COM-C, EM-PRI-A, EM-PRI-B).
fn holds(model: Model, draft: &str) -> Vec<(Held, String)> {
    let allowed = model.face.with_value(Face::allowed);
    let holds = model.me.with_value(|me| {
        let work = WorkContact { phone: me.phone.as_deref(), email: me.email.as_deref() };
        conduct::check(draft, work, allowed)
    });
    let mut kinds: Vec<(Held, String)> = Vec::new();
    for hold in holds {
        if !kinds.iter().any(|(held, _)| *held == hold.held) {
            kinds.push((hold.held, draft.get(hold.span).unwrap_or_default().to_owned()));
        }
    }
    kinds
}

/// What is held back, what to say instead, and the clause. It stays in the box to be changed: nothing is lost.
#[component]
fn HeldBack(held: Memo<Vec<(Held, String)>>) -> impl IntoView {
    let model = expect_context::<Model>();
    let rows = move || {
        let language = model.language.get();
        let row = |(held, words): (Held, String)| {
            let what = match held {
                Held::PersonalPhone => model.say(Say::HeldPhone)().to_owned(),
                Held::PersonalEmail => model.say(Say::HeldEmail)().to_owned(),
                Held::HomeAddress => model.say(Say::HeldHome)().to_owned(),
                Held::Age => model.say(Say::HeldAge)().to_owned(),
                Held::Profanity => model.say(Say::HeldProfanity)().to_owned(),
                Held::Request(_) => model.say_with(Say::HeldRequest, &[&words]),
            };
            let cited = model.face.with_value(|face| face.citation(held.rule(), language).to_owned());
            view! { <span class="hold"><q>{words}</q> " – " {what} " " <span class="cite">{cited}</span></span> }
        };
        held.get().into_iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <p class="lint held" role="alert" class:shown=move || !held.with(Vec::is_empty)>
            <Show when=move || !held.with(Vec::is_empty)>
                <b>{model.say(Say::HeldBack)}</b>
                {rows}
            </Show>
        </p>
    }
}

/// What would be taken out, with the clause that says so.
#[component]
fn Preview(chat: StoredValue<Chat, LocalStorage>, draft: RwSignal<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    let found = Memo::new(move |_| {
        let masking = draft.with(|draft| chat.with_value(|chat| chat.preview(draft)));
        let mut kinds: Vec<Category> = Vec::new();
        for finding in masking.into_iter().flat_map(|masking| masking.findings) {
            if !kinds.contains(&finding.category) {
                kinds.push(finding.category);
            }
        }
        kinds
    });
    let chips = move || {
        let language = model.language.get();
        let chip = |category: Category| {
            let cited = model.face.with_value(|face| face.citation(category.rule(), language).to_owned());
            view! {
                " "
                <span class="mask">{text::mask(category, Speech::built_in(language))}</span>
                " "
                <span class="cite">{cited}</span>
            }
        };
        found.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    view! {
        <p class="lint" role="status" class:shown=move || !found.with(Vec::is_empty)>
            <Show when=move || !found.with(Vec::is_empty)>
                <b>{model.say(Say::WillBeRemoved)}</b>
                {chips}
            </Show>
        </p>
    }
}

/// How much room is left, once that matters.
#[component]
fn Room(length: Memo<usize>) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = move || {
        let length = length.get();
        if length > MAX_TEXT_CHARS {
            Some(model.say_with(Say::TooLong, &[&(length - MAX_TEXT_CHARS).to_string()]))
        } else {
            let left = MAX_TEXT_CHARS - length;
            (length >= ALMOST_FULL).then(|| model.say_with(Say::RoomLeft, &[&left.to_string()]))
        }
    };
    view! { <p class="lint" class:shown=move || words().is_some()>{words}</p> }
}
