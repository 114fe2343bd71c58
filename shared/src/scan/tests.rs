//! What the scan finds, message by message.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Vec<(Kind, String)> {
    let mut scan = Scan::new();
    let message = scan.read(text);
    message.tokens().iter().map(|token| (token.kind, message.written(token).to_owned())).collect()
}

fn first(text: &str) -> Token {
    *Scan::new().read(text).tokens().first().expect("a token")
}

#[test]
fn words_fold_case_accents_apostrophes_and_invisible_characters() {
    for written in [
        "Contraseña",
        "CONTRASEÑA",
        "contrasena",
        "contrasen\u{303}a",
        "con\u{200B}traseña",
        "ｃｏｎｔｒａｓｅｎａ",
        "𝐜𝐨𝐧𝐭𝐫𝐚𝐬𝐞𝐧𝐚",
    ] {
        let token = first(written);
        assert_eq!((token.kind, token.hash), (Kind::Word, hash("contrasena")), "{written}");
        assert_eq!(token.end as usize, written.len());
    }
    for written in ["can't", "can’t", "CAN´T", "cant"] {
        assert_eq!(first(written).hash, hash("cant"), "{written}");
    }
    assert_eq!(first("ПОЖАР").hash, hash("пожар"));
    assert_eq!(first("CHÁY").hash, hash("chay"));
}

#[test]
fn digits_of_every_script_have_their_value() {
    for written in [
        "4111",
        "４１１１",
        "٤١١١",
        "۴۱۱۱",
        "४१११",
        "𝟒𝟏𝟏𝟏",
        "④①①①",
        "⁴¹¹¹",
        "₄₁₁₁",
        "4\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}",
        "4\u{200B}1\u{200D}1\u{2060}1",
    ] {
        let mut scan = Scan::new();
        let message = scan.read(written);
        let [token] = message.tokens() else { panic!("{written} is {} tokens", message.tokens().len()) };
        assert_eq!((token.kind, token.hash, token.count), (Kind::Number, 4111, 4), "{written}");
        assert_eq!(message.digits(token).map(|(_, digit)| digit).collect::<Vec<_>>(), [4, 1, 1, 1]);
    }
}

#[test]
fn labels_part_from_the_digits_glued_to_them() {
    use Kind::{Number, Punct, Word};
    let kinds = |text| read(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("cvv123"), [Word, Number]);
    assert_eq!(kinds("12/27"), [Number, Punct, Number]);
    let mut scan = Scan::new();
    let glued: Vec<bool> = scan.read("a1-2 3").tokens().iter().map(Token::is_glued).collect();
    assert_eq!(glued, [true, true, true, true, false]);
}

#[test]
fn line_ends_and_turns_are_tokens_and_masks_are_opaque() {
    use Kind::{Mask, Newline, Number, Turn, Word};
    let kinds = |text: &str| read(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("a \r\n\n  1\u{1E}b"), [Word, Newline, Number, Turn, Word]);
    assert_eq!(kinds("card ⟦BANK_ACCOUNT⟧ ok"), [Word, Mask, Word]);
    assert_eq!(kinds("⟦pan⟧"), [Kind::Symbol, Word, Kind::Symbol]);
    assert_eq!(first("⟦DRIVER_LICENSE⟧").hash, hash("driverlicense"));
}

#[test]
fn a_lexicon_answers_for_its_words_only() {
    const WORDS: Lexicon<u8, 16> = Lexicon::new(&[(1, "fire fuego"), (2, "пожар 火")], 0);
    assert_eq!(WORDS.get(first("Fuego!").hash), 1);
    assert_eq!(WORDS.get(first("Пожар").hash), 2);
    assert_eq!(WORDS.get(first("fires").hash), 0);
}

proptest! {
    #[test]
    fn tokens_are_in_order_on_boundaries_and_cover_all_that_is_written(text in "\\PC{0,200}|[a-z0-9 \\u{200B}é٤🔥\n.'-]{0,300}") {
        let mut scan = Scan::new();
        let message = scan.read(&text);
        let mut last = 0;
        for token in message.tokens() {
            let (start, end) = (token.start as usize, token.end as usize);
            prop_assert!(last <= start && start < end && end <= text.len());
            prop_assert!(text.get(last..start).expect("a boundary").chars().all(|between| matches!(fold(between), Folded::Space | Folded::Skip | Folded::Newline)));
            prop_assert!(text.get(start..end).is_some());
            last = end;
        }
    }

    #[test]
    fn a_used_buffer_reads_as_a_new_one(first in "\\PC{0,400}", second in "\\PC{0,400}") {
        let mut used = Scan::new();
        used.read(&first);
        let mut new = Scan::new();
        prop_assert_eq!(used.read(&second).tokens(), new.read(&second).tokens());
    }

    #[test]
    fn case_does_not_change_a_word(word in "[a-zñáéíóúü]{1,20}") {
        prop_assert_eq!(first(&word).hash, first(&word.to_uppercase()).hash);
    }
}
