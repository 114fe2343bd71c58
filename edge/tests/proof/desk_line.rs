//! Scenes of the line: languages, topics, dangers, presence, and what those who wait are told.

use crate::office::{Office, SECOND};
use crate::stage::{START, chat_id, policy, seat, topic, wait};
use core::time::Duration;
use edge::between::ToDesk;
use edge::desk::{Seat, Timer};
use shared::id::TopicId;
use shared::language::Language;
use shared::time::Millis;
use shared::wire::v1::{Place, Presence, Priority, Role};

fn in_language(chat: u128, language: Language) -> ToDesk {
    ToDesk::Wait { chat: chat_id(chat), topic: topic(), language, since: START, priority: Priority::Arrival }
}

fn bilingual(name: &str) -> Seat {
    Seat { languages: vec![Language::En, Language::Es], ..seat(name, Role::Agent) }
}

fn about(chat: u128, topic: &str) -> ToDesk {
    let topic = TopicId::parse(topic).unwrap();
    ToDesk::Wait {
        chat: chat_id(chat),
        topic,
        language: Language::En,
        since: START,
        priority: Priority::Arrival,
    }
}

#[test]
fn em_com_h_a_resident_gets_someone_who_speaks_their_language() {
    let mut office = Office::with(&["dana"]);
    office.comes_as("marisol", bilingual("marisol"));
    office.calls(in_language(1, Language::Es));
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 1, has []");
    office.calls(in_language(2, Language::En));
    assert_eq!(
        office.boards(),
        "dana: offered 2, has []; marisol: offered 1, has []",
        "nobody waits behind it"
    );
}

#[test]
fn em_com_h_where_nobody_there_speaks_it_anyone_is_asked_at_once() {
    let mut office = Office::with(&["dana"]);
    office.calls(in_language(1, Language::Es));
    assert_eq!(office.boards(), "dana: offered 1, has []");
}

#[test]
fn em_com_h_one_who_speaks_it_is_waited_for_while_busy_but_not_for_ever() {
    let mut office = Office::with(&["dana"]);
    office.comes_as("marisol", bilingual("marisol"));
    office.calls(in_language(1, Language::Es));
    office.takes("marisol", 1);
    office.calls(in_language(2, Language::Es));
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered -, has [1]");
    office.pass(policy().desk.hold_seconds.value, &["dana", "marisol"]);
    assert_eq!(office.boards(), "dana: offered 2, has []; marisol: offered -, has [1]");
}

#[test]
fn em_com_d_a_nobody_is_offered_a_topic_that_is_not_theirs() {
    let mut office = Office::with(&["dana"]);
    let permits = vec![TopicId::parse("permits").unwrap()];
    office.comes_as("marisol", Seat { topics: permits, ..seat("marisol", Role::Agent) });
    office.calls(about(1, "permits"));
    office.accept("dana", 1);
    office.calls(about(2, "permits"));
    office.calls(about(3, "billing"));
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 2, has []");
    office.ends(1);
    assert_eq!(office.boards(), "dana: offered 3, has []; marisol: offered 2, has []");
    office.takes("marisol", 2);
    office.ends(2);
    office.decline("dana", 3);
    assert_eq!(office.boards(), "dana: offered 3, has []; marisol: offered -, has []", "3 is not hers");
}

#[test]
fn pi_order_an_appointment_comes_first_and_nobody_else_is_moved() {
    let mut office = Office::new();
    office.comes("dana", Role::Agent);
    for chat in [1, 2] {
        office.waits(chat, i64::try_from(chat).unwrap());
    }
    office.calls(ToDesk::Wait {
        chat: chat_id(3),
        topic: topic(),
        language: Language::En,
        since: Millis(START.0 + 3),
        priority: Priority::Appointment,
    });
    assert_eq!(office.line("dana"), ["3", "1", "2"]);
    assert_eq!(office.places["2"].ahead, 2, "and the others are told");
}

#[test]
fn em_com_d_a_i_a_call_or_a_visitor_suspends_offers_and_costs_nobody_their_turn() {
    for presence in ["on_call", "with_visitor", "away"] {
        let mut office = Office::with(&["dana", "marisol"]);
        office.presence("dana", presence);
        office.waits(1, 0);
        assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 1, has []", "{presence}");
        office.takes("marisol", 1);
        office.waits(2, 1);
        office.ends(1);
        office.decline("marisol", 2);
        office.presence("dana", "online");
        office.waits(3, 2);
        assert!(office.boards().starts_with("dana: offered"), "{presence}: hers was the longer wait");
    }
}

