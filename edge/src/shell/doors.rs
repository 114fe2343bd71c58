//! The doors as the desk keeps them: what residents are told of them, and the way of an administrator to change them.

use super::answer::{body, json};
use super::chat_session::ask;
use super::desk::{DoorsAsked, LINE};
use super::routes::{Answer, Call, Problem};
use super::staff::SignedIn;
use super::storage::now;
use crate::identity::{Act, Actor, State, authorize};
use serde::de::DeserializeOwned;
use shared::calendar::Doors;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{DoorsSheet, Problem as Answered};
use std::cell::RefCell;

/// What residents are shown may be so old, in milliseconds: a rush of them is no rush at the desk. Whether a chat begins is
/// asked each time.
const FRESH: u64 = 2_000;

thread_local! {
    static KNOWN: RefCell<Option<(Millis, Doors)>> = const { RefCell::new(None) };
}

impl Call {
    /// What a browser sees of the city. A console that has heard of a version of the doors (`?doors=7`) gets none from before.
    pub(super) async fn face(&self) -> Answer {
        let mut asked = self.url.query_pairs().filter(|(name, _)| name == "doors");
        let heard_of: u32 = asked.next().and_then(|(_, version)| version.parse().ok()).unwrap_or_default();
        let known = KNOWN.with_borrow(Clone::clone);
        let fresh = known
            .as_ref()
            .filter(|(at, doors)| now().since(*at).as_millis() < FRESH.into() && doors.version >= heard_of);
        let doors = match fresh {
            Some((_, doors)) => doors.clone(),
            // While the desk does not answer, the last that was known is better than no page.
            None => match self.doors().await {
                Ok(doors) => doors,
                Err(_) => known.map(|(_, doors)| doors).unwrap_or_default(),
            },
        };
        Ok(json(&self.settings.city.face(doors, now()))?)
    }

    /// The doors as they stand at this moment.
    pub(super) async fn doors(&self) -> Result<Doors, Problem> {
        let doors: Doors = self.of_desk("https://object/doors").await?;
        KNOWN.set(Some((now(), doors.clone())));
        Ok(doors)
    }

    /// The doors with who changed what of them.
    pub(super) async fn doors_sheet(&self) -> Answer {
        let staff = self.session().await?;
        authorize(Actor::Staff { role: staff.role, assigned: false }, Act::Audit, State::Apart)?;
        let sheet: DoorsSheet = self.of_desk("https://object/doors/sheet").await?;
        Ok(json(&sheet)?)
    }

    /// An administrator changes them.
    pub(super) async fn change_doors(&mut self) -> Answer {
        let SignedIn { id: by, name, role, .. } = self.signed_in().await?;
        authorize(Actor::Staff { role, assigned: false }, Act::SetHours, State::Apart)?;
        let change = body(&mut self.request).await?;
        let mut answered = ask(&self.env, "DESKS", LINE, "/doors", &DoorsAsked { by, name, change }).await?;
        if answered.status_code() >= 300 {
            let Answered { code, .. } = answered.json().await?;
            return Err(code.into());
        }
        let sheet: DoorsSheet = answered.json().await?;
        KNOWN.set(Some((now(), sheet.doors.clone())));
        Ok(json(&sheet)?)
    }

    async fn of_desk<T: DeserializeOwned>(&self, address: &str) -> Result<T, Problem> {
        let desk = self.env.durable_object("DESKS")?.get_by_name(LINE)?;
        let mut answered = desk.fetch_with_str(address).await?;
        if answered.status_code() >= 300 {
            return Err(Refusal::TryAgain.into());
        }
        Ok(answered.json().await?)
    }
}
