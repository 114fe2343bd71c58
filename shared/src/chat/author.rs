//! What the person at this browser has written lately, as far as the privacy engine needs it.

use super::log::{Happening, Log};
use super::outbox::{Action, Outbox};
use crate::id::ClientRef;
use crate::privacy::{Allowed, MaskedText, Masking, Window};
use crate::time::Millis;
use crate::triage::{Extra, Thread, Tier, Triage};
use crate::wire::v1::{Party, REACH, Strike, Untrusted};

/// A message of this person, wherever it was written and however far it got.
struct Written<'a> {
    at: Millis,
    client_ref: &'a ClientRef,
    text: &'a MaskedText,
}

/// Looks at the next message together with the last ones, as they stand now: the edge does the same, so that a place in a
/// message means the same on both sides, also after a reload or a strike. Answers also the pieces that have to go, the last
/// of each message first, so that the places of those before stay true.
pub(super) fn look(
    (you, allowed): (Party, Allowed),
    (log, outbox): (&Log, &Outbox),
    now: Millis,
    text: &Untrusted,
) -> (Masking, Vec<Strike>) {
    let written = recent(you, log, outbox);
    let mut window = Window::default();
    for (number, Written { at, text, .. }) in (0..).zip(&written) {
        let _ = Untrusted::typed(text.as_str()).mask_in(&mut window, *at, number, allowed);
    }
    let number = u32::try_from(written.len()).unwrap_or(u32::MAX);
    let mut masking = text.mask_in(&mut window, now, number, allowed);
    masking.strikes.sort_by_key(|strike| core::cmp::Reverse((strike.message, strike.span.start)));
    let strikes = masking.strikes.iter().filter_map(|strike| {
        Some(Strike {
            of: written.get(strike.message as usize)?.client_ref.clone(),
            from: u32::try_from(strike.span.start).ok()?,
            to: u32::try_from(strike.span.end).ok()?,
            category: strike.category,
        })
    });
    let strikes = strikes.collect();
    (masking, strikes)
}

/// What the messages so far call for together with the draft: from the edge's word for those that it has, which the messages
/// on their way and the draft are added to.
pub(super) fn triage(you: Party, (log, outbox): (&Log, &Outbox), draft: &Untrusted, extra: &Extra) -> Triage {
    let tier = log.alert().map_or(Tier::None, |alert| alert.tier);
    let mut written = recent(you, log, outbox);
    let pending = outbox.pending().iter().filter(|pending| pending.refused.is_none());
    let on_its_way = pending.filter(|pending| matches!(pending.action, Action::Say { .. })).count();
    let new = written.split_off(written.len().saturating_sub(on_its_way));
    let mut thread = Thread::resume(tier, written.iter().map(|written| written.text.as_str()));
    for Written { text, .. } in new {
        let _ = thread.triage(text.as_str(), extra);
    }
    draft.triage_in(&mut thread, extra)
}

/// The last messages, in order: what happened, then what is on its way. What was refused never came to anyone.
fn recent<'a>(you: Party, log: &'a Log, outbox: &'a Outbox) -> Vec<Written<'a>> {
    let on_its_way = outbox.pending().iter().rev().filter(|pending| pending.refused.is_none());
    let on_its_way = on_its_way.filter_map(|pending| match &pending.action {
        Action::Say { text, .. } => Some(Written { at: pending.made, client_ref: &pending.client_ref, text }),
        Action::End => None,
    });
    let said = log.entries().iter().rev().filter_map(|entry| match (&entry.client_ref, &entry.happening) {
        (Some(client_ref), Happening::Said { by, text, .. }) if *by == you => {
            Some(Written { at: entry.at, client_ref, text })
        }
        (
            _,
            Happening::Said { .. }
            | Happening::Started { .. }
            | Happening::Joined(_)
            | Happening::Ended { .. },
        ) => None,
    });
    let mut written: Vec<_> = on_its_way.chain(said).take(REACH).collect();
    written.reverse();
    written
}
