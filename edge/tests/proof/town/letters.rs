//! What the objects ask of each other: on its way, lost, come twice, answered, not answered.

use super::bugs::Bug;
use super::objects::Recorded;
use super::world::{Fate, World};
use edge::between::{DayOver, Purged, Ticket, ToChat, ToDesk, Verdict};
use edge::purge;
use edge::session::Event;
use edge::vault::{Day, Half};
use edge::{casework, desk};
use fastrand::Rng;
use shared::id::StaffId;

#[derive(Clone)]
pub enum Letter {
    /// The Worker has a ticket for a chat and opens it.
    Open {
        site: usize,
        ticket: Ticket,
    },
    ToDesk {
        site: usize,
        id: u32,
        message: ToDesk,
    },
    DeskHas {
        site: usize,
        id: u32,
        ok: bool,
    },
    ToChat {
        site: usize,
        message: ToChat,
    },
    ChatHas {
        site: usize,
        staff: StaffId,
        verdict: Option<Verdict>,
    },
    DayOver {
        site: usize,
        asked: DayOver,
    },
    DayHeard {
        site: usize,
        day: Day,
        answer: Option<Purged>,
    },
    /// The records destroy a day's key.
    Destroy {
        day: Day,
    },
    Destroyed {
        day: Day,
        absent: bool,
    },
    /// A chat tells the records that it is to be forgotten.
    Forget {
        site: usize,
    },
    Forgotten {
        site: usize,
        ok: bool,
    },
    /// A case no longer needs its chat.
    CaseOver {
        site: usize,
    },
    CaseDone {
        site: usize,
        done: bool,
    },
}

impl Letter {
    /// Whether somebody may ask the same once more; an answer comes once or never.
    fn is_a_question(&self) -> bool {
        match self {
            Self::ToDesk { .. }
            | Self::ToChat { .. }
            | Self::DayOver { .. }
            | Self::Destroy { .. }
            | Self::Forget { .. }
            | Self::CaseOver { .. } => true,
            Self::Open { .. }
            | Self::DeskHas { .. }
            | Self::ChatHas { .. }
            | Self::DayHeard { .. }
            | Self::Destroyed { .. }
            | Self::Forgotten { .. }
            | Self::CaseDone { .. } => false,
        }
    }
}

impl World {
    /// A letter arrives, whichever.
    pub fn deliver(&mut self, rng: &mut Rng) {
        if self.post.is_empty() {
            return;
        }
        let letter = self.post.swap_remove(rng.usize(..self.post.len()));
        if !self.calm && letter.is_a_question() && rng.u8(..100) < 4 {
            self.post.push(letter.clone());
        }
        let lost = !self.calm && rng.u8(..100) < 6;
        self.faults.letters_lost += u64::from(lost);
        let fate = self.fate(rng);
        match letter {
            Letter::Open { site, ticket } => self.open_arrives(site, ticket, lost),
            Letter::ToDesk { site, id, message } => {
                let ok = !lost && self.desk_happens(desk::Event::Called(message), fate);
                self.post.push(Letter::DeskHas { site, id, ok: ok && !self.breaks(rng) });
            }
            Letter::DeskHas { site, id, ok } => drop(self.chat_happens(site, Event::Called { id, ok }, fate)),
            Letter::ToChat { site, message } => self.chat_is_told(site, message, lost, fate),
            Letter::ChatHas { site, staff, verdict } => {
                let chat = self.sites[site].id.clone();
                let verdict = verdict.filter(|_| !lost);
                self.desk_happens(desk::Event::Answered { chat, staff, verdict }, fate);
            }
            Letter::DayOver { site, asked } => {
                let day = asked.day.clone();
                let answer = if lost { None } else { self.day_is_over(site, asked, fate) };
                let answer = answer.filter(|_| !self.breaks(rng));
                self.post.push(Letter::DayHeard { site, day, answer });
            }
            Letter::DayHeard { site, day, answer } => {
                let chat = self.sites[site].id.clone();
                self.records_happen(purge::Event::Answered { chat, day, answer }, fate);
            }
            Letter::Destroy { day } => {
                if !lost && !self.has(Bug::KeyNotDestroyed) {
                    self.keys.remove(&Half::Day(day.clone()));
                }
                // The store is asked again whether it has it; a bug that leaves it does not ask.
                let absent = self.has(Bug::KeyNotDestroyed) || !self.keys.contains(&Half::Day(day.clone()));
                self.post.push(Letter::Destroyed { day, absent });
            }
            Letter::Destroyed { day, absent } => {
                if !lost {
                    self.records_happen(purge::Event::Destroyed { day, absent, opens: false }, fate);
                }
            }
            Letter::Forget { site } => {
                let chat = self.sites[site].id.clone();
                let ok = !lost && self.records_happen(purge::Event::Forget { chat }, fate).is_some();
                self.post.push(Letter::Forgotten { site, ok: ok && !self.breaks(rng) });
            }
            Letter::Forgotten { site, ok } => {
                if ok {
                    self.chat_happens(site, Event::Forgotten, fate);
                }
            }
            Letter::CaseOver { site } => {
                let done = !lost && self.chat_is_released(site, rng);
                self.post.push(Letter::CaseDone { site, done });
            }
            Letter::CaseDone { site, done } => {
                self.case_happens(site, casework::Event::Destroyed { done }, fate);
            }
        }
    }

