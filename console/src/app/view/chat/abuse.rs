//! The steps against abuse, in the order the policy has them: warn, call a supervisor, end (EM-COM-I, TE-5.9).

use crate::app::chat::{Asking, Chat, Keeping, State};
use crate::app::explain::explain;
use crate::app::model::{Model, abuse_id, composer_id};
use crate::app::page;
use crate::app::view::button::Cap;
use crate::app::view::chat::question::Question;
use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::chat::{Delivery, Shown};
use shared::language::Language;
use shared::rule::Rule;
use shared::text::Supervision as Sup;
use shared::wire::v1::{DeskUp, EndReason, MarkForRetention, RetentionReason};

/// The steps. They stand in the chat and block nothing.
#[component]
pub fn AbuseSteps(
    chat: StoredValue<Chat, LocalStorage>,
    state: RwSignal<State>,
    asking: RwSignal<Asking>,
) -> impl IntoView {
    let model = expect_context::<Model>();
    let id = StoredValue::new(chat.with_value(|chat| chat.id.clone()));
    let lines = chat.with_value(|chat| RwSignal::from(chat.lines.clone()));
    let trouble = RwSignal::new(None::<Failure>);
    // The policy's words, sent: then the edge knows, too, that the resident was warned.
    let warned = Memo::new(move |_| {
        let Some(warning) = model.book.with(|book| book.warning.clone()) else { return false };
        let is_warning =
            |said: &str| Language::ALL.into_iter().any(|it| said.trim() == warning.in_language(it).trim());
        lines.with(|lines| {
            lines.iter().any(|line| {
                line.row.with(|row| match &row.item.shown {
                    Shown::Own(text, Delivery::Sent | Delivery::Delivered) => is_warning(text.as_str()),
                    Shown::Own(..) | Shown::Theirs(_) | Shown::Joined(_) | Shown::Ended(..) => false,
                })
            })
        })
    });
    let called = Memo::new(move |_| {
        model.desk.with(|desk| {
            let mine = desk.board.as_ref().map(|board| board.mine.as_slice()).unwrap_or_default();
            mine.iter().any(|mine| mine.asks && id.with_value(|id| mine.chat == *id))
        })
    });
    let close = move || {
        asking.set(Asking::Nothing);
        page::focus(id.with_value(composer_id));
    };
    let warn = move |_| {
        let warning = model.book.with_untracked(|book| book.warning.clone());
        if let Some(warning) = warning {
            chat.with_value(|chat| chat.say(warning.in_language(chat.language)));
        }
    };
    let flag = move |_| {
        model.tell(DeskUp::AskSupervisor { chat: id.get_value() });
        let address = id.with_value(|id| format!("/v1/chats/{}/retention", id.as_str()));
        spawn_local(async move {
            let reason = RetentionReason::Harassment;
            match http::post_only(&address, &MarkForRetention { reason }).await {
                Ok(()) => state.update(|state| state.keeping = Keeping::Review),
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    let flagged = Memo::new(move |_| called.get() && state.with(|state| state.keeping == Keeping::Review));
    let may_end = move || warned.get() || model.directs();
    let end = move |_| chat.with_value(|chat| chat.end(EndReason::Abuse));
    let told = move || {
        let warned = warned.get().then(|| model.word(Sup::Warned)());
        let called = called.get().then(|| model.word(Sup::Called)());
        [warned, called].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let why_not = move || {
        let why = trouble.get()?;
        Some(model.word_with(Sup::NotDone, &[explain(why, model.language.get())]))
    };
    let cited = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.citation(Rule::EmComIB, language).to_owned())
    };
    view! {
        <Question class="steps" label=Signal::derive(model.word(Sup::AbuseSteps)) close=close>
            <p>{model.word(Sup::AbuseSteps)} " " <span class="cite">{cited}</span></p>
            <button
                class="button"
                type="button"
                id=id.with_value(abuse_id)
                prop:disabled=move || warned.get()
                on:click=warn
            >
                {model.word(Sup::Warn)}
            </button>
            <button class="button" type="button" prop:disabled=move || flagged.get() on:click=flag>
                {model.word(Sup::Flag)}
            </button>
            <button class="button" type="button" prop:disabled=move || !may_end() on:click=end>
                {model.word(Sup::EndForAbuse)}
            </button>
            <Show when=move || !may_end()>
                <p class="hint">{model.word(Sup::WarnFirst)}</p>
            </Show>
            <p role="status">{told} " " {why_not}</p>
            <button class="button quiet" type="button" on:click=move |_| close()>
                {model.word(Sup::Back)}
                <Cap key="Esc" />
            </button>
        </Question>
    }
}
