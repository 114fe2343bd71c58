//! The Durable Object of one service line's desk.

use super::chat_session::post;
use super::settings::{Settings, settings};
use super::storage::{self, Alarm, now, rows, run};
use super::{answer, sockets};
use crate::between::{ToChat, ToDesk, Verdict};
use crate::desk::{self, Desk as Engine, Effect, Event, Seat, Stored, Write};
use crate::store::desk as sql;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Access, ChangeDoors, DeskDown, DoorsSheet};
use sockets::Sockets;
use std::cell::RefCell;
use std::collections::VecDeque;
use worker::{
    DurableObject, Env, Error, Method, Request, Response, Result, SqlStorage, State, WebSocket,
    WebSocketIncomingMessage, durable_object,
};

/// The one service line there is so far; a large city will have several.
pub const LINE: &str = "general";

/// Whether someone may come in, with a sign-in of this moment.
#[derive(Serialize, Deserialize)]
pub struct Asks {
    /// Who.
    pub staff: StaffId,
    /// Since when they are signed in.
    pub signed_in: Millis,
}

/// A change of the doors, and whose it is.
#[derive(Serialize, Deserialize)]
pub struct DoorsAsked {
    /// Who makes it.
    pub by: StaffId,
    /// What they are called.
    pub name: String,
    /// What.
    pub change: ChangeDoors,
}

/// One desk's object: the shell round the engine of the same name.
#[durable_object]
pub struct Desk {
    state: State,
    env: Env,
    sockets: Sockets,
    alarm: Alarm,
    /// What is in memory of the desk: a cache of what is stored.
    loaded: RefCell<Option<Engine>>,
}

impl DurableObject for Desk {
    fn new(state: State, env: Env) -> Self {
        Self { state, env, sockets: Sockets::default(), alarm: Alarm::default(), loaded: RefCell::new(None) }
    }

    async fn fetch(&self, request: Request) -> Result<Response> {
        match self.route(request).await {
            Ok(response) => response,
            Err(why) => answer::refusal(why),
        }
    }

    async fn websocket_message(&self, socket: WebSocket, message: WebSocketIncomingMessage) -> Result<()> {
        let Some(conn) = sockets::number(&socket) else { return Ok(()) };
        let frame = sockets::text(message).and_then(|text| desk::decode(&text));
        self.happened(Event::Frame { conn, frame }).await
    }

    async fn websocket_close(
        &self,
        socket: WebSocket,
        _code: usize,
        _why: String,
        _clean: bool,
    ) -> Result<()> {
        sockets::answer_close(&socket);
        self.gone(&socket).await
    }

    async fn websocket_error(&self, socket: WebSocket, _fault: Error) -> Result<()> {
        self.gone(&socket).await
    }

    async fn alarm(&self) -> Result<Response> {
        self.alarm.rang();
        self.happened(Event::Timeout).await?;
        Response::empty()
    }
}

impl Desk {
    async fn route(&self, mut request: Request) -> std::result::Result<Result<Response>, Refusal> {
        if sockets::is_upgrade(&request).unwrap_or(false) {
            let seat = request.headers().get(sockets::PEER_HEADER).ok().flatten();
            let seat: Seat =
                serde_json::from_str(&seat.unwrap_or_default()).map_err(|_| Refusal::NotSignedIn)?;
            self.load().map_err(|fault| failed(&fault))?;
            let (conn, response) = self.sockets.accept(&self.state, &seat).map_err(|fault| failed(&fault))?;
            self.happened(Event::Connected { conn, seat }).await.map_err(|fault| failed(&fault))?;
            return Ok(Ok(response));
        }
        match (request.method(), request.path().as_str()) {
            (Method::Post, "/call") => {
                let call: ToDesk = answer::body(&mut request).await?;
                self.happened(Event::Called(call)).await.map_err(|fault| failed(&fault))?;
                Ok(Response::empty())
            }
            (Method::Post, "/admits") => {
                let Asks { staff, signed_in } = answer::body(&mut request).await?;
                self.load().map_err(|fault| failed(&fault))?;
                match &*self.loaded.borrow() {
                    Some(desk) => desk.admits(&staff, signed_in, now()).map(|()| Response::empty()),
                    None => Err(Refusal::TryAgain),
                }
            }
            (Method::Get, "/accesses") => {
                self.load().map_err(|fault| failed(&fault))?;
                let sql = self.state.storage().sql();
                let accesses: Vec<Access> = read(&sql, sql::READ_ACCESSES).map_err(|fault| failed(&fault))?;
                Ok(answer::json(&accesses))
            }
            (Method::Get, "/doors") => {
                self.load().map_err(|fault| failed(&fault))?;
                match &*self.loaded.borrow() {
                    Some(desk) => Ok(answer::json(desk.doors())),
                    None => Err(Refusal::TryAgain),
                }
            }
            (Method::Get, "/doors/sheet") => self.doors_sheet(),
            (Method::Post, "/doors") => {
                let asked = answer::body(&mut request).await?;
                self.change_doors(asked)?;
                self.doors_sheet()
            }
            _ => Err(Refusal::NotFound),
        }
    }

