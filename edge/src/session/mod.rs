//! One chat: who takes part, what was said, when it ends. Pure: time and event in, effects out.
//!
//! [`Session::handle`] is total. Its memory is a cache: everything that must last is in the writes it answers, and
//! [`Session::restore`] makes the same session of them again, so the object may be put to sleep or killed between any two
//! events. The shell commits all writes of one call in one transaction, then sends, then awaits.

mod calls;
mod effect;
mod intake;
mod peers;
mod record;
mod say;
mod transcript;

pub use calls::Call;
pub use effect::{ConnId, Effect, Write};
pub use intake::decode;
pub use peers::Peer;
pub use record::{Phase, Record};
pub use transcript::Line;

use crate::between::{ToDesk, Verdict};
use crate::identity::{Act, Key, ResidentToken, authorize};
use calls::Calls;
use peers::Peers;
use shared::id::{ClientRef, Seq, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{
    Body, Down, EndReason, Event as LogEvent, Hello, Party, Receipts, Snapshot, StaffCard, Untrusted, Up,
    Welcome,
};
use transcript::Transcript;

/// What every event is judged by.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The city's policy.
    pub policy: &'a Policy,
    /// The key that residents' tokens are signed with.
    pub tokens: &'a Key,
}

/// Something that happened to a chat.
pub enum Event {
    /// A socket was opened. Its first frame has to say who it is, unless it is a member of staff with their sign-in.
    Connected {
        /// The socket.
        conn: ConnId,
        /// Who it is, where that is known.
        peer: Peer,
    },
    /// A socket sent something.
    Frame {
        /// The socket.
        conn: ConnId,
        /// What, or why it is no frame. See [`decode`].
        frame: Result<Up<Untrusted>, Refusal>,
    },
    /// A socket is gone.
    Disconnected {
        /// The socket.
        conn: ConnId,
    },
    /// The desk says that a person has accepted the chat.
    Assigned {
        /// Who, in the roster.
        staff: StaffId,
        /// Who, to the resident.
        card: StaffCard,
    },
    /// A call to the desk has come back.
    Called {
        /// Which.
        id: u32,
        /// Whether the desk has taken it.
        ok: bool,
    },
    /// The moment of [`Session::poll_timeout`] has come. It may come more than once.
    Timeout,
}

/// Why a session wants to be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// A call to the desk is to be tried again.
    Call,
}

/// One chat.
pub struct Session {
    record: Record,
    transcript: Transcript,
    got: Receipts,
    calls: Calls,
    peers: Peers,
}

impl Session {
    /// A resident asks for a chat (EM-DEF-3).
    pub fn open(cx: Context<'_>, now: Millis, record: Record) -> (Self, Vec<Effect>) {
        let mut session = Self {
            transcript: Transcript::new(cx.policy, Vec::new()),
            got: Receipts::default(),
            calls: Calls::default(),
            peers: Peers::default(),
            record,
        };
        let mut out = vec![Effect::Write(Write::Record(session.record.clone()))];
        let body = Body::Started { topic: session.record.topic.clone(), language: session.record.language };
        session.append(now, None, body, &mut out);
        let wait = ToDesk::Wait {
            chat: session.record.chat.clone(),
            topic: session.record.topic.clone(),
            language: session.record.language,
            since: now,
        };
        session.calls.push(now, session.transcript.head(), wait, &mut out);
        (session, out)
    }

    /// The same session again, from what was written and from the sockets that are still there.
    pub fn restore(
        cx: Context<'_>,
        record: Record,
        lines: Vec<Line>,
        got: Receipts,
        calls: Vec<(u32, ToDesk)>,
        peers: Vec<(ConnId, Peer)>,
    ) -> Self {
        Self {
            record,
            transcript: Transcript::new(cx.policy, lines),
            got,
            calls: Calls::restore(calls),
            peers: Peers::restore(peers),
        }
    }

