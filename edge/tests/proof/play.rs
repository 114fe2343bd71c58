//! Plays scenes of one chat and writes down, line by line, what everyone is sent.

use crate::stage::{self, CHAT, Chat, START, action, card, chat_id, console, own_token, staff_id};
use core::time::Duration;
use edge::between::{DayOver, Mark, Purged, Ticket, ToDesk, Verdict};
use edge::session::{Call, ConnId, Effect, Event, Peer, Quiet, Write, decode};
use edge::vault::Day;
use serde_json::{Value, json};
use shared::time::Millis;
use shared::wire::v1::{Answers, Body, Down, Event as LogEvent, Party, RetentionReason, Role, Solved};
use std::collections::BTreeMap;

pub struct Play {
    pub chat: Chat,
    pub now: Millis,
    names: BTreeMap<ConnId, &'static str>,
    transcript: Vec<String>,
    frames: Vec<(ConnId, Down)>,
}

impl Play {
    /// A resident has just asked for a chat.
    pub fn new() -> Self {
        let (chat, effects) = Chat::open(START, chat_id(CHAT));
        let mut play =
            Self { chat, now: START, names: BTreeMap::new(), transcript: Vec::new(), frames: Vec::new() };
        play.write_down(effects);
        play
    }

    /// The same, and Dana has accepted it; both have greeted, as `tab` and `dana`.
    pub fn answered() -> Self {
        let mut play = Self::new();
        play.resident("tab");
        play.assign("dana");
        play.staff("dana");
        play.forget();
        play
    }

    /// The resident opens a tab and greets with what they have.
    pub fn resident(&mut self, name: &'static str) {
        self.socket(name, Peer::Stranger);
        self.hello(name, 0);
    }

    /// A member of staff opens the chat in their console and greets.
    pub fn staff(&mut self, name: &'static str) {
        self.socket(name, console(name));
        self.raw(name, &json!({ "hello": {} }).to_string());
    }

    /// A socket opens and says nothing.
    pub fn socket(&mut self, name: &'static str, peer: Peer) {
        let conn = ConnId(self.names.keys().last().map_or(1, |conn| conn.0 + 1));
        self.names.insert(conn, name);
        self.happen(Event::Connected { conn, peer });
    }

    pub fn hello(&mut self, name: &str, last: u32) {
        self.raw(name, &json!({ "hello": { "token": own_token(), "last_seq": last } }).to_string());
    }

    pub fn say(&mut self, name: &str, reference: u128, text: &str) {
        self.send(name, &json!({ "say": { "client_ref": action(reference), "text": text } }));
    }

    pub fn end(&mut self, name: &str, reference: u128) {
        self.send(name, &json!({ "end": { "client_ref": action(reference) } }));
    }

    pub fn send(&mut self, name: &str, frame: &Value) {
        self.raw(name, &frame.to_string());
    }

    /// Any text on a socket.
    pub fn raw(&mut self, name: &str, text: &str) {
        let conn = self.conn(name);
        self.happen(Event::Frame { conn, frame: decode(text) });
    }

    pub fn leave(&mut self, name: &str) {
        let conn = self.conn(name);
        self.happen(Event::Disconnected { conn });
        self.names.remove(&conn);
    }

    pub fn assign(&mut self, name: &str) {
        self.hand_to(name, 1);
    }

    /// The desk says that this person has the chat now, as the `hop`-th.
    pub fn hand_to(&mut self, name: &str, hop: u32) {
        self.happen(Event::Assigned { staff: staff_id(name), card: card(name), hop });
    }

    /// A supervisor opens the chat, to read along where it is not theirs.
    pub fn supervisor(&mut self, name: &'static str) {
        let peer = Peer::Staff { id: staff_id(name), role: Role::Supervisor, greeted: false, reads: false };
        self.socket(name, peer);
        self.raw(name, &json!({ "hello": {} }).to_string());
    }

    /// The desk says that this person has no part in the chat any more.
    pub fn dismiss(&mut self, name: &str) {
        self.happen(Event::Dismissed { staff: staff_id(name) });
    }

    pub fn desk_answers(&mut self, id: u32, ok: bool) {
        self.happen(Event::Called { id, ok });
    }

    /// The purge says that the day is over and the next one lasts until `until`.
    pub fn day_over(&mut self, until: Millis) {
        let next = Ticket { day: Day("tomorrow".to_owned()), until };
        self.happen(Event::DayOver(DayOver { day: Day("today".to_owned()), next }));
    }

    /// A member of staff marks the chat for retention.
    pub fn mark(&mut self, name: &str, role: Role) {
        self.mark_for(name, role, RetentionReason::Harassment);
    }

    pub fn mark_for(&mut self, name: &str, role: Role, reason: RetentionReason) {
        self.happen(Event::Marked(Mark { staff: staff_id(name), role, reason }));
    }

    /// The resident answers the questions after the chat.
    pub fn answer(&mut self, token: &str, satisfied: Option<bool>, solved: Option<Solved>) {
        self.happen(Event::Surveyed(Answers { token: token.to_owned(), satisfied, solved }));
    }

    /// Its case needs it no longer.
    pub fn release(&mut self) {
        self.happen(Event::Released);
    }

    pub fn timeout(&mut self) {
        self.happen(Event::Timeout);
    }

    pub fn wait(&mut self, time: Duration) {
        self.now = self.now.after(time);
    }

    pub fn sleep(&mut self) {
        self.chat.sleep();
    }

    /// What was written down since the last look is exactly this.
    #[track_caller]
    pub fn expect(&mut self, lines: &str) {
        let wanted: Vec<_> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(self.transcript, wanted);
        self.forget();
    }

    pub fn forget(&mut self) {
        self.transcript.clear();
        self.frames.clear();
    }

