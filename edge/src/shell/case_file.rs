//! The Durable Object of one case: a chat that is kept beyond its day.

use super::chat_session::post;
use super::records::CITY;
use super::settings::{Settings, settings};
use super::storage::{self, Alarm, now, rows, run};
use super::{answer, keys};
use crate::between::{Marked, Purged};
use crate::casework::{CaseFile as Machine, Effect, Event};
use crate::store::case as sql;
use crate::vault::Half;
use shared::id::SessionId;
use shared::refusal::Refusal;
use std::cell::RefCell;
use std::rc::Rc;
use worker::{DurableObject, Env, Error, Method, Request, Response, Result, State, durable_object};

/// One case's object: the shell round [`Machine`].
#[durable_object]
pub struct CaseFile {
    state: State,
    env: Env,
    alarm: Alarm,
    loaded: RefCell<Option<Machine>>,
}

impl DurableObject for CaseFile {
    fn new(state: State, env: Env) -> Self {
        Self { state, env, alarm: Alarm::default(), loaded: RefCell::new(None) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        match self.route(request).await {
            Ok(response) => response,
            Err(why) => answer::refusal(why),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        self.alarm.rang();
        self.happened(Event::Timeout).await?;
        Response::empty()
    }
}

impl CaseFile {
    async fn route(&self, mut request: Request) -> std::result::Result<Result<Response>, Refusal> {
        match (request.method(), request.path().as_str()) {
            (Method::Post, "/mark") => {
                let marked: Marked = answer::body(&mut request).await?;
                // The records count it before it is kept, and hear of it again until they have heard.
                let told = post(&self.env, "RECORDS", CITY, "/held", &marked.chat).await;
                told.map_err(|fault| failed(&fault))?;
                self.asked(Event::Marked(marked)).await
            }
            (Method::Post, "/step") => self.asked(Event::Taken(answer::body(&mut request).await?)).await,
            (Method::Get, "/card") => {
                self.load().map_err(|fault| failed(&fault))?;
                let card = self.loaded.borrow().as_ref().and_then(Machine::card);
                Ok(answer::json(&card.ok_or(Refusal::NoSuchChat)?))
            }
            _ => Err(Refusal::NotFound),
        }
    }

    async fn asked(&self, event: Event) -> std::result::Result<Result<Response>, Refusal> {
        let reply = self.happened(event).await.map_err(|fault| failed(&fault))?;
        reply.unwrap_or(Err(Refusal::TryAgain)).map(|()| Response::empty())
    }

    fn load(&self) -> Result<()> {
        if self.loaded.borrow().is_some() {
            return Ok(());
        }
        let sql = self.state.storage().sql();
        let case = if storage::exists(&sql)? {
            storage::migrate(&sql, sql::STEPS, now())?;
            let rows = rows(&sql, sql::READ_CASE)?;
            rows.first().map(|row| Ok::<_, Error>(serde_json::from_str(row.text(0)?)?)).transpose()?
        } else {
            None
        };
        *self.loaded.borrow_mut() = Some(Machine::restore(case));
        Ok(())
    }

    /// Hands an event to the case and does what it answers; what has to be awaited is the next event when it comes back.
    async fn happened(&self, event: Event) -> Result<Option<std::result::Result<(), Refusal>>> {
        self.load()?;
        let settings = settings(&self.env).map_err(|why| Error::from(why.code()))?;
        let mut reply = None;
        let mut next = Some(event);
        while let Some(event) = next.take() {
            for effect in self.step(&settings, event)? {
                match effect {
                    Effect::Write(_) => {}
                    Effect::Reply(given) => reply = Some(given),
                    Effect::Destroy => {
                        // Before the chat and the records are asked: what is not answered is tried again.
                        self.schedule().await?;
                        let done = self.destroy(&settings).await.unwrap_or_else(|fault| {
                            worker::console_error!("case: {}", fault.to_string());
                            false
                        });
                        next = Some(Event::Destroyed { done });
                    }
                    Effect::Forget => {
                        *self.loaded.borrow_mut() = None;
                        self.alarm.rang();
                        self.state.storage().delete_all().await?;
                        return Ok(reply);
                    }
                }
            }
            self.schedule().await?;
        }
        Ok(reply)
    }

    fn step(&self, settings: &Rc<Settings>, event: Event) -> Result<Vec<Effect>> {
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(machine) => machine.handle(&settings.city.policy, now(), event),
            None => return Ok(Vec::new()),
        };
        let sql = self.state.storage().sql();
        storage::commit(&self.state, &self.loaded, || {
            for effect in &effects {
                if let Effect::Write(case) = effect {
                    storage::migrate(&sql, sql::STEPS, now())?;
                    run(&sql, sql::SAVE_CASE, vec![serde_json::to_string(case)?.into()])?;
                }
            }
            Ok(())
        })?;
        Ok(effects)
    }

    async fn schedule(&self) -> Result<()> {
        let due = self.loaded.borrow().as_ref().and_then(Machine::poll_timeout);
        self.alarm.move_to(&self.state, due).await
    }

    /// The chat first, then the key it lay under, then the count of the records.
    async fn destroy(&self, settings: &Settings) -> Result<bool> {
        let Some(chat) = self.chat() else { return Ok(false) };
        let answer: Purged =
            post(&self.env, "SESSIONS", chat.as_str(), "/release", &()).await?.json().await?;
        if answer != Purged::Gone {
            return Ok(false);
        }
        let (absent, _) = keys::destroy(&self.env, settings, &Half::Case(chat.clone()), None).await?;
        if !absent {
            return Ok(false);
        }
        post(&self.env, "RECORDS", CITY, "/freed", &chat).await?;
        Ok(true)
    }

    fn chat(&self) -> Option<SessionId> {
        self.loaded.borrow().as_ref().and_then(Machine::case).map(|case| case.chat.clone())
    }
}

fn failed(fault: &Error) -> Refusal {
    worker::console_error!("case: {}", fault.to_string());
    Refusal::TryAgain
}
