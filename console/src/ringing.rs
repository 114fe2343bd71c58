//! One tab rings: of all tabs of this person the one that they looked at last.
//!
//! Each tab tells the others when it was last looked at. Who has not been heard for a while is closed, or asleep, and does not
//! count: at worst two tabs ring for a moment, never none.

use core::time::Duration;
use shared::time::Millis;
use std::collections::BTreeMap;

/// A tab tells the others so often that it is there.
const SAY_EVERY: Duration = Duration::from_secs(2);
/// One that was not heard for so long does not count.
const SILENT: Duration = Duration::from_secs(6);

/// What a tab tells the others.
pub type Claim = (u32, Millis);

/// This tab among the others.
#[derive(Clone, Debug)]
pub struct Ringing {
    /// Tells the tabs apart.
    own: u32,
    looked_at: Millis,
    said: Option<Millis>,
    others: BTreeMap<u32, Other>,
}

#[derive(Clone, Copy, Debug)]
struct Other {
    looked_at: Millis,
    heard: Millis,
}

impl Ringing {
    /// A tab that has just been opened; `own` is any number.
    pub const fn new(own: u32, now: Millis) -> Self {
        Self { own, looked_at: now, said: None, others: BTreeMap::new() }
    }

    /// Another tab tells of itself.
    pub fn heard(&mut self, (tab, looked_at): Claim, now: Millis) {
        self.others.insert(tab, Other { looked_at, heard: now });
    }

    /// Looks at the clock. What to tell the others, where it is time.
    pub fn look(&mut self, now: Millis, is_looked_at: bool) -> Option<Claim> {
        let taken = is_looked_at && !self.rings();
        if is_looked_at {
            self.looked_at = now;
        }
        self.others.retain(|_, other| now.since(other.heard) < SILENT);
        if !taken && self.said.is_some_and(|said| now < said.after(SAY_EVERY)) {
            return None;
        }
        self.said = Some(now);
        Some((self.own, self.looked_at))
    }

    /// Whether this is the tab that rings.
    pub fn rings(&self) -> bool {
        let own = (self.looked_at, self.own);
        self.others.iter().all(|(tab, other)| own > (other.looked_at, *tab))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Millis {
        Millis(seconds * 1_000)
    }

    /// Two tabs that hear each other, second by second; which of them rings at the end.
    fn play(seconds: core::ops::Range<i64>, tabs: &mut [Ringing; 2], looked_at: Option<usize>) -> [bool; 2] {
        for second in seconds {
            for tab in [0, 1] {
                if let Some(claim) = tabs[tab].look(at(second), looked_at == Some(tab)) {
                    tabs[1 - tab].heard(claim, at(second));
                }
            }
        }
        [tabs[0].rings(), tabs[1].rings()]
    }

    #[test]
    fn em_com_d_of_two_tabs_the_one_that_was_looked_at_last_rings() {
        let mut tabs = [Ringing::new(1, at(0)), Ringing::new(2, at(0))];
        assert_eq!(play(0..5, &mut tabs, Some(0)), [true, false]);
        assert_eq!(play(5..30, &mut tabs, None), [true, false], "also while nobody looks");
        assert_eq!(play(30..31, &mut tabs, Some(1)), [false, true], "at once, when one looks at the other");
    }

    #[test]
    fn em_com_d_when_the_tab_that_rings_is_closed_the_other_rings() {
        let mut tabs = [Ringing::new(1, at(0)), Ringing::new(2, at(0))];
        play(0..5, &mut tabs, Some(0));
        for second in 5..12 {
            tabs[1].look(at(second), false);
        }
        assert!(tabs[1].rings());
    }

    #[test]
    fn a_tab_alone_rings_and_two_opened_at_once_agree() {
        let mut alone = Ringing::new(7, at(0));
        assert!(alone.rings() && alone.look(at(0), false).is_some() && alone.look(at(1), false).is_none());
        let mut tabs = [Ringing::new(1, at(0)), Ringing::new(2, at(0))];
        assert_eq!(play(0..3, &mut tabs, None), [false, true]);
    }
}
