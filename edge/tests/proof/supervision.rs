//! Supervisors: reading along, taking over, being asked for; and warning before a chat is ended for abuse.

use crate::office::Office;
use crate::play::Play;
use crate::stage::{action, chat_id, policy, staff_id};
use edge::between::{ToDesk, Verdict};
use serde_json::json;
use shared::language::Language;
use shared::wire::v1::{AccessKind, AskWhy, Role};

fn take_over(office: &mut Office, name: &str, chat: u128) {
    office.send(name, &json!({ "take_over": { "chat": chat_id(chat) } }).to_string());
}

fn end_for_abuse(play: &mut Play, name: &str, reference: u128) {
    play.send(name, &json!({ "end": { "client_ref": action(reference), "reason": "abuse" } }));
}

fn warning() -> &'static str {
    policy().desk.warning.value.in_language(Language::En)
}

#[test]
fn em_hrs_c_a_supervisor_reads_along_and_is_on_record_before_the_first_word() {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.say("tab", 1, "Hello");
    play.forget();
    play.supervisor("tomas");
    play.expect(
        "store record active
         store call 2147483649
         desk call 2147483649: read along
         tomas < welcome staff, head 3, got 0/0
         tomas < snapshot 3 [1 started, 2 dana joined, 3 resident: Hello]",
    );
    play.say("dana", 2, "Good morning");
    let told = play.wire().matches("Good morning").count();
    assert_eq!(told, 3, "the resident, the agent and the supervisor");
}

#[test]
fn em_hrs_c_who_reads_along_says_nothing_and_counts_for_nobody() {
    let mut play = Play::answered();
    play.supervisor("tomas");
    play.desk_answers(2_147_483_649, true);
    play.forget();
    for frame in [json!({ "typing": {} }), json!({ "got": { "seq": 2 } }), json!({ "here": {} })] {
        play.send("tomas", &frame);
    }
    play.say("tomas", 5, "I am here too");
    play.end("tomas", 6);
    play.expect(
        "tomas < refused not_permitted
         tomas < refused not_permitted of 5
         tomas < refused not_permitted of 6",
    );
}

#[test]
fn em_pri_b_a_nobody_else_reads_a_chat_and_nobody_one_that_waits_or_is_over() {
    let mut waiting = Play::new();
    waiting.supervisor("tomas");
    assert!(!waiting.wire().contains("snapshot"));
    let mut play = Play::answered();
    play.staff("marisol");
    play.end("tab", 9);
    play.supervisor("tomas");
    assert!(!play.wire().contains("snapshot"));
    play.chat.kill();
}

#[test]
fn em_com_i_b_a_supervisor_who_reads_along_takes_the_chat_over_on_the_same_connection() {
    let mut play = Play::answered();
    play.supervisor("tomas");
    play.forget();
    play.hand_to("tomas", 2);
    play.expect(
        "store record active
         store line 3
         tab < 3 tomas joined
         tomas < 3 tomas joined
         dana < refused not_permitted
         dana closed: not_permitted
         desk < taken",
    );
    play.say("tomas", 5, "I take over from here");
    assert!(play.wire().contains("I take over from here"));
}

#[test]
fn em_com_i_b_a_take_over_ends_the_agents_part_and_is_on_record() {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office.has("dana", 1);
    assert_eq!(office.boards["tomas"].running.len(), 1);
    office.transcript.clear();
    take_over(&mut office, "dana", 1);
    office.expect(&["dana refused not_permitted"]);
    take_over(&mut office, "tomas", 1);
    office.expect(&["1 is tomas's, hop 2"]);
    office.answers(1, "tomas", Some(Verdict::Taken));
    assert_eq!(office.boards(), "dana: offered -, has []; tomas: offered -, has [1]");
    let access = &office.object.accesses[0];
    assert_eq!((access.by.clone(), access.kind), (staff_id("tomas"), AccessKind::TookOver));
    take_over(&mut office, "tomas", 2);
    office.expect(&["tomas refused not_permitted"]);
}

#[test]
fn em_hrs_c_supervisors_see_who_has_read_along_and_the_agent_that_someone_has() {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office.has("dana", 1);
    for _ in 0..2 {
        let (chat, by, at) = (chat_id(1), staff_id("tomas"), office.now);
        office.calls(ToDesk::ReadAlong { chat, by, at });
    }
    assert_eq!(office.boards["tomas"].running[0].read_by.len(), 1, "a call may come twice");
    assert!(office.boards["dana"].mine[0].read_along);
    assert!(office.boards["dana"].running.is_empty(), "agents see nobody else's chats");
    assert_eq!(office.object.accesses.len(), 1);
}

#[test]
fn em_com_i_a_an_agent_asks_for_a_supervisor_until_one_has_seen_it() {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office.has("dana", 1);
    let ask = json!({ "ask_supervisor": { "chat": chat_id(1) } }).to_string();
    office.send("dana", &ask);
    office.send("dana", &ask);
    office.object.kill();
    office.comes("tomas2", Role::Supervisor);
    assert_eq!(office.boards["tomas2"].asks.iter().map(|ask| ask.why).collect::<Vec<_>>(), [AskWhy::Help]);
    office.send("tomas2", &json!({ "seen": { "chat": chat_id(1) } }).to_string());
    assert!(office.boards["tomas2"].asks.is_empty());
}

#[test]
fn te_5_9_a_chat_is_ended_for_abuse_only_after_the_warning_in_the_policys_words() {
    let mut play = Play::answered();
    play.say("tab", 1, "Something rude");
    play.forget();
    end_for_abuse(&mut play, "dana", 2);
    play.expect("dana < refused not_warned of 2");
    play.say("dana", 3, "Stop it or I end this.");
    end_for_abuse(&mut play, "dana", 4);
    assert!(play.wire().contains("not_warned"), "other words are no warning");
    play.say("dana", 5, warning());
    play.chat.kill();
    play.staff("dana");
    play.forget();
    end_for_abuse(&mut play, "dana", 6);
    assert!(play.wire().is_empty() || !play.wire().contains("not_warned"));
    assert!(play.chat.session.snapshot().events.len() > 4);
}

#[test]
fn te_5_9_a_supervisor_judges_for_themselves() {
    let mut play = Play::answered();
    play.supervisor("tomas");
    play.hand_to("tomas", 2);
    play.forget();
    end_for_abuse(&mut play, "tomas", 2);
    assert!(play.wire().contains(r#""reason":"abuse""#));
}

#[test]
fn te_5_9_supervisors_are_told_of_a_chat_that_was_ended_for_abuse() {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office.has("dana", 1);
    for _ in 0..2 {
        office.calls(ToDesk::Leave { chat: chat_id(1), response_s: Some(9), abuse: true });
    }
    let asks = &office.boards["tomas"].asks;
    assert_eq!(asks.iter().map(|ask| ask.why).collect::<Vec<_>>(), [AskWhy::AbuseEnded]);
    office.send("tomas", &json!({ "seen": { "chat": chat_id(1) } }).to_string());
    office.calls(ToDesk::Leave { chat: chat_id(1), response_s: Some(9), abuse: true });
    assert!(office.boards["tomas"].asks.is_empty(), "what was seen is not told again");
}
