//! What people do in their browsers, and what their links do to it.

use super::world::{Seat, World};
use crate::stage::{action, token};
use crate::tab::{FromEdge, Pipe, Socket, Tab};
use edge::session::{Event, Peer, decode};
use fastrand::Rng;
use shared::chat::Input;
use shared::privacy::{Allowed, MaskedText};
use shared::wire::v1::{EndReason, PING, Party, Untrusted, Up};
use std::collections::VecDeque;
use std::sync::LazyLock;

/// What people write: mostly short, since much of it is written; halves of a card number among it, and a cry for help.
pub const TEXTS: [&str; 8] =
    ["Hi", "ok", "Gracias", "My bill?", "card 4111 1111", "1111 1111", "the house is on fire", "Yes"];

/// What each of them is by itself when it is masked.
pub static MASKED: LazyLock<Vec<MaskedText>> =
    LazyLock::new(|| TEXTS.iter().map(|text| Untrusted::typed(text).mask(Allowed::NOTHING)).collect());

const NO_SUCH_CHAT: u16 = 4004;

impl World {
    fn anyone(&self, rng: &mut Rng) -> Option<usize> {
        (!self.seats.is_empty()).then(|| rng.usize(..self.seats.len()))
    }

    /// A browser opens a chat.
    pub fn takes_seat(&mut self, site: usize, console: Option<usize>) {
        let (you, token) = match console {
            Some(_) => (Party::Staff, None),
            None => (Party::Resident, Some(token(self.sites[site].id.clone()))),
        };
        self.seats.push(Seat { site, console, tab: Tab::new(self.now, you, token) });
    }

    /// A browser closes a chat.
    pub fn gets_up(&mut self, place: usize) {
        let mut seat = self.seats.remove(place);
        seat.tab.unplug();
        for conn in seat.tab.stale {
            self.chat_happens(seat.site, Event::Disconnected { conn }, super::world::Fate::Done);
        }
    }

    pub fn say(&mut self, rng: &mut Rng) {
        let Some(place) = self.anyone(rng) else { return };
        for _ in 0..rng.u8(1..3) {
            self.actions += 1;
            let text = rng.usize(..TEXTS.len());
            let Seat { site, tab, .. } = &mut self.seats[place];
            self.history.says(action(self.actions), *site, tab.you, text);
            tab.say(self.now, self.actions, TEXTS[text]);
            self.faults.messages += 1;
        }
    }

    pub fn shows_life(&mut self, rng: &mut Rng) {
        let Some(place) = self.anyone(rng) else { return };
        let input = match rng.u8(..3) {
            0 => Input::Typed,
            1 => Input::Here,
            _ => Input::Awake,
        };
        self.seats[place].tab.handle(self.now, input);
    }

    /// Someone ends the chat, or the resident wants it forgotten.
    pub fn ends(&mut self, rng: &mut Rng) {
        let Some(place) = self.anyone(rng) else { return };
        if rng.u8(..3) > 0 {
            return;
        }
        let forget = self.seats[place].tab.you == Party::Resident && rng.bool();
        self.end_at(place, forget);
    }

    pub fn end_at(&mut self, place: usize, forget: bool) {
        self.actions += 1;
        let client_ref = action(self.actions);
        let Seat { site, tab, .. } = &mut self.seats[place];
        self.history.wants_an_end(client_ref.clone(), *site);
        let input = if forget {
            Input::Forget { client_ref }
        } else {
            Input::End { client_ref, reason: EndReason::Done }
        };
        tab.handle(self.now, input);
    }

    pub fn link_breaks(&mut self, rng: &mut Rng) {
        let Some(place) = self.anyone(rng) else { return };
        let now = self.now;
        match rng.u8(..4) {
            0 => {
                let tab = &mut self.seats[place].tab;
                if matches!(tab.socket, Socket::Open(_)) {
                    self.faults.dropped += 1;
                    tab.closed(now, 1006, rng.u32(..));
                }
            }
            1 => {
                if let Some(pipe) = self.seats[place].tab.pipe() {
                    pipe.dead = true;
                    pipe.up.clear();
                    pipe.down.clear();
                    self.faults.half_open += 1;
                }
            }
            2 => self.notice(place),
            // The page is loaded anew: what was not acknowledged is gone.
            _ => {
                let Seat { site, console, .. } = self.seats[place];
                self.gets_up(place);
                self.takes_seat(site, console);
            }
        }
    }

