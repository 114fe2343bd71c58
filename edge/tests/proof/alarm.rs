//! Scenes of danger: from what a resident writes to the front of the line and to the supervisors (EM-GEN-B).

use crate::office::Office;
use crate::play::Play;
use crate::stage::{START, chat_id, seat, topic};
use edge::between::ToDesk;
use edge::desk::Seat;
use shared::language::Language;
use shared::triage::Tier;
use shared::wire::v1::{Priority, Role};

fn alarm(chat: u128, tier: Tier) -> ToDesk {
    ToDesk::Alarm { chat: chat_id(chat), topic: topic(), tier }
}

fn office_with_supervisor() -> Office {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office
}

fn seen(chat: u128) -> String {
    serde_json::json!({ "seen": { "chat": chat_id(chat) } }).to_string()
}

/// The chats that this person is told of, with what they call for and whether someone answers.
fn told(office: &Office, name: &str) -> Vec<(String, Tier, bool)> {
    let alarms = office.boards[name].alarms.iter();
    let short = |chat: &str| crate::office::short(chat).to_owned();
    alarms.map(|alarm| (short(alarm.chat.as_str()), alarm.tier, alarm.staff.is_some())).collect()
}

#[test]
fn em_gen_b_the_chat_tells_the_desk_of_danger_once_for_each_tier_it_rises_to() {
    let mut play = Play::new();
    play.resident("tab");
    play.desk_answers(1, true);
    play.forget();
    play.say("tab", 2, "My water bill is too high");
    play.expect("store line 2\n tab < 2 resident: My water bill is too high");
    play.say("tab", 3, "I want to kill myself");
    assert_eq!(play.chat.session.record().alarm, Tier::Crisis988);
    play.expect(
        "store line 3
         tab < 3 resident: I want to kill myself
         store record waiting
         store call 3
         desk call 3: alarm",
    );
    play.desk_answers(3, true);
    play.sleep();
    play.forget();
    play.say("tab", 4, "I want to die");
    play.expect("store line 4\n tab < 4 resident: I want to die");
    play.say("tab", 5, "The house is on fire and my son is inside");
    assert_eq!(play.chat.session.record().alarm, Tier::Life911);
    play.expect(
        "store line 5
         tab < 5 resident: The house is on fire and my son is inside
         store record waiting
         store call 5
         desk call 5: alarm",
    );
}

#[test]
fn em_gen_b_what_staff_write_raises_no_alarm() {
    let mut play = Play::answered();
    play.say("dana", 2, "Is the house on fire?");
    assert_eq!(play.chat.session.record().alarm, Tier::None);
}

#[test]
fn em_gen_b_one_in_danger_comes_before_everyone_and_nobody_else_is_moved() {
    let mut office = Office::new();
    office.comes("dana", Role::Agent);
    for chat in [1, 2, 3, 4] {
        office.waits(chat, i64::try_from(chat).unwrap());
    }
    office.calls(alarm(3, Tier::Life911));
    office.calls(alarm(3, Tier::Crisis988));
    assert_eq!(office.line("dana"), ["3", "1", "2", "4"]);
    let first = &office.boards["dana"].waiting[0];
    assert_eq!((first.priority, first.alarm), (Priority::Emergency, Some(Tier::Life911)));
    assert_eq!(office.places["1"].ahead, 1, "and the others are told");
    office.object.sleep();
    office.presence("dana", "online");
    assert_eq!(office.boards(), "dana: offered 3, has []");
    assert_eq!(office.boards["dana"].offer.as_ref().unwrap().alarm, Some(Tier::Life911));
}

#[test]
fn em_gen_b_one_in_danger_waits_for_no_language() {
    let mut office = Office::with(&["dana"]);
    let languages = vec![Language::En, Language::Es];
    office.comes_as("marisol", Seat { languages, ..seat("marisol", Role::Agent) });
    let spanish = |number| ToDesk::Wait {
        chat: chat_id(number),
        topic: topic(),
        language: Language::Es,
        since: START,
        priority: Priority::Arrival,
    };
    office.calls(spanish(1));
    office.takes("marisol", 1);
    office.calls(spanish(2));
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered -, has [1]");
    office.calls(alarm(2, Tier::Life911));
    assert_eq!(office.boards(), "dana: offered 2, has []; marisol: offered -, has [1]");
}

