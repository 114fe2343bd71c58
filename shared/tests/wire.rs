//! Wire v1 is frozen: one golden file per frame and body in `wire/v1/`, in both directions. Files are added, never edited.
#![cfg(test)]

#[path = "wire/boards.rs"]
mod boards;
#[path = "wire/doors.rs"]
mod doors;
#[path = "wire/left.rs"]
mod left;

use boards::{full, in_danger, shut, supervised};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::id::{ChoiceId, ClientRef, Seq, SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::privacy::{Allowed, Category, MaskedText, mask};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::triage::{Class, Tier};
use shared::wire::v1::{
    Access, AccessKind, Alert, Board, Body, CaseCard, Clue, Decide, Decision, DeskDown, DeskUp, Down,
    EndReason, Ender, Event, Exchange, Exchanged, Greeting, Hello, MarkForRetention, MyChat, Offer, Opening,
    Party, Place, Presence, Priority, Problem, Receipts, RetentionReason, Role, SampleStaff, SignIn,
    Snapshot, StaffCard, StartChat, StartedChat, Strike, Target, Untrusted, Up, Waiting, Welcome,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const AT: Millis = Millis(1_795_244_399_000);

#[test]
fn what_a_chats_client_sends_is_as_the_golden_files_say() {
    let hello = |token: Option<&str>, last| Hello { token: token.map(str::to_owned), last_seq: Seq(last) };
    let strike = Strike { of: action(1), from: 8, to: 17, category: Category::Pan };
    let say = |text, strikes| Up::Say { client_ref: action(2), text: masked(text), strikes };
    let frames = [
        Up::Hello(hello(Some("v1.e30.c2lnbmVk"), 0)),
        Up::Hello(hello(None, 7)),
        say("My bill says $40 — why?", vec![]),
        say("4111 1111 1111 1111", vec![strike]),
        Up::Typing {},
        Up::Got { seq: Seq(9) },
        Up::End { client_ref: action(3), reason: EndReason::Done },
        Up::End { client_ref: action(3), reason: EndReason::OffTopic },
        Up::Here {},
        Up::Forget { client_ref: action(4) },
    ];
    let again = [false, true, false, true, false, false, false, true, false, false];
    for (frame, again) in frames.iter().zip(again) {
        let name = match frame {
            Up::Hello(_) => "up.hello",
            Up::Say { .. } => "up.say",
            Up::Typing {} => "up.typing",
            Up::Got { .. } => "up.got",
            Up::End { .. } => "up.end",
            Up::Forget { .. } => "up.forget",
            Up::Here {} => "up.here",
        };
        let name = if again { format!("{name}.2") } else { name.to_owned() };
        is_golden(&name, frame);
        let claimed: Up<Untrusted> = serde_json::from_value(golden(&name)).unwrap();
        assert!(claimed == untrusted(frame), "{name}: what is sent is what the edge reads");
    }
}

#[test]
fn what_a_chats_client_hears_is_as_the_golden_files_say() {
    let standing = events().into_iter().filter(|event| !matches!(event.body, Body::Struck { .. }));
    let frames = [
        Down::Welcome(Welcome {
            you: Party::Resident,
            head: Seq(9),
            got: Receipts { resident: Seq(9), staff: Seq(8) },
            ends_in_ms: None,
            deleted_in_ms: None,
            retained: None,
        }),
        Down::Welcome(Welcome {
            you: Party::Staff,
            head: Seq(9),
            got: Receipts { resident: Seq(9), staff: Seq(8) },
            ends_in_ms: Some(61_000),
            deleted_in_ms: Some(36_000_000),
            retained: None,
        }),
        Down::Welcome(Welcome {
            you: Party::Staff,
            head: Seq(9),
            got: Receipts { resident: Seq(9), staff: Seq(8) },
            ends_in_ms: None,
            deleted_in_ms: None,
            retained: Some(RetentionReason::Harassment),
        }),
        Down::Snapshot(Snapshot { head: Seq(5), events: standing.collect() }),
        Down::Typing { by: Party::Staff },
        Down::Got { by: Party::Staff, seq: Seq(9) },
        Down::Refused { code: Refusal::TextTooLong, client_ref: Some(action(2)) },
        Down::Refused { code: Refusal::TokenRefused, client_ref: None },
        Down::Place(Place { ahead: 3, minutes: Some((5, 15)), hold: true }),
        Down::Place(Place { ahead: 0, minutes: None, hold: false }),
        Down::StillThere { ends_in_ms: Some(120_000) },
        Down::StillThere { ends_in_ms: None },
        Down::Retained { reason: RetentionReason::ImproperConduct },
    ];
    let again = ["", ".2", ".3", "", "", "", "", ".2", "", ".2", "", ".2", ""];
    for (frame, again) in frames.iter().zip(again) {
        let name = match frame {
            Down::Welcome(_) => "down.welcome",
            Down::Snapshot(_) => "down.snapshot",
            Down::Event(_) => "down.event",
            Down::Typing { .. } => "down.typing",
            Down::Got { .. } => "down.got",
            Down::Place(_) => "down.place",
            Down::Refused { .. } => "down.refused",
            Down::StillThere { .. } => "down.still_there",
            Down::Retained { .. } => "down.retained",
        };
        is_golden(&format!("{name}{again}"), frame);
    }
}

#[test]
fn everything_that_can_happen_in_a_chat_is_as_the_golden_files_say() {
    for event in events() {
        let name = match &event.body {
            Body::Started { .. } => "down.event.started",
            Body::Joined { .. } => "down.event.joined",
            Body::Said { .. } => "down.event.said",
            Body::Struck { .. } => "down.event.struck",
            Body::Ended { .. } => "down.event.ended",
        };
        is_golden(name, &Down::Event(event));
    }
    is_golden("down.event.said.2", &Down::Event(alarming()));
    for (name, ender) in [("staff", Ender::Staff), ("policy", Ender::Policy), ("resident", Ender::Resident)] {
        is_golden(&format!("ender.{name}"), &ender);
    }
    for (name, reason) in [
        ("done", EndReason::Done),
        ("left_line", EndReason::LeftLine),
        ("off_topic", EndReason::OffTopic),
        ("wrong_department", EndReason::WrongDepartment),
        ("abuse", EndReason::Abuse),
        ("silent", EndReason::Silent),
        ("day_over", EndReason::DayOver),
        ("forgotten", EndReason::Forgotten),
    ] {
        is_golden(&format!("end_reason.{name}"), &reason);
    }
}

#[test]
fn what_a_console_tells_the_desk_is_as_the_golden_files_say() {
    let frames = [
        DeskUp::Beat { idle_s: 0 },
        DeskUp::Beat { idle_s: 240 },
        DeskUp::Presence { presence: Presence::Online },
        DeskUp::Presence { presence: Presence::Offline },
        DeskUp::Presence { presence: Presence::OnCall },
        DeskUp::Presence { presence: Presence::WithVisitor },
        DeskUp::Presence { presence: Presence::Away },
        DeskUp::Accept { chat: chat() },
        DeskUp::Decline { chat: chat() },
        transfer(Target::Person { id: staff_id() }, "Needs the leak credit form"),
        transfer(Target::Topic { id: topic() }, ""),
        transfer(Target::Department { name: "Building".to_owned() }, ""),
        DeskUp::Keep { chat: chat() },
        DeskUp::Seats { staff: staff_id(), seats: Some(2), reason: "Covers for two".to_owned() },
        DeskUp::Seats { staff: staff_id(), seats: None, reason: String::new() },
        DeskUp::WrapUp { chat: chat(), topic: topic(), outcome: choice("answered") },
        DeskUp::Seen { chat: chat() },
        DeskUp::AskSupervisor { chat: chat() },
        DeskUp::TakeOver { chat: chat() },
        DeskUp::Suspend { staff: staff_id(), until: Some(AT), reason: "Being looked into".to_owned() },
        DeskUp::Suspend { staff: staff_id(), until: None, reason: "Left the city".to_owned() },
        DeskUp::Readmit { staff: staff_id() },
    ];
    for frame in &frames {
        let name = match frame {
            DeskUp::Beat { idle_s: 0 } => "desk_up.beat",
            DeskUp::Beat { .. } => "desk_up.beat.2",
            DeskUp::Presence { presence: Presence::Online } => "desk_up.presence",
            DeskUp::Presence { presence: Presence::Offline } => "desk_up.presence.2",
            DeskUp::Presence { presence: Presence::OnCall } => "desk_up.presence.3",
            DeskUp::Presence { presence: Presence::WithVisitor } => "desk_up.presence.4",
            DeskUp::Presence { presence: Presence::Away } => "desk_up.presence.5",
            DeskUp::Accept { .. } => "desk_up.accept",
            DeskUp::Decline { .. } => "desk_up.decline",
            DeskUp::Transfer { to: Target::Person { .. }, .. } => "desk_up.transfer",
            DeskUp::Transfer { to: Target::Topic { .. }, .. } => "desk_up.transfer.2",
            DeskUp::Transfer { to: Target::Department { .. }, .. } => "desk_up.transfer.3",
            DeskUp::Keep { .. } => "desk_up.keep",
            DeskUp::Seats { seats: Some(_), .. } => "desk_up.seats",
            DeskUp::Seats { seats: None, .. } => "desk_up.seats.2",
            DeskUp::WrapUp { .. } => "desk_up.wrap_up",
            DeskUp::Seen { .. } => "desk_up.seen",
            DeskUp::AskSupervisor { .. } => "desk_up.ask_supervisor",
            DeskUp::TakeOver { .. } => "desk_up.take_over",
            DeskUp::Suspend { until: Some(_), .. } => "desk_up.suspend",
            DeskUp::Suspend { until: None, .. } => "desk_up.suspend.2",
            DeskUp::Readmit { .. } => "desk_up.readmit",
        };
        is_golden(name, frame);
    }
}

#[test]
fn what_the_desk_tells_a_console_is_as_the_golden_files_say() {
    let (topic, language) = (topic(), Language::Es);
    let busy = Board {
        you: staff_id(),
        presence: Presence::Online,
        seats: 2,
        beat_every_ms: 10_000,
        now: AT,
        offer: Some(Offer { chat: chat(), until: AT, transfer: None, alarm: None }),
        waiting: vec![Waiting {
            chat: chat(),
            topic: topic.clone(),
            language,
            since: AT,
            priority: Priority::Arrival,
            alarm: None,
        }],
        mine: vec![MyChat {
            chat: SessionId::from_random(8),
            topic,
            language,
            since: AT,
            transfer: None,
            alarm: None,
            asks: false,
            read_along: false,
        }],
        set_offline: false,
        ladder: None,
        staff: vec![],
        to_wrap_up: vec![],
        alarms: vec![],
        asks: vec![],
        running: vec![],
        suspended: vec![],
        doors: 0,
        shut: false,
    };
    let quiet =
        Board { presence: Presence::Offline, offer: None, waiting: vec![], mine: vec![], ..busy.clone() };
    is_golden("desk_down.board", &DeskDown::Board(Box::new(busy)));
    is_golden("desk_down.board.2", &DeskDown::Board(Box::new(quiet.clone())));
    is_golden("desk_down.board.3", &DeskDown::Board(Box::new(full(&quiet))));
    is_golden("desk_down.board.4", &DeskDown::Board(Box::new(in_danger(&quiet))));
    is_golden("desk_down.board.5", &DeskDown::Board(Box::new(supervised(&quiet))));
    is_golden("desk_down.board.6", &DeskDown::Board(Box::new(shut(&quiet))));
    is_golden("desk_down.refused", &DeskDown::Refused { code: Refusal::OfferGone });
}

#[test]
fn the_bodies_of_plain_requests_are_as_the_golden_files_say() {
    let sample = SampleStaff { id: staff_id(), card: card(), role: Role::Agent, phone: None, email: None };
    let reached = SampleStaff {
        phone: Some("801-555-0111".to_owned()),
        email: Some("dana.reyes@emcity.example".to_owned()),
        ..sample.clone()
    };
    is_golden("http.greeting.3", &Greeting { me: Some(reached), samples: vec![], provider: false });
    is_golden(
        "http.start_chat",
        &StartChat { client_ref: action(1), topic: topic(), language: Language::En },
    );
    is_golden(
        "http.started_chat",
        &StartedChat { chat: chat(), token: "v1.e30.c2lnbmVk".to_owned(), expires: AT },
    );
    is_golden(
        "http.exchange",
        &Exchange { line: action(1), begins: true, frames: vec![r#"{"here":{}}"#.to_owned()], listens: true },
    );
    is_golden(
        "http.exchange.2",
        &Exchange { line: action(1), begins: false, frames: vec![], listens: false },
    );
    is_golden(
        "http.exchanged",
        &Exchanged { frames: vec![r#"{"typing":{"from":"staff"}}"#.to_owned()], closed: Some(1012) },
    );
    is_golden("http.exchanged.2", &Exchanged::default());
    is_golden("http.sign_in", &SignIn { id: staff_id() });
    is_golden(
        "http.greeting",
        &Greeting { me: Some(sample.clone()), samples: vec![sample], provider: false },
    );
    is_golden("http.greeting.2", &Greeting { me: None, samples: vec![], provider: false });
    is_golden("http.greeting.4", &Greeting { me: None, samples: vec![], provider: true });
    is_golden(
        "http.problem",
        &Problem { code: Refusal::WrongOrigin, message: "This page may not use the chat.".to_owned() },
    );
    let roles = [
        ("agent", Role::Agent),
        ("supervisor", Role::Supervisor),
        ("administrator", Role::Administrator),
        ("records_officer", Role::RecordsOfficer),
        ("auditor", Role::Auditor),
    ];
    for (name, role) in roles {
        is_golden(&format!("role.{name}"), &role);
    }
}

#[test]
fn the_cases_of_chats_that_are_kept_are_as_the_golden_files_say() {
    is_golden("http.mark_for_retention", &MarkForRetention { reason: RetentionReason::Harassment });
    is_golden("http.decide", &Decide { decision: Decision::OtherBanned });
    let marked = CaseCard {
        chat: chat(),
        reason: RetentionReason::RecordsRequest,
        by: staff_id(),
        at: AT,
        taken_by: None,
        decision: None,
        ends: Some(AT),
        opened: vec![],
    };
    let decided = CaseCard {
        taken_by: Some(staff_id()),
        decision: Some(Decision::ResidentBanned),
        opened: vec![Opening { by: staff_id(), at: AT }],
        ..marked.clone()
    };
    is_golden("http.cases", &vec![marked, decided]);
    let accesses = [AccessKind::ReadAlong, AccessKind::TookOver].map(|kind| Access {
        chat: chat(),
        by: staff_id(),
        at: AT,
        kind,
    });
    is_golden("http.accesses", &accesses.to_vec());
    is_golden("retention_reasons", &RetentionReason::ALL.to_vec());
    is_golden("languages", &Language::ALL.to_vec());
    let decisions =
        [Decision::ResidentBanned, Decision::OtherBanned, Decision::NotBanned, Decision::RequestAnswered];
    is_golden("decisions", &decisions.to_vec());
}

/// These lists grow: what is new goes into a new file, `refusals.2.json` and so on.
#[test]
fn every_code_keeps_its_meaning() {
    let mut codes = BTreeSet::new();
    for (code, [close, status]) in
        goldens::<BTreeMap<String, [Option<u16>; 2]>>("refusals").into_iter().flatten()
    {
        let refusal: Refusal = serde_json::from_value(json!(code)).unwrap();
        assert_eq!((refusal.code(), refusal.close_code()), (code.as_str(), close));
        assert_eq!(Some(refusal.status()), status, "{code}");
        codes.insert(code);
    }
    let known: BTreeSet<_> = Refusal::ALL.iter().map(|refusal| refusal.code().to_owned()).collect();
    assert_eq!(codes, known);
    let kinds: BTreeSet<Category> = goldens::<Vec<Category>>("categories").into_iter().flatten().collect();
    assert_eq!(kinds, Category::ALL.iter().copied().collect());
}

/// A client of yesterday meets an edge of today: what it does not know is no frame to it, and harms nothing it knows.
#[test]
fn a_frame_of_tomorrow_is_no_frame_of_today() {
    for unknown in [r#"{"tomorrow":{}}"#, r#""tomorrow""#, "{}", "[]", "null", "7", "pong", ""] {
        assert!(serde_json::from_str::<Down>(unknown).is_err(), "{unknown}");
        assert!(serde_json::from_str::<Up<Untrusted>>(unknown).is_err(), "{unknown}");
        assert!(serde_json::from_str::<DeskDown>(unknown).is_err(), "{unknown}");
        assert!(serde_json::from_str::<DeskUp>(unknown).is_err(), "{unknown}");
    }
}

#[test]
fn what_an_old_client_leaves_out_has_a_default() {
    let hello: Up<Untrusted> = serde_json::from_str(r#"{"hello":{}}"#).unwrap();
    assert!(hello == Up::Hello(Hello { token: None, last_seq: Seq::ZERO }));
    let say = json!({ "say": { "client_ref": action(1), "text": "Hi" } });
    let say: Up<Untrusted> = serde_json::from_value(say).unwrap();
    assert!(say == Up::Say { client_ref: action(1), text: Untrusted::typed("Hi"), strikes: vec![] });
}

#[test]
fn a_golden_file_is_never_edited_and_none_is_forgotten() {
    let listed: BTreeMap<String, String> = fs::read_to_string(folder().join("FROZEN"))
        .unwrap()
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect();
    let frozen: BTreeSet<String> = listed.keys().cloned().collect();
    assert_eq!(files(), frozen, "add a new file to FROZEN with `sha256sum`; never take one out");
    for (name, hash) in &listed {
        let bytes = fs::read(folder().join(name)).unwrap();
        assert_eq!(
            sha256(&bytes),
            *hash,
            "{name} was edited: clients in the field speak it as it was; add a field with a default instead"
        );
    }
}

/// The value is written as the file says, read back from it, and read back although fields of tomorrow stand in it.
fn is_golden<T: Serialize + DeserializeOwned + PartialEq>(name: &str, value: &T) {
    let file = golden(name);
    assert_eq!(serde_json::to_value(value).unwrap(), file, "{name}: what is written");
    assert!(serde_json::from_value::<T>(file.clone()).unwrap() == *value, "{name}: what is read");
    let later = serde_json::from_value::<T>(with_fields_of_tomorrow(file));
    assert!(later.unwrap() == *value, "{name}: a new field is ignored");
}

/// The same with one more field in every object that is a set of fields (and not the tag of a variant).
fn with_fields_of_tomorrow(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let tag = fields.len() == 1 && fields.values().all(Value::is_object);
            let tag = tag && !fields.contains_key("staff");
            let mut fields: serde_json::Map<_, _> =
                fields.into_iter().map(|(name, value)| (name, with_fields_of_tomorrow(value))).collect();
            if !tag {
                fields.insert("of_tomorrow".to_owned(), json!({ "more": [1, null] }));
            }
            Value::Object(fields)
        }
        Value::Array(items) => Value::Array(items.into_iter().map(with_fields_of_tomorrow).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn golden(name: &str) -> Value {
    let path = folder().join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("there is no {}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// Every file of a list that grows.
fn goldens<T: DeserializeOwned>(list: &str) -> Vec<T> {
    let files = files().into_iter().filter(|name| name.starts_with(&format!("{list}.")));
    files
        .map(|name| serde_json::from_str(&fs::read_to_string(folder().join(name)).unwrap()).unwrap())
        .collect()
}

fn files() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    files.filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "json")).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/v1")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// The frame as the edge reads it, which believes nothing.
fn untrusted(frame: &Up) -> Up<Untrusted> {
    match frame.clone() {
        Up::Hello(hello) => Up::Hello(hello),
        Up::Say { client_ref, text, strikes } => {
            Up::Say { client_ref, text: Untrusted::typed(text.as_str()), strikes }
        }
        Up::Typing {} => Up::Typing {},
        Up::Got { seq } => Up::Got { seq },
        Up::End { client_ref, reason } => Up::End { client_ref, reason },
        Up::Forget { client_ref } => Up::Forget { client_ref },
        Up::Here {} => Up::Here {},
    }
}

fn alarming() -> Event {
    let clues = vec![Clue { from: 3, to: 14, class: Class::Medical }];
    let alert = Alert { tier: Tier::Life911, close_to: None, clues };
    let text = masked("he stopped breathing");
    let body = Body::Said { by: Party::Resident, text, alert: Some(Box::new(alert)) };
    Event { seq: Seq(6), at: AT, client_ref: Some(action(2)), body }
}

fn events() -> Vec<Event> {
    let bodies = [
        Body::Started { topic: topic(), language: Language::En },
        Body::Joined { staff: card() },
        Body::Said { by: Party::Resident, text: masked("Card 4111 1111 1111 1111, ¿sí?"), alert: None },
        Body::Struck { line: Seq(3), text: masked("Card 4111 1111 1111 1111") },
        Body::Ended { by: Ender::Resident, reason: EndReason::Done },
    ];
    let event = |(seq, body)| {
        let client_ref = matches!(body, Body::Said { .. } | Body::Ended { .. }).then(|| action(2));
        Event { seq: Seq(seq), at: AT, client_ref, body }
    };
    (1..).zip(bodies).map(event).collect()
}

fn masked(text: &str) -> MaskedText {
    mask(text, Allowed::NOTHING).text
}

fn action(bits: u128) -> ClientRef {
    ClientRef::from_random(bits)
}

fn chat() -> SessionId {
    SessionId::from_random(7)
}

fn choice(id: &str) -> ChoiceId {
    ChoiceId::parse(id).unwrap()
}

fn transfer(to: Target, note: &str) -> DeskUp {
    DeskUp::Transfer { chat: chat(), to, reason: choice("knows-more"), note: note.to_owned() }
}

fn staff_id() -> StaffId {
    StaffId::parse("dana").unwrap()
}

fn topic() -> TopicId {
    TopicId::parse("billing").unwrap()
}

fn card() -> StaffCard {
    StaffCard {
        name: "Dana Reyes".to_owned(),
        title: "Billing specialist".to_owned(),
        department: "Utility Billing".to_owned(),
    }
}
