//! What someone may do here whom the city's sign-in has named: by their groups, or by the roster.

use super::Key;
use super::jwt::Claims;
use super::staff::Via;
use shared::id::{ClientRef, StaffId};
use shared::policy::{Policy, Staff};

/// A person as the city's sign-in names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name to the provider, which never changes.
    pub subject: String,
    /// Their email, if it is known to be theirs.
    pub email: Option<String>,
    /// What they are called.
    pub name: Option<String>,
    /// Their groups.
    pub groups: Vec<String>,
}

impl Person {
    /// Reads a person from what an OpenID Connect provider says.
    pub fn of(claims: &Claims, policy: &Policy) -> Self {
        let groups = claims.texts(&policy.sign_in.groups_claim);
        Self {
            subject: claims.subject().to_owned(),
            email: claims.verified_email().map(str::to_owned),
            name: claims.text("name").filter(|name| !name.is_empty()).map(str::to_owned),
            groups: groups.into_iter().map(str::to_owned).collect(),
        }
    }

    /// Reads a person from an assertion of Cloudflare Access, which names nobody by an email that it has not verified.
    pub fn of_access(claims: &Claims, policy: &Policy) -> Self {
        Self { email: claims.text("email").map(str::to_owned), ..Self::of(claims, policy) }
    }

    /// Who this is here and by what right; nobody, where neither a group nor the roster says so. Where the policy names groups,
    /// they alone decide what someone may do: who is taken out of the group is out, whatever the roster still says.
    pub fn admitted(&self, policy: &Policy, ids: &Key) -> Option<(Staff, Via)> {
        let rostered = policy.rostered(&self.subject, self.email.as_deref());
        if policy.sign_in.groups.is_empty() {
            return rostered.map(|staff| (staff.clone(), Via::Roster));
        }
        let group = policy.sign_in.groups.iter().find(|known| self.groups.contains(&known.group))?;
        let staff = match rostered {
            Some(staff) => Staff { role: group.role, ..staff.clone() },
            None => Staff {
                id: self.own_id(ids)?,
                name: self.name.clone()?,
                title: group.title.clone(),
                department: group.department.clone(),
                role: group.role,
                languages: Vec::new(),
                topics: Vec::new(),
                phone: None,
                email: None,
                subject: None,
            },
        };
        Some((staff, Via::Group(group.group.clone())))
    }

    /// The identifier of someone whom the roster does not name: always the same, and telling nothing of who it is.
    fn own_id(&self, ids: &Key) -> Option<StaffId> {
        let digest = ids.digest(format!("staff.{}", self.subject).as_bytes());
        let bits = digest.iter().take(16).fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
        StaffId::parse(&format!("g-{}", ClientRef::from_random(bits).as_str())).ok()
    }
}
