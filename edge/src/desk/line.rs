//! The chats of the desk: those that wait, in order, and those that someone has.

use super::transfer::Transfer;
use super::{Effect, Gone, Seat, Write};
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Opening, Place, Priority, StaffCard};
use std::collections::BTreeMap;

/// A chat that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Since when. The line is in this order.
    pub since: Millis,
    /// Whom it comes before (EM-GEN-B, PI-ORDER).
    #[serde(default)]
    pub priority: Priority,
    /// To whom it is offered at the moment.
    pub offer: Option<Pending>,
    /// Who has left it to others in this round.
    pub asked: Vec<StaffId>,
    /// How the line stands, as the resident was last told.
    #[serde(default)]
    pub told: Option<Place>,
    /// How many have had it before.
    #[serde(default)]
    pub hop: u32,
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// To whom.
    pub to: StaffId,
    /// Until when.
    pub until: Millis,
}

/// A chat that someone has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The chat.
    pub chat: SessionId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// Who has it.
    pub staff: StaffId,
    /// How the resident sees them.
    pub card: StaffCard,
    /// Since when.
    pub since: Millis,
    /// Whether the chat has answered that it knows.
    pub confirmed: bool,
    /// The how manieth to have it.
    #[serde(default)]
    pub hop: u32,
    /// Where its transfer to someone else stands.
    #[serde(default)]
    pub transfer: Option<Transfer>,
    /// Since when a supervisor is asked for and none has seen it (EM-COM-I-a).
    #[serde(default)]
    pub asks: Option<Millis>,
    /// Which supervisors have read along, and since when.
    #[serde(default)]
    pub read_by: Vec<Opening>,
    /// Whether the one who has it is to have it no longer (EM-PEN-C): the chat is told, then it waits again.
    #[serde(default)]
    pub dismissing: bool,
    /// When it is told again. Not worth storing: after a restart it is told at once.
    #[serde(skip)]
    pub due: Millis,
    /// How often it was told.
    #[serde(skip)]
    pub tries: u32,
}

#[derive(Default)]
pub(super) struct Line {
    waiting: Vec<Entry>,
    held: BTreeMap<SessionId, Held>,
    gone: BTreeMap<SessionId, Gone>,
}

impl Line {
    pub(super) fn restore(mut waiting: Vec<Entry>, held: Vec<Held>, gone: Vec<Gone>) -> Self {
        waiting.sort_by(order);
        Self {
            waiting,
            held: held.into_iter().map(|held| (held.chat.clone(), held)).collect(),
            gone: gone.into_iter().map(|gone| (gone.chat.clone(), gone)).collect(),
        }
    }

    pub(super) fn wait(&mut self, entry: Entry, out: &mut Vec<Effect>) {
        let here = self.held.contains_key(&entry.chat) || self.entry(&entry.chat).is_some();
        if !here && !self.gone.contains_key(&entry.chat) {
            out.push(Effect::Write(Write::Waiting(entry.clone())));
            let place = self.waiting.partition_point(|other| order(other, &entry).is_lt());
            self.waiting.insert(place, entry);
        }
    }

    /// What someone who waits has written shows that they come before others. Nobody is moved back.
    pub(super) fn raise(&mut self, chat: &SessionId, priority: Priority, out: &mut Vec<Effect>) {
        let lower = |entry: &&mut Entry| entry.chat == *chat && priority < entry.priority;
        let Some(entry) = self.waiting.iter_mut().find(lower) else { return };
        entry.priority = priority;
        out.push(Effect::Write(Write::Waiting(entry.clone())));
        self.waiting.sort_by(order);
    }

    /// Takes a chat out, wherever it is; answers who had it, unless it was out before.
    pub(super) fn leave(&mut self, now: Millis, chat: &SessionId, out: &mut Vec<Effect>) -> Option<Held> {
        if self.gone.contains_key(chat) {
            return None;
        }
        self.waiting.retain(|entry| entry.chat != *chat);
        let held = self.held.remove(chat);
        let gone = Gone::new(now, chat.clone(), held.as_ref());
        self.gone.retain(|_, earlier| earlier.at >= gone.forgets());
        out.push(Effect::Write(Write::Left(gone.clone())));
        self.gone.insert(chat.clone(), gone);
        held
    }

    /// Someone takes the chat that is offered to them; says whether that is news.
    pub(super) fn accept(
        &mut self,
        chat: &SessionId,
        seat: &Seat,
        now: Millis,
        out: &mut Vec<Effect>,
    ) -> Result<bool, Refusal> {
        if self.is_held_by(chat, &seat.id) {
            return Ok(false);
        }
        let offered = |entry: &Entry| entry.chat == *chat && entry.is_offered_to(&seat.id, now);
        let place = self.waiting.iter().position(offered).ok_or(Refusal::OfferGone)?;
        let entry = self.waiting.remove(place);
        let held = Held {
            chat: entry.chat,
            topic: entry.topic,
            language: entry.language,
            staff: seat.id.clone(),
            card: seat.card.clone(),
            since: now,
            confirmed: false,
            hop: entry.hop.saturating_add(1),
            transfer: None,
            asks: None,
            read_by: Vec::new(),
            dismissing: false,
            due: now,
            tries: 0,
        };
        out.push(Effect::Write(Write::Held(held.clone())));
        self.held.insert(held.chat.clone(), held);
        Ok(true)
    }

