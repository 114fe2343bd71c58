//! HTTP answers.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::refusal::Refusal;
use shared::wire::v1::{MAX_FRAME_BYTES, Problem};
use worker::{Headers, Request, Response, Result};

/// The body of a request, if it is what is asked for and not too large.
pub async fn body<T: DeserializeOwned>(request: &mut Request) -> Result<T, Refusal> {
    body_within(request, MAX_FRAME_BYTES).await
}

/// The same with a size of its own, in bytes.
pub async fn body_within<T: DeserializeOwned>(request: &mut Request, most: usize) -> Result<T, Refusal> {
    let text = request.text().await.map_err(|_| Refusal::BadFrame)?;
    if text.len() > most {
        return Err(Refusal::FrameTooLarge);
    }
    serde_json::from_str(&text).map_err(|_| Refusal::BadFrame)
}

/// A value, which nobody keeps.
pub fn json<T: Serialize>(value: &T) -> Result<Response> {
    let response = Response::from_json(value)?;
    response.headers().set("cache-control", "no-store")?;
    Ok(response)
}

/// Why not, and what to do about it.
pub fn refusal(why: Refusal) -> Result<Response> {
    Ok(json(&Problem::from(why))?.with_status(why.status()))
}

/// Lets a page of the city read the answer (inline mode).
pub fn allow(headers: &Headers, origin: &str) -> Result<()> {
    headers.set("access-control-allow-origin", origin)?;
    headers.set("access-control-allow-methods", "GET, POST")?;
    headers.set("access-control-allow-headers", "content-type")?;
    headers.set("access-control-max-age", "86400")?;
    headers.append("vary", "origin")
}
