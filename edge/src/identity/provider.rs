//! The city's own sign-in: where it is, and what is said to it (OpenID Connect Discovery 1.0, RFC 6749, RFC 7636).

use super::attempt::Attempt;
use base64ct::{Base64, Encoding};
use serde::Deserialize;
use shared::policy::SignInPolicy;
use thiserror::Error;

/// An OpenID Connect provider that the city has connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its name, exactly as its tokens have it.
    pub issuer: String,
    /// What it calls this application.
    pub client: String,
    /// The secret it has given this application, if it has.
    pub secret: Option<String>,
}

/// Cloudflare Access in front of this application: it signs who called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The team's domain, such as `https://city.cloudflareaccess.com`.
    pub issuer: String,
    /// What it calls this application (AUD tag).
    pub audience: String,
}

impl Access {
    /// Where it publishes its keys.
    pub fn keys(&self) -> String {
        format!("{}/cdn-cgi/access/certs", self.issuer)
    }
}

/// What a provider says of itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Discovery {
    issuer: String,
    authorization_endpoint: String,
    /// Where a code is exchanged for a token.
    pub token_endpoint: String,
    /// Where its keys are.
    pub jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

/// Why a provider cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unusable {
    /// It calls itself something else.
    #[error("the provider calls itself `{0}`: set SIGN_IN_ISSUER to exactly that")]
    Issuer(String),
    /// An address that anyone on the way could read.
    #[error("the provider's address `{0}` is not https")]
    Plain(String),
}

/// What is sent to the token endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRequest {
    /// The body, as a form.
    pub body: String,
    /// The `Authorization` header, for a provider that takes the secret there.
    pub authorization: Option<String>,
}

impl Provider {
    /// Where it says what it is.
    pub fn discovery(&self) -> String {
        format!("{}/.well-known/openid-configuration", self.issuer.trim_end_matches('/'))
    }

    /// Where a person's browser is sent to sign in.
    pub fn authorization(
        &self,
        discovery: &Discovery,
        policy: &SignInPolicy,
        attempt: &Attempt,
        redirect: &str,
    ) -> String {
        let scope = core::iter::once("openid").chain(policy.scopes.iter().map(String::as_str));
        let scope: Vec<_> = scope.collect();
        let asked = form(&[
            ("response_type", "code"),
            ("client_id", &self.client),
            ("redirect_uri", redirect),
            ("scope", &scope.join(" ")),
            ("state", &attempt.state()),
            ("nonce", &attempt.nonce()),
            ("code_challenge", &attempt.challenge()),
            ("code_challenge_method", "S256"),
        ]);
        let endpoint = &discovery.authorization_endpoint;
        let joint = if endpoint.contains('?') { '&' } else { '?' };
        format!("{endpoint}{joint}{asked}")
    }

    /// How a code is exchanged for a token.
    pub fn exchange(
        &self,
        discovery: &Discovery,
        attempt: &Attempt,
        code: &str,
        redirect: &str,
    ) -> TokenRequest {
        let verifier = attempt.verifier();
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect),
            ("code_verifier", &verifier),
            ("client_id", &self.client),
        ];
        let mut authorization = None;
        if let Some(secret) = &self.secret {
            if discovery.takes_posted_secret() {
                fields.push(("client_secret", secret));
            } else {
                let (client, secret) = (encode(&self.client), encode(secret));
                let pair = Base64::encode_string(format!("{client}:{secret}").as_bytes());
                authorization = Some(format!("Basic {pair}"));
            }
        }
        TokenRequest { body: form(&fields), authorization }
    }
}

impl Discovery {
    /// Whether this is the provider that was asked, on a connection that nobody reads. On this machine itself, `loopback` is
    /// such a connection too.
    pub fn check(&self, provider: &Provider, loopback: bool) -> Result<(), Unusable> {
        if self.issuer != provider.issuer {
            return Err(Unusable::Issuer(self.issuer.clone()));
        }
        let addresses = [&self.authorization_endpoint, &self.token_endpoint, &self.jwks_uri];
        match addresses.into_iter().find(|address| !is_private(address, loopback)) {
            Some(plain) => Err(Unusable::Plain(plain.clone())),
            None => Ok(()),
        }
    }

