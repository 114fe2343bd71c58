//! JSON: parsed by the browser, read into the wire's types by serde.
//!
//! The browser's own parser is code that nobody downloads. What reads its result is ours rather than serde-wasm-bindgen,
//! because ours tells no reason: a frame that cannot be read is ignored, whatever the reason, and the sentences that would
//! give it, with the printing of floating-point numbers inside them, weigh more than all the reading.

mod read;
mod write;

use core::fmt;
use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads JSON; nothing when it is not JSON or not a `T`, which is also how a frame of a later version looks.
pub fn decode<T: DeserializeOwned>(json: &str) -> Option<T> {
    T::deserialize(read::Value::from(JSON::parse(json).ok()?)).ok()
}

/// Writes JSON. What the wire's types hold can always be written; nothing otherwise.
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    let mut json = String::new();
    value.serialize(write::Writer::to(&mut json)).ok()?;
    Some(json)
}

/// Something is not what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this is not what was expected")
    }
}

impl core::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
