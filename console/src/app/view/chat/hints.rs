//! What could be said better, while one writes. It holds nothing back, and can be hidden until the message is sent.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::conduct::{Hint, hints};
use shared::language::Language;
use shared::rule::Rule;
use shared::text::Hints as Words;

/// The hints of a draft, each with the clause it comes from.
#[component]
pub fn Hinting(draft: RwSignal<String>, language: Language) -> impl IntoView {
    let model = expect_context::<Model>();
    let hidden = RwSignal::new(false);
    Effect::new(move |_| {
        if draft.with(|draft| draft.trim().is_empty()) {
            hidden.set(false);
        }
    });
    let found = Memo::new(move |_| draft.with(|draft| told(draft, language)));
    let shown = Memo::new(move |_| !hidden.get() && !found.with(Vec::is_empty));
    let rows = move || {
        let speaks = model.language.get();
        let row = |(hint, words): (Hint, String)| {
            let quoted = (!words.is_empty()).then(|| view! { <q>{words}</q> " " });
            view! {
                <span class="hold">
                    {quoted} {Words::of(hint).say(speaks)} " " <span class="cite">{cited(model, hint.rule(), speaks)}</span>
                </span>
            }
        };
        found.get().into_iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <div class="lint hints" class:shown=move || shown.get()>
            <p role="status">
                <Show when=move || shown.get()>
                    <b>{model.say(Words::Heading)}</b>
                    {rows}
                </Show>
            </p>
            <button class="button quiet" type="button" on:click=move |_| hidden.set(true)>
                {model.say(Words::Hide)}
            </button>
        </div>
    }
}

fn told(draft: &str, language: Language) -> Vec<(Hint, String)> {
    let hints = hints(draft, language).into_iter();
    hints.map(|told| (told.hint, draft.get(told.span).unwrap_or_default().to_owned())).collect()
}

/// How the city calls the clause; its identifier where it gives it no name.
fn cited(model: Model, rule: Rule, language: Language) -> String {
    let named = model.face.with_value(|face| face.citation(rule, language).to_owned());
    if named.is_empty() { rule.id().to_owned() } else { named }
}
