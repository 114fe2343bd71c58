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
    /// Keeps and gives out what was asked for by a public-records request, and reads nothing else.
    RecordsOfficer,
    /// Sees who did what, and no chat.
    Auditor,
}

/// A member of staff as the console shows who is signed in, and with whom one could sign in.
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
    /// Whether the city's own sign-in is connected: `GET /v1/staff/sign-in` leads there.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub provider: bool,
}

/// Why someone who came from the city's sign-in is not in. The console's page is told in its address, after
/// [`SignInFailure::FRAGMENT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// The city's sign-in does not answer, or answers nonsense.
    ProviderAway,
    /// The city's sign-in said no, or the person changed their mind there.
    Declined,
    /// It took too long, or was begun in another browser.
    Stale,
    /// What the city's sign-in sent is not signed by it, or not meant for Rotunda.
    Untrusted,
    /// The person may not do anything here.
    NoRole,
    /// A supervisor has suspended the person (EM-PEN-C).
    Suspended,
    /// No sign-in is connected.
    NotSetUp,
}

impl SignInFailure {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::ProviderAway,
        Self::Declined,
        Self::Stale,
        Self::Untrusted,
        Self::NoRole,
        Self::Suspended,
        Self::NotSetUp,
    ];

    /// What precedes the code in the address of the console's page.
    pub const FRAGMENT: &str = "#sign-in=";

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProviderAway => "provider_away",
            Self::Declined => "declined",
            Self::Stale => "stale",
            Self::Untrusted => "untrusted",
            Self::NoRole => "no_role",
            Self::Suspended => "suspended",
            Self::NotSetUp => "not_set_up",
        }
    }

    /// The reason that the address of a page tells, if it tells one.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let code = fragment.strip_prefix(Self::FRAGMENT)?;
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_page_tells_why_someone_is_not_in() {
        for why in SignInFailure::ALL {
            let fragment = [SignInFailure::FRAGMENT, why.code()].concat();
            assert_eq!(SignInFailure::from_fragment(&fragment), Some(why));
        }
        for other in ["", "#", "#chats", "#sign-in=", "#sign-in=<script>"] {
            assert_eq!(SignInFailure::from_fragment(other), None);
        }
    }
}
