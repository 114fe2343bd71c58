//! What this person's hands do: keys and clicks show that they are there, and single keys rest where letters are meant.

use super::Model;
use crate::app::page;
use crate::desk::Input;
use browser::clock;
use core::time::Duration;
use leptos::prelude::*;
use shared::wire::v1::Presence;

/// How long single keys rest after a message box was taken away.
const KEYS_REST: Duration = Duration::from_secs(2);
/// So long before someone goes offline by the clock they are told (WCAG 2.2.1 asks for twenty seconds).
const IDLE_NOTICE: Duration = Duration::from_secs(45);

impl Model {
    /// The person clicked or pressed a key: the browser lets the page be heard from now on.
    pub fn touched(self) {
        self.tell_desk_quietly(Input::Touched);
        if !self.audible.get_untracked() && self.inner().sound.unlock() {
            self.audible.set(true);
        }
    }

    /// In how many seconds this person goes offline by the clock, once that is near (EM-COM-D).
    pub fn offline_in(&self) -> Option<u64> {
        let now = self.now.get();
        let limit = u64::from(self.book.with(|book| book.idle_seconds));
        let online = self.desk.with(|desk| desk.presence) == Presence::Online;
        let untouched = self.inner().desk.borrow().as_ref()?.read(|client| client.untouched(now)).as_secs();
        let left = limit.saturating_sub(untouched);
        (online && limit > 0 && left <= IDLE_NOTICE.as_secs()).then_some(left)
    }

    /// A message box is about to vanish from under someone's fingers: what they go on typing must not act.
    pub(super) fn rest_keys(&self) {
        if page::is_writing() {
            self.inner().keys_rest.set(clock::now().after(KEYS_REST));
        }
    }

    /// Whether single keys act.
    pub fn keys_act(&self) -> bool {
        self.single_keys.get_untracked() && clock::now() >= self.inner().keys_rest.get()
    }
}
