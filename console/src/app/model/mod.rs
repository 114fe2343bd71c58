//! The signed-in console: what the views read, and the one place that acts.

mod alerting;
mod desk_view;
mod supervise;
mod touch;
mod watch;

pub use desk_view::DeskView;

use super::chat::{Asking, Chat, Keeping};
use super::desk::Desk;
use super::doors::Doors;
use super::notify::Desktop;
use super::page;
use super::settings::Setting;
use super::sound::Sound;
use crate::action::{Action, At, Situation, Slot};
use crate::alert::Alerts;
use crate::desk::Input;
use crate::glance;
use crate::ringing::Ringing;
use browser::tabs::Tabs;
use browser::{chance, clock, http};
use core::cell::{Cell, RefCell};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::chat::LinkState;
use shared::id::{ChoiceId, SessionId, StaffId};
use shared::language::Language;
use shared::policy::{Book, Face, Sheet};
use shared::refusal::Refusal;
use shared::text::{Console as Say, Sentence};
use shared::time::Millis;
use shared::wire::v1::{Access, Board, DeskUp, Greeting, Presence, SampleStaff, SignInFailure};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the views read and act through. It is a handle: cheap to copy, the same behind every copy.
#[derive(Clone, Copy)]
pub struct Model {
    /// The language the console speaks.
    pub language: RwSignal<Language>,
    /// Who is signed in.
    pub me: StoredValue<SampleStaff>,
    /// The city's policy as a browser sees it.
    pub face: StoredValue<Face>,
    /// The city's texts and lists for staff, once they are here.
    pub book: RwSignal<Book>,
    /// The city's policy for those who answer for it, once someone looks; without it, that none came.
    pub sheet: RwSignal<Option<Result<Sheet, ()>>>,
    /// Who has read along in which chat, or that it could not be had.
    pub accesses: RwSignal<Option<Result<Vec<Access>, ()>>>,
    /// This machine's time, each second.
    pub now: RwSignal<Millis>,
    /// The desk.
    pub desk: RwSignal<DeskView>,
    /// The chats on the screen, from the left.
    pub chats: RwSignal<Vec<SessionId>>,
    /// The one the person is at.
    pub active: RwSignal<Option<SessionId>>,
    /// Which part is before the person on a small screen.
    pub pane: RwSignal<Pane>,
    /// How many messages nobody has looked at, by chat.
    pub unseen: RwSignal<BTreeMap<SessionId, usize>>,
    /// What happened last, in words.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether alerts are heard.
    pub sound_on: RwSignal<bool>,
    /// Whether the browser lets the page be heard.
    pub audible: RwSignal<bool>,
    /// Whether the desktop shows them.
    pub desktop: RwSignal<Desktop>,
    /// Whether single keys act (WCAG 2.1.4).
    pub single_keys: RwSignal<bool>,
    /// Whether the cases fill the middle, for who decides about them.
    pub judging: RwSignal<bool>,
    /// Whether chats can begin.
    doors: StoredValue<Doors>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    desk: RefCell<Option<Desk>>,
    open: RefCell<Vec<Chat>>,
    alerts: RefCell<Alerts>,
    sound: Sound,
    /// This tab among the person's others.
    ringing: RefCell<Ringing>,
    tabs: RefCell<Option<Tabs>>,
    /// Until then a test of the alerts counts.
    test_until: Cell<Millis>,
    /// The chat this person has just accepted: they are led to it when it opens.
    accepted: RefCell<Option<SessionId>>,
    asking_who: Cell<bool>,
    /// Until then single keys do nothing.
    keys_rest: Cell<Millis>,
}

/// A part of the console that fills a small screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// Who waits.
    Line,
    /// The chats.
    Chats,
    /// What is known about the chat.
    Facts,
}

/// Something the person is told in the bar, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub text: String,
    /// Until when.
    until: Millis,
}

