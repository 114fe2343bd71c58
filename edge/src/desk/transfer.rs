//! A chat goes to someone else: asked first, accepted first, told to the resident, or back with its reason (EM-COM-G).

use super::{Desk, Effect, Held, Pending, Seat, Write};
use serde::{Deserialize, Serialize};
use shared::conduct;
use shared::id::{ChoiceId, SessionId, StaffId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Back, MAX_NOTE_CHARS, Target, Untrusted};

/// Where the transfer of a chat stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Who is to have it.
    pub to: Target,
    /// Why.
    pub reason: ChoiceId,
    /// What the other side should know. It is about a resident, so it is never stored: after a restart it is gone.
    #[serde(skip)]
    pub note: String,
    /// When it is back.
    pub until: Millis,
    /// To whom it is offered.
    pub offer: Option<Pending>,
    /// Who has left it to others.
    pub asked: Vec<StaffId>,
    /// Why it is back, once it is.
    pub back: Option<Back>,
}

impl Transfer {
    pub(super) fn due(&self) -> Option<Millis> {
        let offer = self.offer.as_ref().map_or(self.until, |offer| offer.until.min(self.until));
        Some(offer).filter(|_| self.back.is_none())
    }

    pub(super) fn offered_to(&self) -> Option<&StaffId> {
        self.offer.as_ref().filter(|_| self.back.is_none()).map(|offer| &offer.to)
    }

    fn is_for(&self, seat: &Seat) -> bool {
        match &self.to {
            Target::Person { id } => seat.id == *id,
            Target::Topic { id: topic } => seat.takes(topic),
            Target::Department { name: department } => seat.card.department == *department,
        }
    }
}

impl Held {
    /// From now on it is this person's; answers whose it was. The chat is told until it has answered.
    pub(super) fn pass_to(&mut self, seat: &Seat, now: Millis) -> StaffId {
        self.transfer = None;
        self.card = seat.card.clone();
        self.since = now;
        self.confirmed = false;
        (self.due, self.tries) = (now, 0);
        self.hop = self.hop.saturating_add(1);
        core::mem::replace(&mut self.staff, seat.id.clone())
    }
}

impl Desk {
    /// Someone wants another to have their chat.
    pub(super) fn transfer(
        &mut self,
        policy: &Policy,
        now: Millis,
        seat: &Seat,
        chat: &SessionId,
        (to, reason, note): (Target, ChoiceId, &str),
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        if !policy.desk.transfer_reasons.value.iter().any(|choice| choice.id == reason) {
            return Err(Refusal::BadFrame);
        }
        let note = Untrusted::typed(note);
        if note.chars() > MAX_NOTE_CHARS {
            return Err(Refusal::TextTooLong);
        }
        let note = note.mask(policy.allowed());
        if !conduct::grounds(note.as_str()).is_empty() {
            return Err(Refusal::HeldBack);
        }
        let held = self.line.of(chat, &seat.id).filter(|held| held.confirmed).ok_or(Refusal::NoSuchChat)?;
        let transfer = Transfer {
            to,
            reason,
            note: note.as_str().to_owned(),
            until: now.after(policy.transfer()),
            offer: None,
            asked: Vec::new(),
            back: None,
        };
        held.transfer = Some(transfer);
        out.push(Effect::Write(Write::Held(held.clone())));
        Ok(())
    }

    /// The person keeps the chat, or has read why it is back.
    pub(super) fn keep(
        &mut self,
        chat: &SessionId,
        seat: &Seat,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let held = self.line.of(chat, &seat.id).ok_or(Refusal::NoSuchChat)?;
        if held.transfer.take().is_some() {
            out.push(Effect::Write(Write::Held(held.clone())));
        }
        Ok(())
    }

    /// The one who is asked takes the chat; says whether it was theirs to take.
    pub(super) fn accept_transfer(
        &mut self,
        now: Millis,
        chat: &SessionId,
        seat: &Seat,
        out: &mut Vec<Effect>,
    ) -> bool {
        let offered = |transfer: &Transfer| transfer.offered_to() == Some(&seat.id) && transfer.until > now;
        let Some(held) = self.line.get_mut(chat).filter(|held| held.transfer.as_ref().is_some_and(offered))
        else {
            return false;
        };
        let before = held.pass_to(seat, now);
        out.push(Effect::Write(Write::Held(held.clone())));
        self.staff.freed(&before, now, out);
        true
    }

    /// The one who is asked leaves it where it is; says whether it was theirs to leave.
    pub(super) fn decline_transfer(
        &mut self,
        chat: &SessionId,
        staff: &StaffId,
        out: &mut Vec<Effect>,
    ) -> bool {
        let Some(held) = self.line.get_mut(chat) else { return false };
        let Some(transfer) = held.transfer.as_mut().filter(|transfer| transfer.offered_to() == Some(staff))
        else {
            return false;
        };
        transfer.offer = None;
        transfer.asked.push(staff.clone());
        if matches!(transfer.to, Target::Person { .. }) {
            transfer.back = Some(Back::Declined);
        }
        out.push(Effect::Write(Write::Held(held.clone())));
        true
    }

    /// Takes back what is offered to someone who no longer takes chats.
    pub(super) fn withdraw_transfers(&mut self, staff: &StaffId, out: &mut Vec<Effect>) {
        for held in self.line.held_mut() {
            let Some(transfer) = &mut held.transfer else { continue };
            if transfer.offered_to() == Some(staff) {
                transfer.offer = None;
                out.push(Effect::Write(Write::Held(held.clone())));
            }
        }
    }

    /// Offers every transfer to the next who may take it, and gives back what nobody takes.
    pub(super) fn pass_transfers(&mut self, policy: &Policy, now: Millis, out: &mut Vec<Effect>) {
        let open = |transfer: &Transfer| transfer.back.is_none();
        if !self.line.held().any(|held| held.transfer.as_ref().is_some_and(open)) {
            return;
        }
        let mut free = self.free(policy, now);
        for held in self.line.held_mut() {
            let Some(transfer) = held.transfer.as_mut().filter(|transfer| transfer.back.is_none()) else {
                continue;
            };
            let lapsed = transfer.offer.as_ref().is_some_and(|offer| offer.until <= now);
            if transfer.offer.is_some() && !lapsed {
                continue;
            }
            if let Some(offer) = transfer.offer.take() {
                transfer.asked.push(offer.to);
            }
            let next = free.iter().position(|one| {
                one.seat.id != held.staff
                    && !transfer.asked.contains(&one.seat.id)
                    && transfer.is_for(&one.seat)
            });
            match next.filter(|_| now < transfer.until) {
                Some(place) => {
                    let to = free.remove(place).seat.id;
                    let until = match transfer.to {
                        Target::Person { .. } => transfer.until,
                        Target::Topic { .. } | Target::Department { .. } => {
                            now.after(policy.offer()).min(transfer.until)
                        }
                    };
                    transfer.offer = Some(Pending { to, until });
                }
                None if lapsed => transfer.back = Some(Back::TimedOut),
                None if transfer.asked.is_empty() => transfer.back = Some(Back::NobodyThere),
                None => transfer.back = Some(Back::Declined),
            }
            out.push(Effect::Write(Write::Held(held.clone())));
        }
    }
}
