//! What those who wait are told of the line (PI-AUTO), and the hold message (EM-COM-D-a-ii).

use super::{Desk, Effect, Write};
use crate::between::ToChat;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::Place;

/// So many from the front are told of every step; those behind them of every tenth.
const NEAR: u32 = 20;
const STEP: u32 = 10;

impl Desk {
    /// Tells everyone who waits how the line stands, when that has changed.
    pub(super) fn tell_places(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        let (patience, tempo) = (policy.hold(), self.pace.clone());
        for (ahead, entry) in (0..).zip(self.line.waiting_mut()) {
            let hold = now.since(entry.since) >= patience;
            let stale = entry.told.is_none_or(|told| {
                told.hold != hold
                    || told.ahead != ahead && (ahead < NEAR || told.ahead.abs_diff(ahead) >= STEP)
            });
            if !stale {
                continue;
            }
            let place = Place { ahead, minutes: tempo.minutes(ahead, now), hold };
            entry.told = Some(place);
            out.push(Effect::Write(Write::Waiting(entry.clone())));
            out.push(Effect::Call { chat: entry.chat.clone(), message: ToChat::Place(place) });
        }
    }

    /// When the next hold message is due.
    pub(super) fn hold_due(&self) -> Option<Millis> {
        let untold = self.line.waiting().iter().filter(|entry| entry.told.is_some_and(|told| !told.hold));
        let first = untold.map(|entry| entry.since).min()?;
        Some(first.after(self.hold?))
    }
}
