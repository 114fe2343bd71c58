//! A year of a city: sixty people with shifts, breaks, calls and absences, four hundred chats a day, holidays, the days on which
//! the clocks change. Every decision of the desk is checked as it is made.

use crate::seeds;
use crate::stage::{card, chat_id, leave, staff_id};
use core::time::Duration;
use edge::between::{ToChat, ToDesk, Verdict};
use edge::city::City;
use edge::desk::{Desk, Effect, Entry, Event, Held, Member, Seat, Write, decode};
use edge::session::ConnId;
use fastrand::Rng;
use serde_json::{Value, json};
use shared::calendar::Doors;
use shared::id::{SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::policy::Policy;
use shared::time::Millis;
use shared::wire::v1::{Priority, Role};
use std::collections::{BTreeMap, BTreeSet};

const STAFF: u32 = 60;
const CHATS_A_DAY: usize = 400;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// The first of January 2026 begins in the city.
const NEW_YEAR: i64 = 1_767_250_800_000;
/// How often a console says that it is there; the policy's ten seconds would make a year of beats and nothing else.
const BEAT: i64 = 30 * MINUTE;
/// Nobody waits longer than this before someone is asked, however the day goes.
const LONGEST: Duration = Duration::from_mins(25);

/// Something that will happen.
enum Coming {
    Arrives,
    Comes(u32),
    Goes(u32),
    Beats(u32),
    Presence(u32, &'static str),
    Answers(u32, SessionId, bool),
    Learns(SessionId, StaffId, u32),
    GivesOn(SessionId),
    Ends(SessionId),
}

struct Year {
    city: City,
    policy: Policy,
    desk: Desk,
    now: Millis,
    rng: Rng,
    coming: BTreeMap<(Millis, u64), Coming>,
    number: u64,
    waiting: BTreeMap<SessionId, Entry>,
    held: BTreeMap<SessionId, Held>,
    members: BTreeMap<StaffId, Member>,
    /// Who is at their desk.
    there: BTreeSet<StaffId>,
    seats: BTreeMap<StaffId, Seat>,
    chats: Chats,
}

#[derive(Default)]
struct Chats {
    begun: u64,
    turned_away: u64,
    answered: u64,
    left: u64,
    passed_on: u64,
    open_days: BTreeSet<String>,
    most_held: usize,
}

fn name(number: u32) -> StaffId {
    staff_id(&format!("agent-{number}"))
}

impl Year {
    fn new(rng: Rng) -> Self {
        let city = City::find("eagle-mountain").unwrap();
        let mut policy = city.policy.clone();
        policy.desk.beat_seconds.value = u32::try_from(BEAT / 1_000).unwrap();
        policy.desk.idle_seconds.value = u32::try_from(2 * BEAT / 1_000).unwrap();
        Self {
            city,
            policy,
            desk: Desk::default(),
            now: Millis(NEW_YEAR),
            rng,
            coming: BTreeMap::new(),
            number: 0,
            waiting: BTreeMap::new(),
            held: BTreeMap::new(),
            members: BTreeMap::new(),
            there: BTreeSet::new(),
            seats: (0..STAFF).map(|number| (name(number), seat(number))).collect(),
            chats: Chats::default(),
        }
    }

    fn later(&mut self, millis: i64, what: Coming) {
        self.number += 1;
        self.coming.insert((Millis(self.now.0 + millis), self.number), what);
    }

    /// Plans a day: who works when, and when residents ask.
    fn plan(&mut self) {
        for number in 0..STAFF {
            // One in ten is absent; most of a shift is at the desk, with a break, and now and then someone calls or comes.
            if self.rng.u32(..10) == 0 {
                continue;
            }
            let begin = self.rng.i64(6 * HOUR..9 * HOUR);
            let end = begin + self.rng.i64(9 * HOUR..12 * HOUR);
            self.later(begin, Coming::Comes(number));
            let pause = begin + self.rng.i64(3 * HOUR..5 * HOUR);
            self.later(pause, Coming::Presence(number, "away"));
            self.later(pause + 30 * MINUTE, Coming::Presence(number, "online"));
            let call = begin + self.rng.i64(0..8 * HOUR);
            self.later(
                call,
                Coming::Presence(number, if number % 2 == 0 { "on_call" } else { "with_visitor" }),
            );
            let hung_up = call + self.rng.i64(MINUTE..20 * MINUTE);
            self.later(hung_up, Coming::Presence(number, "online"));
            self.later(end, Coming::Goes(number));
        }
        for _ in 0..CHATS_A_DAY {
            // From before the doors open until after they close, and at noon a rush.
            let rush = self.rng.u32(..4) == 0;
            let hours = if rush { 12 * HOUR..13 * HOUR } else { 6 * HOUR..20 * HOUR };
            let at = self.rng.i64(hours);
            self.later(at, Coming::Arrives);
        }
    }

    fn run(&mut self, until: Millis) {
        while let Some(next) = self.coming.first_key_value().map(|(next, _)| *next) {
            let due = self.desk.poll_timeout().map(|(due, _)| due).filter(|due| *due < next.0);
            if let Some(due) = due {
                self.now = self.now.max(due);
                self.handle(Event::Timeout);
            } else if next.0 <= until
                && let Some(what) = self.coming.remove(&next)
            {
                self.now = next.0;
                self.happens(what);
            } else {
                break;
            }
        }
    }

    fn happens(&mut self, what: Coming) {
        match what {
            Coming::Arrives => self.arrives(),
            Coming::Comes(number) => {
                let seat = self.seats[&name(number)].clone();
                self.there.insert(name(number));
                self.handle(Event::Connected { conn: ConnId(number), seat });
                self.happens(Coming::Beats(number));
                self.presence(number, "online");
            }
            Coming::Goes(number) => {
                self.presence(number, "offline");
                self.there.remove(&name(number));
                self.handle(Event::Disconnected { conn: ConnId(number) });
            }
            Coming::Beats(number) if self.there.contains(&name(number)) => {
                self.frame(number, &json!({ "beat": {} }));
                self.later(BEAT, Coming::Beats(number));
            }
            Coming::Beats(_) => {}
            Coming::Presence(number, presence) => self.presence(number, presence),
            Coming::Answers(number, chat, accepts) => {
                let verb = if accepts { "accept" } else { "decline" };
                self.frame(number, &json!({ verb: { "chat": chat } }));
            }
            Coming::Learns(chat, staff, hop) => {
                let known = self.held.get(&chat).is_some_and(|held| held.staff == staff && held.hop == hop);
                let verdict = Some(if known { Verdict::Taken } else { Verdict::Gone });
                self.handle(Event::Answered { chat, staff, verdict });
            }
            Coming::GivesOn(chat) => {
                let Some(held) = self.held.get(&chat).filter(|held| held.confirmed) else { return };
                let number: u32 = held.staff.as_str().trim_start_matches("agent-").parse().unwrap();
                let to = json!({ "department": { "name": "Billing" } });
                self.frame(
                    number,
                    &json!({ "transfer": { "chat": chat, "to": to, "reason": "knows-more" } }),
                );
                self.chats.passed_on += 1;
            }
            Coming::Ends(chat) => {
                if self.waiting.contains_key(&chat) {
                    self.chats.left += 1;
                }
                self.handle(Event::Called(leave(chat)));
            }
        }
    }

    /// A resident asks for a chat: the edge opens one only while the doors are open (EM-HRS-A).
    fn arrives(&mut self) {
        let topics = ["billing", "permits", "streets", "other"];
        let topic = TopicId::parse(topics[self.rng.usize(..topics.len())]).unwrap();
        if !self.city.openings(Doors::default(), &topic, self.now).is_open(self.now) {
            self.chats.turned_away += 1;
            return;
        }
        self.is_within_hours();
        self.chats.begun += 1;
        let chat = chat_id(self.chats.begun.into());
        let language = if self.rng.u32(..8) == 0 { Language::Es } else { Language::En };
        let (since, priority) = (self.now, Priority::Arrival);
        // Some lose patience in the line.
        if self.rng.u32(..50) == 0 {
            self.later(2 * MINUTE, Coming::Ends(chat.clone()));
        }
        self.handle(Event::Called(ToDesk::Wait { chat, topic, language, since, priority }));
    }

    /// By the city's own clock and the days of the year 2026 as the almanac has them: Monday to Thursday, seven to half past five.
    fn is_within_hours(&mut self) {
        let local = self.city.date_and_time(self.now);
        let (date, time) = local.split_once(' ').unwrap();
        let closes = if date.ends_with("-12-24") { "11:30" } else { "17:30" };
        assert!(("07:00"..closes).contains(&time), "em_hrs_a_a: a chat began at {local}");
        assert!(!CLOSED.contains(&date), "em_hrs_a: a chat began on {local}");
        self.chats.open_days.insert(date.to_owned());
    }

    fn presence(&mut self, number: u32, presence: &str) {
        if self.there.contains(&name(number)) {
            self.frame(number, &json!({ "presence": { "presence": presence } }));
        }
    }

    fn frame(&mut self, number: u32, frame: &Value) {
        if self.there.contains(&name(number)) {
            self.handle(Event::Frame { conn: ConnId(number), frame: decode(&frame.to_string()) });
        }
    }

    fn handle(&mut self, event: Event) {
        let effects = self.desk.handle(&self.policy, self.now, event);
        for effect in effects {
            match effect {
                Effect::Write(write) => self.written(write),
                Effect::Call { chat, message: ToChat::Assign { staff, hop, .. } } => {
                    let pause = self.rng.i64(50..2_000);
                    self.later(pause, Coming::Learns(chat, staff, hop));
                }
                Effect::Call { message: ToChat::Place(_) | ToChat::Dismiss { .. }, .. }
                | Effect::Remember { .. }
                | Effect::Show { .. }
                | Effect::Send { .. }
                | Effect::Close { .. } => {}
            }
        }
        self.check();
    }

    fn written(&mut self, write: Write) {
        match write {
            Write::Waiting(entry) => {
                if let Some(offer) = entry.offer.clone()
                    && self.waiting.get(&entry.chat).is_none_or(|known| known.offer.as_ref() != Some(&offer))
                {
                    self.offered(&entry, &offer.to);
                }
                self.waiting.insert(entry.chat.clone(), entry);
            }
            Write::Held(held) => {
                self.waiting.remove(&held.chat);
                let transfer = held.transfer.as_ref().filter(|transfer| transfer.back.is_none());
                if let Some(offer) = transfer.and_then(|transfer| transfer.offer.clone()) {
                    self.asked(&held.chat, &offer.to);
                }
                if self.held.get(&held.chat).is_none_or(|known| known.staff != held.staff) {
                    self.taken(&held.chat);
                }
                self.held.insert(held.chat.clone(), held);
            }
            Write::Left(gone) => {
                self.waiting.remove(&gone.chat);
                self.held.remove(&gone.chat);
            }
            Write::Member(member) => drop(self.members.insert(member.id.clone(), member)),
            Write::Pace(_)
            | Write::Count { .. }
            | Write::Danger(_)
            | Write::CountDanger(_)
            | Write::CountAnswer(_)
            | Write::Access(_)
            | Write::Doors { .. } => {}
        }
    }

    /// A new offer: to someone who is there, and not past one of the same kind who came before.
    fn offered(&mut self, entry: &Entry, to: &StaffId) {
        let waited = self.now.since(entry.since);
        assert!(waited < LONGEST, "nobody starves: {} waited {waited:?}", entry.chat.as_str());
        let passed_over = self.waiting.values().find(|other| {
            other.offer.is_none()
                && other.since < entry.since
                && (&other.topic, other.language) == (&entry.topic, entry.language)
                && other.asked.is_empty()
                && entry.asked.is_empty()
        });
        assert!(passed_over.is_none_or(|other| other.chat == entry.chat), "pi_order");
        self.asked(&entry.chat, to);
    }

    /// Most accept within the policy's seconds, some decline, some are not looking.
    fn asked(&mut self, chat: &SessionId, to: &StaffId) {
        assert!(self.there.contains(to), "em_com_d: offered to someone absent");
        let number: u32 = to.as_str().trim_start_matches("agent-").parse().unwrap();
        let pause = self.rng.i64(1_000..18_000);
        match self.rng.u32(..20) {
            0 => {}
            1 => self.later(pause, Coming::Answers(number, chat.clone(), false)),
            _ => self.later(pause, Coming::Answers(number, chat.clone(), true)),
        }
    }

    /// Someone has it now: they talk for a while, and some give it on.
    fn taken(&mut self, chat: &SessionId) {
        if !self.held.contains_key(chat) {
            self.chats.answered += 1;
        }
        let lasts = self.rng.i64(3 * MINUTE..25 * MINUTE);
        if self.rng.u32(..12) == 0 {
            self.later(lasts / 2, Coming::GivesOn(chat.clone()));
        }
        self.later(lasts, Coming::Ends(chat.clone()));
    }

    fn check(&mut self) {
        let mut load: BTreeMap<&StaffId, usize> = BTreeMap::new();
        for held in self.held.values() {
            assert!(!self.waiting.contains_key(&held.chat), "em_com_g_a: waits and is held");
            *load.entry(&held.staff).or_default() += 1;
            let transfer = held.transfer.as_ref().filter(|transfer| transfer.back.is_none());
            if let Some(offer) = transfer.and_then(|transfer| transfer.offer.as_ref()) {
                *load.entry(&offer.to).or_default() += 1;
            }
        }
        for offer in self.waiting.values().filter_map(|entry| entry.offer.as_ref()) {
            *load.entry(&offer.to).or_default() += 1;
        }
        for (staff, taken) in load {
            let seats = self.members.get(staff).map_or(1, |member| member.seats(&self.policy));
            assert!(taken <= usize::from(seats), "em_com_e: {} has {taken} of {seats}", staff.as_str());
        }
        self.chats.most_held = self.chats.most_held.max(self.held.len());
    }
}

/// Everyone answers all topics but the last third, who have one each; one in four speaks Spanish, too.
fn seat(number: u32) -> Seat {
    let topics = ["billing", "permits", "streets", "other"];
    let own = topics[number as usize % topics.len()];
    let languages =
        if number.is_multiple_of(4) { vec![Language::En, Language::Es] } else { vec![Language::En] };
    Seat {
        id: name(number),
        role: if number.is_multiple_of(20) { Role::Supervisor } else { Role::Agent },
        card: card("Someone"),
        languages,
        topics: if number < 40 { Vec::new() } else { vec![TopicId::parse(own).unwrap()] },
        heard: None,
        touched: None,
    }
}

/// The holidays of 2026 that fall on a day on which the city is open otherwise, as the almanac has them.
const CLOSED: [&str; 7] =
    ["2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-09-07", "2026-11-11", "2026-11-26"];

#[test]
fn em_com_e_em_hrs_a_a_year_of_the_city_keeps_every_promise() {
    seeds::each(1, |rng| {
        let mut year = Year::new(rng.fork());
        for day in 0..365 {
            year.now = Millis(NEW_YEAR + day * DAY);
            year.plan();
            year.run(Millis(NEW_YEAR + (day + 1) * DAY - 1));
            assert!(year.waiting.is_empty() && year.held.is_empty(), "day {day}: nobody is left behind");
        }
        let Chats { begun, turned_away, answered, left, passed_on, open_days, most_held } = year.chats;
        assert_eq!(begun, answered + left, "everyone is answered, or leaves by themselves");
        assert!(left * 50 < begun, "hardly anyone loses patience: {left} of {begun}");
        assert_eq!(open_days.len(), 209 - CLOSED.len(), "four days a week, less the holidays");
        assert!(turned_away > 0 && passed_on > 0 && most_held > 10);
    });
}
