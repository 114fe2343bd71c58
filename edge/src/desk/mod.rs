//! Who waits, who is there, and who is offered which chat. Pure, like the session: time and event in, effects out.
//!
//! The desk never sees a word of any chat. The line is first in, first out (PI-ORDER); a chat is offered to one person at a
//! time, who takes it, leaves it, or lets it pass on after the policy's seconds; nobody is offered more than their seats
//! (EM-COM-E-a), and nobody who is not there (EM-COM-D).

mod board;
mod dispatch;
mod effect;
mod line;
mod staff;

pub use effect::{Effect, Write};
pub use line::{Entry, Gone, Held, Pending};
pub use staff::{Member, Seat};

use crate::between::{ToChat, ToDesk, Verdict};
use crate::identity::{Act, authorize};
use crate::session::ConnId;
use core::time::Duration;
use line::Line;
use shared::id::{SessionId, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{DeskDown, DeskUp, MAX_FRAME_BYTES, Presence};
use staff::Staff;

/// The pause before a chat that did not answer is told again; it doubles up to a minute.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Something that happened to the desk.
pub enum Event {
    /// A console was opened.
    Connected {
        /// The socket.
        conn: ConnId,
        /// Whose.
        seat: Seat,
    },
    /// A console sent something.
    Frame {
        /// The socket.
        conn: ConnId,
        /// What, or why it is no frame. See [`decode`].
        frame: Result<DeskUp, Refusal>,
    },
    /// A console is gone.
    Disconnected {
        /// The socket.
        conn: ConnId,
    },
    /// A chat calls.
    Called(ToDesk),
    /// A chat has answered, or could not be reached.
    Answered {
        /// The chat.
        chat: SessionId,
        /// Whom it was assigned to.
        staff: StaffId,
        /// Its answer, if there was one.
        verdict: Option<Verdict>,
    },
    /// The moment of [`Desk::poll_timeout`] has come. It may come more than once.
    Timeout,
}

/// Why the desk wants to be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// An offer passes on.
    Offer,
    /// A chat is to be told again whose it is.
    Assign,
}

/// One service line's desk.
#[derive(Default)]
pub struct Desk {
    line: Line,
    staff: Staff,
}

/// Reads a frame of a console.
pub fn decode(text: &str) -> Result<DeskUp, Refusal> {
    if text.len() > MAX_FRAME_BYTES {
        return Err(Refusal::FrameTooLarge);
    }
    serde_json::from_str(text).map_err(|_| Refusal::BadFrame)
}

impl Desk {
    /// The same desk again, from what was written and from the sockets that are still there.
    pub fn restore(
        entries: Vec<Entry>,
        held: Vec<Held>,
        gone: Vec<Gone>,
        members: Vec<Member>,
        seats: Vec<(ConnId, Seat)>,
    ) -> Self {
        Self { line: Line::restore(entries, held, gone), staff: Staff::restore(members, seats) }
    }

    /// When to call [`Desk::handle`] with [`Event::Timeout`], and why.
    pub fn poll_timeout(&self) -> Option<(Millis, Timer)> {
        let offer = self.line.offer_due().map(|due| (due, Timer::Offer));
        let assign = self.line.assign_due().map(|due| (due, Timer::Assign));
        [offer, assign].into_iter().flatten().min_by_key(|(due, _)| *due)
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, policy: &Policy, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        match event {
            Event::Connected { conn, seat } => self.staff.connect(conn, seat),
            Event::Frame { conn, frame } => {
                let taken = self.staff.meter(conn, now, frame.is_err()).and(frame);
                if let Err(why) = taken.and_then(|frame| self.frame(now, conn, frame, &mut out)) {
                    self.refuse(conn, why, &mut out);
                }
            }
            Event::Disconnected { conn } => self.staff.disconnect(conn),
            Event::Called(ToDesk::Wait { chat, topic, language, since }) => {
                self.line
                    .wait(Entry { chat, topic, language, since, offer: None, asked: Vec::new() }, &mut out);
            }
            Event::Called(ToDesk::Leave { chat }) => self.release(now, &chat, &mut out),
            Event::Answered { chat, staff, verdict } => self.answered(now, &chat, &staff, verdict, &mut out),
            Event::Timeout => {}
        }
        self.line.pass_on(now, &mut out);
        self.assign(now, &mut out);
        self.dispatch(policy, now, &mut out);
        self.show(policy, now, &mut out);
        out
    }

    fn frame(
        &mut self,
        now: Millis,
        conn: ConnId,
        frame: DeskUp,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let seat = self.staff.seat(conn).ok_or(Refusal::NotSignedIn)?.clone();
        let act = match frame {
            DeskUp::Beat {} => Act::SeeDesk,
            DeskUp::Presence { .. } | DeskUp::Accept { .. } | DeskUp::Decline { .. } => Act::TakeChats,
        };
        authorize(seat.actor(), act)?;
        match frame {
            DeskUp::Beat {} => self.staff.beat(conn, now, out),
            DeskUp::Presence { presence } => {
                self.staff.set_presence(&seat, presence, now, out);
                if presence == Presence::Offline {
                    self.line.withdraw(&seat.id, out);
                }
            }
            DeskUp::Accept { chat } => self.line.accept(&chat, &seat, now, out)?,
            DeskUp::Decline { chat } => self.line.decline(&chat, &seat.id, out)?,
        }
        Ok(())
    }

    /// The chat is over: it leaves the line, or frees its seat.
    fn release(&mut self, now: Millis, chat: &SessionId, out: &mut Vec<Effect>) {
        if let Some(holder) = self.line.leave(now, chat, out) {
            self.staff.freed(&holder, now, out);
        }
    }

    fn answered(
        &mut self,
        now: Millis,
        chat: &SessionId,
        staff: &StaffId,
        verdict: Option<Verdict>,
        out: &mut Vec<Effect>,
    ) {
        if !self.line.is_held_by(chat, staff) {
            return;
        }
        match verdict {
            Some(Verdict::Taken) => self.line.confirm(chat, out),
            Some(Verdict::Gone) => self.release(now, chat, out),
            None => {}
        }
    }

    /// Tells each chat whose it is, until it has answered.
    fn assign(&mut self, now: Millis, out: &mut Vec<Effect>) {
        for held in self.line.unconfirmed(now) {
            let pause = FIRST_PAUSE.saturating_mul(1 << held.tries.min(10)).min(LONGEST_PAUSE);
            held.tries = held.tries.saturating_add(1);
            held.due = now.after(pause);
            let message = ToChat::Assign { staff: held.staff.clone(), card: held.card.clone() };
            out.push(Effect::Call { chat: held.chat.clone(), message });
        }
    }

    fn refuse(&mut self, conn: ConnId, code: Refusal, out: &mut Vec<Effect>) {
        out.push(Effect::Send { conn, frame: DeskDown::Refused { code } });
        if matches!(code, Refusal::Flood | Refusal::FrameTooLarge | Refusal::NotSignedIn) {
            out.push(Effect::Close { conn, why: code });
            // It is not there any more, whatever the platform still says (EM-COM-D).
            self.staff.disconnect(conn);
        }
    }
}
