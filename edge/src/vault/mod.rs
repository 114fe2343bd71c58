//! Sealing: no text of a chat is ever on disk in the clear, and without its keys it can never be read again (EM-RET-A).
//!
//! Each chat has its own random key. Rows are sealed under it with XChaCha20-Poly1305, a random nonce, and the row's place as
//! associated data, so that no row can be moved. The chat's key is stored wrapped under the key of the day, which comes of two
//! halves: a random one that lives only in R2, outside every object and its point-in-time recovery, and the deployment's
//! secret. When the day's half is destroyed, nothing that was sealed under it opens again, in any copy (trust.md B6). The key of
//! a chat that is held for evaluation is wrapped under one of its own instead, made and destroyed in the same way.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use shared::id::{CityId, MessageId, Seq, SessionId};
use thiserror::Error;
use zeroize::Zeroizing;

/// Bytes of a key, and of the day's random half.
pub const KEY_BYTES: usize = 32;

/// Bytes of a nonce. Long enough to be drawn at random for every row.
pub const NONCE_BYTES: usize = 24;

/// Why something cannot be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VaultError {
    /// Too short to be anything sealed.
    #[error("this is no sealed row")]
    Form,
    /// Sealed under another key or for another place, or changed.
    #[error("this row does not open with the key of its chat")]
    Locked,
    /// The deployment's secret or the day's half is missing or too short.
    #[error("the vault's secret is missing: set VAULT_SECRET to at least 32 random bytes")]
    Secret,
}

/// Fresh randomness, handed in by the shell: a nonce for one sealing.
pub type Nonce = [u8; NONCE_BYTES];

/// A day, as the city's calendar has it: `2026-11-21`. Names the day's half in R2.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub String);

/// What a wrapping key is for, which names its random half in R2.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// The chats of one day.
    Day(Day),
    /// One chat that is held for evaluation (EM-RET-B-a).
    Case(SessionId),
    /// One message left when nobody answers (TE-5.5).
    Message(MessageId),
}

impl Half {
    /// Where the random half is kept.
    pub fn object_name(&self, city: &CityId) -> String {
        match self {
            Self::Day(day) => format!("day/{}/{}", city.as_str(), day.0),
            Self::Case(chat) => format!("case/{}/{}", city.as_str(), chat.as_str()),
            Self::Message(id) => format!("message/{}/{}", city.as_str(), id.as_str()),
        }
    }
}

/// A key under which those of chats are wrapped: that of one day, or of one case.
pub struct WrappingKey(XChaCha20Poly1305);

impl WrappingKey {
    /// Puts the two halves together.
    pub fn derive(half: &[u8], secret: &[u8], city: &CityId, of: &Half) -> Result<Self, VaultError> {
        if half.len() < KEY_BYTES || secret.len() < KEY_BYTES {
            return Err(VaultError::Secret);
        }
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        let info = match of {
            Half::Day(day) => format!("rotunda day {} {}", city.as_str(), day.0),
            Half::Case(chat) => format!("rotunda case {} {}", city.as_str(), chat.as_str()),
            Half::Message(id) => format!("rotunda message {} {}", city.as_str(), id.as_str()),
        };
        Hkdf::<Sha256>::new(Some(secret), half)
            .expand(info.as_bytes(), key.as_mut_slice())
            .map_err(|_| VaultError::Secret)?;
        Ok(Self(cipher(&key)))
    }

    /// Wraps a chat's key, to be stored with the chat.
    pub fn wrap(&self, key: &ChatKey, chat: &SessionId, nonce: Nonce) -> Result<Vec<u8>, VaultError> {
        seal(&self.0, nonce, key.bytes.as_slice(), chat.as_str().as_bytes())
    }

    /// Seals the words of a message under the key of its own.
    pub fn seal_message(
        &self,
        city: &CityId,
        id: &MessageId,
        words: &[u8],
        nonce: Nonce,
    ) -> Result<Vec<u8>, VaultError> {
        seal(&self.0, nonce, words, &message_place(city, id))
    }

    /// Opens them.
    pub fn open_message(
        &self,
        city: &CityId,
        id: &MessageId,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        open(&self.0, sealed, &message_place(city, id)).map(Zeroizing::new)
    }

    /// Opens a wrapped key.
    pub fn unwrap(&self, wrapped: &[u8], chat: &SessionId) -> Result<ChatKey, VaultError> {
        let bytes = Zeroizing::new(open(&self.0, wrapped, chat.as_str().as_bytes())?);
        let bytes: [u8; KEY_BYTES] = bytes.as_slice().try_into().map_err(|_| VaultError::Form)?;
        Ok(ChatKey::new(bytes))
    }
}

/// The key of one chat.
pub struct ChatKey {
    bytes: Zeroizing<[u8; KEY_BYTES]>,
    cipher: XChaCha20Poly1305,
}

impl ChatKey {
    /// A key of these random bytes.
    pub fn new(random: [u8; KEY_BYTES]) -> Self {
        let bytes = Zeroizing::new(random);
        let cipher = cipher(&bytes);
        Self { bytes, cipher }
    }

