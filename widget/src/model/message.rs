//! A message left when nobody answers (TE-8.3): masked here before it goes, and looked at for danger while it is written, as a
//! chat's.

use super::chat::{Guidance, Notice};
use super::{Model, Stage};
use browser::http::{self, Failure};
use browser::{chance, clock};
use leptos::prelude::*;
use shared::privacy::{Allowed, Masking, Window};
use shared::refusal::Refusal;
use shared::text::Text;
use shared::time::Millis;
use shared::triage::Thread;
use shared::wire::v1::{LeaveMessage, LeftMessage, MAX_CONTACT_CHARS, MAX_TEXT_CHARS, Untrusted};
use wasm_bindgen_futures::spawn_local;

/// How far the message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letter {
    /// It is being written.
    #[default]
    Open,
    /// It says nothing yet, or nowhere to answer to.
    Lacks(Text),
    /// It is on its way.
    Sending,
    /// The city has it.
    Left(LeftMessage),
}

impl Model {
    /// By when a resident hears who leaves a message about the chosen topic now; nothing when none are taken.
    pub fn message_due(self) -> Option<Millis> {
        let seen = self.seen();
        let face = seen.face.as_ref()?;
        face.topics.iter().find(|topic| Some(&topic.id) == seen.topic.as_ref())?.message_due
    }

    /// Opens the form. Whoever waits in line leaves it.
    pub fn leave_message(self) {
        if self.seen_untracked().stage == Stage::Chat {
            // The conversation stays until the edge has heard it.
            self.end();
            self.hold(|held| held.keeper.forget());
            self.host().tell(crate::host::Word::Ended);
        }
        self.change(&mut |seen| {
            seen.stage = Stage::Leaving;
            seen.letter = Letter::Open;
            seen.trouble = None;
            (seen.notice, seen.guidance) = (Notice::default(), Guidance::default());
        });
        self.wants_focus.set(true);
    }

    /// The form has changed: says what would be taken out, and soon what to do in the emergency that is written of.
    pub fn write_message(self, contact: &str, draft: &str) {
        let allowed = self.allowed();
        let found = [look(draft, allowed), look(contact, allowed)];
        let mut notice = Notice::default();
        for masking in &found {
            notice.add(masking);
        }
        notice.measure(draft);
        self.announce_notice(&notice);
        self.change(&mut |seen| {
            seen.notice = notice.clone();
            seen.letter = Letter::Open;
        });
        self.hold(|held| draft.clone_into(&mut held.draft));
        self.heed_soon();
    }

    /// What to do in the emergency that the message speaks of.
    pub(super) fn heed_message(self) {
        let Some(face) = self.seen_untracked().face.clone() else { return };
        let found = Untrusted::typed(&self.draft()).triage_in(&mut Thread::default(), &face.extra());
        self.guide(&face, &found);
    }

    /// Sends the message, unless it lacks something.
    pub fn send_message(self, contact: &str, draft: &str) {
        let seen = self.seen_untracked();
        let (reach, words) = (Untrusted::typed(contact), Untrusted::typed(draft));
        let lacks = if words.is_blank() {
            Some(Text::MessageNeeded)
        } else if reach.chars() > MAX_CONTACT_CHARS || !reach.reaches() {
            Some(Text::ContactNeeded)
        } else {
            None
        };
        if let Some(lacks) = lacks {
            return self.change(&mut |seen| seen.letter = Letter::Lacks(lacks));
        }
        let Some(topic) = seen.topic.clone() else { return };
        if seen.letter == Letter::Sending || words.chars() > MAX_TEXT_CHARS {
            return;
        }
        let allowed = self.allowed();
        let mut leave = LeaveMessage {
            client_ref: chance::client_ref(),
            topic,
            language: seen.speech.language(),
            contact: look(contact, allowed).text,
            text: look(draft, allowed).text,
        };
        let mut url = String::new();
        self.hold(|held| {
            // The same message keeps its name, so that an answer that got lost does not make a second one.
            if let Some(earlier) = &held.letter {
                let client_ref = core::mem::replace(&mut leave.client_ref, earlier.client_ref.clone());
                if *earlier != leave {
                    leave.client_ref = client_ref;
                }
            }
            held.letter = Some(leave.clone());
            url = [&held.options.origin, "/v1/messages"].concat();
        });
        self.change(&mut |seen| {
            seen.letter = Letter::Sending;
            seen.trouble = None;
        });
        spawn_local(async move {
            let left = http::post::<LeftMessage>(&url, &leave).await;
            if self.held.is_disposed() {
                return;
            }
            self.sent(left);
        });
    }

    fn sent(self, left: Result<LeftMessage, Failure>) {
        let left = left.map_err(|why| match why {
            // For a chat this says to wait for seconds.
            Failure::Problem(Refusal::TooFast) => Failure::Problem(Refusal::TryAgain),
            Failure::Problem(_) | Failure::Offline => why,
        });
        self.change(&mut |seen| {
            seen.letter = left.map_or(Letter::Open, Letter::Left);
            seen.trouble = left.err();
        });
        if let Ok(LeftMessage { number, .. }) = left {
            self.hold(|held| {
                held.letter = None;
                held.draft.clear();
            });
            let speech = self.seen_untracked().speech;
            let number = speech.fill(Text::Number, &[&number.to_string()]);
            self.say(&[Text::MessageTaken.say(speech), &number].join(" "));
            self.wants_focus.set(true);
        }
    }

    /// Leaves the form for the start.
    pub fn back_to_start(self) {
        self.hold(|held| held.draft.clear());
        self.start_anew();
        self.look_at_hours();
    }

    fn allowed(self) -> Allowed {
        self.seen_untracked().face.as_ref().map_or(Allowed::NOTHING, |face| face.allowed())
    }
}

fn look(text: &str, allowed: Allowed) -> Masking {
    Untrusted::typed(text).mask_in(&mut Window::default(), clock::now(), 0, allowed)
}
