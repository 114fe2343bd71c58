//! One WebSocket.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CloseEvent, Event, MessageEvent, WebSocket};

/// What a socket tells.
pub enum Heard {
    /// It is open.
    Opened,
    /// A text frame came.
    Text(String),
    /// It closed, or never opened. Nothing follows.
    Closed(u16),
}

/// An open or opening socket. Dropping it closes it, and nothing is heard of it afterwards.
pub struct Socket {
    socket: WebSocket,
    _listener: Closure<dyn FnMut(Event)>,
}

impl Socket {
    /// Opens a socket of one subprotocol. Nothing when the browser refuses the address outright.
    pub fn open(url: &str, protocol: &str, mut hear: impl FnMut(Heard) + 'static) -> Option<Self> {
        let socket = WebSocket::new_with_str(url, protocol).ok()?;
        // One closure for all events: each kind of closure costs bytes that every resident downloads.
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let heard = if let Some(message) = event.dyn_ref::<MessageEvent>() {
                match message.data().as_string() {
                    Some(text) => Heard::Text(text),
                    None => return,
                }
            } else if let Some(close) = event.dyn_ref::<CloseEvent>() {
                Heard::Closed(close.code())
            } else {
                Heard::Opened
            };
            hear(heard);
        });
        let function = Some(listener.as_ref().unchecked_ref());
        socket.set_onopen(function);
        socket.set_onmessage(function);
        socket.set_onclose(function);
        Some(Self { socket, _listener: listener })
    }

    /// Sends a text. One that cannot be sent is lost; whoever needs it to arrive waits for the answer.
    pub fn send(&self, text: &str) {
        let _ = self.socket.send_with_str(text);
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        let _ = self.socket.close();
    }
}

/// The address of a socket at `path` of an `http` or `https` origin.
pub fn address(origin: &str, path: &str) -> String {
    // `https://host` becomes `wss://host`, `http://host` becomes `ws://host`.
    let mut address = String::from("ws");
    address.push_str(origin.strip_prefix("http").unwrap_or(origin));
    address.push_str(path);
    address
}
