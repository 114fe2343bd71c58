//! The machine that drives the connection to the desk.

use super::wish::Wishes;
use core::time::Duration;
use shared::chat::{Due, Link, LinkState};
use shared::id::SessionId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Board, DeskDown, DeskUp, Presence};

/// Someone who is away longer than this is to be offline (EM-COM-D): after a shorter break of the connection the console takes
/// its person's presence up again by itself, after a longer one they say so themselves.
const SHORT_BREAK: Duration = Duration::from_mins(5);

/// Something that happened to the client.
pub enum Input {
    /// The socket that [`Output::Connect`] asked for is open.
    Opened,
    /// A frame came.
    Frame(DeskDown),
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
    /// The person takes chats from now on, or takes none.
    Presence(Presence),
    /// The person takes the offered chat, or leaves it to the next one.
    Answer {
        /// The chat.
        chat: SessionId,
        /// Whether they take it.
        accept: bool,
    },
    /// The person wants something else of the desk: a transfer, an outcome, someone's seats.
    Tell(DeskUp),
    /// The person pressed a key or moved the pointer (EM-COM-D).
    Touched,
    /// The moment of [`Client::poll_timeout`] has come. `random` spreads the next attempt.
    Timeout {
        /// 32 random bits.
        random: u32,
    },
}

/// Something the browser is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Open a socket (closing any that is open).
    Connect,
    /// Send a frame.
    Send(DeskUp),
    /// Send [`PING`](shared::wire::v1::PING).
    Ping,
    /// Close the socket.
    Disconnect,
    /// A socket would not open. Perhaps the sign-in is over: ask who is signed in. A browser does not tell a refused upgrade
    /// from a missing network.
    AskWhoIAm,
}

/// The desk as one console sees it.
pub struct Client {
    link: Link,
    board: Option<Board>,
    /// How far the desk's clock is ahead of this machine's, in milliseconds.
    ahead: i64,
    next_beat: Option<Millis>,
    wishes: Wishes,
    /// The last refusal, until something is done.
    refused: Option<Refusal>,
    /// Whether the present socket has opened.
    opened: bool,
    /// Since when the desk has not been heard of, and the presence it last showed.
    broken: Option<(Millis, Presence)>,
    /// When the person last touched something.
    touched: Millis,
}

impl Client {
    /// A client that is about to connect: the shell opens the first socket at once.
    pub fn new(now: Millis) -> Self {
        Self {
            link: Link::new(now),
            board: None,
            ahead: 0,
            next_beat: None,
            wishes: Wishes::default(),
            refused: None,
            opened: false,
            broken: None,
            touched: now,
        }
    }

    /// For how long the person has touched nothing.
    pub fn untouched(&self, now: Millis) -> Duration {
        now.since(self.touched)
    }

    fn beat(&self, now: Millis) -> Output {
        let idle_s = u32::try_from(self.untouched(now).as_secs()).unwrap_or(u32::MAX);
        Output::Send(DeskUp::Beat { idle_s })
    }

    /// What the desk last showed; it is kept while the connection is away.
    pub fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    /// The connection.
    pub fn link(&self) -> LinkState {
        self.link.state()
    }

    /// A moment of this machine, by the desk's clock.
    pub fn desk_time(&self, now: Millis) -> Millis {
        Millis(now.0.saturating_add(self.ahead))
    }

    /// How far the desk's clock is ahead of this machine's, in milliseconds.
    pub fn ahead(&self) -> i64 {
        self.ahead
    }

    /// The presence to show: what the person asked for, or else what the desk says.
    pub fn presence(&self) -> Presence {
        let shown = self.board.as_ref().map(|board| board.presence);
        self.wishes.wished_presence().or(shown).unwrap_or_default()
    }

    /// Whether the offer of `chat` has been answered and only the desk's word is missing.
    pub fn answered(&self, chat: &SessionId) -> bool {
        self.wishes.answered(chat)
    }

