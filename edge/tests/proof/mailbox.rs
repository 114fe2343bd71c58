//! Messages left when nobody answers: who sees to them, by when, and that nothing is left of one that is closed.

use crate::stage::{START, policy, staff_id, topic};
use core::time::Duration;
use edge::mailbox::{Clerk, Effect, Event, Left, Mailbox, Message, Standing, Write};
use shared::id::MessageId;
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{AnsweredBy, LeftMessage, MessageStep};
use std::collections::BTreeMap;

const HOUR: Duration = Duration::from_hours(1);

/// A mailbox as the shell runs it, asleep after every event: what it wrote, and which keys there are.
struct Post {
    now: Millis,
    rows: BTreeMap<MessageId, Message>,
    last: Option<u32>,
    keys: Vec<MessageId>,
    counts: Vec<(AnsweredBy, bool)>,
    /// Whether R2 does what it is asked.
    destroys: bool,
}

impl Post {
    fn new() -> Self {
        Self {
            now: START,
            rows: BTreeMap::new(),
            last: None,
            keys: Vec::new(),
            counts: Vec::new(),
            destroys: true,
        }
    }

    fn happen(&mut self, event: Event) -> Vec<Effect> {
        let mut mailbox = Mailbox::restore(self.rows.values().cloned().collect(), self.last);
        let effects = mailbox.handle(policy(), self.now, event);
        for effect in &effects {
            match effect {
                Effect::Write(Write::New(message)) => {
                    self.keys.push(message.id.clone());
                    self.last = Some(message.number);
                    assert!(self.rows.insert(message.id.clone(), message.clone()).is_none());
                }
                Effect::Write(Write::Message(message)) => {
                    assert!(self.rows.insert(message.id.clone(), message.clone()).is_some());
                }
                Effect::Write(Write::Gone(id)) => {
                    assert!(!self.keys.contains(id), "the key goes before the row");
                    self.rows.remove(id);
                }
                Effect::Write(Write::Count { how, late, .. }) => self.counts.push((*how, *late)),
                Effect::Destroy(id) => {
                    if self.destroys {
                        self.keys.retain(|key| key != id);
                    }
                    let event = Event::Destroyed { id: id.clone(), done: self.destroys };
                    self.happen(event);
                }
                Effect::Taken(_) | Effect::Reply(_) => {}
            }
        }
        effects
    }

    fn leave(&mut self, number: u128, tier: Tier) -> Result<LeftMessage, Refusal> {
        let due = self.now.after(24 * HOUR);
        let left = Left { id: id(number), topic: topic(), language: Language::En, due, tier };
        let effects = self.happen(Event::Left(left));
        let taken = effects.into_iter().find_map(|effect| match effect {
            Effect::Taken(taken) => Some(taken),
            Effect::Write(_) | Effect::Destroy(_) | Effect::Reply(_) => None,
        });
        taken.unwrap()
    }

    fn step(&mut self, by: &Clerk, number: u128, step: MessageStep) -> Result<(), Refusal> {
        reply(&self.happen(Event::Step { id: id(number), by: by.clone(), step }))
    }

    fn read(&mut self, by: &Clerk, number: u128) -> Result<(), Refusal> {
        reply(&self.happen(Event::Read { id: id(number), by: by.clone() }))
    }

    fn pass(&mut self, time: Duration) {
        self.now = self.now.after(time);
        self.happen(Event::Timeout);
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::restore(self.rows.values().cloned().collect(), self.last)
    }
}

fn reply(effects: &[Effect]) -> Result<(), Refusal> {
    let reply = effects.iter().find_map(|effect| match effect {
        Effect::Reply(reply) => Some(*reply),
        Effect::Write(_) | Effect::Destroy(_) | Effect::Taken(_) => None,
    });
    reply.unwrap()
}

fn id(number: u128) -> MessageId {
    MessageId::from_random(number)
}

fn clerk(name: &str) -> Clerk {
    Clerk { id: staff_id(name), directs: false }
}

fn supervisor() -> Clerk {
    Clerk { id: staff_id("tomas"), directs: true }
}

const TAKE: MessageStep = MessageStep::Take {};
const BACK: MessageStep = MessageStep::PutBack {};
const CLOSE: MessageStep = MessageStep::Close {};
const CALLED: MessageStep = MessageStep::Answered { how: AnsweredBy::Phone };

#[test]
fn te_8_3_a_message_is_acknowledged_with_a_number_and_a_date() {
    let mut post = Post::new();
    let first = post.leave(1, Tier::None).unwrap();
    assert_eq!((first.number, first.due), (1_001, START.after(24 * HOUR)));
    post.now = post.now.after(HOUR);
    assert_eq!(post.leave(1, Tier::None), Ok(first), "sent again it is the same message");
    assert_eq!(post.leave(2, Tier::None).unwrap().number, 1_002);
    assert_eq!(post.rows.len(), 2);
}

