//! The hours of a city through breaks, holidays and changes of the clock.

use super::*;
use crate::policy::{Cited, Names, Source};
use crate::time::Millis;
use proptest::prelude::*;

fn names(en: &str) -> Names {
    Names { en: en.to_owned(), es: en.to_owned() }
}

fn special(on: &str, hours: &str, name: &str, department: Option<&str>) -> SpecialDay {
    SpecialDay {
        on: When::parse(on).unwrap(),
        hours: DayHours::parse(hours).unwrap(),
        names: names(name),
        department: department.map(str::to_owned),
    }
}

fn cited<T>(value: T) -> Cited<T> {
    Cited { value, source: Source::Product }
}

fn week(hours: &str) -> Week {
    let day = DayHours::parse(hours).unwrap();
    Week {
        monday: day.clone(),
        tuesday: day.clone(),
        wednesday: day.clone(),
        thursday: day,
        friday: DayHours::parse("08:00-12:00").unwrap(),
        ..Week::default()
    }
}

fn hours() -> Hours {
    Hours {
        last_chat_minutes: cited(30),
        week: cited(week("07:00-12:00, 13:00-18:00")),
        days: cited(vec![
            special("12-25 nearest", "", "Christmas Day", None),
            special("11 thursday 4", "", "Thanksgiving Day", None),
            special("2026-11-25", "07:00-12:00", "Day before Thanksgiving", None),
            special("2026-11-24", "", "Training", Some("Building")),
        ]),
        departments: vec![DepartmentHours { department: "Library".into(), week: cited(week("10:00-20:00")) }],
        doors: Doors::default(),
    }
}

fn zone() -> Zone {
    Zone::parse("MST7MDT,M3.2.0,M11.1.0").unwrap()
}

fn at(day: &str, clock: &str) -> Millis {
    let (hour, minute) = clock.split_once(':').unwrap();
    let minutes = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
    zone().moment(Date::parse(day).unwrap(), minutes)
}

/// `open`, or when it opens next and why it is closed.
fn standing(department: &str, day: &str, clock: &str) -> String {
    standing_of(&hours(), department, day, clock)
}

fn standing_of(hours: &Hours, department: &str, day: &str, clock: &str) -> String {
    let now = at(day, clock);
    match hours.openings(&zone(), department, now).at(now) {
        Standing::Open(_) => "open".to_owned(),
        Standing::Closed { running, next, why } => {
            let gone = if running.is_some() { "too late, " } else { "" };
            let next = next.map_or_else(
                || "?".to_owned(),
                |next| {
                    let date = zone().date(next.from);
                    let minutes = (next.from.0 - zone().moment(date, 0).0) / 60_000;
                    format!("{date} {:02}:{:02}", minutes / 60, minutes % 60)
                },
            );
            format!("{gone}next {next}{}", why.map_or_else(String::new, |why| format!(" ({})", why.en)))
        }
    }
}

#[test]
fn em_hrs_a_chats_begin_in_working_hours_alone() {
    let day = "2026-11-23";
    assert_eq!(standing("Billing", day, "06:59"), "next 2026-11-23 07:00");
    assert_eq!(standing("Billing", day, "07:00"), "open");
    assert_eq!(standing("Billing", day, "12:30"), "next 2026-11-23 13:00", "the break");
    assert_eq!(standing("Billing", day, "13:00"), "open");
    assert_eq!(standing("Billing", day, "18:00"), "next 2026-11-24 07:00");
    assert_eq!(standing("Billing", "2026-11-21", "10:00"), "next 2026-11-23 07:00", "a Saturday");
}

#[test]
fn em_hrs_a_a_the_last_chat_begins_half_an_hour_before_closing() {
    let day = "2026-11-23";
    assert_eq!(standing("Billing", day, "17:29"), "open");
    assert_eq!(standing("Billing", day, "17:30"), "too late, next 2026-11-24 07:00");
    assert_eq!(standing("Billing", day, "11:30"), "too late, next 2026-11-23 13:00", "before the break, too");
    assert_eq!(standing("Billing", "2026-11-20", "11:30"), "too late, next 2026-11-23 07:00", "a Friday");
}

