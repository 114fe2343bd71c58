//! Who waits, who is there, and who is offered which chat. Pure, like the session: time and event in, effects out.
//!
//! The desk never sees a word of any chat. The line is first in, first out (PI-ORDER), after those in danger; a chat is offered
//! to one person at a time, who takes it, leaves it, or lets it pass on after the policy's seconds; nobody is offered more than
//! their seats (EM-COM-E), nobody who is not there or has someone before them (EM-COM-D). A chat goes to someone else only when
//! they have accepted it (EM-COM-G-a).

mod alarm;
mod board;
mod dispatch;
mod doors;
mod effect;
mod gone;
mod ladder;
mod line;
mod pace;
mod place;
mod staff;
mod supervise;
mod survey;
mod suspend;
mod transfer;

pub use alarm::Danger;
pub use effect::{Effect, Write};
pub use gone::Gone;
pub use ladder::Score;
pub use line::{Entry, Held, Pending};
pub use pace::Pace;
pub use staff::{Member, Seat};
pub use supervise::accesses_kept_since;
pub use survey::Answer;
pub use transfer::Transfer;

use crate::between::{ToChat, ToDesk, Verdict};
use crate::identity::{Act, authorize};
use crate::session::ConnId;
use alarm::Dangers;
use core::time::Duration;
use line::Line;
use shared::calendar::Doors;
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
    /// Someone has waited so long that the hold message is due.
    Hold,
    /// Someone who takes chats has touched nothing for long.
    Idle,
}

/// One service line's desk.
#[derive(Default)]
pub struct Desk {
    line: Line,
    staff: Staff,
    pace: Pace,
    dangers: Dangers,
    doors: Doors,
    /// How long a resident waits before the hold message, and how long staff may touch nothing: the policy's, at the last event.
    hold: Option<Duration>,
    idle: Option<Duration>,
}

