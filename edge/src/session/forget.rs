//! The resident has ended the chat and wants it deleted at once, not with the day's other chats.

use super::{Effect, Phase, Session};
use core::time::Duration;
use shared::time::Millis;

/// The pause before it is tried again.
const PAUSE: Duration = Duration::from_secs(5);

impl Session {
    /// When the chat is to be deleted: once the desk knows that it is over.
    pub(super) fn forget_due(&self) -> Option<Millis> {
        let wanted = self.record.forget && self.record.retained.is_none();
        let over = self.record.phase == Phase::Ended && self.calls.due().is_none();
        (wanted && over).then_some(self.forgets_at)
    }

    /// The records know. Staff may have marked the chat while they were told: then it is kept (EM-RET-B-a).
    pub(super) fn forgotten(&mut self, out: &mut Vec<Effect>) {
        if self.forget_due().is_some() {
            out.push(Effect::Shred);
        }
    }

    /// Asks for it to be deleted. It may do so more than once.
    pub(super) fn forget(&mut self, now: Millis, out: &mut Vec<Effect>) {
        if self.forget_due().is_some_and(|due| due <= now) {
            self.forgets_at = now.after(PAUSE);
            out.push(Effect::Forget);
        }
    }
}
