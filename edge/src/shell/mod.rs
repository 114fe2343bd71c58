//! The only room that names the runtime: routes, Durable Objects, alarms, storage, R2.
//!
//! It decides nothing. It takes the time and randomness, hands events to the engines, and does what they answer, always in
//! the same order: all writes of one event in one transaction, then the sends, then what has to be awaited (platform.md 2.5).

mod answer;
mod case_file;
mod chat_session;
mod desk;
mod doors;
mod exchange;
mod keys;
mod mailbox;
mod random;
mod records;
mod routes;
mod settings;
mod sign_in;
mod signature;
mod sockets;
mod staff;
mod storage;

use worker::{Context, Env, Request, Response, ScheduleContext, ScheduledEvent, event};

#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> worker::Result<Response> {
    routes::answer(request, env).await
}

/// Alarms can be missed for good when an object was unreachable for hours: the cron trigger looks after them.
#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    if let Err(fault) = chat_session::post(&env, "RECORDS", records::CITY, "/sweep", &()).await {
        worker::console_error!("sweep: {}", fault.to_string());
    }
}
