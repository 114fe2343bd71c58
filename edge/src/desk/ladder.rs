//! How many chats at once a person may have: earned by their chats, lost by their scores (EM-COM-E).

use super::{Desk, Effect, Member, Seat, Write};
use serde::{Deserialize, Serialize};
use shared::id::StaffId;
use shared::policy::{LadderPolicy, Policy};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Ladder, MAX_NOTE_CHARS, Rung, SeatsSet};
use std::collections::VecDeque;

/// What a person's seats are reckoned from. Only numbers: nothing of any chat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// How many chats they have finished.
    pub chats: u32,
    /// How long the first response took in the last of them, in seconds.
    pub responses: VecDeque<u32>,
    /// Whether the last residents who answered were satisfied.
    pub answers: VecDeque<bool>,
    /// How many steps above the first they are.
    pub steps: u8,
}

impl Score {
    /// A chat is over. `response` is how long its first answer took; nothing when there was none.
    pub fn finish(&mut self, ladder: &LadderPolicy, response: Option<u32>) {
        self.chats = self.chats.saturating_add(1);
        if let Some(seconds) = response {
            push(&mut self.responses, seconds, ladder.window.value);
        }
        self.climb(ladder);
    }

    /// A resident has answered whether they were satisfied.
    pub fn answered(&mut self, ladder: &LadderPolicy, satisfied: bool) {
        push(&mut self.answers, satisfied, ladder.window.value);
    }

    /// One step up or down at a time, after each chat. Between the mark and the mark with its margin nothing changes.
    fn climb(&mut self, ladder: &LadderPolicy) {
        let (mark, limit) = (ladder.satisfaction_percent.value, ladder.response_seconds.value);
        let enough = self.answers.len() >= ladder.least_answers.value as usize;
        let response = self.response();
        let earned = Self::chats_for(self.steps + 1, ladder).is_some_and(|chats| self.chats >= chats);
        let good = enough && self.satisfaction_over(mark) && response.is_some_and(|seconds| seconds < limit);
        let low = enough && !self.satisfaction_over(mark.saturating_sub(ladder.margin_percent.value));
        let slow =
            response.is_some_and(|seconds| seconds >= limit.saturating_add(ladder.margin_seconds.value));
        if low || slow {
            self.steps = self.steps.saturating_sub(1);
        } else if earned && good {
            self.steps += 1;
        }
    }

    /// How many chats a step asks for, if there is such a step.
    fn chats_for(step: u8, ladder: &LadderPolicy) -> Option<u32> {
        let chats = [(1, &ladder.second_chats), (2, &ladder.third_chats)];
        chats.into_iter().find(|(number, _)| *number == step).map(|(_, chats)| chats.value)
    }

    fn satisfied(&self) -> usize {
        self.answers.iter().filter(|satisfied| **satisfied).count()
    }

    fn satisfaction_over(&self, percent: u32) -> bool {
        self.satisfied() * 100 > percent as usize * self.answers.len()
    }

    /// The mean first response, in seconds.
    fn response(&self) -> Option<u32> {
        let sum: u64 = self.responses.iter().copied().map(u64::from).sum();
        let count = u64::try_from(self.responses.len()).unwrap_or(u64::MAX);
        u32::try_from(sum.checked_div(count)?).ok()
    }
}

fn push<T>(window: &mut VecDeque<T>, value: T, most: u32) {
    window.push_back(value);
    while window.len() > most as usize {
        window.pop_front();
    }
}

impl Member {
    /// How many chats this person may have.
    pub fn seats(&self, policy: &Policy) -> u8 {
        let most = policy.desk.ladder.most_seats.value;
        let earned = policy.desk.first_seats.value.saturating_add(self.score.steps);
        self.set.as_ref().map_or(earned, |set| set.seats).min(most)
    }

    /// What that is reckoned from, for people.
    pub(super) fn ladder(&self, policy: &Policy) -> Ladder {
        let ladder = &policy.desk.ladder;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let seats = policy.desk.first_seats.value.saturating_add(self.score.steps).saturating_add(1);
        let next =
            Score::chats_for(self.score.steps + 1, ladder).filter(|_| seats <= ladder.most_seats.value);
        Ladder {
            chats: self.score.chats,
            satisfied: number(self.score.satisfied()),
            answers: number(self.score.answers.len()),
            response_s: self.score.response(),
            next: next.map(|chats| Rung {
                seats,
                chats,
                satisfaction: ladder.satisfaction_percent.value,
                response_s: ladder.response_seconds.value,
                answers: ladder.least_answers.value,
            }),
            set: self.set.clone(),
        }
    }
}

impl Desk {
    /// A supervisor says how many chats someone may have, or leaves it to the ladder. It is never more than the policy's most,
    /// and never without a reason.
    pub(super) fn set_seats(
        &mut self,
        policy: &Policy,
        now: Millis,
        by: &Seat,
        (staff, seats, reason): (&StaffId, Option<u8>, &str),
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let reason = reason.trim();
        if reason.chars().count() > MAX_NOTE_CHARS {
            return Err(Refusal::TextTooLong);
        }
        if seats.is_some() && reason.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if seats.is_some_and(|seats| seats == 0 || seats > policy.desk.ladder.most_seats.value) {
            return Err(Refusal::NotPermitted);
        }
        let set =
            seats.map(|seats| SeatsSet { seats, reason: reason.to_owned(), by: by.id.clone(), at: now });
        let member = self.staff.member_mut(staff, now);
        member.set = set;
        out.push(Effect::Write(Write::Member(member.clone())));
        Ok(())
    }
}
