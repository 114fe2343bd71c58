//! The random halves of the keys of days, cases and messages in R2, outside every object and its point-in-time recovery.

use super::random;
use super::settings::Settings;
use crate::vault::{Half, KEY_BYTES, WrappingKey};
use shared::id::SessionId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use worker::{Bucket, Conditional, Env, Error, Result};

thread_local! {
    /// In memory only, and only as long as the isolate lives.
    static KNOWN: RefCell<BTreeMap<Half, Rc<WrappingKey>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A key under which something was wrapped. There is none once its half is destroyed.
pub async fn find(env: &Env, settings: &Settings, of: &Half) -> Result<Option<Rc<WrappingKey>>> {
    if let Some(key) = at_hand(of) {
        return Ok(Some(key));
    }
    let name = of.object_name(&settings.city.policy.city.id);
    match half(&env.bucket("VAULT")?, &name).await? {
        Some(half) => keep(settings, of, &half).map(Some),
        None => Ok(None),
    }
}

/// A key that is to be used from now on, made if it is not there: that of today, or of a new case.
pub async fn find_or_make(env: &Env, settings: &Settings, of: &Half) -> Result<Rc<WrappingKey>> {
    if let Some(key) = find(env, settings, of).await? {
        return Ok(key);
    }
    let bucket = env.bucket("VAULT")?;
    let name = of.object_name(&settings.city.policy.city.id);
    // Two chats may be the first of a day: whoever comes second finds the half of the first.
    let none_there = Conditional {
        etag_matches: None,
        etag_does_not_match: Some("*".to_owned()),
        uploaded_before: None,
        uploaded_after: None,
    };
    let fresh = random::bytes::<KEY_BYTES>()?;
    bucket.put(&name, fresh.to_vec()).only_if(none_there).execute().await?;
    let half = half(&bucket, &name).await?.ok_or_else(|| Error::from("R2 did not keep the half of a key"))?;
    keep(settings, of, &half)
}

/// A key that was just asked for, without waiting: what is written in one transaction cannot wait.
pub fn at_hand(of: &Half) -> Option<Rc<WrappingKey>> {
    KNOWN.with_borrow(|known| known.get(of).cloned())
}

/// Destroys a random half and this isolate's copy of the key. Answers whether the store, asked again, no longer has it, and
/// whether `probe`, a key wrapped under it, still opens.
pub async fn destroy(
    env: &Env,
    settings: &Settings,
    of: &Half,
    probe: Option<(Vec<u8>, SessionId)>,
) -> Result<(bool, bool)> {
    let city = &settings.city.policy.city.id;
    let bucket = env.bucket("VAULT")?;
    let name = of.object_name(city);
    bucket.delete(&name).await?;
    KNOWN.with_borrow_mut(|known| known.remove(of));
    let found = half(&bucket, &name).await?;
    let key =
        found.as_ref().and_then(|half| WrappingKey::derive(half, &settings.vault_secret, city, of).ok());
    let opens = key.zip(probe).is_some_and(|(key, (wrapped, chat))| key.unwrap(&wrapped, &chat).is_ok());
    Ok((found.is_none(), opens))
}

async fn half(bucket: &Bucket, name: &str) -> Result<Option<Vec<u8>>> {
    let Some(object) = bucket.get(name).execute().await? else { return Ok(None) };
    match object.body() {
        Some(body) => body.bytes().await.map(Some),
        None => Ok(None),
    }
}

fn keep(settings: &Settings, of: &Half, half: &[u8]) -> Result<Rc<WrappingKey>> {
    let key = WrappingKey::derive(half, &settings.vault_secret, &settings.city.policy.city.id, of)
        .map_err(|fault| Error::from(fault.to_string()))?;
    let key = Rc::new(key);
    if matches!(of, Half::Message(_)) {
        // There are many, and each is used once or twice: they would push out those that a transaction counts on.
        return Ok(key);
    }
    KNOWN.with_borrow_mut(|known| {
        // Two days are in use at a time, three at the most, and a case now and then; the others are gone or about to go.
        if known.len() >= 4 {
            known.clear();
        }
        known.insert(of.clone(), Rc::clone(&key));
    });
    Ok(key)
}
