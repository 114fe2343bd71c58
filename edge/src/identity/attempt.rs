//! One attempt to sign in: what binds the answer of the provider to the browser that asked.
//!
//! The browser keeps a random seed for a few minutes, in a signed cookie that no script can read. State, nonce and the secret of
//! the code exchange (PKCE, RFC 7636) are derived from it with the deployment's key, so none of them can be told from what the
//! browser or the provider holds.

use super::staff::find_cookie;
use super::{Key, SealError};
use base64ct::{Base64UrlUnpadded, Encoding};
use core::time::Duration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::time::Millis;

/// How long someone may take at the provider.
const LASTS: Duration = Duration::from_mins(10);

const COOKIE: &str = "__Host-rotunda_sign_in";

/// What one attempt to sign in is known by.
pub struct Attempt {
    state: [u8; 32],
    nonce: [u8; 32],
    verifier: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Kept {
    seed: String,
    expires: Millis,
}

impl Attempt {
    /// The attempt that was begun with this seed.
    pub fn derive(key: &Key, seed: &str) -> Self {
        let part = |name: &str| key.digest(format!("{name}.{seed}").as_bytes());
        Self { state: part("state"), nonce: part("nonce"), verifier: part("verifier") }
    }

    /// A new attempt, and the `Set-Cookie` header that ties it to the browser. It is `Lax`: the provider sends the browser
    /// back from another site.
    pub fn begin(key: &Key, random: [u8; 16], now: Millis) -> Result<(Self, String), SealError> {
        let kept = Kept { seed: Base64UrlUnpadded::encode_string(&random), expires: now.after(LASTS) };
        let (signed, seconds) = (key.sign(&kept)?, LASTS.as_secs());
        let set = format!("{COOKIE}={signed}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax");
        Ok((Self::derive(key, &kept.seed), set))
    }

    /// The attempt of this browser, if the answer is to it and comes in time.
    pub fn resume(cookies: &str, state: &str, key: &Key, now: Millis) -> Option<Self> {
        let kept: Kept = key.open(find_cookie(cookies, COOKIE)?).ok()?;
        let attempt = Self::derive(key, &kept.seed);
        (now < kept.expires && attempt.state() == state).then_some(attempt)
    }

    /// The `Set-Cookie` header that ends it.
    pub fn end_cookie() -> String {
        format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax")
    }

    /// Comes back with the answer.
    pub fn state(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.state)
    }

    /// Comes back in the token.
    pub fn nonce(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.nonce)
    }

    /// Shows, when the code is exchanged, that it was we who asked.
    pub fn verifier(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.verifier)
    }

    /// What the provider is told of the verifier beforehand.
    pub fn challenge(&self) -> String {
        Base64UrlUnpadded::encode_string(&Sha256::digest(self.verifier().as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::derive(b"secret", "sign-in").unwrap()
    }

    #[test]
    fn only_the_browser_that_asked_gets_the_answer_and_only_for_ten_minutes() {
        let (attempt, set) = Attempt::begin(&key(), [7; 16], Millis(0)).unwrap();
        assert!(set.ends_with("; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax"));
        let cookies = format!("theme=dark; {}", set.split(';').next().unwrap());
        let resumed = |cookies: &str, state: &str, now| {
            Attempt::resume(cookies, state, &key(), Millis(now)).map(|attempt| attempt.verifier())
        };
        assert_eq!(resumed(&cookies, &attempt.state(), 599_999), Some(attempt.verifier()));
        assert_eq!(resumed(&cookies, &attempt.state(), 600_000), None);
        assert_eq!(resumed("theme=dark", &attempt.state(), 0), None);
        let (other, _) = Attempt::begin(&key(), [8; 16], Millis(0)).unwrap();
        assert_eq!(resumed(&cookies, &other.state(), 0), None);
    }

    #[test]
    fn what_the_provider_sees_tells_nothing_of_the_verifier() {
        let attempt = Attempt::derive(&key(), "seed");
        let parts = [attempt.state(), attempt.nonce(), attempt.verifier(), attempt.challenge()];
        for (place, part) in parts.iter().enumerate() {
            assert_eq!(part.len(), 43, "RFC 7636 asks for 43 letters at least");
            assert!(!parts[..place].contains(part));
        }
        // RFC 7636, appendix B: the challenge is the digest of the letters, not of the bytes.
        let digest = Sha256::digest(attempt.verifier().as_bytes());
        assert_eq!(Base64UrlUnpadded::decode_vec(&attempt.challenge()).unwrap(), digest.to_vec());
    }
}
