//! How much one connection may send. Not stored: an object sleeps only when nobody sends.

use shared::refusal::Refusal;
use shared::time::Millis;

/// Frames that a connection may send in one go …
const BURST: i64 = 80;
/// … and how fast it earns new ones, in milliseconds a frame. Messages have their own, smaller bounds in the policy.
const EARN: i64 = 100;
/// Frames beyond that after which a connection is closed.
const PATIENCE: u32 = 40;
/// Things that are no frames after which a connection is closed.
const BAD_FRAMES: u32 = 5;

/// What one connection has sent lately (the generic cell rate algorithm, ITU-T I.371).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// When the whole burst would be free again.
    full_at: i64,
    refused: u32,
    bad: u32,
}

impl Meter {
    /// Counts one frame; `bad` is one that could not be read.
    pub fn count(&mut self, now: Millis, bad: bool) -> Result<(), Refusal> {
        self.bad += u32::from(bad);
        if self.bad > BAD_FRAMES {
            return Err(Refusal::Flood);
        }
        let full_at = self.full_at.max(now.0);
        if full_at - now.0 >= BURST * EARN {
            self.refused += 1;
            return Err(if self.refused > PATIENCE { Refusal::Flood } else { Refusal::TooFast });
        }
        self.full_at = full_at + EARN;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_taken_then_told_then_closed() {
        let mut meter = Meter::default();
        let answers: Vec<_> = (0..130).map(|_| meter.count(Millis(0), false)).collect();
        assert!(answers[..80].iter().all(Result::is_ok));
        assert!(answers[80..120].iter().all(|answer| *answer == Err(Refusal::TooFast)));
        assert_eq!(answers[120], Err(Refusal::Flood));
        assert_eq!(Meter::default().count(Millis(0), true), Ok(()));
    }

    #[test]
    fn a_steady_typist_is_never_stopped() {
        let mut meter = Meter::default();
        assert!((0..10_000).all(|place| meter.count(Millis(place * EARN), false).is_ok()));
    }

    #[test]
    fn what_cannot_be_read_is_taken_five_times() {
        let mut meter = Meter::default();
        let answers: Vec<_> = (0..6).map(|place| meter.count(Millis(place * 1_000), true)).collect();
        assert!(answers[..5].iter().all(Result::is_ok));
        assert_eq!(answers[5], Err(Refusal::Flood));
    }
}
