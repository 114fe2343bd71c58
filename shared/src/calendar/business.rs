//! Business days: the days on which a city works, by the same hours as everything else.

use super::{Hours, Zone};
use crate::time::Millis;

/// So many days ahead a business day is looked for. Nobody closes for longer and takes messages.
const HORIZON: i32 = 60;
/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

impl Hours {
    /// The end of the `days`-th business day after the day of `at`, for the matters of `department` (CS-A-2). A day counts
    /// when anything is open on it: holidays and closures do not, and neither does the day on which the message came, however
    /// early. A department that is never open is counted by the city's days, and a city that is never open by the calendar's.
    pub fn business_deadline(&self, zone: &Zone, department: &str, at: Millis, days: u16) -> Millis {
        let today = zone.date(at);
        let closes = |department: &str| {
            let mut left = days.max(1);
            (1..=HORIZON).map(|ahead| today.plus(ahead)).find_map(|date| {
                let until = self.hours_on(department, date).closes()?;
                left -= 1;
                // A day that ends at midnight ends on that day, for people.
                (left == 0).then(|| zone.moment(date, until.min(LAST_MINUTE)))
            })
        };
        closes(department)
            .or_else(|| closes(""))
            .unwrap_or_else(|| zone.moment(today.plus(i32::from(days.max(1)) + 1), 0))
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Hours, Zone};
    use crate::time::Millis;
    use serde_json::json;

    /// Monday to Friday eight to five, Friday until noon; Thanksgiving and the day after closed; the museum on Saturdays alone.
    fn hours() -> Hours {
        let day = "08:00-12:00, 13:00-17:00";
        serde_json::from_value(json!({
            "last_chat_minutes": { "value": 30, "source": "EM-HRS-A-a" },
            "week": { "source": "sample", "value": {
                "monday": day, "tuesday": day, "wednesday": day, "thursday": day, "friday": "08:00-12:00" } },
            "days": { "source": "sample", "value": [
                { "on": "11 thursday 4", "names": { "en": "Thanksgiving", "es": "Acción de Gracias" } },
                { "on": "2026-11-27", "names": { "en": "Day after", "es": "Día después" } } ] },
            "departments": [
                { "department": "Museum", "week": { "source": "sample", "value": { "saturday": "10:00-16:00" } } },
                { "department": "Archive", "week": { "source": "sample", "value": {} } } ]
        }))
        .unwrap()
    }

    fn due(from: &str, department: &str, days: u16) -> String {
        let zone = Zone::parse("MST7MDT,M3.2.0,M11.1.0").unwrap();
        let (date, minutes) = from.split_once(' ').unwrap();
        let (hour, minute) = minutes.split_once(':').unwrap();
        let minute = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
        let at: Millis = zone.moment(crate::calendar::Date::parse(date).unwrap(), minute);
        zone.date_and_time(hours().business_deadline(&zone, department, at, days))
    }

    #[test]
    fn cs_a_2_two_business_days_are_counted_from_the_day_after() {
        assert_eq!(due("2026-11-16 07:00", "", 2), "2026-11-18 17:00", "Monday morning");
        assert_eq!(due("2026-11-16 23:59", "", 2), "2026-11-18 17:00", "Monday night");
        assert_eq!(due("2026-11-18 12:00", "", 2), "2026-11-20 12:00", "until Friday noon");
    }

    #[test]
    fn te_8_3_weekends_holidays_and_closures_do_not_count() {
        assert_eq!(due("2026-11-20 18:00", "", 2), "2026-11-24 17:00", "over a weekend");
        assert_eq!(due("2026-11-25 09:00", "", 2), "2026-12-01 17:00", "over Thanksgiving");
        assert_eq!(due("2026-10-30 09:00", "", 1), "2026-11-02 17:00", "over the end of summer time");
    }

    #[test]
    fn cs_a_2_a_department_has_its_own_days_and_one_that_is_never_open_the_citys() {
        assert_eq!(due("2026-11-16 09:00", "Museum", 2), "2026-11-28 16:00");
        assert_eq!(due("2026-11-16 09:00", "Archive", 2), "2026-11-18 17:00");
    }
}
