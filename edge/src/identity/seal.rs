//! Signed values that a client carries for us: `v1.<payload>.<mac>`, both parts base64url, HMAC-SHA-256 (trust.md B4).

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use thiserror::Error;

/// Why a signed value is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SealError {
    /// Not of the form `v1.<payload>.<mac>`.
    #[error("this is not a signed value")]
    Form,
    /// Not signed with this key, or changed since.
    #[error("the signature does not match")]
    Signature,
}

/// A secret that signs one kind of value.
#[derive(Clone)]
pub struct Key {
    mac: Hmac<Sha256>,
}

impl Key {
    /// Derives the key for one purpose from the deployment's secret, so that a value signed for one purpose is worth nothing
    /// for another.
    pub fn derive(secret: &[u8], purpose: &'static str) -> Result<Self, SealError> {
        let mut root = Hmac::<Sha256>::new_from_slice(secret).map_err(|_| SealError::Form)?;
        root.update(purpose.as_bytes());
        let derived = root.finalize().into_bytes();
        let mac = Hmac::new_from_slice(&derived).map_err(|_| SealError::Form)?;
        Ok(Self { mac })
    }

    /// 256 bits that only this key makes of `bytes`.
    pub fn digest(&self, bytes: &[u8]) -> [u8; 32] {
        let mut mac = self.mac.clone();
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }

    /// Signs a value.
    pub fn sign<T: Serialize>(&self, value: &T) -> Result<String, SealError> {
        let payload = serde_json::to_vec(value).map_err(|_| SealError::Form)?;
        let mac = self.digest(&payload);
        Ok(format!(
            "v1.{}.{}",
            Base64UrlUnpadded::encode_string(&payload),
            Base64UrlUnpadded::encode_string(&mac)
        ))
    }

    /// Reads a value that this key has signed. The comparison takes the same time wherever the difference lies.
    pub fn open<T: DeserializeOwned>(&self, signed: &str) -> Result<T, SealError> {
        let (payload, mac) =
            signed.strip_prefix("v1.").and_then(|rest| rest.split_once('.')).ok_or(SealError::Form)?;
        let payload = Base64UrlUnpadded::decode_vec(payload).map_err(|_| SealError::Form)?;
        let claimed = Base64UrlUnpadded::decode_vec(mac).map_err(|_| SealError::Form)?;
        let mut mac = self.mac.clone();
        mac.update(&payload);
        mac.verify_slice(&claimed).map_err(|_| SealError::Signature)?;
        let payload = str::from_utf8(&payload).map_err(|_| SealError::Form)?;
        serde_json::from_str(payload).map_err(|_| SealError::Form)
    }
}
