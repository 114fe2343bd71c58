//! When something does not work: what it is, and a way out that does not need us.

use super::{EMERGENCY, View, button, call, nothing, survey, tag, takes_focus};
use crate::model::{Keeping, Model, Silence};
use browser::http::Failure;
use shared::refusal::Refusal;
use shared::text::Text;

/// While the city is being asked.
pub fn opening(model: Model) -> View {
    tag("div", "form centre")
        .with(dots("p", "dots"))
        .with(tag("p", "").words(model.text(Text::Connecting)))
        .into()
}

/// Three dots that move while something is under way. Words beside them say what.
pub fn dots(name: &'static str, class: &'static str) -> View {
    let dot = || tag("i", "dot");
    tag(name, class).set("aria-hidden", "true").with(dot()).with(dot()).with(dot()).into()
}

/// The city did not answer.
pub fn unreachable(model: Model, failure: Failure) -> View {
    tag("div", "form")
        .with(tag("h3", "").words(model.text(Text::CannotOpen)))
        .with(tag("p", "").set("role", "alert").words(move || model.explain(failure).into()))
        .with(ways(model))
        .with(button("btn", move || model.load()).words(model.text(Text::TryAgain)))
        .into()
}

/// What went wrong with what the person wanted, and what helps instead.
pub fn failed(model: Model, failure: Failure) -> View {
    tag("div", "card caution")
        .set("role", "alert")
        .with(tag("p", "").words(move || model.explain(failure).into()))
        .with(ways(model))
        .into()
}

/// The numbers that help without a chat: the office's, and the one for emergencies.
pub fn ways(model: Model) -> View {
    let face = model.seen_untracked().face.clone();
    let office = office(model);
    let emergency = face.map_or_else(|| EMERGENCY.to_owned(), |face| face.emergency.clone());
    let mut ways = tag("div", "row ways");
    if !office.is_empty() {
        ways = ways
            .with(tag("p", "").words(model.text(Text::CallOffice)))
            .with(call(model, &office, "btn main"));
    }
    ways.with(call(model, &emergency, "btn")).into()
}

/// The office's number: the city's own, or before that is known the one the page gave.
pub fn office(model: Model) -> String {
    model.seen_untracked().face.as_ref().map_or_else(|| model.page_phone(), |face| face.office.clone())
}

/// In place of the composer once the edge has refused the connection.
pub fn refused(model: Model, why: Refusal) -> View {
    let next = if why == Refusal::TooManyConnections {
        next(model, Text::TryAgain, move || model.rejoin())
    } else if why == Refusal::UpgradeRequired {
        next(model, Text::Reload, reload)
    } else {
        next(model, Text::StartNewChat, move || model.start_anew())
    };
    tag("div", "compose")
        .with(tag("p", "refused").words(move || Text::of_refusal(why).say(model.seen().speech).into()))
        .with(ways(model))
        .with(next)
        .into()
}

/// In place of the composer once the chat is over.
pub fn over(model: Model) -> View {
    let seen = model.seen_untracked();
    let promise = match seen.keeping {
        Keeping::Tonight => Text::EndedPromise,
        Keeping::Review => Text::EndedKept,
        Keeping::Nothing => Text::ForgottenPromise,
    };
    let call_back = match &seen.face {
        Some(face) if seen.silence == Silence::Ended => tag("div", "row ways")
            .with(tag("p", "").words(model.text(Text::ComeBack)))
            .with(call(model, &face.call_back, "btn"))
            .into(),
        Some(_) | None => nothing(),
    };
    tag("div", "compose")
        .with(call_back)
        .with(survey::survey(model))
        .with(tag("p", "promise").words(model.text(promise)))
        .with(next(model, Text::StartNewChat, move || model.start_anew()))
        .into()
}

/// The one thing to do next. It takes the focus where the person's own doing led here.
fn next(model: Model, name: Text, then: impl Fn() + 'static) -> View {
    takes_focus(button("btn main wide", then), model).words(model.text(name)).into()
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
