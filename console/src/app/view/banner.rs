//! The connection to the desk is away, the desk said no, or an administrator has shut the doors.

use super::button::ActionButton;
use crate::action::Action;
use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::chat::LinkState;
use shared::text::{self, Console as Say, Doors};

/// What stands under the bar while something is amiss.
#[component]
pub fn Banner() -> impl IntoView {
    let model = expect_context::<Model>();
    let link = Memo::new(move |_| model.desk.with(|desk| desk.link));
    let had_board = Memo::new(move |_| model.desk.with(|desk| desk.board.is_some()));
    let refused = Memo::new(move |_| model.desk.with(|desk| desk.refused));
    let away = Memo::new(move |_| match link.get() {
        LinkState::Waiting(_) => true,
        LinkState::Connecting => had_board.get(),
        LinkState::Open | LinkState::Refused(_) | LinkState::Done => false,
    });
    // What is read out is said once; the countdown beside it is for the eyes.
    let countdown = move || match link.get() {
        LinkState::Waiting(until) => {
            let left = glance::seconds_left(model.now.get(), until);
            model.say_with(Say::TryingIn, &[&left.to_string()])
        }
        LinkState::Connecting | LinkState::Open | LinkState::Refused(_) | LinkState::Done => {
            model.say(Say::TryingNow)().to_owned()
        }
    };
    let said_no = move || {
        let refused = match link.get() {
            LinkState::Refused(why) => Some(why),
            LinkState::Connecting | LinkState::Open | LinkState::Waiting(_) | LinkState::Done => {
                refused.get()
            }
        };
        refused.map(|why| text::refusal(why, model.language.get()))
    };
    // Who touches nothing is told before, and told afterwards (EM-COM-D).
    let set_offline = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().is_some_and(|board| board.set_offline))
    });
    let soon = Memo::new(move |_| model.offline_in());
    let shut = model.doors().shut;
    view! {
        <section
            class="banner"
            class:shown=move || {
                away.get() || said_no().is_some() || set_offline.get() || soon.get().is_some() || shut.get()
            }
            aria-label=model.say(Say::Connection)
        >
            <p role="alert">
                {move || if away.get() { Some(model.say(Say::ConnectionLost)()) } else { said_no() }}
            </p>
            <Show when=move || away.get()>
                <span aria-hidden="true">{countdown}</span>
                <ActionButton action=Action::TryNow />
            </Show>
            <Show when=move || set_offline.get()>
                <p role="alert">{model.say(Say::SetOffline)}</p>
                <ActionButton action=Action::Online />
            </Show>
            <Show when=move || soon.get().is_some()>
                <p role="alert">
                    {move || model.say_with(Say::IdleSoon, &[&soon.get().unwrap_or(0).to_string()])}
                </p>
            </Show>
            <Show when=move || shut.get()>
                <p role="status">{model.say(Doors::NowShut)}</p>
            </Show>
        </section>
    }
}
