//! The page itself: its elements, its focus, its end.

use leptos::task::{spawn_local, tick};
use shared::language::Language;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this identifier.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Moves the focus to an element, once what is being changed stands in the page.
pub fn focus(id: String) {
    spawn_local(async move {
        tick().await;
        if let Some(element) = element(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Whether a person has this page before them and their keyboard goes to it.
pub fn is_looked_at() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or(false))
}

/// Whether what has the focus takes letters.
pub fn is_writing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// Says in which language the page is.
pub fn set_language(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// What the browser says its person reads, as far as the product speaks it.
pub fn preferred_language() -> Language {
    let tag = web_sys::window().and_then(|window| window.navigator().language());
    tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default()
}

/// Where the console was loaded from.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// What stands after the address of the page.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Loads the page anew, with something after its address.
pub fn reload_with(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(fragment);
        let _ = window.location().reload();
    }
}

/// Loads the page anew: nothing of what was on it stays in memory.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Shows the page's own words for a console that cannot go on; they stand in the document and need no code.
pub fn fail() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-state", "failed");
    }
}

/// Opens or closes a dialog.
pub fn set_dialog(id: &str, open: bool) {
    let Some(dialog) = element(id).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if !open {
        dialog.close();
    } else if !dialog.open() {
        let _ = dialog.show_modal();
    }
}
