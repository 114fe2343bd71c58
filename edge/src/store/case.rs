//! What a case stores. Never a word of its chat.

/// What makes the tables, step by step. Steps are only ever added: old and new code meet the same object.
pub const STEPS: &[&[&str]] = &[&[
    "CREATE TABLE one_case (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), case_file TEXT NOT NULL)",
]];

/// Case.
pub const READ_CASE: &str = "SELECT case_file FROM one_case";
/// Case; it replaces what was known of it.
pub const SAVE_CASE: &str = "INSERT INTO one_case (only_row, case_file) VALUES (1, ?)
    ON CONFLICT (only_row) DO UPDATE SET case_file = excluded.case_file";
