//! How long the line takes: told only as far as it is known.

use serde::{Deserialize, Serialize};
use shared::time::Millis;
use std::collections::VecDeque;

/// How many of the last answered chats are looked at.
const LAST: usize = 20;
/// With fewer than this nothing is told.
const LEAST: usize = 4;
/// What lies further back says nothing of now, in milliseconds.
const RECENT: i64 = 2 * 3_600_000;

/// When the last chats were taken out of the line by someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace(VecDeque<Millis>);

impl Pace {
    pub(super) fn note(&mut self, now: Millis) {
        self.0.push_back(now);
        if self.0.len() > LAST {
            self.0.pop_front();
        }
    }

    /// Between how many minutes and how many someone waits who has `ahead` people before them.
    ///
    /// The line is taken for a Poisson process of the mean pause of late, the present pause included when it is already long;
    /// of `n` such pauses four fifths lie within 1.3 √n pauses of the mean.
    pub(super) fn minutes(&self, ahead: u32, now: Millis) -> Option<(u32, u32)> {
        let mut recent = self.0.iter().filter(|at| now.0.saturating_sub(at.0) < RECENT);
        let (count, begin, end) = (recent.clone().count(), *recent.clone().next()?, *recent.next_back()?);
        let pauses = i64::try_from(count.checked_sub(1).filter(|_| count >= LEAST)?).ok()?;
        let pause = end.0.saturating_sub(begin.0).checked_div(pauses)?;
        let slow = now.0.saturating_sub(begin.0).checked_div(pauses + 1)?;
        let pause = u64::try_from(pause.max(slow)).ok()?;
        let people = u64::from(ahead) + 1;
        let spread = 13 * (people * pause * pause).isqrt() / 10;
        let middle = people * pause;
        let least = middle.saturating_sub(spread) / 60_000;
        let most = (middle + spread).div_ceil(60_000);
        let (least, most) = (rounded(least.max(1)), rounded(most.max(2)));
        Some((least.min(most.saturating_sub(1)), most))
    }
}

/// To whole fives above ten: nobody believes "17 to 43".
fn rounded(minutes: u64) -> u32 {
    let minutes = if minutes > 10 { minutes.next_multiple_of(5) } else { minutes };
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(seconds: i64, times: i64) -> Pace {
        let mut pace = Pace::default();
        for time in 0..times {
            pace.note(Millis(time * seconds * 1_000));
        }
        pace
    }

    #[test]
    fn pi_auto_a_range_is_told_only_when_enough_is_known() {
        assert_eq!(every(120, 3).minutes(0, Millis(360_000)), None);
        assert_eq!(every(120, 4).minutes(0, Millis(360_000)), Some((1, 5)));
        assert_eq!(every(120, 20).minutes(4, Millis(2_280_000)), Some((4, 20)));
    }

    #[test]
    fn pi_auto_a_line_that_has_come_to_a_stop_is_not_told_as_quick() {
        let pace = every(60, 5);
        let (_, quick) = pace.minutes(1, Millis(240_000)).unwrap();
        let (_, slow) = pace.minutes(1, Millis(3_600_000)).unwrap();
        assert!(slow > 4 * quick, "{quick} {slow}");
        assert_eq!(pace.minutes(1, Millis(9_000_000)), None, "yesterday says nothing of today");
    }
}
