//! How staff come in: by the groups that the city's sign-in names, or by the roster.

use super::{Policy, Staff};
use crate::wire::v1::Role;
use serde::{Deserialize, Serialize};

/// What the city's own sign-in says of people, and what that makes them here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInPolicy {
    /// What is asked of the provider, besides `openid`: some give groups only when asked.
    #[serde(default = "usual_scopes")]
    pub scopes: Vec<String>,
    /// The claim that names a person's groups, such as `groups` or, with Entra ID's app roles, `roles`.
    #[serde(default = "usual_claim")]
    pub groups_claim: String,
    /// What each group may do. Where there are any, they alone decide who comes in and as what; without any the roster does.
    #[serde(default)]
    pub groups: Vec<GroupRole>,
}

/// What the members of a group may do, and how residents see one whom the roster does not name (TE-5.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRole {
    /// The group, exactly as the provider names it.
    pub group: String,
    /// What its members may do. Who is in several may do what the first of them in this list may.
    pub role: Role,
    /// Their title.
    pub title: String,
    /// Their department.
    pub department: String,
}

impl Default for SignInPolicy {
    fn default() -> Self {
        Self { scopes: usual_scopes(), groups_claim: usual_claim(), groups: Vec::new() }
    }
}

fn usual_scopes() -> Vec<String> {
    ["profile", "email"].map(str::to_owned).to_vec()
}

fn usual_claim() -> String {
    "groups".to_owned()
}

impl Policy {
    /// The person of the roster whom a provider knows by this subject, or by this email that it has verified.
    pub fn rostered(&self, subject: &str, email: Option<&str>) -> Option<&Staff> {
        let by_subject = self.staff.iter().find(|staff| staff.subject.as_deref() == Some(subject));
        by_subject.or_else(|| {
            let email = email?;
            // Who is known by a subject is known by nothing else.
            let mut others = self.staff.iter().filter(|staff| staff.subject.is_none());
            others.find(|staff| staff.email.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(email)))
        })
    }
}
