//! The cities whose policies this Worker carries.

mod sheet;

use serde::Deserialize;
use shared::calendar::{BadZone, Date, Doors, Openings, Zone};
use shared::id::TopicId;
use shared::policy::{Face, Policy, PurgeClock};
use shared::time::Millis;
use thiserror::Error;

use crate::purge::Period;
use crate::vault::Day;

/// Compiled by `edge/build.rs` from `policies/*.toml`.
const POLICIES: &str = include_str!(concat!(env!("OUT_DIR"), "/policies.json"));

/// Why a city cannot be served.
#[derive(Debug, Error)]
pub enum CityError {
    /// No such policy file.
    #[error("there is no policies/{0}.toml: set CITY to one there is")]
    Unknown(String),
    /// The compiled policies do not fit this code.
    #[error("the compiled policies do not fit: build again with cargo xtask build")]
    Compiled,
    /// The time zone does not fit.
    #[error(transparent)]
    Zone(#[from] BadZone),
}

/// A city with its policy.
pub struct City {
    /// The policy.
    pub policy: Policy,
    zone: Zone,
}

#[derive(Deserialize)]
struct Compiled {
    policy: Policy,
    zone: String,
}

impl City {
    /// The city of this name.
    pub fn find(id: &str) -> Result<Self, CityError> {
        let all: Vec<Compiled> = serde_json::from_str(POLICIES).map_err(|_| CityError::Compiled)?;
        let found = all.into_iter().find(|compiled| compiled.policy.city.id.as_str() == id);
        let Compiled { policy, zone } = found.ok_or_else(|| CityError::Unknown(id.to_owned()))?;
        Ok(Self { policy, zone: Zone::parse(&zone)? })
    }

    /// What a browser sees of the city at `now`, with the doors as they stand.
    pub fn face(&self, doors: Doors, now: Millis) -> Face {
        Face::new(&self.policy, &self.policy.hours.under(doors), &self.zone, now)
    }

    /// When chats about `topic` are answered (EM-HRS-A).
    pub fn openings(&self, doors: Doors, topic: &TopicId, now: Millis) -> Openings {
        let department = self.policy.topic(topic).map_or("", |topic| &topic.department);
        self.policy.hours.under(doors).openings(&self.zone, department, now)
    }

    /// By when a resident hears who leaves a message about `topic` now (CS-A-2).
    pub fn answer_due(&self, doors: Doors, topic: &TopicId, now: Millis) -> Millis {
        self.policy.answer_due(&self.policy.hours.under(doors), &self.zone, topic, now)
    }

    /// The day that it is there.
    pub fn today(&self, now: Millis) -> Date {
        self.zone.date(now)
    }

    /// The same city, open around the clock: what a development deployment shows, at whatever hour it is tried.
    #[must_use]
    pub fn always_open(mut self) -> Self {
        self.policy.hours = self.policy.hours.always();
        self
    }

    /// The day that runs at `now`: from one purge to the next (EM-RET-A). Its key seals the chats that begin in it.
    pub fn period(&self, now: Millis) -> Period {
        match self.policy.retention.purge.value {
            PurgeClock::DailyHour(hour) => {
                let ends = self.zone.next_hour(now, hour);
                Period { day: Day(self.zone.day(ends)), ends }
            }
            PurgeClock::EverySeconds(seconds) => {
                let span = i64::from(seconds.max(1)).saturating_mul(1_000);
                let number = now.0.div_euclid(span).saturating_add(1);
                Period { day: Day(format!("{seconds}s-{number}")), ends: Millis(number.saturating_mul(span)) }
            }
        }
    }

    /// A moment as the city's clocks show it.
    pub fn date_and_time(&self, at: Millis) -> String {
        self.zone.date_and_time(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_policy_file_is_carried_and_has_no_fault() {
        for id in ["eagle-mountain", "rehearsal"] {
            let city = City::find(id).unwrap();
            assert_eq!(city.policy.faults(), []);
        }
    }

    #[test]
    fn em_ret_a_a_day_lasts_from_one_purge_to_the_next() {
        let city = City::find("eagle-mountain").unwrap();
        // 23:59:59 in Utah on November 20: the chats of that evening belong to the next day's purge.
        let evening = city.period(Millis(1_795_244_399_000));
        assert_eq!(evening.day, Day("2026-11-21".into()));
        assert_eq!(city.date_and_time(evening.ends), "2026-11-21 22:00");
        let last = city.period(Millis(evening.ends.0 - 1));
        assert_eq!(last, evening);
        assert_eq!(city.period(evening.ends).day, Day("2026-11-22".into()));
        let rehearsal = City::find("rehearsal").unwrap().period(Millis(60_000));
        assert_eq!((rehearsal.day, rehearsal.ends), (Day("60s-2".into()), Millis(120_000)));
    }

    #[test]
    fn an_unknown_city_is_said_to_be_one() {
        assert!(City::find("atlantis").err().unwrap().to_string().contains("policies/atlantis.toml"));
    }

    #[test]
    fn em_gen_b_the_sample_policy_carries_the_citys_own_emergency_line() {
        let policy = City::find("eagle-mountain").unwrap().policy;
        assert_eq!(policy.contact.city_emergency.value, "801-789-5959");
        assert_eq!(policy.contact.emergency.value, "911");
    }

    #[test]
    fn em_com_e_a_everyone_starts_with_one_chat_at_a_time() {
        assert_eq!(City::find("eagle-mountain").unwrap().policy.desk.first_seats.value, 1);
    }

    #[test]
    fn em_hrs_a_the_sample_city_answers_on_its_working_days() {
        let city = City::find("eagle-mountain").unwrap();
        let topic = |id| TopicId::parse(id).unwrap();
        // Saturday, Monday at ten, and Monday in the lunch hour of one department.
        let moments = [1_795_244_399_000, 1_795_453_200_000, 1_795_462_200_000].map(Millis);
        let open = |id| moments.map(|now| city.openings(Doors::default(), &topic(id), now).is_open(now));
        assert_eq!(open("billing"), [false, true, true]);
        assert_eq!(open("permits"), [false, true, false]);
        assert_eq!(
            city.face(Doors::default(), moments[0])
                .openings(Some(&topic("permits")))
                .map(|own| own.spans.len()),
            Some(14),
            "two on each of eight days, without Thanksgiving"
        );
    }

    #[test]
    fn a_sample_policy_is_known_as_one() {
        let samples = City::find("eagle-mountain").unwrap().policy.samples();
        assert!(samples.iter().any(|fault| fault.to_string().contains("payment.phone")));
    }
}
