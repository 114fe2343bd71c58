//! The objects of the chats, as the shell runs them.

use super::bugs::Bug;
use super::checker::History;
use super::letters::Letter;
use super::world::{Fate, World};
use crate::disk::Disk;
use crate::stage::{Chat, topic};
use crate::tab::{FromEdge, Socket};
use edge::between::{Purged, Ticket, Verdict};
use edge::session::{ConnId, Effect, Event, Record, Session, Write};
use edge::vault::Half;
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Body, Down, EndReason};
use std::collections::BTreeMap;

/// What whoever called a chat is answered.
#[derive(Default)]
pub struct Replies {
    pub verdict: Option<Verdict>,
    pub purged: Option<Purged>,
    pub marked: Option<Result<(), Refusal>>,
    shred: bool,
}

impl World {
    /// A chat begins under the day of its ticket.
    pub fn opens(&mut self, site: usize, Ticket { day, until }: Ticket) {
        self.makes_key(Half::Day(day.clone()));
        let id = self.sites[site].id.clone();
        let record = Record::new(id, topic(), Language::En, self.now, until);
        let (session, effects) = Session::open(self.context(), self.now, record);
        let effects = match self.bug {
            Some(bug) => bug.of_a_chat(effects, &Disk::default()),
            None => effects,
        };
        let mut chat = Chat { session, disk: Disk::default(), sockets: BTreeMap::new() };
        self.sites[site].born = Some(day);
        self.history.stored(site, self.now, &chat, &effects, &self.city.policy);
        chat.commit(&effects);
        self.history.lay_under(site, self.sites[site].half(&chat));
        self.sites[site].object = Some(chat);
        self.carry_out(site, effects);
    }

    /// Hands an event to a chat's object, unless something breaks on the way. Answers what it replied, if that arrived.
    pub fn chat_happens(&mut self, site: usize, event: Event, fate: Fate) -> Option<Replies> {
        let mut chat = self.sites[site].object.take()?;
        let half = self.sites[site].half(&chat);
        assert!(self.keys.contains(&half), "its key is gone before it is: {half:?}");
        chat.note(&event);
        let life = History::is_sign_of_life(&chat, &event);
        let event = match self.bug {
            Some(bug) => bug.heard(event),
            None => event,
        };
        let effects = chat.session.handle(self.context(), self.now, event);
        let effects = match self.bug {
            Some(bug) => bug.of_a_chat(effects, &chat.disk),
            None => effects,
        };
        if fate.is_stored() {
            self.counts(&effects);
            self.history.stored(site, self.now, &chat, &effects, &self.city.policy);
            let refused =
                |effect: &Effect| matches!(effect, Effect::Send { frame: Down::Refused { .. }, .. });
            if life && !effects.iter().any(refused) {
                self.history.lives(site, self.now);
            }
        }
        match fate {
            Fate::Done => chat.commit(&effects),
            Fate::KilledAfterCommit => {
                effects.iter().filter_map(Effect::write).for_each(|write| chat.disk.write(write));
            }
            Fate::Swallowed | Fate::KilledBeforeCommit => {}
        }
        match fate {
            Fate::Done => {}
            Fate::Swallowed => {
                self.faults.swallowed += 1;
                chat.sleep();
            }
            Fate::KilledBeforeCommit => self.faults.killed_before_commit += 1,
            Fate::KilledAfterCommit => self.faults.killed_after_commit += 1,
        }
        self.history.lay_under(site, self.sites[site].half(&chat));
        self.sites[site].object = Some(chat);
        match fate {
            Fate::Done => Some(self.carry_out(site, effects)),
            Fate::Swallowed => None,
            Fate::KilledBeforeCommit | Fate::KilledAfterCommit => {
                if self.has(Bug::SentBeforeStored) {
                    for effect in effects {
                        if let Effect::Send { conn, frame } = effect {
                            self.send(conn, FromEdge::Frame(frame));
                        }
                    }
                }
                self.kill_chat(site);
                None
            }
        }
    }

    fn counts(&mut self, effects: &[Effect]) {
        for write in effects.iter().filter_map(Effect::write) {
            let Write::Line(line) = write else { continue };
            match line.event.body {
                Body::Struck { .. } => self.faults.struck += 1,
                Body::Ended { reason: EndReason::Silent, .. } => self.faults.silent += 1,
                Body::Started { .. } | Body::Joined { .. } | Body::Said { .. } | Body::Ended { .. } => {}
            }
        }
    }

    fn carry_out(&mut self, site: usize, effects: Vec<Effect>) -> Replies {
        let mut replies = Replies::default();
        for effect in effects {
            match effect {
                // Nobody answers the questions after a chat here.
                Effect::Write(_) | Effect::Remember { .. } | Effect::Surveyed(_) => {}
                Effect::Send { conn, frame } => self.send(conn, FromEdge::Frame(frame)),
                Effect::Close { conn, why } => self.send(conn, FromEdge::Close(why.close_code().unwrap())),
                Effect::Call(call) => {
                    self.post.push(Letter::ToDesk { site, id: call.id, message: call.message });
                }
                Effect::Reply(verdict) => replies.verdict = Some(verdict),
                Effect::Purged(purged) => replies.purged = Some(purged),
                Effect::Marked(marked) => replies.marked = Some(marked),
                Effect::Forget => self.post.push(Letter::Forget { site }),
                Effect::Shred => replies.shred = true,
            }
        }
        if replies.shred {
            self.shred(site);
            replies.purged = Some(Purged::Gone);
        }
        replies
    }

    /// Everything there is of a chat is deleted.
    fn shred(&mut self, site: usize) {
        let Some(chat) = self.sites[site].object.take() else { return };
        self.history.shredded(site, self.now, &chat, &self.records);
        let record = chat.session.record();
        match (record.retained.is_some(), record.forget) {
            (true, _) => self.faults.released += 1,
            (false, true) => self.faults.forgotten += 1,
            (false, false) => self.faults.purged += 1,
        }
        self.hang_up(site, Refusal::NoSuchChat.close_code().unwrap());
        self.lose_answers_to_chat(site);
    }

    /// The object is gone with its sockets; the browsers hear that theirs has closed, after what was already on the way.
    pub fn kill_chat(&mut self, site: usize) {
        if let Some(chat) = &mut self.sites[site].object {
            chat.kill();
        }
        self.hang_up(site, 1006);
        self.lose_answers_to_chat(site);
    }

    fn hang_up(&mut self, site: usize, code: u16) {
        for seat in self.seats.iter_mut().filter(|seat| seat.site == site) {
            seat.tab.stale.clear();
            if let Socket::Open(pipe) = &mut seat.tab.socket {
                pipe.up.clear();
                pipe.down.push_back(FromEdge::Close(code));
            }
        }
    }

    fn send(&mut self, conn: ConnId, frame: FromEdge) {
        let mut pipes = self.seats.iter_mut().filter_map(|seat| seat.tab.pipe());
        if let Some(pipe) = pipes.find(|pipe| pipe.conn == conn) {
            pipe.down.push_back(frame);
        }
    }

    /// When a chat's object wants to be woken.
    pub fn chat_due(&self, site: usize) -> Option<Millis> {
        self.sites[site].object.as_ref()?.session.poll_timeout().map(|(due, _)| due)
    }

    pub fn makes_key(&mut self, half: Half) {
        if let Half::Day(day) = &half {
            assert!(self.records.nights.contains_key(day), "a key that nobody will destroy: {day:?}");
        }
        self.keys.insert(half);
    }
}
