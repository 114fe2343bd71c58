//! The two questions after a chat (CS-D-1), and what they do for whoever had it (EM-COM-E).

use crate::office::Office;
use crate::play::Play;
use crate::stage::{CHAT, chat_id, own_token, policy, token};
use edge::between::ToDesk;
use edge::desk::Answer;
use shared::id::SessionId;
use shared::wire::v1::Solved;

/// A chat that Dana had and the resident has ended; the desk knows.
fn over() -> Play {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.end("tab", 1);
    play.desk_answers(3, true);
    play.forget();
    play
}

#[test]
fn cs_d_1_the_resident_answers_once_after_the_chat() {
    let mut play = over();
    play.answer(&own_token(), Some(true), Some(Solved::Partly));
    play.expect(
        "store record ended
         store call 4
         desk call 4: rated
         answered",
    );
    // From another tab, or because the first reply was lost.
    play.answer(&own_token(), Some(false), Some(Solved::No));
    play.expect("answered");
    play.chat.sleep();
    play.answer(&own_token(), Some(false), None);
    play.expect("answered");
}

#[test]
fn cs_d_1_both_questions_can_be_left_out() {
    let mut play = over();
    play.answer(&own_token(), None, None);
    play.expect("answered");
    play.answer(&own_token(), None, Some(Solved::Yes));
    play.expect(
        "store record ended
         store call 4
         desk call 4: rated
         answered",
    );
}

#[test]
fn cs_d_1_only_the_resident_of_an_ended_chat_that_someone_had_is_asked() {
    let mut play = Play::answered();
    play.answer(&own_token(), Some(true), None);
    play.expect("not answered: not_permitted");
    let mut play = over();
    play.answer(&token(chat_id(CHAT + 1)), Some(true), None);
    play.answer("v1.e30.e30", Some(true), None);
    play.expect(
        "not answered: token_refused
         not answered: token_refused",
    );
    let mut unanswered = Play::new();
    unanswered.resident("tab");
    unanswered.end("tab", 1);
    unanswered.forget();
    unanswered.answer(&own_token(), Some(true), None);
    unanswered.expect("not answered: not_permitted");
}

fn rated(chat: SessionId, satisfied: Option<bool>, solved: Option<Solved>) -> ToDesk {
    ToDesk::Rated { chat, satisfied, solved }
}

#[test]
fn em_com_e_a_an_agent_climbs_by_what_residents_answer() {
    let mut office = Office::with(&["dana"]);
    let ladder = &policy().desk.ladder;
    for chat in 0..u128::from(ladder.second_chats.value) {
        assert_eq!(office.boards["dana"].seats, 1, "chat {chat}");
        // No console may send as many frames as this at one moment.
        office.pass(1, &["dana"]);
        office.has("dana", chat);
        office.calls(ToDesk::Leave { chat: chat_id(chat), response_s: Some(20), abuse: false });
        if chat % 4 == 0 {
            office.calls(rated(chat_id(chat), Some(true), None));
        }
    }
    let board = &office.boards["dana"];
    let arithmetic = board.ladder.clone().unwrap();
    assert_eq!((board.seats, arithmetic.chats, arithmetic.satisfied, arithmetic.answers), (2, 100, 25, 25));
}

#[test]
fn em_com_e_a_an_answer_counts_once_for_whoever_had_the_chat() {
    let mut office = Office::with(&["dana", "marisol"]);
    office.has("dana", 1);
    office.ends(1);
    for _ in 0..3 {
        office.calls(rated(chat_id(1), Some(false), Some(Solved::Partly)));
        office.object.sleep();
    }
    // One that nobody had, and one that is not known.
    office.waits(2, 0);
    office.ends(2);
    office.calls(rated(chat_id(2), Some(true), None));
    office.calls(rated(chat_id(9), Some(true), None));
    let answers = |name: &str| office.boards[name].ladder.clone().map(|ladder| ladder.answers);
    assert_eq!((answers("dana"), answers("marisol")), (Some(1), Some(0)));
    let counted: Vec<_> = office.object.answers.iter().collect();
    assert_eq!(counted, [(&Answer::Satisfied(false), &1), (&Answer::Solved(Solved::Partly), &1)]);
}

#[test]
fn cs_d_2_the_counts_name_neither_the_chat_nor_the_person() {
    let mut office = Office::with(&["dana"]);
    office.has("dana", 1);
    office.ends(1);
    office.calls(rated(chat_id(1), Some(true), Some(Solved::Yes)));
    let counted: Vec<_> = office.object.answers.keys().map(|answer| answer.codes()).collect();
    assert_eq!(counted, [("satisfied", "yes"), ("solved", "yes")]);
    let member = serde_json::to_string(&office.object.members).unwrap();
    assert!(!member.contains(chat_id(1).as_str()), "{member}");
}
