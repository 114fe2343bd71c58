//! What the mailbox stores: one row per message, its words sealed under a key of its own.

/// What makes the tables, step by step. Steps are only ever added: old and new code meet the same object.
pub const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE message (id TEXT PRIMARY KEY, message TEXT NOT NULL, sealed BLOB NOT NULL)",
    "CREATE TABLE last_number (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), number INTEGER NOT NULL)",
    "CREATE TABLE answered (day TEXT NOT NULL, topic TEXT NOT NULL, how TEXT NOT NULL, late INTEGER NOT NULL,
        messages INTEGER NOT NULL, PRIMARY KEY (day, topic, how, late))",
]];

/// Message.
pub const READ_MESSAGES: &str = "SELECT message FROM message";
/// Id; answers its sealed words.
pub const READ_SEALED: &str = "SELECT sealed FROM message WHERE id = ?";
/// Number.
pub const READ_LAST: &str = "SELECT number FROM last_number";
/// Number.
pub const SAVE_LAST: &str = "INSERT INTO last_number (only_row, number) VALUES (1, ?)
    ON CONFLICT (only_row) DO UPDATE SET number = excluded.number";
/// Id, message, sealed words.
pub const ADD_MESSAGE: &str = "INSERT INTO message (id, message, sealed) VALUES (?, ?, ?)";
/// Message, id; its words stay.
pub const SAVE_MESSAGE: &str = "UPDATE message SET message = ? WHERE id = ?";
/// Id.
pub const DELETE_MESSAGE: &str = "DELETE FROM message WHERE id = ?";
/// Day, topic, how, late: one message more.
pub const COUNT_ANSWERED: &str =
    "INSERT INTO answered (day, topic, how, late, messages) VALUES (?, ?, ?, ?, 1)
    ON CONFLICT (day, topic, how, late) DO UPDATE SET messages = messages + 1";
