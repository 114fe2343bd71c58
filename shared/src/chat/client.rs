//! The machine that drives one conversation in a browser.

use super::author;
use super::link::{Due, Link, LinkState, Way};
use super::log::{Applied, Log};
use super::outbox::{Action, Outbox, PATIENCE};
use super::timeline::{self, Item};
use crate::id::{ClientRef, Seq};
use crate::privacy::{Allowed, Masking};
use crate::refusal::Refusal;
use crate::time::Millis;
use crate::triage::{Extra, Triage};
use crate::wire::v1::{
    Body, Down, EndReason, Event, Hello, Party, Place, Receipts, RetentionReason, Strike, Untrusted, Up,
    Welcome,
};
use core::time::Duration;

/// One typing notice tells the other side for this long; it is repeated after half of it.
const TYPING: Duration = Duration::from_secs(6);

/// Something that happened to the client.
pub enum Input {
    /// The socket that [`Output::Connect`] asked for is open.
    Opened,
    /// A frame came.
    Frame(Down),
    /// Something came that is no frame this client knows, such as the answer to a ping.
    Noise,
    /// The socket is closed, or could not be opened. `random` spreads the next attempt.
    Closed {
        /// The close code.
        code: u16,
        /// 32 random bits.
        random: u32,
    },
    /// The browser says the network is back, or the page is looked at again.
    Awake,
    /// The person sends a message. It is masked before anything else is done with it.
    Say {
        /// Names the action.
        client_ref: ClientRef,
        /// As it was typed.
        text: Untrusted,
    },
    /// The person ends the chat.
    End {
        /// Names the action.
        client_ref: ClientRef,
        /// Why.
        reason: EndReason,
    },
    /// The resident ends the chat and wants it deleted at once.
    Forget {
        /// Names the action.
        client_ref: ClientRef,
    },
    /// The person pressed a key.
    Typed,
    /// The person says that they are still there (EM-COM-F).
    Here,
    /// The moment of [`Client::poll_timeout`] has come. `random` spreads the next attempt.
    Timeout {
        /// 32 random bits.
        random: u32,
    },
}

/// Something the browser is to do.
#[derive(Clone, PartialEq, Eq)]
pub enum Output {
    /// Open a socket (closing any that is open).
    Connect,
    /// Send a frame.
    Send(Up),
    /// Send [`PING`](crate::wire::v1::PING).
    Ping,
    /// Close the socket.
    Disconnect,
}

/// One conversation as one browser sees it.
pub struct Client {
    you: Party,
    token: Option<String>,
    log: Log,
    got: Receipts,
    outbox: Outbox,
    allowed: Allowed,
    link: Link,
    /// The head the edge named in its welcome: what is behind it is sent before anything is repeated.
    catching_up: Option<Seq>,
    /// When the client asked for events that it lacks, until it is welcomed again.
    asked: Option<Millis>,
    confirmed: Seq,
    other_typing_until: Option<Millis>,
    typing_told: Option<Millis>,
    place: Option<Place>,
    /// When the silent chat ends, by this clock, while the resident is asked whether they are there.
    ends_at: Option<Millis>,
    /// When the answer to that went out, until the edge has taken it.
    here_told: Option<Millis>,
    /// When the chat is deleted, by this clock.
    deleted_at: Option<Millis>,
    /// Why the chat is kept beyond its day, if it is (EM-RET-B-a).
    retained: Option<RetentionReason>,
}

impl Client {
    /// A client that is about to connect: the shell opens the first socket at once. Staff pass no token. `allowed` are the
    /// kinds of data that the city lets through.
    pub fn new(now: Millis, you: Party, token: Option<String>, allowed: Allowed) -> Self {
        Self {
            you,
            token,
            log: Log::default(),
            got: Receipts::default(),
            outbox: Outbox::default(),
            allowed,
            link: Link::new(now),
            catching_up: None,
            asked: None,
            confirmed: Seq::ZERO,
            other_typing_until: None,
            typing_told: None,
            place: None,
            ends_at: None,
            deleted_at: None,
            retained: None,
            here_told: None,
        }
    }

    /// What has happened, as far as this client has it.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The connection.
    pub fn link(&self) -> LinkState {
        self.link.state()
    }

    /// How the connection that [`Output::Connect`] asks for carries its frames.
    pub fn way(&self) -> Way {
        self.link.way()
    }

    /// Whether the other side was typing a moment ago.
    pub fn other_is_typing(&self) -> bool {
        self.other_typing_until.is_some()
    }

    /// How the line stands, as long as nobody answers and it is known.
    pub fn place(&self) -> Option<Place> {
        self.place.filter(|_| self.log.staff().is_none() && self.log.ended().is_none())
    }

    /// When the chat ends because the resident has been silent, unless they show that they are there (EM-COM-F).
    pub fn silent_end(&self) -> Option<Millis> {
        self.ends_at
    }

