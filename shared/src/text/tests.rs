//! What is said, in every language.

use super::sentence::grouped;
use super::*;
use crate::language::Language;
use crate::privacy::{Allowed, mask as mask_text};
use crate::wire::v1::Place;

const SPANISH: Speech = Speech::built_in(Language::Es);

fn speech(language: Language) -> Speech {
    let sentences = pack(language).into_iter().map(str::to_owned).collect();
    Speech::from_pack(language, sentences).unwrap()
}

#[test]
fn a_struck_card_number_is_spoken_in_the_readers_language() {
    let masked = mask_text("pay with 4111 1111 1111 1111 now", Allowed::NOTHING).text;
    assert_eq!(spoken(&masked, Speech::ENGLISH), "pay with card number removed now");
    assert_eq!(spoken(&masked, SPANISH), "pay with número de tarjeta eliminado now");
    assert_eq!(spoken(&masked, speech(Language::Zh)), "pay with 卡号已删除 now");
}

#[test]
fn a_draft_that_is_too_long_is_told_its_length() {
    assert!(too_long(4_213, Speech::ENGLISH).starts_with("This has 4,213 characters"));
    assert_eq!([grouped(7), grouped(999), grouped(12_000)], ["7", "999", "12,000"]);
}

#[test]
fn pi_auto_the_line_is_told_in_plain_numbers_and_the_right_plural() {
    let told = |ahead, minutes, plural, speech| place(Place { ahead, minutes, hold: false }, plural, speech);
    let none = None;
    assert_eq!(told(0, none, Plural::Other, Speech::ENGLISH), "You are next.");
    assert_eq!(told(1, none, Plural::One, Speech::ENGLISH), "1 person is before you.");
    assert_eq!(
        told(3, Some((5, 15)), Plural::Other, Speech::ENGLISH),
        "3 people are before you. It takes about 5 to 15 minutes."
    );
    assert_eq!(told(2, none, Plural::Few, speech(Language::Ru)), "Перед вами 2 человека.");
    assert_eq!(told(21, none, Plural::One, speech(Language::Ru)), "Перед вами 21 человек.");
    assert_eq!(told(2, none, Plural::Two, speech(Language::Ar)), "شخصان قبلك.");
    assert_eq!(told(4, none, Plural::Few, speech(Language::Ar)), "4 أشخاص قبلك.");
}

#[test]
fn every_language_says_everything_with_room_for_the_same_values() {
    let english = pack(Language::En);
    for language in Language::ALL {
        for ((text, said), english) in Text::ALL.iter().zip(pack(language)).zip(&english) {
            assert!(!said.trim().is_empty() && said.trim() == said, "{language:?} {text:?}");
            let (places, most) = (said.matches("{}").count(), english.matches("{}").count());
            // "1 person" and the dual name the number themselves.
            let counts = format!("{text:?}").starts_with("Ahead");
            assert!(places == most || counts && places <= 1, "{language:?} {text:?}: {said}");
        }
    }
}

#[test]
fn no_sentence_was_left_in_english() {
    let english = pack(Language::En);
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        let same = pack(language).into_iter().zip(&english).filter(|(said, english)| said == *english);
        let same: Vec<_> = same.map(|(said, _)| said).collect();
        // Words that are the same: "No", "Emergency?" and "Messages" somewhere.
        assert!(same.iter().all(|said| said.chars().count() <= 12), "{language:?}: {same:?}");
        assert!(same.len() <= 3, "{language:?}: {same:?}");
    }
}

#[test]
fn a_pack_of_another_version_is_not_used() {
    let short: Vec<String> = pack(Language::Ko).into_iter().skip(1).map(str::to_owned).collect();
    assert!(Speech::from_pack(Language::Ko, short).is_none());
    assert_eq!(speech(Language::Ko).say(Text::Close), "닫기");
}

#[test]
fn te_5_7_no_sentence_to_a_resident_names_a_file_or_a_protocol() {
    for refusal_of in Refusal::ALL {
        for speech in [Speech::ENGLISH, SPANISH] {
            let residents = speech.say(Text::of_refusal(*refusal_of));
            for sentence in [residents, refusal(*refusal_of, speech.language())] {
                let technical = ["JSON", "docs/", "WebSocket", "origin", "KB", "`"];
                assert!(!technical.iter().any(|word| sentence.contains(word)), "{sentence}");
                assert!(sentence.ends_with('.'), "{sentence}");
            }
        }
    }
}
