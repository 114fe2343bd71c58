//! Plain requests with JSON bodies.

use crate::codec;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::refusal::Refusal;
use shared::wire::v1::Problem;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, Request, RequestInit, Response};

/// After this an unanswered request is given up.
const PATIENCE_MS: u32 = 15_000;

/// Why a request has no answer of the kind asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The edge said no.
    Problem(Refusal),
    /// No answer came: no network, or something on the way blocks it.
    Offline,
}

/// `GET`, which changes nothing.
pub async fn get<T: DeserializeOwned>(url: &str) -> Result<T, Failure> {
    answer(exchange(url, "GET", None).await)
}

/// `POST` of `body` as JSON.
pub async fn post<T: DeserializeOwned>(url: &str, body: &impl Serialize) -> Result<T, Failure> {
    answer(exchange(url, "POST", codec::encode(body)).await)
}

/// `POST` whose answer has no body that matters.
pub async fn post_only(url: &str, body: &impl Serialize) -> Result<(), Failure> {
    let (ok, text) = exchange(url, "POST", codec::encode(body)).await.ok_or(Failure::Offline)?;
    if ok { Ok(()) } else { Err(problem(&text)) }
}

fn answer<T: DeserializeOwned>(exchanged: Option<(bool, String)>) -> Result<T, Failure> {
    let (ok, text) = exchanged.ok_or(Failure::Offline)?;
    if !ok {
        return Err(problem(&text));
    }
    codec::decode(&text).ok_or(Failure::Problem(Refusal::TryAgain))
}

/// An answer that is no [`Problem`] of ours comes from a proxy or a later version: trying again is all one can advise.
fn problem(text: &str) -> Failure {
    Failure::Problem(codec::decode::<Problem>(text).map_or(Refusal::TryAgain, |problem| problem.code))
}

/// Whether the status is a good one, and the body. Nothing when no answer came.
async fn exchange(url: &str, method: &str, body: Option<String>) -> Option<(bool, String)> {
    let request = request(url, method, body).ok()?;
    let response = JsFuture::from(web_sys::window()?.fetch_with_request(&request)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    Some((response.ok(), text.as_string().unwrap_or_default()))
}

fn request(url: &str, method: &str, body: Option<String>) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    if let Some(body) = body {
        let headers = Headers::new()?;
        headers.set("content-type", "application/json")?;
        init.set_headers(&headers);
        init.set_body(&JsValue::from_str(&body));
    }
    Request::new_with_str_and_init(url, &init)
}
