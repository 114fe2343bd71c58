//! Scenes of the desk: who is offered what, in which order, and what everyone sees of it.

use crate::office::{Office, SECOND};
use core::time::Duration;
use edge::between::Verdict;
use edge::desk::{Event, Timer};
use shared::refusal::Refusal;
use shared::wire::v1::Role;

#[test]
fn pi_order_the_line_is_served_in_order_of_arrival_whenever_the_calls_come() {
    let mut office = Office::new();
    office.waits(3, 300);
    office.waits(1, 100);
    office.waits(2, 200);
    office.comes("dana", Role::Agent);
    assert_eq!(office.line("dana"), ["1", "2", "3"]);
    office.presence("dana", "online");
    assert_eq!(office.boards(), "dana: offered 1, has []");
    for chat in [1, 2, 3] {
        office.accept("dana", chat);
        office.answers(chat, "dana", Some(Verdict::Taken));
        office.ends(chat);
    }
    office.expect(&["1 is dana's", "2 is dana's", "3 is dana's"]);
}

#[test]
fn a_chat_goes_to_the_one_who_has_been_without_for_longest_and_to_nobody_else_meanwhile() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.waits(1, 0);
    assert_eq!(office.boards(), "dana: offered 1, has []; marisol: offered -, has []");
    office.accept("marisol", 1);
    office.decline("marisol", 1);
    office.expect(&["marisol refused offer_gone", "marisol refused offer_gone"]);
    office.accept("dana", 1);
    office.expect(&["1 is dana's"]);
}

#[test]
fn one_who_has_just_finished_a_chat_is_asked_after_those_who_had_none() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.waits(1, 0);
    office.accept("dana", 1);
    office.answers(1, "dana", Some(Verdict::Taken));
    office.wait(SECOND);
    office.ends(1);
    office.waits(2, 1);
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 2, has []");
}

#[test]
fn an_offer_left_to_others_or_slept_through_goes_on_to_the_next_and_comes_round_again() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.waits(1, 0);
    office.decline("dana", 1);
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 1, has []");
    let (due, timer) = office.object.desk.poll_timeout().unwrap();
    assert_eq!((due.since(office.now), timer), (Duration::from_secs(3), Timer::Offer));
    office.wait(Duration::from_millis(2_999));
    assert!(office.boards().contains("marisol: offered 1"));
    office.beat("dana");
    office.beat("marisol");
    office.wait(Duration::from_millis(1));
    assert_eq!(office.boards(), "dana: offered 1, has []; marisol: offered -, has []");
    office.accept("marisol", 1);
    office.expect(&["marisol refused offer_gone"]);
}

#[test]
fn em_com_e_a_someone_with_one_chat_is_offered_no_second_until_it_is_over() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 0);
    office.waits(2, 1);
    office.accept("dana", 1);
    office.answers(1, "dana", Some(Verdict::Taken));
    assert_eq!(office.boards["dana"].seats, 1);
    assert_eq!(office.boards(), "dana: offered -, has [1]");
    office.accept("dana", 2);
    office.ends(1);
    assert_eq!(office.boards(), "dana: offered 2, has []");
    office.expect(&["1 is dana's", "dana refused offer_gone"]);
}

#[test]
fn em_com_d_an_absent_console_is_offered_nothing() {
    let mut office = Office::with(&["dana"]);
    let silence = 3 * SECOND;
    office.now = office.now.after(silence);
    office.waits(1, 0);
    assert_eq!(office.boards(), "dana: offered -, has []");
    office.beat("dana");
    assert_eq!(office.boards(), "dana: offered 1, has []");
    office.decline("dana", 1);
    let conn = office.conn("dana");
    office.happen(Event::Disconnected { conn });
    office.waits(2, 1);
    office.wait(4 * SECOND);
    assert!(office.object.waiting.values().all(|entry| entry.offer.is_none()));
}

#[test]
fn em_com_d_one_who_goes_offline_loses_the_offer_and_is_not_skipped_in_its_round() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.waits(1, 0);
    office.presence("dana", "offline");
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered 1, has []");
    office.presence("dana", "online");
    office.decline("marisol", 1);
    assert_eq!(office.boards(), "dana: offered 1, has []; marisol: offered -, has []");
}

