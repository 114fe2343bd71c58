//! Opening hours as a city writes them: a week, and days that differ from it.

use super::{Closure, Date, Doors, Opening, Openings, Weekday, Zone};
use crate::policy::{Cited, Names};
use crate::time::Millis;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// How far ahead openings are told, in days.
const AHEAD: i32 = 14;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Something in the hours cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadHours {
    /// Not the hours of a day.
    #[error("`{0}` are no hours: write such as \"08:00-12:00, 13:00-17:00\", in order, or \"\" for closed")]
    Day(String),
    /// Not a day.
    #[error(
        "`{0}` names no day: write 2026-11-27, 12-25, \"12-25 nearest\" (the nearest workday) or \"11 thursday 4\" (5 is the last)"
    )]
    When(String),
}

/// When chats are answered (EM-HRS-A). Every time is by the city's own clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// How long before closing the last chat may begin, in minutes (EM-HRS-A-a). A break is a closing, too.
    pub last_chat_minutes: Cited<u16>,
    /// The hours of every week.
    pub week: Cited<Week>,
    /// The days on which they are others.
    pub days: Cited<Vec<SpecialDay>>,
    /// The departments whose hours are their own.
    #[serde(default)]
    pub departments: Vec<DepartmentHours>,
    /// What an administrator has changed since. It is in no policy file.
    #[serde(skip)]
    pub doors: Doors,
}

/// The hours of one department, in place of the city's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentHours {
    /// Which, as the topics name it.
    pub department: String,
    /// The hours of every week.
    pub week: Cited<Week>,
}

/// The hours of a week. A day that is not named is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Week {
    /// Monday.
    pub monday: DayHours,
    /// Tuesday.
    pub tuesday: DayHours,
    /// Wednesday.
    pub wednesday: DayHours,
    /// Thursday.
    pub thursday: DayHours,
    /// Friday.
    pub friday: DayHours,
    /// Saturday.
    pub saturday: DayHours,
    /// Sunday.
    pub sunday: DayHours,
}

impl Week {
    fn on(&self, weekday: Weekday) -> &DayHours {
        match weekday.0 {
            0 => &self.monday,
            1 => &self.tuesday,
            2 => &self.wednesday,
            3 => &self.thursday,
            4 => &self.friday,
            5 => &self.saturday,
            _ => &self.sunday,
        }
    }
}

/// The hours of one day: none, one span, or several with breaks between. Minutes after midnight, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayHours(Vec<(u16, u16)>);

/// A holiday, a closure, or a day with hours of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialDay {
    /// Which day.
    pub on: When,
    /// The hours on it; none when it is left out.
    #[serde(default)]
    pub hours: DayHours,
    /// What it is called.
    pub names: Names,
    /// The one department it is about; without it the whole city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

/// Which day something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Once.
    Once(Date),
    /// Every year.
    Yearly {
        /// The month.
        month: u8,
        /// The day of the month.
        day: u8,
        /// Whether it is kept on the nearest workday when it falls on a weekend.
        nearest: bool,
    },
    /// Every year, on a weekday of a month.
    Nth {
        /// The month.
        month: u8,
        /// The weekday.
        weekday: Weekday,
        /// The first to the fourth, or five for the last.
        nth: u8,
    },
}

impl Hours {
    /// Open at every hour of every day: for trying the product at any time.
    #[must_use]
    pub fn always(&self) -> Self {
        let all = DayHours(vec![(0, DAY)]);
        let week = Week {
            monday: all.clone(),
            tuesday: all.clone(),
            wednesday: all.clone(),
            thursday: all.clone(),
            friday: all.clone(),
            saturday: all.clone(),
            sunday: all,
        };
        Self {
            last_chat_minutes: self.last_chat_minutes.clone(),
            week: Cited { value: week, source: self.week.source },
            days: Cited { value: Vec::new(), source: self.days.source },
            departments: Vec::new(),
            doors: Doors::default(),
        }
    }

    /// The same hours under what an administrator has changed.
    #[must_use]
    pub fn under(&self, doors: Doors) -> Self {
        Self { doors, ..self.clone() }
    }

    /// Whether a department's hours differ from the city's.
    pub fn differ(&self, department: &str) -> bool {
        let named = |day: &SpecialDay| day.department.as_deref() == Some(department);
        self.departments.iter().any(|own| own.department == department)
            || self.days.value.iter().any(named)
            || self.doors.days.iter().any(|day| day.department.as_deref() == Some(department))
    }

    /// When chats about the matters of `department` are answered in the next two weeks; never while the doors are shut.
    pub fn openings(&self, zone: &Zone, department: &str, now: Millis) -> Openings {
        if self.doors.shut {
            return Openings { shut: true, ..Openings::default() };
        }
        let today = zone.date(now);
        let mut openings = Openings::default();
        for ahead in -1..=AHEAD {
            let date = today.plus(ahead);
            let special = self.special(department, date);
            let hours = self.hours_on(department, date);
            for (from, until) in &hours.0 {
                let (from, until) = (zone.moment(date, *from), zone.moment(date, *until));
                match openings.spans.last_mut() {
                    // One that goes on over midnight is one: there is no closing between.
                    Some(last) if last.until >= from => last.until = until,
                    Some(_) | None => openings.spans.push(Opening { from, last_chat: from, until }),
                }
            }
            if let Some((_, names)) = special.filter(|_| ahead >= 0) {
                let (from, until) = (zone.moment(date, 0), zone.moment(date, DAY));
                openings.closures.push(Closure { from, until, names });
            }
        }
        let before = i64::from(self.last_chat_minutes.value) * 60_000;
        for span in &mut openings.spans {
            span.last_chat = Millis(span.until.0.saturating_sub(before)).max(span.from);
        }
        openings.spans.retain(|span| span.until > now);
        openings
    }

