//! What a chat looks like: one list, with keys that stay while a message goes from "sending" to "delivered".

use super::log::{Entry, Happening, Log};
use super::outbox::{Action, Outbox, Pending};
use crate::id::{ClientRef, Seq};
use crate::privacy::MaskedText;
use crate::refusal::Refusal;
use crate::time::Millis;
use crate::wire::v1::{EndReason, Ender, Party, Receipts, StaffCard};

/// Names an item for as long as it is shown, from local echo to acknowledged event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKey {
    /// An action of a person.
    Action(ClientRef),
    /// Something else that happened.
    Event(Seq),
}

/// One item of the timeline.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub key: ItemKey,
    /// When it happened, or was written.
    pub at: Millis,
    /// What it is.
    pub shown: Shown,
}

/// What an item shows.
#[derive(Clone, PartialEq, Eq)]
pub enum Shown {
    /// A message of the other side.
    Theirs(MaskedText),
    /// A message of this side.
    Own(MaskedText, Delivery),
    /// A member of staff has come.
    Joined(StaffCard),
    /// The chat is over.
    Ended(Ender, EndReason),
}

/// How far an own message got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// On its way.
    Sending,
    /// Not sent yet; it is tried again by itself.
    Retrying,
    /// The edge has it for certain.
    Sent,
    /// It is on the other side's screen.
    Delivered,
    /// The edge did not take it.
    Refused(Refusal),
}

pub(super) fn items(log: &Log, outbox: &Outbox, you: Party, got: Receipts, open: bool) -> Vec<Item> {
    let happened = log.entries().iter().filter_map(|entry| happened(entry, you, got));
    happened.chain(outbox.pending().iter().filter_map(|pending| on_its_way(pending, open))).collect()
}

fn happened(entry: &Entry, you: Party, got: Receipts) -> Option<Item> {
    let shown = match &entry.happening {
        Happening::Started { .. } => return None,
        Happening::Joined(card) => Shown::Joined(card.clone()),
        Happening::Said { by, text, .. } if *by == you => {
            let delivered = got.of(you.other()) >= entry.seq;
            Shown::Own(text.clone(), if delivered { Delivery::Delivered } else { Delivery::Sent })
        }
        Happening::Said { text, .. } => Shown::Theirs(text.clone()),
        Happening::Ended { by, reason } => Shown::Ended(*by, *reason),
    };
    let key = entry.client_ref.clone().map_or(ItemKey::Event(entry.seq), ItemKey::Action);
    Some(Item { key, at: entry.at, shown })
}

fn on_its_way(pending: &Pending, open: bool) -> Option<Item> {
    let Action::Say { text, .. } = &pending.action else { return None };
    let delivery = match pending.refused {
        Some(why) => Delivery::Refused(why),
        None if pending.retried || !open => Delivery::Retrying,
        None => Delivery::Sending,
    };
    let key = ItemKey::Action(pending.client_ref.clone());
    Some(Item { key, at: pending.made, shown: Shown::Own(text.clone(), delivery) })
}
