//! SQL text and row shapes of the objects. The statements are run natively on SQLite by the tests, so that a slip in one
//! fails there and not in a city.

pub mod case;
pub mod chat;
pub mod desk;
pub mod mailbox;
pub mod records;

/// Which migrations an object has had: `PRAGMA user_version` is not available there.
pub const MIGRATIONS: &str =
    "CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)";

/// The last migration that was applied.
pub const LAST_MIGRATION: &str = "SELECT COALESCE(MAX(id), 0) FROM migration";

/// Notes a migration.
pub const APPLIED: &str = "INSERT INTO migration (id, applied_at) VALUES (?, ?)";

/// Whether the object has anything stored at all; asked before anything is created.
pub const EXISTS: &str = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'";
