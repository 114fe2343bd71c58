//! Scenes of one chat, as everyone in it sees them.

use crate::play::{Play, stranger_on_staff};
use crate::stage::action;
use core::time::Duration;
use edge::session::{Phase, Timer};
use serde_json::json;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn em_def_3_a_session_begins_when_the_resident_asks_and_ends_when_they_leave() {
    let mut play = Play::new();
    play.expect(
        "store record waiting
         store line 1
         store call 1
         desk call 1: wait",
    );
    play.resident("tab");
    play.assign("dana");
    play.staff("dana");
    play.expect(
        "tab < welcome resident, head 1, got 0/0
         tab < snapshot 1 [1 started]
         store record active
         store line 2
         tab < 2 dana joined
         desk < taken
         dana < welcome staff, head 2, got 0/0
         dana < snapshot 2 [1 started, 2 dana joined]",
    );
    play.end("tab", 9);
    play.desk_answers(1, true);
    play.desk_answers(3, true);
    play.expect(
        "store record ended
         store line 3
         tab < 3 resident ended, done
         dana < 3 resident ended, done
         store call 3
         store called 1
         desk call 3: leave
         store called 3",
    );
    assert_eq!(play.chat.session.record().phase, Phase::Ended);
    assert_eq!(play.chat.session.poll_timeout(), None);
}

#[test]
fn em_def_3_a_resident_who_leaves_the_line_takes_the_chat_out_of_it() {
    let mut play = Play::new();
    play.resident("tab");
    play.desk_answers(1, true);
    play.forget();
    play.end("tab", 9);
    play.expect(
        "store record ended
         store line 2
         tab < 2 resident ended, leftline
         store call 2
         desk call 2: leave",
    );
    play.assign("dana");
    play.expect("desk < gone");
}

#[test]
fn both_talk_and_see_what_is_typed_sent_and_delivered() {
    let mut play = Play::answered();
    play.send("tab", &json!({ "typing": {} }));
    play.say("tab", 1, "Is the office open?");
    play.send("dana", &json!({ "got": { "seq": 3 } }));
    play.send("dana", &json!({ "got": { "seq": 2 } }));
    play.send("dana", &json!({ "typing": {} }));
    play.say("dana", 2, "Until five.");
    play.send("tab", &json!({ "got": { "seq": 999 } }));
    play.expect(
        "dana < resident types
         store line 3
         tab < 3 resident: Is the office open?
         dana < 3 resident: Is the office open?
         store receipts 0/3
         tab < staff got 3
         tab < staff types
         store line 4
         tab < 4 staff: Until five.
         dana < 4 staff: Until five.
         store record active, asks at 25
         store receipts 4/3
         dana < resident got 4",
    );
}

#[test]
fn the_staff_console_is_still_known_after_the_object_slept() {
    let mut play = Play::answered();
    play.sleep();
    play.say("dana", 1, "Are you still there?");
    play.say("tab", 2, "Yes.");
    play.expect(
        "store line 3
         tab < 3 staff: Are you still there?
         dana < 3 staff: Are you still there?
         store record active, asks at 25
         store line 4
         tab < 4 resident: Yes.
         dana < 4 resident: Yes.
         store record active",
    );
}

#[test]
fn a_client_that_was_away_gets_what_it_lacks_and_one_with_nothing_gets_all() {
    let mut play = Play::answered();
    play.say("tab", 1, "One");
    play.say("tab", 2, "Two");
    play.leave("tab");
    play.forget();
    play.resident("new");
    play.hello("new", 3);
    play.hello("new", 4);
    play.hello("new", 77);
    play.expect(
        "new < welcome resident, head 4, got 0/0
         new < snapshot 4 [1 started, 2 dana joined, 3 resident: One, 4 resident: Two]
         new < welcome resident, head 4, got 0/0
         new < 4 resident: Two
         new < welcome resident, head 4, got 0/0
         new < welcome resident, head 4, got 0/0
         new < snapshot 4 [1 started, 2 dana joined, 3 resident: One, 4 resident: Two]",
    );
}

