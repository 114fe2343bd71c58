//! What the product says in one language.

use super::{Text, languages};
use crate::language::Language;

/// A language together with its sentences. It is copied freely: the sentences are there once.
#[derive(Clone, Copy)]
pub struct Speech {
    language: Language,
    sentences: Sentences,
}

#[derive(Clone, Copy)]
enum Sentences {
    /// Compiled in.
    BuiltIn(fn(Text) -> &'static str),
    /// From a pack, in the order of [`Text::ALL`].
    Pack(&'static [String]),
}

impl Speech {
    /// English, which every app carries.
    pub const ENGLISH: Self =
        Self { language: Language::En, sentences: Sentences::BuiltIn(languages::english) };

    /// What staff and the edge say to someone who reads `language`: Spanish, and English for everyone else. The resident's app
    /// must not call this, or it carries Spanish to every phone.
    pub const fn built_in(language: Language) -> Self {
        match language {
            Language::Es => {
                Self { language: Language::Es, sentences: Sentences::BuiltIn(languages::spanish) }
            }
            Language::Ar
            | Language::En
            | Language::Ht
            | Language::Ko
            | Language::Pt
            | Language::Ru
            | Language::Tl
            | Language::Vi
            | Language::Zh => Self::ENGLISH,
        }
    }

    /// A language from its pack; nothing when the pack is of another version. The sentences stay for as long as the app runs.
    pub fn from_pack(language: Language, sentences: Vec<String>) -> Option<Self> {
        let fits = sentences.len() == Text::ALL.len();
        fits.then(|| Self { language, sentences: Sentences::Pack(Vec::leak(sentences)) })
    }

    /// Which language it is.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The sentence.
    pub fn say(self, text: Text) -> &'static str {
        match self.sentences {
            Sentences::BuiltIn(sentence) => sentence(text),
            Sentences::Pack(sentences) => sentences.get(text as usize).map_or("", String::as_str),
        }
    }

    /// The sentence with `values` in the places of its `{}`, in order.
    pub fn fill(self, text: Text, values: &[&str]) -> String {
        // A brace is never anything else. A search for both would bring code that the app has no other use for.
        let mut pieces = self.say(text).split('{');
        let mut said = String::from(pieces.next().unwrap_or_default());
        for (piece, value) in pieces.zip(values) {
            said.push_str(value);
            said.push_str(piece.strip_prefix('}').unwrap_or(piece));
        }
        said
    }
}

/// One language has one set of sentences.
impl PartialEq for Speech {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}
