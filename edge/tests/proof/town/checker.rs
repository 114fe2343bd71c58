//! What must hold, whatever breaks. It looks at what is stored, sent and destroyed, never into an engine.

use super::people::MASKED;
use crate::desk_disk::DeskObject;
use crate::records::Disk as Records;
use crate::stage::Chat;
use crate::tab::Tab;
use core::time::Duration;
use edge::casework::{Case, Standing};
use edge::desk::Pending;
use edge::session::{Effect, Event, Peer, Phase, Write};
use edge::vault::{Day, Half};
use shared::id::{ClientRef, Seq, SessionId};
use shared::ledger::Link;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{Body, EndReason, Ender, Event as LogEvent, Party, Up};
use std::collections::{BTreeMap, BTreeSet};

/// How long it may take until a chat is gone that its resident wants forgotten.
const AT_ONCE: Duration = Duration::from_secs(30);

#[derive(Default)]
pub struct History {
    /// What was said: in which chat, on which side, which of the texts.
    said: BTreeMap<ClientRef, (usize, Party, usize)>,
    ends: BTreeMap<ClientRef, usize>,
    /// What has gone over a link at least once.
    pub left: BTreeSet<ClientRef>,
    /// Under which number each action was first seen by anyone.
    pub seen: BTreeMap<ClientRef, (usize, Seq)>,
    /// When the resident of a chat last showed that they are there.
    life: BTreeMap<usize, Millis>,
    /// Every key under which a chat has ever lain: so many copies of it can there be.
    pub under: BTreeSet<(usize, Half)>,
    certified: BTreeSet<Day>,
    /// Until when what is held has to be there at least.
    clocks: BTreeMap<usize, Millis>,
    standings: BTreeMap<usize, Standing>,
    pub readings: BTreeMap<usize, usize>,
    /// Since when nothing breaks any more.
    pub calm_since: Option<Millis>,
    /// What was offered to whom after the last event of the desk.
    offers: Vec<(SessionId, Pending)>,
}

impl History {
    pub fn says(&mut self, action: ClientRef, site: usize, by: Party, text: usize) {
        self.said.insert(action, (site, by, text));
    }

    pub fn wants_an_end(&mut self, action: ClientRef, site: usize) {
        self.ends.insert(action, site);
    }

    pub fn leaves(&mut self, action: &ClientRef) {
        self.left.insert(action.clone());
    }

    pub fn has_left(&self, action: &ClientRef) -> bool {
        self.left.contains(action)
    }

    pub fn is_sign_of_life(chat: &Chat, event: &Event) -> bool {
        let Event::Frame { conn, frame: Ok(frame) } = event else { return false };
        let shows = match frame {
            Up::Typing {} | Up::Here {} => true,
            // What a browser only repeats shows nothing of the person.
            Up::Say { client_ref, .. } => !chat.disk.has(client_ref),
            Up::Hello(_) | Up::Got { .. } | Up::End { .. } | Up::Forget { .. } => false,
        };
        shows && chat.sockets.get(conn) == Some(&Peer::Resident)
    }

    pub fn lives(&mut self, site: usize, now: Millis) {
        self.life.insert(site, now);
    }

    /// What a chat is about to store, on top of what it has: numbered without gaps, nothing that nobody sent, nothing after the end.
    pub fn stored(&self, site: usize, now: Millis, chat: &Chat, effects: &[Effect], policy: &Policy) {
        let mut last = chat.disk.lines().next_back().map(|line| line.event.clone());
        for write in effects.iter().filter_map(Effect::write) {
            let Write::Line(line) = write else { continue };
            if chat.disk.line(line.event.seq).is_some() {
                assert!(line.struck, "a line is written over that was not struck");
                continue;
            }
            let head = last.as_ref().map_or(Seq::ZERO, |event| event.seq);
            assert_eq!(line.event.seq, head.next(), "a number is left out or used twice");
            let over = last.as_ref().is_some_and(|event| matches!(event.body, Body::Ended { .. }));
            assert!(!over, "something after the end");
            self.is_somebodys(site, chat, &line.event);
            if let Body::Ended { by: Ender::Policy, reason: EndReason::Silent } = line.event.body {
                self.is_silent(site, now, chat, policy);
            }
            last = Some(line.event.clone());
        }
    }

    fn is_somebodys(&self, site: usize, chat: &Chat, event: &LogEvent) {
        let action = event.client_ref.as_ref();
        match &event.body {
            Body::Said { by, text, .. } => {
                let said = action.and_then(|action| self.said.get(action));
                let Some((at, who, number)) = said else { panic!("nobody has said this") };
                assert_eq!((at, who), (&site, by), "said somewhere else, or by the other side");
                assert!(*text == MASKED[*number] || text.as_str().contains('⟦'), "other words were said");
            }
            Body::Ended { by: Ender::Resident | Ender::Staff, .. } => {
                assert_eq!(
                    action.and_then(|action| self.ends.get(action)),
                    Some(&site),
                    "nobody has ended this"
                );
            }
            Body::Joined { staff } => {
                let holder = chat.session.record().staff.as_ref().map(|id| id.as_str().to_owned());
                assert_eq!(Some(&staff.name), holder.as_ref(), "somebody else is announced");
            }
            Body::Started { .. } | Body::Struck { .. } | Body::Ended { by: Ender::Policy, .. } => {}
        }
    }

