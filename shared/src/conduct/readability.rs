//! TE-5.7: whether a text is above the eighth grade, by the formula of its language.
//!
//! English: the grade of Kincaid, Fishburne, Rogers and Chissom (1975), 0.39 words a sentence + 11.8 syllables a word − 15.59.
//! Spanish: the ease of Fernández Huerta (1959), 206.84 − 60 syllables a word − 1.02 words a sentence, of which 60 ends the
//! eighth grade. Both count syllables by their vowels. In other languages nothing is said.

use crate::language::Language;
use crate::scan::{Kind, Message, Token};

/// Of fewer words no formula can tell.
const FEWEST: i64 = 14;
/// The grade, in hundredths.
const GRADE: i64 = 800;
/// The ease, in hundredths.
const EASE: i64 = 6_000;

/// How a language tells.
struct Formula {
    /// The syllables of a word.
    syllables: fn(&str) -> i64,
    /// Whether so many words, syllables and sentences are above the grade.
    is_hard: fn(i64, i64, i64) -> bool,
}

const ENGLISH: Formula = Formula {
    syllables: english,
    is_hard: |words, spoken, sentences| 39 * words / sentences + 1_180 * spoken / words - 1_559 > GRADE,
};
const SPANISH: Formula = Formula {
    syllables: spanish,
    is_hard: |words, spoken, sentences| 20_684 - 6_000 * spoken / words - 102 * words / sentences < EASE,
};

/// Whether `message` is hard to read.
pub(super) fn is_hard(message: Message<'_>, language: Language) -> bool {
    let Some(Formula { syllables, is_hard }) = language.choose(ENGLISH, SPANISH) else { return false };
    let tokens = message.tokens();
    let (mut words, mut spoken, mut sentences, mut open) = (0, 0, 0, false);
    for (at, token) in tokens.iter().enumerate() {
        // What hangs on another word is part of an address or a compound.
        if token.kind == Kind::Word && !(at > 0 && token.is_glued()) {
            words += 1;
            spoken += syllables(message.written(token));
            open = true;
        } else if open && token.ends_sentence() && !tokens.get(at + 1).is_some_and(Token::is_glued) {
            sentences += 1;
            open = false;
        }
    }
    words >= FEWEST && is_hard(words, spoken, sentences + i64::from(open))
}

/// Groups of vowels; a silent e at the end is none.
fn english(word: &str) -> i64 {
    let word = word.to_lowercase();
    let is_vowel = |letter: char| "aeiouyáéíóúü".contains(letter);
    let mut last = false;
    let mut groups = 0;
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        groups += i64::from(vowel && !last);
        last = vowel;
    }
    let mut ends = word.chars().rev();
    let (end, before, third) = (ends.next(), ends.next(), ends.next());
    let after_consonant = |letter: Option<char>| letter.is_some_and(|letter| !is_vowel(letter));
    let silent = match (end, before) {
        // "fee" is one group anyway; "table" keeps its last one.
        (Some('e'), Some('l')) => !after_consonant(third),
        (Some('e'), before) => after_consonant(before),
        (Some('d'), Some('e')) => after_consonant(third) && !matches!(third, Some('t' | 'd')),
        _ => false,
    };
    (groups - i64::from(silent)).max(1)
}

/// Groups of vowels, cut between two strong ones and before an accented weak one.
fn spanish(word: &str) -> i64 {
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Sound {
        Consonant,
        Weak,
        Strong,
    }
    let mut last = Sound::Consonant;
    let mut groups = 0;
    for letter in word.to_lowercase().chars() {
        let sound = match letter {
            'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'í' | 'ú' => Sound::Strong,
            'i' | 'u' | 'ü' | 'y' => Sound::Weak,
            _ => Sound::Consonant,
        };
        let begins = match sound {
            Sound::Consonant => false,
            Sound::Strong => last != Sound::Weak,
            Sound::Weak => last == Sound::Consonant,
        };
        groups += i64::from(begins);
        last = sound;
    }
    groups.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Scan;

    fn hard(text: &str, language: Language) -> bool {
        is_hard(Scan::new().read(text), language)
    }

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, count) in [
            ("water", 2),
            ("table", 2),
            ("make", 1),
            ("fee", 1),
            ("needed", 2),
            ("walked", 1),
            ("the", 1),
            ("city", 2),
        ] {
            assert_eq!(english(word), count, "{word}");
        }
        for (word, count) in [
            ("agua", 2),
            ("oficina", 4),
            ("leer", 2),
            ("día", 2),
            ("ciudad", 2),
            ("que", 1),
            ("y", 1),
            ("cuenta", 2),
        ] {
            assert_eq!(spanish(word), count, "{word}");
        }
    }

    #[test]
    fn te_5_7_above_the_eighth_grade_is_hard_in_english() {
        let hard_text = "Pursuant to municipal ordinance, delinquent accounts exceeding ninety days necessitate \
                         immediate disconnection absent alternative arrangements with the utility department.";
        let plain = "Your bill is more than ninety days late. Please call us today. We can set up a plan, and your \
                     water stays on.";
        assert!(hard(hard_text, Language::En));
        assert!(!hard(plain, Language::En));
    }

    #[test]
    fn te_5_7_above_the_eighth_grade_is_hard_in_spanish() {
        let hard_text = "De conformidad con la normativa municipal vigente, las cuentas morosas superiores a noventa días \
                         ocasionarán la desconexión inmediata salvo autorización extraordinaria del departamento.";
        let plain = "Su factura tiene más de tres meses. Llame hoy, por favor. Le damos un plan y el agua no se corta.";
        assert!(hard(hard_text, Language::Es));
        assert!(!hard(plain, Language::Es));
    }

    #[test]
    fn of_a_few_words_and_of_other_languages_nothing_is_said() {
        assert!(!hard("Notwithstanding municipal regulations", Language::En));
        assert!(!hard(&"extraordinariamente ".repeat(30), Language::Pt));
        assert!(hard(&"extraordinariamente ".repeat(30), Language::Es));
        assert!(!hard("", Language::En));
    }
}
