//! Someone is in danger: their chat comes first, whoever has it sees it, and supervisors are told until one has seen it
//! (EM-GEN-B).

use super::{Desk, Effect, Write};
use core::time::Duration;
use serde::{Deserialize, Serialize};
use shared::id::{SessionId, TopicId};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Alarm, Priority};
use std::collections::BTreeMap;

/// What is known of a danger: not a word of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Danger {
    /// The chat.
    pub chat: SessionId,
    /// About what the resident said it was.
    pub topic: TopicId,
    /// What it calls for.
    pub tier: Tier,
    /// Since when.
    pub at: Millis,
    /// Whether a supervisor has seen it.
    pub seen: bool,
}

/// No chat lasts longer than a day (EM-RET-A), and what nobody has seen by then nobody will.
const FORGOTTEN: Duration = Duration::from_hours(24);

impl Danger {
    /// When this danger is noted, those from before this moment are forgotten.
    pub fn forgets(&self) -> Millis {
        self.at.before(FORGOTTEN)
    }
}

/// The dangers of the day.
#[derive(Default)]
pub(super) struct Dangers(BTreeMap<SessionId, Danger>);

impl Dangers {
    pub(super) fn restore(dangers: Vec<Danger>) -> Self {
        Self(dangers.into_iter().map(|danger| (danger.chat.clone(), danger)).collect())
    }

    /// What a chat calls for, if anyone in it is in danger.
    pub(super) fn tier(&self, chat: &SessionId) -> Option<Tier> {
        self.0.get(chat).map(|danger| danger.tier)
    }

    /// Whom a chat comes before.
    pub(super) fn priority(&self, chat: &SessionId, otherwise: Priority) -> Priority {
        if self.0.contains_key(chat) { Priority::Emergency } else { otherwise }
    }

    /// Notes a danger.
    fn note(&mut self, danger: Danger) {
        let forgets = danger.forgets();
        self.0.retain(|_, earlier| earlier.at >= forgets);
        self.0.insert(danger.chat.clone(), danger);
    }

    /// Those that no supervisor has seen, the most urgent and of these the oldest first.
    fn unseen(&self) -> Vec<&Danger> {
        let mut unseen: Vec<_> = self.0.values().filter(|danger| !danger.seen).collect();
        unseen.sort_by_key(|danger| (core::cmp::Reverse(danger.tier), danger.at));
        unseen
    }
}

impl Desk {
    /// A chat tells of a danger. It is counted by its tier, and told to supervisors again when it grows.
    pub(super) fn alarm(
        &mut self,
        now: Millis,
        chat: &SessionId,
        topic: TopicId,
        tier: Tier,
        out: &mut Vec<Effect>,
    ) {
        if self.dangers.tier(chat) >= Some(tier) {
            return;
        }
        let danger = Danger { chat: chat.clone(), topic, tier, at: now, seen: false };
        self.dangers.note(danger.clone());
        out.push(Effect::Write(Write::Danger(danger)));
        out.push(Effect::Write(Write::CountDanger(tier)));
        self.line.raise(chat, Priority::Emergency, out);
    }

    /// A supervisor has seen it; the others need not.
    pub(super) fn seen(&mut self, chat: &SessionId, out: &mut Vec<Effect>) -> Result<(), Refusal> {
        let answered = self.seen_ask(chat, out);
        match self.dangers.0.get_mut(chat) {
            Some(danger) if !danger.seen => {
                danger.seen = true;
                out.push(Effect::Write(Write::Danger(danger.clone())));
                Ok(())
            }
            Some(_) => Ok(()),
            None if answered => Ok(()),
            None => Err(Refusal::NoSuchChat),
        }
    }

    /// What supervisors are told of.
    pub(super) fn alarms(&self) -> Vec<Alarm> {
        let alarm = |danger: &Danger| Alarm {
            chat: danger.chat.clone(),
            topic: danger.topic.clone(),
            tier: danger.tier,
            at: danger.at,
            staff: self.line.get(&danger.chat).map(|held| held.card.clone()),
        };
        self.dangers.unseen().into_iter().map(alarm).collect()
    }
}