    /// Why the desk did not do the last thing it was asked.
    pub fn refused(&self) -> Option<Refusal> {
        self.refused
    }

    /// When to call [`Client::handle`] with [`Input::Timeout`] at the latest.
    pub fn poll_timeout(&self) -> Option<Millis> {
        let while_open = [self.next_beat, self.wishes.due()].into_iter().flatten();
        let while_open = while_open.min().filter(|_| self.link.is_open());
        [self.link.due(), while_open].into_iter().flatten().min()
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, now: Millis, input: Input) -> Vec<Output> {
        let mut out = Vec::new();
        match input {
            Input::Opened => {
                self.opened = true;
                out.push(self.beat(now));
            }
            Input::Frame(DeskDown::Board(board)) => self.show(now, *board),
            Input::Frame(DeskDown::Refused { code }) => {
                self.link.heard(now);
                self.wishes.clear();
                self.refused = Some(code);
            }
            Input::Noise => self.link.heard(now),
            Input::Closed { code, random } => {
                let never_opened = !self.opened;
                self.link.closed(now, code, random);
                self.unplug(now);
                if never_opened {
                    out.push(Output::AskWhoIAm);
                }
            }
            Input::Awake => self.link.hurry(now),
            Input::Tell(frame) => {
                self.refused = None;
                self.wishes.tell(frame);
            }
            Input::Touched => self.touched = now,
            Input::Presence(presence) => {
                self.touched = now;
                self.refused = None;
                self.broken = None;
                self.wishes.presence(presence);
            }
            Input::Answer { chat, accept } => {
                self.refused = None;
                let offer = self.board.as_ref().and_then(|board| board.offer.clone());
                if let Some(offer) = offer.filter(|offer| offer.chat == chat) {
                    self.wishes.answer(offer, accept);
                }
            }
            Input::Timeout { random } => self.timeout(now, random, &mut out),
        }
        if self.link.is_open() {
            out.extend(self.wishes.unsent(now).into_iter().map(Output::Send));
        }
        out
    }

    fn show(&mut self, now: Millis, board: Board) {
        if self.link.is_open() {
            self.link.heard(now);
        } else {
            self.link.greeted(now);
            self.next_beat = Some(now.after(interval(&board)));
        }
        self.ahead = board.now.0.saturating_sub(now.0);
        self.take_up_again(now, &board);
        self.wishes.settle(&board);
        self.board = Some(board);
    }

    /// A desk that missed this console for a while may have taken its person for gone.
    fn take_up_again(&mut self, now: Millis, board: &Board) {
        let Some((since, before)) = self.broken.take() else { return };
        // Whom the clock has set offline comes back by their own word (EM-COM-D).
        let undecided = self.wishes.wished_presence().is_none() && !board.set_offline;
        if undecided && before == Presence::Online && now.since(since) < SHORT_BREAK {
            self.wishes.presence(before);
        }
    }

    fn unplug(&mut self, now: Millis) {
        self.opened = false;
        self.next_beat = None;
        self.wishes.unplugged();
        if let Some(board) = &self.board {
            self.broken = self.broken.or(Some((now, board.presence)));
        }
    }

    fn timeout(&mut self, now: Millis, random: u32, out: &mut Vec<Output>) {
        match self.link.timeout(now) {
            None => {}
            Some(Due::Connect) => out.push(Output::Connect),
            Some(Due::Ping) => out.push(Output::Ping),
            Some(Due::GiveUp) => {
                self.link.lost(now, random);
                self.unplug(now);
                out.push(Output::Disconnect);
            }
        }
        let beats = self.next_beat.is_some_and(|beat| beat <= now) && self.link.is_open();
        if let Some(board) = self.board.as_ref().filter(|_| beats) {
            self.next_beat = Some(now.after(interval(board)));
            out.push(self.beat(now));
        }
    }
}

/// A desk that named no interval would be beaten to death.
fn interval(board: &Board) -> Duration {
    Duration::from_millis(board.beat_every_ms.max(250).into())
}
