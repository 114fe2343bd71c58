//! Text kept for this tab, or for as long as the page lives where the browser keeps none.

use core::cell::RefCell;

/// `sessionStorage`, or memory where it is blocked: private windows, strict settings and frames of other sites refuse it, and
/// a chat has to work there as well.
pub struct Storage {
    session: Option<web_sys::Storage>,
    memory: RefCell<Vec<(String, String)>>,
}

impl Storage {
    /// The storage of this tab. Nothing is written by asking for it.
    pub fn of_tab() -> Self {
        let session = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        Self { session, memory: RefCell::default() }
    }

    /// What is kept under `key`.
    pub fn get(&self, key: &str) -> Option<String> {
        let kept = self.session.as_ref().and_then(|session| session.get_item(key).ok().flatten());
        kept.or_else(|| {
            self.memory.borrow().iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())
        })
    }

    /// Keeps `value` under `key`.
    pub fn set(&self, key: &str, value: &str) {
        let kept = self.session.as_ref().is_some_and(|session| session.set_item(key, value).is_ok());
        if !kept {
            self.forget(key);
            self.memory.borrow_mut().push((key.to_owned(), value.to_owned()));
        }
    }

    /// Forgets what is kept under `key`.
    pub fn remove(&self, key: &str) {
        if let Some(session) = &self.session {
            let _ = session.remove_item(key);
        }
        self.forget(key);
    }

    fn forget(&self, key: &str) {
        self.memory.borrow_mut().retain(|(name, _)| name != key);
    }
}