impl Model {
    /// The console of someone who has just signed in, or was found to be.
    pub fn new(language: RwSignal<Language>, me: SampleStaff, face: Face) -> Self {
        let nothing = DeskView {
            board: None,
            link: LinkState::Connecting,
            presence: Presence::Offline,
            answered: false,
            refused: None,
            ahead: 0,
        };
        let model = Self {
            language,
            doors: StoredValue::new(Doors::new(face.openings.clone())),
            me: StoredValue::new(me),
            face: StoredValue::new(face),
            book: RwSignal::default(),
            sheet: RwSignal::default(),
            accesses: RwSignal::default(),
            now: RwSignal::new(clock::now()),
            desk: RwSignal::new(nothing),
            chats: RwSignal::default(),
            active: RwSignal::default(),
            pane: RwSignal::new(Pane::Line),
            unseen: RwSignal::default(),
            notice: RwSignal::default(),
            sound_on: RwSignal::new(Setting::Sound.is_on()),
            audible: RwSignal::new(false),
            desktop: RwSignal::new(Desktop::of(Setting::Desktop.is_on())),
            single_keys: RwSignal::new(Setting::SingleKeys.is_on()),
            judging: RwSignal::new(false),
            inner: StoredValue::new_local(Rc::new(Inner {
                desk: RefCell::default(),
                open: RefCell::default(),
                alerts: RefCell::default(),
                sound: Sound::default(),
                ringing: RefCell::new(Ringing::new(chance::bits_32(), clock::now())),
                tabs: RefCell::default(),
                test_until: Cell::default(),
                accepted: RefCell::default(),
                asking_who: Cell::default(),
                keys_rest: Cell::default(),
            })),
        };
        let desk = Desk::join(&page::origin(), move || model.follow_desk(), move || model.ask_who_i_am());
        model.inner().desk.replace(Some(desk));
        model.hear_tabs();
        model.ask_for_book();
        model
    }

    /// The city's texts and lists. Without them a console can do all but transfer and wrap up: it asks again by itself.
    fn ask_for_book(self) {
        spawn_local(async move {
            if let Ok(book) = http::get::<Book>("/v1/staff/book").await {
                self.book.set(book);
            }
        });
    }

    /// Opens the policy, as it is now.
    fn show_policy(self) {
        self.sheet.set(None);
        page::set_dialog("policy", true);
        spawn_local(async move {
            self.sheet.set(Some(http::get::<Sheet>("/v1/staff/policy").await.map_err(|_| ())));
        });
    }

    fn show_accesses(self) {
        self.accesses.set(None);
        page::set_dialog("accesses", true);
        spawn_local(async move {
            let found = http::get::<Vec<Access>>("/v1/staff/accesses").await;
            self.accesses.set(Some(found.map_err(|_| ())));
        });
    }

    fn inner(&self) -> Rc<Inner> {
        self.inner.get_value()
    }

