//! What the city's records store: days, the chats in them, the ledger. Never a word of any chat.

/// What makes the tables, step by step. Steps are only ever added: old and new code meet the same object.
pub const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE night (day TEXT PRIMARY KEY, night TEXT NOT NULL)",
    "CREATE TABLE probe (day TEXT PRIMARY KEY, wrapped_key BLOB NOT NULL)",
    "CREATE TABLE entry (chat TEXT PRIMARY KEY, day TEXT NOT NULL, entry TEXT NOT NULL)",
    "CREATE INDEX entry_of_day ON entry (day)",
    "CREATE TABLE ledger (number INTEGER PRIMARY KEY, link TEXT NOT NULL)",
]];

/// Night.
pub const READ_NIGHTS: &str = "SELECT night FROM night";
/// Entry.
pub const READ_ENTRIES: &str = "SELECT entry FROM entry";
/// Link, oldest first.
pub const READ_LEDGER: &str = "SELECT link FROM ledger ORDER BY number";
/// Day; answers the wrapped key of its probe.
pub const READ_PROBE: &str = "SELECT wrapped_key FROM probe WHERE day = ?";
/// Day, wrapped key: once for each day.
pub const SAVE_PROBE: &str =
    "INSERT INTO probe (day, wrapped_key) VALUES (?, ?) ON CONFLICT (day) DO NOTHING";
/// Day, night.
pub const SAVE_NIGHT: &str = "INSERT INTO night (day, night) VALUES (?, ?)
    ON CONFLICT (day) DO UPDATE SET night = excluded.night";
/// Chat, day, entry.
pub const SAVE_ENTRY: &str = "INSERT INTO entry (chat, day, entry) VALUES (?, ?, ?)
    ON CONFLICT (chat) DO UPDATE SET day = excluded.day, entry = excluded.entry";
/// Number, link. A number stands once: two certificates can never take the same place.
pub const SAVE_LINK: &str = "INSERT INTO ledger (number, link) VALUES (?, ?)";
/// Day.
pub const DELETE_NIGHT: &str = "DELETE FROM night WHERE day = ?";
/// Day.
pub const DELETE_PROBE: &str = "DELETE FROM probe WHERE day = ?";
/// Day.
pub const DELETE_ENTRIES: &str = "DELETE FROM entry WHERE day = ?";
