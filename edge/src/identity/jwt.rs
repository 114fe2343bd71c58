//! Signed claims about a person: JSON Web Tokens (RFC 7519) as OpenID Connect and Cloudflare Access send them.
//!
//! What a token claims cannot be read before somebody has said whether its signature holds: [`Token::claims`] asks. The
//! signature itself is the platform's to check; which key, which algorithm and which bytes is decided here.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::Deserialize;
use serde_json::{Map, Value};
use shared::time::Millis;
use thiserror::Error;

/// How far the clocks of the city's sign-in and of the platform may be apart, in seconds.
const SKEW: i64 = 60;

/// No token that is meant to be sent in a header or a form is longer.
const LONGEST: usize = 32_768;

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Distrust {
    /// No token, or none of the form that is asked for.
    #[error("this is not a signed token")]
    Form,
    /// Signed in a way that is not taken: not at all, with a shared secret, or unknown.
    #[error(
        "the token is signed in a way that is not taken: connect a provider that signs with RS256 or ES256"
    )]
    Algorithm,
    /// No key of the provider is the one it names.
    #[error("the provider publishes no key for this token")]
    Key,
    /// Not signed with the key that it names, or changed since.
    #[error("the signature does not match")]
    Signature,
    /// Of someone else.
    #[error("the token is of another issuer")]
    Issuer,
    /// Meant for someone else.
    #[error("the token is meant for another application: compare the client's identifier")]
    Audience,
    /// Over, or not yet to be used.
    #[error("the token is over or not yet valid: compare the clocks")]
    Time,
    /// Not the answer to what this browser asked.
    #[error("the token does not answer the question of this browser")]
    Nonce,
}

/// The ways of signing that are taken. Those with a shared secret are not: whoever could check could also sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA with SHA-256, PKCS #1 v1.5.
    Rs256,
    /// ECDSA on P-256 with SHA-256.
    Es256,
}

impl Algorithm {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }
}

/// A token of which nothing is known but how it says it is signed.
pub struct Token {
    /// How.
    pub algorithm: Algorithm,
    /// With which key, where it says so.
    pub key: Option<String>,
    /// What is signed.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
    claims: Map<String, Value>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    /// Extensions that have to be understood (RFC 7515, 4.1.11): none is.
    #[serde(default)]
    crit: Option<Value>,
}

/// What a token has to be.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Whose.
    pub issuer: &'a str,
    /// For whom.
    pub audience: &'a str,
    /// The answer to which question; nothing where none was asked.
    pub nonce: Option<&'a str>,
}

/// What a token says of a person, believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims(Map<String, Value>);