    /// The hours of `department` on that day.
    pub(super) fn hours_on(&self, department: &str, date: Date) -> &DayHours {
        let special = self.special(department, date);
        special.map_or_else(|| self.week(department).on(date.weekday()), |(hours, _)| hours)
    }

    fn week(&self, department: &str) -> &Week {
        let own = self.departments.iter().find(|own| own.department == department);
        &own.map_or(&self.week, |own| &own.week).value
    }

    /// The day that was said last: by an administrator before the policy. Of the policy's the one that is said most exactly: of
    /// the department before the city, of one year before every year.
    fn special(&self, department: &str, date: Date) -> Option<(&DayHours, Names)> {
        if let Some(day) = self.doors.day(department, date) {
            return Some((&day.hours, day.names()));
        }
        let about = |day: &&SpecialDay| {
            day.on.is(date) && day.department.as_deref().is_none_or(|named| named == department)
        };
        let exact = |day: &&SpecialDay| (day.department.is_some(), matches!(day.on, When::Once(_)));
        let said = self.days.value.iter().rev().filter(about).max_by_key(exact);
        said.map(|day| (&day.hours, day.names.clone()))
    }
}

impl DayHours {
    /// The minute of the last closing; nothing on a closed day.
    pub(super) fn closes(&self) -> Option<u16> {
        self.0.last().map(|(_, until)| *until)
    }

    /// Reads hours such as `08:00-12:00, 13:00-17:00`.
    pub fn parse(text: &str) -> Result<Self, BadHours> {
        let bad = || BadHours::Day(text.to_owned());
        let spans = text.split(',').map(str::trim).filter(|span| !span.is_empty());
        let span = |span: &str| {
            let (from, until) = span.split_once('-')?;
            Some((minute(from)?, minute(until)?))
        };
        let spans = spans.map(span).collect::<Option<Vec<_>>>().ok_or_else(bad)?;
        let ends = spans.iter().flat_map(|(from, until)| [*from, *until]).collect::<Vec<_>>();
        if ends.is_sorted_by(|one, next| one < next) { Ok(Self(spans)) } else { Err(bad()) }
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    (minutes < 60).then_some(hours.checked_mul(60)?.checked_add(minutes)?).filter(|minute| *minute <= DAY)
}

impl When {
    /// Reads a day as policies write it.
    pub fn parse(text: &str) -> Result<Self, BadHours> {
        let bad = || BadHours::When(text.to_owned());
        if let Ok(date) = Date::parse(text) {
            return Ok(Self::Once(date));
        }
        let words: Vec<&str> = text.split(' ').collect();
        match *words.as_slice() {
            [day] => yearly(day, false).ok_or_else(bad),
            [day, "nearest"] => yearly(day, true).ok_or_else(bad),
            [month, weekday, nth] => {
                let month = month.parse().ok().filter(|month| (1..=12).contains(month)).ok_or_else(bad)?;
                let weekday = Weekday::parse(weekday).ok_or_else(bad)?;
                let nth = nth.parse().ok().filter(|nth| (1..=5).contains(nth)).ok_or_else(bad)?;
                Ok(Self::Nth { month, weekday, nth })
            }
            _ => Err(bad()),
        }
    }

    fn is(self, date: Date) -> bool {
        let (year, ..) = date.civil();
        match self {
            Self::Once(day) => day == date,
            Self::Nth { month, weekday, nth } => Date::nth(year, month, weekday, nth) == date,
            // The first of January can be kept in the year before.
            Self::Yearly { month, day, nearest } => [year, year + 1].into_iter().any(|year| {
                let on = Date::of(year, month, day);
                let kept = match on.weekday() {
                    Weekday(5) if nearest => on.plus(-1),
                    Weekday(6) if nearest => on.plus(1),
                    _ => on,
                };
                kept == date
            }),
        }
    }
}

fn yearly(text: &str, nearest: bool) -> Option<When> {
    // A leap year, so that the last of February is a day.
    let (_, month, day) = Date::parse(&["2024-", text].concat()).ok()?.civil();
    Some(When::Yearly { month, day, nearest })
}

impl core::fmt::Display for DayHours {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for (place, (from, until)) in self.0.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            let clock = |minute: &u16| (minute / 60, minute % 60);
            let ((from, past), (until, after)) = (clock(from), clock(until));
            write!(f, "{comma}{from:02}:{past:02}-{until:02}:{after:02}")?;
        }
        Ok(())
    }
}

impl core::fmt::Display for When {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Once(date) => write!(f, "{date}"),
            Self::Yearly { month, day, nearest } => {
                write!(f, "{month:02}-{day:02}{}", if *nearest { " nearest" } else { "" })
            }
            Self::Nth { month, weekday, nth } => {
                let name = Weekday::NAMES.get(usize::from(weekday.0)).copied().unwrap_or_default();
                write!(f, "{month:02} {name} {nth}")
            }
        }
    }
}

macro_rules! as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }
        }
    };
}

as_text!(DayHours);
as_text!(When);
