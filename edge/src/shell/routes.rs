//! Addresses of the Worker. docs/protocol.md lists them for people.

mod messages;

use super::answer::{self, body, body_within, json};
use super::chat_session::{Open, ask, post};
use super::desk::LINE;
use super::exchange;
use super::records::CITY;
use super::settings::{Settings, settings};
use super::sockets::{self, PEER_HEADER};
use super::staff::SignedIn;
use super::storage::now;
use crate::between::{Mark, Opened, Ticket};
use crate::casework::{Step, Taken, is_open_to};
use crate::desk::Seat;
use crate::identity::{Act, Actor, ResidentToken, State, authorize, chat_id};
use crate::session::Peer;
use futures_util::future::ready;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::Serialize;
use shared::id::{CityId, SessionId};
use shared::ledger::Transparency;
use shared::refusal::Refusal;
use shared::wire::v1::{
    Answers, CaseCard, Decide, DeskDown, Down, Exchange, Exchanged, MarkForRetention, Problem as Answered,
    RetentionReason, Snapshot, StartChat, StartedChat,
};
use std::time::Duration;
use worker::{Env, Error, Headers, Method, Request, Response, Result, Url};

/// Where the page of the chat lies among the assets.
const PAGE: &str = "/v1/app/";
/// Cases that are asked for their card at the same time: as many connections as one request may have open.
const CASES_AT_ONCE: usize = 6;

/// A request with what is known about it.
pub(super) struct Call {
    pub(super) request: Request,
    pub(super) env: Env,
    pub(super) url: Url,
    pub(super) settings: std::rc::Rc<Settings>,
}

/// Answers one request.
pub async fn answer(request: Request, env: Env) -> Result<Response> {
    let url = request.url()?;
    let origin = request.headers().get("origin")?;
    let settings = match settings(&env) {
        Ok(settings) => settings,
        Err(why) => return answer::refusal(why),
    };
    let city_origin = origin.filter(|origin| settings.is_city_origin(origin));
    let is_preflight = request.method() == Method::Options;
    let call = Call { request, env, url, settings };
    let response = if is_preflight && city_origin.is_some() {
        Response::empty()?.with_status(204)
    } else {
        match call.route().await {
            Ok(response) => response,
            Err(Problem::Refused(why)) => answer::refusal(why)?,
            Err(Problem::Broken(fault)) => {
                worker::console_error!("request: {}", fault.to_string());
                answer::refusal(Refusal::TryAgain)?
            }
        }
    };
    if let Some(origin) = city_origin.filter(|_| response.status_code() != 101) {
        answer::allow(response.headers(), &origin)?;
    }
    Ok(response)
}

/// Why a request has no answer of its own.
pub(super) enum Problem {
    /// Rotunda says no.
    Refused(Refusal),
    /// Something is broken; what it is goes to the log, once, and is no business of the client.
    Broken(Error),
}

impl From<Refusal> for Problem {
    fn from(why: Refusal) -> Self {
        Self::Refused(why)
    }
}

impl From<Error> for Problem {
    fn from(fault: Error) -> Self {
        Self::Broken(fault)
    }
}

pub(super) type Answer = std::result::Result<Response, Problem>;