    fn change_doors(&self, DoorsAsked { by, name, change }: DoorsAsked) -> std::result::Result<(), Refusal> {
        self.load().map_err(|fault| failed(&fault))?;
        let (settings, now) = (settings(&self.env)?, now());
        let today = settings.city.today(now);
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(desk) => desk.change_doors(&settings.city.policy, (now, today), (by, name), change)?,
            None => return Err(Refusal::TryAgain),
        };
        self.carry_out(&settings, effects).map(drop).map_err(|fault| failed(&fault))
    }

    fn doors_sheet(&self) -> std::result::Result<Result<Response>, Refusal> {
        self.load().map_err(|fault| failed(&fault))?;
        let edits = read(&self.state.storage().sql(), sql::READ_DOORS_EDITS);
        let edits = edits.map_err(|fault| failed(&fault))?;
        let city = &settings(&self.env)?.city;
        let mut departments: Vec<_> =
            city.policy.topics.iter().map(|topic| topic.department.clone()).collect();
        departments.sort();
        departments.dedup();
        let loaded = self.loaded.borrow();
        let doors = loaded.as_ref().ok_or(Refusal::TryAgain)?.doors().clone();
        Ok(answer::json(&DoorsSheet { doors, edits, today: city.today(now()), departments }))
    }

    async fn gone(&self, socket: &WebSocket) -> Result<()> {
        let Some(conn) = sockets::number(socket) else { return Ok(()) };
        self.sockets.forget(conn);
        self.happened(Event::Disconnected { conn }).await
    }

    fn load(&self) -> Result<()> {
        if self.loaded.borrow().is_some() {
            return Ok(());
        }
        let sql = self.state.storage().sql();
        storage::migrate(&sql, sql::STEPS, now())?;
        let desk = Engine::restore(
            Stored {
                waiting: read(&sql, sql::READ_WAITING)?,
                held: read(&sql, sql::READ_HELD)?,
                gone: read(&sql, sql::READ_GONE)?,
                members: read(&sql, sql::READ_MEMBERS)?,
                pace: read(&sql, sql::READ_PACE)?.pop().unwrap_or_default(),
                dangers: read(&sql, sql::READ_DANGERS)?,
                doors: read(&sql, sql::READ_DOORS)?.pop().unwrap_or_default(),
            },
            self.sockets.recall(&self.state),
        );
        *self.loaded.borrow_mut() = Some(desk);
        Ok(())
    }

    /// Hands an event to the desk and does what it answers. Calls to chats are awaited, and their outcome is the next event.
    async fn happened(&self, event: Event) -> Result<()> {
        self.load()?;
        let settings = settings(&self.env).map_err(|why| Error::from(why.code()))?;
        let mut calls = self.step(&settings, event)?;
        self.schedule().await?;
        while let Some((chat, message)) = calls.pop_front() {
            let staff: StaffId = match &message {
                ToChat::Assign { staff, .. } | ToChat::Dismiss { staff } => staff.clone(),
                // One that is lost is told again with the next change.
                ToChat::Place(_) => {
                    let _lost = self.call(&chat, &message).await;
                    continue;
                }
            };
            let verdict = self.call(&chat, &message).await.ok();
            calls.extend(self.step(&settings, Event::Answered { chat, staff, verdict })?);
            self.schedule().await?;
        }
        Ok(())
    }

    fn step(&self, settings: &Settings, event: Event) -> Result<VecDeque<(SessionId, ToChat)>> {
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(desk) => desk.handle(&settings.city.policy, now(), event),
            None => return Ok(VecDeque::new()),
        };
        self.carry_out(settings, effects)
    }

    /// Everything that has to happen without a pause: the writes in one transaction, then the sends. Answers the calls.
    fn carry_out(&self, settings: &Settings, effects: Vec<Effect>) -> Result<VecDeque<(SessionId, ToChat)>> {
        let sql = self.state.storage().sql();
        let written = storage::commit(&self.state, &self.loaded, || {
            effects.iter().filter_map(Effect::write).try_for_each(|written| write(&sql, settings, written))
        });
        // The consoles start again from what is stored too.
        written.inspect_err(|_| self.sockets.restart())?;
        let mut calls = VecDeque::new();
        let mut stale = Vec::new();
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Show { conn } => stale.push(conn),
                Effect::Remember { conn, seat } => self.sockets.remember(conn, &seat),
                Effect::Send { conn, frame } => self.sockets.send::<DeskDown>(conn, &frame),
                Effect::Close { conn, why } => self.sockets.close(conn, why),
                Effect::Call { chat, message } => calls.push_back((chat, message)),
            }
        }
        if let Some(desk) = &*self.loaded.borrow() {
            for (conn, board) in desk.boards(&settings.city.policy, now(), &stale) {
                self.sockets.send::<DeskDown>(conn, &board);
            }
        }
        Ok(calls)
    }

    async fn schedule(&self) -> Result<()> {
        let due = self.loaded.borrow().as_ref().and_then(Engine::poll_timeout);
        self.alarm.move_to(&self.state, due.map(|(due, _)| due)).await
    }

    async fn call(&self, chat: &SessionId, message: &ToChat) -> Result<Verdict> {
        let mut response = post(&self.env, "SESSIONS", chat.as_str(), "/assign", message).await?;
        response.json().await
    }
}

