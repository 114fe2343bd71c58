//! What is stored of a case. Never a word of its chat.

use super::{Step, Taken};
use crate::identity::{Act, Actor, State, authorize};
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{CaseCard, Decision, Opening, RetentionReason, Role};

/// One case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The chat that is kept for it.
    pub chat: SessionId,
    /// Why it was marked.
    pub reason: RetentionReason,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Millis,
    /// How it stands.
    pub standing: Standing,
    /// Who has read the transcript.
    pub opened: Vec<Opening>,
}

/// How a case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It waits for a supervisor.
    Marked {
        /// Until when.
        lapses: Millis,
    },
    /// A supervisor evaluates it.
    TakenUp {
        /// Who.
        by: StaffId,
        /// Until when it is theirs; then it waits for any supervisor again.
        #[serde(default)]
        until: Millis,
    },
    /// It is decided.
    Decided {
        /// By whom.
        by: StaffId,
        /// What.
        decision: Decision,
        /// How long it is kept for that.
        until: Millis,
    },
}

impl Standing {
    /// When the case and its chat are destroyed unless something happens before.
    pub const fn ends(&self) -> Option<Millis> {
        match self {
            Self::Marked { lapses: at } | Self::Decided { until: at, .. } => Some(*at),
            Self::TakenUp { .. } => None,
        }
    }

    /// When its clock has something to do.
    pub(super) const fn due(&self) -> Millis {
        match self {
            Self::Marked { lapses: at }
            | Self::TakenUp { until: at, .. }
            | Self::Decided { until: at, .. } => *at,
        }
    }
}

/// Whether someone in this role may read and decide about what is kept for this reason: conduct is a supervisor's to judge
/// (EM-COM-I-b-i), what was asked for by law also a records officer's to give out (EM-RET-B-a-i).
pub fn is_open_to(role: Role, reason: RetentionReason) -> Result<(), Refusal> {
    let act = match reason {
        RetentionReason::Harassment | RetentionReason::ImproperConduct => Act::Judge,
        RetentionReason::RecordsRequest => Act::Disclose,
    };
    authorize(Actor::Staff { role, assigned: false }, act, State::Apart)
}

impl Case {
    /// Does a step, if whoever takes it may.
    pub(super) fn take(&mut self, policy: &Policy, now: Millis, taken: Taken) -> Result<(), Refusal> {
        let Taken { by, role, step } = taken;
        is_open_to(role, self.reason)?;
        let holds = &policy.retention.holds;
        match (step, &self.standing) {
            (Step::Open, _) => self.opened.push(Opening { by, at: now }),
            (Step::TakeUp, Standing::Marked { .. }) => {
                self.standing = Standing::TakenUp { by, until: now.after(holds.undecided_after()) };
            }
            (Step::TakeUp, Standing::TakenUp { by: holder, .. }) if *holder == by => {}
            (Step::Decide(decision), Standing::TakenUp { by: holder, .. })
                if *holder == by && Decision::fitting(self.reason).contains(&decision) =>
            {
                self.standing =
                    Standing::Decided { by, decision, until: now.after(holds.kept_after(decision)) };
            }
            (Step::TakeUp | Step::Decide(_), _) => return Err(Refusal::NotPermitted),
        }
        Ok(())
    }

    /// What is shown of it to who decides about it.
    pub fn card(&self) -> CaseCard {
        let (taken_by, decision) = match &self.standing {
            Standing::Marked { .. } => (None, None),
            Standing::TakenUp { by, .. } => (Some(by.clone()), None),
            Standing::Decided { by, decision, .. } => (Some(by.clone()), Some(*decision)),
        };
        CaseCard {
            chat: self.chat.clone(),
            reason: self.reason,
            by: self.by.clone(),
            at: self.at,
            taken_by,
            decision,
            ends: self.standing.ends(),
            opened: self.opened.clone(),
        }
    }
}
