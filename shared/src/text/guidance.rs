//! What to do in an emergency (EM-GEN-B). The numbers are the city's.

use super::{Speech, Text};
use crate::triage::Tier;

/// What is said in an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// Over it; empty when the advice stands by itself.
    pub title: String,
    /// What to do.
    pub advice: String,
}

/// Over the guidance. `emergency` is the number for risk to life or property. A tier of none has no title.
pub fn title(tier: Tier, emergency: &str, speech: Speech) -> String {
    let title = match tier {
        Tier::Life911 => Text::LifeTitle,
        Tier::Crisis988 => Text::CrisisTitle,
        Tier::CityEmergency => Text::CityTitle,
        Tier::NonEmergency => Text::PoliceTitle,
        Tier::None => return String::new(),
    };
    speech.fill(title, &[emergency])
}

/// What to do. It ends with the way out when somebody is in danger after all.
pub fn advice(tier: Tier, emergency: &str, speech: Speech) -> String {
    let advice = match tier {
        Tier::Life911 => return speech.say(Text::LifeAdvice).to_owned(),
        Tier::Crisis988 => Text::CrisisAdvice,
        Tier::CityEmergency => Text::CityAdvice,
        Tier::NonEmergency => Text::PoliceAdvice,
        Tier::None => return String::new(),
    };
    [speech.say(advice), " ", &danger(emergency, speech)].concat()
}

/// Whom to call when somebody is in danger after all; by itself where a message was only close to saying so.
pub fn danger(emergency: &str, speech: Speech) -> String {
    speech.fill(Text::Danger, &[emergency])
}
