//! The languages the product itself speaks.

use serde::{Deserialize, Serialize};

/// A language in which every sentence to residents exists. Residents may write in any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
    /// Haitian Creole.
    Ht,
    /// Korean.
    Ko,
    /// Portuguese.
    Pt,
    /// Russian.
    Ru,
    /// Tagalog.
    Tl,
    /// Vietnamese.
    Vi,
    /// Chinese, in simplified characters.
    Zh,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 10] =
        [Self::En, Self::Es, Self::Ar, Self::Ht, Self::Ko, Self::Pt, Self::Ru, Self::Tl, Self::Vi, Self::Zh];

    /// The languages of the console.
    pub const OF_STAFF: [Self; 2] = [Self::En, Self::Es];

    /// What there is for this one of the languages of staff and of the policy ([`Self::OF_STAFF`]); nothing for the others.
    pub fn choose<T>(self, en: T, es: T) -> Option<T> {
        match self {
            Self::En => Some(en),
            Self::Es => Some(es),
            Self::Ar | Self::Ht | Self::Ko | Self::Pt | Self::Ru | Self::Tl | Self::Vi | Self::Zh => None,
        }
    }

    /// The BCP 47 tag, for `lang` attributes and the wire.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Ar => "ar",
            Self::Ht => "ht",
            Self::Ko => "ko",
            Self::Pt => "pt",
            Self::Ru => "ru",
            Self::Tl => "tl",
            Self::Vi => "vi",
            Self::Zh => "zh",
        }
    }

    /// The language's name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Ar => "العربية",
            Self::Ht => "Kreyòl ayisyen",
            Self::Ko => "한국어",
            Self::Pt => "Português",
            Self::Ru => "Русский",
            Self::Tl => "Tagalog",
            Self::Vi => "Tiếng Việt",
            Self::Zh => "简体中文",
        }
    }

    /// The direction it is written in, as `dir` attributes name it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En
            | Self::Es
            | Self::Ht
            | Self::Ko
            | Self::Pt
            | Self::Ru
            | Self::Tl
            | Self::Vi
            | Self::Zh => "ltr",
        }
    }

    /// The language a BCP 47 tag such as `es-MX` asks for, if the product speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        // Browsers know Tagalog by the name of its standard.
        let primary = if primary.eq_ignore_ascii_case("fil") { "tl" } else { primary };
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}
