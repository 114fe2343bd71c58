//! One chat on the screen: its conversation, and what the views read of it.

use crate::action::At;
use crate::danger::Danger;
use crate::glance::{self, Turn};
use crate::transcript::{self, Row};
use browser::conversation::{Conversation, Seat};
use core::cell::OnceCell;
use core::time::Duration;
use leptos::prelude::*;
use shared::chat::{Client, Item, ItemKey, LinkState};
use shared::id::{SessionId, TopicId};
use shared::language::Language;
use shared::privacy::{Allowed, Category, Masking};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{EndReason, MyChat};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How long after the end of the day the edge begins to delete.
const DELETION: Duration = Duration::from_secs(10);

/// A chat on the screen.
#[derive(Clone)]
pub struct Chat {
    /// Which.
    pub id: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// How it stands.
    pub state: ArcRwSignal<State>,
    /// The lines of it, each with its own signal: a tick under one message redraws nothing else.
    pub lines: ArcRwSignal<Vec<Line>>,
    /// What is being written. It lives here and nowhere else.
    pub draft: ArcRwSignal<String>,
    /// What the person is asked about it.
    pub asking: ArcRwSignal<Asking>,
    /// Whether the person is asked why it is to be kept (EM-RET-B-a-i-1).
    pub retaining: ArcRwSignal<bool>,
    /// Whether it is someone else's, and only read along (EM-HRS-C).
    pub reads: ArcRwSignal<bool>,
    conversation: Rc<OnceCell<Conversation>>,
}

/// What a person is asked about a chat, in the chat itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// Nothing.
    #[default]
    Nothing,
    /// Whether it is to end, and why.
    End,
    /// To whom it is to go, and why.
    Transfer,
    /// What to do against abuse.
    Abuse,
}

/// How a chat stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its connection.
    pub link: LinkState,
    /// Whether the resident is typing.
    pub typing: bool,
    /// Whether it runs.
    pub phase: At,
    /// Whose turn it is.
    pub turn: Turn,
    /// How many messages are the resident's, and how many of them came after the last own one.
    pub theirs: (usize, usize),
    /// What was taken out.
    pub removed: Vec<(Category, usize)>,
    /// When the resident asked for it.
    pub began: Option<Millis>,
    /// When the chat ends because the resident is silent, once they have been asked (EM-COM-F).
    pub silent_end: Option<Millis>,
    /// Since when it is over.
    pub ended_at: Option<Millis>,
    /// When it is deleted, if it is over by then.
    pub deleted_at: Option<Millis>,
    /// Whether that is so.
    pub keeping: Keeping,
    /// Whether something is still on its way.
    pub unsent: bool,
    /// What it calls for (EM-GEN-B).
    pub danger: Option<Danger>,
}

/// How long the edge keeps a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Until the end of its day (EM-RET-A).
    OneDay,
    /// Until a supervisor has reviewed it (EM-RET-B-a).
    Review,
    /// No longer: the resident had it deleted.
    Nothing,
}

/// One line of a chat.
#[derive(Clone)]
pub struct Line {
    /// Its name.
    pub key: ItemKey,
    /// What it shows.
    pub row: ArcRwSignal<Row>,
}

impl Chat {
    /// Joins a chat as staff. `on_change` is called after everything that happens in it, with whether that was its end.
    pub fn open(
        mine: &MyChat,
        reads: bool,
        origin: String,
        allowed: Allowed,
        on_change: impl Fn(bool) + 'static,
    ) -> Self {
        let chat = Self {
            id: mine.chat.clone(),
            topic: mine.topic.clone(),
            language: mine.language,
            state: ArcRwSignal::new(State::new()),
            lines: ArcRwSignal::default(),
            draft: ArcRwSignal::default(),
            asking: ArcRwSignal::default(),
            retaining: ArcRwSignal::default(),
            reads: ArcRwSignal::new(reads),
            conversation: Rc::default(),
        };
        let seat = Seat { origin, chat: mine.chat.clone(), token: None, allowed };
        let (state, lines) = (chat.state.clone(), chat.lines.clone());
        let conversation = Rc::downgrade(&chat.conversation);
        let joined = Conversation::join(&seat, move || {
            if let Some(conversation) = conversation.upgrade().as_ref().and_then(|slot| slot.get()) {
                on_change(follow(conversation, &state, &lines));
            }
        });
        let _ = chat.conversation.set(joined);
        chat
    }

    /// Sends what was written.
    pub fn say(&self, text: &str) {
        self.with(|conversation| drop(conversation.say(text)));
    }

