//! The shell round [`desk::Client`](crate::desk::Client): it owns the socket and the timer.

use crate::desk::{Client, Input, Output};
use browser::awake::Awake;
use browser::socket::{self, Heard, Socket};
use browser::timer::Timer;
use browser::{chance, clock, codec};
use core::cell::RefCell;
use shared::wire::v1::{DeskDown, PING, PROTOCOL};
use std::rc::{Rc, Weak};

/// A connection to the desk that keeps itself up.
#[derive(Clone)]
pub struct Desk {
    shell: Rc<Shell>,
}

struct Shell {
    address: String,
    client: RefCell<Client>,
    socket: RefCell<Option<Socket>>,
    timer: Timer,
    awake: RefCell<Option<Awake>>,
    on_change: Box<dyn Fn()>,
    ask_who_i_am: Box<dyn Fn()>,
}

impl Desk {
    /// Connects to the desk of `origin`. `on_change` is called after everything that happens, `ask_who_i_am` when a socket
    /// would not open.
    pub fn join(origin: &str, on_change: impl Fn() + 'static, ask_who_i_am: impl Fn() + 'static) -> Self {
        let shell = Rc::new(Shell {
            address: socket::address(origin, "/v1/desk"),
            client: RefCell::new(Client::new(clock::now())),
            socket: RefCell::default(),
            timer: Timer::default(),
            awake: RefCell::default(),
            on_change: Box::new(on_change),
            ask_who_i_am: Box::new(ask_who_i_am),
        });
        let weak = Rc::downgrade(&shell);
        shell.awake.replace(Awake::listen(move || hand_in(&weak, Input::Awake)));
        shell.connect();
        shell.set_timer();
        Self { shell }
    }

    /// Hands something in.
    pub fn handle(&self, input: Input) {
        self.shell.handle(input);
    }

    /// Hands in what changes nothing that is shown.
    pub fn note(&self, input: Input) {
        let _nothing = self.shell.client.borrow_mut().handle(clock::now(), input);
    }

    /// Does what is due. The page's own timers come late while nobody looks at it; whoever has better ones calls this.
    pub fn pulse(&self) {
        let due = self.read(Client::poll_timeout).is_some_and(|due| due <= clock::now());
        if due {
            self.handle(Input::Timeout { random: chance::bits_32() });
        }
    }

    /// Reads the client.
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
                Output::Disconnect => drop(self.socket.replace(None)),
                Output::Ping => self.send(PING),
                Output::Send(frame) => {
                    if let Some(frame) = codec::encode(&frame) {
                        self.send(&frame);
                    }
                }
                Output::AskWhoIAm => (self.ask_who_i_am)(),
            }
        }
        self.set_timer();
        (self.on_change)();
    }

    fn connect(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let socket = Socket::open(&self.address, PROTOCOL, move |heard| {
            let input = match heard {
                Heard::Opened => Input::Opened,
                Heard::Text(text) => codec::decode::<DeskDown>(&text).map_or(Input::Noise, Input::Frame),
                Heard::Closed(code) => Input::Closed { code, random: chance::bits_32() },
            };
            hand_in(&weak, input);
        });
        // A socket that could not be made is given up by the client when its greeting is overdue, then tried again.
        self.socket.replace(socket);
    }

    fn send(&self, text: &str) {
        if let Some(socket) = self.socket.borrow().as_ref() {
            socket.send(text);
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
