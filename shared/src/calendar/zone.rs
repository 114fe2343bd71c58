//! A city's time zone: from moments to its clock and back.

use super::Date;
use crate::time::Millis;
use thiserror::Error;

/// The rule cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no POSIX time zone rule: write one such as MST7MDT,M3.2.0,M11.1.0")]
pub struct BadZone(String);

const DAY: i64 = 86_400;

/// A city's time zone. Offsets are seconds east of Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    standard: i64,
    summer: Option<Summer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Summer {
    offset: i64,
    begins: Change,
    ends: Change,
}

/// When the clock changes: `M<month>.<week>.<weekday>[/<time>]`, weekdays from Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    month: u8,
    week: u8,
    weekday: u8,
    seconds: i64,
}

impl Zone {
    /// Reads a POSIX rule (IEEE Std 1003.1, `TZ`). Changes are days of the form `M3.2.0`, as in every rule that the time zone
    /// database gives for the time to come.
    pub fn parse(rule: &str) -> Result<Self, BadZone> {
        read(rule).ok_or_else(|| BadZone(rule.to_owned()))
    }

    /// The date there at `now`, as `2026-11-21`.
    pub fn day(&self, now: Millis) -> String {
        self.date(now).to_string()
    }

    /// The date and time there, as `2026-11-21 22:00`.
    pub fn date_and_time(&self, at: Millis) -> String {
        let seconds = at.0.div_euclid(1_000);
        let minutes = (seconds + self.offset(seconds)).rem_euclid(DAY) / 60;
        format!("{} {:02}:{:02}", self.date(at), minutes / 60, minutes % 60)
    }

    /// The next moment after `now` at which it is `hour` o'clock there. On a day that has no such hour, the first after it.
    pub fn next_hour(&self, now: Millis, hour: u8) -> Millis {
        let Date(today) = self.date(now);
        let mut days = (today..).take(3).map(|day| self.moment(Date(day), u16::from(hour.min(23)) * 60));
        days.find(|at| *at > now).unwrap_or(now)
    }

    /// The date there.
    pub fn date(&self, at: Millis) -> Date {
        let seconds = at.0.div_euclid(1_000);
        Date(i32::try_from((seconds + self.offset(seconds)).div_euclid(DAY)).unwrap_or_default())
    }

    /// The moment at which the clock there shows `minute` minutes after midnight of `date`. Where the clock jumps over it, it
    /// is that much after the jump; where it shows it twice, the first time.
    pub fn moment(&self, date: Date, minute: u16) -> Millis {
        let local = i64::from(date.0) * DAY + i64::from(minute) * 60;
        let standard = local - self.standard;
        let seconds = match self.summer {
            Some(summer) if self.offset(local - summer.offset) == summer.offset => local - summer.offset,
            Some(_) | None => standard,
        };
        Millis(seconds * 1_000)
    }

    fn offset(&self, seconds: i64) -> i64 {
        let Some(summer) = self.summer else { return self.standard };
        let (year, ..) =
            Date(i32::try_from((seconds + self.standard).div_euclid(DAY)).unwrap_or_default()).civil();
        let begins = summer.begins.seconds_in(year) - self.standard;
        let ends = summer.ends.seconds_in(year) - summer.offset;
        let is_summer = if begins < ends {
            (begins..ends).contains(&seconds)
        } else {
            !(ends..begins).contains(&seconds)
        };
        if is_summer { summer.offset } else { self.standard }
    }
}

impl Change {
    fn seconds_in(self, year: i32) -> i64 {
        let weekday = super::Weekday((self.weekday + 6) % 7);
        i64::from(Date::nth(year, self.month, weekday, self.week).0) * DAY + self.seconds
    }
}

fn read(rule: &str) -> Option<Zone> {
    let mut parts = rule.split(',');
    let names = parts.next()?;
    let (west, rest) = time(after_name(names)?)?;
    let standard = -west;
    let changes = (parts.next(), parts.next(), parts.next());
    if rest.is_empty() {
        return (changes == (None, None, None)).then_some(Zone { standard, summer: None });
    }
    let rest = after_name(rest)?;
    let offset =
        if rest.is_empty() { standard + 3_600 } else { -time(rest).filter(|(_, rest)| rest.is_empty())?.0 };
    let (Some(begins), Some(ends), None) = changes else { return None };
    Some(Zone { standard, summer: Some(Summer { offset, begins: change(begins)?, ends: change(ends)? }) })
}

