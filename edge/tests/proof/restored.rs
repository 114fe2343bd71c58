//! Killed between any two events, the restored engine equals the live one: it shows the same and answers the next event in
//! the same way.

use crate::seeds;
use crate::stage::{CHAT, Chat, START, action, card, chat_id, console, cx, own_token, staff_id, token};
use core::time::Duration;
use edge::session::{ConnId, Effect, Event, Peer, Session, decode};
use fastrand::Rng;
use serde_json::{Value, json};

#[test]
fn killed_between_any_two_events_the_restored_session_equals_the_live_one() {
    seeds::each(1_000, |rng| {
        let mut now = START;
        let (mut chat, _) = Chat::open(now, chat_id(CHAT));
        for _ in 0..60 {
            let mut twin = chat.restored();
            assert_same(&chat.session, &twin);
            now = now.after(Duration::from_millis(rng.u64(0..2_000)));
            let (event, same) = two(rng);
            let is_timeout = matches!(event, Event::Timeout);
            let mut answered = twin.handle(cx(), now, same);
            let live = chat.step(now, event);
            let calls = live.iter().any(|effect| matches!(effect, Effect::Call(_)));
            if is_timeout && !calls {
                // Whether a call was under way is not known after a restart: it is made at once, and may come twice.
                answered.retain(|effect| !matches!(effect, Effect::Call(_)));
            }
            assert!(live == answered, "they answer the next event in the same way");
            assert_same(&chat.session, &twin);
            if rng.u8(..10) == 0 {
                chat.sleep();
            }
        }
    });
}

fn assert_same(live: &Session, restored: &Session) {
    assert_eq!(live.record(), restored.record());
    assert!(live.snapshot() == restored.snapshot());
    // A call under way is made at once after a restart, so the moments differ, not whether there is one.
    assert_eq!(live.poll_timeout().is_some(), restored.poll_timeout().is_some());
}

/// The same random event twice. A socket lives for few frames, so that the meter, which is not stored, plays no part.
fn two(rng: &mut Rng) -> (Event, Event) {
    let seed = rng.u64(..);
    (event(&mut Rng::with_seed(seed)), event(&mut Rng::with_seed(seed)))
}

fn event(rng: &mut Rng) -> Event {
    let conn = ConnId(rng.u32(1..9));
    match rng.u8(..20) {
        0..4 => {
            let peers = [Peer::Stranger, Peer::Stranger, console("dana"), console("marisol")];
            Event::Connected { conn, peer: peers[rng.usize(..4)].clone() }
        }
        4 => Event::Disconnected { conn },
        5 => {
            let name = ["dana", "marisol"][rng.usize(..2)];
            Event::Assigned { staff: staff_id(name), card: card(name) }
        }
        6..8 => Event::Called { id: rng.u32(1..40), ok: rng.bool() },
        8..10 => Event::Timeout,
        _ => Event::Frame { conn, frame: decode(&frame(rng)) },
    }
}

fn frame(rng: &mut Rng) -> String {
    let mut of = || action(rng.u128(1..20));
    let (own, other) = (of(), of());
    let texts = ["Hi", "  my card 4111 1111", "1111 1111 ", "5555 5555 5555 4444", "", "two\nlines"];
    let frame = match rng.u8(..16) {
        0..5 => {
            let tokens = [json!(own_token()), json!(own_token()), json!(token(chat_id(8))), Value::Null];
            json!({ "hello": { "token": tokens[rng.usize(..4)], "last_seq": rng.u8(..20) } })
        }
        5..12 => {
            let strike = json!({ "of": other, "from": rng.u8(..9), "to": rng.u8(..30), "category": "PIN" });
            let strikes = vec![strike; rng.usize(..2)];
            json!({ "say": { "client_ref": own, "text": texts[rng.usize(..6)], "strikes": strikes } })
        }
        12 => json!({ "typing": {} }),
        13..15 => json!({ "got": { "seq": rng.u8(..30) } }),
        _ if rng.u8(..6) == 0 => json!({ "end": { "client_ref": own } }),
        _ => json!({ "got": {} }),
    };
    frame.to_string()
}
