//! A chat as it is laid out: who speaks when it changes, and under which message its state stands.

use core::time::Duration;
use shared::chat::{Delivery, Item, Shown};

/// After such a pause the time is told again, even if the same person goes on.
const PAUSE: Duration = Duration::from_mins(5);

/// An item of a chat and what its neighbours make of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// The item.
    pub item: Item,
    /// Whether someone begins to speak here: the author and the time stand over it.
    pub opens: bool,
    /// What stands under an own message: under the last one always, under any other only while something is amiss.
    pub state: Option<Delivery>,
}

/// Lays `items` out.
pub fn rows(items: Vec<Item>) -> Vec<Row> {
    let last_own = items.iter().rposition(|item| matches!(item.shown, Shown::Own(..)));
    let mut rows: Vec<Row> = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        let opens = rows
            .last()
            .is_none_or(|row| speaker(&row.item) != speaker(&item) || item.at.since(row.item.at) >= PAUSE);
        let state = match item.shown {
            Shown::Own(_, delivery) if last_own == Some(place) || is_amiss(delivery) => Some(delivery),
            Shown::Own(..) | Shown::Theirs(_) | Shown::Joined(_) | Shown::Ended(..) => None,
        };
        rows.push(Row { item, opens, state });
    }
    rows
}

const fn speaker(item: &Item) -> u8 {
    match item.shown {
        Shown::Theirs(_) => 0,
        Shown::Own(..) => 1,
        Shown::Joined(_) | Shown::Ended(..) => 2,
    }
}

const fn is_amiss(delivery: Delivery) -> bool {
    matches!(delivery, Delivery::Retrying | Delivery::Refused(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::chat::ItemKey;
    use shared::id::Seq;
    use shared::privacy::{Allowed, mask};
    use shared::time::Millis;

    fn item(minutes: i64, delivery: Option<Delivery>) -> Item {
        let text = mask("Hello", Allowed::NOTHING).text;
        let shown =
            delivery.map_or_else(|| Shown::Theirs(text.clone()), |state| Shown::Own(text.clone(), state));
        Item { key: ItemKey::Event(Seq::ZERO), at: Millis(minutes * 60_000), shown }
    }

    #[test]
    fn the_author_is_named_when_it_changes_and_after_a_pause() {
        let rows = rows(vec![
            item(0, None),
            item(1, None),
            item(2, Some(Delivery::Sent)),
            item(9, Some(Delivery::Sent)),
        ]);
        assert_eq!(rows.iter().map(|row| row.opens).collect::<Vec<_>>(), [true, false, true, true]);
    }

    #[test]
    fn the_state_stands_under_the_last_own_message_and_where_something_is_amiss() {
        let own = [Delivery::Delivered, Delivery::Retrying, Delivery::Delivered, Delivery::Sent].map(Some);
        let rows = rows(own.into_iter().map(|state| item(0, state)).chain([item(0, None)]).collect());
        let states: Vec<_> = rows.iter().map(|row| row.state).collect();
        assert_eq!(states, [None, Some(Delivery::Retrying), None, Some(Delivery::Sent), None]);
    }
}
