//! The Durable Object of the city's records: which chats there are, their nightly end, the ledger.

use super::chat_session::post;
use super::settings::{Settings, settings};
use super::storage::{self, Alarm, now, rows, rows_of, run};
use super::{answer, keys, random};
use crate::between::{DayOver, Purged, Ticket};
use crate::purge::{Context, Effect, Event, Period, Purge, Write};
use crate::store::records as sql;
use crate::vault::{ChatKey, Day, Half};
use serde::de::DeserializeOwned;
use shared::id::SessionId;
use shared::ledger::Transparency;
use shared::refusal::Refusal;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use worker::{
    DurableObject, Env, Error, Method, Request, Response, Result, SqlStorage, State, durable_object,
};

/// There is one in each deployment.
pub const CITY: &str = "city";

/// The records' object: the shell round [`Purge`].
#[durable_object]
pub struct Records {
    state: State,
    env: Env,
    alarm: Alarm,
    /// What is in memory: a cache of what is stored.
    loaded: RefCell<Option<Purge>>,
}

impl DurableObject for Records {
    fn new(state: State, env: Env) -> Self {
        Self { state, env, alarm: Alarm::default(), loaded: RefCell::new(None) }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match self.route(&mut request).await {
            Ok(response) => Ok(response),
            Err(fault) => {
                worker::console_error!("records: {}", fault.to_string());
                answer::refusal(Refusal::TryAgain)
            }
        }
    }

    async fn alarm(&self) -> Result<Response> {
        self.alarm.rang();
        self.happened(Event::Timeout).await?;
        Response::empty()
    }
}

impl Records {
    async fn route(&self, request: &mut Request) -> Result<Response> {
        match (request.method(), request.path().as_str()) {
            (Method::Post, "/begin") => {
                let chat: SessionId = request.json().await?;
                self.begin(Event::Begin { chat }).await
            }
            (Method::Post, "/begin-late") => {
                let chat: SessionId = request.json().await?;
                self.begin(Event::Late { chat }).await
            }
            (Method::Post, "/forget") => {
                let chat: SessionId = request.json().await?;
                self.happened(Event::Forget { chat }).await?;
                Response::empty()
            }
            (Method::Post, "/held") => {
                let chat: SessionId = request.json().await?;
                self.happened(Event::Held { chat }).await?;
                Response::empty()
            }
            (Method::Post, "/freed") => {
                let chat: SessionId = request.json().await?;
                self.happened(Event::Freed { chat }).await?;
                Response::empty()
            }
            (Method::Get, "/held") => {
                self.load()?;
                let loaded = self.loaded.borrow();
                let held: Vec<_> = loaded.iter().flat_map(Purge::held).collect();
                answer::json(&held)
            }
            // A missed alarm is caught here.
            (Method::Post, "/sweep") => {
                self.happened(Event::Timeout).await?;
                Response::empty()
            }
            (Method::Get, "/transparency") => {
                self.load()?;
                answer::json(&self.transparency()?)
            }
            _ => answer::refusal(Refusal::NotFound),
        }
    }

    async fn begin(&self, event: Event) -> Result<Response> {
        let Some(ticket) = self.happened(event).await? else {
            return answer::refusal(Refusal::NoSuchChat);
        };
        // A key of a day that is over may be destroyed and must not be made again.
        if now() < ticket.until {
            self.plant_probe(&ticket.day).await?;
        }
        answer::json(&ticket)
    }

    fn load(&self) -> Result<()> {
        if self.loaded.borrow().is_some() {
            return Ok(());
        }
        let sql = self.state.storage().sql();
        storage::migrate(&sql, sql::STEPS, now())?;
        let purge = Purge::restore(
            read(&sql, sql::READ_NIGHTS)?,
            read(&sql, sql::READ_ENTRIES)?,
            held(&sql)?,
            read(&sql, sql::READ_LEDGER)?,
        );
        *self.loaded.borrow_mut() = Some(purge);
        Ok(())
    }

    /// Hands an event to the purge and does what it answers; what has to be awaited is the next event when it comes back.
    async fn happened(&self, event: Event) -> Result<Option<Ticket>> {
        self.load()?;
        let settings = self.settings()?;
        let mut ticket = None;
        let mut todo = self.step(&settings, event, &mut ticket)?;
        self.schedule().await?;
        while let Some(effect) = todo.pop_front() {
            let event = match effect {
                Effect::Ask { chat, day, next } => {
                    let asked = DayOver { day: day.clone(), next };
                    let answer = self.ask(&chat, &asked).await.ok();
                    Event::Answered { chat, day, answer }
                }
                Effect::Destroy { day } => {
                    let (absent, opens) = self.destroy(&settings, &day).await?;
                    Event::Destroyed { day, absent, opens }
                }
                Effect::Write(_) | Effect::Ticket(_) => continue,
            };
            todo.extend(self.step(&settings, event, &mut ticket)?);
            self.schedule().await?;
        }
        Ok(ticket)
    }

