//! What an administrator has changed of the hours, over what the policy says: doors shut at once, and days that differ.

use super::{Date, DayHours};
use crate::policy::Names;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// So many days can be set at once.
const MOST_DAYS: usize = 100;
/// So far ahead a day can be set.
const FURTHEST: i32 = 2 * 366;
/// The longest name of a day, in Unicode scalar values.
pub const MAX_DAY_NAME_CHARS: usize = 80;

/// What stands over the policy's hours. Every change makes the next version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doors {
    /// How many changes led here.
    pub version: u32,
    /// Whether no chat may begin until an administrator opens the doors again. Those that wait or run go on.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub shut: bool,
    /// The days whose hours are set here, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DatedDay>,
}

/// One day that is closed, or has hours of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedDay {
    /// Which.
    pub on: Date,
    /// The hours on it; none when it is closed.
    #[serde(default)]
    pub hours: DayHours,
    /// What residents are told it is, in English.
    pub en: String,
    /// The same in Spanish.
    pub es: String,
    /// The one department it is about; without it the whole city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

/// One change of the doors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoorsChange {
    /// No chat begins from now on.
    Shut {},
    /// The hours count again.
    Open {},
    /// A day has these hours, in place of what was said of it before.
    Set {
        /// The day.
        day: DatedDay,
    },
    /// The day is again as the policy says.
    Drop {
        /// Which.
        on: Date,
        /// Whose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        department: Option<String>,
    },
}

/// Why a change of the doors is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadChange {
    /// Things stand so already.
    #[error("things stand so already: look at them as they are now")]
    NoChange,
    /// The day is over.
    #[error("the day is over: give one from today on")]
    Past,
    /// Nobody knows the hours of a day so far ahead.
    #[error("the day is more than two years ahead: give an earlier one")]
    TooFar,
    /// Residents could not be told why.
    #[error("the day has no name: say in English and in Spanish what residents are told")]
    NoName,
    /// A name is a few words.
    #[error("the name is longer than 80 characters: shorten it")]
    LongName,
    /// No topic has this department.
    #[error("no topic has this department: take one from the list")]
    NoDepartment,
    /// There are too many.
    #[error("100 days are set already: drop one first")]
    TooMany,
}

impl DatedDay {
    /// What it is called.
    pub fn names(&self) -> Names {
        Names { en: self.en.clone(), es: self.es.clone() }
    }

    fn is(&self, on: Date, department: Option<&str>) -> bool {
        self.on == on && self.department.as_deref() == department
    }
}

impl Doors {
    /// The day as it is set: for the department before the city.
    pub fn day(&self, department: &str, on: Date) -> Option<&DatedDay> {
        let of = |department| self.days.iter().find(move |day| day.is(on, department));
        of(Some(department)).or_else(|| of(None))
    }

    /// The doors after `change`, and the day that stood in its place. `today` is the city's; `departments` are those of its
    /// topics. Days that are over are left out.
    pub fn change(
        &self,
        change: &DoorsChange,
        today: Date,
        departments: &[&str],
    ) -> Result<(Self, Option<DatedDay>), BadChange> {
        let mut next = Self { version: self.version.saturating_add(1), ..self.clone() };
        next.days.retain(|day| day.on >= today);
        let mut before = None;
        let mut take = |days: &mut Vec<DatedDay>, on, department: Option<&str>| {
            let place = days.iter().position(|day| day.is(on, department));
            before = place.map(|place| days.remove(place));
        };
        match change {
            DoorsChange::Shut {} => next.shut = true,
            DoorsChange::Open {} => next.shut = false,
            DoorsChange::Set { day } => {
                day.check(today, departments)?;
                take(&mut next.days, day.on, day.department.as_deref());
                next.days.push(day.clone());
                next.days.sort_by(|one, other| (one.on, &one.department).cmp(&(other.on, &other.department)));
            }
            DoorsChange::Drop { on, department } => take(&mut next.days, *on, department.as_deref()),
        }
        if next.days.len() > MOST_DAYS {
            return Err(BadChange::TooMany);
        }
        let same = match change {
            DoorsChange::Shut {} | DoorsChange::Open {} => next.shut == self.shut,
            DoorsChange::Set { day } => before.as_ref() == Some(day),
            DoorsChange::Drop { .. } => before.is_none(),
        };
        if same { Err(BadChange::NoChange) } else { Ok((next, before)) }
    }
}