    /// When the chat is deleted if it is over by then (EM-RET-A), once the edge has said so.
    pub fn deleted_at(&self) -> Option<Millis> {
        self.deleted_at
    }

    /// Why the chat is kept beyond its day, if it is (EM-RET-B-a).
    pub fn retained(&self) -> Option<RetentionReason> {
        self.retained
    }

    /// What to show, in order: what happened, then what is on its way.
    pub fn items(&self) -> Vec<Item> {
        timeline::items(&self.log, &self.outbox, self.you, self.got, self.link.is_open())
    }

    /// When to call [`Client::handle`] with [`Input::Timeout`] at the latest.
    pub fn poll_timeout(&self) -> Option<Millis> {
        let late = |told: Millis| told.after(PATIENCE);
        let patience = [self.outbox.due(), self.asked.map(late), self.here_told.map(late)];
        let patience = patience.into_iter().flatten().filter(|_| self.link.is_open());
        patience.chain(self.link.due()).chain(self.other_typing_until).min()
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, now: Millis, input: Input) -> Vec<Output> {
        let mut out = Vec::new();
        match input {
            Input::Opened => out.push(Output::Send(self.hello())),
            Input::Frame(frame) => self.frame(now, frame, &mut out),
            Input::Noise => self.link.heard(now),
            Input::Closed { code, random } => {
                self.link.closed(now, code, random);
                self.unplug();
                if let LinkState::Refused(why) = self.link.state() {
                    self.outbox.refuse_all(why);
                }
            }
            Input::Awake => self.link.hurry(now),
            Input::Say { client_ref, text } => self.say(now, client_ref, &text, &mut out),
            Input::End { client_ref, reason } => self.act(now, client_ref, Action::End(reason), &mut out),
            Input::Forget { client_ref } => self.act(now, client_ref, Action::Forget, &mut out),
            Input::Typed => self.typed(now, &mut out),
            Input::Here => self.here(now, &mut out),
            Input::Timeout { random } => self.timeout(now, random, &mut out),
        }
        self.settle_end(&mut out);
        out
    }

    /// What would be taken out of a text if it were sent now.
    pub fn preview(&self, now: Millis, text: &Untrusted) -> Masking {
        self.look(now, text).0
    }

    /// What the person's messages so far call for together with `draft` (EM-GEN-B). Blank drafts change nothing.
    pub fn triage(&self, draft: &Untrusted, extra: &Extra) -> Triage {
        author::triage(self.you, (&self.log, &self.outbox), draft, extra)
    }

    fn look(&self, now: Millis, text: &Untrusted) -> (Masking, Vec<Strike>) {
        author::look((self.you, self.allowed), (&self.log, &self.outbox), now, text)
    }

    fn say(&mut self, now: Millis, client_ref: ClientRef, text: &Untrusted, out: &mut Vec<Output>) {
        self.typing_told = None;
        let (Masking { text, .. }, mut strikes) = self.look(now, text);
        strikes.retain(|strike| !self.outbox.strike(strike));
        self.act(now, client_ref, Action::Say { text, strikes }, out);
    }

    fn act(&mut self, now: Millis, client_ref: ClientRef, action: Action, out: &mut Vec<Output>) {
        self.outbox.push(now, client_ref, action);
        match self.link.state() {
            LinkState::Refused(why) => self.outbox.refuse_all(why),
            LinkState::Done => self.outbox.refuse_all(Refusal::ChatEnded),
            LinkState::Connecting | LinkState::Open | LinkState::Waiting(_) => self.flush(now, out),
        }
    }

    fn hello(&self) -> Up {
        Up::Hello(Hello { token: self.token.clone(), last_seq: self.log.head() })
    }

    fn frame(&mut self, now: Millis, frame: Down, out: &mut Vec<Output>) {
        self.link.heard(now);
        match frame {
            Down::Welcome(Welcome { you: _, head, got, ends_in_ms, deleted_in_ms, retained }) => {
                self.link.greeted(now);
                self.got = got;
                self.confirmed = Seq::ZERO;
                self.catching_up = Some(head);
                self.asked = None;
                self.still_there(now, ends_in_ms, out);
                self.retained = retained;
                self.deleted_at = deleted_in_ms.map(|left| now.after(Duration::from_millis(left.into())));
            }
            Down::Snapshot(snapshot) => {
                self.log = Log::from(&snapshot);
                for event in &snapshot.events {
                    self.settle(event);
                }
            }
            Down::Event(event) => {
                self.settle(&event);
                if self.log.apply(&event) == Applied::Gap {
                    self.ask(now, out);
                }
                if matches!(event.body, Body::Said { by, .. } if by != self.you) {
                    self.other_typing_until = None;
                }
            }
            Down::StillThere { ends_in_ms } => self.still_there(now, ends_in_ms, out),
            Down::Retained { reason } => self.retained = Some(reason),
            Down::Typing { by } if by != self.you => self.other_typing_until = Some(now.after(TYPING)),
            Down::Got { by, seq } => {
                self.got.note(by, seq);
                if seq > self.log.head() {
                    self.ask(now, out);
                }
            }
            Down::Refused { code, client_ref: Some(client_ref) } => self.outbox.refuse(&client_ref, code),
            // What ends the connection comes with its close code as well, which decides whether to come back.
            Down::Refused { code, client_ref: None } => self.link.told(code),
            Down::Place(place) => self.place = Some(place),
            Down::Typing { .. } => {}
        }
        if self.catching_up.is_some_and(|head| self.log.head() >= head) {
            self.catching_up = None;
        }
        self.flush(now, out);
        self.confirm(out);
    }

