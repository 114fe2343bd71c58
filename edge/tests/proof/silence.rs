//! A resident who falls silent is asked, and only then is the chat ended (EM-COM-F).

use crate::play::Play;
use crate::stage::policy;
use core::time::Duration;
use edge::session::{Phase, Quiet, Timer};
use serde_json::json;

const SECOND: Duration = Duration::from_secs(1);

/// Lets the clock come to its next moment.
fn ring(play: &mut Play) {
    let (due, timer) = play.chat.session.poll_timeout().unwrap();
    assert_eq!(timer, Timer::Silence);
    play.now = due;
    play.timeout();
}

/// Dana has asked something; the desk's calls are settled.
fn awaited() -> Play {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.say("dana", 1, "Which address is it?");
    play.forget();
    play
}

#[test]
fn em_com_f_a_silent_resident_is_asked_and_then_the_chat_ends() {
    let (asks, ends) = (policy().silence_asks().as_secs(), policy().silence_ends().as_secs());
    let mut play = awaited();
    ring(&mut play);
    play.expect(&format!(
        "store record active, ends at {}
         tab < still there? {} ms
         dana < still there? {} ms",
        asks + ends,
        ends * 1_000,
        ends * 1_000,
    ));
    play.timeout();
    play.expect("");
    ring(&mut play);
    play.expect(
        "store record ended
         store line 4
         tab < 4 policy ended, silent
         dana < 4 policy ended, silent
         store call 4
         desk call 4: leave",
    );
    play.timeout();
    play.desk_answers(4, true);
    assert_eq!(play.chat.session.poll_timeout(), None);
}

#[test]
fn em_com_f_a_resident_who_waits_for_staff_is_never_asked() {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    assert_eq!(play.chat.session.poll_timeout(), None, "staff have come and not spoken yet");
    play.say("dana", 1, "Hello.");
    play.say("tab", 2, "My bill is wrong.");
    assert_eq!(play.chat.session.poll_timeout(), None);
    play.wait(SECOND * 3_600);
    play.timeout();
    assert_eq!(play.chat.session.record().phase, Phase::Active);
}

#[test]
fn em_com_f_typing_or_the_button_extends_at_least_ten_times() {
    for frame in [json!({ "here": {} }), json!({ "typing": {} })] {
        let mut play = awaited();
        for _ in 0..20 {
            ring(&mut play);
            play.wait(policy().silence_ends().saturating_sub(SECOND));
            play.forget();
            play.send("tab", &frame);
            let told = play.wire();
            assert!(
                told.contains(r#"{"still_there":{}}"#),
                "both hear that the question is answered: {told}"
            );
        }
        play.wait(policy().silence_asks().saturating_sub(SECOND));
        play.timeout();
        assert_eq!(play.chat.session.record().phase, Phase::Active);
    }
}

#[test]
fn em_com_f_staff_cannot_answer_for_the_resident() {
    let mut play = awaited();
    ring(&mut play);
    play.forget();
    play.send("dana", &json!({ "here": {} }));
    play.send("dana", &json!({ "typing": {} }));
    play.expect("tab < staff types");
    assert!(matches!(play.chat.session.record().quiet, Quiet::Asked(_)));
}

#[test]
fn em_com_f_who_writes_is_no_longer_silent_and_a_new_question_starts_anew() {
    let mut play = awaited();
    ring(&mut play);
    play.forget();
    play.say("tab", 2, "12 Main St.");
    play.expect(
        "store line 4
         tab < 4 resident: 12 Main St.
         dana < 4 resident: 12 Main St.
         store record active
         tab < still there
         dana < still there",
    );
    play.wait(SECOND * 600);
    play.say("dana", 3, "Thank you. Anything else?");
    let (due, _) = play.chat.session.poll_timeout().unwrap();
    assert_eq!(due.since(play.now), policy().silence_asks());
}

#[test]
fn em_com_f_the_clock_runs_with_nobody_connected_and_through_sleep_and_restart() {
    let mut play = awaited();
    play.leave("tab");
    play.leave("dana");
    play.chat.kill();
    ring(&mut play);
    play.chat.sleep();
    ring(&mut play);
    assert_eq!(play.chat.session.record().phase, Phase::Ended);
}

#[test]
fn em_com_f_a_clock_that_comes_late_still_asks_and_waits_its_whole_time() {
    let mut play = awaited();
    play.wait(SECOND * 7_200);
    play.timeout();
    play.timeout();
    assert_eq!(play.chat.session.record().phase, Phase::Active);
    let (due, _) = play.chat.session.poll_timeout().unwrap();
    assert_eq!(due.since(play.now), policy().silence_ends());
}

#[test]
fn em_com_f_who_connects_while_being_asked_hears_it_at_once() {
    let mut play = awaited();
    ring(&mut play);
    play.wait(SECOND * 5);
    play.forget();
    play.resident("second");
    let left = policy().silence_ends().saturating_sub(SECOND * 5).as_millis();
    assert!(play.wire().contains(&format!("\"ends_in_ms\":{left}")));
}