    pub(super) fn decline(
        &mut self,
        chat: &SessionId,
        staff: &StaffId,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let offered = |entry: &&mut Entry| entry.chat == *chat && entry.offered_to() == Some(staff);
        let entry = self.waiting.iter_mut().find(offered).ok_or(Refusal::OfferGone)?;
        entry.pass_on();
        out.push(Effect::Write(Write::Waiting(entry.clone())));
        Ok(())
    }

    /// Takes back what is offered to someone who no longer takes chats.
    pub(super) fn withdraw(&mut self, staff: &StaffId, out: &mut Vec<Effect>) {
        for entry in self.waiting.iter_mut().filter(|entry| entry.offered_to() == Some(staff)) {
            entry.offer = None;
            out.push(Effect::Write(Write::Waiting(entry.clone())));
        }
    }

    /// Lets every offer that has lasted its time go on to the next person.
    pub(super) fn pass_on(&mut self, now: Millis, out: &mut Vec<Effect>) {
        let lapsed = |entry: &&mut Entry| entry.offer.as_ref().is_some_and(|offer| offer.until <= now);
        for entry in self.waiting.iter_mut().filter(lapsed) {
            entry.pass_on();
            out.push(Effect::Write(Write::Waiting(entry.clone())));
        }
    }

    pub(super) fn waiting(&self) -> &[Entry] {
        &self.waiting
    }

    pub(super) fn waiting_mut(&mut self) -> &mut [Entry] {
        &mut self.waiting
    }

    fn entry(&self, chat: &SessionId) -> Option<&Entry> {
        self.waiting.iter().find(|entry| entry.chat == *chat)
    }

    /// Every chat that someone has.
    pub(super) fn held(&self) -> impl Iterator<Item = &Held> {
        self.held.values()
    }

    pub(super) fn held_mut(&mut self) -> impl Iterator<Item = &mut Held> {
        self.held.values_mut()
    }

    /// The chats of a person.
    pub(super) fn held_by<'a>(&'a self, staff: &'a StaffId) -> impl Iterator<Item = &'a Held> + 'a {
        self.held().filter(move |held| held.staff == *staff)
    }

    /// The chat, if this person has it.
    pub(super) fn of(&mut self, chat: &SessionId, staff: &StaffId) -> Option<&mut Held> {
        self.held.get_mut(chat).filter(|held| held.staff == *staff)
    }

    pub(super) fn is_held_by(&self, chat: &SessionId, staff: &StaffId) -> bool {
        self.held.get(chat).is_some_and(|held| held.staff == *staff)
    }

    pub(super) fn get(&self, chat: &SessionId) -> Option<&Held> {
        self.held.get(chat)
    }

    pub(super) fn get_mut(&mut self, chat: &SessionId) -> Option<&mut Held> {
        self.held.get_mut(chat)
    }

    /// What is remembered of chats that are over.
    pub(super) fn gone(&self) -> impl Iterator<Item = &Gone> {
        self.gone.values()
    }

    pub(super) fn gone_mut(&mut self, chat: &SessionId) -> Option<&mut Gone> {
        self.gone.get_mut(chat)
    }

    pub(super) fn confirm(&mut self, chat: &SessionId, out: &mut Vec<Effect>) {
        if let Some(held) = self.held.get_mut(chat).filter(|held| !held.confirmed) {
            held.confirmed = true;
            out.push(Effect::Write(Write::Held(held.clone())));
        }
    }

    pub(super) fn is_dismissing(&self, chat: &SessionId) -> bool {
        self.held.get(chat).is_some_and(|held| held.dismissing)
    }

    /// The chat knows that nobody has it: it waits again, since when it was last answered, and so before those who came later.
    pub(super) fn put_back(&mut self, chat: &SessionId, out: &mut Vec<Effect>) {
        let Some(held) = self.held.remove(chat) else { return };
        let entry = Entry {
            chat: held.chat,
            topic: held.topic,
            language: held.language,
            since: held.since,
            priority: Priority::Arrival,
            offer: None,
            asked: Vec::new(),
            told: None,
            hop: held.hop,
        };
        out.push(Effect::Write(Write::Waiting(entry.clone())));
        self.waiting.push(entry);
        self.waiting.sort_by(order);
    }

    pub(super) fn unconfirmed(&mut self, now: Millis) -> impl Iterator<Item = &mut Held> {
        self.held.values_mut().filter(move |held| !held.confirmed && held.due <= now)
    }

    pub(super) fn offer_due(&self) -> Option<Millis> {
        let transfers = self.held().filter_map(|held| held.transfer.as_ref()?.due());
        self.waiting.iter().filter_map(|entry| Some(entry.offer.as_ref()?.until)).chain(transfers).min()
    }

    pub(super) fn assign_due(&self) -> Option<Millis> {
        self.held().filter(|held| !held.confirmed).map(|held| held.due).min()
    }
}

impl Entry {
    pub(super) fn offered_to(&self) -> Option<&StaffId> {
        self.offer.as_ref().map(|offer| &offer.to)
    }

    fn is_offered_to(&self, staff: &StaffId, now: Millis) -> bool {
        self.offer.as_ref().is_some_and(|offer| offer.to == *staff && now < offer.until)
    }

    fn pass_on(&mut self) {
        if let Some(offer) = self.offer.take() {
            self.asked.push(offer.to);
        }
    }
}

/// First come, first served, of those who come before nobody; of two at the same moment the identifier decides.
fn order(one: &Entry, other: &Entry) -> core::cmp::Ordering {
    (one.priority, one.since, &one.chat).cmp(&(other.priority, other.since, &other.chat))
}