    /// Everything that has to happen without a pause. Answers what is to be awaited.
    fn step(
        &self,
        settings: &Settings,
        event: Event,
        ticket: &mut Option<Ticket>,
    ) -> Result<VecDeque<Effect>> {
        let now = now();
        let period = settings.city.period(now);
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(purge) => purge.handle(context(settings, &period), now, event),
            None => return Ok(VecDeque::new()),
        };
        let sql = self.state.storage().sql();
        storage::commit(&self.state, &self.loaded, || {
            effects.iter().filter_map(Effect::write).try_for_each(|written| write(&sql, written))
        })?;
        let mut todo = VecDeque::new();
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Ticket(given) => *ticket = Some(given),
                Effect::Ask { .. } | Effect::Destroy { .. } => todo.push_back(effect),
            }
        }
        Ok(todo)
    }

    async fn schedule(&self) -> Result<()> {
        let due = self.loaded.borrow().as_ref().and_then(Purge::poll_timeout);
        self.alarm.move_to(&self.state, due).await
    }

    async fn ask(&self, chat: &SessionId, asked: &DayOver) -> Result<Purged> {
        post(&self.env, "SESSIONS", chat.as_str(), "/day-over", asked).await?.json().await
    }

    /// A key of no chat is wrapped on each day, so that it can be tried afterwards whether anything of that day still opens.
    async fn plant_probe(&self, day: &Day) -> Result<()> {
        let sql = self.state.storage().sql();
        if !rows_of(&sql, sql::READ_PROBE, vec![day.0.as_str().into()])?.is_empty() {
            return Ok(());
        }
        let key = keys::find_or_make(&self.env, &*self.settings()?, &Half::Day(day.clone())).await?;
        let probe = ChatKey::new(random::bytes()?);
        let wrapped = key
            .wrap(&probe, &probe_id(), random::bytes()?)
            .map_err(|fault| Error::from(fault.to_string()))?;
        run(&sql, sql::SAVE_PROBE, vec![day.0.as_str().into(), wrapped.into()])
    }

    async fn destroy(&self, settings: &Settings, day: &Day) -> Result<(bool, bool)> {
        let sql = self.state.storage().sql();
        let found = rows_of(&sql, sql::READ_PROBE, vec![day.0.as_str().into()])?;
        let probe = match found.first() {
            Some(row) => Some((row.bytes(0)?.to_vec(), probe_id())),
            None => None,
        };
        keys::destroy(&self.env, settings, &Half::Day(day.clone()), probe).await
    }

    fn transparency(&self) -> Result<Transparency> {
        let settings = self.settings()?;
        let now = now();
        let period = settings.city.period(now);
        let loaded = self.loaded.borrow();
        let purge = loaded.as_ref().ok_or_else(|| Error::from("the records are not loaded"))?;
        Ok(purge.transparency(context(&settings, &period), now))
    }

    fn settings(&self) -> Result<Rc<Settings>> {
        settings(&self.env).map_err(|why| Error::from(why.code()))
    }
}

/// In place of a chat's identifier; no chat has it.
fn probe_id() -> SessionId {
    SessionId::from_random(0)
}

fn context<'a>(settings: &'a Settings, period: &'a Period) -> Context<'a> {
    Context { policy: &settings.city.policy, period }
}

fn read<T: DeserializeOwned>(sql: &SqlStorage, statement: &str) -> Result<Vec<T>> {
    rows(sql, statement)?.iter().map(|row| Ok(serde_json::from_str(row.text(0)?)?)).collect()
}

fn held(sql: &SqlStorage) -> Result<Vec<SessionId>> {
    let broken = |_| Error::from("a held chat has no identifier");
    rows(sql, sql::READ_HELD)?.iter().map(|row| SessionId::parse(row.text(0)?).map_err(broken)).collect()
}

fn write(sql: &SqlStorage, write: &Write) -> Result<()> {
    match write {
        Write::Night(night) => {
            let values = vec![night.day.0.as_str().into(), serde_json::to_string(night)?.into()];
            run(sql, sql::SAVE_NIGHT, values)
        }
        Write::Entry(entry) => {
            let json = serde_json::to_string(entry)?;
            run(
                sql,
                sql::SAVE_ENTRY,
                vec![entry.chat.as_str().into(), entry.day.0.as_str().into(), json.into()],
            )
        }
        Write::Held(chat) => run(sql, sql::SAVE_HELD, vec![chat.as_str().into()]),
        Write::Freed(chat) => run(sql, sql::DELETE_HELD, vec![chat.as_str().into()]),
        Write::Certified { day, link } => {
            for statement in [sql::DELETE_NIGHT, sql::DELETE_PROBE, sql::DELETE_ENTRIES] {
                run(sql, statement, vec![day.0.as_str().into()])?;
            }
            let number = i64::from(link.certificate.number);
            run(sql, sql::SAVE_LINK, vec![number.into(), serde_json::to_string(link)?.into()])
        }
    }
}
