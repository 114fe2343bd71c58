//! Everything comes to rest and is looked at; then its days come to their ends and nothing is left.

use super::world::{Fate, Seat, World};
use crate::purge::sha256;
use crate::stage::{chat_id, staff_id, taken};
use crate::tab::{Socket, Tab};
use core::time::Duration;
use edge::casework::Step;
use edge::session::{Phase, Timer};
use edge::vault::Half;
use fastrand::Rng;
use shared::chat::{Delivery, ItemKey, LinkState, Log, Shown};
use shared::id::{ClientRef, Seq};
use shared::ledger::{GENESIS, verify};
use shared::policy::OpenChats;
use shared::time::Millis;
use shared::wire::v1::Decision;
use std::collections::BTreeMap;

impl World {
    /// Nothing breaks any more, and everything comes to rest.
    pub fn settle(&mut self) {
        self.calm = true;
        self.history.calm_since.get_or_insert(self.now);
        let mut rng = Rng::with_seed(0);
        for _ in 0..2_000 {
            self.everything_arrives(&mut rng);
            self.watch();
            if self.is_settled() {
                return;
            }
            self.time_passes(&mut rng);
        }
        let links: Vec<_> =
            self.seats.iter().map(|seat| (seat.site, seat.console, seat.tab.client.link())).collect();
        panic!("it never comes to rest: {links:?}, {} letters", self.post.len());
    }

    pub fn everything_arrives(&mut self, rng: &mut Rng) {
        for who in 0..self.consoles.len() {
            if self.consoles[who].conn.is_none() {
                self.comes(who);
            }
            if let Some(board) = self.looks(who) {
                self.sits_down(who, &board);
            }
        }
        let mut moved = true;
        while moved {
            moved = false;
            for place in 0..self.seats.len() {
                self.notice(place);
                if matches!(self.seats[place].tab.socket, Socket::Dialing) {
                    self.connect(place);
                }
                while self.frame_arrives(place, rng) {
                    moved = true;
                }
            }
            for place in 0..self.seats.len() {
                while self.frame_is_read(place) {
                    moved = true;
                }
            }
            while !self.post.is_empty() {
                self.deliver(rng);
                moved = true;
            }
        }
    }

    /// To the next moment at which anything wants to be woken.
    pub fn time_passes(&mut self, rng: &mut Rng) {
        let tabs = self.seats.iter().filter_map(|seat| seat.tab.client.poll_timeout());
        let chats = (0..self.sites.len()).filter_map(|site| self.chat_due(site));
        let cases = self.sites.iter().filter_map(|site| site.file.poll_timeout());
        let due =
            tabs.chain(chats).chain(cases).chain(self.desk_due()).chain(self.purge.poll_timeout()).min();
        let soon = self.now.after(Duration::from_millis(1));
        self.now = due.map_or(soon, |due| due.max(soon));
        self.ring(rng);
    }

    fn is_settled(&self) -> bool {
        let chats = self.sites.iter().filter_map(|site| site.object.as_ref());
        let calls = chats.filter_map(|chat| chat.session.poll_timeout());
        let busy = calls.into_iter().any(|(_, timer)| matches!(timer, Timer::Call | Timer::Forget));
        let told = self.desk.held.values().all(|held| held.confirmed);
        let seats = self.seats.iter().all(|seat| is_at_rest(&seat.tab));
        seats && !busy && told && self.post.is_empty()
    }

    /// Everyone sees the same, it is what is stored, and desk and chats agree.
    pub fn is_whole(&self) {
        for (number, site) in self.sites.iter().enumerate() {
            let held = self.desk.held.get(&site.id);
            let waits = self.desk.waiting.contains_key(&site.id);
            let Some(chat) = &site.object else {
                assert!(held.is_none() && !waits, "the desk has a chat that is gone");
                continue;
            };
            let truth = Log::from(&chat.session.snapshot());
            assert!(truth == Log::from(&chat.restored().snapshot()), "what is stored is something else");
            let record = chat.session.record();
            match record.phase {
                Phase::Waiting => assert!(waits, "a chat waits, and the desk does not know it"),
                Phase::Active => {
                    assert_eq!(held.map(|held| &held.staff), record.staff.as_ref(), "not exactly one has it");
                }
                Phase::Ended => assert!(held.is_none() && !waits, "the desk has a chat that is over"),
            }
            let forgotten = record.forget && record.retained.is_none();
            assert!(!forgotten, "the resident wanted it forgotten at once, and it is there");
            let stands = places(&truth);
            let seen = self.history.seen.iter().filter(|(_, (at, _))| *at == number);
            for (action, (_, seq)) in seen {
                assert_eq!(stands.get(action), Some(&vec![*seq]), "acknowledged and lost, or twice");
            }
            for seat in self.seats.iter().filter(|seat| seat.site == number) {
                // Whoever had it before sees no more of it; their console is told so by the board.
                let staff = seat.console.map(|who| self.consoles[who].id());
                if staff.is_none() || staff == record.staff {
                    is_shown(seat, &truth, &stands);
                }
            }
            if let Some(readings) = self.history.readings.get(&number) {
                let recorded = site.case.as_ref().map_or(0, |case| case.opened.len());
                assert!(recorded >= *readings, "em_ret_b_a: somebody has read it, and it is not recorded");
            }
            assert!(record.retained.is_none() || site.case.is_some(), "held without a clock");
            let counted = self.records.held.contains(&site.id);
            assert!(record.retained.is_none() || counted, "held, and the records do not know it");
        }
    }

