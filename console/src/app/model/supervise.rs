//! What a supervisor does from the console besides their own chats, and the steps against abuse.

use super::{Model, Pane, abuse_id};
use crate::action::takes_chats;
use crate::app::chat::{Asking, Chat};
use crate::app::doors::Doors;
use crate::app::page;
use leptos::prelude::*;
use shared::id::SessionId;
use shared::policy::Face;
use shared::text::Supervision as Sup;
use shared::wire::v1::{MyChat, Role, Running};

impl Model {
    /// A sentence about supervision, in the language of the console.
    pub fn word(self, what: Sup) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || what.say(self.language.get())
    }

    /// A sentence about supervision with values, in the language of the console.
    pub fn word_with(self, what: Sup, values: &[&str]) -> String {
        what.say_with(self.language.get(), values)
    }

    /// Whether this person directs others.
    pub fn directs(&self) -> bool {
        self.me.with_value(|me| me.role) == Role::Supervisor
    }

    /// Whether this person sees who did what.
    pub fn audits(&self) -> bool {
        matches!(self.me.with_value(|me| me.role), Role::Supervisor | Role::Administrator | Role::Auditor)
    }

    /// Whether this person can be offered chats.
    pub fn takes_chats(&self) -> bool {
        takes_chats(self.me.with_value(|me| me.role))
    }

    /// Whether this person keeps what was asked for by a public-records request, and does nothing else with the chats of others.
    pub fn keeps_records(&self) -> bool {
        self.me.with_value(|me| me.role) == Role::RecordsOfficer
    }

    /// Whether chats can begin.
    pub fn doors(&self) -> Doors {
        self.doors.get_value()
    }

    /// Shows the cases, or the chats again.
    pub fn show_cases(self, shown: bool) {
        self.judging.set(shown);
        self.pane.set(Pane::Chats);
        page::focus("chats".to_owned());
    }

    /// Opens someone else's chat to read along (EM-HRS-C). The edge puts it on record before it shows a word.
    pub fn read_along(self, running: &Running) {
        let id = running.chat.clone();
        if self.chat(&id).is_none() {
            let Running { chat, topic, language, since, alarm, .. } = running.clone();
            let like =
                MyChat { chat, topic, language, since, transfer: None, alarm, asks: false, read_along: true };
            let allowed = self.face.with_value(Face::allowed);
            let chat = Chat::open(&like, true, page::origin(), allowed, move |_| self.look());
            self.make_room();
            self.inner().open.borrow_mut().push(chat);
            self.chats.update(|chats| chats.push(id.clone()));
        }
        self.go_to(&id);
    }

    /// Takes a chat that is only read along off the screen.
    pub fn stop_reading(self, id: &SessionId) {
        if self.chat(id).is_some_and(|chat| chat.reads.get_untracked()) {
            self.take_off(id);
        }
    }

    pub(super) fn ask_about_abuse(self) {
        let Some(id) = self.active.get_untracked() else { return };
        if let Some(chat) = self.chat(&id) {
            self.pane.set(Pane::Chats);
            chat.asking.set(Asking::Abuse);
            page::focus(abuse_id(&id));
        }
    }
}
