//! Scenes of transfers: asked, accepted, refused, too late, nobody there.

use crate::office::Office;
use crate::stage::{chat_id, policy, seat};
use edge::between::Verdict;
use edge::desk::Seat;
use serde_json::{Value, json};
use shared::id::TopicId;
use shared::wire::v1::{Back, Passing, Role};

fn person(name: &str) -> Value {
    json!({ "person": { "id": name } })
}

fn back(office: &Office) -> Option<Back> {
    match office.boards["dana"].mine.first()?.transfer.clone()? {
        Passing::Back { why } => Some(why),
        Passing::Asking { .. } => None,
    }
}

/// Dana has chat 1, Marisol has none.
fn two() -> Office {
    let mut office = Office::with(&["dana", "marisol"]);
    office.has("dana", 1);
    office.transcript.clear();
    office
}

#[test]
fn em_com_g_a_a_transfer_is_accepted_before_the_first_leaves() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "Needs the leak credit form");
    assert_eq!(office.boards(), "dana: offered -, has [1]; marisol: offered 1, has []");
    let offer = office.boards["marisol"].offer.clone().unwrap().transfer.unwrap();
    assert_eq!((offer.from.name.as_str(), offer.note.as_str()), ("dana", "Needs the leak credit form"));
    assert!(matches!(office.boards["dana"].mine[0].transfer, Some(Passing::Asking { .. })));
    office.accept("marisol", 1);
    office.answers(1, "marisol", Some(Verdict::Taken));
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered -, has [1]");
    office.expect(&["1 is marisol's, hop 2"]);
    office.ends(1);
    assert_eq!(
        office.object.members.values().map(|member| member.score.chats).sum::<u32>(),
        1,
        "it counts once"
    );
}

#[test]
fn em_com_g_a_a_refused_transfer_is_back_with_notice_until_it_is_read() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "");
    office.decline("marisol", 1);
    assert_eq!(back(&office), Some(Back::Declined));
    office.object.sleep();
    office.beat("dana");
    office.waits(2, 0);
    assert_eq!(back(&office), Some(Back::Declined), "through a restart");
    office.send("dana", &json!({ "keep": { "chat": chat_id(1) } }).to_string());
    assert_eq!(office.boards["dana"].mine[0].transfer, None);
}

#[test]
fn em_com_g_a_a_transfer_that_nobody_answers_is_back() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "");
    office.pass(policy().desk.transfer_seconds.value - 1, &["dana", "marisol"]);
    assert_eq!(back(&office), None);
    office.pass(1, &["dana", "marisol"]);
    assert_eq!(back(&office), Some(Back::TimedOut));
    office.accept("marisol", 1);
    office.expect(&["marisol refused offer_gone"]);
    assert_eq!(office.boards(), "dana: offered -, has [1]; marisol: offered -, has []");
}

#[test]
fn em_com_g_a_one_who_is_not_there_busy_or_called_away_cannot_be_asked() {
    let mut office = two();
    office.transfer("dana", 1, &person("tomas"), "");
    assert_eq!(back(&office), Some(Back::NobodyThere));
    office.presence("marisol", "on_call");
    office.transfer("dana", 1, &person("marisol"), "");
    assert_eq!(back(&office), Some(Back::NobodyThere));
    office.presence("marisol", "online");
    office.transfer("dana", 1, &person("marisol"), "");
    office.presence("marisol", "with_visitor");
    assert_eq!(back(&office), Some(Back::NobodyThere), "gone while being asked");
    office.presence("marisol", "online");
    office.has("marisol", 2);
    office.transfer("dana", 1, &person("marisol"), "");
    assert_eq!(back(&office), Some(Back::NobodyThere), "nobody is put above their seats");
}

#[test]
fn em_com_g_a_transfer_to_a_topic_or_department_asks_one_after_the_other() {
    let mut office = Office::with(&["dana"]);
    let permits = || vec![TopicId::parse("permits").unwrap()];
    let building = |name: &str| {
        let mut seat = Seat { topics: permits(), ..seat(name, Role::Agent) };
        seat.card.department = "Building".to_owned();
        seat
    };
    office.comes_as("marisol", building("marisol"));
    office.comes_as("tomas", building("tomas"));
    office.has("dana", 1);
    for to in [json!({ "topic": { "id": "permits" } }), json!({ "department": { "name": "Building" } })] {
        office.transfer("dana", 1, &to, "");
        assert!(office.boards().contains("marisol: offered 1"));
        office.decline("marisol", 1);
        assert!(office.boards().contains("tomas: offered 1"));
        office.pass(policy().desk.offer_seconds.value, &["dana", "marisol", "tomas"]);
        assert_eq!(back(&office), Some(Back::TimedOut), "everyone was asked");
    }
    office.transfer("dana", 1, &json!({ "department": { "name": "Parks" } }), "");
    assert_eq!(back(&office), Some(Back::NobodyThere));
}

#[test]
fn a_chat_that_ends_while_someone_is_asked_is_nobodys() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "");
    office.ends(1);
    office.accept("marisol", 1);
    office.expect(&["marisol refused offer_gone"]);
    assert_eq!(office.boards(), "dana: offered -, has []; marisol: offered -, has []");
}

#[test]
fn em_dis_b_a_note_that_names_a_protected_ground_is_held_back_and_nobody_is_asked() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "She is Muslim and hard to follow");
    office.expect(&["dana refused held_back"]);
    assert_eq!(office.boards(), "dana: offered -, has [1]; marisol: offered -, has []");
}

#[test]
fn em_pay_c_a_note_carries_no_card_number_and_lies_on_no_disk() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "card 4111 1111 1111 1111, leak at home");
    let note = office.boards["marisol"].offer.clone().unwrap().transfer.unwrap().note;
    assert!(!note.contains("4111") && note.contains("leak at home"), "{note}");
    let stored = serde_json::to_string(&office.object.held.values().collect::<Vec<_>>()).unwrap();
    assert!(!stored.contains("leak"), "{stored}");
}

#[test]
fn a_transfer_has_a_reason_of_the_policy_and_is_of_ones_own_chat() {
    let mut office = two();
    let frame = |reason: &str, chat| {
        let transfer = json!({ "chat": chat_id(chat), "to": person("marisol"), "reason": reason });
        json!({ "transfer": transfer }).to_string()
    };
    office.send("dana", &frame("her-accent", 1));
    office.send("marisol", &frame("shift", 1));
    office.send("dana", &frame("shift", 9));
    office.expect(&["dana refused bad_frame", "marisol refused no_such_chat", "dana refused no_such_chat"]);
}

#[test]
fn em_def_7_a_transferred_chat_is_told_whose_it_is_until_it_knows() {
    let mut office = two();
    office.transfer("dana", 1, &person("marisol"), "");
    office.accept("marisol", 1);
    office.answers(1, "marisol", None);
    assert_eq!(
        office.boards(),
        "dana: offered -, has []; marisol: offered -, has []",
        "not before the chat knows"
    );
    office.object.sleep();
    office.wait(core::time::Duration::from_secs(1));
    office.expect(&["1 is marisol's, hop 2", "1 is marisol's, hop 2"]);
    office.answers(1, "marisol", Some(Verdict::Taken));
    assert!(office.boards().contains("marisol: offered -, has [1]"));
}
