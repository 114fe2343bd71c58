//! What the list of messages shows: the timeline, with who speaks, when, how far a message got, and the way to pay.
//!
//! Pure, so that it is tested without a browser. Every row has a key that stays, so that a message keeps its place on the
//! screen, and its focus, from "sending" to "delivered".

use core::time::Duration;
use shared::chat::{Delivery, Item, ItemKey, Shown};
use shared::privacy::{MaskedText, Segment};
use shared::time::Millis;
use shared::wire::v1::{EndReason, Ender, StaffCard};

/// After a pause as long as this the time is shown again.
const PAUSE: Duration = Duration::from_mins(15);

/// One row of the list.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Names the row for as long as it is shown.
    pub key: RowKey,
    /// What it shows.
    pub shows: Shows,
}

/// Names a row by the item it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// The item itself.
    Item(ItemKey),
    /// The time before it.
    When(ItemKey),
    /// The name before it.
    Who(ItemKey),
    /// How far it got.
    State(ItemKey),
    /// The way to pay after it.
    Pay(ItemKey),
}

/// What a row shows.
#[derive(Clone, PartialEq, Eq)]
pub enum Shows {
    /// When what follows happened.
    When(Millis),
    /// Who wrote what follows, with the department when it is the first time.
    Who(String, Option<String>),
    /// A message of the staff member.
    Theirs(MaskedText),
    /// A message of the resident.
    Own(MaskedText),
    /// How far the message above got.
    State(Delivery),
    /// How to pay. Whether payment data was taken out.
    Pay(bool),
    /// A member of staff has come.
    Joined(StaffCard),
    /// The chat is over.
    Ended(Ender, EndReason),
}

/// The rows of a timeline. `wants_to_pay` says of an own message whether it asked how to pay.
pub fn rows(items: &[Item], wants_to_pay: impl Fn(&ItemKey) -> bool) -> Vec<Row> {
    let mut list = List::default();
    let last_own = items.iter().rev().find(|item| matches!(item.shown, Shown::Own(..))).map(|item| &item.key);
    for item in items {
        list.time(item);
        match &item.shown {
            Shown::Joined(card) => {
                list.staff = Some(card);
                list.introduced = false;
                list.speaks = None;
                list.push(RowKey::Item(item.key.clone()), Shows::Joined(card.clone()));
            }
            Shown::Ended(by, reason) => {
                list.push(RowKey::Item(item.key.clone()), Shows::Ended(*by, *reason));
            }
            Shown::Theirs(text) => {
                list.name(item);
                list.push(RowKey::Item(item.key.clone()), Shows::Theirs(text.clone()));
            }
            Shown::Own(text, delivery) => {
                list.speaks = Some(Speaker::Resident);
                list.push(RowKey::Item(item.key.clone()), Shows::Own(text.clone()));
                // A refusal is told wherever it stands: its message never arrives by itself.
                if last_own == Some(&item.key) || matches!(delivery, Delivery::Refused(_)) {
                    list.push(RowKey::State(item.key.clone()), Shows::State(*delivery));
                }
                list.pay(item, had_payment_data(text), wants_to_pay(&item.key));
            }
        }
    }
    list.rows
}

