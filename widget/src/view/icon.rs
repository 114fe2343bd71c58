//! Pictures. The words beside them, or the names of their buttons, say the same.

use super::tag::{View, picture};

/// The city's hall.
pub const DOME: &str = "M3 20h18M5 20v-6M9.5 20v-6M14.5 20v-6M19 20v-6M4 14h16M6 14a6 6 0 0 1 12 0M12 8V5";
/// Shrinks.
pub const DOWN: &str = "m6 9 6 6 6-6";
/// Makes the words larger.
pub const LARGER: &str = "m3 19 5.5-14L14 19M5 14.5h7M16 8h6M19 5v6";
/// Opens a menu.
pub const DOTS: &str = "M5 12h.01M12 12h.01M19 12h.01";
/// Closes.
pub const CROSS: &str = "m6 6 12 12M18 6 6 18";
/// Sends.
pub const ARROW: &str = "M5 12h13M12 5l7 7-7 7";
/// Calls.
pub const PHONE: &str =
    "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2Z";

/// One picture, drawn in the colour of the text.
pub fn icon(path: &'static str) -> View {
    picture("svg")
        .set("class", "icon")
        .set("viewBox", "0 0 24 24")
        .set("aria-hidden", "true")
        .with(picture("path").set("d", path))
        .into()
}
