//! The resident is silent (EM-COM-F): the clock runs only while staff spoke last, asks, and then ends the chat.
//!
//! Its moments are stored with the record, so they are exact with nobody connected, after a sleep and after a restart. A clock
//! that comes late asks late and then still waits its whole time: nobody is ended without having been asked.

use super::{Effect, Phase, Session, Write};
use serde::{Deserialize, Serialize};
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{Body, Down, EndReason, Ender, Party};

/// Where the clock of a silent resident stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quiet {
    /// It does not run: the resident spoke last, or nobody has spoken.
    #[default]
    Still,
    /// Staff spoke last. At this moment the resident is asked whether they are there.
    Listening(Millis),
    /// The resident has been asked. At this moment the chat ends.
    Asked(Millis),
}

impl Quiet {
    /// When something is to be done.
    pub(super) const fn due(self) -> Option<Millis> {
        match self {
            Self::Still => None,
            Self::Listening(at) | Self::Asked(at) => Some(at),
        }
    }

    /// How long the resident, once asked, still has.
    pub(super) fn ends_in_ms(self, now: Millis) -> Option<u32> {
        match self {
            Self::Still | Self::Listening(_) => None,
            Self::Asked(at) => Some(u32::try_from(at.since(now).as_millis()).unwrap_or(u32::MAX)),
        }
    }
}

impl Session {
    /// Someone has said something: from now on the resident is awaited, or nobody is.
    pub(super) fn spoke(&mut self, policy: &Policy, now: Millis, by: Party, out: &mut Vec<Effect>) {
        match by {
            Party::Staff => self.set_quiet(now, Quiet::Listening(now.after(policy.silence_asks())), out),
            Party::Resident => self.set_quiet(now, Quiet::Still, out),
        }
    }

    /// The resident types, or has pressed the button: the clock starts anew, as often as they like.
    pub(super) fn is_here(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        if self.record.quiet != Quiet::Still {
            self.set_quiet(now, Quiet::Listening(now.after(policy.silence_asks())), out);
        }
    }

    /// The clock has come to its moment. It may do so more than once.
    pub(super) fn silence(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        if self.record.quiet.due().is_none_or(|due| due > now) || self.record.phase != Phase::Active {
            return;
        }
        match self.record.quiet {
            Quiet::Still => {}
            Quiet::Listening(_) => self.set_quiet(now, Quiet::Asked(now.after(policy.silence_ends())), out),
            Quiet::Asked(_) => {
                let body = Body::Ended { by: Ender::Policy, reason: EndReason::Silent };
                self.finish(now, None, body, out);
            }
        }
    }

    fn set_quiet(&mut self, now: Millis, quiet: Quiet, out: &mut Vec<Effect>) {
        if self.record.quiet == quiet {
            return;
        }
        let was_asked = matches!(self.record.quiet, Quiet::Asked(_));
        self.record.quiet = quiet;
        out.push(Effect::Write(Write::Record(self.record.clone())));
        if was_asked || matches!(quiet, Quiet::Asked(_)) {
            let frame = Down::StillThere { ends_in_ms: quiet.ends_in_ms(now) };
            for party in [Party::Resident, Party::Staff] {
                self.send_to(party, &frame, out);
            }
        }
    }
}
