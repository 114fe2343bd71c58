//! The resident's token: opens one chat, and ends with it.

use super::{Key, SealError};
use serde::{Deserialize, Serialize};
use shared::id::{CityId, ClientRef, MessageId, SessionId};
use shared::refusal::Refusal;
use shared::time::Millis;

/// What a resident's token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentToken {
    /// For which city it is.
    pub city: CityId,
    /// The one chat it opens.
    pub chat: SessionId,
    /// When it ends.
    pub expires: Millis,
}

impl ResidentToken {
    /// Writes it down for the client to carry.
    pub fn sign(&self, key: &Key) -> Result<String, SealError> {
        key.sign(self)
    }

    /// Whether `signed` opens `chat` at `now`.
    pub fn check(
        signed: &str,
        key: &Key,
        city: &CityId,
        chat: &SessionId,
        now: Millis,
    ) -> Result<(), Refusal> {
        let token: Self = key.open(signed).map_err(|_| Refusal::TokenRefused)?;
        let fits = token.city == *city && token.chat == *chat && now < token.expires;
        if fits { Ok(()) } else { Err(Refusal::TokenRefused) }
    }
}

/// The chat that a client's action of starting one stands for: the same every time it is repeated, and nobody else's guess.
pub fn chat_id(key: &Key, client_ref: &ClientRef) -> SessionId {
    SessionId::from_random(bits(key, client_ref.as_str()))
}

/// The message that a client's action of leaving one stands for, in the same way.
pub fn message_id(key: &Key, client_ref: &ClientRef) -> MessageId {
    MessageId::from_random(bits(key, &["message ", client_ref.as_str()].concat()))
}

fn bits(key: &Key, of: &str) -> u128 {
    key.digest(of.as_bytes()).iter().take(16).fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(purpose: &'static str) -> Key {
        Key::derive(b"secret of the deployment", purpose).unwrap()
    }

    fn token() -> ResidentToken {
        ResidentToken {
            city: CityId::parse("eagle-mountain").unwrap(),
            chat: SessionId::from_random(7),
            expires: Millis(1_000),
        }
    }

    #[test]
    fn a_token_opens_its_own_chat_until_it_expires() {
        let (token, key) = (token(), key("resident"));
        let signed = token.sign(&key).unwrap();
        let check = |chat: u128, now| {
            ResidentToken::check(&signed, &key, &token.city, &SessionId::from_random(chat), Millis(now))
        };
        assert_eq!(check(7, 999), Ok(()));
        assert_eq!(check(7, 1_000), Err(Refusal::TokenRefused));
        assert_eq!(check(8, 999), Err(Refusal::TokenRefused));
    }

    #[test]
    fn a_token_that_was_touched_or_signed_for_something_else_opens_nothing() {
        let token = token();
        let signed = token.sign(&key("resident")).unwrap();
        let check =
            |signed: &str, key: &Key| ResidentToken::check(signed, key, &token.city, &token.chat, Millis(0));
        assert_eq!(check(&signed, &key("staff")), Err(Refusal::TokenRefused));
        for place in 3..signed.len() {
            let mut touched = signed.clone().into_bytes();
            touched[place] = if touched[place] == b'A' { b'B' } else { b'A' };
            let touched = String::from_utf8(touched).unwrap();
            // The last letter of a part may carry unused bits; what it decodes to is then the same token.
            if key("resident").open::<ResidentToken>(&touched) != Ok(token.clone()) {
                assert_eq!(check(&touched, &key("resident")), Err(Refusal::TokenRefused));
            }
        }
        for nonsense in ["", "v1", "v1.", "v1..", "v1.a.b", "v2.e30.e30"] {
            assert_eq!(check(nonsense, &key("resident")), Err(Refusal::TokenRefused));
        }
    }

    #[test]
    fn asking_again_for_the_same_chat_gives_the_same_chat() {
        let (one, other) = (ClientRef::from_random(1), ClientRef::from_random(2));
        assert_eq!(chat_id(&key("chat"), &one), chat_id(&key("chat"), &one));
        assert_ne!(chat_id(&key("chat"), &one), chat_id(&key("chat"), &other));
    }
}
