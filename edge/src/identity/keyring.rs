//! The public keys of a provider (RFC 7517): which one a token names, and when to ask for them again.

use super::jwt::{Algorithm, Distrust, Token};
use core::time::Duration;
use serde::{Deserialize, Serialize};
use shared::time::Millis;

/// A token may name a key that was made since: then the keys are asked for again, but never more often than this.
const PAUSE: Duration = Duration::from_mins(1);

/// Keys that are older are asked for again in any case, so that a withdrawn one does not stay.
const OLD: Duration = Duration::from_hours(6);

/// The fewest letters of the modulus of an RSA key that is taken: 2,048 bits in base64url.
const LEAST_MODULUS: usize = 342;

/// A public key, as it is published and as the platform takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicKey {
    kty: String,
    #[serde(default, skip_serializing)]
    kid: Option<String>,
    #[serde(default, skip_serializing)]
    alg: Option<String>,
    #[serde(default, rename = "use", skip_serializing)]
    purpose: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    e: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    crv: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    x: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<String>,
}

/// What a provider publishes.
#[derive(Deserialize)]
pub struct Published {
    keys: Vec<serde_json::Value>,
}

/// The keys of a provider, as they were when they were last asked for.
#[derive(Clone, Debug, Default)]
pub struct Keyring {
    keys: Vec<PublicKey>,
    asked: Option<Millis>,
}

impl PublicKey {
    fn signs(&self, algorithm: Algorithm) -> bool {
        let of_kind = match algorithm {
            Algorithm::Rs256 => {
                self.kty == "RSA" && self.n.as_ref().is_some_and(|n| n.len() >= LEAST_MODULUS)
            }
            Algorithm::Es256 => self.kty == "EC" && self.crv.as_deref() == Some("P-256"),
        };
        let for_signing = self.purpose.as_deref().is_none_or(|purpose| purpose == "sig");
        let for_this = self.alg.as_deref().is_none_or(|alg| Algorithm::named(alg) == Some(algorithm));
        of_kind && for_signing && for_this
    }
}

impl Keyring {
    /// Takes over what the provider has just published. Keys of unknown kinds are passed by.
    pub fn replace(&mut self, published: Published, now: Millis) {
        let keys = published.keys.into_iter();
        self.keys = keys.filter_map(|key| serde_json::from_value(key).ok()).collect();
        self.asked = Some(now);
    }

    /// Notes that the provider was asked and did not answer: the keys it gave before stay.
    pub fn unanswered(&mut self, now: Millis) {
        self.asked = Some(now);
    }

    /// The key that a token was signed with. One that names none fits only where there is no choice.
    pub fn find(&self, token: &Token) -> Result<&PublicKey, Distrust> {
        let mut fitting = self
            .keys
            .iter()
            .filter(|key| key.signs(token.algorithm) && (token.key.is_none() || key.kid == token.key));
        let key = fitting.next().ok_or(Distrust::Key)?;
        if fitting.next().is_some() { Err(Distrust::Key) } else { Ok(key) }
    }

    /// Whether to ask the provider for its keys before this token is judged.
    pub fn wants_refresh(&self, token: &Token, now: Millis) -> bool {
        let Some(asked) = self.asked else { return true };
        let since = now.since(asked);
        since >= OLD || (since >= PAUSE && self.find(token).is_err())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64UrlUnpadded, Encoding};
    use serde_json::{Value, json};

    fn published(keys: &Value) -> Published {
        serde_json::from_value(json!({ "keys": keys })).unwrap()
    }

    fn rsa(kid: &str) -> Value {
        json!({ "kty": "RSA", "kid": kid, "use": "sig", "n": "n".repeat(342), "e": "AQAB", "x5c": [] })
    }

    fn token(alg: &str, kid: Option<&str>) -> Token {
        let header =
            Base64UrlUnpadded::encode_string(json!({ "alg": alg, "kid": kid }).to_string().as_bytes());
        Token::parse(&format!("{header}.e30.")).unwrap()
    }

    fn ring(keys: &Value) -> Keyring {
        let mut ring = Keyring::default();
        ring.replace(published(keys), Millis(0));
        ring
    }

    #[test]
    fn a_token_is_checked_with_the_key_it_names() {
        let ec = json!({ "kty": "EC", "kid": "2", "crv": "P-256", "x": "x", "y": "y" });
        let ring = ring(&json!([rsa("1"), ec, { "kty": "OKP", "kid": "3" }, { "kid": 4 }]));
        assert_eq!(ring.find(&token("RS256", Some("1"))).unwrap().kty, "RSA");
        assert_eq!(ring.find(&token("ES256", Some("2"))).unwrap().kty, "EC");
        assert_eq!(ring.find(&token("ES256", None)).unwrap().kty, "EC");
        for (alg, kid) in [("RS256", "2"), ("ES256", "1"), ("RS256", "3"), ("RS256", "9")] {
            assert_eq!(ring.find(&token(alg, Some(kid))), Err(Distrust::Key), "{alg} {kid}");
        }
    }

    #[test]
    fn a_key_that_is_weak_or_for_something_else_is_no_key() {
        let weak = json!({ "kty": "RSA", "kid": "1", "n": "n".repeat(171), "e": "AQAB" });
        let mut other = rsa("1");
        other["use"] = json!("enc");
        let mut another = rsa("1");
        another["alg"] = json!("RS512");
        for key in [weak, other, another] {
            assert_eq!(ring(&json!([key])).find(&token("RS256", Some("1"))), Err(Distrust::Key));
        }
        assert_eq!(ring(&json!([rsa("1"), rsa("2")])).find(&token("RS256", None)), Err(Distrust::Key));
    }

    #[test]
    fn an_unknown_key_is_asked_for_at_most_once_a_minute_and_all_are_each_six_hours() {
        let (known, unknown) = (token("RS256", Some("1")), token("RS256", Some("2")));
        assert!(Keyring::default().wants_refresh(&known, Millis(0)));
        let mut ring = ring(&json!([rsa("1")]));
        let wants = |ring: &Keyring, token, at| ring.wants_refresh(token, Millis(at));
        assert!(!wants(&ring, &unknown, 59_999) && wants(&ring, &unknown, 60_000));
        assert!(!wants(&ring, &known, 21_599_999) && wants(&ring, &known, 21_600_000));
        ring.unanswered(Millis(60_000));
        assert!(!wants(&ring, &unknown, 60_001), "a provider that is away is not asked with every request");
        assert!(ring.find(&known).is_ok(), "what it said before still holds");
    }

    #[test]
    fn the_platform_gets_of_a_key_what_it_needs_and_no_more() {
        let key = ring(&json!([rsa("1")])).find(&token("RS256", None)).unwrap().clone();
        let given = serde_json::to_value(&key).unwrap();
        assert_eq!(given, json!({ "kty": "RSA", "n": "n".repeat(342), "e": "AQAB" }));
    }
}
