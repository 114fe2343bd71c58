//! A connection by requests, where the network lets no WebSocket through. It tells and takes the same as a [`Socket`], and is
//! known to the edge by a name of its own ([`Exchange`]).
//!
//! [`Socket`]: crate::socket::Socket

use crate::chance;
use crate::http::{self, Failure};
use crate::socket::Heard;
use core::cell::{Cell, RefCell};
use shared::id::ClientRef;
use shared::wire::v1::{Exchange, Exchanged, PING, PONG};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How a connection ends that broke.
const BROKEN: u16 = 1006;

/// A connection. Dropping it ends it, and nothing is heard of it afterwards.
pub struct Requests {
    line: Rc<Line>,
}

struct Line {
    url: String,
    name: ClientRef,
    unsent: RefCell<VecDeque<String>>,
    sending: Cell<bool>,
    over: Cell<bool>,
    hear: Box<dyn Fn(Heard)>,
}

impl Requests {
    /// Begins a connection at an address of the edge.
    pub fn begin(url: &str, hear: impl Fn(Heard) + 'static) -> Self {
        let line = Rc::new(Line {
            url: url.to_owned(),
            name: chance::client_ref(),
            unsent: RefCell::default(),
            sending: Cell::new(false),
            over: Cell::new(false),
            hear: Box::new(hear),
        });
        spawn_local(line.clone().run());
        Self { line }
    }

    /// Sends a text, after those before it. A ping needs none: the edge answers all the time.
    pub fn send(&self, text: &str) {
        if text == PING {
            return;
        }
        self.line.unsent.borrow_mut().push_back(text.to_owned());
        if !self.line.sending.replace(true) {
            spawn_local(self.line.clone().send());
        }
    }
}

impl Drop for Requests {
    fn drop(&mut self) {
        self.line.over.set(true);
    }
}

impl Line {
    async fn run(self: Rc<Self>) {
        let Some(begun) = self.exchange(true, Vec::new()).await else { return };
        if begun.closed.is_none() {
            self.tell(Heard::Opened);
        }
        self.take(begun);
        while let Some(told) = self.exchange(false, Vec::new()).await {
            if told.frames.is_empty() {
                self.tell(Heard::Text(PONG.to_owned()));
            }
            self.take(told);
        }
    }

    async fn send(self: Rc<Self>) {
        loop {
            // The borrow ends before anything is awaited.
            let next = self.unsent.borrow_mut().pop_front();
            let Some(frame) = next else { break };
            let Some(told) = self.exchange(false, vec![frame]).await else { break };
            self.take(told);
        }
        self.sending.set(false);
    }

    /// One request; nothing once the connection is over. It listens unless it begins or brings something.
    async fn exchange(&self, begins: bool, frames: Vec<String>) -> Option<Exchanged> {
        if self.over.get() {
            return None;
        }
        let listens = !begins && frames.is_empty();
        let given = Exchange { line: self.name.clone(), begins, frames, listens };
        match http::post(&self.url, &given).await {
            Ok(told) => Some(told),
            Err(Failure::Problem(why)) => {
                self.end(why.close_code().unwrap_or(BROKEN));
                None
            }
            Err(Failure::Offline) => {
                self.end(BROKEN);
                None
            }
        }
    }

    fn take(&self, Exchanged { frames, closed }: Exchanged) {
        for frame in frames {
            self.tell(Heard::Text(frame));
        }
        if let Some(code) = closed {
            self.end(code);
        }
    }

    fn tell(&self, heard: Heard) {
        if !self.over.get() {
            (self.hear)(heard);
        }
    }

    fn end(&self, code: u16) {
        self.tell(Heard::Closed(code));
        self.over.set(true);
    }
}
