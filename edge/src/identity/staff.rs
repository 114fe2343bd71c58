//! The sign-in of staff, carried in a cookie that no script can read.

use super::{Key, SealError};
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::Role;

/// `__Host-`: only this host, only over TLS (or loopback), no other path.
const COOKIE: &str = "__Host-rotunda_staff";

/// Who has signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSession {
    /// Who, in the roster.
    pub staff: StaffId,
    /// What they may do.
    pub role: Role,
    /// When they have to sign in again.
    pub expires: Millis,
}

impl StaffSession {
    /// Reads it from a `Cookie` header.
    pub fn from_cookies(header: &str, key: &Key, now: Millis) -> Result<Self, Refusal> {
        let cookies = header.split(';').filter_map(|pair| pair.trim().split_once('='));
        let signed = cookies.into_iter().find(|(name, _)| *name == COOKIE).map(|(_, value)| value);
        let session: Self =
            key.open(signed.ok_or(Refusal::NotSignedIn)?).map_err(|_| Refusal::NotSignedIn)?;
        if now < session.expires { Ok(session) } else { Err(Refusal::NotSignedIn) }
    }
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

    #[test]
    fn a_sign_in_is_found_among_other_cookies_and_ends() {
        let key = Key::derive(b"secret", "staff").unwrap();
        let session = StaffSession {
            staff: StaffId::parse("dana").unwrap(),
            role: Role::Agent,
            expires: Millis(60_000),
        };
        let set = cookie(&session, &key, Millis(0)).unwrap();
        assert!(set.contains("; Max-Age=60; HttpOnly; Secure; SameSite=Strict"));
        let header = format!("theme=dark; {}; x=1", set.split(';').next().unwrap());
        assert_eq!(StaffSession::from_cookies(&header, &key, Millis(0)), Ok(session));
        assert_eq!(StaffSession::from_cookies(&header, &key, Millis(60_000)), Err(Refusal::NotSignedIn));
        assert_eq!(StaffSession::from_cookies("theme=dark", &key, Millis(0)), Err(Refusal::NotSignedIn));
    }
}
