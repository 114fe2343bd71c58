//! What is stored of a message besides its sealed words, and who may do what with it.

use super::{Clerk, Left};
use serde::{Deserialize, Serialize};
use shared::id::{MessageId, StaffId, TopicId};
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Answered, AnsweredBy, MessageCard, Opening};

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Names it.
    pub id: MessageId,
    /// Its number for people (CS-B-3).
    pub number: u32,
    /// About what.
    pub topic: TopicId,
    /// In which language.
    pub language: Language,
    /// When it was left.
    pub at: Millis,
    /// By when the resident hears (CS-A-2).
    pub due: Millis,
    /// What its words call for (EM-GEN-B).
    pub tier: Tier,
    /// How it stands.
    pub standing: Standing,
    /// Whether it was not answered in time.
    pub escalated: bool,
    /// Who has read it.
    pub read: Vec<Opening>,
}

/// How a message stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It waits for someone to see to it.
    Waiting,
    /// Someone sees to it.
    Owned {
        /// Who.
        by: StaffId,
    },
    /// It is answered.
    Answered {
        /// By whom.
        by: StaffId,
        /// How, and when it is closed by itself.
        answered: Answered,
    },
    /// It is closed, and its key about to be destroyed.
    Closed,
}

impl Message {
    /// One that has just come.
    pub(super) fn new(left: Left, number: u32, at: Millis) -> Self {
        let Left { id, topic, language, due, tier } = left;
        let (standing, escalated, read) = (Standing::Waiting, false, Vec::new());
        Self { id, number, topic, language, at, due, tier, standing, escalated, read }
    }

    /// What the inbox shows of it.
    pub fn card(&self) -> MessageCard {
        MessageCard {
            id: self.id.clone(),
            number: self.number,
            topic: self.topic.clone(),
            language: self.language,
            at: self.at,
            due: self.due,
            alarm: Some(self.tier).filter(|tier| *tier != Tier::None),
            owner: self.owner().cloned(),
            escalated: self.escalated,
            answered: self.answered(),
        }
    }

    fn owner(&self) -> Option<&StaffId> {
        match &self.standing {
            Standing::Owned { by } | Standing::Answered { by, .. } => Some(by),
            Standing::Waiting | Standing::Closed => None,
        }
    }

    /// How it was answered, once it is.
    pub(super) fn answered(&self) -> Option<Answered> {
        match &self.standing {
            Standing::Answered { answered, .. } => Some(*answered),
            Standing::Waiting | Standing::Owned { .. } | Standing::Closed => None,
        }
    }

    /// Whoever has it, or directs those who have it.
    fn is_for(&self, by: &Clerk) -> Result<(), Refusal> {
        let its = self.owner() == Some(&by.id) || by.directs && self.owner().is_some();
        if its { Ok(()) } else { Err(Refusal::NotPermitted) }
    }

    /// Anyone takes one that waits; who directs others takes also what someone has (CS-B-2).
    pub(super) fn take(&mut self, by: &Clerk) -> Result<(), Refusal> {
        match &self.standing {
            Standing::Owned { by: owner } if *owner == by.id => Ok(()),
            Standing::Waiting => self.owned(by),
            Standing::Owned { .. } if by.directs => self.owned(by),
            Standing::Owned { .. } | Standing::Answered { .. } => Err(Refusal::NotPermitted),
            Standing::Closed => Err(Refusal::NotFound),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "ends the arms of a match that can refuse")]
    fn owned(&mut self, by: &Clerk) -> Result<(), Refusal> {
        self.standing = Standing::Owned { by: by.id.clone() };
        Ok(())
    }

    pub(super) fn put_back(&mut self, by: &Clerk) -> Result<(), Refusal> {
        self.is_for(by)?;
        if matches!(self.standing, Standing::Owned { .. }) {
            self.standing = Standing::Waiting;
        }
        Ok(())
    }

    pub(super) fn answer(&mut self, by: &Clerk, answered: Answered) -> Result<(), Refusal> {
        self.is_for(by)?;
        if let Standing::Owned { by } = &self.standing {
            self.standing = Standing::Answered { by: by.clone(), answered };
        }
        Ok(())
    }

    /// Only what is answered is closed. Answers how it was.
    pub(super) fn close(&mut self, by: &Clerk) -> Result<AnsweredBy, Refusal> {
        self.is_for(by)?;
        let answered = self.answered().ok_or(Refusal::NotPermitted)?;
        self.standing = Standing::Closed;
        Ok(answered.how)
    }

    pub(super) fn read(&mut self, by: &Clerk, at: Millis) -> Result<(), Refusal> {
        self.is_for(by)?;
        self.read.push(Opening { by: by.id.clone(), at });
        Ok(())
    }
}
