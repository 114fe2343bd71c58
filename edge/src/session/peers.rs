//! Who is connected, and how much they send.

use super::ConnId;
use crate::identity::Actor;
use crate::meter::Meter;
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Party, Role};
use std::collections::BTreeMap;

/// How many connections one chat waits for that have not said who they are. Anyone can open one: more of them push out the
/// oldest and cost nothing.
const STRANGERS: usize = 8;

/// Who is at the other end of a socket. It is kept with the socket, so it survives the object's sleep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Peer {
    /// Has not said yet.
    Stranger,
    /// The resident, by their token.
    Resident,
    /// A member of staff, by their sign-in.
    Staff {
        /// Who.
        id: StaffId,
        /// What they may do.
        role: Role,
        /// Whether they have said hello on this socket.
        greeted: bool,
        /// Whether they came to read along (EM-HRS-C).
        #[serde(default)]
        reads: bool,
    },
}

impl Peer {
    /// On which side they take part.
    pub(super) fn party(&self) -> Option<Party> {
        match self {
            Self::Stranger => None,
            Self::Resident => Some(Party::Resident),
            Self::Staff { .. } => Some(Party::Staff),
        }
    }

    /// Who they are to the gate, in a chat that `holder` answers.
    pub(super) fn actor(&self, holder: Option<&StaffId>) -> Actor {
        match self {
            Self::Stranger => Actor::Nobody,
            Self::Resident => Actor::Resident,
            Self::Staff { id, role, .. } => Actor::Staff { role: *role, assigned: holder == Some(id) },
        }
    }

    fn has_greeted(&self) -> bool {
        match self {
            Self::Stranger => false,
            Self::Resident => true,
            Self::Staff { greeted, .. } => *greeted,
        }
    }
}

/// The sockets of one chat.
#[derive(Default)]
pub(super) struct Peers {
    all: BTreeMap<ConnId, (Peer, Meter)>,
}

impl Peers {
    pub(super) fn restore(peers: Vec<(ConnId, Peer)>) -> Self {
        Self { all: peers.into_iter().map(|(conn, peer)| (conn, (peer, Meter::default()))).collect() }
    }

    pub(super) fn connect(&mut self, conn: ConnId, peer: Peer) {
        self.all.insert(conn, (peer, Meter::default()));
    }

    pub(super) fn disconnect(&mut self, conn: ConnId) {
        self.all.remove(&conn);
    }

    pub(super) fn get(&self, conn: ConnId) -> Option<&Peer> {
        self.all.get(&conn).map(|(peer, _)| peer)
    }

    pub(super) fn greeted(&self, conn: ConnId) -> Option<&Peer> {
        self.get(conn).filter(|peer| peer.has_greeted())
    }

    /// Notes that a connection has said hello; answers what is to be kept with its socket.
    pub(super) fn greet(&mut self, conn: ConnId, peer: Peer, reads: bool) -> Peer {
        let greeted = match peer {
            Peer::Staff { id, role, .. } => Peer::Staff { id, role, greeted: true, reads },
            Peer::Stranger | Peer::Resident => peer,
        };
        if let Some((slot, _)) = self.all.get_mut(&conn) {
            *slot = greeted.clone();
        }
        greeted
    }

    /// The connections of one side that have said hello.
    pub(super) fn of<'a>(
        &'a self,
        party: Party,
        holder: Option<&'a StaffId>,
    ) -> impl Iterator<Item = ConnId> + 'a {
        let on_side = move |peer: &Peer| match peer {
            Peer::Staff { id, .. } => party == Party::Staff && holder == Some(id),
            Peer::Resident | Peer::Stranger => party == Party::Resident,
        };
        self.all
            .iter()
            .filter(move |(_, (peer, _))| peer.has_greeted() && on_side(peer))
            .map(|(conn, _)| *conn)
    }

    /// The connections of supervisors who read along.
    pub(super) fn readers<'a>(&'a self, holder: Option<&'a StaffId>) -> impl Iterator<Item = ConnId> + 'a {
        let reads =
            move |peer: &Peer| matches!(peer, Peer::Staff { id, reads: true, .. } if holder != Some(id));
        self.all.iter().filter(move |(_, (peer, _))| peer.has_greeted() && reads(peer)).map(|(conn, _)| *conn)
    }

    /// Every connection of a person.
    pub(super) fn of_person(&self, staff: &StaffId) -> Vec<ConnId> {
        let theirs = |peer: &Peer| matches!(peer, Peer::Staff { id, .. } if id == staff);
        self.all.iter().filter(|(_, (peer, _))| theirs(peer)).map(|(conn, _)| *conn).collect()
    }

    /// The connections of staff who have no part in the chat, be it to read along.
    pub(super) fn turned_away(&self, holder: Option<&StaffId>) -> Vec<ConnId> {
        let other = |peer: &Peer| matches!(peer, Peer::Staff { id, reads: false, .. } if holder != Some(id));
        self.all.iter().filter(|(_, (peer, _))| other(peer)).map(|(conn, _)| *conn).collect()
    }

    /// The oldest connection of a side that has more than `most`, other than `newest`, which has just said hello: a socket can
    /// outlive its tab, so the newest one always gets in.
    pub(super) fn one_too_many(&self, party: Party, newest: ConnId, most: usize) -> Option<ConnId> {
        // Who reads along takes nobody's place.
        let reads = |peer: &Peer| matches!(peer, Peer::Staff { reads: true, .. });
        let on_side = |peer: &Peer| peer.has_greeted() && peer.party() == Some(party) && !reads(peer);
        let same: Vec<_> =
            self.all.iter().filter(|(_, (peer, _))| on_side(peer)).map(|(conn, _)| *conn).collect();
        same.iter().copied().find(|conn| *conn != newest).filter(|_| same.len() > most)
    }

    /// The oldest of those who have not said hello, when there are more than can be waited for.
    pub(super) fn stranger_too_many(&self) -> Option<ConnId> {
        let strangers = || self.all.iter().filter(|(_, (peer, _))| !peer.has_greeted());
        strangers().next().map(|(conn, _)| *conn).filter(|_| strangers().count() > STRANGERS)
    }

    /// Counts one frame of a connection.
    pub(super) fn meter(&mut self, conn: ConnId, now: Millis, bad: bool) -> Result<(), Refusal> {
        let (_, meter) = self.all.get_mut(&conn).ok_or(Refusal::NotSignedIn)?;
        meter.count(now, bad)
    }
}