    /// Ended for silence: staff spoke last, and the resident has had their whole time since then (EM-COM-F).
    fn is_silent(&self, site: usize, now: Millis, chat: &Chat, policy: &Policy) {
        let mut lines = chat.disk.lines().rev().map(|line| &line.event);
        let last = lines.find(|event| matches!(event.body, Body::Said { .. } | Body::Joined { .. }));
        let Some(LogEvent { at, body: Body::Said { by: Party::Staff, .. }, .. }) = last else {
            panic!("em_com_f: ended while the resident waits");
        };
        let time = policy.silence_asks() + policy.silence_ends();
        assert!(*at <= now && now.since(*at) >= time, "em_com_f: ended too early");
        let life = self.life.get(&site).copied().unwrap_or_default();
        assert!(now.since(life) >= time, "em_com_f: ended although the resident showed that they are there");
    }

    /// Nobody is offered two chats, has more than their seats, or is offered one while they are away.
    pub fn desk_is_fair(&mut self, desk: &DeskObject, now: Millis, policy: &Policy) {
        let mut offered = BTreeSet::new();
        let offers = desk.waiting.values().filter_map(|entry| Some((&entry.chat, entry.offer.as_ref()?)));
        let offers: Vec<_> = offers.map(|(chat, offer)| (chat.clone(), offer.clone())).collect();
        for one in &offers {
            assert!(offered.insert(&one.1.to), "two offers to one person");
            let known = self.offers.contains(one);
            assert!(known || desk.is_there(&one.1.to, now), "em_com_d: offered to someone absent");
        }
        for held in desk.held.values() {
            assert!(!desk.waiting.contains_key(&held.chat), "em_com_g_a: waits and is held");
            let transfer = held.transfer.as_ref().filter(|transfer| transfer.back.is_none());
            if let Some(offer) = transfer.and_then(|transfer| transfer.offer.as_ref()) {
                assert!(offered.insert(&offer.to), "two offers to one person");
            }
        }
        for member in desk.members.values() {
            let load = desk.held_by(&member.id) + usize::from(offered.contains(&member.id));
            assert!(load <= usize::from(member.seats(policy)), "em_com_e: above their seats");
        }
        self.offers = offers;
    }

    /// Under which key a chat lies now.
    pub fn lay_under(&mut self, site: usize, half: Half) {
        if let Half::Day(day) = &half {
            assert!(!self.certified.contains(day), "under a key that is certified to be destroyed");
        }
        self.under.insert((site, half));
    }

    pub fn certified(&mut self, day: &Day, link: &Link, keys: &BTreeSet<Half>) {
        assert!(!keys.contains(&Half::Day(day.clone())), "em_ret_a: certified, and the key is there");
        assert!(self.certified.insert(day.clone()), "a day is certified twice");
        assert_eq!(link.certificate.unanswered, 0, "everyone could answer");
    }

    /// Everything there is of a chat is being deleted: it may go.
    pub fn shredded(&mut self, site: usize, now: Millis, chat: &Chat, records: &Records) {
        let live = chat.session.record();
        let record = chat.disk.record().unwrap_or(live);
        assert_eq!(live.phase, Phase::Ended, "def_11: a chat that goes on is gone");
        if live.retained.is_some() || record.retained.is_some() {
            let until = self.clocks.get(&site).copied();
            assert!(until.is_some_and(|until| until <= now), "em_ret_b_a: what is held is gone");
        } else if now < live.deleted_at {
            assert!(live.forget, "gone before its day is over");
            let told = records.entries.get(&live.chat).is_some_and(|entry| entry.forgotten);
            assert!(told, "forgotten, and nobody knows it");
        } else if live.forget {
            // Only where something breaks may it have to wait for the end of its day.
            let ended = chat.disk.lines().next_back().map_or(now, |line| line.event.at);
            let soon = self.calm_since.map(|calm| calm.max(ended).after(AT_ONCE));
            assert!(soon.is_none_or(|soon| live.deleted_at <= soon), "em_ret_a: not forgotten at once");
        }
    }

    /// How a case stands, as it is stored.
    pub fn case_stands(&mut self, site: usize, case: &Case, now: Millis, policy: &Policy) {
        let holds = &policy.retention.holds;
        let before = self.standings.insert(site, case.standing.clone());
        let clock = self.clocks.entry(site).or_insert_with(|| now.after(holds.lapses_after()));
        match (&before, &case.standing) {
            (Some(Standing::Marked { .. }), Standing::TakenUp { .. }) => {
                let whole: Duration = holds.undecided_after() + holds.lapses_after();
                *clock = (*clock).max(now.after(whole));
            }
            (Some(Standing::TakenUp { .. }), Standing::Decided { decision, .. }) => {
                *clock = now.after(holds.kept_after(*decision));
            }
            _ => {}
        }
    }

    pub fn case_is_closed(&mut self, site: usize) {
        self.clocks.remove(&site);
        self.standings.remove(&site);
        self.readings.remove(&site);
    }

    pub fn reads(&mut self, site: usize) {
        *self.readings.entry(site).or_default() += 1;
    }

    /// Whatever a browser has seen acknowledged, everyone sees under the same number, for ever.
    pub fn sees(&mut self, site: usize, tab: &mut Tab) {
        let entries = tab.client.log().entries().iter().rev();
        for entry in entries.take_while(|entry| entry.seq > tab.watched) {
            if let Some(client_ref) = &entry.client_ref {
                let first = self.seen.entry(client_ref.clone()).or_insert((site, entry.seq));
                assert_eq!(*first, (site, entry.seq), "acknowledged under two numbers");
            }
        }
        tab.watched = tab.client.log().head();
    }
}
