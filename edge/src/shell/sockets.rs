//! The WebSockets of one object. Who is at the other end is kept with each socket, so it is known again after a sleep.

use crate::session::ConnId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shared::refusal::Refusal;
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

/// The sockets that are open, by the number the engine knows them under.
#[derive(Default)]
pub struct Sockets {
    open: RefCell<BTreeMap<ConnId, WebSocket>>,
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
        let conn = self.last.get().saturating_add(1);
        self.last.set(conn);
        server.serialize_attachment(Attachment { conn, peer })?;
        self.open.borrow_mut().insert(ConnId(conn), server);
        let response = Response::from_websocket(client)?;
        response.headers().set("sec-websocket-protocol", PROTOCOL)?;
        Ok((ConnId(conn), response))
    }

    /// Keeps who is at the other end. A socket that is gone needs no memory.
    pub fn remember<P: Serialize>(&self, conn: ConnId, peer: &P) {
        if let Some(socket) = self.open.borrow().get(&conn) {
            let _gone = socket.serialize_attachment(Attachment { conn: conn.0, peer });
        }
    }

    /// Sends a frame. A socket that is gone takes nothing: its client asks again when it comes back.
    pub fn send<F: Serialize>(&self, conn: ConnId, frame: &F) {
        if let Some(socket) = self.open.borrow().get(&conn) {
            let _gone = socket.send(frame);
        }
    }

    /// Closes a socket, saying why.
    pub fn close(&self, conn: ConnId, why: Refusal) {
        if let Some(socket) = self.open.borrow_mut().remove(&conn) {
            let _gone = socket.close(Some(why.close_code().unwrap_or(1008)), Some(why.code()));
        }
    }

    /// A socket has closed.
    pub fn forget(&self, conn: ConnId) {
        self.open.borrow_mut().remove(&conn);
    }

    /// Closes every socket for good: there is nothing any more to come back to.
    pub fn end(&self, why: Refusal) {
        let open = std::mem::take(&mut *self.open.borrow_mut());
        for socket in open.into_values() {
            let _gone = socket.close(Some(why.close_code().unwrap_or(1008)), Some(why.code()));
        }
    }

    /// Closes every socket: the clients come back to an object that starts from what is stored.
    pub fn restart(&self) {
        let open = std::mem::take(&mut *self.open.borrow_mut());
        for socket in open.into_values() {
            let _gone = socket.close(Some(1012), Some("restart"));
        }
    }
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
    server.close(Some(why.close_code().unwrap_or(1008)), Some(why.code()))?;
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
