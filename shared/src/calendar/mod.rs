//! The city's calendar: which day it is there.
//!
//! A time zone is a POSIX rule such as `MST7MDT,M3.2.0,M11.1.0`, resolved from its IANA name when the policy is compiled, so
//! that no time zone database travels to a browser or the edge.

use crate::time::Millis;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use thiserror::Error;

/// The rule cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no POSIX time zone rule: write one such as MST7MDT,M3.2.0,M11.1.0")]
pub struct BadZone(String);

/// A city's time zone.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

impl Zone {
    /// Reads a POSIX rule (IEEE Std 1003.1, `TZ`).
    pub fn parse(rule: &str) -> Result<Self, BadZone> {
        TimeZone::posix(rule).map(Self).map_err(|_| BadZone(rule.to_owned()))
    }

    /// The next moment after `now` at which it is `hour` o'clock there. On a day that has no such hour, the first after it.
    pub fn next_hour(&self, now: Millis, hour: u8) -> Millis {
        let moment = Timestamp::from_millisecond(now.0).unwrap_or_default();
        let there = moment.to_zoned(self.0.clone());
        let hour = i8::try_from(hour.min(23)).unwrap_or_default();
        let mut date = there.date();
        for _ in 0..3 {
            let at = date.at(hour, 0, 0, 0).to_zoned(self.0.clone());
            if let Ok(at) = at
                && at.timestamp() > moment
            {
                return Millis(at.timestamp().as_millisecond());
            }
            date = date.tomorrow().unwrap_or(date);
        }
        now
    }

    /// The date and time there, as `2026-11-21 22:00`.
    pub fn date_and_time(&self, at: Millis) -> String {
        let there = Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(self.0.clone());
        format!("{} {:02}:{:02}", self.day(at), there.hour(), there.minute())
    }

    /// The date there at `now`, as `2026-11-21`.
    pub fn day(&self, now: Millis) -> String {
        let moment = Timestamp::from_millisecond(now.0).unwrap_or_default();
        let date = moment.to_zoned(self.0.clone()).date();
        format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_the_city_in_summer_and_winter() {
        let zone = Zone::parse("MST7MDT,M3.2.0,M11.1.0").unwrap();
        let day = |moment: &str| zone.day(Millis(moment.parse::<Timestamp>().unwrap().as_millisecond()));
        assert_eq!(day("2026-11-21T06:59:59Z"), "2026-11-20");
        assert_eq!(day("2026-11-21T07:00:00Z"), "2026-11-21");
        assert_eq!(day("2026-07-04T05:59:59Z"), "2026-07-03");
        assert_eq!(day("2026-07-04T06:00:00Z"), "2026-07-04");
    }

    #[test]
    fn em_ret_a_the_daily_hour_comes_once_a_day_through_summer_and_winter() {
        let zone = Zone::parse("MST7MDT,M3.2.0,M11.1.0").unwrap();
        let millis = |moment: &str| Millis(moment.parse::<Timestamp>().unwrap().as_millisecond());
        let mut at = millis("2026-03-01T00:00:00Z");
        for _ in 0..300 {
            let next = zone.next_hour(at, 22);
            assert!(zone.date_and_time(next).ends_with(" 22:00"));
            let hours = next.since(at).as_secs() / 3_600;
            assert!((1..=25).contains(&hours), "{hours}");
            at = next;
        }
        // In March the clocks there leave out two o'clock.
        let spring = zone.next_hour(millis("2026-03-08T08:00:00Z"), 2);
        assert_eq!(zone.date_and_time(spring), "2026-03-08 03:00");
    }

    #[test]
    fn a_rule_that_cannot_be_read_says_how_one_looks() {
        assert!(Zone::parse("Mountain").unwrap_err().to_string().contains("MST7MDT"));
    }
}
