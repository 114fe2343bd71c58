//! What a session wants done.

use super::{Call, Line, Peer, Record};
use crate::between::{Purged, Verdict};
use crate::vault::Day;
use shared::refusal::Refusal;
use shared::wire::v1::{Down, Receipts};

/// A socket of one object, for as long as it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConnId(pub u32);

/// Something the shell is to do. The shell commits every `Write` of one call together before it does anything else.
#[derive(Clone, PartialEq, Eq)]
pub enum Effect {
    /// Store it.
    Write(Write),
    /// Keep with the socket who it is, so that the session knows it again after a sleep.
    Remember {
        /// The socket.
        conn: ConnId,
        /// Who.
        peer: Peer,
    },
    /// Send a frame.
    Send {
        /// The socket.
        conn: ConnId,
        /// What.
        frame: Down,
    },
    /// Close a socket.
    Close {
        /// The socket.
        conn: ConnId,
        /// Why; its close code is sent.
        why: Refusal,
    },
    /// Call the desk; answer with [`Event::Called`](super::Event::Called).
    Call(Call),
    /// The answer to the desk.
    Reply(Verdict),
    /// The answer to the purge, or to a case.
    Purged(Purged),
    /// The answer to who marks the chat for retention.
    Marked(Result<(), Refusal>),
    /// The answer to the resident who answers the questions after the chat.
    Surveyed(Result<(), Refusal>),
    /// Tell the records that the resident wanted it forgotten; once they know, hand in
    /// [`Event::Forgotten`](super::Event::Forgotten).
    Forget,
    /// Delete everything there is of the chat, close its sockets, forget it, and then answer [`Purged::Gone`].
    Shred,
}

impl Effect {
    /// What it stores, if it does.
    pub fn write(&self) -> Option<&Write> {
        match self {
            Self::Write(write) => Some(write),
            Self::Remember { .. }
            | Self::Send { .. }
            | Self::Close { .. }
            | Self::Call(_)
            | Self::Reply(_)
            | Self::Purged(_)
            | Self::Marked(_)
            | Self::Surveyed(_)
            | Self::Forget
            | Self::Shred => None,
        }
    }
}

/// What must last.
#[derive(Clone, PartialEq, Eq)]
pub enum Write {
    /// How the chat stands.
    Record(Record),
    /// A line of the log, new or struck; it replaces one of the same number.
    Line(Line),
    /// How far each side got.
    Receipts(Receipts),
    /// A call to the desk that has to arrive.
    Call(Call),
    /// A call that has arrived.
    Called(u32),
    /// From now on the chat's key is wrapped under that of this day.
    Day(Day),
    /// From now on the chat's key is wrapped under that of its case.
    Case,
}