    /// Puts `what` at the end of the message that is being written.
    pub fn add(&self, what: &str) {
        self.draft.update(|draft| {
            if !draft.is_empty() && !draft.ends_with(char::is_whitespace) {
                draft.push(' ');
            }
            draft.push_str(what);
        });
    }

    /// The person pressed a key in the composer.
    pub fn typed(&self) {
        self.with(Conversation::typed);
    }

    /// Ends the chat.
    pub fn end(&self, reason: EndReason) {
        self.asking.set(Asking::Nothing);
        self.state.update(|state| state.phase = At::Ending);
        self.with(|conversation| conversation.end(reason));
    }

    /// The service is there again, or the person does not want to wait: connects at once.
    pub fn hurry(&self) {
        self.with(Conversation::hurry);
    }

    /// What would be taken out of a text if it were sent now.
    pub fn preview(&self, text: &str) -> Option<Masking> {
        self.conversation.get().map(|conversation| conversation.preview(text))
    }

    /// Whether there is nothing left of it at the edge: then nothing of it stays here either (EM-RET-B).
    pub fn is_deleted(&self, now: Millis) -> bool {
        self.state.with_untracked(|state| match (state.ended_at, state.deleted_at) {
            _ if state.keeping == Keeping::Nothing => true,
            (Some(ended), Some(deleted)) => ended < deleted && deleted.after(DELETION) <= now,
            (Some(_) | None, _) => false,
        })
    }

    fn with(&self, what: impl FnOnce(&Conversation)) {
        if let Some(conversation) = self.conversation.get() {
            what(conversation);
        }
    }
}

impl State {
    fn new() -> Self {
        Self {
            link: LinkState::Connecting,
            typing: false,
            phase: At::Running,
            turn: Turn::Nobody,
            theirs: (0, 0),
            removed: Vec::new(),
            began: None,
            silent_end: None,
            ended_at: None,
            deleted_at: None,
            keeping: Keeping::OneDay,
            unsent: false,
            danger: None,
        }
    }
}

/// Takes over how the conversation stands; says whether it has just ended.
fn follow(conversation: &Conversation, state: &ArcRwSignal<State>, lines: &ArcRwSignal<Vec<Line>>) -> bool {
    let items = conversation.items();
    let gone = conversation.link() == LinkState::Refused(Refusal::NotPermitted);
    let phase = match conversation.read(|client| client.log().ended()) {
        Some(_) => At::Ended,
        // Someone else has it now: for this console it is over.
        None if gone => At::Ended,
        None => state.with_untracked(|before| before.phase),
    };
    let now = State {
        link: conversation.link(),
        typing: phase != At::Ended && conversation.read(Client::other_is_typing),
        phase,
        turn: Turn::after(&items),
        theirs: glance::theirs(&items),
        removed: glance::removed(&items),
        began: conversation.read(|client| client.log().entries().first().map(|entry| entry.at)),
        silent_end: conversation.read(Client::silent_end),
        ended_at: conversation.read(|client| client.log().ended_at()),
        deleted_at: conversation.read(Client::deleted_at),
        keeping: conversation.read(keeping).unwrap_or_else(|| state.with_untracked(|before| before.keeping)),
        unsent: items.iter().any(glance::is_unsent),
        danger: conversation.read(|client| Danger::of(client.log())),
    };
    let is_end = phase == At::Ended && state.with_untracked(|before| before.phase != At::Ended);
    if state.with_untracked(|before| *before != now) {
        state.set(now);
    }
    lay_out(items, lines);
    is_end
}

/// How long the edge keeps it, as far as it has said so; of a mark that comes after the end it says nothing here.
fn keeping(client: &Client) -> Option<Keeping> {
    match (client.retained(), client.log().ended()) {
        (Some(_), _) => Some(Keeping::Review),
        (None, Some((_, EndReason::Forgotten))) => Some(Keeping::Nothing),
        (None, Some(_) | None) => None,
    }
}

/// Brings the lines up to date: only those that differ are told, and the list only when lines come or go.
fn lay_out(items: Vec<Item>, lines: &ArcRwSignal<Vec<Line>>) {
    let rows = transcript::rows(items);
    let before = lines.get_untracked();
    let same =
        before.len() == rows.len() && before.iter().zip(&rows).all(|(line, row)| line.key == row.item.key);
    let mut known: BTreeMap<_, _> = before.into_iter().map(|line| (line.key, line.row)).collect();
    let now = rows.into_iter().map(|row| {
        let key = row.item.key.clone();
        let Some(line) = known.remove(&key) else { return Line { key, row: ArcRwSignal::new(row) } };
        if line.with_untracked(|before| *before != row) {
            line.set(row);
        }
        Line { key, row: line }
    });
    let now: Vec<_> = now.collect();
    if !same {
        lines.set(now);
    }
}
