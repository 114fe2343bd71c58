//! Sentences for staff, both languages side by side: one without its translation does not compile. `{}` stands for a value.

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
    use crate::language::Language;
    use crate::text::{Console, Supervision};
    use core::fmt::Debug;

    fn each<T: Copy + Debug>(all: &[T], say: impl Fn(T, Language) -> &'static str) {
        for sentence in all {
            let places = |language| say(*sentence, language).matches("{}").count();
            assert_eq!(places(Language::En), places(Language::Es), "{sentence:?}");
            assert!(Language::OF_STAFF.iter().all(|language| !say(*sentence, *language).is_empty()));
        }
    }

    #[test]
    fn each_translation_has_room_for_the_same_values() {
        each(Console::ALL, Console::say);
        each(Supervision::ALL, Supervision::say);
    }
}