#[test]
fn em_gen_b_whoever_has_the_chat_sees_what_it_calls_for() {
    let mut office = office_with_supervisor();
    office.has("dana", 1);
    office.calls(alarm(1, Tier::Crisis988));
    assert_eq!(office.boards["dana"].mine[0].alarm, Some(Tier::Crisis988));
    assert_eq!(told(&office, "tomas"), [("1".to_owned(), Tier::Crisis988, true)]);
    office.calls(alarm(1, Tier::Life911));
    assert_eq!(office.boards["dana"].mine[0].alarm, Some(Tier::Life911));
    office.object.sleep();
    office.beat("dana");
    office.presence("dana", "away");
    assert_eq!(office.boards["dana"].mine[0].alarm, Some(Tier::Life911));
}

#[test]
fn em_gen_b_supervisors_are_told_until_one_has_seen_it_and_agents_are_not() {
    let mut office = office_with_supervisor();
    office.waits(1, 0);
    office.waits(2, 1);
    office.calls(alarm(1, Tier::Crisis988));
    office.pass(1, &["dana", "tomas"]);
    office.calls(alarm(2, Tier::Life911));
    let both = [("2".to_owned(), Tier::Life911, false), ("1".to_owned(), Tier::Crisis988, false)];
    assert_eq!(told(&office, "tomas"), both, "the most urgent first");
    assert!(told(&office, "dana").is_empty());
    office.send("dana", &seen(2));
    office.expect(&["dana refused not_permitted"]);
    office.object.sleep();
    office.send("tomas", &seen(2));
    assert_eq!(told(&office, "tomas"), both[1..]);
    assert_eq!(office.boards["tomas"].waiting[1].alarm, Some(Tier::Life911), "it is still one");
    office.calls(alarm(1, Tier::Life911));
    assert_eq!(told(&office, "tomas"), [("1".to_owned(), Tier::Life911, false)], "told again when it grows");
    office.ends(1);
    assert_eq!(told(&office, "tomas").len(), 1, "also of one who is gone");
    office.send("tomas", &seen(1));
    office.send("tomas", &seen(1));
    assert!(told(&office, "tomas").is_empty());
    office.send("tomas", &seen(7));
    office.expect(&["tomas refused no_such_chat"]);
}

#[test]
fn em_gen_b_dangers_are_counted_by_tier_once_and_without_a_word() {
    let mut office = Office::with(&[]);
    for call in [
        alarm(1, Tier::Crisis988),
        alarm(1, Tier::Crisis988),
        alarm(1, Tier::Life911),
        alarm(2, Tier::Life911),
    ] {
        office.calls(call);
    }
    let counts: Vec<_> = office.object.danger_counts.iter().map(|(tier, chats)| (*tier, *chats)).collect();
    assert_eq!(counts, [(Tier::Crisis988, 1), (Tier::Life911, 2)]);
}

#[test]
fn em_gen_b_a_chat_that_waits_anew_after_its_alarm_still_comes_first() {
    let mut office = Office::new();
    office.comes("dana", Role::Agent);
    office.waits(1, 0);
    office.calls(alarm(2, Tier::Life911));
    office.waits(2, 1);
    assert_eq!(office.line("dana"), ["2", "1"]);
}

#[test]
fn em_gen_b_a_friendly_goodbye_alarms_nobody() {
    let farewells = [
        ["Thanks", "Bye"],
        ["Thank you!", "Goodbye"],
        ["Thänks", "Bye"],
        ["ok", "bye then"],
        ["Gracias", "Adiós"],
    ];
    for [thanks, bye] in farewells {
        let mut play = Play::answered();
        play.say("tab", 2, thanks);
        play.say("tab", 3, bye);
        assert_eq!(play.chat.session.record().alarm, Tier::None, "{thanks}, {bye}");
    }
}
