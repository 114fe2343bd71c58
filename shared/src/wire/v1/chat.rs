//! Frames of one chat.

use super::Alert;
use crate::id::{ClientRef, Seq, TopicId};
use crate::language::Language;
use crate::privacy::{Category, MaskedText};
use crate::refusal::Refusal;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// Who takes part in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The resident, in however many tabs.
    Resident,
    /// The staff member who answers.
    Staff,
}

impl Party {
    /// The one on the other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Resident => Self::Staff,
            Self::Staff => Self::Resident,
        }
    }
}

/// A member of staff as a resident sees them (PI-GREET, TE-5.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffCard {
    /// Full name.
    pub name: String,
    /// Title, such as "Billing specialist".
    pub title: String,
    /// Department, such as "Utility Billing".
    pub department: String,
}

/// Client to edge. `T` is [`MaskedText`] where it is sent and [`Untrusted`](super::Untrusted) where it is read, so that no
/// client can send what was not masked and the edge can believe nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Up<T = MaskedText> {
    /// The first frame of every connection, also after a reconnect.
    Hello(Hello),
    /// A message.
    Say {
        /// Names this action; the same on every repetition.
        client_ref: ClientRef,
        /// The message.
        text: T,
        /// Pieces of earlier messages of the same person that this one showed to belong to what must not travel.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        strikes: Vec<Strike>,
    },
    /// The person is typing. Never what.
    Typing {},
    /// Everything up to here has reached this person's screen.
    Got {
        /// The last event that was applied.
        seq: Seq,
    },
    /// The person ends the chat.
    End {
        /// Names this action.
        client_ref: ClientRef,
    },
}

/// A piece of an own earlier message that is to be taken out. It can only remove, never rewrite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strike {
    /// The message.
    pub of: ClientRef,
    /// Where the piece starts, in bytes of the masked text of that message.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What it is a piece of.
    pub category: Category,
}

/// Who connects, and how far they got.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The resident's token. Staff are known by their sign-in and send none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The last event the client has; zero asks for a snapshot.
    #[serde(default)]
    pub last_seq: Seq,
}

/// Edge to client.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Down {
    /// The answer to [`Up::Hello`].
    Welcome(Welcome),
    /// Everything so far, for a client that has nothing yet.
    Snapshot(Snapshot),
    /// One thing that happened. Also the acknowledgement of what the client sent, by its `client_ref`.
    Event(Event),
    /// The other side is typing.
    Typing {
        /// Who.
        by: Party,
    },
    /// Everything up to here has reached that side's screen.
    Got {
        /// Whose screen.
        by: Party,
        /// The last event.
        seq: Seq,
    },
    /// Something was not done.
    Refused {
        /// Why.
        code: Refusal,
        /// Which action it was, where it was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        client_ref: Option<ClientRef>,
    },
}

/// The edge knows who this is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// The side on which the client takes part.
    pub you: Party,
    /// The last event there is.
    pub head: Seq,
    /// How far each side got.
    pub got: Receipts,
}

/// The last event that has reached each side's screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipts {
    /// Any of the resident's tabs.
    pub resident: Seq,
    /// The staff member's console.
    pub staff: Seq,
}

impl Receipts {
    /// How far `party` got.
    pub const fn of(self, party: Party) -> Seq {
        match party {
            Party::Resident => self.resident,
            Party::Staff => self.staff,
        }
    }

    /// Notes that `party` has everything up to `seq`; says whether that is news.
    pub fn note(&mut self, party: Party, seq: Seq) -> bool {
        let slot = match party {
            Party::Resident => &mut self.resident,
            Party::Staff => &mut self.staff,
        };
        let news = seq > *slot;
        *slot = seq.max(*slot);
        news
    }
}

/// Everything so far: the log without what later events made void. Folding it equals folding every event.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The last event there is.
    pub head: Seq,
    /// The events, in order; numbers may be missing here, since struck pieces are already struck.
    pub events: Vec<Event>,
}

/// One thing that happened in a chat. Everyone sees the same, in the same order, under the same number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the log.
    pub seq: Seq,
    /// When the edge took it.
    pub at: Millis,
    /// The client's action that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_ref: Option<ClientRef>,
    /// What happened.
    pub body: Body,
}

/// What can happen in a chat.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The resident asked for a chat (EM-DEF-3).
    Started {
        /// About what.
        topic: TopicId,
        /// In which language.
        language: Language,
    },
    /// A member of staff answers from now on.
    Joined {
        /// Who.
        staff: StaffCard,
    },
    /// Someone wrote.
    Said {
        /// Who.
        by: Party,
        /// What, masked.
        text: MaskedText,
        /// What triage said of a resident's message (EM-GEN-B). Boxed: few messages have one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alert: Option<Box<Alert>>,
    },
    /// A piece of an earlier message turned out to be what must not be here (EM-PAY-C).
    Struck {
        /// The message.
        line: Seq,
        /// What remains of it.
        text: MaskedText,
    },
    /// The chat is over (EM-DEF-3).
    Ended {
        /// Who ended it.
        by: Ender,
        /// Why.
        reason: EndReason,
    },
}

/// Who ended a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ender {
    /// The resident.
    Resident,
    /// The staff member.
    Staff,
    /// Rotunda itself, by the policy.
    Policy,
}

impl From<Party> for Ender {
    fn from(party: Party) -> Self {
        match party {
            Party::Resident => Self::Resident,
            Party::Staff => Self::Staff,
        }
    }
}

/// Why a chat ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// Someone said that they are done.
    Done,
    /// The resident left the line before anyone answered.
    LeftLine,
}
