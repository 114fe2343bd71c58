//! Messages left when nobody answers (TE-8.2, TE-8.3): who sees to which, by when, and that nothing of one is left once it is
//! closed (TE-5.5). Pure: time and event in, effects out.
//!
//! The mailbox never sees a word of any message. The shell seals the words under a key of the message's own, whose random half
//! lies in R2; closing a message destroys that half first and deletes the row after.

mod message;

pub use message::{Message, Standing};

use core::time::Duration;
use shared::id::{MessageId, StaffId, TopicId};
use shared::language::Language;
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Answered, AnsweredBy, LeftMessage, MessageCard, MessageStep};
use std::collections::BTreeMap;

/// The number of the first message.
const FIRST: u32 = 1_001;

/// The span in which messages are counted against a flood.
const SPAN: Duration = Duration::from_mins(10);

/// The pause before a destruction that did not succeed is tried again.
const PAUSE: Duration = Duration::from_secs(5);

/// Something that happened to the mailbox.
pub enum Event {
    /// A resident leaves a message. Its words are sealed already.
    Left(Left),
    /// A member of staff does something with one.
    Step {
        /// Which.
        id: MessageId,
        /// Who.
        by: Clerk,
        /// What.
        step: MessageStep,
    },
    /// A member of staff is about to read one.
    Read {
        /// Which.
        id: MessageId,
        /// Who.
        by: Clerk,
    },
    /// The key of a closed message was destroyed, or it was tried.
    Destroyed {
        /// Which.
        id: MessageId,
        /// Whether the store, asked again, no longer has it.
        done: bool,
    },
    /// The moment of [`Mailbox::poll_timeout`] has come. It may come more than once.
    Timeout,
}

/// A message as it comes, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Made of the client's reference, so that one that is sent twice is one.
    pub id: MessageId,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// By when the resident hears.
    pub due: Millis,
    /// What its words call for (EM-GEN-B).
    pub tier: Tier,
}

/// A member of staff at the mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clerk {
    /// Who.
    pub id: StaffId,
    /// Whether they direct others, and may see to what others have.
    pub directs: bool,
}

/// Something the shell is to do. The shell commits every `Write` of one call together before it does anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store it.
    Write(Write),
    /// Destroy the key of a message, look whether it is gone, and answer with [`Event::Destroyed`].
    Destroy(MessageId),
    /// The answer to who leaves a message.
    Taken(Result<LeftMessage, Refusal>),
    /// The answer to a member of staff.
    Reply(Result<(), Refusal>),
}

/// What must last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A message that has just come, with the number after which the next one is counted; its sealed words belong to it.
    New(Message),
    /// A message that has changed; its words stay.
    Message(Message),
    /// There is nothing of this message any more.
    Gone(MessageId),
    /// One more message of this topic that was answered like this, in time or late.
    Count {
        /// About what it was.
        topic: TopicId,
        /// How it was answered.
        how: AnsweredBy,
        /// Whether it was late.
        late: bool,
    },
}

/// The city's messages.
#[derive(Default)]
pub struct Mailbox {
    messages: BTreeMap<MessageId, Message>,
    /// The last number that was given.
    last: u32,
    /// When destructions are tried again. Not stored: after a restart they are tried at once.
    retry: Millis,
}

impl Mailbox {
    /// The same again, from what was written: the messages, and the last number that was given.
    pub fn restore(messages: Vec<Message>, last: Option<u32>) -> Self {
        let messages = messages.into_iter().map(|message| (message.id.clone(), message)).collect();
        Self { messages, last: last.unwrap_or(FIRST - 1), retry: Millis::default() }
    }

    /// What the inbox shows: what is in danger first, then what is overdue, then by when it is due.
    pub fn cards(&self) -> Vec<MessageCard> {
        let open = self.messages.values().filter(|message| message.standing != Standing::Closed);
        let mut cards: Vec<_> = open.map(Message::card).collect();
        cards.sort_by_key(|card| {
            (core::cmp::Reverse(card.alarm), card.answered.is_some(), card.due, card.number)
        });
        cards
    }

    /// When to call [`Mailbox::handle`] with [`Event::Timeout`].
    pub fn poll_timeout(&self) -> Option<Millis> {
        let due = self.messages.values().filter_map(|message| match &message.standing {
            Standing::Waiting | Standing::Owned { .. } => (!message.escalated).then_some(message.due),
            Standing::Answered { answered, .. } => Some(answered.closes),
            Standing::Closed => Some(self.retry),
        });
        due.min()
    }