    /// What the chat is about and how it stands.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// When to call [`Session::handle`] with [`Event::Timeout`], and why.
    pub fn poll_timeout(&self) -> Option<(Millis, Timer)> {
        self.calls.due().map(|due| (due, Timer::Call))
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, cx: Context<'_>, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        match event {
            Event::Connected { conn, peer } => {
                self.peers.connect(conn, peer);
                while let Some(oldest) = self.peers.stranger_too_many() {
                    self.close(oldest, Refusal::NotSignedIn, &mut out);
                }
            }
            Event::Frame { conn, frame } => match self.peers.meter(conn, now, frame.is_err()) {
                Ok(()) => self.frame(cx, now, conn, frame, &mut out),
                Err(why) => self.refuse(conn, why, None, &mut out),
            },
            Event::Disconnected { conn } => self.peers.disconnect(conn),
            Event::Assigned { staff, card } => self.assigned(now, staff, card, &mut out),
            Event::Called { id, ok } => self.calls.came_back(now, id, ok, &mut out),
            Event::Timeout => self.calls.timeout(now, &mut out),
        }
        out
    }

    fn frame(
        &mut self,
        cx: Context<'_>,
        now: Millis,
        conn: ConnId,
        frame: Result<Up<Untrusted>, Refusal>,
        out: &mut Vec<Effect>,
    ) {
        let frame = match frame {
            Ok(frame) => frame,
            Err(why) => return self.refuse(conn, why, None, out),
        };
        match frame {
            Up::Hello(hello) => self.hello(cx, now, conn, &hello, out),
            Up::Say { client_ref, text, strikes } => {
                let done = self
                    .party(conn, Act::Write)
                    .and_then(|by| self.say(cx, now, by, &client_ref, &text, &strikes, out));
                if let Err(why) = done {
                    self.refuse(conn, why, Some(client_ref), out);
                }
            }
            Up::Typing {} => match self.party(conn, Act::Write) {
                Ok(by) if self.record.phase != Phase::Ended => {
                    self.send_to(by.other(), &Down::Typing { by }, out);
                }
                Ok(_) => {}
                Err(why) => self.refuse(conn, why, None, out),
            },
            Up::Got { seq } => match self.party(conn, Act::Read) {
                Ok(by) => self.note(by, seq, out),
                Err(why) => self.refuse(conn, why, None, out),
            },
            Up::End { client_ref } => {
                let done = self.party(conn, Act::End).and_then(|by| self.end(now, by, &client_ref, out));
                if let Err(why) = done {
                    self.refuse(conn, why, Some(client_ref), out);
                }
            }
        }
    }

    /// On which side the connection takes part, if it has greeted and may do `act`.
    fn party(&self, conn: ConnId, act: Act) -> Result<Party, Refusal> {
        let peer = self.peers.greeted(conn).ok_or(Refusal::NotSignedIn)?;
        authorize(peer.actor(self.record.staff.as_ref()), act)?;
        peer.party().ok_or(Refusal::NotSignedIn)
    }

    fn hello(&mut self, cx: Context<'_>, now: Millis, conn: ConnId, hello: &Hello, out: &mut Vec<Effect>) {
        let welcome = self.identify(cx, now, conn, hello).and_then(|peer| {
            authorize(peer.actor(self.record.staff.as_ref()), Act::Read)?;
            peer.party().map(|you| (peer, you)).ok_or(Refusal::NotSignedIn)
        });
        let (peer, you) = match welcome {
            Ok(known) => known,
            Err(why) => {
                self.close(conn, why, out);
                return;
            }
        };
        let peer = self.peers.greet(conn, peer);
        out.push(Effect::Remember { conn, peer });
        let most = cx.policy.chat.connections.value as usize;
        while let Some(oldest) = self.peers.one_too_many(you, conn, most) {
            self.close(oldest, Refusal::TooManyConnections, out);
        }
        self.catch_up(conn, you, hello.last_seq, out);
    }

    fn identify(&self, cx: Context<'_>, now: Millis, conn: ConnId, hello: &Hello) -> Result<Peer, Refusal> {
        match (self.peers.get(conn), &hello.token) {
            (Some(peer @ Peer::Staff { .. }), _) => Ok(peer.clone()),
            (Some(Peer::Stranger | Peer::Resident), Some(token)) => {
                ResidentToken::check(token, cx.tokens, &cx.policy.city.id, &self.record.chat, now)
                    .map(|()| Peer::Resident)
            }
            (Some(Peer::Stranger | Peer::Resident) | None, _) => Err(Refusal::NotSignedIn),
        }
    }

    /// Brings a client up to date: with what it lacks, or with everything when it has nothing or too much.
    fn catch_up(&self, conn: ConnId, you: Party, last: Seq, out: &mut Vec<Effect>) {
        let head = self.transcript.head();
        let mut send = |frame| out.push(Effect::Send { conn, frame });
        send(Down::Welcome(Welcome { you, head, got: self.got }));
        if last == Seq::ZERO || last > head {
            send(Down::Snapshot(self.snapshot()));
        } else {
            for event in self.transcript.after(last) {
                send(Down::Event(event.clone()));
            }
        }
    }

    /// Everything so far, without what later events made void.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { head: self.transcript.head(), events: self.transcript.standing().cloned().collect() }
    }

    /// Adds an event to the log, writes it, and sends it to everyone.
    fn append(&mut self, now: Millis, client_ref: Option<ClientRef>, body: Body, out: &mut Vec<Effect>) {
        let line = self.transcript.append(now, client_ref, body, false);
        self.publish(&line, out);
    }

    fn publish(&self, line: &Line, out: &mut Vec<Effect>) {
        out.push(Effect::Write(Write::Line(line.clone())));
        self.send_to_all(&line.event, out);
    }

    fn send_to_all(&self, event: &LogEvent, out: &mut Vec<Effect>) {
        for party in [Party::Resident, Party::Staff] {
            self.send_to(party, &Down::Event(event.clone()), out);
        }
    }

    fn send_to(&self, party: Party, frame: &Down, out: &mut Vec<Effect>) {
        let conns = self.peers.of(party, self.record.staff.as_ref());
        out.extend(conns.map(|conn| Effect::Send { conn, frame: frame.clone() }));
    }

    fn note(&mut self, by: Party, seq: Seq, out: &mut Vec<Effect>) {
        let seq = seq.min(self.transcript.head());
        if self.got.note(by, seq) {
            out.push(Effect::Write(Write::Receipts(self.got)));
            self.send_to(by.other(), &Down::Got { by, seq }, out);
        }
    }

    fn assigned(&mut self, now: Millis, staff: StaffId, card: StaffCard, out: &mut Vec<Effect>) {
        let verdict = match (self.record.phase, &self.record.staff) {
            (Phase::Waiting, _) => {
                self.record.phase = Phase::Active;
                self.record.staff = Some(staff);
                out.push(Effect::Write(Write::Record(self.record.clone())));
                self.append(now, None, Body::Joined { staff: card }, out);
                Verdict::Taken
            }
            (Phase::Active, Some(holder)) if *holder == staff => Verdict::Taken,
            (Phase::Active | Phase::Ended, _) => Verdict::Gone,
        };
        out.push(Effect::Reply(verdict));
    }

    fn end(
        &mut self,
        now: Millis,
        by: Party,
        client_ref: &ClientRef,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        match self.transcript.find(client_ref) {
            Some(Line { event, .. }) if matches!(event.body, Body::Ended { by: ender, .. } if ender == by.into()) =>
            {
                self.send_to_all(&event.clone(), out);
                return Ok(());
            }
            Some(_) => return Err(Refusal::ReusedReference),
            None => {}
        }
        if self.record.phase == Phase::Ended {
            return Err(Refusal::ChatEnded);
        }
        let reason = match (by, self.record.phase) {
            (Party::Resident, Phase::Waiting) => EndReason::LeftLine,
            (Party::Resident, Phase::Active | Phase::Ended) | (Party::Staff, _) => EndReason::Done,
        };
        self.record.phase = Phase::Ended;
        out.push(Effect::Write(Write::Record(self.record.clone())));
        self.append(now, Some(client_ref.clone()), Body::Ended { by: by.into(), reason }, out);
        let leave = ToDesk::Leave { chat: self.record.chat.clone() };
        self.calls.push(now, self.transcript.head(), leave, out);
        Ok(())
    }

    fn refuse(&mut self, conn: ConnId, code: Refusal, client_ref: Option<ClientRef>, out: &mut Vec<Effect>) {
        if code == Refusal::Flood || code == Refusal::FrameTooLarge {
            return self.close(conn, code, out);
        }
        out.push(Effect::Send { conn, frame: Down::Refused { code, client_ref } });
    }

    /// Says why, closes the socket, and forgets it at once: what still comes on it is nobody's.
    fn close(&mut self, conn: ConnId, why: Refusal, out: &mut Vec<Effect>) {
        out.push(Effect::Send { conn, frame: Down::Refused { code: why, client_ref: None } });
        out.push(Effect::Close { conn, why });
        self.peers.disconnect(conn);
    }
}
