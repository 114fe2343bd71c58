//! The way to the city's own sign-in and back. It decides nothing: what is asked, what is believed and what somebody may do is in
//! [`crate::identity`].

use super::routes::{Answer, Call, Problem};
use super::storage::now;
use super::{random, signature};
use crate::identity::{
    Access, Asked, Attempt, Claims, Discovery, Expected, Keyring, Person, Provider, Published, Rush, Token,
    TokenRequest,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::SignInFailure;
use std::cell::RefCell;
use std::time::Duration;
use worker::{AbortController, Delay, Error, Fetch, Method, Request, RequestInit, Response};

/// Where the console is.
const CONSOLE: &str = "/console/";

/// The provider answers within this, or is away.
const PATIENCE: Duration = Duration::from_secs(8);

/// What a provider says of itself is asked again after this.
const OLD: Duration = Duration::from_hours(1);

/// No answer of a provider that is needed here is longer.
const LONGEST: usize = 262_144;

thread_local! {
    /// In memory only, as long as the isolate lives: a provider that is away for a while does not hinder those who come back
    /// from it.
    static KNOWN: RefCell<Option<(Millis, Discovery)>> = const { RefCell::new(None) };
    static ASKED: RefCell<Asked> = RefCell::new(Asked::default());
    static RUSH: RefCell<Rush> = RefCell::new(Rush::default());
    static PROVIDER_KEYS: RefCell<Keyring> = RefCell::new(Keyring::default());
    static ACCESS_KEYS: RefCell<Keyring> = RefCell::new(Keyring::default());
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

/// What went wrong on the way, for the person; what it was exactly goes to the log, where no name of anybody stands.
type Way<T> = std::result::Result<T, SignInFailure>;

impl Call {
    /// Leads the browser to the city's sign-in; one whom Cloudflare Access has already signed in is in at once.
    pub(super) async fn begin_sign_in(&self) -> Answer {
        self.no_rush()?;
        let begun = match (&self.settings.access, &self.settings.provider) {
            (Some(access), _) if self.assertion().is_some() => self.believe_access(access).await,
            (_, Some(provider)) => return self.lead(provider).await,
            (Some(_), None) => Err(SignInFailure::Untrusted),
            (None, None) => Err(SignInFailure::NotSetUp),
        };
        self.arrive(begun).await
    }

    /// The browser comes back from the city's sign-in.
    pub(super) async fn finish_sign_in(&self) -> Answer {
        self.no_rush()?;
        let person = match &self.settings.provider {
            Some(provider) => self.believe(provider).await,
            None => Err(SignInFailure::NotSetUp),
        };
        self.arrive(person).await
    }

    /// Refuses who takes this way too often. The network names the address; where it does not, there is no network.
    fn no_rush(&self) -> std::result::Result<(), Refusal> {
        let address = self.request.headers().get("cf-connecting-ip").ok().flatten();
        address.map_or(Ok(()), |address| RUSH.with_borrow_mut(|rush| rush.count(&address, now())))
    }

    async fn lead(&self, provider: &Provider) -> Answer {
        // Asked anew, but not for each: whoever is sent to a provider that is away sees only their browser's own words for it.
        let lately = ASKED.with_borrow(|asked| asked.lately(now()));
        let discovery = if let Some(lately) = lately {
            lately
        } else {
            let answer = self.discover(provider).await;
            ASKED.with_borrow_mut(|asked| asked.note(now(), answer.clone()));
            answer
        };
        let discovery = match discovery {
            Ok(discovery) => discovery,
            Err(why) => return self.arrive(Err(why)).await,
        };
        let (attempt, set) = Attempt::begin(&self.settings.sign_in_key, random::bytes()?, now())
            .map_err(|fault| Error::from(fault.to_string()))?;
        let policy = &self.settings.city.policy.sign_in;
        let address = provider.authorization(&discovery, policy, &attempt, &self.redirect());
        go_to(&address, &[set])
    }

    /// Signs the person in, or tells the console's page why not.
    async fn arrive(&self, person: Way<Person>) -> Answer {
        let policy = &self.settings.city.policy;
        let admitted = person.and_then(|person| {
            person.admitted(policy, &self.settings.staff_id_key).ok_or(SignInFailure::NoRole)
        });
        let why = match admitted {
            Ok((staff, via)) => match self.sign_in_as(&staff, via).await {
                Ok(set) => return go_to(CONSOLE, &[set, Attempt::end_cookie()]),
                Err(Problem::Refused(Refusal::Suspended)) => SignInFailure::Suspended,
                Err(other) => return Err(other),
            },
            Err(why) => why,
        };
        let page = [CONSOLE, SignInFailure::FRAGMENT, why.code()].concat();
        go_to(&page, &[Attempt::end_cookie()])
    }

    fn redirect(&self) -> String {
        [&self.own_origin(), "/v1/staff/callback"].concat()
    }

    /// What the provider has said of the person who comes back with a code.
    async fn believe(&self, provider: &Provider) -> Way<Person> {
        let asked = |name: &str| {
            let mut pairs = self.url.query_pairs();
            pairs.find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
        };
        let cookies = self.request.headers().get("cookie").ok().flatten().unwrap_or_default();
        let state = asked("state").unwrap_or_default();
        let attempt = Attempt::resume(&cookies, &state, &self.settings.sign_in_key, now());
        let attempt = attempt.ok_or(SignInFailure::Stale)?;
        if asked("iss").is_some_and(|issuer| issuer != provider.issuer) {
            return Err(SignInFailure::Untrusted);
        }
        let code = asked("code").filter(|_| asked("error").is_none()).ok_or(SignInFailure::Declined)?;
        let discovery = self.discovery(provider).await?;
        let TokenRequest { body, authorization } =
            provider.exchange(&discovery, &attempt, &code, &self.redirect());
        let request = form(&discovery.token_endpoint, &body, authorization.as_deref());
        let Tokens { id_token } = said(request.map_err(|fault| away("the token request", &fault))?).await?;
        let nonce = attempt.nonce();
        let expected = Expected { issuer: &provider.issuer, audience: &provider.client, nonce: Some(&nonce) };
        let claims = believed(&id_token, expected, &PROVIDER_KEYS, &discovery.jwks_uri).await?;
        Ok(Person::of(&claims, &self.settings.city.policy))
    }

    fn assertion(&self) -> Option<String> {
        self.request.headers().get("cf-access-jwt-assertion").ok().flatten()
    }

    /// What Cloudflare Access has said of the person who calls.
    async fn believe_access(&self, access: &Access) -> Way<Person> {
        let assertion = self.assertion().unwrap_or_default();
        let expected = Expected { issuer: &access.issuer, audience: &access.audience, nonce: None };
        let claims = believed(&assertion, expected, &ACCESS_KEYS, &access.keys()).await?;
        Ok(Person::of_access(&claims, &self.settings.city.policy))
    }

    async fn discovery(&self, provider: &Provider) -> Way<Discovery> {
        let known = KNOWN.with_borrow(Clone::clone);
        if let Some((_, discovery)) = known.filter(|(asked, _)| now().since(*asked) < OLD) {
            return Ok(discovery);
        }
        self.discover(provider).await
    }

    async fn discover(&self, provider: &Provider) -> Way<Discovery> {
        let discovery: Discovery = said(get(&provider.discovery())?).await?;
        discovery.check(provider, self.settings.development).map_err(|fault| {
            worker::console_error!("sign-in: {}", fault.to_string());
            SignInFailure::ProviderAway
        })?;
        KNOWN.set(Some((now(), discovery.clone())));
        Ok(discovery)
    }
}

/// What a token says, once its signature was checked with the keys at `address`.
async fn believed(
    text: &str,
    expected: Expected<'_>,
    keys: &'static std::thread::LocalKey<RefCell<Keyring>>,
    address: &str,
) -> Way<Claims> {
    let untrusted = |why: crate::identity::Distrust| {
        worker::console_error!("sign-in: {}", why.to_string());
        SignInFailure::Untrusted
    };
    let token = Token::parse(text).map_err(untrusted)?;
    if keys.with_borrow(|keys| keys.wants_refresh(&token, now())) {
        match said::<Published>(get(address)?).await {
            Ok(published) => keys.with_borrow_mut(|keys| keys.replace(published, now())),
            Err(why) if keys.with_borrow(|keys| keys.find(&token).is_err()) => {
                keys.with_borrow_mut(|keys| keys.unanswered(now()));
                return Err(why);
            }
            Err(_) => keys.with_borrow_mut(|keys| keys.unanswered(now())),
        }
    }
    let key = keys.with_borrow(|keys| keys.find(&token).cloned()).map_err(untrusted)?;
    let holds =
        signature::holds(&token, &key).await.map_err(|fault| away("the check of a signature", &fault))?;
    token.claims(holds, expected, now()).map_err(untrusted)
}

fn get(address: &str) -> Way<Request> {
    let mut init = RequestInit::new();
    init.with_method(Method::Get);
    Request::new_with_init(address, &init).map_err(|fault| away("an address", &fault))
}

fn form(address: &str, body: &str, authorization: Option<&str>) -> worker::Result<Request> {
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_body(Some(body.into()));
    init.headers.set("content-type", "application/x-www-form-urlencoded")?;
    if let Some(authorization) = authorization {
        init.headers.set("authorization", authorization)?;
    }
    Request::new_with_init(address, &init)
}

/// What a provider answers, if it answers in time.
async fn said<T: DeserializeOwned>(request: Request) -> Way<T> {
    let controller = AbortController::default();
    let signal = controller.signal();
    // Waits beside the request and gives it up; nothing comes of it when the answer is there before.
    worker::wasm_bindgen_futures::spawn_local(async move {
        Delay::from(PATIENCE).await;
        controller.abort();
    });
    let _ = request.headers().set("accept", "application/json");
    let answered = Fetch::Request(request).send_with_signal(&signal).await;
    let mut response = answered.map_err(|fault| away("no answer", &fault))?;
    let status = response.status_code();
    let text = response.text().await.map_err(|fault| away("a broken answer", &fault))?;
    if status != 200 || text.len() > LONGEST {
        worker::console_error!("sign-in: the provider answered {status}");
        return Err(SignInFailure::ProviderAway);
    }
    serde_json::from_str(&text).map_err(|_| {
        worker::console_error!("sign-in: the provider's answer is not what it should be");
        SignInFailure::ProviderAway
    })
}

fn away(what: &str, fault: &Error) -> SignInFailure {
    worker::console_error!("sign-in: {what}: {}", fault.to_string());
    SignInFailure::ProviderAway
}

/// Sends the browser elsewhere.
fn go_to(address: &str, cookies: &[String]) -> Answer {
    let response = Response::empty()?.with_status(303);
    let headers = response.headers();
    headers.set("location", address)?;
    headers.set("cache-control", "no-store")?;
    headers.set("referrer-policy", "no-referrer")?;
    for cookie in cookies {
        headers.append("set-cookie", cookie)?;
    }
    Ok(response)
}
