//! Messages left when nobody answered: what the console knows of them. Words are held only while the inbox is open (EM-RET-B).

use super::model::Model;
use super::page;
use browser::http::{self, Failure};
use core::time::Duration;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::id::MessageId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{MessageCard, MessageStep, MessageWords};
use std::collections::BTreeMap;

/// The dialog's identifier.
pub const DIALOG: &str = "inbox";

/// How often the inbox is asked for by itself.
const PAUSE: Duration = Duration::from_secs(30);

/// A handle to the inbox: cheap to copy.
#[derive(Clone, Copy)]
pub struct Inbox {
    /// The messages, without their words; nothing where this person has no inbox.
    pub cards: RwSignal<Option<Vec<MessageCard>>>,
    /// The words of those that are being read.
    pub words: RwSignal<BTreeMap<MessageId, MessageWords>>,
    /// Why the last step was not done.
    pub trouble: RwSignal<Option<Failure>>,
    /// Whether a step is under way.
    pub busy: RwSignal<bool>,
    asked: StoredValue<Millis>,
}

impl Inbox {
    /// An inbox that keeps itself up to date as the clock of `model` goes.
    pub fn new(model: Model) -> Self {
        let inbox = Self {
            cards: RwSignal::new(None),
            words: RwSignal::default(),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            asked: StoredValue::new(Millis::default()),
        };
        Effect::new(move |_| {
            let now = model.now.get();
            if now.since(inbox.asked.get_value()) >= PAUSE {
                inbox.asked.set_value(now);
                inbox.refresh();
            }
        });
        inbox
    }

    /// How many messages wait for an answer, and how many of them are overdue.
    pub fn counts(self) -> (usize, usize) {
        self.cards.with(|cards| {
            let open = cards.iter().flatten().filter(|card| card.answered.is_none());
            (open.clone().count(), open.filter(|card| card.escalated).count())
        })
    }

    /// Opens it.
    pub fn open(self) {
        self.trouble.set(None);
        self.refresh();
        page::set_dialog(DIALOG, true);
    }

    /// It was closed: the words leave the memory with the screen.
    pub fn closed(self) {
        self.words.update(BTreeMap::clear);
    }

    /// Asks for the messages.
    pub fn refresh(self) {
        spawn_local(async move {
            match http::get::<Vec<MessageCard>>("/v1/messages").await {
                Ok(cards) => {
                    self.words.update(|words| words.retain(|id, _| cards.iter().any(|card| card.id == *id)));
                    if self.cards.with_untracked(|known| known.as_ref() != Some(&cards)) {
                        self.cards.set(Some(cards));
                    }
                }
                Err(Failure::Problem(Refusal::NotPermitted | Refusal::NotSignedIn)) => self.cards.set(None),
                Err(_) => {}
            }
        });
    }

    /// Does something with a message. Whoever takes one reads it.
    pub fn step(self, id: MessageId, step: MessageStep) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let done = http::post_only(&address(&id, "step"), &step).await;
            self.busy.set(false);
            self.trouble.set(done.err());
            if done.is_ok() {
                match step {
                    MessageStep::Take {} => self.read(id),
                    MessageStep::PutBack {} => {
                        self.words.update(|words| drop(words.remove(&id)));
                    }
                    MessageStep::Answered { .. } | MessageStep::Close {} => {}
                }
            }
            self.refresh();
        });
    }

    /// Asks for the words of a message. That it is read is recorded at the edge.
    pub fn read(self, id: MessageId) {
        spawn_local(async move {
            match http::post::<MessageWords>(&address(&id, "words"), &()).await {
                Ok(words) => self.words.update(|known| drop(known.insert(id, words))),
                Err(why) => self.trouble.set(Some(why)),
            }
        });
    }
}

fn address(id: &MessageId, what: &str) -> String {
    format!("/v1/messages/{}/{what}", id.as_str())
}
