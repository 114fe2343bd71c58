//! Who is there.

use super::ladder::Score;
use super::{Effect, Write};
use crate::identity::{Act, Actor, State, authorize};
use crate::meter::Meter;
use crate::session::ConnId;
use serde::{Deserialize, Serialize};
use shared::id::{StaffId, TopicId};
use shared::language::Language;
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Presence, Role, SeatsSet, StaffCard, Suspension};
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
    /// The languages they answer in; none means any (EM-COM-H).
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The topics they answer; none means any (EM-COM-D-a).
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// When the console last said that it is there.
    pub heard: Option<Millis>,
    /// When the person last touched a key or the pointer, as their console said.
    #[serde(default)]
    pub touched: Option<Millis>,
}

impl Seat {
    pub(super) fn actor(&self) -> Actor {
        Actor::Staff { role: self.role, assigned: false }
    }

    /// Whether this person answers in `language`.
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }

    /// Whether this person answers about `topic`.
    pub fn takes(&self, topic: &TopicId) -> bool {
        self.topics.is_empty() || self.topics.contains(topic)
    }
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
    /// Whether it was not they who went offline, but the clock (EM-COM-D).
    #[serde(default)]
    pub set_offline: bool,
    /// Since when none of their consoles has been there.
    #[serde(default)]
    pub unseen: Option<Millis>,
    /// What their seats are reckoned from.
    #[serde(default)]
    pub score: Score,
    /// A supervisor's word on their seats.
    #[serde(default)]
    pub set: Option<SeatsSet>,
    /// Why they may not come in, if they may not (EM-PEN-C).
    #[serde(default)]
    pub suspended: Option<Suspension>,
    /// Sign-ins from before this moment are void.
    #[serde(default)]
    pub void_before: Millis,
}