fn after_name(text: &str) -> Option<&str> {
    if let Some(quoted) = text.strip_prefix('<') {
        return quoted.split_once('>').map(|(_, rest)| rest);
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    (end >= 3).then(|| text.get(end..)).flatten()
}

/// `[+-]hh[:mm[:ss]]` in seconds, and what follows it.
fn time(text: &str) -> Option<(i64, &str)> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(digits.len());
    let (number, rest) = digits.split_at_checked(end)?;
    let mut seconds = 0;
    for (place, unit) in number.split(':').zip([3_600, 60, 1]) {
        seconds += place.parse::<i64>().ok().filter(|place| *place <= 167)? * unit;
    }
    Some((sign * seconds, rest))
}

fn change(text: &str) -> Option<Change> {
    let (day, at) = text.split_once('/').unwrap_or((text, "2"));
    let mut parts = day.strip_prefix('M')?.split('.').map(str::parse::<u8>);
    let (month, week, weekday) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let is_day = (1..=12).contains(&month) && (1..=5).contains(&week) && weekday <= 6;
    let (seconds, rest) = time(at)?;
    (is_day && parts.next().is_none() && rest.is_empty()).then_some(Change { month, week, weekday, seconds })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::civil::DateTime;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    const RULES: [&str; 6] = [
        "MST7MDT,M3.2.0,M11.1.0",
        "EST5EDT,M3.2.0,M11.1.0",
        "MST7",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
        "AEST-10AEDT,M10.1.0,M4.1.0/3",
        "NZST-12NZDT,M9.5.0,M4.1.0/3",
    ];

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
        for rule in
            ["Mountain", "", "MST", "MST7MDT", "MST7MDT,M3.2.0", "MST7MDT,M13.2.0,M11.1.0", "7", "MST7,J3,J5"]
        {
            assert!(Zone::parse(rule).unwrap_err().to_string().contains("MST7MDT"), "{rule}");
        }
    }

    proptest! {
        #[test]
        fn dates_and_clocks_are_those_of_another_library(
            rule in prop::sample::select(RULES.to_vec()),
            seconds in 1_500_000_000_i64..4_000_000_000,
            minute in 0_u16..1_440,
        ) {
            let (zone, other) = (Zone::parse(rule).unwrap(), TimeZone::posix(rule).unwrap());
            let there = Timestamp::from_second(seconds).unwrap().to_zoned(other.clone());
            let date = zone.date(Millis(seconds * 1_000));
            prop_assert_eq!(date.to_string(), there.date().to_string());
            let clock: DateTime = there.date().at((minute / 60).try_into().unwrap(), (minute % 60).try_into().unwrap(), 0, 0);
            let moment = other.to_ambiguous_zoned(clock).compatible().unwrap().timestamp();
            prop_assert_eq!(zone.moment(date, minute).0, moment.as_millisecond(), "{} {}", rule, clock);
        }
    }

    #[test]
    fn em_hrs_a_the_clock_is_right_on_the_days_it_changes() {
        let zone = Zone::parse("MST7MDT,M3.2.0,M11.1.0").unwrap();
        let other = TimeZone::posix("MST7MDT,M3.2.0,M11.1.0").unwrap();
        for day in ["2026-03-08", "2026-11-01"] {
            let date = Date::parse(day).unwrap();
            for minute in 0..1_440 {
                let clock: DateTime = day.parse::<jiff::civil::Date>().unwrap().at(
                    (minute / 60).try_into().unwrap(),
                    (minute % 60).try_into().unwrap(),
                    0,
                    0,
                );
                let moment = other.to_ambiguous_zoned(clock).compatible().unwrap().timestamp();
                assert_eq!(zone.moment(date, minute).0, moment.as_millisecond(), "{clock}");
            }
        }
    }
}
