//! What each console shows of the desk.

use super::{Desk, Effect, Seat};
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{Board, DeskDown, MyChat, Offer, Waiting};

impl Desk {
    /// Sends the board to every console that has not seen how it stands now.
    pub(super) fn show(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        let changed = out.iter().any(|effect| matches!(effect, Effect::Write(_)));
        let fresh = self.staff.take_fresh();
        for (conn, seat) in self.staff.consoles() {
            if changed || fresh.contains(&conn) {
                let board = self.board(policy, now, seat);
                out.push(Effect::Send { conn, frame: DeskDown::Board(board) });
            }
        }
    }

    fn board(&self, policy: &Policy, now: Millis, seat: &Seat) -> Board {
        let waiting = self.line.waiting().iter();
        let offer = waiting.clone().find_map(|entry| {
            let offer = entry.offer.as_ref().filter(|offer| offer.to == seat.id)?;
            Some(Offer { chat: entry.chat.clone(), until: offer.until })
        });
        // Until the chat itself knows whose it is, it would turn the person away.
        let mine = self.line.held_by(&seat.id).filter(|held| held.confirmed).map(|held| MyChat {
            chat: held.chat.clone(),
            topic: held.topic.clone(),
            language: held.language,
            since: held.since,
        });
        let waiting = waiting.map(|entry| Waiting {
            chat: entry.chat.clone(),
            topic: entry.topic.clone(),
            language: entry.language,
            since: entry.since,
        });
        Board {
            you: seat.id.clone(),
            presence: self.staff.presence(&seat.id),
            seats: policy.desk.first_seats.value,
            beat_every_ms: policy.desk.beat_seconds.value.saturating_mul(1_000),
            now,
            offer,
            waiting: waiting.collect(),
            mine: mine.collect(),
        }
    }
}