#[test]
fn em_com_d_a_i_who_is_called_to_the_telephone_loses_the_offer_and_keeps_the_chat() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.has("dana", 1);
    office.ends(1);
    office.waits(2, 0);
    office.decline("marisol", 2);
    assert_eq!(office.boards(), "dana: offered 2, has []; marisol: offered -, has []");
    office.presence("dana", "on_call");
    assert!(office.boards().contains("marisol: offered 2"));
}

#[test]
fn em_com_d_five_minutes_without_a_key_and_one_is_offline_with_notice() {
    let mut office = Office::with(&["dana"]);
    office.send("dana", r#"{"beat":{"idle_s":299}}"#);
    assert!(office.object.is_there(&crate::stage::staff_id("dana"), office.now));
    office.send("dana", r#"{"beat":{"idle_s":300}}"#);
    let board = &office.boards["dana"];
    assert_eq!((board.presence, board.set_offline), (Presence::Offline, true));
    office.waits(1, 0);
    assert_eq!(office.boards(), "dana: offered -, has []");
    office.object.sleep();
    office.presence("dana", "online");
    assert!(!office.boards["dana"].set_offline);
    assert_eq!(office.boards(), "dana: offered 1, has []");
}

#[test]
fn em_com_d_one_whose_console_was_closed_is_offline_after_five_minutes_and_keeps_their_chats() {
    let mut office = Office::with(&["dana"]);
    office.has("dana", 1);
    office.object.kill();
    office.wait(SECOND);
    let (due, timer) = office.object.desk.poll_timeout().unwrap();
    assert_eq!(timer, Timer::Idle);
    assert!(due.since(office.now) <= Duration::from_mins(6));
    office.wait(Duration::from_mins(6));
    let member = &office.object.members[&crate::stage::staff_id("dana")];
    assert_eq!((member.presence, member.set_offline), (Presence::Offline, true));
    assert_eq!(office.object.held.len(), 1);
}

#[test]
fn em_com_d_five_idle_minutes_count_only_for_those_who_take_chats() {
    for presence in ["on_call", "with_visitor"] {
        let mut office = Office::with(&["dana"]);
        office.presence("dana", presence);
        office.send("dana", r#"{"beat":{"idle_s":3000}}"#);
        assert_ne!(office.boards["dana"].presence, Presence::Offline);
    }
}

#[test]
fn pi_auto_everyone_in_the_line_is_told_their_place_when_it_changes() {
    let mut office = Office::new();
    for chat in [1, 2, 3] {
        office.waits(chat, i64::try_from(chat).unwrap());
    }
    let ahead =
        |office: &Office| ["1", "2", "3"].map(|chat| office.places.get(chat).map(|place| place.ahead));
    assert_eq!(ahead(&office), [Some(0), Some(1), Some(2)]);
    office.places.clear();
    office.ends(1);
    assert_eq!(ahead(&office), [None, Some(0), Some(1)]);
    office.places.clear();
    office.object.sleep();
    office.wait(SECOND);
    assert_eq!(ahead(&office), [None; 3], "a restart tells nobody what they know");
}

#[test]
fn em_com_d_a_ii_the_hold_message_comes_by_itself() {
    let mut office = Office::new();
    office.waits(1, 0);
    assert!(!office.places["1"].hold);
    let (due, timer) = office.object.desk.poll_timeout().unwrap();
    assert_eq!((due, timer), (START.after(policy().hold()), Timer::Hold));
    office.wait(due.since(office.now));
    assert!(office.places["1"].hold);
    assert_eq!(office.object.desk.poll_timeout(), None);
}

#[test]
fn pi_auto_how_long_it_takes_is_told_from_how_the_line_moved_and_survives_a_restart() {
    let mut office = Office::with(&["dana"]);
    for chat in 1..8 {
        office.has("dana", chat);
        office.pass(120, &["dana"]);
        office.ends(chat);
    }
    office.has("dana", 8);
    office.calls(wait(chat_id(9), office.now));
    office.calls(wait(chat_id(10), Millis(office.now.0 + 1)));
    assert_eq!(office.places["a"], Place { ahead: 1, minutes: Some((1, 8)), hold: false });
    office.object.sleep();
    office.calls(wait(chat_id(11), Millis(office.now.0 + 2)));
    assert!(office.places["b"].minutes.is_some());
}

#[test]
fn a_resident_who_leaves_the_line_frees_their_place_and_the_offer() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 1);
    office.waits(2, 2);
    office.ends(1);
    assert_eq!(office.boards(), "dana: offered 2, has []");
}
