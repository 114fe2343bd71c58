//! The Durable Object of one chat.

use super::settings::{Settings, settings};
use super::storage::{self, Alarm, Row, now, rows, run};
use super::{answer, exchange, keys, random, sockets};
use crate::between::{DayOver, Mark, Marked, Opened, Purged, Ticket, ToChat, ToDesk, Verdict};
use crate::session::{self, Call, Context, Effect, Event, Line, Peer, Record, Session, Write};
use crate::store::chat as sql;
use crate::vault::{ChatKey, Day, Half, Place, VaultError};
use serde::{Deserialize, Serialize};
use shared::id::{ClientRef, Seq, SessionId};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Answers, Body, Down, Event as LogEvent, Exchange, Exchanged, Receipts, StartChat};
use sockets::Sockets;
use std::cell::RefCell;
use std::collections::VecDeque;
use worker::{
    DurableObject, Env, Error, Method, Request, RequestInit, Response, Result, SqlStorageValue, State,
    WebSocket, WebSocketIncomingMessage, durable_object,
};

/// What the Worker asks of a chat's object when a resident starts one.
#[derive(Serialize, Deserialize)]
pub struct Open {
    /// The chat.
    pub chat: SessionId,
    /// What the resident chose.
    pub start: StartChat,
    /// Under which day's key it may begin, and until when.
    pub ticket: Ticket,
}

/// One chat's object: the shell round [`Session`].
#[durable_object]
pub struct ChatSession {
    state: State,
    env: Env,
    sockets: Sockets,
    alarm: Alarm,
    loaded: RefCell<Option<Loaded>>,
}

/// What is in memory of a chat: a cache of what is stored.
struct Loaded {
    session: Session,
    key: ChatKey,
}

impl DurableObject for ChatSession {
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
        let frame = sockets::text(message).and_then(|text| session::decode(&text));
        match self.load().await {
            Ok(true) => self.happened(Event::Frame { conn, frame }).await.map(drop),
            Ok(false) => {
                turn_away(&socket, Refusal::NoSuchChat);
                Ok(())
            }
            Err(fault) => {
                turn_away(&socket, failed(&fault));
                Ok(())
            }
        }
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
        if self.load().await? {
            self.happened(Event::Timeout).await?;
        }
        Response::empty()
    }
}

impl ChatSession {
    async fn route(&self, mut request: Request) -> std::result::Result<Result<Response>, Refusal> {
        if sockets::is_upgrade(&request).unwrap_or(false) {
            return self.admit(&request).await;
        }
        match (request.method(), request.path().as_str()) {
            (Method::Post, "/exchange") => {
                let given: Exchange = answer::body_within(&mut request, exchange::MAX_BYTES).await?;
                Ok(answer::json(&self.exchange(given).await))
            }
            (Method::Post, "/open") => {
                let open: Open = answer::body(&mut request).await?;
                Ok(answer::json(&self.open(open).await.map_err(|fault| failed(&fault))?))
            }
            (Method::Post, "/assign") => {
                let event = match answer::body(&mut request).await? {
                    ToChat::Assign { staff, card, hop } => Event::Assigned { staff, card, hop },
                    ToChat::Dismiss { staff } => Event::Dismissed { staff },
                    ToChat::Place(place) => Event::Placed(place),
                };
                let verdict = if self.load().await.map_err(|fault| failed(&fault))? {
                    self.happened(event).await.map_err(|fault| failed(&fault))?.verdict
                } else {
                    None
                };
                Ok(answer::json(&verdict.unwrap_or(Verdict::Gone)))
            }
            (Method::Post, "/day-over") => {
                let asked: DayOver = answer::body(&mut request).await?;
                let answer = self.day_over(asked).await.map_err(|fault| failed(&fault))?;
                Ok(answer::json(&answer))
            }
            (Method::Post, "/mark") => {
                let mark: Mark = answer::body(&mut request).await?;
                self.mark(mark).await.map(|()| Response::empty())
            }
            (Method::Post, "/survey") => {
                let given: Answers = answer::body(&mut request).await?;
                if !self.load().await.map_err(|fault| failed(&fault))? {
                    return Err(Refusal::NoSuchChat);
                }
                let replies = self.happened(Event::Surveyed(given)).await.map_err(|fault| failed(&fault))?;
                replies.done.unwrap_or(Err(Refusal::TryAgain)).map(|()| Response::empty())
            }
            (Method::Post, "/release") => {
                Ok(answer::json(&self.release().await.map_err(|fault| failed(&fault))?))
            }
            (Method::Get, "/held") => {
                let known = self.load().await.map_err(|fault| failed(&fault))?;
                let loaded = self.loaded.borrow();
                let held = loaded.as_ref().filter(|it| known && it.session.record().retained.is_some());
                Ok(answer::json(&held.ok_or(Refusal::NoSuchChat)?.session.snapshot()))
            }
            _ => Err(Refusal::NotFound),
        }
    }

