//! What the person did and the edge has not yet confirmed.
//!
//! An action enters with its client reference, in the order it was made. Only the first goes out, and the next when its echo
//! has come, so that none overtakes another even where a frame is lost or comes too fast. It is sent again after every
//! reconnect and when no echo comes within [`PATIENCE`], and leaves when an event with its reference arrives. A refused action
//! stays, with the reason, and lets the next one go: what was written is never dropped silently.

use crate::id::ClientRef;
use crate::privacy::MaskedText;
use crate::refusal::Refusal;
use crate::time::Millis;
use crate::wire::v1::{EndReason, Strike, Up};
use core::time::Duration;

/// How long an echo may take before the action is sent again. A frame can be swallowed while the socket stays open
/// (platform.md 4.1).
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Something a person does in a chat.
#[derive(Clone, PartialEq, Eq)]
pub enum Action {
    /// Writes.
    Say {
        /// The message.
        text: MaskedText,
        /// What it showed about earlier messages.
        strikes: Vec<Strike>,
    },
    /// Ends the chat, for this reason.
    End(EndReason),
    /// Ends the chat, which is to be deleted at once.
    Forget,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Pending {
    pub(super) client_ref: ClientRef,
    pub(super) action: Action,
    pub(super) made: Millis,
    /// When it last went out on the present connection.
    pub(super) sent: Option<Millis>,
    /// Whether it went out on an earlier connection or more than once: the person is told that it is tried again.
    pub(super) retried: bool,
    pub(super) refused: Option<Refusal>,
}

impl Pending {
    fn frame(&self) -> Up {
        match &self.action {
            Action::Say { text, strikes } => {
                Up::Say { client_ref: self.client_ref.clone(), text: text.clone(), strikes: strikes.clone() }
            }
            Action::End(reason) => Up::End { client_ref: self.client_ref.clone(), reason: *reason },
            Action::Forget => Up::Forget { client_ref: self.client_ref.clone() },
        }
    }
}

#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Outbox {
    pending: Vec<Pending>,
}

impl Outbox {
    pub(super) fn push(&mut self, now: Millis, client_ref: ClientRef, action: Action) {
        let known = self.pending.iter().any(|pending| pending.client_ref == client_ref);
        if !known {
            self.pending.push(Pending {
                client_ref,
                action,
                made: now,
                sent: None,
                retried: false,
                refused: None,
            });
        }
    }

    /// Takes a piece out of a message that has never left; says whether there was one. What has left may be committed
    /// already: there the edge strikes it.
    pub(super) fn strike(&mut self, strike: &Strike) -> bool {
        let fresh = |pending: &&mut Pending| {
            pending.client_ref == strike.of && pending.sent.is_none() && !pending.retried
        };
        let Some(Pending { action: Action::Say { text, .. }, .. }) = self.pending.iter_mut().find(fresh)
        else {
            return false;
        };
        *text = text.struck(strike.from as usize..strike.to as usize, strike.category);
        true
    }

    fn first_open(&mut self) -> Option<&mut Pending> {
        self.pending.iter_mut().find(|pending| pending.refused.is_none())
    }

    /// What is to go out now.
    pub(super) fn next(&mut self, now: Millis) -> Option<Up> {
        let next = self.first_open().filter(|pending| pending.sent.is_none())?;
        next.sent = Some(now);
        Some(next.frame())
    }

    /// Makes what got no echo in time ready to go out again.
    pub(super) fn give_up_waiting(&mut self, now: Millis) {
        if self.due().is_some_and(|due| due <= now)
            && let Some(late) = self.first_open()
        {
            late.sent = None;
            late.retried = true;
        }
    }

    /// The connection is gone: what was under way has to go out again.
    pub(super) fn unplugged(&mut self) {
        for pending in &mut self.pending {
            pending.retried |= pending.sent.is_some() && pending.refused.is_none();
            pending.sent = None;
        }
    }

    pub(super) fn settle(&mut self, client_ref: &ClientRef) {
        self.pending.retain(|pending| pending.client_ref != *client_ref);
    }

    pub(super) fn refuse(&mut self, client_ref: &ClientRef, why: Refusal) {
        if let Some(pending) = self.pending.iter_mut().find(|pending| pending.client_ref == *client_ref) {
            // "Too fast" passes by itself: the action stays due and goes out again after the usual patience.
            if why != Refusal::TooFast && why != Refusal::TryAgain {
                pending.refused = Some(why);
            }
        }
    }

    /// No connection will come any more.
    pub(super) fn refuse_all(&mut self, why: Refusal) {
        for pending in self.pending.iter_mut().filter(|pending| pending.refused.is_none()) {
            pending.refused = Some(why);
        }
    }

    pub(super) fn due(&self) -> Option<Millis> {
        let first = self.pending.iter().find(|pending| pending.refused.is_none())?;
        first.sent.map(|sent| sent.after(PATIENCE))
    }

    pub(super) fn pending(&self) -> &[Pending] {
        &self.pending
    }

    pub(super) fn has_open(&self) -> bool {
        self.pending.iter().any(|pending| pending.refused.is_none())
    }
}
