//! The connections of one object, most of them WebSockets. Who is at the other end is kept with each socket, so it is known again
//! after a sleep.

use super::exchange::{self, Lines};
use crate::session::ConnId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shared::id::ClientRef;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{MAX_FRAME_BYTES, PING, PONG, PROTOCOL};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use worker::{
    Request, Response, Result, State, WebSocket, WebSocketIncomingMessage, WebSocketPair,
    WebSocketRequestResponsePair,
};

/// The header in which the Worker tells an object who is calling. It is set there, never taken from outside.
pub const PEER_HEADER: &str = "x-rotunda-peer";

/// What is kept with a socket.
#[derive(Serialize, Deserialize)]
struct Attachment<P> {
    conn: u32,
    peer: P,
}

/// The connections that are open, by the number the engine knows them under.
#[derive(Default)]
pub struct Sockets {
    open: RefCell<BTreeMap<ConnId, WebSocket>>,
    /// Those that are no sockets.
    pub lines: Lines,
    last: Cell<u32>,
}

impl Sockets {
    /// Finds the sockets that have outlived the object's sleep, with who is at the other end.
    pub fn recall<P: DeserializeOwned>(&self, state: &State) -> Vec<(ConnId, P)> {
        let mut known = Vec::new();
        for socket in state.get_websockets() {
            if let Ok(Some(Attachment { conn, peer })) = socket.deserialize_attachment::<Attachment<P>>() {
                self.last.set(self.last.get().max(conn));
                self.open.borrow_mut().insert(ConnId(conn), socket);
                known.push((ConnId(conn), peer));
            }
        }
        known
    }

    /// Accepts a socket. Answers its number and what the request is to be answered with.
    pub fn accept<P: Serialize>(&self, state: &State, peer: &P) -> Result<(ConnId, Response)> {
        let WebSocketPair { client, server } = WebSocketPair::new()?;
        state.accept_web_socket(&server);
        state.set_websocket_auto_response(&WebSocketRequestResponsePair::new(PING, PONG)?);
        let conn = self.next();
        server.serialize_attachment(Attachment { conn: conn.0, peer })?;
        self.open.borrow_mut().insert(conn, server);
        let response = Response::from_websocket(client)?;
        response.headers().set("sec-websocket-protocol", PROTOCOL)?;
        Ok((conn, response))
    }

    /// Begins a connection by requests.
    pub fn begin(&self, line: ClientRef, now: Millis) -> ConnId {
        let conn = self.next();
        self.lines.begin(conn, line, now);
        conn
    }

    fn next(&self) -> ConnId {
        let conn = self.last.get().saturating_add(1);
        self.last.set(conn);
        ConnId(conn)
    }

    /// Keeps who is at the other end. A socket that is gone needs no memory.
    pub fn remember<P: Serialize>(&self, conn: ConnId, peer: &P) {
        if let Some(socket) = self.open.borrow().get(&conn) {
            let _gone = socket.serialize_attachment(Attachment { conn: conn.0, peer });
        }
    }

    /// Sends a frame. A connection that is gone takes nothing: its client asks again when it comes back.
    pub fn send<F: Serialize>(&self, conn: ConnId, frame: &F) {
        if self.lines.send(conn, frame) {
            return;
        }
        if let Some(socket) = self.open.borrow().get(&conn) {
            let _gone = socket.send(frame);
        }
    }

    /// Closes a connection, saying why.
    pub fn close(&self, conn: ConnId, why: Refusal) {
        if self.lines.close(conn, code(why)) {
            return;
        }
        if let Some(socket) = self.open.borrow_mut().remove(&conn) {
            let _gone = socket.close(Some(code(why)), Some(why.code()));
        }
    }

    /// A socket has closed.
    pub fn forget(&self, conn: ConnId) {
        self.open.borrow_mut().remove(&conn);
    }

    /// Closes every connection for good: there is nothing any more to come back to.
    pub fn end(&self, why: Refusal) {
        self.lines.close_all(code(why));
        let open = std::mem::take(&mut *self.open.borrow_mut());
        for socket in open.into_values() {
            let _gone = socket.close(Some(code(why)), Some(why.code()));
        }
    }

    /// Closes every connection: the clients come back to an object that starts from what is stored.
    pub fn restart(&self) {
        self.lines.close_all(exchange::RESTART);
        let open = std::mem::take(&mut *self.open.borrow_mut());
        for socket in open.into_values() {
            let _gone = socket.close(Some(exchange::RESTART), Some("restart"));
        }
    }
}

/// The code with which a connection is closed for a reason.
pub fn code(why: Refusal) -> u16 {
    why.close_code().unwrap_or(1008)
}

/// The number of the socket that an event is about.
pub fn number(socket: &WebSocket) -> Option<ConnId> {
    let kept = socket.deserialize_attachment::<Attachment<serde::de::IgnoredAny>>().ok()??;
    Some(ConnId(kept.conn))
}

/// Answers the other end's Close. The runtime leaves a socket that may sleep half closed until the object sleeps, whatever the
/// compatibility date says (measured: ten seconds, then 1006).
pub fn answer_close(socket: &WebSocket) {
    let _gone = socket.close(Some(1000), Some(""));
}

/// Whether a request wants a WebSocket that speaks our protocol.
pub fn wants_protocol(request: &Request) -> Result<bool> {
    let offered = request.headers().get("sec-websocket-protocol")?.unwrap_or_default();
    Ok(offered.split(',').any(|protocol| protocol.trim() == PROTOCOL))
}

/// Whether a request wants a WebSocket at all.
pub fn is_upgrade(request: &Request) -> Result<bool> {
    let upgrade = request.headers().get("upgrade")?.unwrap_or_default();
    Ok(upgrade.eq_ignore_ascii_case("websocket"))
}

/// Refuses a WebSocket in a way that the page can see: browsers hide the body of a plain HTTP refusal, and show nothing of a
/// connection that answers none of the subprotocols they offered. The first is answered, whatever it is, to say no in.
pub fn refuse<F: Serialize>(request: &Request, frame: &F, why: Refusal) -> Result<Response> {
    let WebSocketPair { client, server } = WebSocketPair::new()?;
    server.accept()?;
    server.send(frame)?;
    server.close(Some(code(why)), Some(why.code()))?;
    let response = Response::from_websocket(client)?;
    let offered = request.headers().get("sec-websocket-protocol")?.unwrap_or_default();
    if let Some(first) = offered.split(',').map(str::trim).find(|protocol| !protocol.is_empty()) {
        response.headers().set("sec-websocket-protocol", first)?;
    }
    Ok(response)
}

/// The text of what a socket sent.
pub fn text(message: WebSocketIncomingMessage) -> std::result::Result<String, Refusal> {
    match message {
        WebSocketIncomingMessage::String(text) => Ok(text),
        WebSocketIncomingMessage::Binary(bytes) if bytes.len() > MAX_FRAME_BYTES => {
            Err(Refusal::FrameTooLarge)
        }
        WebSocketIncomingMessage::Binary(_) => Err(Refusal::BadFrame),
    }
}