    /// Everything that was sent since the last look, as text on the wire.
    pub fn wire(&self) -> String {
        self.frames.iter().map(|(_, frame)| serde_json::to_string(frame).unwrap()).collect()
    }

    fn conn(&self, name: &str) -> ConnId {
        let known = self.names.iter().rev().find(|(_, known)| **known == name);
        *known.unwrap_or_else(|| panic!("nobody is called {name}")).0
    }

    fn happen(&mut self, event: Event) {
        let effects = self.chat.step(self.now, event);
        self.write_down(effects);
    }

    fn write_down(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let line = match effect {
                Effect::Write(write) => format!("store {}", stored(&write)),
                Effect::Remember { .. } => continue,
                Effect::Send { conn, frame } => {
                    let line = format!("{} < {}", self.name(conn), shown(&frame));
                    self.frames.push((conn, frame));
                    line
                }
                Effect::Close { conn, why } => format!("{} closed: {}", self.name(conn), why.code()),
                Effect::Call(Call { id, message }) => format!("desk call {id}: {}", called(&message)),
                Effect::Reply(Verdict::Taken) => "desk < taken".to_owned(),
                Effect::Reply(Verdict::Gone) => "desk < gone".to_owned(),
                Effect::Purged(answer) => format!("purge < {}", purged(&answer)),
                Effect::Surveyed(Ok(())) => "answered".to_owned(),
                Effect::Surveyed(Err(why)) => format!("not answered: {}", why.code()),
                Effect::Marked(Ok(())) => "marked".to_owned(),
                Effect::Marked(Err(why)) => format!("not marked: {}", why.code()),
                Effect::Forget => "forget".to_owned(),
                Effect::Shred => "shred".to_owned(),
            };
            self.transcript.push(line);
        }
    }

    fn name(&self, conn: ConnId) -> &'static str {
        self.names.get(&conn).copied().unwrap_or("nobody")
    }
}

fn stored(write: &Write) -> String {
    match write {
        Write::Record(record) => match record.quiet {
            Quiet::Still => format!("record {:?}", record.phase).to_lowercase(),
            quiet @ (Quiet::Listening(_) | Quiet::Asked(_)) => {
                format!("record {:?}, {}", record.phase, clock(quiet)).to_lowercase()
            }
        },
        Write::Line(line) => format!("line {}", line.event.seq.0),
        Write::Receipts(got) => format!("receipts {}/{}", got.resident.0, got.staff.0),
        Write::Call(call) => format!("call {}", call.id),
        Write::Called(id) => format!("called {id}"),
        Write::Day(day) => format!("key of {}", day.0),
        Write::Case => "key of its case".to_owned(),
    }
}

fn clock(quiet: Quiet) -> String {
    let seconds = |at: Millis| at.since(START).as_secs();
    match quiet {
        Quiet::Still => String::new(),
        Quiet::Listening(at) => format!("asks at {}", seconds(at)),
        Quiet::Asked(at) => format!("ends at {}", seconds(at)),
    }
}

fn purged(answer: &Purged) -> String {
    match answer {
        Purged::Gone => "gone".to_owned(),
        Purged::Held => "held".to_owned(),
        Purged::Carried { day, .. } => format!("carried to {}", day.0),
        Purged::NotYet => "not yet".to_owned(),
    }
}

fn called(message: &ToDesk) -> &'static str {
    match message {
        ToDesk::Wait { .. } => "wait",
        ToDesk::Leave { .. } => "leave",
        ToDesk::Alarm { .. } => "alarm",
        ToDesk::Rated { .. } => "rated",
        ToDesk::ReadAlong { .. } => "read along",
    }
}

fn shown(frame: &Down) -> String {
    match frame {
        Down::Welcome(welcome) => format!(
            "welcome {}, head {}, got {}/{}",
            side(welcome.you),
            welcome.head.0,
            welcome.got.resident.0,
            welcome.got.staff.0
        ),
        Down::Snapshot(snapshot) => {
            let events: Vec<_> = snapshot.events.iter().map(happened).collect();
            format!("snapshot {} [{}]", snapshot.head.0, events.join(", "))
        }
        Down::Event(event) => happened(event),
        Down::Typing { by } => format!("{} types", side(*by)),
        Down::Got { by, seq } => format!("{} got {}", side(*by), seq.0),
        Down::Place(place) => format!("{} before", place.ahead),
        Down::StillThere { ends_in_ms: Some(left) } => format!("still there? {left} ms"),
        Down::StillThere { ends_in_ms: None } => "still there".to_owned(),
        Down::Retained { reason } => format!("kept for {reason:?}").to_lowercase(),
        Down::Refused { code, client_ref: None } => format!("refused {}", code.code()),
        Down::Refused { code, client_ref: Some(of) } => {
            format!("refused {} of {}", code.code(), of.as_str().trim_start_matches('0'))
        }
    }
}

fn happened(event: &LogEvent) -> String {
    let what = match &event.body {
        Body::Started { .. } => "started".to_owned(),
        Body::Joined { staff } => format!("{} joined", staff.name),
        Body::Said { by, text, .. } => format!("{}: {}", side(*by), text.as_str()),
        Body::Struck { line, text } => format!("{} is now: {}", line.0, text.as_str()),
        Body::Ended { by, reason } => format!("{by:?} ended, {reason:?}").to_lowercase(),
    };
    format!("{} {what}", event.seq.0)
}

fn side(party: Party) -> &'static str {
    match party {
        Party::Resident => "resident",
        Party::Staff => "staff",
    }
}

/// The peer of a member of staff who has no part in the chat.
pub fn stranger_on_staff() -> Peer {
    stage::console("marisol")
}