#[test]
fn pi_auto_a_holiday_is_named_and_the_next_opening_comes_after_it() {
    assert_eq!(standing("Billing", "2026-11-26", "10:00"), "next 2026-11-27 08:00 (Thanksgiving Day)");
    assert_eq!(standing("Billing", "2026-11-25", "13:00"), "next 2026-11-27 08:00 (Day before Thanksgiving)");
    assert_eq!(standing("Billing", "2026-12-25", "09:00"), "next 2026-12-28 07:00 (Christmas Day)");
    assert_eq!(
        standing("Billing", "2027-12-24", "09:00"),
        "next 2027-12-27 07:00 (Christmas Day)",
        "a Saturday's"
    );
}

#[test]
fn a_department_has_its_own_hours_and_its_own_days() {
    assert_eq!(standing("Library", "2026-11-23", "12:30"), "open");
    assert_eq!(standing("Library", "2026-11-23", "07:30"), "next 2026-11-23 10:00");
    assert_eq!(standing("Building", "2026-11-24", "10:00"), "next 2026-11-25 07:00 (Training)");
    assert_eq!(standing("Billing", "2026-11-24", "10:00"), "open");
    assert!(hours().differ("Building") && hours().differ("Library") && !hours().differ("Billing"));
}

fn dated(on: &str, hours: &str, name: &str, department: Option<&str>) -> DatedDay {
    DatedDay {
        on: Date::parse(on).unwrap(),
        hours: DayHours::parse(hours).unwrap(),
        en: name.to_owned(),
        es: name.to_owned(),
        department: department.map(str::to_owned),
    }
}

#[test]
fn em_hrs_a_what_an_administrator_sets_stands_over_the_policy() {
    let days = vec![
        dated("2026-11-23", "", "Snow", None),
        dated("2026-11-24", "09:00-11:00", "Half a day", Some("Building")),
        dated("2026-11-28", "10:00-14:00", "Winter fair", None),
    ];
    let hours = hours().under(Doors { days, ..Doors::default() });
    let at = |department, day, clock| standing_of(&hours, department, day, clock);
    assert_eq!(at("Billing", "2026-11-23", "10:00"), "next 2026-11-24 07:00 (Snow)");
    assert_eq!(at("Library", "2026-11-23", "12:00"), "next 2026-11-24 10:00 (Snow)");
    assert_eq!(at("Building", "2026-11-24", "10:00"), "open", "over the policy's own closed day");
    assert_eq!(at("Building", "2026-11-24", "10:30"), "too late, next 2026-11-25 07:00 (Half a day)");
    assert_eq!(at("Billing", "2026-11-28", "13:29"), "open", "a Saturday with hours of its own");
    assert!(hours.differ("Building") && !hours.differ("Billing"));
}

#[test]
fn em_hrs_a_while_the_doors_are_shut_no_chat_begins_and_no_opening_is_promised() {
    let shut = Doors { shut: true, ..Doors::default() };
    for hours in [hours().under(shut.clone()), hours().always().under(shut)] {
        let now = at("2026-11-23", "10:00");
        let openings = hours.openings(&zone(), "Billing", now);
        assert_eq!(openings.at(now), Standing::Closed { running: None, next: None, why: None });
        assert!(openings.shut, "which is told apart from hours that nobody posted");
        let due = hours.business_deadline(&zone(), "Billing", now, 2);
        assert!(due > now, "messages are still answered in business days");
    }
}

#[test]
fn cs_a_2_a_day_that_was_closed_since_does_not_count() {
    let due = |hours: Hours| {
        zone().date_and_time(hours.business_deadline(&zone(), "Billing", at("2026-11-16", "09:00"), 2))
    };
    assert_eq!(due(hours()), "2026-11-18 18:00");
    let days = vec![dated("2026-11-17", "", "Snow", None)];
    assert_eq!(due(hours().under(Doors { days, ..Doors::default() })), "2026-11-19 18:00");
}