    /// Asks, once, for what is missing; the events behind it come again then.
    fn ask(&mut self, now: Millis, out: &mut Vec<Output>) {
        if self.link.is_open() && self.catching_up.is_none() && self.asked.is_none() {
            self.asked = Some(now);
            out.push(Output::Send(self.hello()));
        }
    }

    fn settle(&mut self, event: &Event) {
        if let Some(client_ref) = &event.client_ref {
            self.outbox.settle(client_ref);
        }
    }

    /// Sends what is next, once the client has caught up.
    fn flush(&mut self, now: Millis, out: &mut Vec<Output>) {
        if self.link.is_open() && self.catching_up.is_none() {
            out.extend(self.outbox.next(now).map(Output::Send));
        }
    }

    /// Tells the edge how far this client got, so that the other side sees "delivered".
    fn confirm(&mut self, out: &mut Vec<Output>) {
        let head = self.log.head();
        if self.link.is_open() && self.catching_up.is_none() && head > self.confirmed {
            self.confirmed = head;
            if head > self.got.of(self.you) {
                out.push(Output::Send(Up::Got { seq: head }));
            }
        }
    }

    fn unplug(&mut self) {
        self.outbox.unplugged();
        self.catching_up = None;
        self.asked = None;
        self.other_typing_until = None;
        self.typing_told = None;
    }

    fn typed(&mut self, now: Millis, out: &mut Vec<Output>) {
        let told = self.typing_told.is_some_and(|told| now.since(told) < TYPING / 2);
        // Asked whether they are there, they are heard at once.
        let told = told && self.ends_at.is_none();
        if self.link.is_open() && !told && self.log.ended().is_none() {
            self.typing_told = Some(now);
            out.push(Output::Send(Up::Typing {}));
        }
    }

    /// Told again until the edge has heard it: a frame can be swallowed, and the chat would end.
    fn here(&mut self, now: Millis, out: &mut Vec<Output>) {
        if self.ends_at.is_some() {
            self.here_told = Some(now);
            if self.link.is_open() {
                out.push(Output::Send(Up::Here {}));
            }
        }
    }

    fn still_there(&mut self, now: Millis, ends_in_ms: Option<u32>, out: &mut Vec<Output>) {
        self.ends_at = ends_in_ms.map(|left| now.after(Duration::from_millis(left.into())));
        match (self.ends_at, self.here_told) {
            (None, _) => self.here_told = None,
            // Answered before the connection was lost: the answer may not have arrived.
            (Some(_), Some(_)) => self.here(now, out),
            (Some(_), None) => {}
        }
    }

    fn timeout(&mut self, now: Millis, random: u32, out: &mut Vec<Output>) {
        if self.here_told.is_some_and(|told| told.after(PATIENCE) <= now) {
            self.here(now, out);
        }
        if self.other_typing_until.is_some_and(|until| until <= now) {
            self.other_typing_until = None;
        }
        match self.link.timeout(now) {
            None => {}
            Some(Due::Connect) => out.push(Output::Connect),
            Some(Due::Ping) => out.push(Output::Ping),
            Some(Due::GiveUp) => {
                self.link.lost(now, random);
                self.unplug();
                out.push(Output::Disconnect);
            }
        }
        if self.link.is_open() {
            self.outbox.give_up_waiting(now);
            self.flush(now, out);
        }
        if self.asked.is_some_and(|asked| asked.after(PATIENCE) <= now) {
            self.asked = None;
            self.ask(now, out);
        }
    }

    /// After the end nothing more comes: once everything is settled the connection is of no use.
    fn settle_end(&mut self, out: &mut Vec<Output>) {
        if self.log.ended().is_some() {
            self.ends_at = None;
            self.here_told = None;
        }
        if self.link.is_open() && self.log.ended().is_some() && !self.outbox.has_open() {
            self.link.done();
            out.push(Output::Disconnect);
        }
    }
}
