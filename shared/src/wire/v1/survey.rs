//! The two questions after a chat (CS-D-1, EM-COM-E-a). There is no room in the answers for words, so none can come.

use serde::{Deserialize, Serialize};

/// `POST /v1/chats/{chat}/survey`: a resident answers after the chat, once. Each question can be left out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The resident's token for the chat.
    pub token: String,
    /// Whether they were satisfied with how they were helped; it counts for the capacity ladder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// Whether what they came for is solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<Solved>,
}

/// Whether what a resident came for is solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Solved {
    /// It is.
    Yes,
    /// In part.
    Partly,
    /// It is not.
    No,
}
