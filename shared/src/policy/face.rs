//! The part of a policy that a browser shows.

use super::{Names, Policy, TierAdvice, TierWords, extra};
use crate::calendar::{Hours, Openings, Zone};
use crate::colour::{self, Colour};
use crate::id::{CityId, TopicId};
use crate::language::Language;
use crate::privacy::{Allowed, Category};
use crate::rule::Rule;
use crate::text::Speech;
use crate::text::guidance::{self, Guidance};
use crate::time::Millis;
use crate::triage::{Extra, Tier};
use serde::{Deserialize, Serialize};

/// What `GET /v1/city` answers: all that a browser needs to know of the policy, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// The city's identifier.
    pub id: CityId,
    /// The name residents know.
    pub name: String,
    /// The city's colour, as `#rrggbb`.
    pub accent: String,
    /// What follows from it: the custom properties of the app, as a style says them. Empty stands for the product's own.
    #[serde(default)]
    pub theme: String,
    /// The languages the chat is offered in.
    pub languages: Vec<Language>,
    /// Number for risk to life or property.
    pub emergency: String,
    /// Number for the city's own emergencies.
    pub city_emergency: String,
    /// Number for police and fire matters without risk.
    pub non_emergency: String,
    /// The office's number.
    pub office: String,
    /// The number to call after a chat that ended in silence (EM-COM-F).
    #[serde(default)]
    pub call_back: String,
    /// The line for people in an emotional crisis, by call and by text.
    pub crisis: String,
    /// Whether the emergency number takes text messages.
    pub text_to_emergency: bool,
    /// The city's own words that call for emergency guidance.
    pub triage_words: Vec<TierWords>,
    /// What the city says of a tier in its own words.
    pub triage_advice: Vec<TierAdvice>,
    /// How residents pay.
    pub payment: Payment,
    /// The domains whose pages staff may link to.
    #[serde(default)]
    pub links: Vec<String>,
    /// Codes of the kinds of data that pass.
    pub allowed: Vec<String>,
    /// What residents can ask about.
    pub topics: Vec<FaceTopic>,
    /// How the clauses are called, by identifier.
    pub citations: Vec<(String, Names)>,
    /// The city's time zone, by its IANA name.
    #[serde(default)]
    pub time_zone: String,
    /// When chats are answered (EM-HRS-A, PI-HOURS); an edge of yesterday tells nothing, and says no itself.
    #[serde(default)]
    pub openings: Option<Openings>,
    /// Whether a supervisor may read along (EM-HRS-C); residents are told before they begin.
    #[serde(default)]
    pub read_along: bool,
}

/// How residents pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payment {
    /// Address of the payment page.
    pub page: String,
    /// Number for paying by phone.
    pub phone: String,
}

/// A topic as residents see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaceTopic {
    /// Identifier on the wire.
    pub id: TopicId,
    /// The name in each language.
    pub names: Names,
    /// Where one can write instead of waiting.
    pub email: String,
    /// When its department answers, where that differs from the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub openings: Option<Openings>,
    /// By when a resident hears who leaves a message about it now (CS-A-2); an edge of yesterday takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_due: Option<Millis>,
}

impl Face {
    /// The kinds of data that pass.
    pub fn allowed(&self) -> Allowed {
        self.allowed.iter().filter_map(|code| Category::from_code(code)).fold(Allowed::NOTHING, Allowed::and)
    }

    /// The city's own words for triage.
    pub fn extra(&self) -> Extra {
        extra(&self.triage_words)
    }

    /// What to do in what calls for `tier`. `quiet` where the tier was only close: then the advice says no more than whom to
    /// call if somebody is in danger.
    pub fn advice(&self, tier: Tier, quiet: bool, speech: Speech) -> Guidance {
        if quiet {
            return Guidance { title: String::new(), advice: guidance::danger(&self.emergency, speech) };
        }
        let own = self.triage_advice.iter().find(|advice| advice.tier == tier);
        let advice = own.and_then(|own| own.names.of(speech.language())).map(str::to_owned);
        Guidance {
            title: guidance::title(tier, &self.emergency, speech),
            advice: advice.unwrap_or_else(|| guidance::advice(tier, &self.emergency, speech)),
        }
    }

