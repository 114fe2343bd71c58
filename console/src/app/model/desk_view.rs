//! The desk, as the views read it.

use crate::desk::Client;
use shared::chat::LinkState;
use shared::id::SessionId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Board, Presence};

/// What the desk last showed, and how the connection stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskView {
    /// The board.
    pub board: Option<Board>,
    /// The connection.
    pub link: LinkState,
    /// Whether this person takes chats, as they last said.
    pub presence: Presence,
    /// Whether the present offer has been answered.
    pub answered: bool,
    /// Why the last thing asked was not done.
    pub refused: Option<Refusal>,
    /// How far the desk's clock is ahead of this machine's, in milliseconds.
    pub ahead: i64,
}

impl DeskView {
    pub(super) fn of(client: &Client) -> Self {
        let board = client.board().cloned();
        let offer = board.as_ref().and_then(|board| board.offer.as_ref());
        Self {
            answered: offer.is_some_and(|offer| client.answered(&offer.chat)),
            board,
            link: client.link(),
            presence: client.presence(),
            refused: client.refused(),
            ahead: client.ahead(),
        }
    }

    /// Whether the desk is connected.
    pub fn is_open(&self) -> bool {
        self.link == LinkState::Open
    }

    /// A moment of this machine, by the desk's clock.
    pub fn desk_time(&self, now: Millis) -> Millis {
        Millis(now.0.saturating_add(self.ahead))
    }

    /// The chat that is offered and has not been answered.
    pub(super) fn offer(&self) -> Option<&SessionId> {
        let offer = self.board.as_ref()?.offer.as_ref()?;
        (!self.answered).then_some(&offer.chat)
    }
}