    async fn admit(&self, request: &Request) -> std::result::Result<Result<Response>, Refusal> {
        let peer = request.headers().get(sockets::PEER_HEADER).ok().flatten();
        let peer: Peer = serde_json::from_str(&peer.unwrap_or_default()).map_err(|_| Refusal::NotSignedIn)?;
        let known = self.load().await;
        let refuse = |why| Ok(sockets::refuse(request, &Down::Refused { code: why, client_ref: None }, why));
        match known {
            Ok(true) => {}
            Ok(false) => return refuse(Refusal::NoSuchChat),
            Err(fault) => return refuse(failed(&fault)),
        }
        let (conn, response) = self.sockets.accept(&self.state, &peer).map_err(|fault| failed(&fault))?;
        self.happened(Event::Connected { conn, peer }).await.map_err(|fault| failed(&fault))?;
        Ok(Ok(response))
    }

    /// What a socket would carry, in a request.
    async fn exchange(&self, given: Exchange) -> Exchanged {
        let refused =
            |why| exchange::refused(&Down::Refused { code: why, client_ref: None }, sockets::code(why));
        match self.load().await {
            Ok(true) => {}
            Ok(false) => return refused(Refusal::NoSuchChat),
            Err(fault) => return refused(failed(&fault)),
        }
        self.heard(given).await.unwrap_or_else(|fault| refused(failed(&fault)))
    }

    async fn heard(&self, Exchange { line, begins, frames, listens }: Exchange) -> Result<Exchanged> {
        let lines = &self.sockets.lines;
        for conn in lines.left(now()) {
            self.happened(Event::Disconnected { conn }).await?;
        }
        let conn = match lines.find(&line) {
            Some(conn) => conn,
            None if begins => {
                let conn = self.sockets.begin(line, now());
                self.happened(Event::Connected { conn, peer: Peer::Stranger }).await?;
                conn
            }
            None => return Ok(exchange::lost()),
        };
        for frame in frames {
            self.happened(Event::Frame { conn, frame: session::decode(&frame) }).await?;
        }
        Ok(if listens { lines.listen(conn, now).await } else { Exchanged::default() })
    }

    async fn gone(&self, socket: &WebSocket) -> Result<()> {
        let Some(conn) = sockets::number(socket) else { return Ok(()) };
        self.sockets.forget(conn);
        if self.loaded.borrow().is_some() {
            self.happened(Event::Disconnected { conn }).await?;
        }
        Ok(())
    }

    /// A resident starts this chat; asked again, nothing more happens.
    async fn open(&self, Open { chat, start, ticket }: Open) -> Result<Opened> {
        if self.load().await? {
            return Ok(Opened::There);
        }
        let settings = self.settings()?;
        let Ticket { day, until } = ticket;
        if now() >= until {
            // Its key is about to be destroyed, or already is and must not be made again.
            return Ok(Opened::Late);
        }
        let day_key = keys::find_or_make(&self.env, &settings, &Half::Day(day.clone())).await?;
        if self.loaded.borrow().is_some() {
            return Ok(Opened::There);
        }
        let now = now();
        if now >= until {
            return Ok(Opened::Late);
        }
        let key = ChatKey::new(random::bytes()?);
        let wrapped = day_key.wrap(&key, &chat, random::bytes()?).map_err(broken)?;
        let record = Record::new(chat, start.topic, start.language, now, until);
        let stored = serde_json::to_string(&record)?;
        let (session, effects) = Session::open(context(&settings), now, record);
        let first = || {
            let sql = self.state.storage().sql();
            storage::migrate(&sql, sql::STEPS, now)?;
            let values = vec![day.0.as_str().into(), wrapped.clone().into(), stored.as_str().into()];
            run(&sql, sql::OPEN_CHAT, values)
        };
        *self.loaded.borrow_mut() = Some(Loaded { session, key });
        self.carry_out(&settings, effects, first).await?;
        Ok(Opened::There)
    }