    /// The number that `tier` calls for; none has none.
    pub fn line(&self, tier: Tier) -> &str {
        match tier {
            Tier::Life911 => &self.emergency,
            Tier::Crisis988 => &self.crisis,
            Tier::CityEmergency => &self.city_emergency,
            Tier::NonEmergency => &self.non_emergency,
            Tier::None => "",
        }
    }

    /// What staff can say to a resident whose words call for `tier`: what the resident's own browser shows, as a message.
    pub fn script(&self, tier: Tier, speech: Speech) -> String {
        let Guidance { title, advice } = self.advice(tier, false, speech);
        let line = self.line(tier);
        let number = if title.contains(line) { "" } else { line };
        let colon = if number.is_empty() { "" } else { ": " };
        [&title, colon, number, ". ", &advice].concat()
    }

    /// How `rule` is called in `language`; empty when the city gives it no name.
    pub fn citation(&self, rule: Rule, language: Language) -> &str {
        let cited = self.citations.iter().find(|(id, _)| id == rule.id());
        cited.map_or("", |(_, names)| names.in_language(language))
    }

    /// When chats about a topic are answered.
    pub fn openings(&self, topic: Option<&TopicId>) -> Option<&Openings> {
        let own = self.topics.iter().find(|known| Some(&known.id) == topic);
        own.and_then(|topic| topic.openings.as_ref()).or(self.openings.as_ref())
    }

    /// The name of a topic in `language`; its identifier where the policy no longer has it.
    pub fn topic<'a>(&'a self, id: &'a TopicId, language: Language) -> &'a str {
        let known = self.topics.iter().find(|topic| topic.id == *id);
        known.map_or(id.as_str(), |topic| topic.names.in_language(language))
    }
}

impl Face {
    /// What a browser sees of `policy` at `now`, with the hours as they stand.
    pub fn new(policy: &Policy, hours: &Hours, zone: &Zone, now: Millis) -> Self {
        let topics = policy.topics.iter().map(|topic| FaceTopic {
            openings: hours.differ(&topic.department).then(|| hours.openings(zone, &topic.department, now)),
            message_due: Some(policy.answer_due(hours, zone, &topic.id, now)),
            id: topic.id.clone(),
            names: topic.names.clone(),
            email: topic.email.value.clone(),
        });
        let citations = policy.citations.iter();
        Self {
            id: policy.city.id.clone(),
            name: policy.city.name.clone(),
            accent: policy.city.accent.value.clone(),
            theme: Colour::parse(&policy.city.accent.value).map(colour::theme).unwrap_or_default(),
            languages: policy.city.languages.clone(),
            emergency: policy.contact.emergency.value.clone(),
            city_emergency: policy.contact.city_emergency.value.clone(),
            non_emergency: policy.contact.non_emergency.value.clone(),
            office: policy.contact.office.value.clone(),
            call_back: policy.silence.phone.value.clone(),
            crisis: policy.triage.crisis.value.clone(),
            text_to_emergency: policy.triage.text_to_emergency.value,
            triage_words: policy.triage.words.value.clone(),
            triage_advice: policy.triage.advice.value.clone(),
            payment: Payment {
                page: policy.payment.page.value.clone(),
                phone: policy.payment.phone.value.clone(),
            },
            links: policy.city.links.value.clone(),
            allowed: policy.privacy.allowed.value.clone(),
            topics: topics.collect(),
            citations: citations
                .map(|citation| (citation.rule.id().to_owned(), citation.names.clone()))
                .collect(),
            time_zone: policy.city.time_zone.clone(),
            openings: Some(hours.openings(zone, "", now)),
            read_along: policy.desk.read_along.value,
        }
    }
}
