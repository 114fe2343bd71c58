//! When it is worth trying again at once.

use gloo_events::EventListener;
use std::rc::Rc;
use web_sys::VisibilityState;

/// Listens for the network coming back and for the page being looked at again. Dropping it ends that.
pub struct Awake {
    _listeners: [EventListener; 3],
}

impl Awake {
    /// Calls `then` at each such moment.
    pub fn listen(then: impl Fn() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let then = Rc::new(then);
        let (online, shown) = (Rc::clone(&then), Rc::clone(&then));
        let looked_at = {
            let document = document.clone();
            EventListener::new(&document.clone(), "visibilitychange", move |_| {
                if document.visibility_state() == VisibilityState::Visible {
                    then();
                }
            })
        };
        Some(Self {
            _listeners: [
                EventListener::new(&window, "online", move |_| online()),
                // A page taken back from the back/forward cache has lost its sockets without being told.
                EventListener::new(&window, "pageshow", move |_| shown()),
                looked_at,
            ],
        })
    }
}