impl Call {
    async fn route(mut self) -> Answer {
        let path = self.url.path().to_owned();
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        match (self.request.method(), segments.as_slice()) {
            (Method::Get, ["v1", "city"]) => self.face().await,
            (Method::Get, ["v1", "city", id]) => {
                self.served(id)?;
                self.face().await
            }
            (Method::Get, ["transparency"]) => self.transparency_page().await,
            (Method::Get, ["v1", "transparency"]) => Ok(json(&self.transparency().await?)?),
            (Method::Get, ["v1", "app"]) => self.page().await,
            (Method::Get, ["c", id]) => {
                self.served(id)?;
                self.page().await
            }
            (Method::Post, ["v1", "chats"]) => self.start_chat().await,
            (Method::Get, ["v1", "chats", chat, "socket"]) => self.resident_socket(chat).await,
            (Method::Post, ["v1", "chats", chat, "exchange"]) => self.exchange(chat).await,
            (Method::Get, ["v1", "chats", chat, "staff"]) => self.staff_socket(chat).await,
            (Method::Post, ["v1", "chats", chat, "retention"]) => self.mark(chat).await,
            (Method::Post, ["v1", "chats", chat, "survey"]) => self.survey(chat).await,
            (Method::Post, ["v1", "messages"]) => self.leave_message().await,
            (Method::Get, ["v1", "messages"]) => self.messages().await,
            (Method::Post, ["v1", "messages", id, "step"]) => self.message_step(id).await,
            (Method::Post, ["v1", "messages", id, "words"]) => self.message_words(id).await,
            (Method::Get, ["v1", "cases"]) => self.cases().await,
            (Method::Post, ["v1", "cases", chat, "transcript"]) => self.case_transcript(chat).await,
            (Method::Post, ["v1", "cases", chat, "evaluation"]) => self.case_step(chat, Step::TakeUp).await,
            (Method::Post, ["v1", "cases", chat, "decision"]) => {
                let Decide { decision } = body(&mut self.request).await?;
                self.case_step(chat, Step::Decide(decision)).await
            }
            (Method::Get, ["v1", "desk"]) => self.desk_socket().await,
            (Method::Get, ["v1", "staff", "me"]) => self.me().await,
            (Method::Get, ["v1", "staff", "book"]) => self.book().await,
            (Method::Get, ["v1", "staff", "policy"]) => self.policy().await,
            (Method::Get, ["v1", "staff", "accesses"]) => self.accesses().await,
            (Method::Get, ["v1", "staff", "doors"]) => self.doors_sheet().await,
            (Method::Post, ["v1", "staff", "doors"]) => self.change_doors().await,
            (Method::Get, ["v1", "staff", "sign-in"]) => self.begin_sign_in().await,
            (Method::Get, ["v1", "staff", "callback"]) => self.finish_sign_in().await,
            (Method::Post, ["v1", "staff", "sign-in"]) => self.sample_sign_in().await,
            (Method::Post, ["v1", "staff", "sign-out"]) => self.sign_out(),
            (
                _,
                [
                    "v1",
                    "cases" | "city" | "app" | "chats" | "desk" | "messages" | "staff" | "transparency",
                    ..,
                ],
            ) => Err(if self.request.method() == Method::Get {
                Refusal::NotFound
            } else {
                Refusal::WrongMethod
            }
            .into()),
            _ => Err(Refusal::NotFound.into()),
        }
    }

    /// Refuses every other city than the one of this deployment.
    fn served(&self, id: &str) -> std::result::Result<(), Refusal> {
        let served = &self.settings.city.policy.city.id;
        if CityId::parse(id).is_ok_and(|id| id == *served) { Ok(()) } else { Err(Refusal::NotFound) }
    }

    /// The page of the chat, inside the frame or by itself, as it lies among the assets; only the city's own pages may frame
    /// it. Without scripts it still says whom to call.
    async fn page(&self) -> Answer {
        let mut page = self.url.clone();
        page.set_path(PAGE);
        page.set_query(None);
        let mut asset = self.env.assets("ASSETS")?.fetch(page.as_str(), None).await?;
        let headers = Headers::new();
        // What speaks of the asset's very bytes does not hold for what is sent.
        for (name, value) in
            asset.headers().entries().filter(|(name, _)| name != "content-length" && name != "etag")
        {
            headers.append(&name, &value)?;
        }
        let ancestors = self.settings.city_origins().collect::<Vec<_>>().join(" ");
        headers.append("content-security-policy", &format!("frame-ancestors 'self' {ancestors}"))?;
        let contact = &self.settings.city.policy.contact;
        let html = asset.text().await?.replace("%ROTUNDA_OFFICE%", &dialled(&contact.office.value));
        Ok(Response::from_bytes(html.into_bytes())?.with_status(asset.status_code()).with_headers(headers))
    }