    /// The edge notices that connections of this browser are gone.
    pub fn notice(&mut self, place: usize) {
        let site = self.seats[place].site;
        for conn in std::mem::take(&mut self.seats[place].tab.stale) {
            self.chat_happens(site, Event::Disconnected { conn }, super::world::Fate::Done);
        }
    }

    pub fn dial(&mut self, rng: &mut Rng) {
        let Some(place) = self.anyone(rng) else { return };
        if !matches!(self.seats[place].tab.socket, Socket::Dialing) {
            return;
        }
        if !self.calm && rng.u8(..6) == 0 {
            return self.seats[place].tab.closed(self.now, 1006, rng.u32(..));
        }
        self.connect(place);
    }

    pub fn connect(&mut self, place: usize) {
        let Seat { site, console, .. } = self.seats[place];
        if self.sites[site].object.is_none() {
            return self.seats[place].tab.closed(self.now, NO_SUCH_CHAT, 0);
        }
        self.conns += 1;
        let conn = edge::session::ConnId(self.conns);
        let peer = match console {
            None => Peer::Stranger,
            Some(who) => {
                let console = &self.consoles[who];
                Peer::Staff { id: console.id(), role: console.role, greeted: false, reads: false }
            }
        };
        self.chat_happens(site, Event::Connected { conn, peer }, super::world::Fate::Done);
        let pipe = Pipe { conn, up: VecDeque::new(), down: VecDeque::new(), dead: false };
        self.seats[place].tab.socket = Socket::Open(pipe);
        self.seats[place].tab.handle(self.now, Input::Opened);
    }

    pub fn deliver_up(&mut self, rng: &mut Rng) {
        if let Some(place) = self.anyone(rng) {
            self.frame_arrives(place, rng);
        }
    }

    /// The next frame of a browser reaches its chat. Says whether there was one.
    pub fn frame_arrives(&mut self, place: usize, rng: &mut Rng) -> bool {
        let site = self.seats[place].site;
        let Some(pipe) = self.seats[place].tab.pipe() else { return false };
        let Some(text) = pipe.up.pop_front() else { return false };
        if text == PING {
            pipe.down.push_back(FromEdge::Pong);
            return true;
        }
        let conn = pipe.conn;
        if self.sites[site].object.is_none() {
            pipe.down.push_back(FromEdge::Close(NO_SUCH_CHAT));
            return true;
        }
        let mut frame = decode(&text);
        if let Ok(Up::Say { client_ref, .. }) = &frame {
            self.faults.repeated += u64::from(self.history.has_left(client_ref));
        }
        if let (Some(bug), Ok(sent)) = (self.bug, &frame) {
            let Some(other) = bug.sent(sent.clone(), &self.history.left) else { return true };
            frame = Ok(other);
        }
        if let Ok(Up::Say { client_ref, .. }) = &frame {
            self.history.leaves(client_ref);
        }
        let fate = self.fate(rng);
        self.chat_happens(site, Event::Frame { conn, frame }, fate);
        true
    }

    pub fn deliver_down(&mut self, rng: &mut Rng) {
        if let Some(place) = self.anyone(rng) {
            self.frame_is_read(place);
        }
    }

    /// The next frame of a chat reaches a browser. Says whether there was one.
    pub fn frame_is_read(&mut self, place: usize) -> bool {
        let (now, tab) = (self.now, &mut self.seats[place].tab);
        match tab.pipe().and_then(|pipe| pipe.down.pop_front()) {
            Some(FromEdge::Frame(frame)) => tab.handle(now, Input::Frame(frame)),
            Some(FromEdge::Pong) => tab.handle(now, Input::Noise),
            Some(FromEdge::Close(code)) => tab.closed(now, code, 1 << 31),
            None => return false,
        }
        true
    }

    pub fn everything_in_flight(&mut self, rng: &mut Rng) {
        for place in 0..self.seats.len() {
            while self.frame_arrives(place, rng) {}
            while self.frame_is_read(place) {}
        }
    }

    /// Whatever a browser has seen acknowledged, everyone sees under the same number, for ever.
    pub fn watch(&mut self) {
        for Seat { site, tab, .. } in &mut self.seats {
            self.history.sees(*site, tab);
        }
    }
}
