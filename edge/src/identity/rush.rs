//! How often the way to the city's sign-in is taken: one address does not take it without end, and the provider is not asked
//! for each.

use super::Discovery;
use core::time::Duration;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::SignInFailure;
use std::collections::BTreeMap;

/// An office behind one address signs in at eight o'clock: so many ways in one go …
const BURST: i64 = 60;
/// … and one more after this, in milliseconds.
const EARN: i64 = 2_000;
/// So many addresses are remembered, in memory alone.
const MOST: usize = 2_048;
/// What a provider says of itself holds so long: who is sent there is seldom sent to one that is away. That one is away lasts a
/// little longer.
const HOLDS: Duration = Duration::from_secs(1);
const AWAY: Duration = Duration::from_secs(3);

/// The addresses that came lately (the generic cell rate algorithm, ITU-T I.371).
#[derive(Default)]
pub struct Rush {
    /// When the whole burst would be free again, by address.
    full_at: BTreeMap<String, i64>,
}

impl Rush {
    /// Counts one way of `address`.
    pub fn count(&mut self, address: &str, now: Millis) -> Result<(), Refusal> {
        if self.full_at.len() >= MOST {
            self.full_at.retain(|_, full_at| *full_at > now.0);
            // Whoever came least is forgotten first.
            let least = self.full_at.iter().min_by_key(|(_, full_at)| **full_at);
            if let Some(least) = least.filter(|_| self.full_at.len() >= MOST).map(|(least, _)| least.clone())
            {
                self.full_at.remove(&least);
            }
        }
        let full_at = self.full_at.get(address).copied().unwrap_or_default().max(now.0);
        if full_at - now.0 >= BURST * EARN {
            return Err(Refusal::TooFast);
        }
        self.full_at.insert(address.to_owned(), full_at + EARN);
        Ok(())
    }
}

/// What the provider last said of itself, or that it said nothing.
#[derive(Default)]
pub struct Asked(Option<(Millis, Result<Discovery, SignInFailure>)>);

impl Asked {
    /// Takes down an answer.
    pub fn note(&mut self, now: Millis, answer: Result<Discovery, SignInFailure>) {
        self.0 = Some((now, answer));
    }

    /// The last answer, while it holds.
    pub fn lately(&self, now: Millis) -> Option<Result<Discovery, SignInFailure>> {
        let (at, answer) = self.0.as_ref()?;
        let holds = if answer.is_ok() { HOLDS } else { AWAY };
        (now.since(*at) < holds).then(|| answer.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_signs_in_at_once_and_a_flood_is_stopped_without_the_others() {
        let mut rush = Rush::default();
        let taken = |rush: &mut Rush, address, now| rush.count(address, Millis(now)).is_ok();
        assert!((0..60).all(|_| taken(&mut rush, "203.0.113.7", 0)));
        assert!(!taken(&mut rush, "203.0.113.7", 0));
        assert!(taken(&mut rush, "203.0.113.8", 0));
        assert!(taken(&mut rush, "203.0.113.7", 2_000) && !taken(&mut rush, "203.0.113.7", 2_000));
    }

    #[test]
    fn no_more_addresses_are_remembered_than_there_is_room_for() {
        let mut rush = Rush::default();
        for number in 0..10_000 {
            assert!(rush.count(&number.to_string(), Millis(0)).is_ok());
        }
        assert!(rush.full_at.len() <= MOST);
    }

    #[test]
    fn a_provider_that_is_away_is_asked_again_soon_and_not_by_each() {
        let mut asked = Asked::default();
        assert!(asked.lately(Millis(0)).is_none());
        asked.note(Millis(0), Err(SignInFailure::ProviderAway));
        assert!(asked.lately(Millis(2_999)).is_some_and(|answer| answer.is_err()));
        assert!(asked.lately(Millis(3_000)).is_none());
    }
}