    /// What anyone may know of how long chats are kept (EM-RET-A).
    async fn transparency(&self) -> std::result::Result<Transparency, Problem> {
        let stub = self.env.durable_object("RECORDS")?.get_by_name(CITY)?;
        Ok(stub.fetch_with_str("https://object/transparency").await?.json().await?)
    }

    async fn transparency_page(&self) -> Answer {
        let seen = self.transparency().await?;
        let html = crate::purge::page(&seen, |at| self.settings.city.date_and_time(at));
        let response = Response::from_html(html)?;
        let headers = response.headers();
        headers.set("cache-control", "no-store")?;
        headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")?;
        headers.set("x-content-type-options", "nosniff")?;
        Ok(response)
    }

    async fn start_chat(&mut self) -> Answer {
        self.resident_origin()?;
        let start: StartChat = body(&mut self.request).await?;
        let policy = &self.settings.city.policy;
        if policy.topic(&start.topic).is_none() || !policy.city.languages.contains(&start.language) {
            return Err(Refusal::BadFrame.into());
        }
        let chat = chat_id(&self.settings.chat_key, &start.client_ref);
        let doors = self.doors().await?;
        if !self.settings.city.openings(doors, &start.topic, now()).is_open(now()) {
            return Err(Refusal::Closed.into());
        }
        let lasts = Duration::from_secs(policy.chat.token_seconds.value.into());
        let token =
            ResidentToken { city: policy.city.id.clone(), chat: chat.clone(), expires: now().after(lasts) };
        let signed =
            token.sign(&self.settings.resident_key).map_err(|fault| Error::from(fault.to_string()))?;
        // No chat begins that the records do not know: they see to its end.
        let ticket = self.ticket("/begin", &chat).await?;
        let mut open = Open { chat: chat.clone(), start, ticket };
        if self.open(&open).await? == Opened::Late {
            open.ticket = self.ticket("/begin-late", &chat).await?;
            if self.open(&open).await? == Opened::Late {
                return Err(Refusal::TryAgain.into());
            }
        }
        Ok(json(&StartedChat { chat, token: signed, expires: token.expires })?)
    }

    /// Under which day's key a chat may begin.
    async fn ticket(&self, path: &str, chat: &SessionId) -> std::result::Result<Ticket, Problem> {
        let mut answer = ask(&self.env, "RECORDS", CITY, path, chat).await?;
        match answer.status_code() {
            200 => Ok(answer.json().await?),
            // Its resident has had it deleted; what is asked here is a repetition.
            404 => Err(Refusal::NoSuchChat.into()),
            status => Err(Error::from(format!("RECORDS answered {status}")).into()),
        }
    }

    async fn open(&self, open: &Open) -> Result<Opened> {
        post(&self.env, "SESSIONS", open.chat.as_str(), "/open", open).await?.json().await
    }

