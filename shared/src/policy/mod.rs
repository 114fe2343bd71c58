//! The city's policy as typed data: every number the city could dispute, with the clause it comes from.
//!
//! A policy is written as TOML in `policies/`, one file per city, and read by the edge's build and by `cargo xtask`. Engines
//! take it as a value. What a resident's browser needs of it is its [`Face`].

mod cited;
mod face;
mod validate;

pub use cited::{Cited, Source};
pub use face::{Face, FaceTopic, Payment};
pub use validate::Fault;

use crate::id::{CityId, StaffId, TopicId};
use crate::language::Language;
use crate::privacy::{Allowed, Category};
use crate::triage::{Extra, Tier};
use crate::wire::v1::{Role, SampleStaff, StaffCard};
use core::time::Duration;
use serde::{Deserialize, Serialize};

/// One city's policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Who the city is.
    pub city: City,
    /// How the city is reached besides the chat.
    pub contact: Contact,
    /// How residents pay (EM-PAY-C).
    pub payment: PaymentPolicy,
    /// What personal data the city needs in chats (EM-PRI-B).
    pub privacy: PrivacyPolicy,
    /// What emergency guidance says besides the numbers of [`Contact`] (EM-GEN-B).
    pub triage: TriagePolicy,
    /// The bounds of one chat.
    pub chat: ChatPolicy,
    /// How chats come to staff.
    pub desk: DeskPolicy,
    /// What residents can ask about.
    pub topics: Vec<Topic>,
    /// How the clauses are called where people see them, such as "Live Chat Policy, Payments C".
    pub citations: Vec<Citation>,
    /// Invented staff, with whom a development deployment can be tried. A production build refuses them.
    #[serde(default)]
    pub sample_staff: Vec<Staff>,
}

/// Who the city is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// The identifier in addresses; also the name of the policy file.
    pub id: CityId,
    /// The name residents know.
    pub name: String,
    /// IANA name of the city's time zone.
    pub time_zone: String,
    /// The city's colour, as `#rrggbb`.
    pub accent: Cited<String>,
    /// The origins of the city's website, whose pages may open the chat. `scheme://host[:port]`, exactly.
    pub origins: Cited<Vec<String>>,
    /// The languages the chat is offered in.
    pub languages: Vec<Language>,
}

/// How the city is reached besides the chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Risk to life or property.
    pub emergency: Cited<String>,
    /// The city's own emergencies: water, roads, flooding.
    pub city_emergency: Cited<String>,
    /// Police and fire matters without risk.
    pub non_emergency: Cited<String>,
    /// The office, in working hours.
    pub office: Cited<String>,
}

/// How residents pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentPolicy {
    /// Address of the payment page.
    pub page: Cited<String>,
    /// Number for paying by phone.
    pub phone: Cited<String>,
}

/// What personal data the city needs in chats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivacyPolicy {
    /// Codes of the kinds of data that pass although the engine knows them.
    pub allowed: Cited<Vec<String>>,
}

/// What emergency guidance says besides the numbers of [`Contact`]. Which tiers there are and which goes first is not for a
/// city to change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriagePolicy {
    /// The line for people in an emotional crisis, by call and by text.
    pub crisis: Cited<String>,
    /// Whether the emergency number takes text messages here.
    pub text_to_emergency: Cited<bool>,
    /// Words of the city's own that call for a tier, such as the local name of a dam.
    pub words: Cited<Vec<TierWords>>,
    /// What the city says of a tier in place of the product's own advice.
    pub advice: Cited<Vec<TierAdvice>>,
}

/// What the city says to do in what calls for a tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierAdvice {
    /// The tier.
    pub tier: Tier,
    /// The advice in each language.
    pub names: Names,
}

/// Words that call for a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierWords {
    /// The tier.
    pub tier: Tier,
    /// The words, compared without case, accents and endings.
    pub words: String,
}

/// The bounds of one chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChatPolicy {
    /// How many messages one side may send within ten seconds.
    pub messages_in_ten_seconds: Cited<u32>,
    /// How many messages one side may send within a minute.
    pub messages_in_a_minute: Cited<u32>,
    /// How many events one chat may hold.
    pub most_events: Cited<u32>,
    /// In how many tabs one side may have the chat open.
    pub connections: Cited<u32>,
    /// How long the resident's token lasts, in seconds; at most a day, since chats are removed daily.
    pub token_seconds: Cited<u32>,
}

/// How chats come to staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskPolicy {
    /// How long a chat is offered to one person, in seconds.
    pub offer_seconds: Cited<u32>,
    /// How many chats one person starts with (EM-COM-E-a).
    pub first_seats: Cited<u8>,
    /// How often a console says that it is there, in seconds. One that misses three is taken for gone.
    pub beat_seconds: Cited<u32>,
}

/// What residents can ask about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Identifier on the wire.
    pub id: TopicId,
    /// The name in each language.
    pub names: Names,
    /// The department that answers.
    pub department: String,
    /// Where one can write instead of waiting (EM-COM-D-a-ii).
    pub email: Cited<String>,
}

/// A name in each of the product's languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl Names {
    /// The name in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
        }
    }
}

/// How a clause is called where people see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The clause.
    pub rule: crate::rule::Rule,
    /// Its name in each language.
    pub names: Names,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Identifier in the roster.
    pub id: StaffId,
    /// Full name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Department.
    pub department: String,
    /// What they may do.
    pub role: Role,
}

impl Staff {
    /// How residents see this person.
    pub fn card(&self) -> StaffCard {
        StaffCard { name: self.name.clone(), title: self.title.clone(), department: self.department.clone() }
    }

    /// How the sign-in page of a development deployment shows this person.
    pub fn sample(&self) -> SampleStaff {
        SampleStaff { id: self.id.clone(), card: self.card(), role: self.role }
    }
}

/// The words in the form that triage compares.
fn extra(words: &[TierWords]) -> Extra {
    let mut extra = Extra::default();
    for TierWords { tier, words } in words {
        extra.add(*tier, words);
    }
    extra
}

impl Policy {
    /// The kinds of data that pass. Codes that name none were refused by [`Policy::faults`].
    pub fn allowed(&self) -> Allowed {
        let codes = self.privacy.allowed.value.iter();
        codes.filter_map(|code| Category::from_code(code)).fold(Allowed::NOTHING, Allowed::and)
    }

    /// The city's own words for triage.
    pub fn extra(&self) -> Extra {
        extra(&self.triage.words.value)
    }

    /// The topic with this identifier.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// How long a chat is offered to one person.
    pub fn offer(&self) -> Duration {
        Duration::from_secs(self.desk.offer_seconds.value.into())
    }

    /// How long a console may be silent before it is taken for gone: three beats.
    pub fn silence(&self) -> Duration {
        Duration::from_secs(u64::from(self.desk.beat_seconds.value).saturating_mul(3))
    }
}
