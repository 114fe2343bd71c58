//! What gets a card and what does not, and what must not change it.

use super::*;
use proptest::prelude::*;

/// Plain cases of every tier that must hold whatever is changed.
const PLAIN: [(&str, Tier); 38] = [
    ("my husband collapsed and isn't breathing", Tier::Life911),
    ("the house next door is on fire", Tier::Life911),
    ("I smell gas in my kitchen", Tier::Life911),
    ("someone is breaking into my house right now", Tier::Life911),
    ("he has a gun and is threatening us", Tier::Life911),
    ("mi esposo se desmayó y no respira", Tier::Life911),
    ("hay un incendio en la casa del vecino", Tier::Life911),
    ("mi bebé no despierta", Tier::Life911),
    ("FIRE!!", Tier::Life911),
    ("auxilio", Tier::Life911),
    ("我家着火了", Tier::Life911),
    ("помогите, он не дышит", Tier::Life911),
    ("I don't want to live anymore", Tier::Crisis988),
    ("ya no quiero vivir", Tier::Crisis988),
    ("nadie me necesita", Tier::Crisis988),
    ("a water main broke and water is gushing into the street", Tier::CityEmergency),
    ("se rompió la tubería principal y se está inundando la calle", Tier::CityEmergency),
    ("someone stole my bike last night", Tier::NonEmergency),
    ("los vecinos tienen la música muy alta otra vez", Tier::NonEmergency),
    ("water main burst in front of our house, the street is flooding", Tier::CityEmergency),
    ("a message", Tier::None),
    ("let me in", Tier::None),
    ("how much is a fire hydrant permit", Tier::None),
    ("how do I get a fire hydrant permit", Tier::None),
    ("4111 1111 1111 1111", Tier::None),
    ("my account is 4000123456", Tier::None),
    ("как оплатить счёт за воду", Tier::None),
    ("我想付水费", Tier::None),
    ("this bill is killing me", Tier::None),
    ("what time does the fire station open", Tier::None),
    ("me muero de risa", Tier::None),
    ("I need to order a pizza please come", Tier::Life911),
    ("where can I order a pizza near the park", Tier::None),
    ("Bye", Tier::None),
    ("ok bye then", Tier::None),
    ("Thanks, bye", Tier::None),
    ("help", Tier::None),
    ("", Tier::None),
];

#[test]
fn em_gen_b_plain_messages_get_their_line() {
    for (text, tier) in PLAIN {
        assert_eq!(triage(text).tier, tier, "{text}");
    }
}

#[test]
fn a_denied_breath_is_the_hazard_and_a_denied_fire_is_none() {
    assert_eq!(triage("she is not breathing").tier, Tier::Life911);
    assert_eq!(triage("there is no fire, only a question about my bill").tier, Tier::None);
}

#[test]
fn one_live_hazard_decides_whatever_harmless_text_stands_around_it() {
    let text = "how much is a burn permit? oh god my husband collapsed and isn't breathing";
    assert_eq!(triage(text).tier, Tier::Life911);
}

#[test]
fn a_story_over_several_messages_keeps_its_tier_until_it_is_over() {
    let mut thread = Thread::default();
    let none = Extra::default();
    assert_eq!(thread.triage("hi, question about my account", &none).tier, Tier::None);
    assert_eq!(thread.triage("wait my kitchen is on fire", &none).tier, Tier::Life911);
    assert_eq!(thread.triage("12 Elm Street", &none).tier, Tier::Life911);
    assert_eq!(thread.triage("false alarm, sorry", &none).tier, Tier::None);
}

#[test]
fn the_citys_own_words_call_for_their_tier() {
    let mut extra = Extra::default();
    extra.add(Tier::CityEmergency, "Tickville Gulch");
    let message = "tickville gulch looks high";
    let found = read(&Scan::new().read(message), &extra);
    assert_eq!(found.tier, Tier::CityEmergency);
    assert_eq!(
        found.evidence.iter().find(|piece| piece.class == Class::Local).map(|piece| piece.span.clone()),
        Some(0..15)
    );
}

#[test]
fn long_texts_are_judged_to_their_end() {
    let text = format!("{} my husband is not breathing", "the form on the page is long. ".repeat(200));
    assert_eq!(triage(&text).tier, Tier::Life911);
}

#[test]
fn codes_are_those_of_the_corpus() {
    assert_eq!(Tier::ALL.map(Tier::code), ["none", "nonemergency", "cityemergency", "crisis988", "life911"]);
}

#[test]
fn a_word_of_thanks_does_not_end_a_story() {
    let none = Extra::default();
    for reply in ["ok thanks", "okay", "fine", "is it safe?", "I am home", "it is not fixed"] {
        let mut thread = Thread::default();
        thread.triage("my kitchen is on fire", &none);
        assert_eq!(thread.triage(reply, &none).tier, Tier::Life911, "{reply}");
    }
}

