//! Which chat this person has, kept so that a reload goes on with it and a second tab joins it.
//!
//! The chat's name and token stay in this tab's own storage, never its text, and only from the moment the person starts a
//! chat (architecture.md, decision 15). Another tab asks the open ones; once all are closed nobody answers, so the next
//! person at a shared computer does not see the last one's chat.

use browser::storage::Storage;
use browser::tabs::Tabs;
use browser::{clock, codec};
use serde::{Deserialize, Serialize};
use shared::wire::v1::StartedChat;

/// What tabs say to each other.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// A tab was opened: is there a chat?
    AnyChat {},
    /// There is this one.
    Here(StartedChat),
}

/// Keeps the chat of one city.
pub struct Keeper {
    storage: Storage,
    name: String,
    tabs: Option<Tabs>,
}

impl Keeper {
    /// Keeps nothing yet.
    pub fn new(city: &str) -> Self {
        Self { storage: Storage::of_tab(), name: ["rotunda:", city].concat(), tabs: None }
    }

    /// Joins the tabs of the city's chat.
    pub fn listen(&mut self, hear: impl Fn(Word) + 'static) {
        self.tabs = Tabs::join(&self.name, hear);
    }

    /// The chat this tab has, unless its token has run out.
    pub fn kept(&self) -> Option<StartedChat> {
        let kept: StartedChat = codec::decode(&self.storage.get(&self.name)?)?;
        (kept.expires > clock::now()).then_some(kept)
    }

    /// Keeps a chat.
    pub fn keep(&self, started: &StartedChat) {
        if let Some(json) = codec::encode(started) {
            self.storage.set(&self.name, &json);
        }
    }

    /// Forgets it.
    pub fn forget(&self) {
        self.storage.remove(&self.name);
    }

    /// Says something to the other tabs.
    pub fn tell(&self, word: &Word) {
        if let Some(tabs) = &self.tabs {
            tabs.tell(word);
        }
    }
}
