//! Everything a client can do wrong has its own stable code, and nobody else notices (issue 2, "Bad input").

use crate::play::Play;
use crate::stage::{CHAT, START, action, chat_id, own_token, policy};
use core::time::Duration;
use edge::identity::{Key, ResidentToken};
use edge::session::{ConnId, Peer};
use serde_json::{Value, json};
use shared::id::CityId;
use shared::time::Millis;
use shared::wire::v1::MAX_TEXT_CHARS;

/// Each frame that is refused, by a resident who has greeted, with the code of its refusal.
#[test]
fn each_bad_frame_has_its_code_and_only_its_sender_hears_it() {
    let say = |text: &str| json!({ "say": { "client_ref": action(5), "text": text } }).to_string();
    let long = "é".repeat(MAX_TEXT_CHARS);
    let table = [
        ("", "bad_frame"),
        ("not json", "bad_frame"),
        ("{", "bad_frame"),
        ("null", "bad_frame"),
        ("[]", "bad_frame"),
        (r#"{"tomorrow":{}}"#, "bad_frame"),
        (r#"{"say":{}}"#, "bad_frame"),
        (r#"{"say":{"client_ref":"short","text":"Hi"}}"#, "bad_frame"),
        (r#"{"say":{"client_ref":"../../etc/passwd/aaaaaaaaa","text":"Hi"}}"#, "bad_frame"),
        (r#"{"got":{"seq":-1}}"#, "bad_frame"),
        (r#"{"got":{"seq":99999999999}}"#, "bad_frame"),
        (r#"{"got":{"seq":1.5}}"#, "bad_frame"),
        (&say(""), "empty_text of 5"),
        (&say(" \n\t\u{a0}"), "empty_text of 5"),
        (&say(&format!("{long}!")), "text_too_long of 5"),
    ];
    for (frame, code) in table {
        let mut play = Play::answered();
        let before = play.chat.session.snapshot();
        play.raw("tab", frame);
        play.expect(&format!("tab < refused {code}"));
        assert!(play.chat.session.snapshot() == before, "{frame}");
        play.say("tab", 5, &long);
        assert!(play.wire().contains(&long), "what is within the bounds is taken after that: {frame}");
    }
}

#[test]
fn a_frame_over_sixteen_kilobytes_is_refused_before_it_is_read_and_ends_the_connection() {
    let mut play = Play::answered();
    let frame = |size: usize| format!(r#"{{"typing":{{"pad":"{}"}}}}"#, "x".repeat(size - 21));
    assert_eq!(frame(16 * 1024).len(), 16 * 1024);
    play.raw("tab", &frame(16 * 1024));
    play.expect("dana < resident types");
    play.raw("tab", &frame(16 * 1024 + 1));
    play.expect(
        "tab < refused frame_too_large
         tab closed: frame_too_large",
    );
    play.say("tab", 1, "Still here?");
    play.expect("tab < refused not_signed_in");
}

#[test]
fn more_messages_than_the_policy_allows_are_too_fast_and_pass_again_later() {
    let mut play = Play::answered();
    let most = policy().chat.messages_in_ten_seconds.value;
    for place in 0..most {
        play.say("tab", 100 + u128::from(place), "Hello?");
    }
    assert!(!play.wire().contains("refused"));
    play.forget();
    play.say("tab", 5, "Hello?");
    play.expect("tab < refused too_fast of 5");
    play.wait(Duration::from_millis(9_999));
    play.say("tab", 5, "Hello?");
    play.expect("tab < refused too_fast of 5");
    play.wait(Duration::from_millis(1));
    play.say("dana", 6, "One moment.");
    play.say("tab", 5, "Hello?");
    assert!(!play.wire().contains("refused"));
}

#[test]
fn in_a_minute_there_are_no_more_messages_than_the_policy_allows() {
    let mut play = Play::answered();
    let most = policy().chat.messages_in_a_minute.value;
    for place in 0..most {
        play.say("tab", 100 + u128::from(place), "Hello?");
        play.wait(Duration::from_millis(550));
    }
    assert!(!play.wire().contains("refused"));
    play.forget();
    play.say("tab", 5, "Hello?");
    play.expect("tab < refused too_fast of 5");
    play.wait(Duration::from_secs(5));
    play.say("tab", 5, "Hello?");
    assert!(!play.wire().contains("\"refused\":{\"code\":\"too_fast\"}"));
    assert!(play.wire().contains("Hello?"));
}

#[test]
fn a_flood_is_told_then_closed_and_the_other_side_goes_on() {
    let mut play = Play::answered();
    for _ in 0..200 {
        play.send("tab", &json!({ "got": { "seq": 1 } }));
    }
    let wire = play.wire();
    assert_eq!(wire.matches("too_fast").count(), 40);
    assert_eq!(wire.matches("\"flood\"").count(), 1, "said once, with the close");
    play.forget();
    play.say("dana", 1, "Are you there?");
    play.expect(
        "store line 3
         dana < 3 staff: Are you there?
         store record active, asks at 25",
    );
}

#[test]
fn nonsense_five_times_ends_the_connection() {
    let mut play = Play::answered();
    for _ in 0..5 {
        play.raw("tab", "nonsense");
    }
    play.forget();
    play.raw("tab", "nonsense");
    play.expect(
        "tab < refused flood
         tab closed: flood",
    );
}

#[test]
fn a_reference_used_for_another_text_is_refused_whoever_uses_it() {
    let mut play = Play::answered();
    play.say("tab", 1, "One");
    play.forget();
    play.say("tab", 1, "Two");
    play.say("dana", 1, "One");
    play.end("tab", 1);
    play.end("dana", 2);
    play.end("tab", 2);
    play.say("dana", 2, "Bye");
    play.expect(
        "tab < refused reused_reference of 1
         dana < refused reused_reference of 1
         tab < refused reused_reference of 1
         store record ended
         store line 4
         tab < 4 staff ended, done
         dana < 4 staff ended, done
         store call 4
         tab < refused reused_reference of 2
         dana < refused reused_reference of 2",
    );
}

#[test]
fn after_the_end_nothing_is_said_any_more() {
    let mut play = Play::answered();
    play.end("tab", 1);
    play.forget();
    play.say("tab", 2, "One more thing");
    play.say("dana", 3, "Yes?");
    play.end("dana", 4);
    play.expect(
        "tab < refused chat_ended of 2
         dana < refused chat_ended of 3
         dana < refused chat_ended of 4",
    );
}

#[test]
fn without_a_token_with_a_foreign_one_or_an_expired_one_nobody_gets_in() {
    let city = policy().city.id.clone();
    let key = |secret: &[u8], purpose| Key::derive(secret, purpose).unwrap();
    let signed = |city: &str, chat: u128, expires: i64, key: &Key| {
        let city = CityId::parse(city).unwrap();
        ResidentToken { city, chat: chat_id(chat), expires: Millis(expires) }.sign(key).unwrap()
    };
    let (ours, city) = (key(b"secret of this test", "resident"), city.as_str());
    let later = START.0 + 1;
    let hello = |token: Value| json!({ "hello": { "token": token } }).to_string();
    let table = [
        (r#"{"hello":{}}"#.to_owned(), "not_signed_in"),
        (hello(Value::Null), "not_signed_in"),
        (hello(json!("")), "token_refused"),
        (hello(json!("v1.e30.e30")), "token_refused"),
        (hello(json!(signed(city, CHAT + 1, later, &ours))), "token_refused"),
        (hello(json!(signed("atlantis", CHAT, later, &ours))), "token_refused"),
        (hello(json!(signed(city, CHAT, START.0, &ours))), "token_refused"),
        (hello(json!(signed(city, CHAT, later, &key(b"another", "resident")))), "token_refused"),
        (hello(json!(signed(city, CHAT, later, &key(b"secret of this test", "staff")))), "token_refused"),
    ];
    for (frame, code) in table {
        let mut play = Play::answered();
        play.socket("thief", Peer::Stranger);
        play.raw("thief", &frame);
        play.expect(&format!(
            "thief < refused {code}
             thief closed: {code}"
        ));
    }
    let mut play = Play::answered();
    play.socket("owner", Peer::Stranger);
    play.raw("owner", &hello(json!(own_token())));
    play.expect(
        "owner < welcome resident, head 2, got 0/0
         owner < snapshot 2 [1 started, 2 dana joined]",
    );
}

#[test]
fn before_the_greeting_nothing_is_done() {
    let mut play = Play::answered();
    play.socket("mute", Peer::Stranger);
    play.say("mute", 1, "Hi");
    play.end("mute", 2);
    play.send("mute", &json!({ "typing": {} }));
    play.send("mute", &json!({ "got": { "seq": 1 } }));
    play.expect(
        "mute < refused not_signed_in of 1
         mute < refused not_signed_in of 2
         mute < refused not_signed_in
         mute < refused not_signed_in",
    );
}

#[test]
fn a_chat_that_is_full_says_so_and_can_still_be_ended() {
    let mut play = Play::answered();
    let most = policy().chat.most_events.value;
    let strikes: Vec<_> = (0..90)
        .map(|place| json!({ "of": action(900 + u128::from(most)), "from": place, "to": place + 1, "category": "PIN" }))
        .collect();
    let mut reference = 1000;
    while !play.wire().contains("chat_full") {
        play.forget();
        let near = reference > 1000 + u128::from(most) - 100;
        let strikes = if near { &strikes[..] } else { &[] };
        let say =
            json!({ "client_ref": action(reference), "text": "0123456789".repeat(9), "strikes": strikes });
        play.send("tab", &json!({ "say": say }));
        play.wait(Duration::from_secs(1));
        reference += 1;
    }
    assert!(play.chat.session.snapshot().head.0 < most);
    play.end("tab", 1);
    assert!(play.wire().contains("ended"));
}

/// A socket that nobody knows, such as one whose closing frame was on its way: total, and silent for everyone else.
#[test]
fn a_socket_that_is_not_there_disturbs_nobody() {
    let mut play = Play::answered();
    let event = edge::session::Event::Frame { conn: ConnId(99), frame: edge::session::decode("{}") };
    let effects = play.chat.step(START, event);
    assert_eq!(effects.len(), 1);
    play.chat.step(START, edge::session::Event::Disconnected { conn: ConnId(99) });
    play.say("tab", 1, "Hi");
    assert_eq!(play.wire().matches("Hi").count(), 2);
}

#[test]
fn those_who_never_say_hello_push_each_other_out_and_nobody_else() {
    let mut play = Play::answered();
    for name in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] {
        play.socket(name, Peer::Stranger);
    }
    play.expect(
        "one < refused not_signed_in
         one closed: not_signed_in",
    );
    play.say("tab", 1, "Undisturbed");
    assert!(play.wire().contains("Undisturbed"));
}