    /// RFC 8414: who names no method takes the header.
    fn takes_posted_secret(&self) -> bool {
        self.token_endpoint_auth_methods_supported.iter().any(|method| method == "client_secret_post")
    }
}

fn is_private(address: &str, loopback: bool) -> bool {
    let local = ["http://localhost:", "http://127.0.0.1:"];
    address.starts_with("https://") || (loopback && local.iter().any(|start| address.starts_with(start)))
}

/// `application/x-www-form-urlencoded`.
fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    pairs.join("&")
}

fn encode(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Key;
    use serde_json::json;

    fn discovery(methods: &[&str]) -> Discovery {
        serde_json::from_value(json!({
            "issuer": "https://id.example/tenant",
            "authorization_endpoint": "https://id.example/authorize?tenant=7",
            "token_endpoint": "https://id.example/token",
            "jwks_uri": "https://id.example/keys",
            "token_endpoint_auth_methods_supported": methods,
        }))
        .unwrap()
    }

    fn provider() -> Provider {
        Provider {
            issuer: "https://id.example/tenant".into(),
            client: "rotunda desk".into(),
            secret: Some("s&cret".into()),
        }
    }

    fn attempt() -> Attempt {
        Attempt::derive(&Key::derive(b"secret", "sign-in").unwrap(), "seed")
    }

    #[test]
    fn a_browser_is_sent_with_state_nonce_and_challenge_and_never_with_the_verifier() {
        let policy = SignInPolicy { scopes: vec!["groups".into()], ..SignInPolicy::default() };
        let redirect = "https://chat.city.example/v1/staff/callback";
        let attempt = attempt();
        let address = provider().authorization(&discovery(&[]), &policy, &attempt, redirect);
        let start = "https://id.example/authorize?tenant=7&response_type=code&client_id=rotunda%20desk\
            &redirect_uri=https%3A%2F%2Fchat.city.example%2Fv1%2Fstaff%2Fcallback&scope=openid%20groups&state=";
        assert!(address.starts_with(start), "{address}");
        assert!(address.ends_with("&code_challenge_method=S256"));
        for part in [attempt.state(), attempt.nonce(), attempt.challenge()] {
            assert!(address.contains(&part));
        }
        assert!(!address.contains(&attempt.verifier()));
    }

    #[test]
    fn the_secret_goes_where_the_provider_takes_it() {
        let exchange =
            |methods: &[&str]| provider().exchange(&discovery(methods), &attempt(), "c/1", "https://x");
        let posted = exchange(&["client_secret_basic", "client_secret_post"]);
        assert!(posted.body.contains("&client_secret=s%26cret") && posted.authorization.is_none());
        let header = exchange(&[]);
        assert!(!header.body.contains("cret=") && header.body.contains("code=c%2F1"));
        assert_eq!(header.authorization.as_deref(), Some("Basic cm90dW5kYSUyMGRlc2s6cyUyNmNyZXQ="));
        assert!(header.body.contains(&format!("code_verifier={}", attempt().verifier())));
        let public = Provider { secret: None, ..provider() };
        assert_eq!(public.exchange(&discovery(&[]), &attempt(), "c", "https://x").authorization, None);
    }

    #[test]
    fn another_issuer_or_a_connection_that_anyone_reads_is_not_used() {
        let plain = |address: &str| Discovery { token_endpoint: address.to_owned(), ..discovery(&[]) };
        assert_eq!(discovery(&[]).check(&provider(), false), Ok(()));
        let other = Provider { issuer: "https://id.example".into(), ..provider() };
        let named = Unusable::Issuer("https://id.example/tenant".into());
        assert_eq!(discovery(&[]).check(&other, true), Err(named));
        let local = plain("http://localhost:9000/token");
        assert_eq!(local.check(&provider(), true), Ok(()));
        assert!(local.check(&provider(), false).is_err());
        assert!(plain("http://localhost.evil.example/token").check(&provider(), true).is_err());
    }
}
