//! The page's title and its icon: in a hidden tab the only things one sees.

use shared::language::Language;
use shared::text::Console as Say;

/// A red disc, while something waits.
const BADGE: &str = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='4' \
    fill='%23a3211b'/></svg>";

/// Writes how many things wait for this person in front of the title, and marks the icon.
pub fn show(count: usize, language: Language) {
    let name = Say::Title.say(language);
    let title = if count == 0 { name.to_owned() } else { format!("({count}) {name}") };
    if let Some(document) = web_sys::window().and_then(|window| window.document())
        && document.title() != title
    {
        document.set_title(&title);
        let icon = document.query_selector("link[rel=icon]").ok().flatten();
        if let Some(icon) = icon {
            let _ = icon.set_attribute("href", if count == 0 { "data:," } else { BADGE });
        }
    }
}
