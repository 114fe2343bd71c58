//! The Durable Object of the city's mailbox: messages left when nobody answers.

use super::settings::{Settings, settings};
use super::storage::{self, Alarm, now, rows, rows_of, run};
use super::{answer, keys, random};
use crate::mailbox::{Clerk, Effect, Event, Left, Mailbox as Engine, Message, Write};
use crate::store::mailbox as sql;
use crate::vault::Half;
use serde::{Deserialize, Serialize};
use shared::id::{MessageId, StaffId, TopicId};
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{AnsweredBy, LeftMessage, MessageStep, MessageWords};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use worker::{
    DurableObject, Env, Error, Method, Request, Response, Result, SqlStorage, State, durable_object,
};

/// There is one in each deployment.
pub const CITY: &str = "city";

/// A message on its way into the mailbox. It is masked.
#[derive(Serialize, Deserialize)]
pub struct Incoming {
    /// Names it.
    pub id: MessageId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// By when the resident hears.
    pub due: Millis,
    /// What its words call for.
    pub tier: Tier,
    /// Its words.
    pub words: MessageWords,
}

/// A member of staff wants something of a message.
#[derive(Serialize, Deserialize)]
pub struct Wanted {
    /// Which.
    pub id: MessageId,
    /// Who.
    pub by: StaffId,
    /// Whether they direct others.
    pub directs: bool,
    /// What they do with it; nothing when they read it.
    pub step: Option<MessageStep>,
}

/// The mailbox's object: the shell round [`Engine`].
#[durable_object]
pub struct Mailbox {
    state: State,
    env: Env,
    alarm: Alarm,
    /// What is in memory: a cache of what is stored.
    loaded: RefCell<Option<Engine>>,
}

/// What whoever called is answered.
#[derive(Default)]
struct Replies {
    taken: Option<std::result::Result<LeftMessage, Refusal>>,
    done: Option<std::result::Result<(), Refusal>>,
}

impl DurableObject for Mailbox {
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
        self.happened(Event::Timeout, None).await?;
        Response::empty()
    }
}

impl Mailbox {
    async fn route(&self, mut request: Request) -> std::result::Result<Result<Response>, Refusal> {
        match (request.method(), request.path().as_str()) {
            (Method::Post, "/leave") => {
                let incoming: Incoming = answer::body(&mut request).await?;
                let replies = self.leave(incoming).await.map_err(|fault| failed(&fault))?;
                replies.taken.unwrap_or(Err(Refusal::TryAgain)).map(|left| answer::json(&left))
            }
            (Method::Get, "/cards") => {
                self.load().map_err(|fault| failed(&fault))?;
                let cards = self.loaded.borrow().as_ref().map(Engine::cards).unwrap_or_default();
                Ok(answer::json(&cards))
            }
            (Method::Post, "/wanted") => {
                let Wanted { id, by, directs, step } = answer::body(&mut request).await?;
                let by = Clerk { id: by, directs };
                let event = match step {
                    Some(step) => Event::Step { id: id.clone(), by, step },
                    None => Event::Read { id: id.clone(), by },
                };
                let replies = self.happened(event, None).await.map_err(|fault| failed(&fault))?;
                replies.done.unwrap_or(Err(Refusal::TryAgain))?;
                if step.is_some() {
                    return Ok(Response::empty());
                }
                let words = self.open(&id).await.map_err(|fault| failed(&fault))?;
                words.map(|words| answer::json(&words)).ok_or(Refusal::NotFound)
            }
            _ => Err(Refusal::NotFound),
        }
    }

    fn load(&self) -> Result<()> {
        if self.loaded.borrow().is_some() {
            return Ok(());
        }
        let sql = self.state.storage().sql();
        storage::migrate(&sql, sql::STEPS, now())?;
        let messages = rows(&sql, sql::READ_MESSAGES)?;
        let messages: Vec<Message> =
            messages.iter().map(|row| Ok(serde_json::from_str(row.text(0)?)?)).collect::<Result<_>>()?;
        let last = rows(&sql, sql::READ_LAST)?.first().map(|row| row.number(0)).transpose()?;
        *self.loaded.borrow_mut() = Some(Engine::restore(messages, last));
        Ok(())
    }

    /// Seals the words under a key of their own, then has the engine take the message.
    async fn leave(&self, incoming: Incoming) -> Result<Replies> {
        let settings = self.settings()?;
        let Incoming { id, topic, language, due, tier, words } = incoming;
        let half = Half::Message(id.clone());
        let key = keys::find_or_make(&self.env, &settings, &half).await?;
        let plain = serde_json::to_vec(&words)?;
        let sealed = key
            .seal_message(&settings.city.policy.city.id, &id, &plain, random::bytes()?)
            .map_err(|fault| Error::from(fault.to_string()))?;
        let event = Event::Left(Left { id: id.clone(), topic, language, due, tier });
        let replies = self.happened(event, Some(&sealed)).await?;
        if !matches!(replies.taken, Some(Ok(_))) {
            // It was not taken: its key is of no use.
            keys::destroy(&self.env, &settings, &half, None).await?;
        }
        Ok(replies)
    }

