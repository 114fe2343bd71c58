//! The only room that names the runtime: routes, Durable Objects, alarms, storage, R2.
//!
//! It decides nothing. It takes the time and randomness, hands events to the engines, and does what they answer, always in
//! the same order: all writes of one event in one transaction, then the sends, then what has to be awaited (platform.md 2.5).

mod answer;
mod chat_session;
mod desk;
mod keys;
mod random;
mod routes;
mod settings;
mod sockets;
mod storage;

use worker::{Context, Env, Request, Response, event};

#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> worker::Result<Response> {
    routes::answer(request, env).await
}
