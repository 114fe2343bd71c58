//! What the small things on the screen mean: names, clocks, counts.

use core::time::Duration;
use shared::chat::{Delivery, Item, Shown};
use shared::id::SessionId;
use shared::privacy::{Category, Segment};
use shared::time::Millis;

/// A first answer is to come within a minute (EM-COM-E-a): the clock turns before that.
const REPLY_SOON: Duration = Duration::from_secs(45);
/// After two silent minutes the resident is asked whether they are there (EM-COM-F): the clock turns before that.
const SILENT_LONG: Duration = Duration::from_secs(90);
/// Someone who has waited this long gets the hold message next (EM-COM-D-a-ii).
pub const WAITED_LONG: Duration = Duration::from_mins(3);

/// A short name for a resident nobody knows by name: the last three characters of their chat's identifier, which staff can
/// say to each other. Among the few hundred chats of a day two seldom share it; nothing depends on it.
pub fn short_name(chat: &SessionId) -> String {
    let id = chat.as_str();
    id.get(id.len().saturating_sub(3)..).unwrap_or(id).to_uppercase()
}

/// A span of time as clocks show it: `0:06`, `12:40`, `1:02:03`.
pub fn clock(span: Duration) -> String {
    let seconds = span.as_secs();
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The seconds until `until`, never less than none: what a countdown shows.
pub fn seconds_left(now: Millis, until: Millis) -> u64 {
    u64::try_from(until.since(now).as_millis().div_ceil(1_000)).unwrap_or(u64::MAX)
}

/// Whose turn it is in a chat, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The resident waits for an answer to the first message that has none.
    Staff(Millis),
    /// Staff wrote last: the resident is silent.
    Resident(Millis),
    /// Nobody has written, or the chat is over.
    Nobody,
}

impl Turn {
    /// Whose turn it is after `items`.
    pub fn after(items: &[Item]) -> Self {
        let mut turn = Self::Nobody;
        for item in items {
            turn = match (&item.shown, turn) {
                (Shown::Theirs(_), Self::Staff(since)) => Self::Staff(since),
                (Shown::Theirs(_), Self::Resident(_) | Self::Nobody) => Self::Staff(item.at),
                (Shown::Own(..), _) => Self::Resident(item.at),
                (Shown::Joined(_), turn) => turn,
                (Shown::Ended(..), _) => Self::Nobody,
            };
        }
        turn
    }

    /// Whether it lasts so long that the clock should stand out.
    pub fn is_long(self, now: Millis) -> bool {
        match self {
            Self::Staff(since) => now.since(since) >= REPLY_SOON,
            Self::Resident(since) => now.since(since) >= SILENT_LONG,
            Self::Nobody => false,
        }
    }
}

/// How many messages are the resident's, and how many of them came after the last own one.
pub fn theirs(items: &[Item]) -> (usize, usize) {
    items.iter().fold((0, 0), |(all, unanswered), item| match item.shown {
        Shown::Theirs(_) => (all + 1, unanswered + 1),
        Shown::Own(..) => (all, 0),
        Shown::Joined(_) | Shown::Ended(..) => (all, unanswered),
    })
}

/// Whether an item is an own message that is still on its way.
pub const fn is_unsent(item: &Item) -> bool {
    matches!(item.shown, Shown::Own(_, Delivery::Sending | Delivery::Retrying))
}

/// What was taken out in a chat, each kind with how often.
pub fn removed(items: &[Item]) -> Vec<(Category, usize)> {
    let mut kinds: Vec<(Category, usize)> = Vec::new();
    let texts = items.iter().filter_map(|item| match &item.shown {
        Shown::Theirs(text) | Shown::Own(text, _) => Some(text),
        Shown::Joined(_) | Shown::Ended(..) => None,
    });
    for segment in texts.flat_map(|text| text.segments()) {
        let Segment::Mask(category) = segment else { continue };
        match kinds.iter_mut().find(|(kind, _)| *kind == category) {
            Some((_, times)) => *times += 1,
            None => kinds.push((category, 1)),
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::chat::ItemKey;
    use shared::id::Seq;
    use shared::privacy::{Allowed, mask};

    fn item(seconds: i64, own: bool, text: &str) -> Item {
        let text = mask(text, Allowed::NOTHING).text;
        let shown = if own { Shown::Own(text, Delivery::Sent) } else { Shown::Theirs(text) };
        Item { key: ItemKey::Event(Seq::ZERO), at: Millis(seconds * 1_000), shown }
    }

    #[test]
    fn a_resident_has_a_short_name() {
        assert_eq!(short_name(&SessionId::from_random(0x12345)), "8T5");
    }

    #[test]
    fn clocks_read_as_people_write_them() {
        let shown = [6, 760, 3_723].map(|seconds| clock(Duration::from_secs(seconds)));
        assert_eq!(shown, ["0:06", "12:40", "1:02:03"]);
        assert_eq!(seconds_left(Millis(0), Millis(1_001)), 2);
        assert_eq!(seconds_left(Millis(5_000), Millis(1_000)), 0);
    }

    #[test]
    fn the_clock_counts_from_the_first_message_without_an_answer() {
        let items = [item(1, true, "Hello"), item(5, false, "Hi"), item(9, false, "Anyone?")];
        assert_eq!(Turn::after(&items), Turn::Staff(Millis(5_000)));
        assert!(!Turn::after(&items).is_long(Millis(49_000)));
        assert!(Turn::after(&items).is_long(Millis(50_000)));
        assert_eq!(Turn::after(&items[..1]), Turn::Resident(Millis(1_000)));
        assert_eq!(Turn::after(&[]), Turn::Nobody);
        assert_eq!(theirs(&items), (2, 2));
    }

    #[test]
    fn what_was_removed_is_counted_by_kind() {
        let items =
            [item(1, false, "4111 1111 1111 1111, or 5500 0000 0000 0004?"), item(2, true, "No need.")];
        assert_eq!(removed(&items), [(Category::Pan, 2)]);
    }
}
