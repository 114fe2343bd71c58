//! The desktop's own notifications. They hold what the console says, never a word of a resident.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Notification, NotificationOptions, NotificationPermission, js_sys};

/// Whether the desktop shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desktop {
    /// They are shown.
    On,
    /// They are not: nobody has asked for them.
    Off,
    /// The browser does not allow it, or has none.
    Blocked,
}

impl Desktop {
    /// As the browser allows it, where they are wanted.
    pub fn of(wanted: bool) -> Self {
        let permission = if is_known() { Notification::permission() } else { NotificationPermission::Denied };
        if permission == NotificationPermission::Denied {
            Self::Blocked
        } else if wanted && permission == NotificationPermission::Granted {
            Self::On
        } else {
            Self::Off
        }
    }
}

/// Whether the browser has notifications at all. Asked before anything else: without them even their permission is an error.
fn is_known() -> bool {
    let name = JsValue::from_str("Notification");
    web_sys::window().is_some_and(|window| js_sys::Reflect::has(&window, &name).unwrap_or(false))
}

/// Asks the person whether the desktop may show them. To be called on a click alone.
pub fn ask(then: impl FnOnce(Desktop) + 'static) {
    if !is_known() {
        return then(Desktop::Blocked);
    }
    let Ok(asked) = Notification::request_permission() else { return then(Desktop::Blocked) };
    spawn_local(async move {
        // Whatever came of the question stands in the permission.
        let _ = JsFuture::from(asked).await;
        then(Desktop::of(true));
    });
}

/// Shows `text`; a newer one about the same takes its place.
pub fn show(about: &str, text: &str) {
    let options = NotificationOptions::new();
    options.set_body(text);
    options.set_tag(about);
    // A click on it leads back to the page by itself in most browsers.
    let _ = Notification::new_with_options("Rotunda", &options);
}