/// Everything that a desk has written.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The line.
    pub waiting: Vec<Entry>,
    /// The chats that someone has.
    pub held: Vec<Held>,
    /// The chats that are over.
    pub gone: Vec<Gone>,
    /// The staff.
    pub members: Vec<Member>,
    /// How quickly the line moves.
    pub pace: Pace,
    /// Where someone is in danger.
    pub dangers: Vec<Danger>,
    /// What an administrator has changed of the hours.
    pub doors: Doors,
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
    pub fn restore(stored: Stored, seats: Vec<(ConnId, Seat)>) -> Self {
        let Stored { waiting, held, gone, members, pace, dangers, doors } = stored;
        Self {
            line: Line::restore(waiting, held, gone),
            staff: Staff::restore(members, seats),
            pace,
            dangers: Dangers::restore(dangers),
            doors,
            hold: None,
            idle: None,
        }
    }

    /// When to call [`Desk::handle`] with [`Event::Timeout`], and why.
    pub fn poll_timeout(&self) -> Option<(Millis, Timer)> {
        let offer = self.line.offer_due().map(|due| (due, Timer::Offer));
        let assign = self.line.assign_due().map(|due| (due, Timer::Assign));
        let hold = self.hold_due().map(|due| (due, Timer::Hold));
        let idle = self.idle.and_then(|idle| self.staff.lapse_due(idle)).map(|due| (due, Timer::Idle));
        [offer, assign, hold, idle].into_iter().flatten().min_by_key(|(due, _)| *due)
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, policy: &Policy, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        (self.hold, self.idle) = (Some(policy.hold()), Some(policy.idle()));
        match event {
            Event::Connected { conn, seat } => self.connected(now, conn, seat, &mut out),
            Event::Frame { conn, frame } => {
                let taken = self.staff.meter(conn, now, frame.is_err()).and(frame);
                if let Err(why) = taken.and_then(|frame| self.frame(policy, now, conn, frame, &mut out)) {
                    self.refuse(conn, why, &mut out);
                }
            }
            Event::Disconnected { conn } => self.staff.disconnect(conn),
            Event::Called(call) => self.called(policy, now, call, &mut out),
            Event::Answered { chat, staff, verdict } => {
                self.answered(policy, now, &chat, &staff, verdict, &mut out);
            }
            Event::Timeout => {}
        }
        for lapsed in self.staff.lapse(policy, now, &mut out) {
            self.withdraw(&lapsed, &mut out);
        }
        self.line.pass_on(now, &mut out);
        self.pass_transfers(policy, now, &mut out);
        self.assign(now, &mut out);
        self.dispatch(policy, now, &mut out);
        self.tell_places(policy, now, &mut out);
        self.show(&mut out);
        out
    }

    fn called(&mut self, policy: &Policy, now: Millis, call: ToDesk, out: &mut Vec<Effect>) {
        match call {
            ToDesk::Wait { chat, topic, language, since, priority } => {
                let (offer, asked, told, hop) = (None, Vec::new(), None, 0);
                let priority = self.dangers.priority(&chat, priority);
                self.line
                    .wait(Entry { chat, topic, language, since, priority, offer, asked, told, hop }, out);
            }
            ToDesk::Alarm { chat, topic, tier } => self.alarm(now, &chat, topic, tier, out),
            ToDesk::ReadAlong { chat, by, at } => self.read_along(&chat, by, at, out),
            ToDesk::Leave { chat, response_s, abuse } => {
                self.release(policy, now, &chat, response_s, out);
                self.ended_for_abuse(now, &chat, abuse, out);
            }
            ToDesk::Rated { chat, satisfied, solved } => {
                self.rated(policy, now, &chat, (satisfied, solved), out);
            }
        }
    }

    fn frame(
        &mut self,
        policy: &Policy,
        now: Millis,
        conn: ConnId,
        frame: DeskUp,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let seat = self.staff.seat(conn).ok_or(Refusal::NotSignedIn)?.clone();
        authorize(seat.actor(), act(&frame), self.state(policy, &frame))?;
        match frame {
            DeskUp::Beat { idle_s } => self.staff.beat(conn, now, idle_s, out),
            DeskUp::Presence { presence } => {
                self.staff.set_presence(&seat, presence, now, out);
                if presence != Presence::Online {
                    self.withdraw(&seat.id, out);
                }
            }
            DeskUp::Accept { chat } => {
                if !self.accept_transfer(now, &chat, &seat, out)
                    && self.line.accept(&chat, &seat, now, out)?
                {
                    self.pace.note(now);
                    out.push(Effect::Write(Write::Pace(self.pace.clone())));
                }
            }
            DeskUp::Decline { chat } => {
                if !self.decline_transfer(&chat, &seat.id, out) {
                    self.line.decline(&chat, &seat.id, out)?;
                }
            }
            DeskUp::Transfer { chat, to, reason, note } => {
                self.transfer(policy, now, &seat, &chat, (to, reason, &note), out)?;
            }
            DeskUp::Keep { chat } => self.keep(&chat, &seat, out)?,
            DeskUp::Seats { staff, seats, reason } => {
                self.set_seats(policy, now, &seat, (&staff, seats, &reason), out)?;
            }
            DeskUp::WrapUp { chat, topic, outcome } => {
                self.wrap_up(policy, &seat, &chat, topic, outcome, out)?;
            }
            DeskUp::Seen { chat } => self.seen(&chat, out)?,
            DeskUp::AskSupervisor { chat } => self.ask_supervisor(now, &seat, &chat, out)?,
            DeskUp::TakeOver { chat } => self.take_over(now, &seat, &chat, out)?,
            DeskUp::Suspend { staff, until, reason } => {
                self.suspend(now, &seat, (&staff, until, &reason), out)?;
            }
            DeskUp::Readmit { staff } => self.readmit(now, &staff, out),
        }
        Ok(())
    }

    /// Takes back what is offered to someone who no longer takes chats.
    fn withdraw(&mut self, staff: &StaffId, out: &mut Vec<Effect>) {
        self.line.withdraw(staff, out);
        self.withdraw_transfers(staff, out);
    }

    /// The chat is over: it leaves the line, or frees its seat and counts for the one who had it (EM-COM-E).
    fn release(
        &mut self,
        policy: &Policy,
        now: Millis,
        chat: &SessionId,
        response_s: Option<u32>,
        out: &mut Vec<Effect>,
    ) {
        if let Some(held) = self.line.leave(now, chat, out) {
            let member = self.staff.member_mut(&held.staff, now);
            if held.confirmed {
                member.score.finish(&policy.desk.ladder, response_s);
            }
            self.staff.freed(&held.staff, now, out);
        }
    }

    fn answered(
        &mut self,
        policy: &Policy,
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
            Some(Verdict::Taken) if self.line.is_dismissing(chat) => self.line.put_back(chat, out),
            Some(Verdict::Taken) => self.line.confirm(chat, out),
            Some(Verdict::Gone) => self.release(policy, now, chat, None, out),
            None => {}
        }
    }

    /// Tells each chat whose it is, until it has answered.
    fn assign(&mut self, now: Millis, out: &mut Vec<Effect>) {
        for held in self.line.unconfirmed(now) {
            let pause = FIRST_PAUSE.saturating_mul(1 << held.tries.min(10)).min(LONGEST_PAUSE);
            held.tries = held.tries.saturating_add(1);
            held.due = now.after(pause);
            let message = if held.dismissing {
                ToChat::Dismiss { staff: held.staff.clone() }
            } else {
                ToChat::Assign { staff: held.staff.clone(), card: held.card.clone(), hop: held.hop }
            };
            out.push(Effect::Call { chat: held.chat.clone(), message });
        }
    }

    fn refuse(&mut self, conn: ConnId, code: Refusal, out: &mut Vec<Effect>) {
        out.push(Effect::Send { conn, frame: DeskDown::Refused { code } });
        if matches!(code, Refusal::Flood | Refusal::FrameTooLarge | Refusal::NotSignedIn | Refusal::Suspended)
        {
            out.push(Effect::Close { conn, why: code });
            // It is not there any more, whatever the platform still says (EM-COM-D).
            self.staff.disconnect(conn);
        }
    }
}

/// What a frame asks for, to the gate.
const fn act(frame: &DeskUp) -> Act {
    match frame {
        DeskUp::Beat { .. } => Act::SeeDesk,
        DeskUp::Presence { .. }
        | DeskUp::Accept { .. }
        | DeskUp::Decline { .. }
        | DeskUp::Transfer { .. }
        | DeskUp::Keep { .. }
        | DeskUp::AskSupervisor { .. }
        | DeskUp::WrapUp { .. } => Act::TakeChats,
        DeskUp::Seats { .. } | DeskUp::Seen { .. } => Act::Direct,
        DeskUp::TakeOver { .. } => Act::TakeOver,
        DeskUp::Suspend { .. } | DeskUp::Readmit { .. } => Act::Suspend,
    }
}