impl Member {
    /// Someone who has not been here before.
    pub fn new(id: StaffId, now: Millis) -> Self {
        Self {
            id,
            presence: Presence::Offline,
            idle_since: now,
            set_offline: false,
            unseen: None,
            score: Score::default(),
            set: None,
            suspended: None,
            void_before: Millis::default(),
        }
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

    pub(super) fn beat(&mut self, conn: ConnId, now: Millis, idle_s: u32, out: &mut Vec<Effect>) {
        let Some((seat, _)) = self.consoles.get_mut(&conn) else { return };
        if seat.heard.replace(now).is_none() {
            self.fresh.push(conn);
        }
        seat.touched = Some(Millis(now.0.saturating_sub(i64::from(idle_s).saturating_mul(1_000))));
        out.push(Effect::Remember { conn, seat: seat.clone() });
    }

    pub(super) fn set_presence(
        &mut self,
        seat: &Seat,
        presence: Presence,
        now: Millis,
        out: &mut Vec<Effect>,
    ) {
        // Who says so has just touched something.
        for (console, _) in self.consoles.values_mut().filter(|(console, _)| console.id == seat.id) {
            console.touched = console.touched.map(|touched| touched.max(now));
        }
        let set_offline = self.member(&seat.id).is_some_and(|member| member.set_offline);
        if self.presence(&seat.id) == presence && !set_offline {
            return;
        }
        let member = self.member_mut(&seat.id, now);
        // A call or a visitor comes first and costs nobody their turn (EM-COM-D-a-i).
        if member.presence == Presence::Offline {
            member.idle_since = now;
        }
        member.presence = presence;
        member.set_offline = false;
        out.push(Effect::Write(Write::Member(member.clone())));
    }

    /// Sets offline who takes chats and has touched nothing for the policy's time, or whose consoles have all been gone for as
    /// long (EM-COM-D). Answers who.
    pub(super) fn lapse(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) -> Vec<StaffId> {
        let touched = touched(&self.consoles);
        let mut lapsed = Vec::new();
        for member in self.members.values_mut() {
            let touched = touched.get(&member.id).copied();
            let unseen = if touched.is_some() { None } else { member.unseen.or(Some(now)) };
            let online = member.presence == Presence::Online;
            let last = touched.or(unseen).unwrap_or(now);
            if online && now.since(last) >= policy.idle() {
                member.presence = Presence::Offline;
                member.set_offline = true;
                lapsed.push(member.id.clone());
                out.push(Effect::Write(Write::Member(member.clone())));
            } else if online && member.unseen != unseen {
                member.unseen = unseen;
                out.push(Effect::Write(Write::Member(member.clone())));
            }
        }
        lapsed
    }

    /// When the next one who takes chats has touched nothing for `idle`, at the latest: to the minute, so that it does not move
    /// with every beat.
    pub(super) fn lapse_due(&self, idle: core::time::Duration) -> Option<Millis> {
        let touched = touched(&self.consoles);
        let online = self.members.values().filter(|member| member.presence == Presence::Online);
        let last = online.filter_map(|member| touched.get(&member.id).copied().or(member.unseen)).min()?;
        let due = last.after(idle).0;
        Some(Millis(due.saturating_add(MINUTE - 1).div_euclid(MINUTE).saturating_mul(MINUTE)))
    }

    pub(super) fn freed(&mut self, id: &StaffId, now: Millis, out: &mut Vec<Effect>) {
        let member = self.member_mut(id, now);
        member.idle_since = now;
        out.push(Effect::Write(Write::Member(member.clone())));
    }

    pub(super) fn member_mut(&mut self, id: &StaffId, now: Millis) -> &mut Member {
        self.members.entry(id.clone()).or_insert_with(|| Member::new(id.clone(), now))
    }

    pub(super) fn member(&self, id: &StaffId) -> Option<&Member> {
        self.members.get(id)
    }

    pub(super) fn presence(&self, id: &StaffId) -> Presence {
        self.member(id).map(|member| member.presence).unwrap_or_default()
    }

    /// Those who take chats and whose console has been heard lately, longest idle first.
    pub(super) fn ready(&self, policy: &Policy, now: Millis) -> Vec<(&Member, &Seat)> {
        let there = self.consoles.values().map(|(seat, _)| seat).filter(|seat| {
            let heard = seat.heard.is_some_and(|heard| now.since(heard) < policy.silence());
            heard && authorize(seat.actor(), Act::TakeChats, State::Apart).is_ok()
        });
        let there: BTreeMap<&StaffId, &Seat> = there.map(|seat| (&seat.id, seat)).collect();
        let online = self.members.values().filter(|member| member.presence == Presence::Online);
        let mut ready: Vec<_> = online.filter_map(|member| Some((member, *there.get(&member.id)?))).collect();
        ready.sort_by_key(|(member, _)| member.idle_since);
        ready
    }

    /// The consoles that have said that they are there.
    pub(super) fn consoles(&self) -> impl Iterator<Item = (ConnId, &Seat)> {
        let heard = self.consoles.iter().filter(|(_, (seat, _))| seat.heard.is_some());
        heard.map(|(conn, (seat, _))| (*conn, seat))
    }

    /// Every person the desk knows.
    pub(super) fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.values()
    }

    /// Every console of a person, whether it has been heard or not.
    pub(super) fn consoles_of(&self, id: &StaffId) -> Vec<ConnId> {
        self.consoles.iter().filter(|(_, (seat, _))| seat.id == *id).map(|(conn, _)| *conn).collect()
    }

    /// What a person is called, if a console of theirs has said so.
    pub(super) fn name_of(&self, id: &StaffId) -> Option<&str> {
        let seat = self.consoles.values().map(|(seat, _)| seat).find(|seat| seat.id == *id);
        seat.map(|seat| seat.card.name.as_str())
    }

    pub(super) fn take_fresh(&mut self) -> Vec<ConnId> {
        core::mem::take(&mut self.fresh)
    }
}

/// A minute, in milliseconds.
const MINUTE: i64 = 60_000;

/// When each person who is there last touched something.
fn touched(consoles: &BTreeMap<ConnId, (Seat, Meter)>) -> BTreeMap<&StaffId, Millis> {
    let mut last: BTreeMap<&StaffId, Millis> = BTreeMap::new();
    for (seat, _) in consoles.values() {
        if let Some(touched) = seat.touched.or(seat.heard) {
            let slot = last.entry(&seat.id).or_insert(touched);
            *slot = touched.max(*slot);
        }
    }
    last
}
