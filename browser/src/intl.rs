//! Times of day as the reader writes them, by the browser's own tables.

use crate::clock;
use js_sys::Intl::{DateTimeFormat, PluralRules};
use js_sys::{Array, Date, Object, Reflect};
use shared::language::Language;
use shared::text::Plural;
use shared::time::Millis;
use wasm_bindgen::JsValue;

/// Whether `at` lies in the reader's present day.
pub fn is_today(at: Millis) -> bool {
    let (at, now) = (date(at), date(clock::now()));
    (at.get_date(), at.get_month(), at.get_full_year())
        == (now.get_date(), now.get_month(), now.get_full_year())
}

/// The time of day, such as "2:14 PM".
pub fn time(at: Millis, language: Language) -> String {
    format(at, language, &[("hour", "numeric"), ("minute", "2-digit")])
}

/// The time of day by the clocks of a zone, such as "7:00 AM".
pub fn clock_in(at: Millis, language: Language, zone: &str) -> String {
    format(at, language, &[("hour", "numeric"), ("minute", "2-digit"), ("timeZone", zone)])
}

/// The day by the calendar of a zone, such as "Mon, Nov 23".
pub fn day_in(at: Millis, language: Language, zone: &str) -> String {
    format(at, language, &[("weekday", "short"), ("month", "short"), ("day", "numeric"), ("timeZone", zone)])
}

/// The day of the week and the time of day, such as "Monday 2:14 PM".
pub fn day_and_time(at: Millis, language: Language) -> String {
    format(at, language, &[("weekday", "long"), ("hour", "numeric"), ("minute", "2-digit")])
}

/// The day and the time of day, such as "Nov 21, 2:14 PM".
pub fn date_and_time(at: Millis, language: Language) -> String {
    let parts = [("month", "short"), ("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    format(at, language, &parts)
}

fn date(at: Millis) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53")]
    Date::new(&JsValue::from_f64(at.0 as f64))
}

/// The form that `language` has for a number.
pub fn plural(number: u32, language: Language) -> Plural {
    let rules = PluralRules::new(&Array::of1(&JsValue::from_str(locale(language))), &Object::new());
    match rules.select(f64::from(number)).as_string().as_deref() {
        Some("one") => Plural::One,
        Some("two") => Plural::Two,
        Some("few") => Plural::Few,
        Some("many") => Plural::Many,
        Some(_) | None => Plural::Other,
    }
}

/// The chat is a city's in the United States: other languages, too, are written as they are there. Few browsers know Haitian
/// Creole; they know French, whose days and months are close.
const fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en-US",
        Language::Es => "es-US",
        // With the digits of the telephone numbers beside them.
        Language::Ar => "ar-u-nu-latn",
        Language::Ht => "fr-HT",
        Language::Ko => "ko-KR",
        Language::Pt => "pt-BR",
        Language::Ru => "ru-RU",
        Language::Tl => "fil-PH",
        Language::Vi => "vi-VN",
        Language::Zh => "zh-Hans-CN",
    }
}

fn format(at: Millis, language: Language, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (part, style) in parts {
        let _ = Reflect::set(&options, &JsValue::from_str(part), &JsValue::from_str(style));
    }
    let locales = Array::of1(&JsValue::from_str(locale(language)));
    let written = DateTimeFormat::new(&locales, &options).format().call1(&JsValue::UNDEFINED, &date(at));
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