fn read<T: DeserializeOwned>(sql: &SqlStorage, statement: &str) -> Result<Vec<T>> {
    rows(sql, statement)?.iter().map(|row| Ok(serde_json::from_str(row.text(0)?)?)).collect()
}

fn write(sql: &SqlStorage, settings: &Settings, write: &Write) -> Result<()> {
    match write {
        Write::Waiting(entry) => {
            run(sql, sql::DELETE_HELD, vec![entry.chat.as_str().into()])?;
            let values = vec![entry.chat.as_str().into(), serde_json::to_string(entry)?.into()];
            run(sql, sql::SAVE_WAITING, values)
        }
        Write::Held(held) => {
            run(sql, sql::DELETE_WAITING, vec![held.chat.as_str().into()])?;
            run(sql, sql::SAVE_HELD, vec![held.chat.as_str().into(), serde_json::to_string(held)?.into()])
        }
        Write::Left(gone) => {
            let chat = gone.chat.as_str();
            run(sql, sql::DELETE_WAITING, vec![chat.into()])?;
            run(sql, sql::DELETE_HELD, vec![chat.into()])?;
            run(sql, sql::FORGET_GONE, vec![gone.forgets().0.into()])?;
            let values = vec![chat.into(), gone.at.0.into(), serde_json::to_string(gone)?.into()];
            run(sql, sql::SAVE_GONE, values)
        }
        Write::Member(member) => {
            run(sql, sql::SAVE_MEMBER, vec![member.id.as_str().into(), serde_json::to_string(member)?.into()])
        }
        Write::Pace(pace) => run(sql, sql::SAVE_PACE, vec![serde_json::to_string(pace)?.into()]),
        Write::Count { topic, outcome } => {
            let day = settings.city.period(now()).day.0;
            run(sql, sql::COUNT_OUTCOME, vec![day.into(), topic.as_str().into(), outcome.as_str().into()])
        }
        Write::CountAnswer(answer) => {
            let (question, answer) = answer.codes();
            let day = settings.city.period(now()).day.0;
            run(sql, sql::COUNT_ANSWER, vec![day.into(), question.into(), answer.into()])
        }
        Write::Danger(danger) => {
            run(sql, sql::FORGET_DANGERS, vec![danger.forgets().0.into()])?;
            let chat = danger.chat.as_str();
            run(
                sql,
                sql::SAVE_DANGER,
                vec![chat.into(), danger.at.0.into(), serde_json::to_string(danger)?.into()],
            )
        }
        Write::Access(access) => {
            run(sql, sql::FORGET_ACCESSES, vec![desk::accesses_kept_since(access.at).0.into()])?;
            let values =
                vec![access.at.0.into(), access.by.as_str().into(), serde_json::to_string(access)?.into()];
            run(sql, sql::ADD_ACCESS, values)
        }
        Write::Doors { doors, edit } => {
            let (after, edit) = (serde_json::to_string(doors)?, serde_json::to_string(edit)?);
            run(sql, sql::ADD_DOORS, vec![i64::from(doors.version).into(), after.into(), edit.into()])
        }
        Write::CountDanger(tier) => {
            run(sql, sql::COUNT_DANGER, vec![settings.city.period(now()).day.0.into(), tier.code().into()])
        }
    }
}

fn failed(fault: &Error) -> Refusal {
    worker::console_error!("desk: {}", fault.to_string());
    Refusal::TryAgain
}
