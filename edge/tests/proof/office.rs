//! A desk with people at it, and what they see and are refused.

use crate::desk_disk::DeskObject;
use crate::stage::{START, chat_id, leave, seat, staff_id, wait};
use core::time::Duration;
use edge::between::{ToChat, ToDesk, Verdict};
use edge::desk::{Effect, Event, Seat, decode};
use edge::session::ConnId;
use serde_json::json;
use shared::time::Millis;
use shared::wire::v1::{Board, DeskDown, Place, Role};
use std::collections::BTreeMap;

pub const SECOND: Duration = Duration::from_secs(1);

/// A desk with people at it, told in short lines.
pub struct Office {
    pub object: DeskObject,
    pub now: Millis,
    names: BTreeMap<ConnId, &'static str>,
    pub transcript: Vec<String>,
    pub boards: BTreeMap<&'static str, Board>,
    /// What each who waits was last told.
    pub places: BTreeMap<String, Place>,
}

impl Office {
    pub fn new() -> Self {
        Self {
            object: DeskObject::default(),
            now: START,
            names: BTreeMap::new(),
            transcript: Vec::new(),
            boards: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// These agents are there and take chats, the first of them for the longest time.
    pub fn with(names: &[&'static str]) -> Self {
        let mut office = Self::new();
        for name in names {
            office.comes(name, Role::Agent);
            office.presence(name, "online");
            office.now = office.now.after(Duration::from_millis(1));
        }
        office.transcript.clear();
        office
    }

    pub fn comes(&mut self, name: &'static str, role: Role) {
        let conn = ConnId(u32::try_from(self.names.len()).unwrap() + 1);
        self.names.insert(conn, name);
        self.happen(Event::Connected { conn, seat: seat(name, role) });
        self.beat(name);
    }

    /// Someone comes whose console says more of them than their name, and takes chats.
    pub fn comes_as(&mut self, name: &'static str, seat: Seat) {
        let conn = ConnId(u32::try_from(self.names.len()).unwrap() + 1);
        self.names.insert(conn, name);
        self.happen(Event::Connected { conn, seat });
        self.beat(name);
        self.presence(name, "online");
    }

    pub fn conn(&self, name: &str) -> ConnId {
        *self.names.iter().find(|(_, known)| **known == name).unwrap().0
    }

    pub fn send(&mut self, name: &str, frame: &str) {
        let conn = self.conn(name);
        self.happen(Event::Frame { conn, frame: decode(frame) });
    }

    pub fn beat(&mut self, name: &str) {
        self.send(name, r#"{"beat":{}}"#);
    }

    pub fn presence(&mut self, name: &str, presence: &str) {
        self.send(name, &json!({ "presence": { "presence": presence } }).to_string());
    }

    pub fn accept(&mut self, name: &str, chat: u128) {
        self.send(name, &json!({ "accept": { "chat": chat_id(chat) } }).to_string());
    }

    pub fn decline(&mut self, name: &str, chat: u128) {
        self.send(name, &json!({ "decline": { "chat": chat_id(chat) } }).to_string());
    }

    pub fn waits(&mut self, chat: u128, since: i64) {
        let since = Millis(START.0 + since);
        self.happen(Event::Called(wait(chat_id(chat), since)));
    }

    pub fn calls(&mut self, call: ToDesk) {
        self.happen(Event::Called(call));
    }

    /// A chat comes, is accepted, and the chat itself knows.
    pub fn has(&mut self, name: &'static str, chat: u128) {
        self.waits(chat, 0);
        self.takes(name, chat);
    }

    pub fn takes(&mut self, name: &'static str, chat: u128) {
        self.accept(name, chat);
        self.answers(chat, name, Some(Verdict::Taken));
    }

    /// Seconds pass, in which the consoles of these people say that they are there and touched.
    pub fn pass(&mut self, seconds: u32, there: &[&'static str]) {
        for _ in 0..seconds {
            self.now = self.now.after(SECOND);
            for name in there {
                self.beat(name);
            }
            self.happen(Event::Timeout);
        }
    }

    pub fn transfer(&mut self, name: &str, chat: u128, to: &serde_json::Value, note: &str) {
        let frame = json!({ "chat": chat_id(chat), "to": to, "reason": "knows-more", "note": note });
        self.send(name, &json!({ "transfer": frame }).to_string());
    }

    pub fn ends(&mut self, chat: u128) {
        self.happen(Event::Called(leave(chat_id(chat))));
    }

    pub fn answers(&mut self, chat: u128, name: &str, verdict: Option<Verdict>) {
        self.happen(Event::Answered { chat: chat_id(chat), staff: staff_id(name), verdict });
    }

    pub fn wait(&mut self, time: Duration) {
        self.now = self.now.after(time);
        self.happen(Event::Timeout);
    }

    pub fn happen(&mut self, event: Event) {
        for effect in self.object.step(self.now, event) {
            match effect {
                Effect::Write(_) | Effect::Remember { .. } | Effect::Show { .. } => {}
                Effect::Send { conn, frame: DeskDown::Board(board) } => {
                    self.boards.insert(self.names[&conn], *board);
                }
                Effect::Send { conn, frame: DeskDown::Refused { code } } => {
                    self.transcript.push(format!("{} refused {}", self.names[&conn], code.code()));
                }
                Effect::Close { conn, why } => {
                    self.transcript.push(format!("{} closed: {}", self.names[&conn], why.code()));
                }
                Effect::Call { chat, message: ToChat::Place(place) } => {
                    self.places.insert(short(chat.as_str()).to_owned(), place);
                }
                Effect::Call { chat, message: ToChat::Dismiss { staff } } => {
                    self.transcript.push(format!("{} loses {}", short(chat.as_str()), staff.as_str()));
                }
                Effect::Call { chat, message: ToChat::Assign { staff, hop, .. } } => {
                    let hop = if hop > 1 { format!(", hop {hop}") } else { String::new() };
                    self.transcript.push(format!("{} is {}'s{hop}", short(chat.as_str()), staff.as_str()));
                }
            }
        }
    }

    /// What each person is offered and has, as their board shows it.
    pub fn boards(&self) -> String {
        let shown = self.boards.iter().map(|(name, board)| {
            let offer = board.offer.as_ref().map_or("-", |offer| short(offer.chat.as_str()));
            let mine: Vec<_> = board.mine.iter().map(|mine| short(mine.chat.as_str())).collect();
            format!("{name}: offered {offer}, has [{}]", mine.join(" "))
        });
        shown.collect::<Vec<_>>().join("; ")
    }

    pub fn line(&self, name: &str) -> Vec<&str> {
        self.boards[name].waiting.iter().map(|waiting| short(waiting.chat.as_str())).collect()
    }

    #[track_caller]
    pub fn expect(&mut self, lines: &[&str]) {
        assert_eq!(self.transcript, lines);
        self.transcript.clear();
    }
}

pub fn short(chat: &str) -> &str {
    chat.trim_start_matches('0')
}