    /// Takes what happened and answers what to do, in order.
    pub fn handle(&mut self, policy: &Policy, now: Millis, event: Event) -> Vec<Effect> {
        let mut out = Vec::new();
        match event {
            Event::Left(left) => {
                let taken = self.left(policy, now, left, &mut out);
                out.push(Effect::Taken(taken));
            }
            Event::Step { id, by, step } => {
                let done = self.step(policy, now, &id, &by, step, &mut out);
                out.push(Effect::Reply(done));
            }
            Event::Read { id, by } => {
                let done = self.read(now, &id, &by, &mut out);
                out.push(Effect::Reply(done));
            }
            Event::Destroyed { id, done: true } => {
                if self.messages.get(&id).is_some_and(|message| message.standing == Standing::Closed) {
                    self.messages.remove(&id);
                    out.push(Effect::Write(Write::Gone(id)));
                }
            }
            // Also where the memory of the last try was lost with a restart.
            Event::Destroyed { done: false, .. } => self.retry = now.after(PAUSE),
            Event::Timeout => {}
        }
        self.pass(now, &mut out);
        out
    }

    fn left(
        &mut self,
        policy: &Policy,
        now: Millis,
        left: Left,
        out: &mut Vec<Effect>,
    ) -> Result<LeftMessage, Refusal> {
        if let Some(known) = self.messages.get(&left.id) {
            return Ok(LeftMessage { number: known.number, due: known.due });
        }
        let open = self.messages.values().filter(|message| message.answered().is_none()).count();
        let lately = self.messages.values().filter(|message| now.since(message.at) < SPAN).count();
        let most = [&policy.messages.most_open, &policy.messages.most_in_ten_minutes];
        if [open, lately].into_iter().zip(most).any(|(count, most)| count >= most.value as usize) {
            return Err(Refusal::TooFast);
        }
        self.last = self.last.saturating_add(1);
        let message = Message::new(left, self.last, now);
        let told = LeftMessage { number: message.number, due: message.due };
        out.push(Effect::Write(Write::New(message.clone())));
        self.messages.insert(message.id.clone(), message);
        Ok(told)
    }

    fn step(
        &mut self,
        policy: &Policy,
        now: Millis,
        id: &MessageId,
        by: &Clerk,
        step: MessageStep,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let message = self.messages.get_mut(id).ok_or(Refusal::NotFound)?;
        let before = message.clone();
        match step {
            MessageStep::Take {} => message.take(by)?,
            MessageStep::PutBack {} => message.put_back(by)?,
            MessageStep::Answered { how } => {
                let closes = now.after(policy.messages.answered_kept());
                message.answer(by, Answered { how, closes })?;
            }
            MessageStep::Close {} => {
                let how = message.close(by)?;
                // Tried at once, whatever was tried lately.
                self.retry = Millis::default();
                count(message, how, now, out);
            }
        }
        if *message != before {
            out.push(Effect::Write(Write::Message(message.clone())));
        }
        Ok(())
    }

    /// That someone reads it, and who, is on record before a word of it is given out.
    fn read(
        &mut self,
        now: Millis,
        id: &MessageId,
        by: &Clerk,
        out: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        let message = self.messages.get_mut(id).ok_or(Refusal::NotFound)?;
        message.read(by, now)?;
        out.push(Effect::Write(Write::Message(message.clone())));
        Ok(())
    }

    /// What time alone does: an overdue message becomes a supervisor's matter too (CS-A-2), an answered one is closed, and the
    /// keys of closed ones are destroyed until that is done.
    fn pass(&mut self, now: Millis, out: &mut Vec<Effect>) {
        for message in self.messages.values_mut() {
            match message.standing.clone() {
                Standing::Waiting | Standing::Owned { .. } => {
                    if !message.escalated && message.due <= now {
                        message.escalated = true;
                        out.push(Effect::Write(Write::Message(message.clone())));
                    }
                }
                Standing::Answered { answered, .. } if answered.closes <= now => {
                    message.standing = Standing::Closed;
                    self.retry = Millis::default();
                    out.push(Effect::Write(Write::Message(message.clone())));
                    count(message, answered.how, now, out);
                }
                Standing::Answered { .. } | Standing::Closed => {}
            }
        }
        if self.retry <= now {
            let closed = self.messages.values().filter(|message| message.standing == Standing::Closed);
            let before = out.len();
            out.extend(closed.map(|message| Effect::Destroy(message.id.clone())));
            if out.len() > before {
                self.retry = now.after(PAUSE);
            }
        }
    }
}

fn count(message: &Message, how: AnsweredBy, now: Millis, out: &mut Vec<Effect>) {
    let late = message.escalated || message.due < now;
    out.push(Effect::Write(Write::Count { topic: message.topic.clone(), how, late }));
}
