//! What the desk wants done.

use super::{Answer, Danger, Entry, Gone, Held, Member, Pace, Seat};
use crate::between::ToChat;
use crate::session::ConnId;
use shared::calendar::Doors;
use shared::id::{ChoiceId, SessionId, TopicId};
use shared::refusal::Refusal;
use shared::triage::Tier;
use shared::wire::v1::{Access, DeskDown, DoorsEdit};

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
    /// Send the board as it stands after all this: [`Desk::boards`](super::Desk::boards). It is made when it is sent, once for
    /// however many events came together.
    Show {
        /// The socket.
        conn: ConnId,
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
    /// Call a chat; what it answers to an assignment comes back as [`Event::Answered`](super::Event::Answered).
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
            Self::Remember { .. }
            | Self::Show { .. }
            | Self::Send { .. }
            | Self::Close { .. }
            | Self::Call { .. } => None,
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
    /// How quickly the line moves.
    Pace(Pace),
    /// One more chat of this topic with this outcome, on the present day.
    Count {
        /// About what it was.
        topic: TopicId,
        /// What came of it.
        outcome: ChoiceId,
    },
    /// One more answer of the present day to a question after a chat.
    CountAnswer(Answer),
    /// Someone is in danger; it replaces what was known of the chat's, and those of the day before go.
    Danger(Danger),
    /// One more chat of the present day that called for this.
    CountDanger(Tier),
    /// A supervisor has opened or taken someone else's chat. It is only ever added.
    Access(Access),
    /// An administrator has changed the doors. It is only ever added.
    Doors {
        /// As they stand from now on.
        doors: Doors,
        /// What was changed, by whom and why.
        edit: Box<DoorsEdit>,
    },
}
