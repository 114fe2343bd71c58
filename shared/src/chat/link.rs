//! The connection: when to open it, when to give it up, when to try again.

use crate::refusal::Refusal;
use crate::time::Millis;
use core::time::Duration;

/// The first pause before a new attempt is drawn from zero to this.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// No pause is drawn from more than this (trust.md B2: full jitter, 0.25 s to 15 s).
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// How long the opening and the greeting may take together.
const GREETING: Duration = Duration::from_secs(8);
/// Silence after which the client asks whether the other end is still there …
const QUIET: Duration = Duration::from_secs(10);
/// … and how long it then waits: a half-open connection is noticed within fifteen seconds.
const ANSWER: Duration = Duration::from_secs(5);

/// What a person can be told about the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// On the way: for the first time, or again.
    Connecting,
    /// Stands, and the edge knows who this is.
    Open,
    /// Broken; tried again at this moment.
    Waiting(Millis),
    /// Over for good: refused by the edge.
    Refused(Refusal),
    /// Over for good: the chat has ended and everything is settled.
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Connecting { until: Millis },
    Open { heard: Millis, asked: Option<Millis> },
    Waiting { until: Millis },
    Refused(Refusal),
    Done,
}

/// One connection that keeps itself alive: [`Client`](super::Client) has one for its chat, the staff's console one for the
/// desk. It is told what happens and asked, at [`Link::due`], what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    stage: Stage,
    failures: u32,
    /// What the edge last said about the connection itself: the code it then closes with can stand for several reasons.
    told: Option<Refusal>,
}

/// What the link wants when its time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Open a connection.
    Connect,
    /// Ask whether the other end is there.
    Ping,
    /// Give the connection up and open another after a pause.
    GiveUp,
}

impl Link {
    /// A link whose first connection is being opened.
    pub fn new(now: Millis) -> Self {
        Self { stage: Stage::Connecting { until: now.after(GREETING) }, failures: 0, told: None }
    }

    /// What a person can be told.
    pub fn state(self) -> LinkState {
        match self.stage {
            Stage::Connecting { .. } => LinkState::Connecting,
            Stage::Open { .. } => LinkState::Open,
            Stage::Waiting { until } => LinkState::Waiting(until),
            Stage::Refused(why) => LinkState::Refused(why),
            Stage::Done => LinkState::Done,
        }
    }

    /// Whether frames can be sent.
    pub fn is_open(self) -> bool {
        matches!(self.stage, Stage::Open { .. })
    }

    /// Whether a connection that closes now is to be replaced.
    fn is_over(self) -> bool {
        matches!(self.stage, Stage::Refused(_) | Stage::Done)
    }

    /// The edge has greeted.
    pub fn greeted(&mut self, now: Millis) {
        if !self.is_over() {
            *self = Self { stage: Stage::Open { heard: now, asked: None }, failures: 0, told: None };
        }
    }

    /// Something came from the other end.
    pub fn heard(&mut self, now: Millis) {
        if let Stage::Open { heard, asked } = &mut self.stage {
            *heard = now;
            *asked = None;
        }
    }

    /// The edge says something about the connection itself, such as why it is about to close it.
    pub fn told(&mut self, why: Refusal) {
        self.told = Some(why);
    }

    /// The connection closed with this code, or never opened. Codes that say no for good end the link.
    pub fn closed(&mut self, now: Millis, code: u16, random: u32) {
        let closes = |refusal: &Refusal| refusal.close_code() == Some(code);
        match self.told.take().filter(closes).or_else(|| Refusal::ALL.iter().copied().find(closes)) {
            None | Some(Refusal::TryAgain | Refusal::Flood | Refusal::FrameTooLarge) => {}
            Some(why) => self.refused(why),
        }
        self.lost(now, random);
    }

    /// The connection is gone. `random` decides within the pause, so that many clients do not come back at once.
    pub fn lost(&mut self, now: Millis, random: u32) {
        if self.is_over() || matches!(self.stage, Stage::Waiting { .. }) {
            return;
        }
        let most = FIRST_PAUSE.saturating_mul(1 << self.failures.min(6)).min(LONGEST_PAUSE);
        let share = most.as_millis().saturating_mul(u128::from(random)) >> 32;
        let pause = Duration::from_millis(u64::try_from(share).unwrap_or(0));
        self.failures = self.failures.saturating_add(1);
        self.stage = Stage::Waiting { until: now.after(pause) };
    }

    /// The edge does not want this client: it does not come back.
    pub fn refused(&mut self, why: Refusal) {
        if self.stage != Stage::Done {
            self.stage = Stage::Refused(why);
        }
    }

    /// Nothing more is to be had: it does not come back.
    pub fn done(&mut self) {
        self.stage = Stage::Done;
    }

    /// The network is back or the page is looked at again: no reason to wait any longer.
    pub fn hurry(&mut self, now: Millis) {
        match &mut self.stage {
            Stage::Waiting { until } => *until = now,
            Stage::Open { heard, asked: None } => *heard = Millis(now.0.saturating_sub(QUIET_MS)),
            Stage::Open { asked: Some(_), .. }
            | Stage::Connecting { .. }
            | Stage::Refused(_)
            | Stage::Done => {}
        }
    }

    /// When to call [`Link::timeout`] at the latest.
    pub fn due(self) -> Option<Millis> {
        match self.stage {
            Stage::Connecting { until } | Stage::Waiting { until } => Some(until),
            Stage::Open { asked: Some(asked), .. } => Some(asked.after(ANSWER)),
            Stage::Open { heard, asked: None } => Some(heard.after(QUIET)),
            Stage::Refused(_) | Stage::Done => None,
        }
    }

    /// What is to be done, if the time for it has come.
    pub fn timeout(&mut self, now: Millis) -> Option<Due> {
        if self.due().is_none_or(|due| due > now) {
            return None;
        }
        match &mut self.stage {
            Stage::Waiting { .. } => {
                self.stage = Stage::Connecting { until: now.after(GREETING) };
                Some(Due::Connect)
            }
            Stage::Open { asked, .. } if asked.is_none() => {
                *asked = Some(now);
                Some(Due::Ping)
            }
            Stage::Open { .. } | Stage::Connecting { .. } => Some(Due::GiveUp),
            Stage::Refused(_) | Stage::Done => None,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "ten seconds fit")]
const QUIET_MS: i64 = QUIET.as_millis() as i64;
