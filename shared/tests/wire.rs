//! Wire v1 is frozen: one golden file per frame and body in `wire/v1/`, in both directions. Files are added, never edited.
#![cfg(test)]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::id::{ClientRef, Seq, SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::privacy::{Allowed, Category, MaskedText, mask};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{
    Board, Body, DeskDown, DeskUp, Down, EndReason, Ender, Event, Greeting, Hello, MyChat, Offer, Party,
    Presence, Problem, Receipts, Role, SampleStaff, SignIn, Snapshot, StaffCard, StartChat, StartedChat,
    Strike, Untrusted, Up, Waiting, Welcome,
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
        Up::End { client_ref: action(3) },
    ];
    for (frame, again) in frames.iter().zip([false, true, false, true, false, false, false]) {
        let name = match frame {
            Up::Hello(_) => "up.hello",
            Up::Say { .. } => "up.say",
            Up::Typing {} => "up.typing",
            Up::Got { .. } => "up.got",
            Up::End { .. } => "up.end",
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
        }),
        Down::Snapshot(Snapshot { head: Seq(5), events: standing.collect() }),
        Down::Typing { by: Party::Staff },
        Down::Got { by: Party::Staff, seq: Seq(9) },
        Down::Refused { code: Refusal::TextTooLong, client_ref: Some(action(2)) },
        Down::Refused { code: Refusal::TokenRefused, client_ref: None },
    ];
    for (frame, again) in frames.iter().zip([false, false, false, false, false, true]) {
        let name = match frame {
            Down::Welcome(_) => "down.welcome",
            Down::Snapshot(_) => "down.snapshot",
            Down::Event(_) => "down.event",
            Down::Typing { .. } => "down.typing",
            Down::Got { .. } => "down.got",
            Down::Refused { .. } => "down.refused",
        };
        is_golden(&if again { format!("{name}.2") } else { name.to_owned() }, frame);
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
    for (name, ender) in [("staff", Ender::Staff), ("policy", Ender::Policy), ("resident", Ender::Resident)] {
        is_golden(&format!("ender.{name}"), &ender);
    }
    for (name, reason) in [("done", EndReason::Done), ("left_line", EndReason::LeftLine)] {
        is_golden(&format!("end_reason.{name}"), &reason);
    }
}

#[test]
fn what_a_console_tells_the_desk_is_as_the_golden_files_say() {
    let frames = [
        DeskUp::Beat {},
        DeskUp::Presence { presence: Presence::Online },
        DeskUp::Presence { presence: Presence::Offline },
        DeskUp::Accept { chat: chat() },
        DeskUp::Decline { chat: chat() },
    ];
    for frame in &frames {
        let name = match frame {
            DeskUp::Beat {} => "desk_up.beat",
            DeskUp::Presence { presence: Presence::Online } => "desk_up.presence",
            DeskUp::Presence { presence: Presence::Offline } => "desk_up.presence.2",
            DeskUp::Accept { .. } => "desk_up.accept",
            DeskUp::Decline { .. } => "desk_up.decline",
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
        offer: Some(Offer { chat: chat(), until: AT }),
        waiting: vec![Waiting { chat: chat(), topic: topic.clone(), language, since: AT }],
        mine: vec![MyChat { chat: SessionId::from_random(8), topic, language, since: AT }],
    };
    let quiet =
        Board { presence: Presence::Offline, offer: None, waiting: vec![], mine: vec![], ..busy.clone() };
    is_golden("desk_down.board", &DeskDown::Board(busy));
    is_golden("desk_down.board.2", &DeskDown::Board(quiet));
    is_golden("desk_down.refused", &DeskDown::Refused { code: Refusal::OfferGone });
}

#[test]
fn the_bodies_of_plain_requests_are_as_the_golden_files_say() {
    let sample = SampleStaff { id: staff_id(), card: card(), role: Role::Agent };
    is_golden(
        "http.start_chat",
        &StartChat { client_ref: action(1), topic: topic(), language: Language::En },
    );
    is_golden(
        "http.started_chat",
        &StartedChat { chat: chat(), token: "v1.e30.c2lnbmVk".to_owned(), expires: AT },
    );
    is_golden("http.sign_in", &SignIn { id: staff_id() });
    is_golden("http.greeting", &Greeting { me: Some(sample.clone()), samples: vec![sample] });
    is_golden("http.greeting.2", &Greeting { me: None, samples: vec![] });
    is_golden(
        "http.problem",
        &Problem { code: Refusal::WrongOrigin, message: "This page may not use the chat.".to_owned() },
    );
    for (name, role) in
        [("agent", Role::Agent), ("supervisor", Role::Supervisor), ("administrator", Role::Administrator)]
    {
        is_golden(&format!("role.{name}"), &role);
    }
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
        Up::End { client_ref } => Up::End { client_ref },
    }
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
