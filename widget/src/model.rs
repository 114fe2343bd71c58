//! What the app knows and what the resident can do. Views read its signals and call its verbs; none touches a socket.

mod chat;

use crate::announcer::Announcer;
use crate::host::{Host, Options, Word};
use crate::keeper::{self, Keeper};
use crate::transcript::{RowKey, Shows};
use browser::chance;
use browser::conversation::Conversation;
use browser::http::{self, Failure};
use leptos::prelude::*;
use shared::id::TopicId;
use shared::language::Language;
use shared::policy::Face;
use shared::refusal::Refusal;
use shared::text::{self, Text};
use shared::wire::v1::{StaffCard, StartChat, StartedChat};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

pub use chat::{Notice, Phase, Reach};

/// Where the resident is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The city is being asked for its face.
    Opening,
    /// It did not answer.
    Unreachable(Failure),
    /// The resident chooses a topic and a language.
    Asking,
    /// There is a chat.
    Chat,
}

/// Everything the views read. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Model {
    /// The language of the app.
    pub language: RwSignal<Language>,
    /// What the city shows of its policy, once it is known.
    pub face: RwSignal<Option<Arc<Face>>>,
    /// Where the resident is.
    pub stage: RwSignal<Stage>,
    /// A chat is being asked for.
    pub starting: RwSignal<bool>,
    /// Why the last attempt to have a chat failed.
    pub trouble: RwSignal<Option<Failure>>,
    /// The list of messages.
    pub rows: RwSignal<Vec<(RowKey, ArcRwSignal<Shows>)>>,
    /// How far the chat is.
    pub phase: RwSignal<Phase>,
    /// What can be said of the connection.
    pub reach: RwSignal<Reach>,
    /// Who answers.
    pub staff: RwSignal<Option<StaffCard>>,
    /// What the chat is about.
    pub topic: RwSignal<Option<TopicId>>,
    /// Whether staff type at this moment.
    pub typing: RwSignal<bool>,
    /// What is being written.
    pub draft: RwSignal<String>,
    /// What is to be said about it.
    pub notice: RwSignal<Notice>,
    /// The field that a gesture of the person leads to is to take the focus.
    pub wants_focus: RwSignal<bool>,
    /// The menu is open.
    pub menu: RwSignal<bool>,
    /// What screen readers say.
    pub announcer: Announcer,
    held: StoredValue<Held, LocalStorage>,
}

/// What no view reads.
struct Held {
    options: Options,
    keeper: Keeper,
    conversation: Option<Conversation>,
    /// A chat another tab spoke of before the city's face was known.
    offered: Option<StartedChat>,
    /// What was asked for last, and its name: asked for again, the edge knows it is the same.
    asked: Option<StartChat>,
    memory: chat::Memory,
}

impl Model {
    /// Asks the city for its face, and goes on with the chat this person has, if any.
    pub fn open(options: Options) -> Self {
        let language = options.language;
        let held = StoredValue::new_local(Held {
            keeper: Keeper::new(&options.city, |_| {}),
            options,
            conversation: None,
            offered: None,
            asked: None,
            memory: chat::Memory::default(),
        });
        let model = Self {
            language: RwSignal::new(language),
            face: RwSignal::new(None),
            stage: RwSignal::new(Stage::Opening),
            starting: RwSignal::new(false),
            trouble: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
            phase: RwSignal::new(Phase::InLine),
            reach: RwSignal::new(Reach::Connecting),
            staff: RwSignal::new(None),
            topic: RwSignal::new(None),
            typing: RwSignal::new(false),
            draft: RwSignal::new(String::new()),
            notice: RwSignal::new(Notice::default()),
            wants_focus: RwSignal::new(false),
            menu: RwSignal::new(false),
            announcer: Announcer::new(),
            held,
        };
        held.update_value(|held| held.keeper = Keeper::new(&held.options.city, move |word| model.hear(word)));
        model.load();
        model
    }

    /// A sentence in the app's language, as a view shows it.
    pub fn text(self, text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || text.say(self.language.get())
    }

