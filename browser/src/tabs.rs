//! Word between this person's tabs of one origin.

use crate::codec;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that reaches the other open tabs, and leaves nothing behind when they are closed.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Joins the channel called `name`. What is no `T` is ignored. Nothing where the browser has no such channels.
    pub fn join<T: DeserializeOwned>(name: &str, hear: impl Fn(T) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(said) = event.data().as_string().and_then(|json| codec::decode(&json)) {
                hear(said);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, _listener: listener })
    }

    /// Tells the other tabs.
    pub fn tell(&self, what: &impl Serialize) {
        if let Some(json) = codec::encode(what) {
            let _ = self.channel.post_message(&JsValue::from_str(&json));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
