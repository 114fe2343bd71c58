//! Sentences for staff, both languages side by side: one without its translation does not compile. `{}` stands for a value.

use crate::language::Language;

/// A sentence for staff, of whatever screen.
pub trait Sentence: Copy + Send + Sync + 'static {
    /// The sentence in `language`, one of [`Language::OF_STAFF`]; in English to everyone else.
    fn in_language(self, language: Language) -> &'static str;

    /// The sentence with `values` in the places of its `{}`, in order.
    fn filled(self, language: Language, values: &[&str]) -> String {
        filled(self.in_language(language), values)
    }
}

macro_rules! sentences {
    ($(#[$about:meta])* $all:ident: $($(#[$meta:meta])* $name:ident: $en:literal, $es:literal;)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $all { $($(#[$meta])* $name,)+ }

        impl $all {
            /// Every sentence.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The sentence in `language`, one of [`Language::OF_STAFF`]; in English to everyone else.
            pub const fn say(self, language: $crate::language::Language) -> &'static str {
                if matches!(language, $crate::language::Language::Es) {
                    match self { $(Self::$name => $es,)+ }
                } else {
                    match self { $(Self::$name => $en,)+ }
                }
            }

            /// The sentence with `values` in the places of its `{}`, in order.
            pub fn say_with(self, language: $crate::language::Language, values: &[&str]) -> String {
                $crate::text::bilingual::filled(self.say(language), values)
            }
        }

        impl $crate::text::Sentence for $all {
            fn in_language(self, language: $crate::language::Language) -> &'static str {
                self.say(language)
            }
        }
    };
}

pub(super) use sentences;

/// `text` with `values` in the places of its `{}`, in order.
pub(super) fn filled(text: &str, values: &[&str]) -> String {
    let mut pieces = text.split("{}");
    let mut said = String::from(pieces.next().unwrap_or_default());
    for (piece, value) in pieces.zip(values) {
        said.push_str(value);
        said.push_str(piece);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::Sentence;
    use crate::language::Language;
    use crate::text::{Alerting, Console, Doors, Hints, Inbox, Supervision};
    use core::fmt::Debug;

    fn each<T: Sentence + Debug>(all: &[T]) {
        for sentence in all {
            let places = |language| sentence.in_language(language).matches("{}").count();
            assert_eq!(places(Language::En), places(Language::Es), "{sentence:?}");
            assert!(Language::OF_STAFF.iter().all(|language| !sentence.in_language(*language).is_empty()));
        }
    }

    #[test]
    fn each_translation_has_room_for_the_same_values() {
        each(Alerting::ALL);
        each(Console::ALL);
        each(Supervision::ALL);
        each(Doors::ALL);
        each(Hints::ALL);
        each(Inbox::ALL);
    }
}
