//! The part of a policy that a browser shows.

use super::{Names, Policy, TierAdvice, TierWords, extra};
use crate::id::{CityId, TopicId};
use crate::language::Language;
use crate::privacy::{Allowed, Category};
use crate::rule::Rule;
use crate::text::guidance::{self, Guidance};
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
    /// Codes of the kinds of data that pass.
    pub allowed: Vec<String>,
    /// What residents can ask about.
    pub topics: Vec<FaceTopic>,
    /// How the clauses are called, by identifier.
    pub citations: Vec<(String, Names)>,
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
    pub fn advice(&self, tier: Tier, quiet: bool, language: Language) -> Guidance {
        if quiet {
            return Guidance { title: String::new(), advice: guidance::danger(&self.emergency, language) };
        }
        let own = self.triage_advice.iter().find(|advice| advice.tier == tier);
        let advice = own.map(|own| own.names.in_language(language).to_owned());
        Guidance {
            title: guidance::title(tier, &self.emergency, language),
            advice: advice.unwrap_or_else(|| guidance::advice(tier, &self.emergency, language)),
        }
    }

    /// How `rule` is called in `language`; empty when the city gives it no name.
    pub fn citation(&self, rule: Rule, language: Language) -> &str {
        let cited = self.citations.iter().find(|(id, _)| id == rule.id());
        cited.map_or("", |(_, names)| names.in_language(language))
    }

    /// The name of a topic in `language`; its identifier where the policy no longer has it.
    pub fn topic<'a>(&'a self, id: &'a TopicId, language: Language) -> &'a str {
        let known = self.topics.iter().find(|topic| topic.id == *id);
        known.map_or(id.as_str(), |topic| topic.names.in_language(language))
    }
}

impl From<&Policy> for Face {
    fn from(policy: &Policy) -> Self {
        let topics = policy.topics.iter().map(|topic| FaceTopic {
            id: topic.id.clone(),
            names: topic.names.clone(),
            email: topic.email.value.clone(),
        });
        let citations = policy.citations.iter();
        Self {
            id: policy.city.id.clone(),
            name: policy.city.name.clone(),
            accent: policy.city.accent.value.clone(),
            languages: policy.city.languages.clone(),
            emergency: policy.contact.emergency.value.clone(),
            city_emergency: policy.contact.city_emergency.value.clone(),
            non_emergency: policy.contact.non_emergency.value.clone(),
            office: policy.contact.office.value.clone(),
            crisis: policy.triage.crisis.value.clone(),
            text_to_emergency: policy.triage.text_to_emergency.value,
            triage_words: policy.triage.words.value.clone(),
            triage_advice: policy.triage.advice.value.clone(),
            payment: Payment {
                page: policy.payment.page.value.clone(),
                phone: policy.payment.phone.value.clone(),
            },
            allowed: policy.privacy.allowed.value.clone(),
            topics: topics.collect(),
            citations: citations
                .map(|citation| (citation.rule.id().to_owned(), citation.names.clone()))
                .collect(),
        }
    }
}
