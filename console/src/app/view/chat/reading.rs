//! What stands in place of the message box for a supervisor who reads along (EM-HRS-C).

use crate::app::model::{Model, composer_id};
use leptos::prelude::*;
use shared::id::SessionId;
use shared::text::Supervision as Sup;
use shared::wire::v1::DeskUp;

/// That one only reads, and the way in or out.
#[component]
pub fn Reading(id: StoredValue<SessionId>, ended: Memo<bool>) -> impl IntoView {
    let model = expect_context::<Model>();
    let take_over = move |_| model.tell(DeskUp::TakeOver { chat: id.get_value() });
    view! {
        <div class="over">
            <p>{model.word(Sup::ReadingOnly)}</p>
            <Show when=move || !ended.get()>
                <button class="button main" type="button" on:click=take_over>{model.word(Sup::TakeOver)}</button>
            </Show>
            <button
                class="button"
                type="button"
                id=id.with_value(composer_id)
                on:click=move |_| id.with_value(|id| model.stop_reading(id))
            >
                {model.word(Sup::StopReading)}
            </button>
        </div>
    }
}