#[test]
fn te_5_5_a_closed_message_leaves_neither_key_nor_row() {
    let mut post = Post::new();
    post.leave(1, Tier::None).unwrap();
    let dana = clerk("dana");
    assert_eq!(post.step(&dana, 1, CLOSE), Err(Refusal::NotPermitted), "it is nobody's");
    post.step(&dana, 1, TAKE).unwrap();
    assert_eq!(post.step(&dana, 1, CLOSE), Err(Refusal::NotPermitted), "it is not answered");
    post.step(&dana, 1, CALLED).unwrap();
    post.step(&dana, 1, CLOSE).unwrap();
    assert!(post.rows.is_empty() && post.keys.is_empty());
    assert_eq!(post.counts, [(AnsweredBy::Phone, false)], "a count is all that is left");
    assert_eq!(post.leave(2, Tier::None).unwrap().number, 1_002, "no number is given twice");
}

#[test]
fn te_5_5_a_key_that_does_not_go_is_destroyed_again_until_it_is_gone() {
    let mut post = Post::new();
    post.leave(1, Tier::None).unwrap();
    let dana = clerk("dana");
    post.step(&dana, 1, TAKE).unwrap();
    post.step(&dana, 1, CALLED).unwrap();
    post.destroys = false;
    post.step(&dana, 1, CLOSE).unwrap();
    assert_eq!(post.rows[&id(1)].standing, Standing::Closed);
    assert!(post.mailbox().cards().is_empty(), "nobody sees it any more");
    assert_eq!(post.read(&dana, 1), Err(Refusal::NotPermitted));
    assert!(post.mailbox().poll_timeout().is_some());
    post.destroys = true;
    post.pass(HOUR);
    assert!(post.rows.is_empty() && post.keys.is_empty());
    assert_eq!(post.counts.len(), 1, "counted once");
}

#[test]
fn te_5_5_an_answered_message_is_closed_by_itself() {
    let mut post = Post::new();
    post.leave(1, Tier::None).unwrap();
    let dana = clerk("dana");
    post.step(&dana, 1, TAKE).unwrap();
    post.step(&dana, 1, CALLED).unwrap();
    let due = post.mailbox().poll_timeout().unwrap();
    assert_eq!(due, START.after(policy().messages.answered_kept()));
    post.now = due;
    post.happen(Event::Timeout);
    assert!(post.rows.is_empty() && post.keys.is_empty());
    assert_eq!(post.counts, [(AnsweredBy::Phone, false)]);
}

#[test]
fn cs_a_2_an_overdue_message_becomes_a_supervisors_matter() {
    let mut post = Post::new();
    post.leave(1, Tier::None).unwrap();
    post.step(&clerk("dana"), 1, TAKE).unwrap();
    post.pass(23 * HOUR);
    assert!(!post.mailbox().cards()[0].escalated);
    post.pass(HOUR);
    let card = post.mailbox().cards().remove(0);
    assert!(card.escalated && card.owner == Some(staff_id("dana")));
    assert_eq!(post.step(&clerk("marisol"), 1, TAKE), Err(Refusal::NotPermitted));
    post.step(&supervisor(), 1, TAKE).unwrap();
    post.step(&supervisor(), 1, CALLED).unwrap();
    post.step(&supervisor(), 1, CLOSE).unwrap();
    assert_eq!(post.counts, [(AnsweredBy::Phone, true)], "it was late");
}

#[test]
fn em_pri_b_a_only_who_sees_to_a_message_reads_it_and_that_is_on_record() {
    let mut post = Post::new();
    post.leave(1, Tier::None).unwrap();
    assert_eq!(post.read(&clerk("dana"), 1), Err(Refusal::NotPermitted));
    assert_eq!(post.read(&supervisor(), 1), Err(Refusal::NotPermitted), "nobody sees to it yet");
    post.step(&clerk("dana"), 1, TAKE).unwrap();
    post.read(&clerk("dana"), 1).unwrap();
    assert_eq!(post.read(&clerk("marisol"), 1), Err(Refusal::NotPermitted));
    post.read(&supervisor(), 1).unwrap();
    let readers: Vec<_> =
        post.rows[&id(1)].read.iter().map(|reading| reading.by.as_str().to_owned()).collect();
    assert_eq!(readers, ["dana", "tomas"]);
    post.step(&clerk("dana"), 1, BACK).unwrap();
    assert_eq!(post.read(&clerk("dana"), 1), Err(Refusal::NotPermitted), "it is nobody's again");
    assert_eq!(post.read(&clerk("dana"), 9), Err(Refusal::NotFound));
}

#[test]
fn em_gen_b_the_inbox_shows_danger_first_then_what_is_due_first() {
    let mut post = Post::new();
    for (number, tier) in [(1, Tier::None), (2, Tier::CityEmergency), (3, Tier::None), (4, Tier::Life911)] {
        post.leave(number, tier).unwrap();
        post.now = post.now.after(HOUR);
    }
    post.step(&clerk("dana"), 1, TAKE).unwrap();
    post.step(&clerk("dana"), 1, CALLED).unwrap();
    let numbers: Vec<_> = post.mailbox().cards().iter().map(|card| card.number).collect();
    assert_eq!(numbers, [1_004, 1_002, 1_003, 1_001], "answered ones last");
}

#[test]
fn a_flood_of_messages_is_refused_and_ends() {
    let mut post = Post::new();
    let most = u128::from(policy().messages.most_in_ten_minutes.value);
    for number in 0..most {
        post.leave(number, Tier::None).unwrap();
    }
    assert_eq!(post.leave(most, Tier::None), Err(Refusal::TooFast));
    post.now = post.now.after(Duration::from_mins(11));
    assert!(post.leave(most, Tier::None).is_ok());
}
