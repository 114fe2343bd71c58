//! What the app knows and what the resident can do. Views read its signals and call its verbs; none touches a socket.

mod chat;
mod message;
mod speech;
mod survey;

use crate::announcer::Announcer;
use crate::host::{Host, Options, Word};
use crate::keeper::{self, Keeper};
use crate::transcript::{RowKey, Shows};
use browser::conversation::Conversation;
use browser::http::{self, Failure};
use browser::timer::Timer;
use browser::{chance, clock};
use core::time::Duration;
use leptos::prelude::*;
use shared::calendar::Standing;
use shared::id::TopicId;
use shared::policy::{Face, Names};
use shared::refusal::Refusal;
use shared::text::{Speech, Text};
use shared::time::Millis;
use shared::wire::v1::{LeaveMessage, Place, StaffCard, StartChat, StartedChat};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

pub use chat::{Guidance, Notice, Phase, Reach};
pub use message::Letter;
pub use survey::Survey;

/// How long a city that did not answer is left in peace.
const AGAIN: Duration = Duration::from_secs(3);

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
    /// The resident leaves a message.
    Leaving,
}

/// What a resident's silence has led to (EM-COM-F).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Nothing.
    Unasked,
    /// They are asked whether they are there.
    Asked,
    /// They did not answer, and the chat ended.
    Ended,
}

/// How long the city keeps a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Until the end of its day (EM-RET-A).
    Tonight,
    /// Until staff have reviewed it (EM-RET-B-a).
    Review,
    /// No longer: the resident had it deleted.
    Nothing,
}

/// How large the words are. It is not kept: a shared computer gives the next person what their own settings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSize {
    /// As the reader's browser has them.
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

impl TextSize {
    /// The step as people count it, and as the style sheet names it.
    pub fn step(self) -> &'static str {
        match self {
            Self::Normal => "1",
            Self::Large => "2",
            Self::Largest => "3",
        }
    }

    /// The next larger one; the largest leads back.
    fn next(self) -> Self {
        match self {
            Self::Normal => Self::Large,
            Self::Large => Self::Largest,
            Self::Largest => Self::Normal,
        }
    }
}

/// Everything the views read, but for the list of messages. One value: views take of it what they need.
#[derive(Clone, PartialEq)]
pub struct Seen {
    /// What the app says, in its language.
    pub speech: Speech,
    /// How large it says it.
    pub size: TextSize,
    /// What the city shows of its policy, once it is known.
    pub face: Option<Arc<Face>>,
    /// Where the resident is.
    pub stage: Stage,
    /// A chat is being asked for.
    pub starting: bool,
    /// Why the last attempt to have a chat failed.
    pub trouble: Option<Failure>,
    /// What the chat is about, or will be.
    pub topic: Option<TopicId>,
    /// How far the chat is.
    pub phase: Phase,
    /// What can be said of the connection.
    pub reach: Reach,
    /// Who answers.
    pub staff: Option<StaffCard>,
    /// Whether staff type at this moment.
    pub typing: bool,
    /// How the line stands.
    pub place: Option<Place>,
    /// Why no chat can begin now, if none can.
    pub shut: Option<Shut>,
    /// What their silence has led to (EM-COM-F).
    pub silence: Silence,
    /// How long the city keeps the chat.
    pub keeping: Keeping,
    /// How far the questions after the chat are.
    pub survey: Survey,
    /// How far the message is that the resident leaves.
    pub letter: Letter,
    /// What is to be said about the draft.
    pub notice: Notice,
    /// What to do in the emergency that is written of.
    pub guidance: Guidance,
}

/// No chat can begin (EM-HRS-A).
#[derive(Clone, Debug, PartialEq)]
pub struct Shut {
    /// Whether the office is open, and only the last chat has begun (EM-HRS-A-a).
    pub last_chat_gone: bool,
    /// Whether an administrator has shut the doors.
    pub for_now: bool,
    /// When the next one can begin, where that is known.
    pub next: Option<Millis>,
    /// The holiday, where it is one.
    pub why: Option<Names>,
}

/// A handle to all of it: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Model {
    seen: RwSignal<Arc<Seen>>,
    /// The list of messages.
    pub rows: RwSignal<Vec<(RowKey, ArcRwSignal<Shows>)>>,
    /// The field that a gesture of the person leads to is to take the focus.
    pub wants_focus: RwSignal<bool>,
    /// The menu is open.
    pub menu: RwSignal<bool>,
    held: StoredValue<Rc<RefCell<Held>>, LocalStorage>,
}