    /// What is still open is ended, by its resident or by the policy; then time goes on until nothing is left.
    pub fn run_out(&mut self, rng: &mut Rng) {
        let ends = self.city.policy.retention.open_chats.value == OpenChats::End;
        for site in 0..self.sites.len() {
            let open = self.sites[site].object.as_ref();
            if open.is_none_or(|chat| chat.session.record().phase == Phase::Ended) || ends && rng.bool() {
                continue;
            }
            self.takes_seat(site, None);
            self.end_at(self.seats.len() - 1, false);
        }
        self.settle();
        for site in 0..self.sites.len() {
            // Some cases are left to their clocks.
            if rng.u8(..4) > 0 {
                let by = staff_id("tomas");
                self.case_happens(site, taken(by.clone(), Step::TakeUp), Fate::Done);
                self.case_happens(site, taken(by, Step::Decide(Decision::NotBanned)), Fate::Done);
            }
        }
        for place in (0..self.seats.len()).rev() {
            self.gets_up(place);
        }
        for who in 0..self.consoles.len() {
            self.leaves(who);
        }
        for _ in 0..2_000 {
            while !self.post.is_empty() {
                self.deliver(rng);
            }
            if self.nothing_is_left() {
                return;
            }
            self.time_passes(rng);
        }
        let left: Vec<_> = self.sites.iter().map(|site| (site.object.is_some(), &site.case)).collect();
        panic!("something is left for ever: {left:?}, keys {:?}", self.keys);
    }

    fn nothing_is_left(&self) -> bool {
        let gone = self.sites.iter().all(|site| site.object.is_none() && site.case.is_none());
        gone && self.history.under.iter().all(|(_, half)| !self.keys.contains(half))
    }

    pub fn is_over(&self) {
        assert!(self.records.held.is_empty(), "counted as held, and gone");
        assert!(self.desk.waiting.is_empty() && self.desk.held.is_empty(), "the desk still has somebody");
        for half in &self.keys {
            let Half::Day(day) = half else { panic!("the key of a case that is over") };
            let night = self.records.nights.get(day);
            assert!(night.is_some(), "a key that nobody will destroy: {day:?}");
        }
        // Where question after question was lost, the next comes only after the longest pause.
        let calm = self.history.calm_since.unwrap_or_default();
        let long_over = |ends: Millis| self.now.since(ends.max(calm)) > Duration::from_mins(2);
        let late = self.records.nights.values().find(|night| long_over(night.ends));
        assert!(late.is_none(), "em_ret_a: a day without its certificate: {late:?}");
        let head = self.records.ledger.last().map_or(GENESIS, |link| &link.hash);
        assert_eq!(verify(&self.records.ledger, head, sha256), Ok(()), "the chain");
        for link in &self.records.ledger {
            let it = &link.certificate;
            assert_eq!(it.removed + it.held + it.carried, it.chats, "counts that do not add up");
        }
        let begun = self.sites.iter().filter(|site| site.born.is_some()).count();
        let known = (1..=begun).filter(|number| self.records.entries.contains_key(&chat_id(*number as u128)));
        let ended: u32 =
            self.records.ledger.iter().map(|link| link.certificate.removed + link.certificate.held).sum();
        assert!(
            known.count() + usize::try_from(ended).unwrap() >= begun,
            "a chat that no certificate counts"
        );
    }
}

/// Under which numbers each action stands.
fn places(log: &Log) -> BTreeMap<ClientRef, Vec<Seq>> {
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for entry in log.entries() {
        if let Some(client_ref) = &entry.client_ref {
            places.entry(client_ref.clone()).or_default().push(entry.seq);
        }
    }
    places
}

/// A browser shows what is stored; what was written in it stands once and in order, or is shown as not taken.
fn is_shown(Seat { tab, console, .. }: &Seat, truth: &Log, stands: &BTreeMap<ClientRef, Vec<Seq>>) {
    if matches!(tab.client.link(), LinkState::Refused(_)) {
        assert!(console.is_some(), "a resident is turned away from their own chat: {:?}", tab.client.link());
        return;
    }
    let (shown, link) = (tab.client.log(), tab.client.link());
    let heads = (shown.head(), truth.head());
    assert!(shown == truth, "{:?} of {console:?} sees something else: {heads:?}, {link:?}", tab.you);
    let mut last = Seq::ZERO;
    for written in &tab.written {
        match stands.get(written).map(Vec::as_slice) {
            Some([place]) => {
                assert!(*place > last, "out of order");
                last = *place;
            }
            Some(_) => panic!("twice"),
            None => assert!(is_shown_as_refused(tab, written), "lost"),
        }
    }
}

fn is_shown_as_refused(tab: &Tab, written: &ClientRef) -> bool {
    tab.client.items().iter().any(|item| {
        item.key == ItemKey::Action(written.clone())
            && matches!(item.shown, Shown::Own(_, Delivery::Refused(_)))
    })
}

/// Whether there is nothing left to do here. Who is refused for good has come to rest, too.
fn is_at_rest(tab: &Tab) -> bool {
    tab.is_settled() || matches!(tab.client.link(), LinkState::Refused(_) | LinkState::Done)
}
