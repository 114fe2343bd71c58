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

/// How the frames travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a WebSocket.
    Socket,
    /// In requests, where the network lets no WebSocket through (trust.md B2).
    Requests,
}

/// So many attempts may fail before requests are tried, where no WebSocket has ever opened …
const UNTRIED: u32 = 1;
/// … and where one has: then it is more likely the service that is away. Odd, as is every attempt by requests.
const PROVEN: u32 = 5;

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
    /// How many attempts in a row were not greeted.
    ungreeted: u32,
    /// Whether a WebSocket has ever been greeted.
    sockets_work: bool,
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
        Self {
            stage: Stage::Connecting { until: now.after(GREETING) },
            failures: 0,
            ungreeted: 0,
            sockets_work: false,
            told: None,
        }
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

    /// How the next connection, or the one there is, carries its frames. Attempts that fail go by turns, so that neither a
    /// network without WebSockets nor a service that was away for long leaves a resident behind.
    pub fn way(self) -> Way {
        let patience = if self.sockets_work { PROVEN } else { UNTRIED };
        if self.ungreeted >= patience && self.ungreeted % 2 == 1 { Way::Requests } else { Way::Socket }
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
        if self.is_over() {
            return;
        }
        if self.way() == Way::Socket {
            self.ungreeted = 0;
            self.sockets_work = true;
        }
        self.stage = Stage::Open { heard: now, asked: None };
        self.failures = 0;
        self.told = None;
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
        if matches!(self.stage, Stage::Connecting { .. }) {
            self.ungreeted = self.ungreeted.saturating_add(1);
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

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: u16 = 1006;

    /// Lets the link's pause pass, and its next attempt begin.
    fn tries_again(link: &mut Link, now: &mut Millis) {
        *now = now.after(LONGEST_PAUSE);
        assert_eq!(link.timeout(*now), Some(Due::Connect));
    }

    #[test]
    fn where_no_socket_opens_the_chat_goes_on_by_requests_and_stays_there() {
        let mut now = Millis(0);
        let mut link = Link::new(now);
        assert_eq!(link.way(), Way::Socket);
        link.closed(now, CUT, 0);
        tries_again(&mut link, &mut now);
        assert_eq!(link.way(), Way::Requests);
        link.greeted(now);
        assert_eq!((link.is_open(), link.way()), (true, Way::Requests));
        link.closed(now, CUT, 0);
        tries_again(&mut link, &mut now);
        assert_eq!(link.way(), Way::Requests, "what has worked comes first");
        link.closed(now, CUT, 0);
        tries_again(&mut link, &mut now);
        assert_eq!(link.way(), Way::Socket, "attempts that fail go by turns");
    }

    #[test]
    fn a_service_that_was_away_for_a_moment_is_met_again_by_socket() {
        let mut now = Millis(0);
        let mut link = Link::new(now);
        link.greeted(now);
        link.closed(now, CUT, 0);
        for _ in 0..PROVEN {
            tries_again(&mut link, &mut now);
            assert_eq!(link.way(), Way::Socket);
            link.closed(now, CUT, 0);
        }
        tries_again(&mut link, &mut now);
        assert_eq!(link.way(), Way::Requests, "after long, the network may be another");
        link.closed(now, CUT, 0);
        tries_again(&mut link, &mut now);
        link.greeted(now);
        assert_eq!(link.way(), Way::Socket);
    }
}