/// What no view reads.
struct Held {
    options: Options,
    keeper: Keeper,
    announcer: Announcer,
    conversation: Option<Conversation>,
    /// A chat another tab spoke of before the city's face was known.
    offered: Option<StartedChat>,
    /// What was asked for last, and its name: asked for again, the edge knows it is the same.
    asked: Option<StartChat>,
    /// What the resident answers after the chat.
    survey: survey::Chosen,
    /// The message that was sent last: sent again, the edge knows it is the same.
    letter: Option<LeaveMessage>,
    /// What is being written.
    draft: String,
    /// The city's face, as long as the language is still on its way.
    unmet: Option<Face>,
    /// The languages that have been loaded.
    voices: speech::Voices,
    /// Until the writing pauses.
    pause: Timer,
    /// Until the city is asked again.
    again: Timer,
    /// Whether the focus is in the app.
    has_focus: bool,
    memory: chat::Memory,
}

impl Model {
    /// Asks the city for its face, and goes on with the chat this person has, if any.
    pub fn open(options: Options) -> Self {
        let seen = Seen {
            speech: Speech::ENGLISH,
            size: TextSize::Normal,
            face: None,
            stage: Stage::Opening,
            starting: false,
            trouble: None,
            topic: None,
            phase: Phase::InLine,
            reach: Reach::Connecting,
            staff: None,
            typing: false,
            place: None,
            shut: None,
            silence: Silence::Unasked,
            keeping: Keeping::Tonight,
            survey: Survey::default(),
            letter: Letter::default(),
            notice: Notice::default(),
            guidance: Guidance::default(),
        };
        let held = Held {
            keeper: Keeper::new(&options.city),
            announcer: Announcer::default(),
            options,
            conversation: None,
            offered: None,
            asked: None,
            survey: survey::Chosen::default(),
            letter: None,
            unmet: None,
            voices: speech::Voices::default(),
            draft: String::new(),
            pause: Timer::default(),
            again: Timer::default(),
            has_focus: false,
            memory: chat::Memory::default(),
        };
        let model = Self {
            seen: RwSignal::new(Arc::new(seen)),
            rows: RwSignal::new(Vec::new()),
            wants_focus: RwSignal::new(false),
            menu: RwSignal::new(false),
            held: StoredValue::new_local(Rc::new(RefCell::new(held))),
        };
        model.hold(|held| held.keeper.listen(move |word| model.hear(word)));
        model.speak(model.hold(|held| held.options.language));
        model.load();
        model
    }

    /// What is to be shown; whoever asks in a view is asked again when it changes.
    pub fn seen(self) -> Arc<Seen> {
        self.seen.get()
    }

    /// What is to be shown at this moment.
    pub fn seen_untracked(self) -> Arc<Seen> {
        self.seen.get_untracked()
    }

    /// Changes what is to be shown. When it comes out the same, nothing is drawn.
    pub fn change(self, how: &mut dyn FnMut(&mut Seen)) {
        let before = self.seen.get_untracked();
        let mut after = Seen::clone(&before);
        how(&mut after);
        if after != *before {
            self.seen.set(Arc::new(after));
        }
    }

    /// A sentence in the app's language, as a view shows it.
    pub fn text(self, text: Text) -> impl Fn() -> Cow<'static, str> + Copy + 'static {
        move || text.say(self.seen().speech).into()
    }

