//! Where the resident writes. What they write is looked at as they write it, and shown what would be taken out (EM-PAY-C,
//! EM-PRI-B), before anything is sent.

use super::{View, card, focus, follow, guidance, icon, key_of, nothing, part, tag, takes_focus};
use crate::model::{Keeping, Model};
use shared::text::{self, Text};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Names the sentence about a draft that is too long, for the field it is about.
const TOO_LONG: &str = "too-long";

/// The composer. `after_send` is called once a message has gone into the list.
pub fn composer(model: Model, after_send: impl Fn() + 'static) -> View {
    let field: Rc<RefCell<Option<HtmlTextAreaElement>>> = Rc::default();
    let send = {
        let field = Rc::clone(&field);
        Rc::new(move || {
            let field = field.borrow();
            let Some(field) = field.as_ref() else { return };
            if model.send(&field.value()) {
                field.set_value("");
                fit(field);
                after_send();
            }
            focus(field);
        })
    };
    let by_key = {
        let send = Rc::clone(&send);
        move |event: web_sys::Event| {
            let key = key_of(&event);
            // Enter that ends a composition, such as of a Korean syllable, is not meant for us.
            if key.key() == "Enter" && !key.shift_key() && !key.is_composing() {
                event.prevent_default();
                send();
            }
        }
    };
    let by_hand = {
        let field = Rc::clone(&field);
        move |_| {
            if let Some(field) = field.borrow().as_ref() {
                fit(field);
                model.write(&field.value());
            }
        }
    };
    let too_long = move || model.seen().notice.too_long;
    let sentence = part(too_long, move |length| {
        let Some(length) = length else { return nothing() };
        tag("p", "state bad").words(move || text::too_long(length, model.seen().speech).into()).into()
    });
    let area = tag("textarea", "field")
        .set("rows", "1")
        .set("dir", "auto")
        .set("enterkeyhint", "send")
        .set("aria-describedby", TOO_LONG)
        .live("aria-label", model.text(Text::YourMessage))
        .live("placeholder", model.text(Text::WriteMessage))
        .live("aria-invalid", move || if too_long().is_some() { "true" } else { "false" }.into())
        .made(move |element| {
            let area: &HtmlTextAreaElement = element.unchecked_ref();
            area.set_value(&model.draft());
            field.replace(Some(area.clone()));
            // A draft that was there before, and words that have become larger, want another height.
            let area = area.clone();
            follow(move || {
                let _ = model.seen().size;
                fit(&area);
            });
        })
        .on("input", by_hand)
        .on("keydown", by_key);
    let submit = tag("button", "btn main send")
        .set("type", "submit")
        .live("aria-label", model.text(Text::Send))
        .with(icon::icon(icon::ARROW));
    let promise = move || {
        let seen = model.seen();
        let says = if seen.keeping == Keeping::Review { Text::Kept } else { Text::DeletedTonight };
        says.say(seen.speech).into()
    };
    tag("form", "compose")
        .on("submit", move |event| {
            event.prevent_default();
            send();
        })
        .with(guidance::guidance(model))
        .with(card::notice(model))
        .with(tag("div", "").set("id", TOO_LONG).with(sentence))
        .with(tag("div", "box").with(takes_focus(area, model)).with(submit))
        .with(tag("p", "promise").words(promise))
        .into()
}

/// Makes the field as high as what stands in it; the style sheet sets the bound.
fn fit(field: &HtmlTextAreaElement) {
    let style = HtmlElement::style(field);
    let _ = style.set_property("height", "auto");
    // The borders are not part of the scrolled height.
    let height = (field.scroll_height() + 3).to_string();
    let _ = style.set_property("height", &[&height, "px"].concat());
}
