//! The chat: the line, the list of messages, and what stands below it.

use super::{View, button, call, composer, leave, list, message, nothing, part, tag, trouble, when};
use crate::model::{Model, Phase, Reach, Silence};
use browser::intl;
use leptos::prelude::*;
use shared::refusal::Refusal;
use shared::text::{self, Text};
use shared::wire::v1::Place;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

pub fn chat(model: Model) -> View {
    let in_line = move || {
        let seen = model.seen();
        seen.phase == Phase::InLine && !matches!(seen.reach, Reach::Refused(_))
    };
    let typing = when(
        move || model.seen().typing,
        move || {
            let name =
                model.seen_untracked().staff.as_ref().map(|card| card.name.clone()).unwrap_or_default();
            tag("p", "typing")
                .with(trouble::dots("span", "dots"))
                .words(move || text::is_typing(&name, model.seen().speech).into())
                .into()
        },
    );
    let lost = when(
        move || {
            let seen = model.seen();
            seen.reach == Reach::Lost && seen.phase != Phase::Over
        },
        move || {
            let said = tag("p", "")
                .with(tag("b", "").words(model.text(Text::NoConnection)))
                .text(". ")
                .words(model.text(Text::NothingIsLost));
            // It may never stand: networks and extensions block sockets.
            let office = trouble::office(model);
            let call = if office.is_empty() { nothing() } else { call(model, &office, "btn").into() };
            tag("div", "lost").with(said).with(call).into()
        },
    );
    let rows = tag("ul", "list").set("role", "list").made(move |rows| {
        list(rows, move || model.rows.get(), move |shows| message::row(model, shows));
    });
    let flow = tag("div", "")
        .live("class", move || if in_line() { "flow waiting" } else { "flow" }.into())
        .with(when(in_line, move || line(model)))
        .with(rows)
        .with(typing);
    // The list is laid out from its end, so the newest message stays in sight by itself, and someone who has scrolled up is
    // left in peace. Only an own message brings the end back.
    let scroll: Rc<RefCell<Option<Element>>> = Rc::default();
    let made = Rc::clone(&scroll);
    let to_end = move || {
        if let Some(scroll) = scroll.borrow().as_ref() {
            scroll.set_scroll_top(0);
        }
    };
    let log = tag("div", "scroll")
        .set("role", "log")
        .set("aria-live", "off")
        .set("tabindex", "0")
        .live("aria-label", model.text(Text::Messages))
        .made(move |element| drop(made.replace(Some(element.clone()))))
        .with(flow);
    let below = part(
        move || {
            let seen = model.seen();
            match (seen.phase, seen.reach) {
                (Phase::Over, _) => Below::Over,
                (_, Reach::Refused(why)) => Below::Refused(why),
                (_, Reach::Connecting | Reach::Stands | Reach::Lost) => Below::Composer,
            }
        },
        move |below| match below {
            Below::Over => trouble::over(model),
            Below::Refused(why) => trouble::refused(model, why),
            Below::Composer => composer::composer(model, to_end.clone()),
        },
    );
    let asked = when(
        move || model.seen().silence == Silence::Asked,
        move || {
            tag("div", "asked")
                .set("role", "group")
                .live("aria-label", model.text(Text::StillThere))
                .with(tag("b", "").words(model.text(Text::StillThere)))
                .with(tag("p", "").words(model.text(Text::ClosesSoon)))
                .with(button("btn main", move || model.here()).words(model.text(Text::StillHere)))
                .into()
        },
    );
    tag("div", "chat").with(log).with(lost).with(asked).with(below).into()
}

/// What stands below the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    Composer,
    Refused(Refusal),
    Over,
}

/// Nobody has answered yet: what to do meanwhile, and how to leave (EM-COM-D).
fn line(model: Model) -> View {
    tag("div", "line")
        .with(trouble::dots("p", "dots large"))
        .with(tag("h3", "big").words(model.text(Text::YouAreInLine)))
        .with(
            tag("div", "card")
                .with(part(move || model.seen().place, move |place| standing(model, place)))
                .with(part(move || model.seen().topic.clone(), move |_| email(model))),
        )
        .with(button("btn", move || model.end()).words(model.text(Text::LeaveLine)))
        .into()
}

/// How the line stands (PI-AUTO); in the end the hold message (EM-COM-D-a-ii), before the address.
fn standing(model: Model, place: Option<Place>) -> View {
    let told = place.map_or_else(nothing, |place| {
        tag("p", "place")
            .words(move || {
                let speech = model.seen().speech;
                let plural = intl::plural(place.ahead, speech.language());
                text::place(place, plural, speech).into()
            })
            .into()
    });
    let hold = place.is_some_and(|place| place.hold);
    let what = tag("p", "").words(model.text(if hold { Text::HoldMessage } else { Text::WhileYouWait }));
    // Nobody there, or all busy for long: one need not wait (TE-5.6).
    let instead = if hold { leave::way(model, "btn") } else { nothing() };
    tag("div", "").with(told).with(what).with(instead).into()
}

/// Where one can write instead of waiting (EM-COM-D-a-ii).
pub fn email(model: Model) -> View {
    let seen = model.seen_untracked();
    let (Some(face), Some(id)) = (&seen.face, &seen.topic) else { return nothing() };
    let Some(topic) = face.topics.iter().find(|topic| topic.id == *id) else { return nothing() };
    let link = tag("a", "").set("href", ["mailto:", &topic.email].concat()).text(&topic.email);
    tag("p", "").words(model.text(Text::OrWriteTo)).text(" ").with(link).into()
}
