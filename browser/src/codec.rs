//! JSON by the browser's own parser: ten kilobytes of WebAssembly fewer than a parser of ours (platform.md 4.4).

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;

/// Reads JSON; nothing when it is not JSON or not a `T`, which is also how a frame of a later version looks.
pub fn decode<T: DeserializeOwned>(json: &str) -> Option<T> {
    let value = JSON::parse(json).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}

/// Writes JSON. What the wire's types hold can always be written; nothing otherwise.
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    let value = value.serialize(&Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}
