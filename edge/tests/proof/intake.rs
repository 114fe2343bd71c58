//! Any bytes at the border: no panic, and always an answer. And the bounds of what one connection may send.

use crate::stage::{CHAT, Chat, START, chat_id, own_token};
use edge::meter::Meter;
use edge::session::{ConnId, Effect, Event, Peer, decode};
use proptest::prelude::*;
use serde_json::{Value, json};
use shared::time::Millis;
use shared::wire::v1::Down;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_frame_or_refused(text in "\\PC{0,400}") {
        let _ = (decode(&text), edge::desk::decode(&text));
    }

    #[test]
    fn any_bytes_are_a_frame_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = (decode(&text), edge::desk::decode(&text));
    }

    /// Frames that are nearly right reach deep into the session; whatever they say, each is answered and the log stays whole.
    #[test]
    fn any_json_of_the_right_shape_is_answered(frames in prop::collection::vec(nearly(), 1..12)) {
        let (mut chat, _) = Chat::open(START, chat_id(CHAT));
        let conn = ConnId(1);
        chat.step(START, Event::Connected { conn, peer: Peer::Stranger });
        let hello = json!({ "hello": { "token": own_token() } });
        chat.step(START, Event::Frame { conn, frame: decode(&hello.to_string()) });
        for frame in frames {
            let head = chat.session.snapshot().head;
            let frame = decode(&frame.to_string());
            let silent = frame.as_ref().is_ok_and(|frame| {
                matches!(frame, shared::wire::v1::Up::Typing {} | shared::wire::v1::Up::Got { .. })
            });
            let effects = chat.step(START, Event::Frame { conn, frame });
            let answered = effects.iter().any(|effect| {
                matches!(effect, Effect::Send { conn: ConnId(1), frame } if !matches!(frame, Down::Typing { .. }))
            });
            prop_assert!(answered || silent);
            prop_assert!(chat.session.snapshot().head >= head);
        }
    }

    /// However frames fall in time, no more than the burst and what was earned since are taken.
    #[test]
    fn the_meter_takes_its_burst_and_ten_frames_a_second(gaps in prop::collection::vec(0_i64..400, 1..400)) {
        let (mut meter, mut now, mut taken) = (Meter::default(), 0, 0_i64);
        for gap in gaps {
            now += gap;
            taken += i64::from(meter.count(Millis(now), false).is_ok());
            prop_assert!(taken <= 80 + now / 100 + 1, "{taken} in {now} ms");
        }
    }
}

fn nearly() -> impl Strategy<Value = Value> {
    let text = prop_oneof!["\\PC{0,40}", "[0-9 -]{0,24}", Just("⟦PAN⟧".to_owned()), Just("é4111".to_owned())];
    let reference = (0_u8..6).prop_map(|number| format!("{number:026}"));
    let strike = (0_u8..6, any::<u16>(), 0_u32..40, 0_u32..60).prop_map(|(of, _, from, to)| {
        json!({ "of": format!("{of:026}"), "from": from, "to": to, "category": "DRIVER_LICENSE" })
    });
    let say = (reference.clone(), text, prop::collection::vec(strike, 0..5)).prop_map(
        |(reference, text, strikes)| {
            json!({ "say": { "client_ref": reference, "text": text, "strikes": strikes } })
        },
    );
    prop_oneof![
        6 => say,
        1 => any::<u32>().prop_map(|seq| json!({ "got": { "seq": seq } })),
        1 => any::<u32>().prop_map(|seq| json!({ "hello": { "token": own_token(), "last_seq": seq } })),
        1 => Just(json!({ "typing": {} })),
        1 => reference.prop_map(|reference| json!({ "end": { "client_ref": reference } })),
        1 => "\\PC{0,20}".prop_map(|verb| json!({ verb: {} })),
    ]
}