#[test]
fn the_citys_own_words_count_only_whole_and_within_one_message() {
    let mut extra = Extra::default();
    extra.add(Tier::CityEmergency, "Tickville Gulch");
    extra.add(Tier::CityEmergency, "dike");
    for text in ["tickville has a gulch", "gulch tickville", "what do I owe", "do you like hiking"] {
        assert_eq!(read(&Scan::new().read(text), &extra).tier, Tier::None, "{text}");
    }
    let mut thread = Thread::default();
    thread.triage("where is tickville", &extra);
    let found = thread.triage("gulch street, I mean", &extra);
    assert!(found.evidence.iter().all(|piece| piece.class != Class::Local));
}

#[test]
fn work_grows_with_the_text_and_no_faster() {
    let visits = |words: usize| {
        let text = "not now if police fire gas help road water ago ".repeat(words / 10);
        let mut scan = Scan::new();
        let message = scan.read(&text);
        let (mut from, mut visits) = (0, 0_usize);
        loop {
            let (words, next) = Words::read(&Model::new(BYTES), &message, from);
            features::each(&words, |_, _, _| visits += 1);
            match next {
                Some(next) if next > from => from = next,
                _ => return visits,
            }
        }
    };
    let (short, long) = (visits(2_000), visits(20_000));
    assert!(long <= short * 11, "{short} visits for 2,000 words, {long} for 20,000");
}

#[test]
fn em_gen_b_a_danger_to_life_is_named_by_words_that_speak_of_it() {
    let despair = ("I want to kill myself", Tier::Crisis988);
    let latin = PLAIN.into_iter().filter(|(_, tier)| *tier >= Tier::Crisis988).chain([despair]);
    for (text, tier) in latin {
        let found = triage(text);
        assert_eq!(found.tier, tier, "{text}");
        assert!(found.evidence.iter().any(|piece| piece.class != Class::Wording), "{text}");
    }
}

#[test]
fn a_message_that_raises_a_story_has_words_of_its_own_to_show_for_it() {
    let mut thread = Thread::default();
    let none = Extra::default();
    let told =
        ["my dad is on the floor", "he fell off the ladder", "he is not answering me", "blood everywhere"];
    let mut before = Tier::None;
    for text in told {
        let found = thread.triage(text, &none);
        assert!(found.tier == before || !found.evidence.is_empty(), "{text}");
        assert!(found.evidence.iter().all(|piece| text.get(piece.span.clone()).is_some()), "{text}");
        before = found.tier;
    }
    assert_eq!(before, Tier::Life911);
}

fn plain() -> impl Strategy<Value = (&'static str, Tier)> {
    prop::sample::select(PLAIN.to_vec())
}

proptest! {
    #[test]
    fn any_text_is_judged_and_evidence_lies_on_character_boundaries(text in "\\PC{0,200}") {
        let found = triage(&text);
        prop_assert_eq!(found.evidence.is_empty(), (found.tier, found.close_to) == (Tier::None, None));
        for piece in found.evidence {
            prop_assert!(text.get(piece.span).is_some());
        }
    }

    #[test]
    fn words_in_any_order_are_judged(words in prop::collection::vec(prop::sample::select(vec![
        "not", "breathing", "fire", "if", "my", "house", "gun", "permit", "the", "no", "hay", "gas", "911", "🔥", "!", ".", "se", "mata",
    ]), 0..300)) {
        let text = words.join(" ");
        let found = triage(&text);
        prop_assert_eq!(found.evidence.is_empty(), (found.tier, found.close_to) == (Tier::None, None));
        for piece in found.evidence {
            prop_assert!(text.get(piece.span).is_some());
        }
    }

    #[test]
    fn case_and_spacing_do_not_flip_a_life_threat((text, tier) in plain(), spaces in 1..4usize) {
        prop_assume!(tier == Tier::Life911);
        prop_assert_eq!(triage(&text.to_uppercase()).tier, tier);
        prop_assert_eq!(triage(&text.replace(' ', &" ".repeat(spaces))).tier, tier);
    }

    #[test]
    fn punctuation_left_out_does_not_flip_a_life_threat((text, tier) in plain()) {
        prop_assume!(tier == Tier::Life911);
        let bare: String = text.chars().filter(|letter| !letter.is_ascii_punctuation()).collect();
        prop_assert_eq!(triage(&bare).tier, tier);
    }

    #[test]
    fn a_harmless_sentence_added_does_not_hide_a_life_threat(
        (text, tier) in plain(),
        other in prop::sample::select(vec!["What time do you open?", "There was a fire here last year.", "Gracias.", "I need a permit for a shed."]),
    ) {
        prop_assume!(tier == Tier::Life911);
        let before = format!("{other} {text}");
        let after = format!("{text}. {other}");
        prop_assert_eq!(triage(&before).tier, tier);
        prop_assert_eq!(triage(&after).tier, tier);
    }
}

#[test]
fn one_swapped_pair_in_a_long_telling_word_is_read_past() {
    for text in
        ["my husband is unconscoius", "he is not braething", "theres a explosoin at the house and smoke"]
    {
        assert_eq!(triage(text).tier, Tier::Life911, "{text}");
    }
}