    /// What a failure tells the person to do.
    pub fn explain(self, failure: Failure) -> &'static str {
        let language = self.language.get();
        match failure {
            Failure::Offline => Text::CannotReach.say(language),
            Failure::Problem(Refusal::NotFound) => Text::UnknownCity.say(language),
            Failure::Problem(why) => text::refusal(why, language),
        }
    }

    /// A number the page gave, for when the city cannot be asked for its own.
    pub fn page_phone(self) -> String {
        self.held.with_value(|held| held.options.phone.clone())
    }

    /// Whether the chat can be made small.
    pub fn shrinks(self) -> bool {
        self.held.with_value(|held| held.options.shrinks)
    }

    /// The person wants the chat small.
    pub fn minimise(self) {
        self.menu.set(false);
        self.host().tell(Word::Minimise);
    }

    /// Asks the city once more.
    pub fn load(self) {
        self.stage.set(Stage::Opening);
        let url = self.held.with_value(|held| {
            held.keeper.tell(&keeper::Word::AnyChat {});
            [&held.options.origin, "/v1/city/", &held.options.city].concat()
        });
        spawn_local(async move {
            let face = http::get::<Face>(&url).await;
            if self.held.is_disposed() {
                return;
            }
            match face {
                Ok(face) => self.meet(face),
                Err(failure) => self.stage.set(Stage::Unreachable(failure)),
            }
            self.host().tell(Word::Ready);
        });
    }

    fn meet(self, face: Face) {
        if !face.languages.contains(&self.language.get_untracked())
            && let Some(first) = face.languages.first()
        {
            self.language.set(*first);
        }
        self.topic.set(face.topics.first().map(|topic| topic.id.clone()));
        self.face.set(Some(Arc::new(face)));
        let known = self.held.try_update_value(|held| held.keeper.kept().or_else(|| held.offered.take()));
        match known.flatten() {
            Some(chat) => self.join(chat),
            None => self.stage.set(Stage::Asking),
        }
    }

    /// Asks for a chat about the chosen topic.
    pub fn start(self) {
        let Some(topic) = self.topic.get_untracked().filter(|_| !self.starting.get_untracked()) else {
            return;
        };
        let language = self.language.get_untracked();
        self.starting.set(true);
        self.trouble.set(None);
        let mut request = StartChat { client_ref: chance::client_ref(), topic, language };
        let mut url = String::new();
        self.held.update_value(|held| {
            // The same wish keeps its name, so that an answer that got lost does not make a second chat.
            if let Some(asked) = &held.asked
                && (&asked.topic, asked.language) == (&request.topic, request.language)
            {
                request.client_ref = asked.client_ref.clone();
            }
            held.asked = Some(request.clone());
            url = [&held.options.origin, "/v1/chats"].concat();
        });
        spawn_local(async move {
            let started = http::post::<StartedChat>(&url, &request).await;
            if self.held.is_disposed() {
                return;
            }
            self.starting.set(false);
            match started {
                Ok(chat) => {
                    self.held.update_value(|held| held.asked = None);
                    self.wants_focus.set(true);
                    self.join(chat);
                }
                Err(failure) => {
                    self.trouble.set(Some(failure));
                    self.announcer.say(self.explain(failure).to_owned());
                }
            }
        });
    }

    fn hear(self, word: keeper::Word) {
        match word {
            keeper::Word::AnyChat {} => self.held.with_value(|held| {
                if let Some(chat) = held.keeper.kept() {
                    held.keeper.tell(&keeper::Word::Here(chat));
                }
            }),
            keeper::Word::Here(chat) => match self.stage.get_untracked() {
                Stage::Opening | Stage::Unreachable(_) => {
                    self.held.update_value(|held| held.offered = Some(chat));
                }
                Stage::Asking => self.join(chat),
                Stage::Chat => {}
            },
        }
    }

    fn host(self) -> Host {
        self.held.with_value(|held| held.options.host.clone())
    }

    fn conversation(self) -> Option<Conversation> {
        self.held.with_value(|held| held.conversation.clone())
    }
}

/// Sets a signal only when that changes it, so that nothing is drawn for nothing.
fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}
