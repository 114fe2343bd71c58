//! The days' random halves in R2, outside every object and its point-in-time recovery.

use super::random;
use super::settings::Settings;
use crate::vault::{Day, DayKey, KEY_BYTES};
use shared::id::SessionId;
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

/// The key of a day that was just asked for, without waiting: what is written in one transaction cannot wait.
pub fn at_hand(day: &Day) -> Option<Rc<DayKey>> {
    KNOWN.with_borrow(|known| known.get(day).cloned())
}

/// Destroys a day's half and this isolate's copy of the key. Answers whether the store, asked again, no longer has it, and
/// whether `probe`, a key wrapped on that day, still opens.
pub async fn destroy(
    env: &Env,
    settings: &Settings,
    day: &Day,
    probe: Option<(Vec<u8>, SessionId)>,
) -> Result<(bool, bool)> {
    let city = &settings.city.policy.city.id;
    let bucket = env.bucket("VAULT")?;
    let name = day.object_name(city);
    bucket.delete(&name).await?;
    KNOWN.with_borrow_mut(|known| known.remove(day));
    let found = half(&bucket, &name).await?;
    let key = found.as_ref().and_then(|half| DayKey::derive(half, &settings.vault_secret, city, day).ok());
    let opens = key.zip(probe).is_some_and(|(key, (wrapped, of))| key.unwrap(&wrapped, &of).is_ok());
    Ok((found.is_none(), opens))
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
        // Two days are in use at a time, three at the most; the others are gone or about to go.
        if known.len() >= 4 {
            known.clear();
        }
        known.insert(day.clone(), Rc::clone(&key));
    });
    Ok(key)
}
