//! The sentences, one file for each language. Each is one exhaustive match: a sentence that is missing does not compile.
//!
//! The resident's app carries English alone. Every other language is written by the build into a file of its own, a pack, which
//! is downloaded by those who choose it.

mod ar;
mod en;
mod es;
mod ht;
mod ko;
mod pt;
mod ru;
mod tl;
mod vi;
mod zh;

use super::Text;
use crate::language::Language;

/// English, which the app falls back on.
pub(super) const fn english(text: Text) -> &'static str {
    en::text(text)
}

/// Spanish, which staff speak too.
pub(super) const fn spanish(text: Text) -> &'static str {
    es::text(text)
}

/// Every sentence of a language, in the order of [`Text::ALL`]: what its pack holds. Whoever calls this carries every language.
pub fn pack(language: Language) -> Vec<&'static str> {
    let text = match language {
        Language::Ar => ar::text,
        Language::En => en::text,
        Language::Es => es::text,
        Language::Ht => ht::text,
        Language::Ko => ko::text,
        Language::Pt => pt::text,
        Language::Ru => ru::text,
        Language::Tl => tl::text,
        Language::Vi => vi::text,
        Language::Zh => zh::text,
    };
    Text::ALL.iter().map(|sentence| text(*sentence)).collect()
}
