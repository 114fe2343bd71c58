//! What is remembered for a while of a chat that is over: that it is, and that its outcome is asked for.

use super::{Desk, Effect, Held, Seat, Write};
use core::time::Duration;
use serde::{Deserialize, Serialize};
use shared::id::{ChoiceId, SessionId, StaffId, TopicId};
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Ask, StaffCard, ToWrapUp};

/// A chat that is over. It is remembered for a while, since a call that it waits can come late and twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The chat.
    pub chat: SessionId,
    /// Since when.
    pub at: Millis,
    /// Who had it, if anyone.
    #[serde(default)]
    pub staff: Option<StaffId>,
    /// About what it was, while its outcome is not known.
    #[serde(default)]
    pub to_wrap_up: Option<TopicId>,
    /// What supervisors are to be told of it, until one has seen it (TE-5.9).
    #[serde(default)]
    pub asks: Option<Ask>,
    /// How the resident saw who had it.
    #[serde(default)]
    pub card: Option<StaffCard>,
    /// Whether its resident has answered the questions after it.
    #[serde(default)]
    pub rated: bool,
}

/// No call takes longer than this to arrive, and nobody remembers longer what came of a chat.
const LATE: Duration = Duration::from_hours(1);

impl Gone {
    pub(super) fn new(at: Millis, chat: SessionId, held: Option<&Held>) -> Self {
        let held = held.filter(|held| held.confirmed);
        Self {
            chat,
            at,
            staff: held.map(|held| held.staff.clone()),
            to_wrap_up: held.map(|held| held.topic.clone()),
            asks: None,
            card: held.map(|held| held.card.clone()),
            rated: false,
        }
    }

    /// When this chat goes, those that went before this moment are forgotten.
    pub fn forgets(&self) -> Millis {
        self.at.before(LATE)
    }
}

impl Desk {
    /// Counts what a chat was about and what came of it; nothing else of it is kept. Said again, it is not counted again.
    pub(super) fn wrap_up(
        &mut self,
        policy: &Policy,
        seat: &Seat,
        chat: &SessionId,
        topic: TopicId,
        outcome: ChoiceId,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let known = policy.desk.outcomes.value.iter().any(|choice| choice.id == outcome);
        if !known || policy.topic(&topic).is_none() {
            return Err(Refusal::BadFrame);
        }
        let gone = self.line.gone_mut(chat).filter(|gone| gone.staff.as_ref() == Some(&seat.id));
        let gone = gone.ok_or(Refusal::NoSuchChat)?;
        if gone.to_wrap_up.take().is_some() {
            out.push(Effect::Write(Write::Left(gone.clone())));
            out.push(Effect::Write(Write::Count { topic, outcome }));
        }
        Ok(())
    }

    /// The chats of a person that are over and have no outcome yet, the oldest first.
    pub(super) fn to_wrap_up(&self, staff: &StaffId) -> Vec<ToWrapUp> {
        let own = self.line.gone().filter(|gone| gone.staff.as_ref() == Some(staff));
        let mut open: Vec<_> =
            own.filter_map(|gone| Some((gone.at, &gone.chat, gone.to_wrap_up.as_ref()?))).collect();
        open.sort();
        open.into_iter()
            .map(|(_, chat, topic)| ToWrapUp { chat: chat.clone(), topic: topic.clone() })
            .collect()
    }
}