    /// A sentence, in the language of the console.
    pub fn say<S: Sentence>(self, what: S) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || what.in_language(self.language.get())
    }

    /// A sentence with values, in the language of the console.
    pub fn say_with(self, what: impl Sentence, values: &[&str]) -> String {
        what.filled(self.language.get(), values)
    }

    /// A chat on the screen.
    pub fn chat(&self, id: &SessionId) -> Option<Chat> {
        self.inner().open.borrow().iter().find(|chat| chat.id == *id).cloned()
    }

    /// The chat the person is at.
    pub fn active_chat(&self) -> Option<Chat> {
        self.chat(&self.active.get()?)
    }

    /// What an entry of the policy's lists is called.
    pub fn choice(self, id: &ChoiceId) -> String {
        let language = self.language.get();
        self.book.with(|book| {
            let mut known = book.transfer_reasons.iter().chain(&book.outcomes);
            let names = known.find(|choice| choice.id == *id).map(|choice| &choice.names);
            names.map_or_else(|| id.as_str().to_owned(), |names| names.in_language(language).to_owned())
        })
    }

    /// What a colleague is called: by name, while the board shows them.
    pub fn person(self, id: &StaffId) -> String {
        if self.me.with_value(|me| me.id == *id) {
            return self.me.with_value(|me| me.card.name.clone());
        }
        self.desk.with(|desk| {
            let mut staff = desk.board.iter().flat_map(|board| &board.staff);
            staff
                .find(|other| other.id == *id)
                .map_or_else(|| id.as_str().to_owned(), |other| other.card.name.clone())
        })
    }

    /// What a resident is called.
    pub fn resident(self, chat: &SessionId) -> String {
        self.say_with(Say::Resident, &[&glance::short_name(chat)])
    }

    /// What there is to act on, right now.
    pub fn situation(&self) -> Situation {
        let at = self
            .active
            .get_untracked()
            .and_then(|id| self.chat(&id))
            .filter(|chat| !chat.reads.get_untracked())
            .map(|chat| chat.state.with_untracked(|state| state.phase));
        self.desk.with_untracked(|desk| Situation {
            presence: desk.presence,
            offered: desk.offer().is_some(),
            chats: self.chats.with_untracked(Vec::len),
            at,
            away: !desk.is_open(),
            role: self.me.with_value(|me| me.role),
        })
    }

    /// Does something, if it can be done now.
    pub fn act(self, action: Action) {
        if !action.is_possible(&self.situation()) {
            return;
        }
        match action {
            Action::Accept => self.answer(true),
            Action::Decline => self.answer(false),
            Action::Chat(slot) => {
                let id = self.chats.with_untracked(|chats| chats.get(slot.index()).cloned());
                if let Some(id) = id {
                    self.go_to(&id);
                }
            }
            Action::End => self.ask_to_end(),
            Action::Close => self.close(),
            Action::Transfer => self.ask_to_transfer(),
            Action::Abuse => self.ask_about_abuse(),
            Action::Cases => self.show_cases(true),
            Action::Online | Action::OnCall | Action::WithVisitor | Action::Away | Action::Offline => {
                if let Some(presence) = action.presence() {
                    self.tell_desk(Input::Presence(presence));
                }
            }
            Action::Line => self.show(Pane::Line, "line"),
            // Where the facts take room from the chats, the same key gives it back.
            Action::Facts if self.pane.get_untracked() == Pane::Facts => self.show(Pane::Chats, "chats"),
            Action::Facts => self.show(Pane::Facts, "facts"),
            Action::Sound => self.turn_sound(),
            Action::Desktop => self.turn_desktop(),
            Action::TestAlerts => self.test_alerts(),
            Action::TryNow => self.try_now(),
            Action::Policy => self.show_policy(),
            Action::Hours => self.doors().open(),
            Action::Accesses => self.show_accesses(),
            Action::List => page::set_dialog("actions", true),
            Action::SignOut => sign_out(),
        }
    }

    /// Leads the person to a chat.
    pub fn go_to(self, id: &SessionId) {
        self.judging.set(false);
        self.at(id);
        self.pane.set(Pane::Chats);
        page::focus(composer_id(id));
    }

    /// The person is at a chat, however they got there.
    pub fn at(self, id: &SessionId) {
        if self.active.with_untracked(|active| active.as_ref() != Some(id)) {
            self.active.set(Some(id.clone()));
        }
        self.look();
    }

    /// A second has passed.
    pub fn pulse(self) {
        self.now.set(clock::now());
        let desk = self.inner().desk.borrow().clone();
        if let Some(desk) = desk {
            desk.pulse();
        }
        self.forget_deleted();
        self.look();
    }

    /// Asks the desk for something else.
    pub fn tell(self, frame: DeskUp) {
        self.tell_desk(Input::Tell(frame));
    }

    /// Whether something would be lost with the page.
    pub fn holds_unsent(&self) -> bool {
        self.inner().open.borrow().iter().any(|chat| {
            chat.draft.with_untracked(|draft| !draft.trim().is_empty())
                || chat.state.with_untracked(|state| state.unsent)
        })
    }

    fn show(self, pane: Pane, id: &str) {
        self.pane.set(pane);
        page::focus(id.to_owned());
    }

    fn tell_desk(self, input: Input) {
        let desk = self.inner().desk.borrow().clone();
        if let Some(desk) = desk {
            desk.handle(input);
        }
    }

    /// What changes nothing that is shown.
    fn tell_desk_quietly(self, input: Input) {
        if let Some(desk) = self.inner().desk.borrow().as_ref() {
            desk.note(input);
        }
    }

    fn try_now(self) {
        self.tell_desk(Input::Awake);
        self.hurry_chats();
    }

    /// The chats wait for their own connections, each as long as its pause has grown: what tells that the service is back spares
    /// them the rest.
    fn hurry_chats(self) {
        let open = self.inner().open.borrow().clone();
        for chat in open {
            chat.hurry();
        }
    }

    fn answer(self, accept: bool) {
        let Some(chat) = self.desk.with_untracked(|desk| desk.offer().cloned()) else { return };
        if accept {
            self.inner().accepted.replace(Some(chat.clone()));
        }
        self.tell_desk(Input::Answer { chat, accept });
    }

    fn ask_to_end(self) {
        let Some(id) = self.active.get_untracked() else { return };
        if let Some(chat) = self.chat(&id) {
            self.pane.set(Pane::Chats);
            chat.asking.set(Asking::End);
            page::focus(confirm_id(&id));
        }
    }

    fn ask_to_transfer(self) {
        let Some(id) = self.active.get_untracked() else { return };
        if let Some(chat) = self.chat(&id) {
            if self.book.with_untracked(|book| book.transfer_reasons.is_empty()) {
                self.ask_for_book();
            }
            self.pane.set(Pane::Chats);
            chat.asking.set(Asking::Transfer);
            page::focus(transfer_id(&id));
        }
    }

    fn close(self) {
        if let Some(id) = self.active.get_untracked() {
            self.take_off(&id);
        }
    }

    /// Takes a chat off the screen.
    fn take_off(self, id: &SessionId) {
        let place = self.chats.with_untracked(|chats| chats.iter().position(|chat| chat == id));
        self.chats.update(|chats| chats.retain(|chat| chat != id));
        let next = self
            .chats
            .with_untracked(|chats| chats.get(place.unwrap_or(0)).or_else(|| chats.last()).cloned());
        self.inner().open.borrow_mut().retain(|chat| chat.id != *id);
        self.active.set(next.clone());
        match next {
            Some(next) => page::focus(composer_id(&next)),
            None => self.show(Pane::Line, "line"),
        }
        self.look();
    }

    /// What the edge has deleted is taken off the screen and out of memory (EM-RET-B).
    fn forget_deleted(self) {
        let now = clock::now();
        let gone: Vec<_> = self
            .inner()
            .open
            .borrow()
            .iter()
            .filter(|chat| chat.is_deleted(now))
            .map(|chat| chat.id.clone())
            .collect();
        for id in gone {
            let forgotten = self
                .chat(&id)
                .is_some_and(|chat| chat.state.with_untracked(|state| state.keeping == Keeping::Nothing));
            if forgotten {
                self.announce(Say::EndedForgotten.say(self.language.get_untracked()).to_owned());
            }
            self.inner().open.borrow_mut().retain(|chat| chat.id != id);
            self.chats.update(|chats| chats.retain(|chat| *chat != id));
            if self.active.with_untracked(|active| active.as_ref() == Some(&id)) {
                self.active.set(None);
            }
        }
    }

    /// Takes over what the desk says.
    fn follow_desk(self) {
        let desk = self.inner().desk.borrow().clone();
        let Some(desk) = desk else { return };
        let view = desk.read(DeskView::of);
        if matches!(view.link, LinkState::Refused(Refusal::NotSignedIn | Refusal::TokenRefused)) {
            return page::reload();
        }
        if view.link == LinkState::Refused(Refusal::Suspended) {
            return page::reload_with(&[SignInFailure::FRAGMENT, SignInFailure::Suspended.code()].concat());
        }
        let was_away = self.desk.with_untracked(|before| before.board.is_some() && !before.is_open());
        if was_away && view.is_open() {
            self.announce(Say::BackAgain.say(self.language.get_untracked()).to_owned());
            self.hurry_chats();
        }
        // The clocks agree with what the desk has just said.
        self.now.set(clock::now());
        if self.desk.with_untracked(|before| *before != view) {
            if let Some(board) = &view.board {
                self.open_mine(board);
            }
            self.doors().follow(self, &view);
            self.desk.set(view);
        }
        self.look();
    }

    /// Opens each of this person's chats that is not on the screen: accepted just now, or running before a reload.
    fn open_mine(self, board: &Board) {
        for mine in &board.mine {
            if let Some(known) = self.chat(&mine.chat) {
                // One that went to someone else and is back begins anew.
                known.reads.set(false);
                let away = LinkState::Refused(Refusal::NotPermitted);
                if known.state.with_untracked(|state| state.link != away) {
                    continue;
                }
                self.inner().open.borrow_mut().retain(|chat| chat.id != mine.chat);
                self.chats.update(|chats| chats.retain(|chat| *chat != mine.chat));
            }
            let allowed = self.face.with_value(Face::allowed);
            let chat = Chat::open(mine, false, page::origin(), allowed, move |is_end| {
                if is_end {
                    self.rest_keys();
                }
                self.look();
            });
            self.make_room();
            self.inner().open.borrow_mut().push(chat);
            self.chats.update(|chats| chats.push(mine.chat.clone()));
            let accepted = self.inner().accepted.take().is_some_and(|accepted| accepted == mine.chat);
            if accepted {
                self.go_to(&mine.chat);
            } else if self.active.with_untracked(Option::is_none) {
                self.active.set(Some(mine.chat.clone()));
                self.pane.set(Pane::Chats);
            }
        }
    }

    /// Three chats stand side by side. Before a fourth comes, the oldest that has ended makes room.
    fn make_room(self) {
        if self.chats.with_untracked(Vec::len) < Slot::ALL.len() {
            return;
        }
        let inner = self.inner();
        let ended = inner
            .open
            .borrow()
            .iter()
            .position(|chat| chat.state.with_untracked(|state| state.phase == At::Ended));
        if let Some(place) = ended {
            let chat = inner.open.borrow_mut().remove(place);
            self.chats.update(|chats| chats.retain(|id| *id != chat.id));
            if self.active.with_untracked(|active| active.as_ref() == Some(&chat.id)) {
                self.active.set(None);
            }
        }
    }

    fn ask_who_i_am(self) {
        if self.inner().asking_who.replace(true) {
            return;
        }
        spawn_local(async move {
            let answer = http::get::<Greeting>("/v1/staff/me").await;
            self.inner().asking_who.set(false);
            if answer.is_ok_and(|greeting| greeting.me.is_none()) {
                page::reload();
            }
        });
    }
}

/// The identifier of the first of the steps against abuse.
pub fn abuse_id(chat: &SessionId) -> String {
    format!("abuse-{}", chat.as_str())
}

/// The identifier of a chat's message box.
pub fn composer_id(chat: &SessionId) -> String {
    format!("write-{}", chat.as_str())
}

/// The identifier of the field that says to whom a chat is to go.
pub fn transfer_id(chat: &SessionId) -> String {
    format!("to-{}", chat.as_str())
}

/// The identifier of the button that confirms the end of a chat.
pub fn confirm_id(chat: &SessionId) -> String {
    format!("end-{}", chat.as_str())
}

fn sign_out() {
    spawn_local(async {
        // Whatever came of it: the page that is loaded next says who is signed in.
        let _ = http::post_only("/v1/staff/sign-out", &()).await;
        page::reload();
    });
}
