//! What the deployment says: which city, which secrets, whether it is for development.

use crate::city::City;
use crate::identity::{Access, Key, Provider};
use shared::refusal::Refusal;
use std::cell::RefCell;
use std::rc::Rc;
use worker::{Env, console_error};

/// The settings of this deployment.
pub struct Settings {
    /// The city it serves.
    pub city: City,
    /// Whether it is for development: only then there is a development sign-in.
    pub development: bool,
    /// The demo city page of a development deployment, which counts as one of the city's.
    city_page: Option<String>,
    /// Signs residents' tokens.
    pub resident_key: Key,
    /// Signs the sign-ins of staff.
    pub staff_key: Key,
    /// Makes chats' identifiers.
    pub chat_key: Key,
    /// Ties an attempt to sign in to its browser.
    pub sign_in_key: Key,
    /// Makes identifiers of staff whom only a group names.
    pub staff_id_key: Key,
    /// The city's own sign-in, if it is connected.
    pub provider: Option<Provider>,
    /// Cloudflare Access, if it stands in front of the console.
    pub access: Option<Access>,
    /// The vault's half that is not in R2.
    pub vault_secret: Vec<u8>,
}

impl Settings {
    /// The origins whose pages may open the chat.
    pub fn city_origins(&self) -> impl Iterator<Item = &str> {
        self.city.policy.city.origins.value.iter().map(String::as_str).chain(self.city_page.as_deref())
    }

    /// Whether a page of this origin may open the chat.
    pub fn is_city_origin(&self, origin: &str) -> bool {
        self.city_origins().any(|listed| listed == origin)
    }
}

thread_local! {
    static SETTINGS: RefCell<Option<Rc<Settings>>> = const { RefCell::new(None) };
}

/// The settings; read once in the life of an isolate.
pub fn settings(env: &Env) -> Result<Rc<Settings>, Refusal> {
    if let Some(settings) = SETTINGS.with_borrow(Option::clone) {
        return Ok(settings);
    }
    let settings = Rc::new(read(env)?);
    SETTINGS.with_borrow_mut(|slot| *slot = Some(Rc::clone(&settings)));
    Ok(settings)
}

fn read(env: &Env) -> Result<Settings, Refusal> {
    let wrong = |what: &str| {
        console_error!("settings: {what}");
        Refusal::TryAgain
    };
    let var = |name: &str| env.var(name).map(|value| value.to_string()).unwrap_or_default();
    let secret =
        |name: &str| env.secret(name).map(|value| value.to_string().into_bytes()).unwrap_or_default();
    let city = City::find(&var("CITY")).map_err(|fault| wrong(&fault.to_string()))?;
    let development = var("DEPLOYMENT") == "development";
    let city = if development && var("HOURS") == "always" { city.always_open() } else { city };
    if !development && !city.policy.samples().is_empty() {
        return Err(Refusal::SamplePolicy);
    }
    let (tokens, vault_secret) = (secret("TOKEN_SECRET"), secret("VAULT_SECRET"));
    if tokens.len() < 32 || vault_secret.len() < 32 {
        return Err(wrong("set TOKEN_SECRET and VAULT_SECRET, each at least 32 random characters"));
    }
    let key = |purpose| Key::derive(&tokens, purpose).map_err(|fault| wrong(&fault.to_string()));
    let given = |name: &str| Some(var(name)).filter(|value| !value.is_empty());
    let client_secret = secret("SIGN_IN_SECRET");
    let provider = given("SIGN_IN_ISSUER").zip(given("SIGN_IN_CLIENT")).map(|(issuer, client)| Provider {
        issuer,
        client,
        secret: String::from_utf8(client_secret).ok().filter(|secret| !secret.is_empty()),
    });
    let access = given("ACCESS_ISSUER")
        .zip(given("ACCESS_AUDIENCE"))
        .map(|(issuer, audience)| Access { issuer: issuer.trim_end_matches('/').to_owned(), audience });
    Ok(Settings {
        city,
        development,
        city_page: Some(var("CITY_PAGE")).filter(|page| development && !page.is_empty()),
        resident_key: key("resident")?,
        staff_key: key("staff")?,
        chat_key: key("chat")?,
        sign_in_key: key("sign-in")?,
        staff_id_key: key("staff-id")?,
        provider,
        access,
        vault_secret,
    })
}
