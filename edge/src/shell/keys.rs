//! The days' random halves in R2, outside every object and its point-in-time recovery.

use super::random;
use super::settings::Settings;
use crate::vault::{Day, DayKey, KEY_BYTES};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use worker::{Bucket, Conditional, Env, Error, Result};

thread_local! {
    /// In memory only, and only as long as the isolate lives.
    static KNOWN: RefCell<BTreeMap<Day, Rc<DayKey>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The key of a day that something was sealed on. There is none once the day's half is destroyed.
pub async fn of_day(env: &Env, settings: &Settings, day: &Day) -> Result<Option<Rc<DayKey>>> {
    if let Some(key) = KNOWN.with_borrow(|known| known.get(day).cloned()) {
        return Ok(Some(key));
    }
    let name = day.object_name(&settings.city.policy.city.id);
    match half(&env.bucket("VAULT")?, &name).await? {
        Some(half) => keep(settings, day, &half).map(Some),
        None => Ok(None),
    }
}

/// The key of today, made if it is the first chat of the day.
pub async fn of_today(env: &Env, settings: &Settings, day: &Day) -> Result<Rc<DayKey>> {
    if let Some(key) = of_day(env, settings, day).await? {
        return Ok(key);
    }
    let bucket = env.bucket("VAULT")?;
    let name = day.object_name(&settings.city.policy.city.id);
    // Two chats may be the first: whoever comes second finds the half of the first.
    let none_there = Conditional {
        etag_matches: None,
        etag_does_not_match: Some("*".to_owned()),
        uploaded_before: None,
        uploaded_after: None,
    };
    let fresh = random::bytes::<KEY_BYTES>()?;
    bucket.put(&name, fresh.to_vec()).only_if(none_there).execute().await?;
    let half = half(&bucket, &name).await?.ok_or_else(|| Error::from("R2 did not keep the day's half"))?;
    keep(settings, day, &half)
}

async fn half(bucket: &Bucket, name: &str) -> Result<Option<Vec<u8>>> {
    let Some(object) = bucket.get(name).execute().await? else { return Ok(None) };
    match object.body() {
        Some(body) => body.bytes().await.map(Some),
        None => Ok(None),
    }
}

fn keep(settings: &Settings, day: &Day, half: &[u8]) -> Result<Rc<DayKey>> {
    let key = DayKey::derive(half, &settings.vault_secret, &settings.city.policy.city.id, day)
        .map_err(|fault| Error::from(fault.to_string()))?;
    let key = Rc::new(key);
    KNOWN.with_borrow_mut(|known| {
        known.retain(|other, _| other >= day);
        known.insert(day.clone(), Rc::clone(&key));
    });
    Ok(key)
}
