//! Where the transfer of a chat stands, for the one who wants it (EM-COM-G-a).

use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::id::SessionId;
use shared::text::Console as Say;
use shared::wire::v1::{Back, DeskUp, Passing};

/// Asked, or back and why, until it is read.
#[component]
pub fn PassingNotice(id: StoredValue<SessionId>) -> impl IntoView {
    let model = expect_context::<Model>();
    let passing = Memo::new(move |_| {
        model.desk.with(|desk| {
            let board = desk.board.as_ref()?;
            id.with_value(|id| board.mine.iter().find(|mine| mine.chat == *id)?.transfer.clone())
        })
    });
    let words = move || {
        Some(match passing.get()? {
            Passing::Asking { until } => {
                let now = model.desk.with(|desk| desk.desk_time(model.now.get()));
                model.say_with(Say::TransferAsking, &[&glance::seconds_left(now, until).to_string()])
            }
            Passing::Back { why } => {
                let why = match why {
                    Back::Declined => Say::TransferDeclined,
                    Back::TimedOut => Say::TransferTimedOut,
                    Back::NobodyThere => Say::TransferNobody,
                };
                model.say(why)().to_owned()
            }
        })
    };
    let back = Memo::new(move |_| matches!(passing.get(), Some(Passing::Back { .. })));
    let keep = move |_| model.tell(DeskUp::Keep { chat: id.get_value() });
    let label =
        move || if back.get() { Say::TransferSeen } else { Say::TransferCancel }.say(model.language.get());
    view! {
        <Show when=move || passing.with(Option::is_some)>
            <div class="question passing">
                // The countdown is for the eyes; what is read out is said once.
                <p role=move || if back.get() { "alert" } else { "note" }>{words}</p>
                <button class="button" type="button" on:click=keep>{label}</button>
            </div>
        </Show>
    }
}
