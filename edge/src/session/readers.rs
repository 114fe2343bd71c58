//! Supervisors who read along in a running chat (EM-HRS-C): silent, disclosed to the resident beforehand, and on record.

use super::{Effect, Peer, Phase, Session, Write};
use crate::between::ToDesk;
use crate::identity::{Act, State, authorize};
use crate::session::ConnId;
use shared::id::Seq;
use shared::refusal::Refusal;
use shared::time::Millis;

/// Where the numbers of calls begin that tell of no event. No chat has as many events.
const BEYOND_EVENTS: u32 = 1 << 31;

impl Session {
    /// How the chat stands, to the gate.
    pub(super) fn state(&self) -> State {
        match self.record.phase {
            Phase::Waiting => State::Waiting,
            Phase::Active => State::Running { disclosed: self.disclosed },
            Phase::Ended => State::Ended,
        }
    }

    /// Whether someone who comes takes no side and may read along; refused where they may do neither.
    pub(super) fn is_reader(&self, peer: &Peer) -> Result<bool, Refusal> {
        let actor = peer.actor(self.record.staff.as_ref());
        match authorize(actor, Act::Read, self.state()) {
            Ok(()) => Ok(false),
            Err(_) => authorize(actor, Act::Monitor, self.state()).map(|()| true),
        }
    }

    /// Whether this connection reads along.
    pub(super) fn reads_along(&self, conn: ConnId) -> bool {
        self.peers.readers(self.record.staff.as_ref()).any(|reader| reader == conn)
    }

    /// Puts on record who reads along, in the same transaction after which they are given the first word. The desk keeps it
    /// longer than the chat is kept.
    pub(super) fn note_reader(&mut self, now: Millis, peer: &Peer, out: &mut Vec<Effect>) {
        let Peer::Staff { id, .. } = peer else { return };
        self.record.readings = self.record.readings.saturating_add(1);
        out.push(Effect::Write(Write::Record(self.record.clone())));
        let call = Seq(BEYOND_EVENTS.saturating_add(self.record.readings));
        let read = ToDesk::ReadAlong { chat: self.record.chat.clone(), by: id.clone(), at: now };
        self.calls.push(now, call, read, out);
    }
}
