//! The two questions after a chat (CS-D-1).

use super::Model;
use browser::http::{self, Failure};
use leptos::prelude::*;
use shared::text::Text;
use shared::wire::v1::{Answers, Solved, StartedChat};
use wasm_bindgen_futures::spawn_local;

/// How far the questions are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Survey {
    /// Nobody had the chat, it is deleted, or the resident does not care to answer.
    #[default]
    Unasked,
    /// They are asked.
    Asked(Option<Failure>),
    /// The answers are on their way.
    Sending,
    /// They have arrived.
    Answered,
}

/// What has been chosen so far.
#[derive(Default)]
pub(super) struct Chosen {
    /// Whose chat it was.
    pub chat: Option<StartedChat>,
    /// Whether they were satisfied.
    pub satisfied: Option<bool>,
    /// Whether it is solved.
    pub solved: Option<Solved>,
}

impl Model {
    /// The resident says whether they were satisfied.
    pub fn choose_satisfied(self, satisfied: bool) {
        self.hold(|held| held.survey.satisfied = Some(satisfied));
    }

    /// The resident says whether it is solved.
    pub fn choose_solved(self, solved: Solved) {
        self.hold(|held| held.survey.solved = Some(solved));
    }

    /// The resident does not care to answer.
    pub fn skip_survey(self) {
        self.change(&mut |seen| seen.survey = Survey::Unasked);
        self.wants_focus.set(true);
    }

    /// Sends what was chosen. Without any choice it is the same as not to answer.
    pub fn answer_survey(self) {
        let (chat, satisfied, solved) =
            self.hold(|held| (held.survey.chat.clone(), held.survey.satisfied, held.survey.solved));
        let Some(chat) = chat.filter(|_| satisfied.is_some() || solved.is_some()) else {
            return self.skip_survey();
        };
        let origin = self.hold(|held| held.options.origin.clone());
        let url = [&origin, "/v1/chats/", chat.chat.as_str(), "/survey"].concat();
        let answers = Answers { token: chat.token, satisfied, solved };
        self.change(&mut |seen| seen.survey = Survey::Sending);
        spawn_local(async move {
            let sent = http::post_only(&url, &answers).await;
            if self.held.is_disposed() {
                return;
            }
            self.change(&mut |seen| {
                seen.survey = sent.map_or_else(|why| Survey::Asked(Some(why)), |()| Survey::Answered);
            });
            if sent.is_ok() {
                self.say(Text::SurveyThanks.say(self.seen_untracked().speech));
                self.wants_focus.set(true);
            }
        });
    }
}
