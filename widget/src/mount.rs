//! The one door into the app.

use crate::host::{Host, Options, Word};
use crate::model::Model;
use crate::view;
use core::any::Any;
use leptos::prelude::Owner;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// The app in its element. Freeing it takes it out and closes its connection; the chat goes on for whoever comes back.
#[wasm_bindgen]
pub struct Mounted {
    model: Model,
    // The view goes before what it shows.
    _view: Box<dyn Any>,
    _owner: Owner,
}

#[wasm_bindgen]
impl Mounted {
    /// The page shows the chat, or has made it small. `focus` when a person did that just now: then the first field takes
    /// the focus, and only then.
    pub fn shown(&self, shown: bool, focus: bool) {
        self.model.show(shown, focus);
    }
}

/// Puts the app into `root`, an element of a document or of a shadow root. `options` is an object:
///
/// - `city`: the city's identifier,
/// - `origin`: where the chat service lives,
/// - `lang`: a language tag; the reader may choose another,
/// - `words`: where the languages lie at `origin`,
/// - `mode`: `frame`, `inline` or `page`; the last has nothing to shrink into,
/// - `topic`: the topic that is chosen to begin with,
/// - `phone`: a number to show when the city cannot be asked for its own,
/// - `tell`: a function that is told `(kind, count, name)`, where kind is `minimise`, `unread`, `asks`, `started`,
///   `ended` or `failed`.
#[wasm_bindgen]
pub fn mount(root: &HtmlElement, options: &JsValue) -> Mounted {
    let options = Options::read(options);
    fail_visibly(options.host.clone());
    let owner = Owner::new();
    let model = owner.with(|| Model::open(options));
    let view = leptos::mount::mount_to_renderer(root, move || view::panel(model));
    Mounted { model, _view: Box::new(view), _owner: owner }
}

/// Should the app break in spite of all care, the page is told, and shows telephone numbers in its place.
fn fail_visibly(host: Host) {
    let host = SendWrapper::new(host);
    std::panic::set_hook(Box::new(move |_| host.tell(Word::Failed)));
}
