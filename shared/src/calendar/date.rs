//! Days of the Gregorian calendar, as numbers.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The text is no date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no date: write one such as 2026-11-26")]
pub struct BadDate(String);

/// A day: how many days after 1970-01-01 it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub i32);

/// A day of the week; Monday is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekday(pub u8);

impl Weekday {
    /// The English names, Monday first.
    pub const NAMES: [&'static str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// The day of this English name.
    pub fn parse(name: &str) -> Option<Self> {
        (0..).zip(Self::NAMES).find(|(_, known)| *known == name).map(|(place, _)| Self(place))
    }
}

impl Date {
    /// The day of this year, month and day of the month. A month that is none gives a neighbouring day; see [`Date::parse`].
    ///
    /// The arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn of(year: i32, month: u8, day: u8) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = (i32::from(month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i32::from(day) - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day of the month.
    pub fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = small(of_year - (153 * from_march + 2) / 5 + 1);
        let month = small(if from_march < 10 { from_march + 3 } else { from_march - 9 });
        (era * 400 + year_of_era + i32::from(month <= 2), month, day)
    }

    /// Which day of the week it is.
    pub fn weekday(self) -> Weekday {
        Weekday(small((self.0 + 3).rem_euclid(7)))
    }

    /// The day that many days later.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The `nth` such weekday of a month; the fifth is the last one.
    pub fn nth(year: i32, month: u8, weekday: Weekday, nth: u8) -> Self {
        let first = Self::of(year, month, 1);
        let ahead = (7 + i32::from(weekday.0) - i32::from(first.weekday().0)) % 7;
        let day = first.plus(ahead + 7 * (i32::from(nth) - 1));
        if day.civil().1 == month { day } else { day.plus(-7) }
    }

    /// Reads a date such as `2026-11-26`.
    pub fn parse(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.to_owned());
        let mut parts = text.split('-').map(str::parse::<i32>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(bad());
        };
        let (month, day) = (u8::try_from(month).map_err(|_| bad())?, u8::try_from(day).map_err(|_| bad())?);
        let date = Self::of(year, month, day);
        if date.civil() == (year, month, day) { Ok(date) } else { Err(bad()) }
    }
}

impl core::fmt::Display for Date {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back_as_it_was() {
        let mut date = Date::of(1900, 1, 1);
        let mut weekday = 0;
        while date < Date::of(2300, 1, 1) {
            let (year, month, day) = date.civil();
            assert_eq!(Date::of(year, month, day), date);
            assert_eq!(Date::parse(&date.to_string()), Ok(date));
            assert_eq!(date.weekday(), Weekday(weekday));
            weekday = (weekday + 1) % 7;
            date = date.plus(1);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-11", "26.11.2026", "2026-11-26-1", ""] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
        assert_eq!(Date::parse("2028-02-29").unwrap().civil(), (2028, 2, 29));
    }

    #[test]
    fn holidays_that_move_are_found() {
        let day = |month, weekday, nth| Date::nth(2026, month, Weekday::parse(weekday).unwrap(), nth).civil();
        assert_eq!(day(11, "thursday", 4), (2026, 11, 26), "Thanksgiving");
        assert_eq!(day(9, "monday", 1), (2026, 9, 7), "Labor Day");
        assert_eq!(day(5, "monday", 5), (2026, 5, 25), "Memorial Day, the last Monday");
    }
}