    /// Makes sure the chat is in memory; answers whether there is one.
    async fn load(&self) -> Result<bool> {
        if self.loaded.borrow().is_some() {
            return Ok(true);
        }
        let sql = self.state.storage().sql();
        if !storage::exists(&sql)? {
            return Ok(false);
        }
        storage::migrate(&sql, sql::STEPS, now())?;
        let settings = self.settings()?;
        let chat = rows(&sql, sql::READ_CHAT)?;
        let Some(row) = chat.first() else { return Ok(false) };
        let record: Record = serde_json::from_str(row.text(2)?)?;
        let half = match row.text(0)? {
            sql::CASE => Half::Case(record.chat.clone()),
            day => Half::Day(Day(day.to_owned())),
        };
        let Some(wrapping) = keys::find(&self.env, &settings, &half).await? else {
            return Ok(false);
        };
        // While the key was on its way another event may have done the same.
        if self.loaded.borrow().is_some() {
            return Ok(true);
        }
        let key = wrapping.unwrap(row.bytes(1)?, &record.chat).map_err(broken)?;
        let lines = rows(&sql, sql::READ_LINES)?;
        let lines =
            lines.iter().map(|row| read_line(row, &settings, &record.chat, &key)).collect::<Result<_>>()?;
        let got = rows(&sql, sql::READ_RECEIPTS)?;
        let got = got.first().map_or(Ok(Receipts::default()), |row| {
            Ok::<_, Error>(Receipts { resident: Seq(row.number(0)?), staff: Seq(row.number(1)?) })
        })?;
        let calls = rows(&sql, sql::READ_CALLS)?;
        let calls = calls
            .iter()
            .map(|row| Ok((row.number(0)?, serde_json::from_str(row.text(1)?)?)))
            .collect::<Result<_>>()?;
        let peers = self.sockets.recall(&self.state);
        let session = Session::restore(context(&settings), record, lines, got, calls, peers);
        *self.loaded.borrow_mut() = Some(Loaded { session, key });
        Ok(true)
    }

    /// Hands an event to the session and does what it answers. Calls to the desk are awaited, and their outcome is the next
    /// event.
    async fn happened(&self, event: Event) -> Result<Replies> {
        let settings = self.settings()?;
        let now = now();
        let effects = match &mut *self.loaded.borrow_mut() {
            Some(loaded) => loaded.session.handle(context(&settings), now, event),
            None => return Ok(Replies::default()),
        };
        self.carry_out(&settings, effects, || Ok(())).await
    }

    async fn carry_out(
        &self,
        settings: &Settings,
        effects: Vec<Effect>,
        first: impl Fn() -> Result<()>,
    ) -> Result<Replies> {
        let mut todo = self.commit(settings, effects, first)?;
        self.schedule().await?;
        while let Some(call) = todo.calls.pop_front() {
            let ok = self.call(&call).await.is_ok();
            let effects = match &mut *self.loaded.borrow_mut() {
                Some(loaded) => {
                    loaded.session.handle(context(settings), now(), Event::Called { id: call.id, ok })
                }
                None => break,
            };
            let more = self.commit(settings, effects, || Ok(()))?;
            todo.calls.extend(more.calls);
            todo.shred |= more.shred;
            todo.forget |= more.forget;
            self.schedule().await?;
        }
        if todo.forget && self.is_forgotten().await {
            let effects = match &mut *self.loaded.borrow_mut() {
                Some(loaded) => loaded.session.handle(context(settings), now(), Event::Forgotten),
                None => Vec::new(),
            };
            todo.shred |= self.commit(settings, effects, || Ok(()))?.shred;
        }
        if todo.shred {
            self.shred().await?;
            todo.replies.purged = Some(Purged::Gone);
        }
        Ok(todo.replies)
    }

    /// The purge asks the chat to go.
    async fn day_over(&self, asked: DayOver) -> Result<Purged> {
        if !self.load().await? {
            // Nothing there, or nothing that could ever be opened again.
            self.shred().await?;
            return Ok(Purged::Gone);
        }
        if now() >= asked.next.until {
            // Asked so late that the next day is over, too: its key may be destroyed and must not be made again.
            return Ok(Purged::NotYet);
        }
        // Where it goes on, the next day's key has to be at hand when the transaction is made.
        let next = Half::Day(asked.next.day.clone());
        keys::find_or_make(&self.env, &*self.settings()?, &next).await?;
        Ok(self.happened(Event::DayOver(asked)).await?.purged.unwrap_or(Purged::NotYet))
    }

    /// Has the records note that the resident wanted the chat forgotten. What does not reach them is tried again.
    async fn is_forgotten(&self) -> bool {
        let chat = self.loaded.borrow().as_ref().map(|loaded| loaded.session.record().chat.clone());
        let Some(chat) = chat else { return false };
        let told = post(&self.env, "RECORDS", super::records::CITY, "/forget", &chat).await;
        told.map_err(|fault| failed(&fault)).is_ok()
    }