#[test]
fn em_com_d_a_console_that_was_closed_for_flooding_is_not_there() {
    let mut office = Office::with(&["dana"]);
    for _ in 0..6 {
        office.send("dana", "nonsense");
    }
    office.waits(1, 0);
    assert!(office.object.waiting.values().all(|entry| entry.offer.is_none()));
    office.transcript.drain(..5);
    office.expect(&["dana refused flood", "dana closed: flood"]);
}

#[test]
fn an_administrator_sees_the_desk_and_takes_no_chats() {
    let mut office = Office::new();
    office.comes("ines", Role::Administrator);
    office.waits(1, 0);
    assert_eq!(office.line("ines"), ["1"]);
    office.presence("ines", "online");
    office.accept("ines", 1);
    office.expect(&["ines refused not_permitted", "ines refused not_permitted"]);
}

#[test]
fn an_accepted_chat_is_shown_as_ones_own_when_the_chat_knows_it_too() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 0);
    office.accept("dana", 1);
    assert_eq!(office.boards(), "dana: offered -, has []", "the chat would still turn her away");
    office.accept("dana", 1);
    office.answers(1, "dana", Some(Verdict::Taken));
    assert_eq!(office.boards(), "dana: offered -, has [1]");
    office.accept("dana", 1);
    office.expect(&["1 is dana's"]);
}

#[test]
fn a_chat_is_told_whose_it_is_until_it_has_answered_and_ever_more_slowly() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 0);
    office.accept("dana", 1);
    let mut pauses = Vec::new();
    for _ in 0..9 {
        office.answers(1, "dana", None);
        let (due, timer) = office.object.desk.poll_timeout().unwrap();
        assert_eq!(timer, Timer::Assign);
        pauses.push(due.since(office.now).as_millis());
        office.wait(due.since(office.now));
    }
    assert_eq!(pauses, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    office.answers(1, "dana", Some(Verdict::Taken));
    assert_eq!(office.object.desk.poll_timeout().map(|(_, timer)| timer), Some(Timer::Idle));
    assert_eq!(office.transcript.len(), 10);
}

#[test]
fn a_chat_that_is_over_when_it_is_accepted_frees_the_seat() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 0);
    office.waits(2, 1);
    office.accept("dana", 1);
    office.answers(1, "dana", Some(Verdict::Gone));
    assert_eq!(office.boards(), "dana: offered 2, has []");
}

#[test]
fn a_call_that_comes_twice_late_or_out_of_its_turn_changes_nothing() {
    let mut office = Office::with(&["dana"]);
    office.waits(1, 0);
    office.waits(1, 0);
    assert_eq!(office.line("dana"), ["1"]);
    office.accept("dana", 1);
    office.waits(1, 0);
    office.answers(1, "dana", Some(Verdict::Taken));
    office.answers(1, "marisol", Some(Verdict::Gone));
    assert_eq!(office.boards(), "dana: offered -, has [1]");
    office.ends(1);
    office.ends(1);
    office.object.sleep();
    office.waits(1, 0);
    office.answers(1, "dana", Some(Verdict::Taken));
    assert_eq!(office.boards(), "dana: offered -, has []");
    assert!(office.line("dana").is_empty(), "what is over does not wait again");
    office.expect(&["1 is dana's"]);
}

#[test]
fn each_bad_frame_of_a_console_has_its_code() {
    let table = [
        ("", Refusal::BadFrame),
        ("{}", Refusal::BadFrame),
        (r#"{"accept":{"chat":"short"}}"#, Refusal::BadFrame),
        (r#"{"presence":{"presence":"asleep"}}"#, Refusal::BadFrame),
        (r#"{"tomorrow":{}}"#, Refusal::BadFrame),
        (r#"{"accept":{"chat":"00000000000000000000000001"}}"#, Refusal::OfferGone),
        (r#"{"decline":{"chat":"00000000000000000000000001"}}"#, Refusal::OfferGone),
    ];
    for (frame, code) in table {
        let mut office = Office::with(&["dana", "marisol"]);
        let before = office.boards();
        office.send("dana", frame);
        office.expect(&[&format!("dana refused {}", code.code())]);
        assert_eq!(office.boards(), before, "{frame}");
    }
    let mut office = Office::with(&["dana"]);
    office.send("dana", &" ".repeat(16 * 1024 + 1));
    office.expect(&["dana refused frame_too_large", "dana closed: frame_too_large"]);
}
