//! What each console shows of the desk.

use super::{Desk, Effect, Held, Seat};
use crate::identity::{Act, State, authorize};
use crate::session::ConnId;
use shared::id::{SessionId, StaffId};
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{
    Alarm, Ask, Board, Colleague, DeskDown, Ladder, MyChat, Offer, Passing, Presence, Suspension,
    Transferred, Waiting,
};
use std::collections::BTreeMap;

/// So many of the line and of the colleagues stand on a board: a frame has its bound, and nobody reads more.
const MOST: usize = 40;

/// What all boards of one moment share.
struct Scene {
    waiting: Vec<Waiting>,
    colleagues: Vec<Colleague>,
    ladders: BTreeMap<StaffId, Ladder>,
    alarms: Vec<Alarm>,
    asks: Vec<Ask>,
    suspended: Vec<Suspension>,
}

impl Desk {
    /// Has the board sent to every console that has not seen how it stands now.
    pub(super) fn show(&mut self, out: &mut Vec<Effect>) {
        let changed = out.iter().any(|effect| matches!(effect, Effect::Write(_)));
        let fresh = self.staff.take_fresh();
        let stale =
            self.staff.consoles().map(|(conn, _)| conn).filter(|conn| changed || fresh.contains(conn));
        out.extend(stale.map(|conn| Effect::Show { conn }));
    }

    /// The boards of these consoles as they stand; those that are gone have none.
    pub fn boards(&self, policy: &Policy, now: Millis, conns: &[ConnId]) -> Vec<(ConnId, DeskDown)> {
        if conns.is_empty() {
            return Vec::new();
        }
        let scene = self.scene(policy);
        let seats = conns.iter().filter_map(|conn| Some((*conn, self.staff.seat(*conn)?)));
        seats
            .map(|(conn, seat)| (conn, DeskDown::Board(Box::new(self.board(policy, now, seat, &scene)))))
            .collect()
    }

    fn scene(&self, policy: &Policy) -> Scene {
        let waiting = self.line.waiting().iter().take(MOST).map(|entry| Waiting {
            chat: entry.chat.clone(),
            topic: entry.topic.clone(),
            language: entry.language,
            since: entry.since,
            priority: entry.priority,
            alarm: self.dangers.tier(&entry.chat),
        });
        let mut ladders = BTreeMap::new();
        let mut colleagues: Vec<Colleague> = Vec::new();
        for (_, seat) in self.staff.consoles() {
            let takes_chats = authorize(seat.actor(), Act::TakeChats, State::Apart).is_ok();
            if ladders.contains_key(&seat.id) || !takes_chats {
                continue;
            }
            let member = self.staff.member(&seat.id);
            ladders.extend(member.map(|member| (seat.id.clone(), member.ladder(policy))));
            colleagues.push(Colleague {
                id: seat.id.clone(),
                card: seat.card.clone(),
                presence: self.staff.presence(&seat.id),
                chats: u8::try_from(self.line.held_by(&seat.id).count()).unwrap_or(u8::MAX),
                seats: self.seats(policy, &seat.id),
                ladder: None,
            });
        }
        // Those who can be asked come first.
        colleagues.sort_by(|one, other| {
            let key =
                |colleague: &Colleague| (colleague.presence != Presence::Online, colleague.card.name.clone());
            key(one).cmp(&key(other))
        });
        colleagues.dedup_by(|one, other| one.id == other.id);
        let mut alarms = self.alarms();
        alarms.truncate(MOST);
        let (asks, suspended) = (self.asks(MOST), self.suspensions(MOST));
        Scene { waiting: waiting.collect(), colleagues, ladders, alarms, asks, suspended }
    }

    fn board(&self, policy: &Policy, now: Millis, seat: &Seat, scene: &Scene) -> Board {
        let offer = self.line.waiting().iter().find_map(|entry| {
            let offer = entry.offer.as_ref().filter(|offer| offer.to == seat.id)?;
            Some(self.offer(&entry.chat, offer.until, None))
        });
        // Until the chat itself knows whose it is, it would turn the person away.
        let mine = self.line.held_by(&seat.id).filter(|held| held.confirmed).map(|held| self.my_chat(held));
        let may = |act| authorize(seat.actor(), act, State::Apart).is_ok();
        let (directs, suspends) = (may(Act::Direct), may(Act::Suspend));
        let colleagues = scene.colleagues.iter().filter(|colleague| colleague.id != seat.id).take(MOST);
        let member = self.staff.member(&seat.id);
        Board {
            you: seat.id.clone(),
            presence: self.staff.presence(&seat.id),
            seats: self.seats(policy, &seat.id),
            beat_every_ms: policy.desk.beat_seconds.value.saturating_mul(1_000),
            now,
            offer: self.offered_transfer(&seat.id).or(offer),
            waiting: scene.waiting.clone(),
            mine: mine.collect(),
            set_offline: member.is_some_and(|member| member.set_offline),
            ladder: scene.ladders.get(&seat.id).cloned(),
            staff: colleagues
                .map(|colleague| Colleague {
                    ladder: scene.ladders.get(&colleague.id).filter(|_| directs).cloned(),
                    ..colleague.clone()
                })
                .collect(),
            to_wrap_up: self.to_wrap_up(&seat.id),
            alarms: if directs { scene.alarms.clone() } else { Vec::new() },
            asks: if directs { scene.asks.clone() } else { Vec::new() },
            running: if directs || may(Act::Disclose) { self.running(&seat.id, MOST) } else { Vec::new() },
            suspended: if suspends { scene.suspended.clone() } else { Vec::new() },
            doors: self.doors.version,
            shut: self.doors.shut,
        }
    }

    fn seats(&self, policy: &Policy, staff: &StaffId) -> u8 {
        self.staff.member(staff).map_or(policy.desk.first_seats.value, |member| member.seats(policy))
    }

    fn offered_transfer(&self, staff: &StaffId) -> Option<Offer> {
        self.line.held().find_map(|held| {
            let transfer = held.transfer.as_ref().filter(|transfer| transfer.offered_to() == Some(staff))?;
            let until = transfer.offer.as_ref()?.until;
            let transferred = Transferred {
                from: held.card.clone(),
                topic: held.topic.clone(),
                language: held.language,
                reason: transfer.reason.clone(),
                note: transfer.note.clone(),
            };
            Some(self.offer(&held.chat, until, Some(transferred)))
        })
    }

    fn offer(&self, chat: &SessionId, until: Millis, transfer: Option<Transferred>) -> Offer {
        Offer { chat: chat.clone(), until, transfer, alarm: self.dangers.tier(chat) }
    }

    fn my_chat(&self, held: &Held) -> MyChat {
        let transfer = held.transfer.as_ref().map(|transfer| match transfer.back {
            Some(why) => Passing::Back { why },
            None => Passing::Asking { until: transfer.until },
        });
        MyChat {
            chat: held.chat.clone(),
            topic: held.topic.clone(),
            language: held.language,
            since: held.since,
            transfer,
            alarm: self.dangers.tier(&held.chat),
            asks: held.asks.is_some(),
            read_along: !held.read_by.is_empty(),
        }
    }
}
