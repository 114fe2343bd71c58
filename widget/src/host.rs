//! The page round the app: what it wants, and what it is told.

use js_sys::{Function, Reflect};
use shared::language::Language;
use wasm_bindgen::{JsCast, JsValue};

/// What the page asks for.
pub struct Options {
    /// The city's identifier, as the page wrote it.
    pub city: String,
    /// Where the chat service lives.
    pub origin: String,
    /// The language of the page.
    pub language: Language,
    /// Where the languages lie at that address, one file for each.
    pub words: String,
    /// The topic that the page suggests, by its identifier.
    pub topic: String,
    /// Whether there is something to shrink into.
    pub shrinks: bool,
    /// A number to show when the city cannot be asked for its own.
    pub phone: String,
    /// Who is told what happens.
    pub host: Host,
}

impl Options {
    /// Reads the object that [`mount`](crate::mount) was given.
    pub fn read(options: &JsValue) -> Self {
        let text = |name| field(options, name).as_string().unwrap_or_default();
        Self {
            city: text("city"),
            origin: text("origin"),
            language: Language::from_tag(&text("lang")).unwrap_or_default(),
            words: text("words"),
            topic: text("topic"),
            shrinks: text("mode") != "page",
            phone: text("phone"),
            host: Host { tell: field(options, "tell").dyn_into().ok() },
        }
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}

/// Something the page is told. Never what anyone wrote.
#[derive(Clone, Copy)]
pub enum Word<'a> {
    /// The person wants the chat small.
    Minimise,
    /// So many messages came while the chat was small; the last is of this person.
    Unread(u32, &'a str),
    /// The person is asked this, and should notice it wherever they are; nothing once they have answered.
    Asks(&'a str),
    /// A chat has begun or goes on: the next page of the city shows it again.
    Started,
    /// There is no chat any more.
    Ended,
    /// The app broke.
    Failed,
}

/// The page.
#[derive(Clone)]
pub struct Host {
    tell: Option<Function>,
}

impl Host {
    /// Tells the page.
    pub fn tell(&self, word: Word) {
        let (kind, count, name) = match word {
            Word::Minimise => ("minimise", 0, ""),
            Word::Unread(count, name) => ("unread", count, name),
            Word::Asks(what) => ("asks", 0, what),
            Word::Started => ("started", 0, ""),
            Word::Ended => ("ended", 0, ""),
            Word::Failed => ("failed", 0, ""),
        };
        if let Some(tell) = &self.tell {
            let _ = tell.call3(&JsValue::NULL, &kind.into(), &count.into(), &name.into());
        }
    }
}
