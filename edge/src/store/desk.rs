//! What a desk stores: one row per chat and per person, each the JSON of its type.

/// What makes the tables, step by step. Steps are only ever added: old and new code meet the same object.
pub const STEPS: &[&[&str]] = &[
    &[
        "CREATE TABLE waiting (chat TEXT PRIMARY KEY, entry TEXT NOT NULL)",
        "CREATE TABLE held (chat TEXT PRIMARY KEY, held TEXT NOT NULL)",
        "CREATE TABLE member (id TEXT PRIMARY KEY, member TEXT NOT NULL)",
    ],
    &["CREATE TABLE gone (chat TEXT PRIMARY KEY, at INTEGER NOT NULL, gone TEXT NOT NULL)"],
    &[
        "CREATE TABLE pace (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), pace TEXT NOT NULL)",
        "CREATE TABLE outcome (day TEXT NOT NULL, topic TEXT NOT NULL, outcome TEXT NOT NULL, chats INTEGER NOT NULL,
            PRIMARY KEY (day, topic, outcome))",
    ],
    &[
        "CREATE TABLE danger (chat TEXT PRIMARY KEY, at INTEGER NOT NULL, danger TEXT NOT NULL)",
        "CREATE TABLE dangers (day TEXT NOT NULL, tier TEXT NOT NULL, chats INTEGER NOT NULL, PRIMARY KEY (day, tier))",
    ],
    &["CREATE TABLE access (at INTEGER NOT NULL, staff TEXT NOT NULL, access TEXT NOT NULL)"],
    &["CREATE TABLE answers (day TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, residents INTEGER NOT NULL,
            PRIMARY KEY (day, question, answer))"],
    &["CREATE TABLE doors (version INTEGER PRIMARY KEY, doors TEXT NOT NULL, edit TEXT NOT NULL)"],
];

/// Entry.
pub const READ_WAITING: &str = "SELECT entry FROM waiting";
/// Held.
pub const READ_HELD: &str = "SELECT held FROM held";
/// Gone.
pub const READ_GONE: &str = "SELECT gone FROM gone";
/// Member.
pub const READ_MEMBERS: &str = "SELECT member FROM member";
/// Chat, entry.
pub const SAVE_WAITING: &str = "INSERT INTO waiting (chat, entry) VALUES (?, ?)
    ON CONFLICT (chat) DO UPDATE SET entry = excluded.entry";
/// Chat, held.
pub const SAVE_HELD: &str = "INSERT INTO held (chat, held) VALUES (?, ?)
    ON CONFLICT (chat) DO UPDATE SET held = excluded.held";
/// Id, member.
pub const SAVE_MEMBER: &str = "INSERT INTO member (id, member) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET member = excluded.member";
/// Chat.
pub const DELETE_WAITING: &str = "DELETE FROM waiting WHERE chat = ?";
/// Chat.
pub const DELETE_HELD: &str = "DELETE FROM held WHERE chat = ?";
/// Chat, at, gone.
pub const SAVE_GONE: &str = "INSERT INTO gone (chat, at, gone) VALUES (?, ?, ?)
    ON CONFLICT (chat) DO UPDATE SET at = excluded.at, gone = excluded.gone";
/// Pace.
pub const READ_PACE: &str = "SELECT pace FROM pace";
/// Pace.
pub const SAVE_PACE: &str = "INSERT INTO pace (only_row, pace) VALUES (1, ?)
    ON CONFLICT (only_row) DO UPDATE SET pace = excluded.pace";
/// Day, topic, outcome: one chat more.
pub const COUNT_OUTCOME: &str = "INSERT INTO outcome (day, topic, outcome, chats) VALUES (?, ?, ?, 1)
    ON CONFLICT (day, topic, outcome) DO UPDATE SET chats = chats + 1";
/// Day, question, answer: one resident more.
pub const COUNT_ANSWER: &str = "INSERT INTO answers (day, question, answer, residents) VALUES (?, ?, ?, 1)
    ON CONFLICT (day, question, answer) DO UPDATE SET residents = residents + 1";
/// Danger.
pub const READ_DANGERS: &str = "SELECT danger FROM danger";
/// Chat, at, danger.
pub const SAVE_DANGER: &str = "INSERT INTO danger (chat, at, danger) VALUES (?, ?, ?)
    ON CONFLICT (chat) DO UPDATE SET at = excluded.at, danger = excluded.danger";
/// At: those from before.
pub const FORGET_DANGERS: &str = "DELETE FROM danger WHERE at < ?";
/// Day, tier: one chat more.
pub const COUNT_DANGER: &str = "INSERT INTO dangers (day, tier, chats) VALUES (?, ?, 1)
    ON CONFLICT (day, tier) DO UPDATE SET chats = chats + 1";
/// Access, the latest first.
pub const READ_ACCESSES: &str = "SELECT access FROM access ORDER BY at DESC, rowid DESC LIMIT 500";
/// At, staff, access. Nothing is ever changed in it.
pub const ADD_ACCESS: &str = "INSERT INTO access (at, staff, access) VALUES (?, ?, ?)";
/// At: those from before.
pub const FORGET_ACCESSES: &str = "DELETE FROM access WHERE at < ?";
/// Doors, the latest.
pub const READ_DOORS: &str = "SELECT doors FROM doors ORDER BY version DESC LIMIT 1";
/// Edit, the latest first.
pub const READ_DOORS_EDITS: &str = "SELECT edit FROM doors ORDER BY version DESC LIMIT 200";
/// Version, doors, edit. Nothing is ever changed in it.
pub const ADD_DOORS: &str = "INSERT INTO doors (version, doors, edit) VALUES (?, ?, ?)";
/// At: those that went before.
pub const FORGET_GONE: &str = "DELETE FROM gone WHERE at < ?";