    /// A member of staff marks a chat for retention (EM-RET-B-a-i-1).
    async fn mark(&mut self, chat: &str) -> Answer {
        let SignedIn { id: staff, role, .. } = self.signed_in().await?;
        let MarkForRetention { reason } = body(&mut self.request).await?;
        let chat = SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)?;
        self.pass_on("SESSIONS", &chat, "/mark", &Mark { staff, role, reason }).await
    }

    /// A resident answers the questions after their chat (CS-D-1); the chat knows its own.
    async fn survey(&mut self, chat: &str) -> Answer {
        self.resident_origin()?;
        let given: Answers = body(&mut self.request).await?;
        let chat = SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)?;
        self.pass_on("SESSIONS", &chat, "/survey", &given).await
    }

    /// The member of staff who calls, to whom cases of some kind are open. Browsers name no origin where they only read; then the
    /// cookie, which is sent to no page but our own, has to do.
    async fn judge(&self) -> std::result::Result<SignedIn, Problem> {
        let reads = self.request.method() == Method::Get;
        let judge = if reads { self.session().await? } else { self.signed_in().await? };
        let may = RetentionReason::ALL.into_iter().any(|reason| is_open_to(judge.role, reason).is_ok());
        if may { Ok(judge) } else { Err(Refusal::NotPermitted.into()) }
    }

    /// Every case that is open to who asks, without the words of its chat.
    async fn cases(&self) -> Answer {
        let SignedIn { role, .. } = self.judge().await?;
        let records = self.env.durable_object("RECORDS")?.get_by_name(CITY)?;
        let held: Vec<SessionId> = records.fetch_with_str("https://object/held").await?.json().await?;
        let cards: Vec<CaseCard> = stream::iter(held)
            .map(|chat| async move { self.case_card(&chat).await })
            .buffered(CASES_AT_ONCE)
            .try_filter_map(|card: Option<CaseCard>| {
                ready(Ok(card.filter(|card| is_open_to(role, card.reason).is_ok())))
            })
            .try_collect()
            .await?;
        Ok(json(&cards)?)
    }

    /// What the list says of one case; nothing of one that has just gone.
    async fn case_card(&self, chat: &SessionId) -> Result<Option<CaseCard>> {
        let case = self.env.durable_object("CASES")?.get_by_name(chat.as_str())?;
        let mut answered = case.fetch_with_str("https://object/card").await?;
        if answered.status_code() == 200 { Ok(Some(answered.json().await?)) } else { Ok(None) }
    }

    async fn case_step(&self, chat: &str, step: Step) -> Answer {
        let SignedIn { id: by, role, .. } = self.judge().await?;
        let chat = SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)?;
        self.pass_on("CASES", &chat, "/step", &Taken { by, role, step }).await
    }

    /// The transcript of a case. That it is read, and by whom, is on record before a word of it is given out.
    async fn case_transcript(&self, chat: &str) -> Answer {
        self.case_step(chat, Step::Open).await?;
        let chat = SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)?;
        let stub = self.env.durable_object("SESSIONS")?.get_by_name(chat.as_str())?;
        let mut answered = stub.fetch_with_str("https://object/held").await?;
        if answered.status_code() != 200 {
            return Err(Refusal::NoSuchChat.into());
        }
        let transcript: Snapshot = answered.json().await?;
        Ok(json(&transcript)?)
    }

    /// Posts to an object whose refusals are the answer.
    async fn pass_on<B: Serialize>(&self, to: &str, chat: &SessionId, path: &str, what: &B) -> Answer {
        let mut answered = ask(&self.env, to, chat.as_str(), path, what).await?;
        if answered.status_code() < 300 {
            return Ok(Response::empty()?);
        }
        let Answered { code, .. } = answered.json().await?;
        Err(code.into())
    }

    async fn resident_socket(&self, chat: &str) -> Answer {
        let opened = self.upgrade().and_then(|()| {
            self.resident_origin()?;
            SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)
        });
        match opened {
            Ok(chat) => self.hand_over("SESSIONS", chat.as_str(), &Peer::Stranger).await,
            Err(why) => self.refuse_socket(&Down::Refused { code: why, client_ref: None }, why),
        }
    }

    /// What the resident's socket would carry, where the network lets none through.
    async fn exchange(&mut self, chat: &str) -> Answer {
        self.resident_origin()?;
        let given: Exchange = body_within(&mut self.request, exchange::MAX_BYTES).await?;
        let chat = SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat)?;
        let mut answered = post(&self.env, "SESSIONS", chat.as_str(), "/exchange", &given).await?;
        Ok(json(&answered.json::<Exchanged>().await?)?)
    }

    async fn staff_socket(&self, chat: &str) -> Answer {
        let chat = self.upgrade().and_then(|()| SessionId::parse(chat).map_err(|_| Refusal::NoSuchChat));
        let opened = match chat {
            Ok(chat) => self.signed_in().await.map(|SignedIn { id, role, .. }| {
                (chat, Peer::Staff { id, role, greeted: false, reads: false })
            }),
            Err(why) => Err(why.into()),
        };
        match refused(opened)? {
            Ok((chat, peer)) => self.hand_over("SESSIONS", chat.as_str(), &peer).await,
            Err(why) => self.refuse_socket(&Down::Refused { code: why, client_ref: None }, why),
        }
    }

    async fn desk_socket(&self) -> Answer {
        let opened = match self.upgrade() {
            Ok(()) => self.signed_in().await,
            Err(why) => Err(why.into()),
        };
        let opened = refused(opened)?.and_then(|staff| {
            authorize(Actor::Staff { role: staff.role, assigned: false }, Act::SeeDesk, State::Apart)?;
            let (card, languages, topics) = (staff.card(), staff.languages, staff.topics);
            Ok(Seat { id: staff.id, role: staff.role, card, languages, topics, heard: None, touched: None })
        });
        match opened {
            Ok(seat) => self.hand_over("DESKS", LINE, &seat).await,
            Err(why) => self.refuse_socket(&DeskDown::Refused { code: why }, why),
        }
    }

    /// Gives a WebSocket to the object it is for, with who is at the other end.
    async fn hand_over<P: Serialize>(&self, namespace: &str, name: &str, peer: &P) -> Answer {
        let request = self.request.clone_mut()?;
        request.headers().set(PEER_HEADER, &serde_json::to_string(peer).map_err(Error::from)?)?;
        let stub = self.env.durable_object(namespace)?.get_by_name(name)?;
        Ok(stub.fetch_with_request(request).await?)
    }

    fn refuse_socket<F: Serialize>(&self, frame: &F, why: Refusal) -> Answer {
        if sockets::is_upgrade(&self.request)? {
            Ok(sockets::refuse(&self.request, frame, why)?)
        } else {
            Err(why.into())
        }
    }

    fn upgrade(&self) -> std::result::Result<(), Refusal> {
        let speaks = sockets::is_upgrade(&self.request).unwrap_or(false)
            && sockets::wants_protocol(&self.request).unwrap_or(false);
        if speaks { Ok(()) } else { Err(Refusal::UpgradeRequired) }
    }

    pub(super) fn origin(&self) -> Option<String> {
        self.request.headers().get("origin").ok().flatten()
    }

    pub(super) fn own_origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    pub(super) fn own_page(&self) -> std::result::Result<(), Refusal> {
        if self.origin() == Some(self.own_origin()) { Ok(()) } else { Err(Refusal::WrongOrigin) }
    }

    /// The frame, which is our own page, or a page of the city with the chat inline.
    fn resident_origin(&self) -> std::result::Result<(), Refusal> {
        let origin = self.origin().ok_or(Refusal::WrongOrigin)?;
        let known = origin == self.own_origin() || self.settings.is_city_origin(&origin);
        if known { Ok(()) } else { Err(Refusal::WrongOrigin) }
    }
}

/// A refusal is something to say on a socket; what is broken is not.
fn refused<T>(
    opened: std::result::Result<T, Problem>,
) -> std::result::Result<std::result::Result<T, Refusal>, Problem> {
    match opened {
        Ok(opened) => Ok(Ok(opened)),
        Err(Problem::Refused(why)) => Ok(Err(why)),
        Err(broken @ Problem::Broken(_)) => Err(broken),
    }
}

/// A telephone number as it can stand in a page, whatever else the policy may say.
fn dialled(number: &str) -> String {
    number.chars().filter(|sign| sign.is_ascii_digit() || "+-() .".contains(*sign)).collect()
}
