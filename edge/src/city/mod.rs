//! The cities whose policies this Worker carries.

use serde::Deserialize;
use shared::calendar::{BadZone, Openings, Zone};
use shared::id::TopicId;
use shared::policy::{Face, Policy};
use shared::time::Millis;
use thiserror::Error;

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

    /// What a browser sees of the city at `now`.
    pub fn face(&self, now: Millis) -> Face {
        Face::new(&self.policy, &self.zone, now)
    }

    /// When chats about `topic` are answered (EM-HRS-A).
    pub fn openings(&self, topic: &TopicId, now: Millis) -> Openings {
        let department = self.policy.topic(topic).map_or("", |topic| &topic.department);
        self.policy.hours.openings(&self.zone, department, now)
    }

    /// The same city, open around the clock: what a development deployment shows, at whatever hour it is tried.
    #[must_use]
    pub fn always_open(mut self) -> Self {
        self.policy.hours = self.policy.hours.always();
        self
    }

    /// The day there at `now`; its key seals what is said on it.
    pub fn day(&self, now: Millis) -> Day {
        Day(self.zone.day(now))
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
            assert_eq!(city.day(Millis(1_795_244_399_000)), Day("2026-11-20".into()));
        }
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
        let open = |id| moments.map(|now| city.openings(&topic(id), now).is_open(now));
        assert_eq!(open("billing"), [false, true, true]);
        assert_eq!(open("permits"), [false, true, false]);
        assert_eq!(
            city.face(moments[0]).openings(Some(&topic("permits"))).map(|own| own.spans.len()),
            Some(16)
        );
    }

    #[test]
    fn a_sample_policy_is_known_as_one() {
        let samples = City::find("eagle-mountain").unwrap().policy.samples();
        assert!(samples.iter().any(|fault| fault.to_string().contains("payment.phone")));
    }
}