    /// What a failure tells the person to do.
    pub fn explain(self, failure: Failure) -> &'static str {
        let speech = self.seen().speech;
        match failure {
            Failure::Offline => Text::CannotReach.say(speech),
            Failure::Problem(Refusal::NotFound) => Text::UnknownCity.say(speech),
            Failure::Problem(why) => Text::of_refusal(why).say(speech),
        }
    }

    /// A number the page gave, for when the city cannot be asked for its own.
    pub fn page_phone(self) -> String {
        self.hold(|held| held.options.phone.clone())
    }

    /// Whether the chat can be made small.
    pub fn shrinks(self) -> bool {
        self.hold(|held| held.options.shrinks)
    }

    /// The person wants the chat small.
    pub fn minimise(self) {
        self.menu.set(false);
        self.host().tell(Word::Minimise);
    }

    /// The size of the words, in the app's language.
    pub fn text_size(self) -> String {
        let seen = self.seen();
        seen.speech.fill(Text::WordSize, &[seen.size.step()])
    }

    /// The words are to be larger, or after the largest as they were. Said too: a button's new name is not heard.
    pub fn enlarge(self) {
        self.change(&mut |seen| seen.size = seen.size.next());
        self.say(&untrack(|| self.text_size()));
    }

    /// Asks the city once more.
    pub fn load(self) {
        self.change(&mut |seen| seen.stage = Stage::Opening);
        self.ask_city();
    }

    /// Asks the city for its face, until it answers: networks come back by themselves, and a person need not see to it.
    fn ask_city(self) {
        if self.held.is_disposed() {
            return;
        }
        let url = self.hold(|held| {
            held.again.clear();
            held.keeper.tell(&keeper::Word::AnyChat {});
            [&held.options.origin, "/v1/city/", &held.options.city].concat()
        });
        spawn_local(async move {
            let face = http::get::<Face>(&url).await;
            if self.held.is_disposed() || self.seen_untracked().face.is_some() {
                return;
            }
            match face {
                Ok(face) => self.meet(face),
                Err(failure) => {
                    self.change(&mut |seen| seen.stage = Stage::Unreachable(failure));
                    if failure != Failure::Problem(Refusal::NotFound) {
                        let at = clock::now().after(AGAIN);
                        self.hold(|held| held.again.set(at, move || self.ask_city()));
                    }
                }
            }
        });
    }

    /// The city has answered. What the app says is there before anything of it is shown.
    fn meet(self, face: Face) {
        if self.hold(|held| held.voices.is_awaited()) {
            return self.hold(|held| held.unmet = Some(face));
        }
        let spoken = self.seen_untracked().speech.language();
        if let Some(first) = face.languages.first().filter(|_| !face.languages.contains(&spoken)) {
            self.speak(*first);
        }
        let face = Arc::new(face);
        let suggested = self.hold(|held| held.options.topic.clone());
        self.change(&mut |seen| {
            let topic = face.topics.iter().find(|topic| topic.id.as_str() == suggested);
            seen.topic = topic.or(face.topics.first()).map(|topic| topic.id.clone());
            seen.face = Some(Arc::clone(&face));
        });
        let known = self.hold(|held| held.keeper.kept().or_else(|| held.offered.take()));
        match known {
            Some(chat) => self.join(&chat),
            None => self.change(&mut |seen| seen.stage = Stage::Asking),
        }
        self.look_at_hours();
    }

    /// Looks at the clock: whether a chat about the chosen topic can begin. The edge judges by the same function.
    pub fn look_at_hours(self) {
        self.change(&mut |seen| {
            let openings = seen.face.as_ref().and_then(|face| face.openings(seen.topic.as_ref()));
            seen.shut = openings.and_then(|openings| match openings.at(clock::now()) {
                Standing::Open(_) => None,
                Standing::Closed { running, next, why } => Some(Shut {
                    last_chat_gone: running.is_some(),
                    for_now: openings.shut,
                    next: next.map(|opening| opening.from),
                    why: why.cloned(),
                }),
            });
        });
        let seen = self.seen_untracked();
        if seen.stage == Stage::Asking && seen.shut.is_some() {
            self.say(Text::ClosedNow.say(seen.speech));
        }
    }

    /// Asks for a chat about the chosen topic.
    pub fn start(self) {
        self.look_at_hours();
        if self.seen_untracked().shut.is_some() {
            return;
        }
        let seen = self.seen_untracked();
        let Some(topic) = seen.topic.clone().filter(|_| !seen.starting) else { return };
        self.change(&mut |seen| {
            seen.starting = true;
            seen.trouble = None;
        });
        let language = seen.speech.language();
        let mut request = StartChat { client_ref: chance::client_ref(), topic, language };
        let mut url = String::new();
        self.hold(|held| {
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
            self.change(&mut |seen| {
                seen.starting = false;
                seen.trouble = started.as_ref().err().copied();
            });
            if let Ok(chat) = started {
                self.hold(|held| held.asked = None);
                self.join(&chat);
                // After the stage has changed: the form, which is still there, shall not take it.
                self.wants_focus.set(true);
            }
        });
    }

    fn hear(self, word: keeper::Word) {
        match word {
            keeper::Word::AnyChat {} => self.hold(|held| {
                if let Some(chat) = held.keeper.kept() {
                    held.keeper.tell(&keeper::Word::Here(chat));
                }
            }),
            keeper::Word::Here(chat) => match self.seen_untracked().stage {
                Stage::Opening | Stage::Unreachable(_) => {
                    self.hold(|held| held.offered = Some(chat));
                }
                Stage::Asking => self.join(&chat),
                Stage::Chat | Stage::Leaving => {}
            },
        }
    }

    /// Says a sentence to those who listen.
    pub fn say(self, sentence: &str) {
        self.hold(|held| held.announcer.say(sentence));
    }

    /// Where the sentences that interrupt will stand.
    pub fn warn_in(self, region: &web_sys::Element) {
        self.hold(|held| held.announcer.urgent = Some(region.clone()));
    }

    /// Where such sentences will stand.
    pub fn say_in(self, region: &web_sys::Element) {
        self.hold(|held| held.announcer.region = Some(region.clone()));
    }

    /// What no view reads. Nothing that may come back here is called within `with`.
    fn hold<T>(self, with: impl FnOnce(&mut Held) -> T) -> T {
        with(&mut self.held.get_value().borrow_mut())
    }

    fn host(self) -> Host {
        self.hold(|held| held.options.host.clone())
    }

    fn conversation(self) -> Option<Conversation> {
        self.hold(|held| held.conversation.clone())
    }
}
