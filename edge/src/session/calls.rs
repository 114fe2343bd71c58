//! Calls to the desk that have to arrive, in order, however often either side is restarted.

use super::{Effect, Write};
use crate::between::ToDesk;
use core::time::Duration;
use shared::id::Seq;
use shared::time::Millis;
use std::collections::VecDeque;

/// The pause after the first failure; it doubles up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_mins(1);

/// A call to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its number, by which it is struck off: that of the event it tells of, so that none is ever used again.
    pub id: u32,
    /// What it says.
    pub message: ToDesk,
}

/// Only the oldest call is under way; the others wait, so that none overtakes.
#[derive(Default)]
pub(super) struct Calls {
    waiting: VecDeque<Call>,
    failures: u32,
    due: Option<Millis>,
}

impl Calls {
    pub(super) fn restore(calls: Vec<(u32, ToDesk)>) -> Self {
        let waiting: VecDeque<_> = calls.into_iter().map(|(id, message)| Call { id, message }).collect();
        let due = waiting.front().map(|_| Millis::default());
        Self { waiting, failures: 0, due }
    }

    pub(super) fn push(&mut self, now: Millis, event: Seq, message: ToDesk, out: &mut Vec<Effect>) {
        let call = Call { id: event.0, message };
        out.push(Effect::Write(Write::Call(call.clone())));
        self.waiting.push_back(call);
        if self.waiting.len() == 1 {
            self.start(now, out);
        }
    }

    fn start(&mut self, now: Millis, out: &mut Vec<Effect>) {
        let pause = FIRST.saturating_mul(1 << self.failures.min(10)).min(LONGEST);
        self.due = self.waiting.front().map(|_| now.after(pause));
        out.extend(self.waiting.front().cloned().map(Effect::Call));
    }

    pub(super) fn came_back(&mut self, now: Millis, id: u32, ok: bool, out: &mut Vec<Effect>) {
        if self.waiting.front().is_none_or(|call| call.id != id) {
            return;
        }
        // One that failed is made again when its time has come.
        if ok {
            self.waiting.pop_front();
            self.failures = 0;
            out.push(Effect::Write(Write::Called(id)));
            self.start(now, out);
        }
    }

    pub(super) fn timeout(&mut self, now: Millis, out: &mut Vec<Effect>) {
        if self.due.is_some_and(|due| due <= now) {
            self.failures = self.failures.saturating_add(1);
            self.start(now, out);
        }
    }

    pub(super) fn due(&self) -> Option<Millis> {
        self.due
    }
}
