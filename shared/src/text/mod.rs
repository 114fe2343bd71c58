//! What the product says to people, in each of its languages. A sentence that is missing in one of them does not compile.
//!
//! Plain language (TE-5.7): short sentences, everyday words, nothing above grade 8.

mod en;
mod es;

use crate::language::Language;
use crate::privacy::Category;
use crate::refusal::Refusal;

/// A fixed sentence or label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// On the launcher.
    ChatWithStaff,
    /// Over the topics.
    HowCanWeHelp,
    /// Over the languages.
    Language,
    /// On the button that starts a chat.
    StartChat,
}

impl Text {
    /// The sentence in `language`.
    pub const fn say(self, language: Language) -> &'static str {
        match language {
            Language::En => en::text(self),
            Language::Es => es::text(self),
        }
    }
}

/// What stands in place of something that was taken out, such as "card number removed".
pub const fn mask(category: Category, language: Language) -> &'static str {
    match language {
        Language::En => en::mask(category),
        Language::Es => es::mask(category),
    }
}

/// What a refusal tells a person to do.
pub const fn refusal(refusal: Refusal, language: Language) -> &'static str {
    match language {
        Language::En => refusal.sentence(),
        Language::Es => es::refusal(refusal),
    }
}
