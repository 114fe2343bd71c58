//! What this person has written, as far as the privacy engine needs it.

use super::log::{Entry, Happening, Log};
use super::outbox::{Action, Outbox};
use crate::id::ClientRef;
use crate::privacy::{Allowed, Masking, Window};
use crate::time::Millis;
use crate::wire::v1::{Party, Strike, Untrusted};

/// The masking window of the person at this browser, and which message is which.
#[derive(Clone)]
pub(super) struct Author {
    allowed: Allowed,
    window: Window,
    /// The reference of the `n`-th message the window has seen.
    messages: Vec<ClientRef>,
}

impl Author {
    pub(super) fn new(allowed: Allowed) -> Self {
        Self { allowed, window: Window::default(), messages: Vec::new() }
    }

    /// Looks at a text without remembering it.
    pub(super) fn preview(&self, now: Millis, text: &Untrusted) -> Masking {
        text.mask_in(&mut self.window.clone(), now, self.number(), self.allowed)
    }

    /// Masks the next message.
    pub(super) fn write(&mut self, now: Millis, client_ref: &ClientRef, text: &Untrusted) -> Action {
        let number = self.number();
        let masking = text.mask_in(&mut self.window, now, number, self.allowed);
        self.messages.push(client_ref.clone());
        let strikes = masking.strikes.iter().filter_map(|strike| {
            Some(Strike {
                of: self.messages.get(strike.message as usize)?.clone(),
                from: u32::try_from(strike.span.start).ok()?,
                to: u32::try_from(strike.span.end).ok()?,
                category: strike.category,
            })
        });
        Action::Say { strikes: strikes.collect(), text: masking.text }
    }

    /// Starts anew from what this person is known to have written: after a reload the window is as it was.
    pub(super) fn replay(&mut self, you: Party, log: &Log, outbox: &Outbox) {
        *self = Self::new(self.allowed);
        for entry in log.entries() {
            let Entry { at, client_ref: Some(client_ref), happening: Happening::Said { by, text }, .. } =
                entry
            else {
                continue;
            };
            if *by == you {
                let _ = self.write(*at, client_ref, &Untrusted::typed(text.as_str()));
            }
        }
        for pending in outbox.pending() {
            if let Action::Say { text, .. } = &pending.action {
                let _ = self.write(pending.made, &pending.client_ref, &Untrusted::typed(text.as_str()));
            }
        }
    }

    fn number(&self) -> u32 {
        u32::try_from(self.messages.len()).unwrap_or(u32::MAX)
    }
}