    pub fn breaks(&self, rng: &mut Rng) -> bool {
        !self.calm && rng.u8(..100) < 6
    }

    /// The Worker has asked for a ticket; a chat whose day is over by then begins in the next.
    pub fn begins(&mut self, site: usize) {
        let chat = self.sites[site].id.clone();
        if let Some(Recorded(Some(ticket))) = self.records_happen(purge::Event::Begin { chat }, Fate::Done) {
            self.post.push(Letter::Open { site, ticket });
        }
    }

    fn open_arrives(&mut self, site: usize, ticket: Ticket, lost: bool) {
        if lost || self.sites[site].born.is_some() {
            return;
        }
        if self.now < ticket.until {
            self.opens(site, ticket);
            self.takes_seat(site, None);
            return;
        }
        let chat = self.sites[site].id.clone();
        if let Some(Recorded(Some(ticket))) = self.records_happen(purge::Event::Late { chat }, Fate::Done) {
            self.post.push(Letter::Open { site, ticket });
        }
    }

    fn chat_is_told(&mut self, site: usize, message: ToChat, lost: bool, fate: Fate) {
        match message {
            ToChat::Place(place) => {
                if !lost {
                    self.chat_happens(site, Event::Placed(place), fate);
                }
            }
            ToChat::Dismiss { staff } => {
                if !lost {
                    self.chat_happens(site, Event::Dismissed { staff }, fate);
                }
            }
            ToChat::Assign { staff, card, hop } => {
                let verdict = if lost {
                    None
                } else if self.sites[site].object.is_none() {
                    Some(Verdict::Gone)
                } else {
                    let event = Event::Assigned { staff: staff.clone(), card, hop };
                    self.chat_happens(site, event, fate).and_then(|replies| replies.verdict)
                };
                self.faults.transferred += u64::from(hop > 1 && verdict == Some(Verdict::Taken));
                self.post.push(Letter::ChatHas { site, staff, verdict });
            }
        }
    }

    fn day_is_over(&mut self, site: usize, asked: DayOver, fate: Fate) -> Option<Purged> {
        if self.sites[site].object.is_none() {
            return Some(Purged::Gone);
        }
        if self.now >= asked.next.until {
            return Some(Purged::NotYet);
        }
        self.makes_key(Half::Day(asked.next.day.clone()));
        let answer = self.chat_happens(site, Event::DayOver(asked), fate)?.purged;
        self.faults.carried += u64::from(matches!(answer, Some(Purged::Carried { .. })));
        answer
    }

    /// The chat first, then the key it lay under, then the count of the records.
    fn chat_is_released(&mut self, site: usize, rng: &mut Rng) -> bool {
        if self.sites[site].object.is_some() {
            let fate = self.fate(rng);
            let replies = self.chat_happens(site, Event::Released, fate);
            if replies.and_then(|replies| replies.purged) != Some(Purged::Gone) {
                return false;
            }
        }
        if self.breaks(rng) {
            return false;
        }
        let chat = self.sites[site].id.clone();
        self.keys.remove(&Half::Case(chat.clone()));
        let fate = self.fate(rng);
        self.records_happen(purge::Event::Freed { chat }, fate).is_some() && !self.breaks(rng)
    }

    /// A chat's object has died: what it waited for is nobody's any more.
    pub fn lose_answers_to_chat(&mut self, dead: usize) {
        self.post.retain(|letter| match letter {
            Letter::DeskHas { site, .. } | Letter::Forgotten { site, .. } => *site != dead,
            Letter::Open { .. }
            | Letter::ToDesk { .. }
            | Letter::ToChat { .. }
            | Letter::ChatHas { .. }
            | Letter::DayOver { .. }
            | Letter::DayHeard { .. }
            | Letter::Destroy { .. }
            | Letter::Destroyed { .. }
            | Letter::Forget { .. }
            | Letter::CaseOver { .. }
            | Letter::CaseDone { .. } => true,
        });
    }
}
