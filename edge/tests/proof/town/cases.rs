//! The objects of the cases, as the shell runs them, and what supervisors do with them.

use super::letters::Letter;
use super::world::{Fate, World};
use crate::stage::{staff_id, taken};
use edge::between::{Mark, Marked};
use edge::casework::{CaseFile, Effect, Event, Step, Taken};
use edge::purge;
use edge::session;
use edge::vault::Half;
use fastrand::Rng;
use shared::id::StaffId;
use shared::refusal::Refusal;
use shared::wire::v1::{Decision, RetentionReason, Role};

impl World {
    /// Hands an event to a case. Answers what it replied, if that arrived.
    pub fn case_happens(&mut self, site: usize, event: Event, fate: Fate) -> Option<Result<(), Refusal>> {
        let reads = matches!(&event, Event::Taken(Taken { step: Step::Open, .. }));
        let policy = &self.city.policy;
        let effects = self.sites[site].file.handle(policy, self.now, event);
        let effects = match self.bug {
            Some(bug) => bug.of_a_case(effects),
            None => effects,
        };
        let done = effects.iter().any(|effect| matches!(effect, Effect::Reply(Ok(()))));
        if fate.is_stored() {
            for effect in &effects {
                if let Effect::Write(case) = effect {
                    self.history.case_stands(site, case, self.now, policy);
                    self.sites[site].case = Some(case.clone());
                }
            }
        }
        if fate != Fate::Done {
            self.kill_case(site);
            return None;
        }
        if reads && done {
            self.history.reads(site);
        }
        let mut reply = None;
        for effect in effects {
            match effect {
                Effect::Write(_) => {}
                Effect::Reply(given) => reply = Some(given),
                Effect::Destroy => self.post.push(Letter::CaseOver { site }),
                Effect::Forget => {
                    let kept = self.sites[site].object.as_ref().is_some_and(|chat| chat.disk.case);
                    assert!(!kept, "the case is forgotten before its chat");
                    let key = Half::Case(self.sites[site].id.clone());
                    assert!(!self.keys.contains(&key), "the case is forgotten before its key");
                    self.sites[site].case = None;
                    self.history.case_is_closed(site);
                    self.kill_case(site);
                }
            }
        }
        reply
    }

    pub fn kill_case(&mut self, dead: usize) {
        self.sites[dead].file = CaseFile::restore(self.sites[dead].case.clone());
        self.post.retain(|letter| !matches!(letter, Letter::CaseDone { site, .. } if *site == dead));
    }

    /// Someone of the staff marks a chat. Its case is there first; before that the records count it.
    pub fn marks(&mut self, site: usize, staff: &StaffId, role: Role, rng: &mut Rng) {
        let Some(chat) = &self.sites[site].object else { return };
        let mark = Mark { staff: staff.clone(), role, reason: RetentionReason::Harassment };
        if chat.session.may_be_marked(&self.city.policy, &mark).is_err() {
            return;
        }
        let id = self.sites[site].id.clone();
        let fate = self.fate(rng);
        if self.records_happen(purge::Event::Held { chat: id.clone() }, fate).is_none() || self.breaks(rng) {
            return;
        }
        let marked = Marked { chat: id.clone(), by: mark.staff.clone(), reason: mark.reason };
        let fate = self.fate(rng);
        if self.case_happens(site, Event::Marked(marked), fate) != Some(Ok(())) || self.breaks(rng) {
            return;
        }
        self.makes_key(Half::Case(id));
        let fate = self.fate(rng);
        let replies = self.chat_happens(site, session::Event::Marked(mark), fate);
        self.faults.held += u64::from(replies.and_then(|replies| replies.marked) == Some(Ok(())));
    }

    /// Tomas marks a chat, or does something with a case.
    pub fn supervisor_acts(&mut self, rng: &mut Rng) {
        let site = rng.usize(..self.sites.len());
        let tomas = staff_id("tomas");
        if self.sites[site].case.is_none() {
            return self.marks(site, &tomas, Role::Supervisor, rng);
        }
        let by = if rng.u8(..4) == 0 { staff_id("ines") } else { tomas };
        let event = match rng.u8(..3) {
            0 => taken(by, Step::TakeUp),
            1 => taken(by, Step::Open),
            _ => {
                let all = [
                    Decision::ResidentBanned,
                    Decision::OtherBanned,
                    Decision::NotBanned,
                    Decision::RequestAnswered,
                ];
                taken(by, Step::Decide(all[rng.usize(..all.len())]))
            }
        };
        let fate = self.fate(rng);
        self.case_happens(site, event, fate);
    }
}
