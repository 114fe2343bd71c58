//! Leaving a message when nobody answers (TE-8.3): contact, topic, text, and the date by which one hears.

use super::{Tag, View, button, card, guidance, nothing, part, tag, takes_focus, trouble};
use crate::model::{Letter, Model};
use browser::intl;
use shared::id::TopicId;
use shared::policy::Face;
use shared::text::{self, Speech, Text};
use shared::time::Millis;
use shared::wire::v1::LeftMessage;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlOptionElement, HtmlSelectElement, HtmlTextAreaElement};

/// Names the sentence about what the message lacks, for the fields it is about.
const LACKS: &str = "lacks";

/// The form, and in its place the acknowledgement.
pub fn leave(model: Model) -> View {
    let left = move || match model.seen().letter {
        Letter::Left(left) => Some(left),
        Letter::Open | Letter::Lacks(_) | Letter::Sending => None,
    };
    part(left, move |left| left.map_or_else(|| form(model), |left| taken(model, left)))
}

/// The way to the form, with the date; nothing where the city takes no messages.
pub fn way(model: Model, class: &'static str) -> View {
    part(
        move || model.message_due(),
        move |due| {
            let Some(due) = due else { return nothing() };
            let open = button(class, move || model.leave_message()).words(model.text(Text::LeaveMessage));
            tag("div", "form-end").with(open).with(promise(model, due)).into()
        },
    )
}

fn promise(model: Model, due: Millis) -> Tag {
    tag("p", "promise").words(move || hear_by(model, due).into())
}

/// By when the resident hears, as the city's calendar has it.
fn hear_by(model: Model, due: Millis) -> String {
    let seen = model.seen();
    let zone = seen.face.as_ref().map_or("", |face| &face.time_zone);
    seen.speech.fill(Text::HearBy, &[&intl::day_in(due, seen.speech.language(), zone)])
}

type Field<T> = Rc<RefCell<Option<T>>>;

fn value<T>(field: &Field<T>, of: impl FnOnce(&T) -> String) -> String {
    field.borrow().as_ref().map(of).unwrap_or_default()
}

fn form(model: Model) -> View {
    let Some(face) = model.seen_untracked().face.clone() else { return nothing() };
    let (area, contact): (Field<HtmlTextAreaElement>, Field<HtmlInputElement>) = Default::default();
    let read = {
        let (area, contact) = (Rc::clone(&area), Rc::clone(&contact));
        move || (value(&contact, HtmlInputElement::value), value(&area, HtmlTextAreaElement::value))
    };
    let changed = {
        let read = read.clone();
        move |_| {
            let (contact, draft) = read();
            model.write_message(&contact, &draft);
        }
    };
    let lacking = move |what| move || (model.seen().letter == Letter::Lacks(what)).to_string().into();
    let text_field = tag("textarea", "field")
        .set("rows", "4")
        .set("dir", "auto")
        .set("aria-describedby", LACKS)
        .live("aria-invalid", lacking(Text::MessageNeeded))
        .made(|element: &Element| {
            let element: &HtmlTextAreaElement = element.unchecked_ref();
            element.set_value(&model.draft());
            area.replace(Some(element.clone()));
        })
        .on("input", changed.clone());
    let contact_field = tag("input", "field")
        .set("dir", "auto")
        .set("autocomplete", "email")
        .set("aria-describedby", LACKS)
        .live("aria-invalid", lacking(Text::ContactNeeded))
        .made(|element: &Element| {
            contact.replace(Some(element.unchecked_ref::<HtmlInputElement>().clone()));
        })
        .on("input", changed);
    let said = part(
        move || (model.seen().letter, model.seen().notice.too_long),
        move |(letter, too_long)| match (letter, too_long) {
            (_, Some(length)) => bad(model, move |speech| text::too_long(length, speech)),
            (Letter::Lacks(what), None) => bad(model, move |speech| what.say(speech).to_owned()),
            (Letter::Open | Letter::Sending | Letter::Left(_), None) => nothing(),
        },
    );
    let failed = part(
        move || model.seen().trouble,
        move |trouble| trouble.map_or_else(nothing, |why| trouble::failed(model, why)),
    );
    let send = tag("button", "btn main wide")
        .set("type", "submit")
        .live("aria-disabled", move || (model.seen().letter == Letter::Sending).to_string().into())
        .words(model.text(Text::SendMessage));
    let due = part(
        move || model.message_due(),
        move |due| due.map_or_else(nothing, |due| promise(model, due).into()),
    );
    tag("form", "form leave")
        .on("submit", move |event| {
            event.prevent_default();
            let (contact, draft) = read();
            model.send_message(&contact, &draft);
        })
        .with(tag("h3", "").words(model.text(Text::LeaveMessage)))
        .with(labelled(model, Text::Topic, topics(model, &face)))
        .with(guidance::guidance(model))
        .with(labelled(model, Text::YourMessage, takes_focus(text_field, model)))
        .with(card::notice(model))
        .with(labelled(model, Text::Contact, contact_field))
        .with(tag("div", "").set("id", LACKS).set("aria-live", "polite").with(said))
        .with(failed)
        .with(send)
        .with(due)
        .with(tag("p", "promise").words(model.text(Text::MessagePromise)))
        .with(button("btn wide", move || model.back_to_start()).words(model.text(Text::Back)))
        .into()
}

fn bad(model: Model, says: impl Fn(Speech) -> String + 'static) -> View {
    tag("p", "state bad").words(move || says(model.seen().speech).into()).into()
}

fn labelled(model: Model, name: Text, field: Tag) -> Tag {
    tag("label", "labelled").with(tag("span", "").words(model.text(name))).with(field)
}

fn topics(model: Model, face: &Face) -> Tag {
    let mut select = tag("select", "field").on("change", move |event| {
        let Some(select) = event.target() else { return };
        let chosen = TopicId::parse(&select.unchecked_ref::<HtmlSelectElement>().value()).ok();
        model.change(&mut |seen| seen.topic.clone_from(&chosen));
    });
    let chosen = model.seen_untracked().topic.clone();
    for topic in &face.topics {
        let names = topic.names.clone();
        let is = chosen.as_ref() == Some(&topic.id);
        select = select.with(
            tag("option", "")
                .set("value", topic.id.as_str().to_owned())
                .made(|element: &Element| element.unchecked_ref::<HtmlOptionElement>().set_selected(is))
                .words(move || names.in_language(model.seen().speech.language()).to_owned().into()),
        );
    }
    select
}

/// The city has the message: its number, and the date (CS-B-3).
fn taken(model: Model, LeftMessage { number, due }: LeftMessage) -> View {
    tag("div", "form")
        .with(tag("h3", "").words(model.text(Text::MessageTaken)))
        .with(
            tag("p", "big")
                .words(move || model.seen().speech.fill(Text::Number, &[&number.to_string()]).into()),
        )
        .with(tag("p", "").words(move || hear_by(model, due).into()))
        .with(tag("p", "promise").words(model.text(Text::MessageKept)))
        .with(trouble::ways(model))
        .with(
            takes_focus(button("btn main wide", move || model.back_to_start()), model)
                .words(model.text(Text::Back)),
        )
        .into()
}