#[test]
fn a_message_or_an_end_that_comes_again_is_answered_as_the_first_time() {
    let mut play = Play::answered();
    play.say("tab", 1, "Card 4111 1111 1111 1111");
    play.end("dana", 2);
    play.forget();
    play.say("tab", 1, "Card 4111 1111 1111 1111");
    play.end("dana", 2);
    play.expect(
        "tab < 3 resident: Card ⟦PAN⟧
         dana < 3 resident: Card ⟦PAN⟧
         tab < 4 staff ended, done
         dana < 4 staff ended, done",
    );
}

#[test]
fn of_two_who_end_at_once_the_first_has_ended_it() {
    let mut play = Play::answered();
    play.end("dana", 1);
    play.forget();
    play.end("tab", 2);
    play.expect("tab < refused chat_ended of 2");
    play.send("tab", &json!({ "typing": {} }));
    play.expect("");
}

#[test]
fn a_second_tab_sees_the_same_and_one_too_many_closes_the_oldest() {
    let mut play = Play::answered();
    for tab in ["two", "three", "four", "five", "six"] {
        play.resident(tab);
    }
    play.forget();
    play.resident("seven");
    play.expect(
        "tab < refused too_many_connections
         tab closed: too_many_connections
         seven < welcome resident, head 2, got 0/0
         seven < snapshot 2 [1 started, 2 dana joined]",
    );
    play.say("seven", 1, "Here now");
    let heard = play.wire().matches("Here now").count();
    assert_eq!(heard, 7, "six tabs and one console");
}

#[test]
fn a_tab_that_greets_late_still_gets_in_and_is_not_the_one_to_go() {
    let mut play = Play::answered();
    play.socket("late", edge::session::Peer::Stranger);
    for tab in ["three", "four", "five", "six", "seven"] {
        play.resident(tab);
    }
    play.leave("tab");
    play.resident("eight");
    play.forget();
    play.hello("late", 0);
    play.expect(
        "three < refused too_many_connections
         three closed: too_many_connections
         late < welcome resident, head 2, got 0/0
         late < snapshot 2 [1 started, 2 dana joined]",
    );
}

