//! The city's policy as typed data: every number the city could dispute, with the clause it comes from.
//!
//! A policy is written as TOML in `policies/`, one file per city, and read by the edge's build and by `cargo xtask`. Engines
//! take it as a value. What a resident's browser needs of it is its [`Face`].

mod book;
mod cited;
mod face;
mod hold;
mod ladder;
mod messages;
mod sheet;
mod sign_in;
mod validate;

pub use book::Book;
pub use cited::{Cited, Source};
pub use face::{Face, FaceTopic, Payment};
pub use hold::HoldPolicy;
pub use ladder::LadderPolicy;
pub use messages::MessagePolicy;
pub use sheet::{Embed, Fact, Sheet};
pub use sign_in::{GroupRole, SignInPolicy};
pub use validate::Fault;

use crate::calendar::{Hours, Zone};
use crate::conduct::WorkContact;
use crate::id::{ChoiceId, CityId, StaffId, TopicId};
use crate::language::Language;
use crate::privacy::{Allowed, Category};
use crate::time::Millis;
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
    /// When a silent resident is asked, and when the chat then ends (EM-COM-F).
    pub silence: SilencePolicy,
    /// How long chats are kept (EM-RET).
    pub retention: RetentionPolicy,
    /// How chats come to staff.
    pub desk: DeskPolicy,
    /// When chats are answered (EM-HRS-A).
    pub hours: Hours,
    /// Messages left when nobody answers (TE-8.3).
    pub messages: MessagePolicy,
    /// What residents can ask about.
    pub topics: Vec<Topic>,
    /// The city's texts (EM-GEN-A).
    pub scripts: Cited<Vec<Script>>,
    /// How the clauses are called where people see them, such as "Live Chat Policy, Payments C".
    pub citations: Vec<Citation>,
    /// How staff come in.
    #[serde(default)]
    pub sign_in: SignInPolicy,
    /// The roster.
    #[serde(default)]
    pub staff: Vec<Staff>,
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
    /// The domains whose pages staff may link to, such as `emcity.org`; what lies below one counts.
    pub links: Cited<Vec<String>>,
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

/// When a resident who does not answer is asked whether they are there, and when the chat then ends (EM-COM-F).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SilencePolicy {
    /// How long the resident may be silent after staff wrote before they are asked, in seconds.
    pub asks_after_seconds: Cited<u32>,
    /// How long they then have to show that they are there, in seconds.
    pub ends_after_seconds: Cited<u32>,
    /// The number they are told to call instead.
    pub phone: Cited<String>,
}

/// How long chats are kept (EM-RET-A).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionPolicy {
    /// When the chats are shredded.
    pub purge: Cited<PurgeClock>,
    /// What becomes of a chat that is still open then.
    pub open_chats: Cited<OpenChats>,
    /// The retention schedule, as it stands on the certificates.
    pub schedule: Cited<String>,
    /// Chats that are kept beyond their day.
    pub holds: HoldPolicy,
}

/// When the chats are shredded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PurgeClock {
    /// Once a day at this hour of the city's clocks, 0 to 23.
    DailyHour(u8),
    /// Every so many seconds, for rehearsals.
    EverySeconds(u32),
}

/// What becomes of a chat that is open when the chats are shredded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenChats {
    /// It is ended and shredded with the others.
    End,
    /// It goes on into the next day.
    Carry,
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
    /// After how many seconds without a key or click someone who takes chats is offline (EM-COM-D).
    pub idle_seconds: Cited<u32>,
    /// After how many seconds in the line a resident gets the hold message (EM-COM-D-a-ii), and is offered to those who do not
    /// speak the language, too.
    pub hold_seconds: Cited<u32>,
    /// How long a transfer waits for the other side, in seconds; then it is back (EM-COM-G-a).
    pub transfer_seconds: Cited<u32>,
    /// How many chats at once are earned, and by what (EM-COM-E).
    pub ladder: LadderPolicy,
    /// Why a chat may go to someone else. None of them is a protected ground (EM-DIS-B).
    pub transfer_reasons: Cited<Vec<Choice>>,
    /// What can come of a chat: with the topic it is all that is kept of one.
    pub outcomes: Cited<Vec<Choice>>,
    /// Whether supervisors may read along in running chats (EM-HRS-C). Residents are then told so before they begin.
    pub read_along: Cited<bool>,
    /// What an abusive resident is told before a chat is ended for it (EM-COM-I-b, TE-5.9).
    pub warning: Cited<Names>,
}