#[test]
fn open_around_the_clock_never_closes_for_the_night() {
    let always = hours().always();
    for clock in ["00:00", "11:45", "23:59"] {
        let now = at("2026-11-26", clock);
        assert!(always.openings(&zone(), "Library", now).is_open(now), "{clock}");
    }
}

#[test]
fn em_hrs_a_on_the_days_the_clock_changes_the_doors_open_at_the_same_hour_by_it() {
    let day = |hours: &str| DayHours::parse(hours).unwrap();
    let sundays = Week { sunday: day("01:00-03:30, 07:00-18:00"), ..Week::default() };
    let hours = Hours { week: cited(sundays), days: cited(Vec::new()), ..hours() };
    for (date, length) in [("2026-03-08", 11), ("2026-11-01", 11), ("2026-06-07", 11)] {
        let spans = hours.openings(&zone(), "Billing", at(date, "00:00")).spans;
        assert_eq!(spans[1].from, at(date, "07:00"));
        assert_eq!((spans[1].until.0 - spans[1].from.0) / 3_600_000, length);
    }
    // In spring the hour from two to three does not exist, in autumn the one before it comes twice.
    let night = |date| {
        let span = hours.openings(&zone(), "Billing", at(date, "00:00")).spans[0];
        (span.until.0 - span.from.0) / 60_000
    };
    assert_eq!([night("2026-03-08"), night("2026-06-07"), night("2026-11-01")], [90, 150, 210]);
}

#[test]
fn what_cannot_be_read_says_how_it_is_written() {
    for text in
        ["8-12", "08:00", "12:00-08:00", "08:00-12:00, 11:00-13:00", "08:00-24:01", "08:60-09:00", "a:b-c:d"]
    {
        assert!(DayHours::parse(text).unwrap_err().to_string().contains("08:00-12:00"), "{text}");
    }
    for text in
        ["13-01", "02-30", "11 thursday 6", "11 someday 1", "13 monday 1", "nearest", "12-25 often", ""]
    {
        assert!(When::parse(text).unwrap_err().to_string().contains("12-25"), "{text}");
    }
    for text in ["", "00:00-24:00", "08:00-12:00, 13:00-17:00"] {
        assert_eq!(DayHours::parse(text).unwrap().to_string(), text);
    }
    for text in ["2026-11-27", "12-25", "02-29", "12-25 nearest", "11 thursday 4"] {
        assert_eq!(When::parse(text).unwrap().to_string(), text);
    }
}

proptest! {
    /// Whatever the moment: told from any earlier day of the fortnight, it stands as it does when it comes.
    #[test]
    fn what_is_told_ahead_comes_true(minutes in 0_i64..2 * 365 * 24 * 60, ahead in 0_i64..13 * 24 * 60) {
        let (hours, zone) = (hours(), zone());
        let told = Millis(at("2026-01-01", "00:00").0 + minutes * 60_000);
        let now = Millis(told.0 + ahead * 60_000);
        let (earlier, present) = (hours.openings(&zone, "Billing", told), hours.openings(&zone, "Billing", now));
        prop_assert_eq!(earlier.is_open(now), present.is_open(now));
        if let Standing::Closed { next: Some(next), .. } = present.at(now) {
            prop_assert!(next.from > now);
            let then = hours.openings(&zone, "Billing", next.from);
            prop_assert!(then.is_open(next.from), "what is named as the next opening is one");
            prop_assert!(!present.is_open(Millis(next.from.0 - 1)));
        }
    }

    /// No chat begins within the last half hour before the doors close.
    #[test]
    fn em_hrs_a_a_after_the_last_chat_it_stays_open_for_half_an_hour(minutes in 0_i64..2 * 365 * 24 * 60) {
        let (hours, zone) = (hours(), zone());
        let now = Millis(at("2026-01-01", "00:00").0 + minutes * 60_000);
        if let Standing::Open(opening) = hours.openings(&zone, "Billing", now).at(now) {
            let last = Millis(now.0 + 30 * 60_000 - 1);
            prop_assert!(opening.until > last);
        }
    }
}
