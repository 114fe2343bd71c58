//! One browser and its socket.

use crate::stage::action;
use edge::session::ConnId;
use shared::chat::{Client, Delivery, Input, LinkState, Output, Shown};
use shared::id::{ClientRef, Seq};
use shared::privacy::Allowed;
use shared::time::Millis;
use shared::wire::v1::{Down, PING, Party, Untrusted};
use std::collections::VecDeque;

pub enum FromEdge {
    Frame(Down),
    Pong,
    Close(u16),
}

/// A socket as both ends believe it to be.
pub struct Pipe {
    pub conn: ConnId,
    pub up: VecDeque<String>,
    pub down: VecDeque<FromEdge>,
    /// Whether anything still comes through. Neither end is told when not.
    pub dead: bool,
}

pub enum Socket {
    None,
    Dialing,
    Open(Pipe),
}

pub struct Tab {
    pub you: Party,
    pub client: Client,
    pub socket: Socket,
    /// Connections that the edge still has to notice the end of.
    pub stale: Vec<ConnId>,
    /// What was written in this tab since it was loaded, in order.
    pub written: Vec<ClientRef>,
    /// How far its log has been looked at.
    pub watched: Seq,
}

impl Tab {
    /// A tab that is about to connect; a resident's has the token of its chat.
    pub fn new(now: Millis, you: Party, token: Option<String>) -> Self {
        let client = Client::new(now, you, token, Allowed::NOTHING);
        Self {
            you,
            client,
            socket: Socket::Dialing,
            stale: Vec::new(),
            written: Vec::new(),
            watched: Seq::ZERO,
        }
    }

    pub fn handle(&mut self, now: Millis, input: Input) {
        for output in self.client.handle(now, input) {
            match output {
                Output::Connect => {
                    self.unplug();
                    self.socket = Socket::Dialing;
                }
                Output::Send(frame) => self.send(serde_json::to_string(&frame).unwrap()),
                Output::Ping => self.send(PING.to_owned()),
                Output::Disconnect => self.unplug(),
            }
        }
    }

    fn send(&mut self, text: String) {
        if let Socket::Open(pipe) = &mut self.socket
            && !pipe.dead
        {
            pipe.up.push_back(text);
        }
    }

    /// The browser's end is gone; what was on its way is lost.
    pub fn unplug(&mut self) {
        if let Socket::Open(pipe) = std::mem::replace(&mut self.socket, Socket::None) {
            self.stale.push(pipe.conn);
        }
    }

    /// The socket breaks and the browser is told.
    pub fn closed(&mut self, now: Millis, code: u16, random: u32) {
        self.unplug();
        self.handle(now, Input::Closed { code, random });
    }

    pub fn say(&mut self, now: Millis, number: u128, text: &str) {
        let client_ref = action(number);
        self.written.push(client_ref.clone());
        self.handle(now, Input::Say { client_ref, text: Untrusted::typed(text) });
    }

    pub fn pipe(&mut self) -> Option<&mut Pipe> {
        match &mut self.socket {
            Socket::Open(pipe) if !pipe.dead => Some(pipe),
            Socket::Open(_) | Socket::Dialing | Socket::None => None,
        }
    }

    /// Whether there is nothing left to do here.
    pub fn is_settled(&self) -> bool {
        let quiet = match &self.socket {
            Socket::Open(pipe) => {
                let greeted = self.client.link() == LinkState::Open;
                greeted && pipe.up.is_empty() && pipe.down.is_empty() && !pipe.dead
            }
            Socket::None => self.client.link() == LinkState::Done,
            Socket::Dialing => false,
        };
        quiet && !self.under_way() && self.stale.is_empty()
    }

    fn under_way(&self) -> bool {
        self.client.items().iter().any(|item| match &item.shown {
            Shown::Own(_, Delivery::Sending | Delivery::Retrying) => true,
            Shown::Own(_, Delivery::Sent | Delivery::Delivered | Delivery::Refused(_))
            | Shown::Theirs(_)
            | Shown::Joined(_)
            | Shown::Ended(..) => false,
        })
    }
}