impl Token {
    /// Reads a token.
    pub fn parse(text: &str) -> Result<Self, Distrust> {
        if text.len() > LONGEST {
            return Err(Distrust::Form);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(Distrust::Form)?;
        let (header, claims) = signed.split_once('.').ok_or(Distrust::Form)?;
        let bytes = |part: &str| Base64UrlUnpadded::decode_vec(part).map_err(|_| Distrust::Form);
        let text = |part: &str| String::from_utf8(bytes(part)?).map_err(|_| Distrust::Form);
        let header: Header = serde_json::from_str(&text(header)?).map_err(|_| Distrust::Form)?;
        if header.crit.is_some() {
            return Err(Distrust::Form);
        }
        Ok(Self {
            algorithm: Algorithm::named(&header.alg).ok_or(Distrust::Algorithm)?,
            key: header.kid,
            claims: serde_json::from_str(&text(claims)?).map_err(|_| Distrust::Form)?,
            signature: bytes(signature)?,
            signed: signed.as_bytes().to_vec(),
        })
    }

    /// What it says, if its signature `holds` and it is what is expected (OpenID Connect Core 1.0, 3.1.3.7).
    pub fn claims(self, holds: bool, expected: Expected<'_>, now: Millis) -> Result<Claims, Distrust> {
        if !holds {
            return Err(Distrust::Signature);
        }
        let claims = Claims(self.claims);
        if claims.text("iss") != Some(expected.issuer) {
            return Err(Distrust::Issuer);
        }
        claims.is_meant_for(expected.audience)?;
        claims.is_of_now(now.0.div_euclid(1_000))?;
        if expected.nonce.is_some_and(|nonce| claims.text("nonce") != Some(nonce)) {
            return Err(Distrust::Nonce);
        }
        if claims.text("sub").is_none_or(str::is_empty) {
            return Err(Distrust::Form);
        }
        Ok(claims)
    }
}

impl Claims {
    /// A claim that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A claim that is a list of texts, or one text.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        match self.0.get(name) {
            Some(Value::Array(entries)) => entries.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(entry)) => vec![entry],
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => Vec::new(),
        }
    }

    /// Who it is, to the provider.
    pub fn subject(&self) -> &str {
        self.text("sub").unwrap_or_default()
    }

    /// Their email, if the provider says that it has verified that it is theirs.
    pub fn verified_email(&self) -> Option<&str> {
        let verified = matches!(self.0.get("email_verified"), Some(Value::Bool(true)));
        self.text("email").filter(|_| verified)
    }

    fn is_meant_for(&self, audience: &str) -> Result<(), Distrust> {
        let meant = self.texts("aud");
        let party = self.text("azp");
        // Where it is meant for several, or names one party, that party has to be this application.
        let authorized = party.map_or(meant.len() <= 1, |party| party == audience);
        if meant.contains(&audience) && authorized { Ok(()) } else { Err(Distrust::Audience) }
    }

    fn is_of_now(&self, now: i64) -> Result<(), Distrust> {
        let moment = |name: &str| match self.0.get(name) {
            None => Ok(None),
            Some(value) => value.as_i64().map(Some).ok_or(Distrust::Form),
        };
        let expires = moment("exp")?.ok_or(Distrust::Form)?;
        let begins = moment("nbf")?.unwrap_or(now).max(moment("iat")?.unwrap_or(now));
        let over = now >= expires.saturating_add(SKEW);
        let early = begins > now.saturating_add(SKEW);
        if over || early { Err(Distrust::Time) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: Millis = Millis(1_795_244_399_000);
    const EXPECTED: Expected<'static> =
        Expected { issuer: "https://id.example", audience: "rotunda", nonce: Some("n") };

    fn token(header: &Value, claims: &Value) -> String {
        let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
        format!("{}.{}.c2ln", part(header), part(claims))
    }

    fn claims() -> Value {
        let now = NOW.0 / 1_000;
        json!({ "iss": "https://id.example", "aud": "rotunda", "sub": "7", "nonce": "n", "iat": now, "exp": now + 300 })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut all = claims();
        all[name] = value;
        all
    }

    fn read(claims: &Value) -> Result<Claims, Distrust> {
        Token::parse(&token(&json!({ "alg": "RS256", "kid": "1" }), claims))?.claims(true, EXPECTED, NOW)
    }

    #[test]
    fn a_token_says_who_someone_is_only_when_its_signature_holds() {
        let text = token(&json!({ "alg": "ES256", "kid": "1" }), &claims());
        let token = Token::parse(&text).unwrap();
        assert_eq!((token.algorithm, token.key.as_deref()), (Algorithm::Es256, Some("1")));
        assert_eq!(token.signed, text.rsplit_once('.').unwrap().0.as_bytes());
        assert_eq!(token.claims(false, EXPECTED, NOW), Err(Distrust::Signature));
        assert_eq!(read(&claims()).unwrap().subject(), "7");
    }

    #[test]
    fn only_public_key_signatures_are_taken() {
        for alg in ["none", "None", "HS256", "RS1", "PS256", "EdDSA", ""] {
            let read = Token::parse(&token(&json!({ "alg": alg }), &claims())).err();
            assert_eq!(read, Some(Distrust::Algorithm), "{alg}");
        }
        let critical = token(&json!({ "alg": "RS256", "crit": ["b64"] }), &claims());
        assert_eq!(Token::parse(&critical).err(), Some(Distrust::Form));
    }

    #[test]
    fn a_token_of_another_issuer_application_or_question_is_nobodys() {
        assert_eq!(read(&with("iss", json!("https://id.example/"))), Err(Distrust::Issuer));
        assert_eq!(read(&with("aud", json!("another"))), Err(Distrust::Audience));
        assert_eq!(read(&with("aud", json!(["rotunda", "another"]))), Err(Distrust::Audience));
        let mut several = with("aud", json!(["rotunda", "another"]));
        several["azp"] = json!("rotunda");
        assert!(read(&several).is_ok());
        assert_eq!(read(&with("azp", json!("another"))), Err(Distrust::Audience));
        assert_eq!(read(&with("nonce", json!("of another browser"))), Err(Distrust::Nonce));
        assert_eq!(read(&with("nonce", Value::Null)), Err(Distrust::Nonce));
        assert_eq!(read(&with("sub", json!(""))), Err(Distrust::Form));
    }

    #[test]
    fn clocks_may_be_a_minute_apart_and_no_more() {
        let now = NOW.0 / 1_000;
        for (name, off, fits) in [
            ("exp", -59, true),
            ("exp", -60, false),
            ("nbf", 60, true),
            ("nbf", 61, false),
            ("iat", 60, true),
            ("iat", 61, false),
        ] {
            let expected = if fits { None } else { Some(Distrust::Time) };
            assert_eq!(read(&with(name, json!(now + off))).err(), expected, "{name} {off}");
        }
        assert_eq!(read(&with("exp", Value::Null)), Err(Distrust::Form));
        assert_eq!(read(&with("exp", json!("tomorrow"))), Err(Distrust::Form));
    }

    #[test]
    fn an_email_counts_only_when_the_provider_has_verified_it() {
        let mut claims = with("email", json!("dana@city.example"));
        assert_eq!(read(&claims).unwrap().verified_email(), None);
        claims["email_verified"] = json!("true");
        assert_eq!(read(&claims).unwrap().verified_email(), None);
        claims["email_verified"] = json!(true);
        assert_eq!(read(&claims).unwrap().verified_email(), Some("dana@city.example"));
    }

    #[test]
    fn what_is_no_token_is_refused_without_harm() {
        let long = format!("{}.e30.", "a".repeat(40_000));
        for text in ["", ".", "..", "a.b", "a.b.c", "e30.e30.", "e30.e30.e30", "éé.é.é", &long] {
            assert!(Token::parse(text).is_err(), "{}", text.len());
        }
    }
}
