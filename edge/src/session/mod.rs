//! One chat: who takes part, what was said, when it ends. Pure: time and event in, effects out.
//!
//! [`Session::handle`] is total. Its memory is a cache: everything that must last is in the writes it answers, and
//! [`Session::restore`] makes the same session of them again, so the object may be put to sleep or killed between any two
//! events. The shell commits all writes of one call in one transaction, then sends, then awaits.

mod calls;
mod dismiss;
mod effect;
mod forget;
mod holder;
mod intake;
mod peers;
mod purge;
mod quiet;
mod readers;
mod record;
mod retain;
mod say;
mod survey;
mod transcript;

pub use calls::Call;
pub use effect::{ConnId, Effect, Write};
pub use intake::decode;
pub use peers::Peer;
pub use quiet::Quiet;
pub use record::{Phase, Record};
pub use transcript::Line;

use crate::between::{DayOver, Mark, ToDesk};
use crate::identity::{Act, Key, ResidentToken, authorize};
use calls::Calls;
use peers::Peers;
use shared::id::{ClientRef, Seq, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{
    Answers, Body, Down, EndReason, Event as LogEvent, Hello, Party, Place, Priority, Receipts, Snapshot,
    StaffCard, Untrusted, Up, Welcome,
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
        /// The how manieth to have it.
        hop: u32,
    },
    /// The desk says that this person has no part in it any more (EM-PEN-C).
    Dismissed {
        /// Who.
        staff: StaffId,
    },
    /// The desk says how the line stands.
    Placed(Place),
    /// The chat's day is over (EM-RET-A).
    DayOver(DayOver),
    /// A member of staff marks the chat for retention (EM-RET-B-a).
    Marked(Mark),
    /// The resident answers the questions after the chat (CS-D-1).
    Surveyed(Answers),
    /// The case for which the chat was kept needs it no longer.
    Released,
    /// The records know that the resident wanted the chat forgotten.
    Forgotten,
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
    /// A silent resident is to be asked, or the chat to end (EM-COM-F).
    Silence,
    /// The chat is to be deleted, as its resident wanted.
    Forget,
}

/// One chat.
pub struct Session {
    record: Record,
    transcript: Transcript,
    got: Receipts,
    calls: Calls,
    peers: Peers,
    /// When deleting it is tried again. Not stored: after a restart it is tried at once.
    forgets_at: Millis,
    /// How the line stands, as the desk last said. Not worth storing: after a sleep the next change tells it.
    place: Option<Place>,
    /// Whether the city tells residents that a supervisor may read along (EM-HRS-C).
    disclosed: bool,
}

impl Session {
    /// A resident asks for a chat (EM-DEF-3).
    pub fn open(cx: Context<'_>, now: Millis, record: Record) -> (Self, Vec<Effect>) {
        let mut session = Self {
            transcript: Transcript::new(cx.policy, Vec::new()),
            got: Receipts::default(),
            calls: Calls::default(),
            peers: Peers::default(),
            forgets_at: Millis::default(),
            place: None,
            disclosed: cx.policy.desk.read_along.value,
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
            priority: Priority::Arrival,
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
            forgets_at: Millis::default(),
            place: None,
            disclosed: cx.policy.desk.read_along.value,
        }
    }