#[test]
fn the_desk_is_called_until_it_has_heard_and_ever_more_slowly() {
    let mut play = Play::new();
    let mut pauses = Vec::new();
    for _ in 0..9 {
        let (due, timer) = play.chat.session.poll_timeout().unwrap();
        assert_eq!(timer, Timer::Call);
        pauses.push(due.since(play.now).as_millis());
        play.desk_answers(1, false);
        play.now = due;
        play.timeout();
        play.timeout();
    }
    assert_eq!(pauses, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    play.desk_answers(1, true);
    assert_eq!(play.chat.session.poll_timeout(), None);
    play.wait(SECOND);
    play.timeout();
    assert_eq!(play.chat.disk.calls().count(), 0);
}

#[test]
fn a_call_to_the_desk_that_was_under_way_is_made_again_after_a_restart() {
    let mut play = Play::new();
    play.forget();
    play.chat.kill();
    play.timeout();
    play.expect("desk call 1: wait");
}

#[test]
fn an_assignment_that_comes_again_is_taken_again_and_another_one_is_not() {
    let mut play = Play::answered();
    play.assign("dana");
    play.assign("marisol");
    play.expect(
        "desk < taken
         desk < gone",
    );
}

#[test]
fn em_pri_b_a_only_the_one_who_answers_may_read_the_chat() {
    let mut play = Play::answered();
    play.socket("marisol", stranger_on_staff());
    play.send("marisol", &json!({ "hello": {} }));
    play.say("tab", 1, "My address is 1 Main St");
    play.expect(
        "marisol < refused not_permitted
         marisol closed: not_permitted
         store line 3
         tab < 3 resident: My address is 1 Main St
         dana < 3 resident: My address is 1 Main St",
    );
}

#[test]
fn em_com_c_profanity_of_staff_does_not_leave_the_edge_and_a_resident_may_swear() {
    let mut play = Play::answered();
    for (reference, text) in
        (1..).zip(["Oh shit, one moment", "f*ck", "You said \"puta\" to me", "m i e r d a"])
    {
        play.say("dana", reference, text);
        play.expect(&format!("dana < refused held_back of {reference}"));
    }
    play.say("tab", 1, "this is a shitty bill");
    play.expect(
        "store line 3
         tab < 3 resident: this is a shitty bill
         dana < 3 resident: this is a shitty bill",
    );
}

#[test]
fn em_pay_c_a_card_number_is_masked_at_the_edge_whatever_a_hostile_client_sends() {
    for text in [
        "4111111111111111",
        "my card is 4111-1111-1111-1111 ok",
        "  4111 1111 1111 1111  ",
        "⟦PAN⟧ 5555 5555 5555 4444 ⟦",
        "a\u{200d}b 378282246310005",
    ] {
        let mut play = Play::answered();
        play.say("tab", 1, text);
        let everything = format!("{}{}", play.wire(), play.chat.disk.text());
        assert!(everything.contains("⟦PAN⟧"), "{text}");
        for digits in ["1111", "5555", "4444", "3782", "0005"] {
            assert!(!everything.contains(digits), "{digits} of {text}");
        }
    }
}

#[test]
fn em_pay_c_a_struck_piece_is_gone_from_every_screen_the_snapshot_and_the_storage() {
    let mut play = Play::answered();
    play.say("tab", 1, "first half 4111 1111 and");
    play.forget();
    let strike = json!({ "of": action(1), "from": 11, "to": 20, "category": "PAN" });
    play.send(
        "tab",
        &json!({ "say": { "client_ref": action(2), "text": "⟦PAN⟧ is the rest", "strikes": [strike] } }),
    );
    play.expect(
        "store line 4
         tab < 4 resident: ⟦PAN⟧ is the rest
         dana < 4 resident: ⟦PAN⟧ is the rest
         store line 3
         store line 5
         tab < 5 3 is now: first half ⟦PAN⟧ and
         dana < 5 3 is now: first half ⟦PAN⟧ and",
    );
    play.resident("new");
    play.expect(
        "new < welcome resident, head 5, got 0/0
         new < snapshot 5 [1 started, 2 dana joined, 3 resident: first half ⟦PAN⟧ and, 4 resident: ⟦PAN⟧ is the rest]",
    );
    assert!(!play.chat.disk.text().contains("4111"));
    // The message whose piece is gone may still be under way once more: it is known, and the digits do not come back.
    play.say("tab", 1, "first half 4111 1111 and");
    let known = "3 resident: first half ⟦PAN⟧ and";
    play.expect(&format!("tab < {known}\nnew < {known}\ndana < {known}"));
    assert!(!play.chat.disk.text().contains("4111"));
}

#[test]
fn em_pay_c_two_pieces_of_one_message_are_struck_where_they_stand() {
    let mut play = Play::answered();
    play.say("tab", 1, "12 then 3456 too");
    play.forget();
    let strike =
        |from: u32, to: u32| json!({ "of": action(1), "from": from, "to": to, "category": "BANK_ACCOUNT" });
    let strikes = [strike(0, 2), strike(8, 12), strike(9, 12)];
    play.send("tab", &json!({ "say": { "client_ref": action(2), "text": "as said", "strikes": strikes } }));
    play.expect(
        "store line 4
         tab < 4 resident: as said
         dana < 4 resident: as said
         store line 3
         store line 5
         tab < 5 3 is now: ⟦BANK_ACCOUNT⟧ then ⟦BANK_ACCOUNT⟧ too
         dana < 5 3 is now: ⟦BANK_ACCOUNT⟧ then ⟦BANK_ACCOUNT⟧ too",
    );
}

#[test]
fn a_strike_can_only_take_out_and_only_from_own_lines() {
    let mut play = Play::answered();
    play.say("dana", 1, "Until five.");
    play.say("tab", 2, "Thänks");
    play.forget();
    let strike =
        |of: u128, from: u32, to: u32| json!({ "of": action(of), "from": from, "to": to, "category": "SSN" });
    let strikes = [
        strike(1, 0, 5),         // not theirs
        strike(2, 3, 3),         // takes nothing out
        strike(2, 3, 4),         // not on a character
        strike(2, 4, 2),         // backwards
        strike(2, 0, 4_000_000), // beyond the end
        strike(99, 0, 1),        // of no line
        strike(3, 0, 1),         // of the very message that it comes with
    ];
    play.send("tab", &json!({ "say": { "client_ref": action(3), "text": "Goodbye", "strikes": strikes } }));
    play.expect(
        "store line 5
         tab < 5 resident: Goodbye
         dana < 5 resident: Goodbye",
    );
}
