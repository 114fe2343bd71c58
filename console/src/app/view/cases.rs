//! The chats that are kept beyond their day, for who decides about them (EM-RET-B-a): the list.

mod case;

use crate::app::explain::explain;
use crate::app::model::Model;
use browser::http::{self, Failure};
use case::Case;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::text::Supervision as Sup;
use shared::wire::v1::CaseCard;

/// How the list stands.
#[derive(Clone, PartialEq)]
enum Shelf {
    Asking,
    Failed(Failure),
    Here(Vec<CaseCard>),
}

/// The cases, in place of the chats.
#[component]
pub fn Cases() -> impl IntoView {
    let model = expect_context::<Model>();
    let shelf = RwSignal::new(Shelf::Asking);
    let look = move || ask(shelf);
    look();
    let list = move || match shelf.get() {
        Shelf::Asking => None,
        Shelf::Failed(why) => {
            let words = move || model.word_with(Sup::NotDone, &[explain(why, model.language.get())]);
            Some(view! { <p class="nothing" role="alert">{words}</p> }.into_any())
        }
        Shelf::Here(cards) if cards.is_empty() => {
            Some(view! { <p class="nothing">{model.word(Sup::NoCases)}</p> }.into_any())
        }
        Shelf::Here(cards) => {
            let rows = cards.into_iter().map(|card| view! { <li><Case card look /></li> });
            Some(view! { <ul class="cases">{rows.collect::<Vec<_>>()}</ul> }.into_any())
        }
    };
    view! {
        <main class="chats" id="chats" tabindex="-1" aria-label=model.word(Sup::Cases)>
            <header class="shelf">
                <h1>{model.word(Sup::Cases)}</h1>
                <p class="hint">{model.word(Sup::CasesHint)}</p>
                <button class="button" type="button" on:click=move |_| model.show_cases(false)>
                    {model.word(Sup::BackToChats)}
                </button>
            </header>
            <div class="scroll">{list}</div>
        </main>
    }
}

fn ask(shelf: RwSignal<Shelf>) {
    spawn_local(async move {
        let found = match http::get::<Vec<CaseCard>>("/v1/cases").await {
            Ok(mut cards) => {
                // Whose clock runs out first comes first; what is being looked into has none.
                cards.sort_by_key(|card| (card.ends.is_none(), card.ends, card.at));
                Shelf::Here(cards)
            }
            Err(why) => Shelf::Failed(why),
        };
        let _gone = shelf.try_set(found);
    });
}
