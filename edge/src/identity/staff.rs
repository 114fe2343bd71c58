//! The sign-in of staff, carried in a cookie that no script can read.

use super::{Key, SealError};
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::policy::{Policy, Staff};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Role, StaffCard};

/// `__Host-`: only this host, only over TLS (or loopback), no other path.
const COOKIE: &str = "__Host-rotunda_staff";

/// By what right someone is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// One of the invented staff of a development deployment.
    Sample,
    /// The roster names them.
    Roster,
    /// They are in this group.
    Group(String),
}

/// Who has signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSession {
    /// Who, in the roster or by their group.
    pub staff: StaffId,
    /// What they may do.
    pub role: Role,
    /// How residents see them, where the roster does not say.
    pub card: StaffCard,
    /// By what right.
    pub via: Via,
    /// Since when. What is void from a later moment on does not count any more.
    pub since: Millis,
    /// When they have to sign in again.
    pub expires: Millis,
}

impl StaffSession {
    /// The sign-in of someone who has just been admitted.
    pub fn new(staff: &Staff, via: Via, since: Millis, expires: Millis) -> Self {
        Self { staff: staff.id.clone(), role: staff.role, card: staff.card(), via, since, expires }
    }

    /// Reads it from a `Cookie` header.
    pub fn from_cookies(header: &str, key: &Key, now: Millis) -> Result<Self, Refusal> {
        let signed = find_cookie(header, COOKIE).ok_or(Refusal::NotSignedIn)?;
        let session: Self = key.open(signed).map_err(|_| Refusal::NotSignedIn)?;
        if now < session.expires { Ok(session) } else { Err(Refusal::NotSignedIn) }
    }

    /// Who it is by the policy as it stands now. Whom it names no longer, or with another role, has to sign in again; the
    /// invented staff are somebody only in `development`.
    pub fn person(&self, policy: &Policy, development: bool) -> Result<Staff, Refusal> {
        let named = |staff: &&Staff| staff.id == self.staff && staff.role == self.role;
        let found = match &self.via {
            Via::Sample if development => policy.sample_staff.iter().find(named).cloned(),
            Via::Roster if policy.sign_in.groups.is_empty() => policy.staff.iter().find(named).cloned(),
            Via::Sample | Via::Roster => None,
            Via::Group(group) => {
                let mut known = policy.sign_in.groups.iter();
                known
                    .find(|known| known.group == *group && known.role == self.role)
                    .map(|_| self.of_group(policy))
            }
        };
        found.ok_or(Refusal::NotSignedIn)
    }

    /// Somebody whom a group has let in: as the roster shows them, if it does.
    fn of_group(&self, policy: &Policy) -> Staff {
        let rostered = policy.staff.iter().find(|staff| staff.id == self.staff).cloned();
        let StaffCard { name, title, department } = self.card.clone();
        let other = Staff {
            id: self.staff.clone(),
            name,
            title,
            department,
            role: self.role,
            languages: Vec::new(),
            topics: Vec::new(),
            phone: None,
            email: None,
            subject: None,
        };
        Staff { role: self.role, ..rostered.unwrap_or(other) }
    }
}

/// The value of one cookie of a `Cookie` header.
pub(super) fn find_cookie<'a>(header: &'a str, wanted: &str) -> Option<&'a str> {
    let mut cookies = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    cookies.find(|(name, _)| *name == wanted).map(|(_, value)| value)
}

/// The `Set-Cookie` header that signs someone in.
pub fn cookie(session: &StaffSession, key: &Key, now: Millis) -> Result<String, SealError> {
    let seconds = session.expires.since(now).as_secs();
    Ok(format!(
        "{COOKIE}={}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Strict",
        key.sign(session)?
    ))
}

