//! Who is there.

use super::{Effect, Write};
use crate::identity::{Act, Actor, authorize};
use crate::meter::Meter;
use crate::session::ConnId;
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Presence, Role, StaffCard};
use std::collections::BTreeMap;

/// One console of one person. It is kept with its socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Whose.
    pub id: StaffId,
    /// What they may do.
    pub role: Role,
    /// How residents see them.
    pub card: StaffCard,
    /// When the console last said that it is there.
    pub heard: Option<Millis>,
}

/// What is kept of a person besides their consoles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: StaffId,
    /// Whether they take chats.
    pub presence: Presence,
    /// Since when they have been without a new chat: of several people the one who has waited longest is asked first.
    pub idle_since: Millis,
}

impl Seat {
    pub(super) fn actor(&self) -> Actor {
        Actor::Staff { role: self.role, assigned: false }
    }
}

#[derive(Default)]
pub(super) struct Staff {
    members: BTreeMap<StaffId, Member>,
    consoles: BTreeMap<ConnId, (Seat, Meter)>,
    /// Consoles that have not seen the board since they came.
    fresh: Vec<ConnId>,
}

impl Staff {
    pub(super) fn restore(members: Vec<Member>, seats: Vec<(ConnId, Seat)>) -> Self {
        Self {
            members: members.into_iter().map(|member| (member.id.clone(), member)).collect(),
            consoles: seats.into_iter().map(|(conn, seat)| (conn, (seat, Meter::default()))).collect(),
            fresh: Vec::new(),
        }
    }

    pub(super) fn connect(&mut self, conn: ConnId, seat: Seat) {
        self.consoles.insert(conn, (seat, Meter::default()));
    }

    pub(super) fn disconnect(&mut self, conn: ConnId) {
        self.consoles.remove(&conn);
    }

    pub(super) fn meter(&mut self, conn: ConnId, now: Millis, bad: bool) -> Result<(), Refusal> {
        let (_, meter) = self.consoles.get_mut(&conn).ok_or(Refusal::NotSignedIn)?;
        meter.count(now, bad)
    }

    pub(super) fn seat(&self, conn: ConnId) -> Option<&Seat> {
        self.consoles.get(&conn).map(|(seat, _)| seat)
    }

    pub(super) fn beat(&mut self, conn: ConnId, now: Millis, out: &mut Vec<Effect>) {
        let Some((seat, _)) = self.consoles.get_mut(&conn) else { return };
        if seat.heard.replace(now).is_none() {
            self.fresh.push(conn);
        }
        out.push(Effect::Remember { conn, seat: seat.clone() });
    }

    pub(super) fn set_presence(
        &mut self,
        seat: &Seat,
        presence: Presence,
        now: Millis,
        out: &mut Vec<Effect>,
    ) {
        let member = self.member_mut(&seat.id, now);
        if member.presence != presence {
            member.presence = presence;
            member.idle_since = now;
            out.push(Effect::Write(Write::Member(member.clone())));
        }
    }

    pub(super) fn freed(&mut self, id: &StaffId, now: Millis, out: &mut Vec<Effect>) {
        let member = self.member_mut(id, now);
        member.idle_since = now;
        out.push(Effect::Write(Write::Member(member.clone())));
    }

    fn member_mut(&mut self, id: &StaffId, now: Millis) -> &mut Member {
        let new = || Member { id: id.clone(), presence: Presence::Offline, idle_since: now };
        self.members.entry(id.clone()).or_insert_with(new)
    }

    pub(super) fn presence(&self, id: &StaffId) -> Presence {
        self.members.get(id).map(|member| member.presence).unwrap_or_default()
    }

    /// Those who take chats and whose console has been heard lately, longest idle first.
    pub(super) fn ready(&self, policy: &Policy, now: Millis) -> Vec<&Member> {
        let there = |id: &StaffId| {
            self.consoles.values().any(|(seat, _)| {
                let heard = seat.heard.is_some_and(|heard| now.since(heard) < policy.silence());
                seat.id == *id && heard && authorize(seat.actor(), Act::TakeChats).is_ok()
            })
        };
        let online = |member: &&Member| member.presence == Presence::Online && there(&member.id);
        let mut ready: Vec<_> = self.members.values().filter(online).collect();
        ready.sort_by_key(|member| member.idle_since);
        ready
    }

    /// The consoles that have said that they are there.
    pub(super) fn consoles(&self) -> impl Iterator<Item = (ConnId, &Seat)> {
        let heard = self.consoles.iter().filter(|(_, (seat, _))| seat.heard.is_some());
        heard.map(|(conn, (seat, _))| (*conn, seat))
    }

    pub(super) fn take_fresh(&mut self) -> Vec<ConnId> {
        core::mem::take(&mut self.fresh)
    }
}
