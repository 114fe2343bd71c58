//! Version 1 of the protocol, WebSocket subprotocol [`PROTOCOL`].
//!
//! Frames are JSON texts, externally tagged: `{"say":{"client_ref":"…","text":"…"}}`. Within the version only additions are
//! made: a new field has a default, a new frame is ignored by those who do not know it. The golden files in
//! `shared/tests/wire/v1/` hold one of each and are never edited. docs/protocol.md describes them for people.

mod alert;
mod chat;
mod desk;
mod doors;
mod exchange;
mod http;
mod message;
mod retention;
mod survey;
mod untrusted;

pub use alert::{Alert, Clue};
pub use chat::{
    Body, Down, EndReason, Ender, Event, Hello, Party, Place, Receipts, Snapshot, StaffCard, Strike, Up,
    Welcome,
};
pub use desk::{
    Alarm, Ask, AskWhy, Back, Board, Colleague, DeskDown, DeskUp, Ladder, MyChat, Offer, Passing, Presence,
    Priority, Rung, Running, SeatsSet, Suspension, Target, ToWrapUp, Transferred, Waiting,
};
pub use doors::{ChangeDoors, DoorsEdit, DoorsSheet};
pub use exchange::{Exchange, Exchanged};
pub use http::{Greeting, Problem, Role, SampleStaff, SignIn, SignInFailure, StartChat, StartedChat};
pub use message::{
    Answered, AnsweredBy, LeaveMessage, LeftMessage, MAX_CONTACT_CHARS, MessageCard, MessageStep,
    MessageWords,
};
pub use retention::{
    Access, AccessKind, CaseCard, Decide, Decision, MarkForRetention, Opening, RetentionReason,
};
pub use survey::{Answers, Solved};
pub use untrusted::Untrusted;

/// The WebSocket subprotocol.
pub const PROTOCOL: &str = "rotunda.v1";

/// The largest frame either side takes, in bytes (trust.md B4).
pub const MAX_FRAME_BYTES: usize = 16 * 1024;

/// The longest text of one message, in Unicode scalar values.
pub const MAX_TEXT_CHARS: usize = 4_000;

/// The longest note that goes with a transfer, and the longest reason of a supervisor, in Unicode scalar values.
pub const MAX_NOTE_CHARS: usize = 300;

/// How many of an author's last messages masking looks at together, and a [`Strike`] can reach.
pub const REACH: usize = 16;

/// What a client sends to see whether the connection lives; the edge answers [`PONG`] without waking the chat.
pub const PING: &str = "ping";

/// The answer to [`PING`].
pub const PONG: &str = "pong";
