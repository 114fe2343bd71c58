//! What the desk wants done.

use super::{Entry, Gone, Held, Member, Seat};
use crate::between::ToChat;
use crate::session::ConnId;
use shared::id::SessionId;
use shared::refusal::Refusal;
use shared::wire::v1::DeskDown;

/// Something the shell is to do. The shell commits every `Write` of one call together before it does anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store it.
    Write(Write),
    /// Keep with the socket whose it is and when it was last heard, so that the desk knows it again after a sleep.
    Remember {
        /// The socket.
        conn: ConnId,
        /// Whose.
        seat: Seat,
    },
    /// Send a frame.
    Send {
        /// The socket.
        conn: ConnId,
        /// What.
        frame: DeskDown,
    },
    /// Close a socket.
    Close {
        /// The socket.
        conn: ConnId,
        /// Why; its close code is sent.
        why: Refusal,
    },
    /// Call a chat; answer with [`Event::Answered`](super::Event::Answered).
    Call {
        /// The chat.
        chat: SessionId,
        /// What.
        message: ToChat,
    },
}

impl Effect {
    /// What it stores, if it does.
    pub fn write(&self) -> Option<&Write> {
        match self {
            Self::Write(write) => Some(write),
            Self::Remember { .. } | Self::Send { .. } | Self::Close { .. } | Self::Call { .. } => None,
        }
    }
}

/// What must last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A chat in the line; it replaces what was known of the chat.
    Waiting(Entry),
    /// A chat that someone has; it replaces what was known of the chat.
    Held(Held),
    /// A chat that is over; what was known of it goes, and so do those that went long before.
    Left(Gone),
    /// A member of staff.
    Member(Member),
}