impl DatedDay {
    fn check(&self, today: Date, departments: &[&str]) -> Result<(), BadChange> {
        let (named, long) =
            (|name: &str| !name.trim().is_empty(), |name: &str| name.chars().count() > MAX_DAY_NAME_CHARS);
        if self.on < today {
            Err(BadChange::Past)
        } else if self.on > today.plus(FURTHEST) {
            Err(BadChange::TooFar)
        } else if !named(&self.en) || !named(&self.es) {
            Err(BadChange::NoName)
        } else if long(&self.en) || long(&self.es) {
            Err(BadChange::LongName)
        } else if self.department.as_deref().is_some_and(|own| !departments.contains(&own)) {
            Err(BadChange::NoDepartment)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date(20_000);

    fn day(ahead: i32, hours: &str) -> DatedDay {
        DatedDay {
            on: TODAY.plus(ahead),
            hours: DayHours::parse(hours).unwrap(),
            en: "Snow".into(),
            es: "Nieve".into(),
            department: None,
        }
    }

    fn set(day: DatedDay) -> DoorsChange {
        DoorsChange::Set { day }
    }

    fn change(doors: &Doors, change: &DoorsChange) -> Result<(Doors, Option<DatedDay>), BadChange> {
        doors.change(change, TODAY, &["Billing"])
    }

    #[test]
    fn each_change_makes_the_next_version_and_says_what_stood_before() {
        let (doors, before) = change(&Doors::default(), &set(day(3, ""))).unwrap();
        assert_eq!((doors.version, before), (1, None));
        let (doors, before) = change(&doors, &set(day(3, "10:00-12:00"))).unwrap();
        assert_eq!((doors.version, before), (2, Some(day(3, ""))));
        let drop = DoorsChange::Drop { on: TODAY.plus(3), department: None };
        let (doors, before) = change(&doors, &drop).unwrap();
        assert_eq!((doors.version, before), (3, Some(day(3, "10:00-12:00"))));
        assert_eq!(change(&doors, &drop), Err(BadChange::NoChange));
        let (shut, _) = change(&doors, &DoorsChange::Shut {}).unwrap();
        assert!(shut.shut && shut.version == 4);
        assert_eq!(change(&shut, &DoorsChange::Shut {}), Err(BadChange::NoChange));
        assert!(!change(&shut, &DoorsChange::Open {}).unwrap().0.shut);
    }

    #[test]
    fn pi_auto_a_day_needs_a_name_a_department_that_exists_and_a_date_to_come() {
        let none = Doors::default();
        let refused = |day: DatedDay| change(&none, &set(day)).unwrap_err();
        assert_eq!(refused(day(-1, "")), BadChange::Past);
        assert_eq!(refused(day(1_000, "")), BadChange::TooFar);
        assert_eq!(refused(DatedDay { es: " ".into(), ..day(1, "") }), BadChange::NoName);
        assert_eq!(refused(DatedDay { en: "x".repeat(81), ..day(1, "") }), BadChange::LongName);
        assert_eq!(
            refused(DatedDay { department: Some("Parks".into()), ..day(1, "") }),
            BadChange::NoDepartment
        );
        assert!(change(&none, &set(day(0, ""))).is_ok(), "today can be closed");
    }

    #[test]
    fn days_that_are_over_are_left_out_and_there_is_an_end_to_them() {
        let doors = Doors { days: (-2..99).map(|ahead| day(ahead, "")).collect(), ..Doors::default() };
        let (doors, _) = change(&doors, &set(day(99, ""))).unwrap();
        assert_eq!(doors.days.len(), 100);
        assert_eq!(change(&doors, &set(day(100, ""))), Err(BadChange::TooMany));
    }

    #[test]
    fn a_departments_own_day_stands_before_the_citys() {
        let own = DatedDay { department: Some("Billing".into()), ..day(1, "08:00-09:00") };
        let (doors, _) = change(&Doors::default(), &set(own.clone())).unwrap();
        let (doors, _) = change(&doors, &set(day(1, ""))).unwrap();
        assert_eq!(doors.day("Billing", TODAY.plus(1)), Some(&own));
        assert_eq!(doors.day("Parks", TODAY.plus(1)), Some(&day(1, "")));
        assert_eq!(doors.day("Billing", TODAY), None);
    }
}
