//! What shows itself: the model, the shells round the pure rooms, the views.

mod chat;
mod desk;
mod doors;
mod explain;
mod inbox;
mod keys;
mod model;
mod notify;
mod page;
mod settings;
mod sound;
mod title;
mod view;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, Worker};

/// Shows the console in `place`. `pulse` is a worker that posts something each second: unlike a page's timers its own are not
/// slowed down while nobody looks, so that a console in a hidden tab still tells the desk that its person is there.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, pulse: Worker) {
    std::panic::set_hook(Box::new(|_| page::fail()));
    place.set_text_content(None);
    let pulse = StoredValue::new_local(pulse);
    mount_to(place, move || view! { <view::Root pulse /> }).forget();
}
