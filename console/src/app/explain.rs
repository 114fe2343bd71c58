//! Why a request came to nothing, for the person who made it.

use browser::http::Failure;
use shared::language::Language;
use shared::text::{self, Console as Say};

/// The sentence that says so and what to do.
pub fn explain(failure: Failure, language: Language) -> &'static str {
    match failure {
        Failure::Problem(why) => text::refusal(why, language),
        Failure::Offline => Say::NoAnswer.say(language),
    }
}
