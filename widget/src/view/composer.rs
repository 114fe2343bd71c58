//! Where the resident writes. What they write is looked at as they write it, and shown what would be taken out (EM-PAY-C,
//! EM-PRI-B), before anything is sent.

use super::{card, icon};
use crate::model::Model;
use leptos::html::Textarea;
use leptos::prelude::*;
use shared::text::{self, Text};

/// Names the sentence about a draft that is too long, for the field it is about.
const TOO_LONG: &str = "too-long";

/// The composer. `after_send` is called once a message has gone into the list.
pub fn composer(model: Model, after_send: impl Fn() + Copy + 'static) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if model.wants_focus.get()
            && let Some(field) = field.get()
        {
            let _ = field.focus();
            model.wants_focus.set(false);
        }
    });
    // The field is as high as what stands in it; the style sheet sets the bound.
    Effect::new(move |_| {
        model.draft.track();
        if let Some(field) = field.get() {
            fit(&field);
        }
    });
    let send = move || {
        model.send();
        after_send();
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        // Enter that ends a composition, such as of a Korean syllable, is not meant for us.
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            send();
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        send();
    };
    let is_too_long = move || model.notice.with(|notice| notice.too_long.is_some());
    let too_long = move || {
        let length = model.notice.with(|notice| notice.too_long)?;
        Some(view! { <p class="state bad">{text::too_long(length, model.language.get())}</p> })
    };
    view! {
        <form class="compose" on:submit=submit>
            {card::notice(model)}
            <div id=TOO_LONG>{too_long}</div>
            <div class="box">
                <textarea
                    class="field"
                    rows="1"
                    node_ref=field
                    dir="auto"
                    enterkeyhint="send"
                    aria-label=model.text(Text::YourMessage)
                    placeholder=model.text(Text::WriteMessage)
                    aria-describedby=TOO_LONG
                    aria-invalid=move || if is_too_long() { "true" } else { "false" }
                    prop:value=move || model.draft.get()
                    on:input=move |event| model.write(event_target_value(&event))
                    on:keydown=key
                />
                <button class="btn main send" type="submit" aria-label=model.text(Text::Send)>
                    {icon::icon(icon::ARROW)}
                </button>
            </div>
            <p class="promise">{model.text(Text::DeletedTonight)}</p>
        </form>
    }
}

fn fit(field: &web_sys::HtmlTextAreaElement) {
    let style = web_sys::HtmlElement::style(field);
    let _ = style.set_property("height", "auto");
    // The border is not part of the scrolled height.
    let height = (field.scroll_height() + 3).to_string();
    let _ = style.set_property("height", &[&height, "px"].concat());
}
