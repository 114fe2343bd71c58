//! What a resident leaves behind: answers after a chat, and messages when nobody answers.

use super::{AT, action, golden, is_golden, masked, staff_id, topic};
use shared::id::MessageId;
use shared::language::Language;
use shared::triage::Tier;
use shared::wire::v1::{
    Answered, AnsweredBy, Answers, LeaveMessage, LeftMessage, MessageCard, MessageStep, MessageWords, Solved,
    Untrusted,
};

#[test]
fn the_answers_after_a_chat_are_as_the_golden_files_say() {
    let answers = |satisfied, solved| Answers { token: "v1.e30.c2lnbmVk".to_owned(), satisfied, solved };
    is_golden("http.survey", &answers(Some(true), Some(Solved::Partly)));
    is_golden("http.survey.2", &answers(None, Some(Solved::No)));
    is_golden("http.survey.3", &answers(Some(false), Some(Solved::Yes)));
}

#[test]
fn messages_that_are_left_are_as_the_golden_files_say() {
    let leave = |contact, text| LeaveMessage {
        client_ref: action(1),
        topic: topic(),
        language: Language::Es,
        contact,
        text,
    };
    let left = leave(masked("801-555-0177"), masked("Mi medidor gotea"));
    is_golden("http.leave_message", &left);
    let claimed: LeaveMessage<Untrusted> = serde_json::from_value(golden("http.leave_message")).unwrap();
    assert!(claimed == leave_claimed(), "what is sent is what the edge reads");
    is_golden("http.left_message", &LeftMessage { number: 1_001, due: AT });
    let waiting = MessageCard {
        id: MessageId::from_random(5),
        number: 1_001,
        topic: topic(),
        language: Language::Es,
        at: AT,
        due: AT,
        alarm: None,
        owner: None,
        escalated: false,
        answered: None,
    };
    let answered = |how| MessageCard {
        alarm: Some(Tier::CityEmergency),
        owner: Some(staff_id()),
        escalated: true,
        answered: Some(Answered { how, closes: AT }),
        ..waiting.clone()
    };
    let hows = [AnsweredBy::Phone, AnsweredBy::Email, AnsweredBy::Unreachable];
    let cards: Vec<_> = [waiting.clone()].into_iter().chain(hows.map(answered)).collect();
    is_golden("http.messages", &cards);
    let step = |step: MessageStep, name: &str| is_golden(&format!("http.message_step{name}"), &step);
    step(MessageStep::Take {}, "");
    step(MessageStep::PutBack {}, ".2");
    step(MessageStep::Answered { how: AnsweredBy::Phone }, ".3");
    step(MessageStep::Close {}, ".4");
    let words = MessageWords { contact: masked("801-555-0177"), text: masked("card 4111 1111 1111 1111") };
    is_golden("http.message_words", &words);
}

fn leave_claimed() -> LeaveMessage<Untrusted> {
    LeaveMessage {
        client_ref: action(1),
        topic: topic(),
        language: Language::Es,
        contact: Untrusted::typed("801-555-0177"),
        text: Untrusted::typed("Mi medidor gotea"),
    }
}
