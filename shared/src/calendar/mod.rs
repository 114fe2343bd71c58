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
    fn a_rule_that_cannot_be_read_says_how_one_looks() {
        assert!(Zone::parse("Mountain").unwrap_err().to_string().contains("MST7MDT"));
    }
}
