//! The city's texts, found with a slash at the beginning of a message (EM-GEN-A).

use crate::app::model::Model;
use leptos::prelude::*;
use shared::id::TopicId;
use shared::language::Language;
use shared::text::Console as Say;

/// A text that can be put into the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is typed to find it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it says, in the resident's language.
    pub text: String,
}

/// The texts that `draft` asks for; nothing when it asks for none.
pub fn find(model: Model, draft: &str, topic: &TopicId, language: Language) -> Option<Vec<Found>> {
    let asked = draft.strip_prefix('/').filter(|asked| !asked.contains(char::is_whitespace))?.to_lowercase();
    let own = model.language.get();
    let found = model.book.with(|book| {
        let fits =
            book.scripts.iter().filter(|script| script.topics.is_empty() || script.topics.contains(topic));
        let found = fits.map(|script| Found {
            id: script.id.as_str().to_owned(),
            name: script.names.in_language(own).to_owned(),
            text: script.texts.in_language(language).to_owned(),
        });
        found.filter(|one| one.id.contains(&asked) || one.name.to_lowercase().contains(&asked)).collect()
    });
    Some(found)
}

/// The list over the message box. The keys stay in the box: arrows choose, Enter puts the text in.
#[component]
pub fn Scripts(
    found: Memo<Option<Vec<Found>>>,
    chosen: RwSignal<usize>,
    list_id: String,
    #[prop(into)] take: Callback<usize>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let list_id = StoredValue::new(list_id);
    let rows = move || {
        let row = |(place, one): (usize, Found)| {
            view! {
                <li
                    id=list_id.with_value(|id| format!("{id}-{place}"))
                    role="option"
                    aria-selected=move || (chosen.get() == place).to_string()
                    on:mousedown=move |event| {
                        event.prevent_default();
                        take.run(place);
                    }
                >
                    <b>"/" {one.id}</b> " " {one.name}
                    <small>{one.text}</small>
                </li>
            }
        };
        found.get().unwrap_or_default().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || found.with(Option::is_some)>
            <ul class="scripts" role="listbox" tabindex="0" id=list_id.get_value() aria-label=model.say(Say::Scripts)>
                {rows}
            </ul>
            <Show when=move || found.with(|found| found.as_ref().is_some_and(Vec::is_empty))>
                <p class="hint">{model.say(Say::NoScript)}</p>
            </Show>
        </Show>
    }
}