    /// The words of a message.
    async fn open(&self, id: &MessageId) -> Result<Option<MessageWords>> {
        let settings = self.settings()?;
        let Some(key) = keys::find(&self.env, &settings, &Half::Message(id.clone())).await? else {
            return Ok(None);
        };
        let sql = self.state.storage().sql();
        let rows = rows_of(&sql, sql::READ_SEALED, vec![id.as_str().into()])?;
        let Some(row) = rows.first() else { return Ok(None) };
        let plain = key
            .open_message(&settings.city.policy.city.id, id, row.bytes(0)?)
            .map_err(|fault| Error::from(fault.to_string()))?;
        // The reason would quote what is in the message, and reasons are logged.
        serde_json::from_slice(&plain).map(Some).map_err(|_| Error::from("a message is of no known shape"))
    }

    /// Hands an event to the mailbox and does what it answers. Destructions are awaited, and their outcome is the next event.
    async fn happened(&self, event: Event, sealed: Option<&[u8]>) -> Result<Replies> {
        self.load()?;
        let settings = self.settings()?;
        let mut replies = Replies::default();
        let mut todo = self.step(&settings, event, sealed, &mut replies)?;
        self.schedule().await?;
        while let Some(id) = todo.pop_front() {
            let half = Half::Message(id.clone());
            let done = match keys::destroy(&self.env, &settings, &half, None).await {
                Ok((absent, _)) => absent,
                Err(fault) => {
                    worker::console_error!("mailbox: {}", fault.to_string());
                    false
                }
            };
            todo.extend(self.step(&settings, Event::Destroyed { id, done }, None, &mut replies)?);
            self.schedule().await?;
        }
        Ok(replies)
    }

    /// Everything that has to happen without a pause: the writes in one transaction. Answers what is to be destroyed.
    fn step(
        &self,
        settings: &Settings,
        event: Event,
        sealed: Option<&[u8]>,
        replies: &mut Replies,
    ) -> Result<VecDeque<MessageId>> {
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(mailbox) => mailbox.handle(&settings.city.policy, now(), event),
            None => return Ok(VecDeque::new()),
        };
        let sql = self.state.storage().sql();
        storage::commit(&self.state, &self.loaded, || {
            effects.iter().try_for_each(|effect| match effect {
                Effect::Write(written) => write(&sql, settings, written, sealed.unwrap_or_default()),
                Effect::Destroy(_) | Effect::Taken(_) | Effect::Reply(_) => Ok(()),
            })
        })?;
        let mut todo = VecDeque::new();
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Destroy(id) => todo.push_back(id),
                Effect::Taken(taken) => replies.taken = Some(taken),
                Effect::Reply(done) => replies.done = Some(done),
            }
        }
        Ok(todo)
    }

    async fn schedule(&self) -> Result<()> {
        let due = self.loaded.borrow().as_ref().and_then(Engine::poll_timeout);
        self.alarm.move_to(&self.state, due).await
    }

    fn settings(&self) -> Result<Rc<Settings>> {
        settings(&self.env).map_err(|why| Error::from(why.code()))
    }
}

fn write(sql: &SqlStorage, settings: &Settings, write: &Write, sealed: &[u8]) -> Result<()> {
    match write {
        Write::New(message) => {
            run(sql, sql::SAVE_LAST, vec![i64::from(message.number).into()])?;
            let values = vec![
                message.id.as_str().into(),
                serde_json::to_string(message)?.into(),
                sealed.to_vec().into(),
            ];
            run(sql, sql::ADD_MESSAGE, values)
        }
        Write::Message(message) => run(
            sql,
            sql::SAVE_MESSAGE,
            vec![serde_json::to_string(message)?.into(), message.id.as_str().into()],
        ),
        Write::Gone(id) => run(sql, sql::DELETE_MESSAGE, vec![id.as_str().into()]),
        Write::Count { topic, how, late } => {
            let how = match how {
                AnsweredBy::Phone => "phone",
                AnsweredBy::Email => "email",
                AnsweredBy::Unreachable => "unreachable",
            };
            let day = settings.city.period(now()).day.0;
            let values = vec![day.into(), topic.as_str().into(), how.into(), i32::from(*late).into()];
            run(sql, sql::COUNT_ANSWERED, values)
        }
    }
}

fn failed(fault: &Error) -> Refusal {
    worker::console_error!("mailbox: {}", fault.to_string());
    Refusal::TryAgain
}