    /// A member of staff marks the chat for retention. Its case is there first, so that it is never kept without a clock.
    async fn mark(&self, mark: Mark) -> std::result::Result<(), Refusal> {
        let wrong = |fault| failed(&fault);
        if !self.load().await.map_err(wrong)? {
            return Err(Refusal::NoSuchChat);
        }
        let settings = settings(&self.env)?;
        let may = match &*self.loaded.borrow() {
            Some(loaded) => loaded
                .session
                .may_be_marked(&settings.city.policy, &mark)
                .map(|()| loaded.session.record().chat.clone()),
            None => Err(Refusal::TryAgain),
        };
        let chat = may?;
        let marked = Marked { chat: chat.clone(), by: mark.staff.clone(), reason: mark.reason };
        post(&self.env, "CASES", chat.as_str(), "/mark", &marked).await.map_err(wrong)?;
        // The case's key has to be at hand when the transaction is made.
        keys::find_or_make(&self.env, &settings, &Half::Case(chat)).await.map_err(wrong)?;
        let replies = self.happened(Event::Marked(mark)).await.map_err(wrong)?;
        replies.done.unwrap_or(Err(Refusal::TryAgain))
    }

    /// The case for which the chat was kept needs it no longer.
    async fn release(&self) -> Result<Purged> {
        if self.load().await? {
            return Ok(self.happened(Event::Released).await?.purged.unwrap_or(Purged::NotYet));
        }
        self.shred().await?;
        Ok(Purged::Gone)
    }

    /// Deletes everything there is of the chat.
    async fn shred(&self) -> Result<()> {
        *self.loaded.borrow_mut() = None;
        self.sockets.end(Refusal::NoSuchChat);
        self.alarm.rang();
        self.state.storage().delete_all().await
    }

    /// Everything that has to happen without a pause: the writes in one transaction, then the sends.
    fn commit(
        &self,
        settings: &Settings,
        effects: Vec<Effect>,
        first: impl Fn() -> Result<()>,
    ) -> Result<Todo> {
        let written = storage::commit(&self.state, &self.loaded, || {
            first()?;
            let loaded = self.loaded.borrow();
            let Some(loaded) = &*loaded else { return Ok(()) };
            for write in effects.iter().filter_map(Effect::write) {
                self.write(settings, loaded, write)?;
            }
            Ok(())
        });
        // The clients start again from what is stored too.
        written.inspect_err(|_| self.sockets.restart())?;
        let mut todo = Todo::default();
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Remember { conn, peer } => self.sockets.remember(conn, &peer),
                Effect::Send { conn, frame } => self.sockets.send(conn, &frame),
                Effect::Close { conn, why } => self.sockets.close(conn, why),
                Effect::Call(call) => todo.calls.push_back(call),
                Effect::Reply(verdict) => todo.replies.verdict = Some(verdict),
                Effect::Purged(purged) => todo.replies.purged = Some(purged),
                Effect::Marked(done) | Effect::Surveyed(done) => todo.replies.done = Some(done),
                Effect::Forget => todo.forget = true,
                Effect::Shred => todo.shred = true,
            }
        }
        Ok(todo)
    }

    fn write(&self, settings: &Settings, loaded: &Loaded, write: &Write) -> Result<()> {
        let sql = self.state.storage().sql();
        match write {
            Write::Record(record) => run(&sql, sql::SAVE_RECORD, vec![serde_json::to_string(record)?.into()]),
            Write::Line(line) => {
                let LogEvent { seq, at, client_ref, body } = &line.event;
                let city = &settings.city.policy.city.id;
                let place = Place { city, chat: &loaded.session.record().chat, seq: *seq };
                let sealed =
                    loaded.key.seal(&place, &serde_json::to_vec(body)?, random::bytes()?).map_err(broken)?;
                let client_ref: SqlStorageValue = client_ref.as_ref().map(ClientRef::as_str).into();
                let struck = i32::from(line.struck);
                run(
                    &sql,
                    sql::SAVE_LINE,
                    vec![number(seq.0), at.0.into(), client_ref, struck.into(), sealed.into()],
                )
            }
            Write::Receipts(Receipts { resident, staff }) => {
                run(&sql, sql::SAVE_RECEIPTS, vec![number(resident.0), number(staff.0)])
            }
            Write::Call(Call { id, message }) => {
                run(&sql, sql::SAVE_CALL, vec![number(*id), serde_json::to_string(message)?.into()])
            }
            Write::Called(id) => run(&sql, sql::DELETE_CALL, vec![number(*id)]),
            Write::Day(day) => self.rewrap(loaded, &Half::Day(day.clone()), &day.0),
            Write::Case => self.rewrap(loaded, &Half::Case(loaded.session.record().chat.clone()), sql::CASE),
        }
    }

    /// Wraps the chat's key under another, which has been asked for before.
    fn rewrap(&self, loaded: &Loaded, under: &Half, named: &str) -> Result<()> {
        let key = keys::at_hand(under).ok_or_else(|| broken(VaultError::Secret))?;
        let chat = &loaded.session.record().chat;
        let wrapped = key.wrap(&loaded.key, chat, random::bytes()?).map_err(broken)?;
        run(&self.state.storage().sql(), sql::REWRAP_CHAT, vec![named.into(), wrapped.into()])
    }

    async fn schedule(&self) -> Result<()> {
        let due = self.loaded.borrow().as_ref().and_then(|loaded| loaded.session.poll_timeout());
        self.alarm.move_to(&self.state, due.map(|(due, _)| due)).await
    }

    async fn call(&self, Call { message, .. }: &Call) -> Result<()> {
        post::<ToDesk>(&self.env, "DESKS", super::desk::LINE, "/call", message).await.map(drop)
    }

    fn settings(&self) -> Result<std::rc::Rc<Settings>> {
        settings(&self.env).map_err(|why| Error::from(why.code()))
    }
}

