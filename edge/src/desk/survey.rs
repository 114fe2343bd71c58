//! What residents answer after a chat: it counts for whoever had the chat (EM-COM-E-a) and for the city (CS-D-2).

use super::{Desk, Effect, Write};
use shared::id::SessionId;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::Solved;

/// One answer, as it is counted: without the chat and without the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Whether they were satisfied.
    Satisfied(bool),
    /// Whether what they came for is solved.
    Solved(Solved),
}

impl Answer {
    /// The question and the answer, as they are stored.
    pub const fn codes(self) -> (&'static str, &'static str) {
        match self {
            Self::Satisfied(true) => ("satisfied", "yes"),
            Self::Satisfied(false) => ("satisfied", "no"),
            Self::Solved(Solved::Yes) => ("solved", "yes"),
            Self::Solved(Solved::Partly) => ("solved", "partly"),
            Self::Solved(Solved::No) => ("solved", "no"),
        }
    }
}

impl Desk {
    /// Counts the answers once, however often the chat tells them. One that comes after its chat is forgotten counts for
    /// nobody.
    pub(super) fn rated(
        &mut self,
        policy: &Policy,
        now: Millis,
        chat: &SessionId,
        (satisfied, solved): (Option<bool>, Option<Solved>),
        out: &mut Vec<Effect>,
    ) {
        let Some(gone) = self.line.gone_mut(chat).filter(|gone| !gone.rated) else { return };
        let Some(staff) = gone.staff.clone() else { return };
        gone.rated = true;
        out.push(Effect::Write(Write::Left(gone.clone())));
        let answers = [satisfied.map(Answer::Satisfied), solved.map(Answer::Solved)];
        out.extend(answers.into_iter().flatten().map(|answer| Effect::Write(Write::CountAnswer(answer))));
        if let Some(satisfied) = satisfied {
            let member = self.staff.member_mut(&staff, now);
            member.score.answered(&policy.desk.ladder, satisfied);
            out.push(Effect::Write(Write::Member(member.clone())));
        }
    }
}
