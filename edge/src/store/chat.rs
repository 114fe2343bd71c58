//! What one chat stores. Only `sealed` holds anything that was said.

/// What makes the tables, step by step. Steps are only ever added: old and new code meet the same object.
pub const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE chat (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), day TEXT NOT NULL,
        wrapped_key BLOB NOT NULL, record TEXT NOT NULL)",
    "CREATE TABLE line (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, client_ref TEXT UNIQUE,
        struck INTEGER NOT NULL, sealed BLOB NOT NULL)",
    "CREATE TABLE receipt (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), resident INTEGER NOT NULL,
        staff INTEGER NOT NULL)",
    "CREATE TABLE call (id INTEGER PRIMARY KEY, message TEXT NOT NULL)",
]];

/// Day, wrapped key, record.
pub const READ_CHAT: &str = "SELECT day, wrapped_key, record FROM chat";
/// Day, wrapped key, record: once, at the start.
pub const OPEN_CHAT: &str = "INSERT INTO chat (only_row, day, wrapped_key, record) VALUES (1, ?, ?, ?)";
/// Day, wrapped key: the chat goes on under another day's key.
pub const REWRAP_CHAT: &str = "UPDATE chat SET day = ?, wrapped_key = ?";
/// Record.
pub const SAVE_RECORD: &str = "UPDATE chat SET record = ?";
/// Seq, at, client reference, struck, sealed body.
pub const READ_LINES: &str = "SELECT seq, at, client_ref, struck, sealed FROM line ORDER BY seq";
/// Seq, at, client reference, struck, sealed body. A struck line replaces what it was.
pub const SAVE_LINE: &str = "INSERT INTO line (seq, at, client_ref, struck, sealed) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (seq) DO UPDATE SET struck = excluded.struck, sealed = excluded.sealed";
/// Resident, staff.
pub const READ_RECEIPTS: &str = "SELECT resident, staff FROM receipt";
/// Resident, staff.
pub const SAVE_RECEIPTS: &str = "INSERT INTO receipt (only_row, resident, staff) VALUES (1, ?, ?)
    ON CONFLICT (only_row) DO UPDATE SET resident = excluded.resident, staff = excluded.staff";
/// Id, message.
pub const READ_CALLS: &str = "SELECT id, message FROM call ORDER BY id";
/// Id, message.
pub const SAVE_CALL: &str = "INSERT INTO call (id, message) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET message = excluded.message";
/// Id.
pub const DELETE_CALL: &str = "DELETE FROM call WHERE id = ?";
