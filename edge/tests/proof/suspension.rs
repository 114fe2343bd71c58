//! Somebody is suspended: nothing of theirs goes on, and no resident is left alone (EM-PEN-C).

use crate::office::Office;
use crate::play::Play;
use crate::stage::{chat_id, staff_id};
use core::time::Duration;
use edge::between::Verdict;
use serde_json::json;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::Role;

fn suspend(office: &mut Office, by: &str, whom: &str, until: Option<Millis>) {
    let frame = json!({ "suspend": { "staff": whom, "until": until, "reason": "Being looked into" } });
    office.send(by, &frame.to_string());
}

fn office() -> Office {
    let mut office = Office::with(&["dana", "marisol"]);
    office.comes("tomas", Role::Supervisor);
    office.comes("ines", Role::Administrator);
    office.transcript.clear();
    office
}

#[test]
fn em_pen_c_a_suspension_ends_sign_in_and_connections_at_once() {
    let mut office = office();
    let signed_in = office.now;
    office.wait(Duration::from_secs(1));
    suspend(&mut office, "tomas", "dana", None);
    office.expect(&["dana refused suspended", "dana closed: suspended"]);
    let admits = |office: &Office, since| office.object.desk.admits(&staff_id("dana"), since, office.now);
    assert_eq!(admits(&office, signed_in), Err(Refusal::Suspended));
    office.object.kill();
    assert_eq!(admits(&office, signed_in), Err(Refusal::Suspended), "a restart forgets nothing");
    office.comes("ines2", Role::Administrator);
    assert_eq!(office.boards["ines2"].suspended[0].name, "dana");
    office.send("ines2", &json!({ "readmit": { "staff": "dana" } }).to_string());
    assert_eq!(admits(&office, signed_in), Err(Refusal::NotSignedIn), "old sign-ins stay void");
    office.wait(Duration::from_secs(1));
    assert_eq!(admits(&office, office.now), Ok(()));
}

#[test]
fn em_pen_c_a_suspension_may_have_an_end() {
    let mut office = office();
    let until = office.now.after(Duration::from_hours(24));
    suspend(&mut office, "tomas", "dana", Some(until));
    let admits = |at| office.object.desk.admits(&staff_id("dana"), at, at);
    assert_eq!(admits(Millis(until.0 - 1)), Err(Refusal::Suspended));
    assert_eq!(admits(until), Ok(()));
}

#[test]
fn em_pen_c_the_chat_of_someone_suspended_waits_again_and_goes_to_the_next() {
    let mut office = office();
    office.has("dana", 1);
    office.transcript.clear();
    suspend(&mut office, "tomas", "dana", None);
    office.expect(&["dana refused suspended", "dana closed: suspended", "1 loses dana"]);
    office.wait(Duration::from_secs(1));
    office.expect(&["1 loses dana"]);
    office.answers(1, "dana", Some(Verdict::Taken));
    assert!(office.boards["marisol"].offer.is_some());
    office.takes("marisol", 1);
    office.expect(&["1 is marisol's, hop 2"]);
}

#[test]
fn em_pen_c_in_the_chat_itself_the_connection_ends_and_the_resident_is_not_the_silent_one() {
    let mut play = Play::answered();
    play.say("dana", 1, "One moment");
    play.forget();
    play.dismiss("dana");
    play.expect(
        "dana < refused suspended
         dana closed: suspended
         store record waiting, asks at 25
         store record waiting
         desk < taken",
    );
    play.dismiss("dana");
    play.expect("desk < taken");
    play.hand_to("dana", 1);
    play.expect("desk < gone");
    play.hand_to("marisol", 2);
    assert!(play.wire().contains("marisol"));
}

#[test]
fn em_pen_c_agents_suspend_nobody_and_nobody_suspends_themselves() {
    let mut office = office();
    suspend(&mut office, "marisol", "dana", None);
    suspend(&mut office, "tomas", "tomas", None);
    let past = Some(office.now);
    suspend(&mut office, "tomas", "dana", past);
    office.send("tomas", r#"{"suspend":{"staff":"dana","reason":" "}}"#);
    office.expect(&[
        "marisol refused not_permitted",
        "tomas refused not_permitted",
        "tomas refused not_permitted",
        "tomas refused empty_text",
    ]);
    assert!(office.object.desk.admits(&staff_id("dana"), office.now, office.now).is_ok());
    office.has("dana", 3);
    assert!(office.boards["dana"].mine.iter().any(|mine| mine.chat == chat_id(3)));
}