/// Closes a socket whose chat cannot be had, saying why.
fn turn_away(socket: &WebSocket, why: Refusal) {
    let _gone = socket.send(&Down::Refused { code: why, client_ref: None });
    let _gone = socket.close(Some(sockets::code(why)), Some(why.code()));
}

/// What is left to do after a commit.
#[derive(Default)]
struct Todo {
    calls: VecDeque<Call>,
    replies: Replies,
    forget: bool,
    shred: bool,
}

/// What whoever called is answered.
#[derive(Default)]
struct Replies {
    verdict: Option<Verdict>,
    purged: Option<Purged>,
    /// Whether what was asked for was done.
    done: Option<std::result::Result<(), Refusal>>,
}

fn context(settings: &Settings) -> Context<'_> {
    Context { policy: &settings.city.policy, tokens: &settings.resident_key }
}

fn read_line(row: &Row, settings: &Settings, chat: &SessionId, key: &ChatKey) -> Result<Line> {
    let seq = Seq(row.number(0)?);
    let place = Place { city: &settings.city.policy.city.id, chat, seq };
    let plain = key.open(&place, row.bytes(4)?).map_err(broken)?;
    // The reason would quote what is in the line, and reasons are logged.
    let body: Body = str::from_utf8(&plain)
        .ok()
        .and_then(|plain| serde_json::from_str(plain).ok())
        .ok_or_else(|| Error::from("a line of the log is of no known shape"))?;
    let client_ref = row.text_or_null(2)?.and_then(|text| ClientRef::parse(text).ok());
    let event = LogEvent { seq, at: Millis(row.int(1)?), client_ref, body };
    Ok(Line { event, struck: row.int(3)? != 0 })
}

fn number(value: u32) -> SqlStorageValue {
    SqlStorageValue::Integer(value.into())
}

fn broken(fault: crate::vault::VaultError) -> Error {
    Error::from(fault.to_string())
}

fn failed(fault: &Error) -> Refusal {
    worker::console_error!("chat: {}", fault.to_string());
    Refusal::TryAgain
}

/// Posts to another object and answers what it says; anything but success is an error.
pub async fn post<B: Serialize>(
    env: &Env,
    namespace: &str,
    name: &str,
    path: &str,
    body: &B,
) -> Result<Response> {
    let response = ask(env, namespace, name, path, body).await?;
    match response.status_code() {
        200..=299 => Ok(response),
        status => Err(Error::from(format!("{namespace} answered {status}"))),
    }
}

/// Posts to another object and answers whatever it says.
pub async fn ask<B: Serialize>(
    env: &Env,
    namespace: &str,
    name: &str,
    path: &str,
    body: &B,
) -> Result<Response> {
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_body(Some(serde_json::to_string(body)?.into()));
    let request = Request::new_with_init(&format!("https://object{path}"), &init)?;
    let stub = env.durable_object(namespace)?.get_by_name(name)?;
    stub.fetch_with_request(request).await
}