/// Whether payment data was taken out of `text` (EM-PAY-C).
fn had_payment_data(text: &MaskedText) -> bool {
    text.segments().any(|segment| matches!(segment, Segment::Mask(category) if category.is_payment()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Resident,
    Staff,
}

#[derive(Default)]
struct List<'a> {
    rows: Vec<Row>,
    at: Option<Millis>,
    staff: Option<&'a StaffCard>,
    introduced: bool,
    speaks: Option<Speaker>,
    /// Whether the way to pay has been shown since staff last wrote.
    pay_shown: bool,
}

impl List<'_> {
    fn push(&mut self, key: RowKey, shows: Shows) {
        self.rows.push(Row { key, shows });
    }

    fn time(&mut self, item: &Item) {
        if self.at.is_none_or(|before| item.at.since(before) >= PAUSE) {
            self.push(RowKey::When(item.key.clone()), Shows::When(item.at));
            self.speaks = None;
        }
        self.at = Some(item.at);
    }

    fn name(&mut self, item: &Item) {
        self.pay_shown = false;
        let spoke = self.speaks.replace(Speaker::Staff);
        if spoke == Some(Speaker::Staff) {
            return;
        }
        if let Some(card) = self.staff {
            let department = (!self.introduced).then(|| card.department.clone());
            self.introduced = true;
            self.push(RowKey::Who(item.key.clone()), Shows::Who(card.name.clone(), department));
        }
    }

    fn pay(&mut self, item: &Item, removed: bool, asked: bool) {
        if (removed || asked) && !self.pay_shown {
            self.pay_shown = true;
            self.push(RowKey::Pay(item.key.clone()), Shows::Pay(removed));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::id::Seq;
    use shared::privacy::{Allowed, mask};
    use shared::refusal::Refusal;

    fn item(seq: u32, minutes: i64, shown: Shown) -> Item {
        Item { key: ItemKey::Event(Seq(seq)), at: Millis(minutes * 60_000), shown }
    }

    fn words(text: &str) -> MaskedText {
        mask(text, Allowed::NOTHING).text
    }

    fn own(text: &str) -> Shown {
        Shown::Own(words(text), Delivery::Delivered)
    }

    fn theirs(text: &str) -> Shown {
        Shown::Theirs(words(text))
    }

    fn dana() -> Shown {
        Shown::Joined(StaffCard {
            name: "Dana Reyes".into(),
            title: "Billing specialist".into(),
            department: "Utility Billing".into(),
        })
    }

    fn never(_: &ItemKey) -> bool {
        false
    }

    /// Each row in a word, with what matters of it.
    fn outline(items: &[Item], wants_to_pay: impl Fn(&ItemKey) -> bool) -> Vec<String> {
        let rows = rows(items, wants_to_pay);
        let mut keys: Vec<_> = rows.iter().map(|row| row.key.clone()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), rows.len(), "a key stands twice");
        let word = |row: Row| match row.shows {
            Shows::When(at) => format!("when {}", at.0 / 60_000),
            Shows::Who(name, department) => format!("who {name} {}", department.unwrap_or_default()),
            Shows::Theirs(text) => format!("theirs {}", text.as_str()),
            Shows::Own(text) => format!("own {}", text.as_str()),
            Shows::State(delivery) => format!("state {delivery:?}"),
            Shows::Pay(removed) => format!("pay {removed}"),
            Shows::Joined(card) => format!("joined {}", card.name),
            Shows::Ended(by, _) => format!("ended {by:?}"),
        };
        rows.into_iter().map(word).collect()
    }

    #[test]
    fn pi_greet_the_first_message_names_the_department_and_later_turns_the_person() {
        let items = [
            item(1, 0, dana()),
            item(2, 0, theirs("Hello.")),
            item(3, 0, theirs("How can I help?")),
            item(4, 1, own("My bill doubled.")),
            item(5, 2, theirs("Let me see.")),
        ];
        assert_eq!(
            outline(&items, never),
            [
                "when 0",
                "joined Dana Reyes",
                "who Dana Reyes Utility Billing",
                "theirs Hello.",
                "theirs How can I help?",
                "own My bill doubled.",
                "state Delivered",
                "who Dana Reyes ",
                "theirs Let me see.",
            ]
        );
    }

    #[test]
    fn only_the_last_own_message_says_how_far_it_got_unless_it_was_refused() {
        let refused = Shown::Own(words("a"), Delivery::Refused(Refusal::ChatFull));
        let items =
            [item(1, 0, refused), item(2, 0, own("b")), item(3, 0, own("c")), item(4, 0, theirs("d"))];
        assert_eq!(
            outline(&items, never),
            ["when 0", "own a", "state Refused(ChatFull)", "own b", "own c", "state Delivered", "theirs d"]
        );
    }

    #[test]
    fn em_pay_c_a_removed_card_number_shows_the_way_to_pay_once_a_turn() {
        let card = "4111 1111 1111 1111";
        let items = [
            item(1, 0, own(card)),
            item(2, 0, own(card)),
            item(3, 0, theirs("Please pay online.")),
            item(4, 0, own("How do I pay?")),
        ];
        let asked = |key: &ItemKey| *key == ItemKey::Event(Seq(4));
        assert_eq!(
            outline(&items, asked),
            [
                "when 0",
                "own ⟦PAN⟧",
                "pay true",
                "own ⟦PAN⟧",
                "theirs Please pay online.",
                "own How do I pay?",
                "state Delivered",
                "pay false",
            ]
        );
    }

    #[test]
    fn the_time_is_shown_again_after_a_long_pause() {
        let items = [item(1, 0, own("a")), item(2, 14, own("b")), item(3, 29, own("c"))];
        assert_eq!(
            outline(&items, never),
            ["when 0", "own a", "own b", "when 29", "own c", "state Delivered"]
        );
    }
}
