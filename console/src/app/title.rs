//! The page's title: in a hidden tab the only thing one sees.

use shared::language::Language;
use shared::text::Console as Say;

/// Writes how many things wait for this person in front of the title.
pub fn show(count: usize, language: Language) {
    let name = Say::Title.say(language);
    let title = if count == 0 { name.to_owned() } else { format!("({count}) {name}") };
    if let Some(document) = web_sys::window().and_then(|window| window.document())
        && document.title() != title
    {
        document.set_title(&title);
    }
}