    /// What the chat is about and how it stands.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// When to call [`Session::handle`] with [`Event::Timeout`], and why.
    pub fn poll_timeout(&self) -> Option<(Millis, Timer)> {
        let call = self.calls.due().map(|due| (due, Timer::Call));
        let silence = self.record.quiet.due().map(|due| (due, Timer::Silence));
        let forget = self.forget_due().map(|due| (due, Timer::Forget));
        [call, silence, forget].into_iter().flatten().min_by_key(|(due, _)| *due)
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
            Event::Assigned { staff, card, hop } => self.assigned(now, staff, card, hop, &mut out),
            Event::Dismissed { staff } => self.dismissed(now, &staff, &mut out),
            Event::Placed(place) => self.placed(place, &mut out),
            Event::DayOver(asked) => self.day_over(cx.policy, now, asked, &mut out),
            Event::Marked(mark) => self.mark(cx.policy, &mark, &mut out),
            Event::Surveyed(given) => self.survey(cx, now, &given, &mut out),
            Event::Released => self.release(now, &mut out),
            Event::Forgotten => self.forgotten(&mut out),
            Event::Called { id, ok } => {
                self.calls.came_back(now, id, ok, &mut out);
                self.forget(now, &mut out);
            }
            Event::Timeout => {
                self.calls.timeout(now, &mut out);
                self.silence(cx.policy, now, &mut out);
                self.forget(now, &mut out);
            }
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
                    if by == Party::Resident {
                        self.is_here(cx.policy, now, out);
                    }
                    self.send_to(by.other(), &Down::Typing { by }, out);
                }
                Ok(_) => {}
                Err(_) if self.reads_along(conn) => {}
                Err(why) => self.refuse(conn, why, None, out),
            },
            Up::Here {} => match self.party(conn, Act::Write) {
                Ok(Party::Resident) => self.is_here(cx.policy, now, out),
                Ok(Party::Staff) => {}
                Err(why) => self.refuse(conn, why, None, out),
            },
            Up::Got { seq } => match self.party(conn, Act::Read) {
                Ok(by) => self.note(by, seq, out),
                // What reaches a reader's screen says nothing of whether staff have it.
                Err(_) if self.reads_along(conn) => {}
                Err(why) => self.refuse(conn, why, None, out),
            },
            Up::End { client_ref, reason } => {
                let done = self.party(conn, Act::End).and_then(|by| {
                    self.may_end_so(conn, by, reason)?;
                    self.end(now, by, &client_ref, reason, out)
                });
                if let Err(why) = done {
                    self.refuse(conn, why, Some(client_ref), out);
                }
            }
            Up::Forget { client_ref } => {
                let done = self.party(conn, Act::End).and_then(|by| match by {
                    Party::Resident => self.end(now, by, &client_ref, EndReason::Forgotten, out),
                    Party::Staff => Err(Refusal::NotPermitted),
                });
                if let Err(why) = done {
                    self.refuse(conn, why, Some(client_ref), out);
                }
            }
        }
    }

    /// On which side the connection takes part, if it has greeted and may do `act`.
    fn party(&self, conn: ConnId, act: Act) -> Result<Party, Refusal> {
        let peer = self.peers.greeted(conn).ok_or(Refusal::NotSignedIn)?;
        authorize(peer.actor(self.record.staff.as_ref()), act, self.state())?;
        peer.party().ok_or(Refusal::NotSignedIn)
    }

    fn hello(&mut self, cx: Context<'_>, now: Millis, conn: ConnId, hello: &Hello, out: &mut Vec<Effect>) {
        let welcome = self.identify(cx, now, conn, hello).and_then(|peer| {
            let reads = self.is_reader(&peer)?;
            peer.party().map(|you| (peer, you, reads)).ok_or(Refusal::NotSignedIn)
        });
        let (peer, you, reads) = match welcome {
            Ok(known) => known,
            Err(why) => {
                self.close(conn, why, out);
                return;
            }
        };
        if reads {
            self.note_reader(now, &peer, out);
        }
        let peer = self.peers.greet(conn, peer, reads);
        out.push(Effect::Remember { conn, peer });
        let most = cx.policy.chat.connections.value as usize;
        while let Some(oldest) = self.peers.one_too_many(you, conn, most) {
            self.close(oldest, Refusal::TooManyConnections, out);
        }
        self.catch_up(now, conn, you, hello.last_seq, out);
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
    fn catch_up(&self, now: Millis, conn: ConnId, you: Party, last: Seq, out: &mut Vec<Effect>) {
        let head = self.transcript.head();
        let mut send = |frame| out.push(Effect::Send { conn, frame });
        send(self.welcome(now, you));
        if last == Seq::ZERO || last > head {
            send(Down::Snapshot(self.snapshot()));
        } else {
            for event in self.transcript.after(last) {
                send(Down::Event(event.clone()));
            }
        }
        if let Some(place) = self.place.filter(|_| you == Party::Resident) {
            send(Down::Place(place));
        }
    }

    fn welcome(&self, now: Millis, you: Party) -> Down {
        Down::Welcome(Welcome {
            you,
            head: self.transcript.head(),
            got: self.got,
            ends_in_ms: self.record.quiet.ends_in_ms(now),
            deleted_in_ms: match self.record.retained {
                Some(_) => None,
                None => u32::try_from(self.record.deleted_at.since(now).as_millis()).ok(),
            },
            retained: self.record.retained,
        })
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
        let readers = self.peers.readers(self.record.staff.as_ref());
        out.extend(readers.map(|conn| Effect::Send { conn, frame: Down::Event(event.clone()) }));
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

    fn end(
        &mut self,
        now: Millis,
        by: Party,
        client_ref: &ClientRef,
        said: EndReason,
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
        // What staff have marked is kept all the same; the resident has been told so.
        self.record.forget =
            by == Party::Resident && said == EndReason::Forgotten && self.record.retained.is_none();
        let reason = match (by, self.record.phase) {
            _ if self.record.forget => EndReason::Forgotten,
            (Party::Resident, Phase::Waiting) => EndReason::LeftLine,
            (Party::Resident, Phase::Active | Phase::Ended) => EndReason::Done,
            (Party::Staff, _) => match said {
                EndReason::Done | EndReason::OffTopic | EndReason::WrongDepartment | EndReason::Abuse => said,
                // These are not for staff to say.
                EndReason::LeftLine | EndReason::Silent | EndReason::DayOver | EndReason::Forgotten => {
                    EndReason::Done
                }
            },
        };
        self.finish(now, Some(client_ref.clone()), Body::Ended { by: by.into(), reason }, out);
        Ok(())
    }

    /// The chat is over: no clock runs any more, and the desk is told.
    fn finish(&mut self, now: Millis, client_ref: Option<ClientRef>, body: Body, out: &mut Vec<Effect>) {
        let abuse = matches!(body, Body::Ended { reason: EndReason::Abuse, .. });
        self.record.phase = Phase::Ended;
        self.record.quiet = Quiet::Still;
        out.push(Effect::Write(Write::Record(self.record.clone())));
        self.append(now, client_ref, body, out);
        let leave = ToDesk::Leave {
            chat: self.record.chat.clone(),
            response_s: self.transcript.first_response(),
            abuse,
        };
        self.calls.push(now, self.transcript.head(), leave, out);
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