/// An entry of a list that staff choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Identifier on the wire.
    pub id: ChoiceId,
    /// What it is called.
    pub names: Names,
    /// Whether it may be chosen only when the resident asked for it, as another language may.
    #[serde(default)]
    pub wish: bool,
}

/// A text of the city that staff put into a message and may change there (EM-GEN-A).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// What is typed after the slash to find it.
    pub id: ChoiceId,
    /// What it is called.
    pub names: Names,
    /// What it says, in each language a resident may have chosen.
    pub texts: Names,
    /// The topics it is for; none means all.
    #[serde(default)]
    pub topics: Vec<TopicId>,
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

/// A name in each of the city's languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl Names {
    /// The name in `language`, where the city has one in it.
    pub fn of(&self, language: Language) -> Option<&str> {
        language.choose(&self.en, &self.es)
    }

    /// The name in `language`, in English where the city has none in it.
    pub fn in_language(&self, language: Language) -> &str {
        self.of(language).unwrap_or(&self.en)
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
    /// The languages they answer in (EM-COM-H).
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The topics they answer; none means all (EM-COM-D-a).
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// Their telephone at work, which they may give (EM-PRI-A).
    #[serde(default)]
    pub phone: Option<String>,
    /// Their email at work, which they may give (EM-PRI-A), and by which the city's sign-in knows them.
    #[serde(default)]
    pub email: Option<String>,
    /// The name by which the city's sign-in knows them (`sub`), where that is not their email.
    #[serde(default)]
    pub subject: Option<String>,
}

impl Staff {
    /// What they may give of themselves (EM-PRI-A).
    pub fn work(&self) -> WorkContact<'_> {
        WorkContact { phone: self.phone.as_deref(), email: self.email.as_deref() }
    }

    /// How residents see this person.
    pub fn card(&self) -> StaffCard {
        StaffCard { name: self.name.clone(), title: self.title.clone(), department: self.department.clone() }
    }

    /// How a console shows this person.
    pub fn sample(&self) -> SampleStaff {
        SampleStaff {
            id: self.id.clone(),
            card: self.card(),
            role: self.role,
            phone: self.phone.clone(),
            email: self.email.clone(),
        }
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

    /// By when a resident hears who leaves a message about `topic` now, by `hours` (CS-A-2, TE-8.3).
    pub fn answer_due(&self, hours: &Hours, zone: &Zone, topic: &TopicId, now: Millis) -> Millis {
        let department = self.topic(topic).map_or("", |topic| &topic.department);
        hours.business_deadline(zone, department, now, self.messages.answer_business_days.value)
    }

    /// How long a chat is offered to one person.
    pub fn offer(&self) -> Duration {
        Duration::from_secs(self.desk.offer_seconds.value.into())
    }

    /// The member of staff with this identifier.
    pub fn staff(&self, id: &StaffId) -> Option<&Staff> {
        self.staff.iter().chain(&self.sample_staff).find(|staff| staff.id == *id)
    }

    /// How long someone who takes chats may touch nothing (EM-COM-D).
    pub fn idle(&self) -> Duration {
        Duration::from_secs(self.desk.idle_seconds.value.into())
    }

    /// How long a resident waits before the hold message comes (EM-COM-D-a-ii).
    pub fn hold(&self) -> Duration {
        Duration::from_secs(self.desk.hold_seconds.value.into())
    }

    /// How long a transfer waits for the other side.
    pub fn transfer(&self) -> Duration {
        Duration::from_secs(self.desk.transfer_seconds.value.into())
    }

    /// How long a resident may be silent after staff wrote before they are asked whether they are there.
    pub fn silence_asks(&self) -> Duration {
        Duration::from_secs(self.silence.asks_after_seconds.value.into())
    }

    /// How long they then have to show that they are.
    pub fn silence_ends(&self) -> Duration {
        Duration::from_secs(self.silence.ends_after_seconds.value.into())
    }

    /// How long a console may be silent before it is taken for gone: three beats.
    pub fn silence(&self) -> Duration {
        Duration::from_secs(u64::from(self.desk.beat_seconds.value).saturating_mul(3))
    }
}