    /// Seals one row of a chat.
    pub fn seal(&self, place: &Place<'_>, plain: &[u8], nonce: Nonce) -> Result<Vec<u8>, VaultError> {
        seal(&self.cipher, nonce, plain, &place.bytes())
    }

    /// Opens one row of a chat.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        open(&self.cipher, sealed, &place.bytes()).map(Zeroizing::new)
    }
}

/// Where a sealed row belongs. A row that was moved does not open.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The city.
    pub city: &'a CityId,
    /// The chat.
    pub chat: &'a SessionId,
    /// The row's number.
    pub seq: Seq,
}

impl Place<'_> {
    fn bytes(&self) -> Vec<u8> {
        format!("{}\n{}\n{}", self.city.as_str(), self.chat.as_str(), self.seq.0).into_bytes()
    }
}

fn message_place(city: &CityId, id: &MessageId) -> Vec<u8> {
    format!("{}\nmessage\n{}", city.as_str(), id.as_str()).into_bytes()
}

fn cipher(key: &[u8; KEY_BYTES]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

fn seal(cipher: &XChaCha20Poly1305, nonce: Nonce, plain: &[u8], aad: &[u8]) -> Result<Vec<u8>, VaultError> {
    let body =
        cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad }).map_err(|_| VaultError::Form)?;
    Ok([nonce.as_slice(), &body].concat())
}

fn open(cipher: &XChaCha20Poly1305, sealed: &[u8], aad: &[u8]) -> Result<Vec<u8>, VaultError> {
    let (nonce, msg) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(VaultError::Form)?;
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg, aad }).map_err(|_| VaultError::Locked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city() -> CityId {
        CityId::parse("eagle-mountain").unwrap()
    }

    #[test]
    fn em_ret_a_a_row_opens_only_in_its_place_and_with_its_key() {
        let (city, chat, other) = (city(), SessionId::from_random(1), SessionId::from_random(2));
        let key = ChatKey::new([1; KEY_BYTES]);
        let place = Place { city: &city, chat: &chat, seq: Seq(3) };
        let sealed = key.seal(&place, b"my account is 40-1182-07", [9; NONCE_BYTES]).unwrap();
        assert!(!sealed.windows(7).any(|bytes| bytes == b"account"));
        assert_eq!(key.open(&place, &sealed).unwrap().as_slice(), b"my account is 40-1182-07");
        assert_eq!(key.open(&Place { seq: Seq(4), ..place }, &sealed), Err(VaultError::Locked));
        assert_eq!(key.open(&Place { chat: &other, ..place }, &sealed), Err(VaultError::Locked));
        assert_eq!(ChatKey::new([2; KEY_BYTES]).open(&place, &sealed), Err(VaultError::Locked));
        assert_eq!(key.open(&place, &sealed[..10]), Err(VaultError::Form));
    }

    #[test]
    fn em_ret_a_without_the_days_half_a_chats_key_never_opens_again() {
        let (city, chat) = (city(), SessionId::from_random(1));
        let day = Half::Day(Day("2026-11-21".into()));
        let (half, secret) = ([3; KEY_BYTES], [4; KEY_BYTES]);
        let wrapped = WrappingKey::derive(&half, &secret, &city, &day)
            .unwrap()
            .wrap(&ChatKey::new([1; KEY_BYTES]), &chat, [5; NONCE_BYTES])
            .unwrap();
        assert!(WrappingKey::derive(&half, &secret, &city, &day).unwrap().unwrap(&wrapped, &chat).is_ok());
        let wrong = [
            WrappingKey::derive(&[0; KEY_BYTES], &secret, &city, &day),
            WrappingKey::derive(&half, &[0; KEY_BYTES], &city, &day),
            WrappingKey::derive(&half, &secret, &city, &Half::Day(Day("2026-11-22".into()))),
            WrappingKey::derive(&half, &secret, &city, &Half::Case(chat.clone())),
            WrappingKey::derive(&half, &secret, &city, &Half::Message(MessageId::from_random(1))),
        ];
        for day in wrong {
            assert_eq!(day.unwrap().unwrap(&wrapped, &chat).err(), Some(VaultError::Locked));
        }
        assert_eq!(WrappingKey::derive(b"short", &secret, &city, &day).err(), Some(VaultError::Secret));
    }

    #[test]
    fn te_5_5_without_its_half_a_message_never_opens_again() {
        let (city, one, other) = (city(), MessageId::from_random(1), MessageId::from_random(2));
        let key = |half, id: &MessageId| {
            WrappingKey::derive(&[half; KEY_BYTES], &[4; KEY_BYTES], &city, &Half::Message(id.clone()))
                .unwrap()
        };
        let sealed =
            key(3, &one).seal_message(&city, &one, b"call me at 801-555-0177", [5; NONCE_BYTES]).unwrap();
        assert!(key(3, &one).open_message(&city, &one, &sealed).is_ok());
        assert_eq!(key(3, &one).open_message(&city, &other, &sealed).err(), Some(VaultError::Locked));
        assert_eq!(key(3, &other).open_message(&city, &one, &sealed).err(), Some(VaultError::Locked));
        assert_eq!(key(9, &one).open_message(&city, &one, &sealed).err(), Some(VaultError::Locked));
    }
}
