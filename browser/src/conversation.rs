//! The shell round [`Client`]: it owns the connection and the timer, and tells whoever shows the chat that it has changed.
//!
//! Always the same steps: take the time, hand the event in, do what comes out, set the timer, say that something changed.
//! What any of it means is decided in `shared::chat`.

use crate::awake::Awake;
use crate::requests::Requests;
use crate::socket::{self, Heard, Socket};
use crate::timer::Timer;
use crate::{chance, clock, codec};
use core::cell::RefCell;
use shared::chat::{Client, Input, Item, LinkState, Output, Way};
use shared::id::{ClientRef, SessionId};
use shared::privacy::{Allowed, Masking};
use shared::wire::v1::{Down, EndReason, PING, PROTOCOL, Party, Untrusted};
use std::rc::{Rc, Weak};

/// Which chat to take part in, and as whom.
pub struct Seat {
    /// Where the chat service lives, such as `https://chat.example.gov`.
    pub origin: String,
    /// The chat.
    pub chat: SessionId,
    /// Opens the chat for a resident. Staff are known by their sign-in and have none.
    pub token: Option<String>,
    /// The kinds of data that the city lets through.
    pub allowed: Allowed,
}

impl Seat {
    fn party(&self) -> Party {
        if self.token.is_some() { Party::Resident } else { Party::Staff }
    }

    fn address(&self) -> Address {
        let path = |side| ["/v1/chats/", self.chat.as_str(), side].concat();
        match self.party() {
            Party::Resident => Address {
                socket: socket::address(&self.origin, &path("/socket")),
                requests: Some([&self.origin, path("/exchange").as_str()].concat()),
            },
            Party::Staff => {
                Address { socket: socket::address(&self.origin, &path("/staff")), requests: None }
            }
        }
    }
}

/// Where a chat is to be had. Staff have no way but the socket.
struct Address {
    socket: String,
    requests: Option<String>,
}

enum Connection {
    Socket(Socket),
    Requests(Requests),
}

/// A conversation that keeps itself connected. Dropping the last clone ends the connection, not the chat.
#[derive(Clone)]
pub struct Conversation {
    shell: Rc<Shell>,
}

struct Shell {
    address: Address,
    client: RefCell<Client>,
    connection: RefCell<Option<Connection>>,
    timer: Timer,
    awake: RefCell<Option<Awake>>,
    on_change: Box<dyn Fn()>,
}

impl Conversation {
    /// Connects. `on_change` is called after everything that happens; it may read the conversation, and hand in more.
    pub fn join(seat: &Seat, on_change: impl Fn() + 'static) -> Self {
        let client = Client::new(clock::now(), seat.party(), seat.token.clone(), seat.allowed);
        let shell = Rc::new(Shell {
            address: seat.address(),
            client: RefCell::new(client),
            connection: RefCell::default(),
            timer: Timer::default(),
            awake: RefCell::default(),
            on_change: Box::new(on_change),
        });
        let weak = Rc::downgrade(&shell);
        shell.awake.replace(Awake::listen(move || hand_in(&weak, Input::Awake)));
        shell.connect();
        shell.set_timer();
        Self { shell }
    }

    /// Sends what was typed; the action's name is answered, by which it appears in the timeline.
    pub fn say(&self, typed: &str) -> ClientRef {
        let client_ref = chance::client_ref();
        self.shell.handle(Input::Say { client_ref: client_ref.clone(), text: Untrusted::typed(typed) });
        client_ref
    }

    /// Ends the chat.
    pub fn end(&self, reason: EndReason) {
        self.shell.handle(Input::End { client_ref: chance::client_ref(), reason });
    }

    /// Ends the chat and has it deleted at once.
    pub fn forget(&self) {
        self.shell.handle(Input::Forget { client_ref: chance::client_ref() });
    }

    /// The person pressed a key in the composer.
    pub fn typed(&self) {
        self.shell.handle(Input::Typed);
    }

    /// The person says that they are still there.
    pub fn here(&self) {
        self.shell.handle(Input::Here);
    }

    /// Something else shows that the service is there again: no reason to wait any longer.
    pub fn hurry(&self) {
        self.shell.handle(Input::Awake);
    }

    /// What would be taken out of `typed` if it were sent now.
    pub fn preview(&self, typed: &str) -> Masking {
        self.shell.client.borrow().preview(clock::now(), &Untrusted::typed(typed))
    }

    /// What to show, in order.
    pub fn items(&self) -> Vec<Item> {
        self.shell.client.borrow().items()
    }

    /// The connection.
    pub fn link(&self) -> LinkState {
        self.shell.client.borrow().link()
    }

    /// Reads anything else of the client.
    pub fn read<T>(&self, of: impl FnOnce(&Client) -> T) -> T {
        of(&self.shell.client.borrow())
    }
}

fn hand_in(shell: &Weak<Shell>, input: Input) {
    if let Some(shell) = shell.upgrade() {
        shell.handle(input);
    }
}

impl Shell {
    fn handle(self: &Rc<Self>, input: Input) {
        // The borrow ends before anything is done: what is done may come back here.
        let outputs = self.client.borrow_mut().handle(clock::now(), input);
        for output in outputs {
            match output {
                Output::Connect => self.connect(),
                Output::Disconnect => drop(self.connection.replace(None)),
                Output::Ping => self.send(PING),
                Output::Send(frame) => {
                    if let Some(frame) = codec::encode(&frame) {
                        self.send(&frame);
                    }
                }
            }
        }
        self.set_timer();
        (self.on_change)();
    }

    fn connect(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let hear = move |heard| {
            let input = match heard {
                Heard::Opened => Input::Opened,
                Heard::Text(text) => codec::decode::<Down>(&text).map_or(Input::Noise, Input::Frame),
                Heard::Closed(code) => Input::Closed { code, random: chance::bits_32() },
            };
            hand_in(&weak, input);
        };
        let way = self.client.borrow().way();
        // A socket that could not be made is given up by the client when its greeting is overdue, then tried again.
        let connection = match (way, &self.address.requests) {
            (Way::Requests, Some(url)) => Some(Connection::Requests(Requests::begin(url, hear))),
            _ => Socket::open(&self.address.socket, PROTOCOL, hear).map(Connection::Socket),
        };
        self.connection.replace(connection);
    }

    fn send(&self, text: &str) {
        match self.connection.borrow().as_ref() {
            Some(Connection::Socket(socket)) => socket.send(text),
            Some(Connection::Requests(requests)) => requests.send(text),
            None => {}
        }
    }

    fn set_timer(self: &Rc<Self>) {
        let Some(at) = self.client.borrow().poll_timeout() else {
            self.timer.clear();
            return;
        };
        let weak = Rc::downgrade(self);
        self.timer.set(at, move || hand_in(&weak, Input::Timeout { random: chance::bits_32() }));
    }
}