/// The `Set-Cookie` header that signs someone out.
pub fn sign_out_cookie() -> String {
    format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::city::City;
    use crate::identity::{Person, Via};
    use shared::policy::GroupRole;

    fn policy() -> Policy {
        let mut policy = City::find("eagle-mountain").unwrap().policy;
        policy.staff = policy.sample_staff.clone();
        policy.sample_staff.truncate(1);
        policy
    }

    fn person(groups: &[&str]) -> Person {
        Person {
            subject: "7".into(),
            email: Some("Dana.Reyes@emcity.example".into()),
            name: Some("Dana R.".into()),
            groups: groups.iter().copied().map(str::to_owned).collect(),
        }
    }

    fn ids() -> Key {
        Key::derive(b"secret", "staff-id").unwrap()
    }

    fn group(name: &str, role: Role) -> GroupRole {
        GroupRole { group: name.into(), role, title: "Chat agent".into(), department: "Water".into() }
    }

    fn session(policy: &Policy, person: &Person) -> Option<StaffSession> {
        let (staff, via) = person.admitted(policy, &ids())?;
        Some(StaffSession::new(&staff, via, Millis(0), Millis(60_000)))
    }

    #[test]
    fn a_sign_in_is_found_among_other_cookies_and_ends() {
        let key = Key::derive(b"secret", "staff").unwrap();
        let session = session(&policy(), &person(&[])).unwrap();
        let set = cookie(&session, &key, Millis(0)).unwrap();
        assert!(set.contains("; Max-Age=60; HttpOnly; Secure; SameSite=Strict"));
        let header = format!("theme=dark; {}; x=1", set.split(';').next().unwrap());
        assert_eq!(StaffSession::from_cookies(&header, &key, Millis(0)), Ok(session));
        assert_eq!(StaffSession::from_cookies(&header, &key, Millis(60_000)), Err(Refusal::NotSignedIn));
        assert_eq!(StaffSession::from_cookies("theme=dark", &key, Millis(0)), Err(Refusal::NotSignedIn));
    }

    #[test]
    fn without_groups_the_roster_decides() {
        let mut policy = policy();
        let session = session(&policy, &person(&["anything"])).unwrap();
        assert_eq!((session.staff.as_str(), session.role), ("dana", Role::Agent));
        let stranger = Person { email: None, ..person(&[]) };
        assert_eq!(stranger.admitted(&policy, &ids()), None, "an email that nobody has verified is nobody's");
        // A change of the roster counts at once.
        assert!(session.person(&policy, false).is_ok());
        policy.staff.retain(|staff| staff.id.as_str() != "dana");
        assert_eq!(session.person(&policy, false), Err(Refusal::NotSignedIn));
    }

    #[test]
    fn a_role_that_was_taken_ends_the_sign_in() {
        let mut policy = policy();
        let session = session(&policy, &person(&[])).unwrap();
        policy.staff.iter_mut().for_each(|staff| staff.role = Role::Supervisor);
        assert_eq!(session.person(&policy, true), Err(Refusal::NotSignedIn));
    }

    #[test]
    fn where_there_are_groups_they_alone_decide() {
        let mut policy = policy();
        policy.sign_in.groups = vec![group("leads", Role::Supervisor), group("agents", Role::Agent)];
        assert_eq!(session(&policy, &person(&[])), None, "the roster opens nothing any more");
        assert_eq!(session(&policy, &person(&["Agents"])), None, "a group is named exactly");
        let dana = session(&policy, &person(&["agents", "leads"])).unwrap();
        assert_eq!((dana.staff.as_str(), dana.role), ("dana", Role::Supervisor));
        assert_eq!(
            dana.person(&policy, false).unwrap().title,
            "Billing specialist",
            "the roster still shows them"
        );
        policy.sign_in.groups.remove(0);
        assert_eq!(dana.person(&policy, false), Err(Refusal::NotSignedIn));
    }

    #[test]
    fn te_5_6_whom_a_group_lets_in_has_a_name_title_and_department() {
        let mut policy = policy();
        policy.sign_in.groups = vec![group("agents", Role::Agent)];
        let newcomer = Person { email: None, name: Some("Kim Lee".into()), ..person(&["agents"]) };
        let session = session(&policy, &newcomer).unwrap();
        assert!(session.staff.as_str().starts_with("g-"));
        let card = session.person(&policy, false).unwrap().card();
        assert_eq!((&*card.name, &*card.title, &*card.department), ("Kim Lee", "Chat agent", "Water"));
        let nameless = Person { name: None, ..newcomer };
        assert_eq!(nameless.admitted(&policy, &ids()), None, "nobody talks to residents without a name");
    }

    #[test]
    fn invented_staff_are_somebody_only_in_development() {
        let policy = policy();
        let dana = &policy.sample_staff[0];
        let session = StaffSession::new(dana, Via::Sample, Millis(0), Millis(1));
        assert!(session.person(&policy, true).is_ok());
        assert_eq!(session.person(&policy, false), Err(Refusal::NotSignedIn));
    }
}
