//! What a production build refuses.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::{self, Place};
use shared::policy::Policy;
use std::fmt::Display;

/// Refuses the policy of a city that is faulty or still holds values made up for trying the product out.
pub fn check_policy(place: &Place, city: &str) -> Outcome {
    let path = place.at("policies").join(format!("{city}.toml"));
    let text = place::read_text(&path)?;
    let policy = toml::from_str::<Policy>(&text)
        .map_err(|error| Failure::Policy { path: path.clone(), reason: error.to_string() })?;
    let refused: Vec<_> = policy.faults().into_iter().chain(policy.samples()).collect();
    if refused.is_empty() { Ok(()) } else { Err(Failure::Policy { path, reason: listed(&refused) }) }
}

fn listed(refused: &[impl Display]) -> String {
    let mut list = String::from("a production build refuses it.");
    for reason in refused {
        list.push_str("\n  · ");
        list.push_str(&reason.to_string());
    }
    list
}
