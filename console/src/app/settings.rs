//! What this browser remembers of its person's wishes: on or off, nothing else.

use web_sys::Storage;

/// Something one turns on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Alerts are heard.
    Sound,
    /// The desktop shows them.
    Desktop,
    /// Single keys act (WCAG 2.1.4).
    SingleKeys,
}

impl Setting {
    const fn name(self) -> &'static str {
        match self {
            Self::Sound => "rotunda-sound",
            Self::Desktop => "rotunda-desktop",
            Self::SingleKeys => "rotunda-single-keys",
        }
    }

    /// Whether it is on. Everything is until it is turned off: nobody misses a chat because of a default.
    pub fn is_on(self) -> bool {
        storage().and_then(|storage| storage.get_item(self.name()).ok().flatten()).as_deref() != Some("off")
    }

    /// Turns it on or off, for the next time too where the browser remembers anything.
    pub fn set(self, on: bool) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(self.name(), if on { "on" } else { "off" });
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
