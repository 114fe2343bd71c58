//! What to do in an emergency (EM-GEN-B), in each language. The numbers are the city's.

use crate::language::Language;
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
pub fn title(tier: Tier, emergency: &str, language: Language) -> String {
    let pieces = match (tier, language) {
        (Tier::Life911, Language::En) => ["Call ", emergency, " now"],
        (Tier::Life911, Language::Es) => ["Llame al ", emergency, " ahora"],
        (Tier::Crisis988, Language::En) => ["You are not alone. Talk to someone now", "", ""],
        (Tier::Crisis988, Language::Es) => ["Hay quien le escuche. Hable con alguien ahora", "", ""],
        (Tier::CityEmergency, Language::En) => ["Please report this by phone now", "", ""],
        (Tier::CityEmergency, Language::Es) => ["Por favor, avise de esto por teléfono ahora", "", ""],
        (Tier::NonEmergency, Language::En) => ["Call the non-emergency line", "", ""],
        (Tier::NonEmergency, Language::Es) => ["Llame a la línea que no es de emergencia", "", ""],
        (Tier::None, _) => [""; 3],
    };
    pieces.concat()
}

/// What to do. It ends with the way out when somebody is in danger after all.
pub fn advice(tier: Tier, emergency: &str, language: Language) -> String {
    let advice = match (tier, language) {
        (Tier::Life911, Language::En) => {
            return "If someone is hurt or in danger, do not wait for a reply here. Get to a safe place first if you can."
                .to_owned();
        }
        (Tier::Life911, Language::Es) => {
            return "Si alguien está herido o en peligro, no espere una respuesta aquí. Si puede, póngase antes a salvo."
                .to_owned();
        }
        (Tier::Crisis988, Language::En) => {
            "Trained people listen, free, day and night. You can keep writing here as well. "
        }
        (Tier::Crisis988, Language::Es) => {
            "Personas preparadas le escuchan, gratis, de día y de noche. También puede seguir escribiendo aquí. "
        }
        (Tier::CityEmergency, Language::En) => {
            "The City’s emergency line takes this. You do not need to wait for a reply here. "
        }
        (Tier::CityEmergency, Language::Es) => {
            "La línea de emergencias de la Ciudad atiende esto. No hace falta esperar una respuesta aquí. "
        }
        (Tier::NonEmergency, Language::En) => "Police and fire staff take this by phone. ",
        (Tier::NonEmergency, Language::Es) => "La policía y los bomberos atienden esto por teléfono. ",
        (Tier::None, _) => return String::new(),
    };
    [advice, &danger(emergency, language)].concat()
}

/// Whom to call when somebody is in danger after all; by itself where a message was only close to saying so.
pub fn danger(emergency: &str, language: Language) -> String {
    let [danger, end] = match language {
        Language::En => ["If anyone is in danger, call ", "."],
        Language::Es => ["Si alguien está en peligro, llame al ", "."],
    };
    [danger, emergency, end].concat()
}
