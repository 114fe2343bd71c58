//! Messages left when nobody answers (TE-8.2, TE-8.3): what a resident leaves, and what staff see of it.

use crate::id::{ClientRef, MessageId, StaffId, TopicId};
use crate::language::Language;
use crate::privacy::MaskedText;
use crate::time::Millis;
use crate::triage::Tier;
use serde::{Deserialize, Serialize};

/// The longest contact detail, in Unicode scalar values.
pub const MAX_CONTACT_CHARS: usize = 200;

/// `POST /v1/messages`: a resident leaves a message. `T` is [`MaskedText`] where it is sent and
/// [`Untrusted`](super::Untrusted) where it is read, as in [`Up`](super::Up).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveMessage<T = MaskedText> {
    /// Names this action: sent again with the same reference, it is the same message.
    pub client_ref: ClientRef,
    /// About what.
    pub topic: TopicId,
    /// In which language the resident wants to hear.
    pub language: Language,
    /// Where the resident can be reached, as they wrote it.
    pub contact: T,
    /// The message.
    pub text: T,
}

/// The answer to [`LeaveMessage`]: the city has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftMessage {
    /// The number by which it can be asked for (CS-B-3).
    pub number: u32,
    /// By when the resident hears (CS-A-2, TE-8.3).
    pub due: Millis,
}

/// A message as the inbox shows it, without its words: `GET /v1/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageCard {
    /// Names it in addresses.
    pub id: MessageId,
    /// Its number for people.
    pub number: u32,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// When it was left.
    pub at: Millis,
    /// By when the resident hears.
    pub due: Millis,
    /// What its words call for (EM-GEN-B).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Tier>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<StaffId>,
    /// Whether it was not answered in time, and is a supervisor's matter too.
    #[serde(default)]
    pub escalated: bool,
    /// How it was answered, and until when it can still be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
}

/// A message has been answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// How.
    pub how: AnsweredBy,
    /// When it is shredded unless someone closes it before (TE-5.5).
    pub closes: Millis,
}

/// How a message was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredBy {
    /// By telephone.
    Phone,
    /// By email.
    Email,
    /// It could not be: the contact leads nowhere, and that was tried.
    Unreachable,
}

/// What staff do with a message: `POST /v1/messages/{id}/step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageStep {
    /// See to it.
    Take {},
    /// Leave it to someone else again.
    PutBack {},
    /// It is answered.
    Answered {
        /// How.
        how: AnsweredBy,
    },
    /// Done: it is shredded.
    Close {},
}

/// The words of a message, for who sees to it: `POST /v1/messages/{id}/words`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageWords {
    /// Where the resident can be reached.
    pub contact: MaskedText,
    /// The message.
    pub text: MaskedText,
}
