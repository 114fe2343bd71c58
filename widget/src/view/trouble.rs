//! When something does not work: what it is, and a way out that does not need us.

use super::{EMERGENCY, call};
use crate::model::Model;
use browser::http::Failure;
use leptos::either::EitherOf3;
use leptos::html::Button;
use leptos::prelude::*;
use shared::refusal::Refusal;
use shared::text::{self, Text};

/// While the city is being asked.
pub fn opening(model: Model) -> impl IntoView {
    view! {
        <div class="form centre">
            <p class="dots" aria-hidden="true">
                <i class=dot() />
                <i class=dot() />
                <i class=dot() />
            </p>
            <p>{model.text(Text::Connecting)}</p>
        </div>
    }
}

/// A dot of those that move while something is under way.
pub fn dot() -> &'static str {
    "dot"
}

/// The city did not answer.
pub fn unreachable(model: Model, failure: Failure) -> impl IntoView {
    view! {
        <div class="form">
            <h3>{model.text(Text::CannotOpen)}</h3>
            <p role="alert">{move || model.explain(failure)}</p>
            {ways(model)}
            <button class="btn" type="button" on:click=move |_| model.load()>
                {model.text(Text::TryAgain)}
            </button>
        </div>
    }
}

/// The numbers that help without a chat: the office's, and the one for emergencies.
pub fn ways(model: Model) -> impl IntoView {
    let numbers = move || {
        let face = model.face.get();
        let office = face.as_ref().map_or_else(|| model.page_phone(), |face| face.office.clone());
        let emergency = face.map_or_else(|| EMERGENCY.to_owned(), |face| face.emergency.clone());
        let office = (!office.is_empty()).then(|| {
            view! {
                <p>{model.text(Text::CallOffice)}</p>
                {call(model, office, "btn main")}
            }
        });
        view! {
            {office}
            {call(model, emergency, "btn")}
        }
    };
    view! { <div class="row ways">{numbers}</div> }
}

/// In place of the composer once the edge has refused the connection.
pub fn refused(model: Model, why: Refusal) -> impl IntoView {
    let way_on = if why == Refusal::TooManyConnections {
        EitherOf3::A(button(model, Text::TryAgain, move || model.rejoin()))
    } else if why == Refusal::UpgradeRequired {
        EitherOf3::B(button(model, Text::Reload, reload))
    } else {
        EitherOf3::C(button(model, Text::StartNewChat, move || model.start_anew()))
    };
    view! {
        <div class="compose">
            <p class="refused">{move || text::refusal(why, model.language.get())}</p>
            {ways(model)}
            {way_on}
        </div>
    }
}

/// In place of the composer once the chat is over.
pub fn over(model: Model) -> impl IntoView {
    view! {
        <div class="compose">
            <p class="promise">{model.text(Text::EndedPromise)}</p>
            {button(model, Text::StartNewChat, move || model.start_anew())}
        </div>
    }
}

/// The one thing to do next. It takes the focus where the person's own doing led here.
fn button(model: Model, name: Text, then: impl Fn() + 'static) -> impl IntoView {
    let node = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if model.wants_focus.get()
            && let Some(button) = node.get()
        {
            let _ = button.focus();
            model.wants_focus.set(false);
        }
    });
    view! {
        <button class="btn main wide" type="button" node_ref=node on:click=move |_| then()>
            {model.text(name)}
        </button>
    }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
