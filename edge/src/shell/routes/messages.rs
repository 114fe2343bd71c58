//! Addresses of the mailbox: a resident leaves a message, staff see to it.

use super::{Answer, Call, Problem};
use crate::identity::{Act, Actor, State, authorize, message_id};
use crate::shell::answer::{body, json};
use crate::shell::chat_session::ask;
use crate::shell::mailbox::{CITY, Incoming, Wanted};
use crate::shell::staff::SignedIn;
use crate::shell::storage::now;
use serde::Serialize;
use shared::id::MessageId;
use shared::privacy::MaskedText;
use shared::refusal::Refusal;
use shared::triage::Thread;
use shared::wire::v1::{
    LeaveMessage, LeftMessage, MAX_CONTACT_CHARS, MAX_TEXT_CHARS, MessageCard, MessageStep, MessageWords,
    Problem as Answered, Untrusted,
};
use worker::{Method, Response};

impl Call {
    /// A resident leaves a message. What it holds is masked before anything else is done with it, as a chat's.
    pub(super) async fn leave_message(&mut self) -> Answer {
        self.resident_origin()?;
        let leave: LeaveMessage<Untrusted> = body(&mut self.request).await?;
        let city = &self.settings.city;
        let policy = &city.policy;
        if policy.topic(&leave.topic).is_none() || !policy.city.languages.contains(&leave.language) {
            return Err(Refusal::BadFrame.into());
        }
        let words = MessageWords {
            contact: self.masked(&leave.contact, MAX_CONTACT_CHARS)?,
            text: self.masked(&leave.text, MAX_TEXT_CHARS)?,
        };
        let tier = leave.text.triage_in(&mut Thread::default(), &policy.extra()).tier;
        let incoming = Incoming {
            id: message_id(&self.settings.chat_key, &leave.client_ref),
            due: city.answer_due(self.doors().await?, &leave.topic, now()),
            topic: leave.topic,
            language: leave.language,
            tier,
            words,
        };
        let mut answered = self.mailbox("/leave", &incoming).await?;
        Ok(json(&answered.json::<LeftMessage>().await?)?)
    }

    fn masked(&self, text: &Untrusted, most: usize) -> Result<MaskedText, Refusal> {
        match text.chars() {
            0 => Err(Refusal::EmptyText),
            chars if chars > most => Err(Refusal::TextTooLong),
            _ => Ok(text.mask(self.settings.city.policy.allowed())),
        }
    }

    /// The inbox, without a word of any message.
    pub(super) async fn messages(&self) -> Answer {
        self.clerk().await?;
        let mailbox = self.env.durable_object("MAILBOX")?.get_by_name(CITY)?;
        let cards: Vec<MessageCard> = mailbox.fetch_with_str("https://object/cards").await?.json().await?;
        Ok(json(&cards)?)
    }

    pub(super) async fn message_step(&mut self, id: &str) -> Answer {
        let step: MessageStep = body(&mut self.request).await?;
        let wanted = self.wanted(id, Some(step)).await?;
        self.mailbox("/wanted", &wanted).await?;
        Ok(Response::empty()?)
    }

    /// The words of a message. That they are read, and by whom, is on record first.
    pub(super) async fn message_words(&self, id: &str) -> Answer {
        let wanted = self.wanted(id, None).await?;
        let mut answered = self.mailbox("/wanted", &wanted).await?;
        Ok(json(&answered.json::<MessageWords>().await?)?)
    }

    async fn wanted(&self, id: &str, step: Option<MessageStep>) -> Result<Wanted, Problem> {
        let SignedIn { id: by, role, .. } = self.clerk().await?;
        let id = MessageId::parse(id).map_err(|_| Refusal::NotFound)?;
        let directs = authorize(Actor::Staff { role, assigned: false }, Act::Direct, State::Apart).is_ok();
        Ok(Wanted { id, by, directs, step })
    }

    /// Whoever takes chats sees to messages. Browsers name no origin where they only read; then the cookie has to do.
    async fn clerk(&self) -> Result<SignedIn, Problem> {
        let reads = self.request.method() == Method::Get;
        let clerk = if reads { self.session().await? } else { self.signed_in().await? };
        authorize(Actor::Staff { role: clerk.role, assigned: false }, Act::TakeChats, State::Apart)?;
        Ok(clerk)
    }

    /// Posts to the mailbox, whose refusals are the answer.
    async fn mailbox<B: Serialize>(&self, path: &str, what: &B) -> Result<Response, Problem> {
        let mut answered = ask(&self.env, "MAILBOX", CITY, path, what).await?;
        if answered.status_code() < 300 {
            return Ok(answered);
        }
        let Answered { code, .. } = answered.json().await?;
        Err(code.into())
    }
}
