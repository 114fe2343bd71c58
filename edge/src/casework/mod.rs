//! One chat that is kept beyond its day, and how long (EM-RET-B-a). Pure, like the session: time and event in, effects out.
//!
//! A case is there before its chat is exempted from the purge, and goes after the chat and the key it lies under are destroyed:
//! no chat is ever kept without a clock. The transcript itself never comes here.

mod record;

pub use record::{Case, Standing, is_open_to};

use crate::between::Marked;
use core::time::Duration;
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{CaseCard, Decision, Role};

/// The pause before something that did not work is tried again; it doubles up to [`LONGEST`].
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_mins(10);

/// Something that happened to a case.
pub enum Event {
    /// Its chat was marked. A second mark changes nothing.
    Marked(Marked),
    /// Someone does something with it.
    Taken(Taken),
    /// The chat and its key were destroyed, or it was tried.
    Destroyed {
        /// Whether nothing of them is left.
        done: bool,
    },
    /// The moment of [`CaseFile::poll_timeout`] has come. It may come more than once.
    Timeout,
}

/// What is done with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Someone sees to it (EM-COM-I-a).
    TakeUp,
    /// They are about to read the transcript.
    Open,
    /// They have decided.
    Decide(Decision),
}

/// A step and who takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Who.
    pub by: StaffId,
    /// What they may do in general.
    pub role: Role,
    /// What.
    pub step: Step,
}

/// Something the shell is to do. The shell commits every write before it does anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store it.
    Write(Case),
    /// Shred the chat, destroy the case's key, look whether it is gone, tell the records; answer with [`Event::Destroyed`].
    Destroy,
    /// Delete everything there is of the case.
    Forget,
    /// The answer to who asked.
    Reply(Result<(), Refusal>),
}

/// One case, or the place for it.
#[derive(Default)]
pub struct CaseFile {
    case: Option<Case>,
    /// When the destruction is tried again. Not stored: after a restart it is tried at once.
    due: Millis,
    tries: u32,
}

impl CaseFile {
    /// The same again, from what was written.
    pub fn restore(case: Option<Case>) -> Self {
        Self { case, ..Self::default() }
    }

    /// What is known of it.
    pub fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    /// What is shown of it to who decides about it.
    pub fn card(&self) -> Option<CaseCard> {
        self.case.as_ref().map(Case::card)
    }

    /// When to call [`CaseFile::handle`] with [`Event::Timeout`].
    pub fn poll_timeout(&self) -> Option<Millis> {
        self.case.as_ref().map(|case| case.standing.due().max(self.due))
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, policy: &Policy, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        self.give_up_waiting(policy, now, &mut out);
        match event {
            Event::Marked(marked) => self.marked(policy, now, marked, &mut out),
            Event::Taken(taken) => self.change(now, &mut out, |case| case.take(policy, now, taken)),
            Event::Destroyed { done: true } => {
                if self.is_over(now) {
                    self.case = None;
                    out.push(Effect::Forget);
                }
            }
            Event::Destroyed { done: false } | Event::Timeout => {}
        }
        if self.is_over(now) && self.due <= now {
            self.due = now.after(PAUSE.saturating_mul(1 << self.tries.min(10)).min(LONGEST));
            self.tries = self.tries.saturating_add(1);
            out.push(Effect::Destroy);
        }
        out
    }

    /// Whoever took the case up has not decided in time: it waits for any supervisor again, and lapses like every other.
    fn give_up_waiting(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        let Some(case) = &mut self.case else { return };
        if let Standing::TakenUp { until, .. } = case.standing
            && until <= now
        {
            // Counted from now: however late the alarm comes, they have their whole time.
            case.standing = Standing::Marked { lapses: now.after(policy.retention.holds.lapses_after()) };
            out.push(Effect::Write(case.clone()));
        }
    }

    fn marked(&mut self, policy: &Policy, now: Millis, marked: Marked, out: &mut Vec<Effect>) {
        if self.is_over(now) {
            // Its key is being destroyed: nothing may be put under it any more.
            return out.push(Effect::Reply(Err(Refusal::TryAgain)));
        }
        if self.case.is_none() {
            let Marked { chat, by, reason } = marked;
            let lapses = now.after(policy.retention.holds.lapses_after());
            let standing = Standing::Marked { lapses };
            let case = Case { chat, reason, by, at: now, standing, opened: Vec::new() };
            out.push(Effect::Write(case.clone()));
            self.case = Some(case);
        }
        out.push(Effect::Reply(Ok(())));
    }

    fn change(
        &mut self,
        now: Millis,
        out: &mut Vec<Effect>,
        how: impl FnOnce(&mut Case) -> Result<(), Refusal>,
    ) {
        let over = self.is_over(now);
        let done = match self.case.as_mut().filter(|_| !over) {
            Some(case) => {
                let before = case.clone();
                let done = how(case);
                if *case != before {
                    out.push(Effect::Write(case.clone()));
                }
                done
            }
            None => Err(Refusal::NoSuchChat),
        };
        out.push(Effect::Reply(done));
    }

    fn is_over(&self, now: Millis) -> bool {
        self.case.as_ref().and_then(|case| case.standing.ends()).is_some_and(|ends| ends <= now)
    }
}
