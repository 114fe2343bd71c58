//! EM-DIS-B: words in the note of a transfer that name a protected ground.
//!
//! Whether a transfer was made because of one no program can tell. That the note names one is reason enough to hold it back:
//! none of it helps the next person to help.

use crate::scan::{Kind, Lexicon, Scan};
use core::ops::Range;

static WORDS: Lexicon<bool, 512> = Lexicon::new(
    &[(
        true,
        "race racial latino latina hispanic asian mexican african arab jewish jew muslim islam christian catholic mormon \
         religion religious hijab immigrant immigrants migrant undocumented foreigner nationality citizenship ethnic \
         ethnicity gay lesbian trans transgender queer gender male female woman women pregnant disabled disability \
         handicapped wheelchair deaf autistic elderly veteran veterans accent \
         raza hispano hispana asiatico asiatica mexicano mexicana africano africana arabe judio judia musulman \
         musulmana cristiano cristiana catolico catolica inmigrante inmigrantes migrante indocumentado indocumentada \
         extranjero extranjera nacionalidad ciudadania etnia lesbiana mujer embarazada discapacitado discapacitada \
         discapacidad minusvalido sordo sorda autista anciano anciana veterano veterana acento",
    )],
    false,
);

/// The words of a note that name a protected ground, as bytes of it.
#[must_use]
pub fn grounds(note: &str) -> Vec<Range<usize>> {
    let mut scan = Scan::new();
    let message = scan.read(note);
    let named = message.tokens().iter().filter(|token| token.kind == Kind::Word && WORDS.get(token.hash));
    named.map(|token| token.start as usize..token.end as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn em_dis_b_a_note_that_names_a_protected_ground_is_found_out() {
        for (note, word) in [
            ("She is Muslim, please take her", "Muslim"),
            ("hard to follow, heavy accent", "accent"),
            ("un señor anciano", "anciano"),
            ("uses a wheelchair", "wheelchair"),
        ] {
            let found: Vec<_> = grounds(note).into_iter().filter_map(|span| note.get(span)).collect();
            assert_eq!(found, [word], "{note}");
        }
    }

    #[test]
    fn em_dis_b_a_note_about_the_matter_passes() {
        for note in [
            "Needs the leak credit form",
            "Permit for a fence, plan is uploaded",
            "pide la factura de mayo",
            "",
        ] {
            assert!(grounds(note).is_empty(), "{note}");
        }
    }
}
