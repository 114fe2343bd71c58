//! What supervisors see of others' chats and do in them: who asks for them, what runs, who has read along, taking over.

use super::{Desk, Effect, Seat, Write};
use crate::identity::State;
use core::time::Duration;
use shared::id::{SessionId, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Access, AccessKind, Ask, AskWhy, DeskUp, Opening, Running};

/// How long it is kept who looked at what.
const KEPT: Duration = Duration::from_hours(24 * 365);

/// When an access is noted at this moment, those from before the one returned are forgotten.
pub fn accesses_kept_since(now: Millis) -> Millis {
    now.before(KEPT)
}

impl Desk {
    /// How the chat of a frame stands, to the gate.
    pub(super) fn state(&self, policy: &Policy, frame: &DeskUp) -> State {
        match frame {
            DeskUp::TakeOver { chat } => match self.line.get(chat) {
                Some(_) => State::Running { disclosed: policy.desk.read_along.value },
                None => State::Ended,
            },
            DeskUp::Beat { .. }
            | DeskUp::Presence { .. }
            | DeskUp::Accept { .. }
            | DeskUp::Decline { .. }
            | DeskUp::Transfer { .. }
            | DeskUp::Keep { .. }
            | DeskUp::Seats { .. }
            | DeskUp::WrapUp { .. }
            | DeskUp::Seen { .. }
            | DeskUp::AskSupervisor { .. }
            | DeskUp::Suspend { .. }
            | DeskUp::Readmit { .. } => State::Apart,
        }
    }

    /// Someone asks for a supervisor in their chat (EM-COM-I-a). Asked again, nothing more happens.
    pub(super) fn ask_supervisor(
        &mut self,
        now: Millis,
        seat: &Seat,
        chat: &SessionId,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let held = self.line.of(chat, &seat.id).ok_or(Refusal::NoSuchChat)?;
        if held.asks.is_none() {
            held.asks = Some(now);
            out.push(Effect::Write(Write::Held(held.clone())));
        }
        Ok(())
    }

    /// A supervisor takes the chat from who has it. Their seats do not hinder them: someone may be threatened. The resident is
    /// told who answers now.
    pub(super) fn take_over(
        &mut self,
        now: Millis,
        seat: &Seat,
        chat: &SessionId,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let held = self.line.get_mut(chat).filter(|held| !held.dismissing).ok_or(Refusal::NoSuchChat)?;
        if held.staff == seat.id {
            return Ok(());
        }
        let before = held.pass_to(seat, now);
        held.asks = None;
        out.push(Effect::Write(Write::Held(held.clone())));
        let (chat, by) = (chat.clone(), seat.id.clone());
        out.push(Effect::Write(Write::Access(Access { chat, by, at: now, kind: AccessKind::TookOver })));
        self.staff.freed(&before, now, out);
        Ok(())
    }

    /// A chat says that a supervisor has opened it. It may say so twice.
    pub(super) fn read_along(&mut self, chat: &SessionId, by: StaffId, at: Millis, out: &mut Vec<Effect>) {
        if let Some(held) = self.line.get_mut(chat) {
            if held.read_by.iter().any(|known| known.by == by && known.at == at) {
                return;
            }
            held.read_by.push(Opening { by: by.clone(), at });
            out.push(Effect::Write(Write::Held(held.clone())));
        }
        let access = Access { chat: chat.clone(), by, at, kind: AccessKind::ReadAlong };
        out.push(Effect::Write(Write::Access(access)));
    }

    /// A chat that has just gone was ended because of abuse: supervisors are told (TE-5.9).
    pub(super) fn ended_for_abuse(
        &mut self,
        now: Millis,
        chat: &SessionId,
        abuse: bool,
        out: &mut Vec<Effect>,
    ) {
        let Some(gone) = self.line.gone_mut(chat).filter(|gone| abuse && gone.asks.is_none()) else { return };
        // One that a supervisor has seen is counted already, and the call may come twice.
        let Some((staff, topic)) = gone.card.take().zip(gone.to_wrap_up.clone()) else { return };
        gone.asks = Some(Ask { chat: chat.clone(), topic, staff, at: now, why: AskWhy::AbuseEnded });
        out.push(Effect::Write(Write::Left(gone.clone())));
    }

    /// A supervisor has seen it; says whether anyone had asked.
    pub(super) fn seen_ask(&mut self, chat: &SessionId, out: &mut Vec<Effect>) -> bool {
        if let Some(held) = self.line.get_mut(chat).filter(|held| held.asks.is_some()) {
            held.asks = None;
            out.push(Effect::Write(Write::Held(held.clone())));
            return true;
        }
        if let Some(gone) = self.line.gone_mut(chat).filter(|gone| gone.asks.is_some()) {
            gone.asks = None;
            out.push(Effect::Write(Write::Left(gone.clone())));
            return true;
        }
        false
    }

    /// What supervisors are asked or to be told, the oldest first.
    pub(super) fn asks(&self, most: usize) -> Vec<Ask> {
        let held = self.line.held().filter_map(|held| {
            Some(Ask {
                chat: held.chat.clone(),
                topic: held.topic.clone(),
                staff: held.card.clone(),
                at: held.asks?,
                why: AskWhy::Help,
            })
        });
        let gone = self.line.gone().filter_map(|gone| gone.asks.clone());
        let mut asks: Vec<_> = held.chain(gone).collect();
        asks.sort_by_key(|ask| ask.at);
        asks.truncate(most);
        asks
    }

    /// The chats that others have, the longest first; what someone is in danger in or asks for them in comes before.
    pub(super) fn running(&self, own: &StaffId, most: usize) -> Vec<Running> {
        let mut held: Vec<_> = self.line.held().filter(|held| held.confirmed && held.staff != *own).collect();
        held.sort_by_key(|held| {
            (self.dangers.tier(&held.chat).is_none(), held.asks.is_none(), held.since, &held.chat)
        });
        let running = held.into_iter().take(most).map(|held| Running {
            chat: held.chat.clone(),
            topic: held.topic.clone(),
            language: held.language,
            staff: held.card.clone(),
            since: held.since,
            alarm: self.dangers.tier(&held.chat),
            read_by: held.read_by.clone(),
        });
        running.collect()
    }
}
