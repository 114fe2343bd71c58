//! Bodies of the few plain HTTP requests.

use super::StaffCard;
use crate::id::{ClientRef, SessionId, StaffId, TopicId};
use crate::language::Language;
use crate::refusal::Refusal;
use crate::time::Millis;
use serde::{Deserialize, Serialize};

/// `POST /v1/chats`: a resident asks for a chat. Nothing else is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartChat {
    /// Names this action: asked again with the same reference, the same chat is answered.
    pub client_ref: ClientRef,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
}

/// The answer to [`StartChat`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartedChat {
    /// The chat.
    pub chat: SessionId,
    /// Opens this chat and nothing else. It goes into the first frame, never into an address.
    pub token: String,
    /// When the token ends.
    pub expires: Millis,
}

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers chats.
    Agent,
    /// Also directs agents.
    Supervisor,
    /// Sees to the policy and the roster.
    Administrator,
}

/// One of the sample staff of a development deployment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleStaff {
    /// Their identifier.
    pub id: StaffId,
    /// How residents see them.
    pub card: StaffCard,
    /// What they may do.
    pub role: Role,
    /// Their telephone at work, which they may give (EM-PRI-A).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Their email at work, which they may give (EM-PRI-A).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// `POST /v1/staff/sign-in` of a development deployment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// Which of the sample staff.
    pub id: StaffId,
}

/// `GET /v1/staff/me`: who is signed in, and with whom one could sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Greeting {
    /// Who is signed in.
    pub me: Option<SampleStaff>,
    /// With whom one could; empty unless the deployment is for development.
    pub samples: Vec<SampleStaff>,
}

/// The body of every answer that is not the one asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Why.
    pub code: Refusal,
    /// What to do about it, in English.
    pub message: String,
}

impl From<Refusal> for Problem {
    fn from(code: Refusal) -> Self {
        Self { code, message: code.sentence().to_owned() }
    }
}
