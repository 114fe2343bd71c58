//! The clauses the product enforces, each with the identifier by which code, policy files, tests and pages cite it.
//!
//! EM: Eagle Mountain, Website Live Chat Policy. CS: City Customer Service Policy. TE: Tecumseh, Customer Service Policy.
//! PI: Pittsburg, Customer Service Standards. IR: Resolution of Customer Inquiries.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The identifier names no clause.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` names no rule: see shared/src/rule.rs for the identifiers")]
pub struct UnknownRule(String);

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident = $id:literal,)+) => {
        /// One clause of the policies.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[$meta])* $name,)+ }

        impl Rule {
            /// Every clause.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The identifier, such as `EM-PAY-C`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

impl Rule {
    /// The clause with this identifier.
    pub fn parse(id: &str) -> Result<Self, UnknownRule> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id).ok_or_else(|| UnknownRule(id.to_owned()))
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::parse(&id).map_err(serde::de::Error::custom)
    }
}

rules! {
    /// A chat session begins when the customer asks for help and ends when they disengage
    EmDef3 = "EM-DEF-3",
    /// Forwarding ends one agent's part after the new agent is presented
    EmDef7 = "EM-DEF-7",
    /// Transient communications are not retained
    EmDef11 = "EM-DEF-11",
    /// Agents never share their own personal contact details, address, age; work phone and email are fine
    EmPriA = "EM-PRI-A",
    /// Agents ask only for what serves the customer: service address, account number, name, basic contact
    EmPriB = "EM-PRI-B",
    /// Collected personal data is not retained or shared except with employees helping
    EmPriBA = "EM-PRI-B-a",
    /// No payment information in chat; payment requests go to the online payment page or a call-in number
    EmPayC = "EM-PAY-C",
    /// Sessions are transient; logs removed daily
    EmRetA = "EM-RET-A",
    /// Agents keep no copies
    EmRetB = "EM-RET-B",
    /// Transcripts may be kept from the first one with harassment, for ban evaluation
    EmRetBAI = "EM-RET-B-a-i",
    /// Marking is done within the tool
    EmRetBAI1 = "EM-RET-B-a-i-1",
    /// Non-resident's records may be destroyed after the decision
    EmRetBAIi = "EM-RET-B-a-ii",
    /// A resident's ban decision with its transcripts is kept two years
    EmRetBAIii = "EM-RET-B-a-iii",
    /// No substandard service on protected grounds
    EmDisA = "EM-DIS-A",
    /// No transfer on protected grounds
    EmDisB = "EM-DIS-B",
    /// Professional, no casual speech, no opinions, courteous
    EmComA = "EM-COM-A",
    /// Honest; refer when unsure
    EmComB = "EM-COM-B",
    /// Agents use no profanity
    EmComC = "EM-COM-C",
    /// Answer like a phone call; away more than five minutes → offline
    EmComD = "EM-COM-D",
    /// Supervisors dedicate staff to channels, for periods
    EmComDA = "EM-COM-D-a",
    /// In person before phone before live chat
    EmComDAI = "EM-COM-D-a-i",
    /// The hold message when all are busy
    EmComDAIi = "EM-COM-D-a-ii",
    /// Agents mostly online in their workday
    EmComDB = "EM-COM-D-b",
    /// One chat at a time; two after 100 chats, satisfaction over 80 %, first response under a minute
    EmComEA = "EM-COM-E-a",
    /// Three after 500 chats, same levels held
    EmComEB = "EM-COM-E-b",
    /// Step down when scores fall
    EmComEC = "EM-COM-E-c",
    /// Two silent minutes → check and warn; two more → goodbye with a number, end
    EmComF = "EM-COM-F",
    /// Forward to one who can help better
    EmComG = "EM-COM-G",
    /// Make sure the transfer arrived
    EmComGA = "EM-COM-G-a",
    /// Other language → bilingual agent when available
    EmComH = "EM-COM-H",
    /// Agents do not harass
    EmComI = "EM-COM-I",
    /// Harassed agent: supervisor and retained transcript
    EmComIA = "EM-COM-I-a",
    /// Told to cease, then supervisor takes the chat, then may ban
    EmComIB = "EM-COM-I-b",
    /// No ban without the supervisor
    EmComIBI = "EM-COM-I-b-i",
    /// Chats only in work hours
    EmHrsA = "EM-HRS-A",
    /// Last chat starts 30 minutes before closing
    EmHrsAA = "EM-HRS-A-a",
    /// Agents don't click customers' links
    EmHrsB = "EM-HRS-B",
    /// Supervisors daily review random chats, quality and common questions
    EmHrsC = "EM-HRS-C",
    /// Wrong department → advise and link the city page
    EmImpA = "EM-IMP-A",
    /// Off topic → ask, explain, end
    EmImpB = "EM-IMP-B",
    /// Scripts allowed
    EmGenA = "EM-GEN-A",
    /// Emergency with risk → 911 now; no risk → non-emergency line; city emergency → its own number now
    EmGenB = "EM-GEN-B",
    /// Supervisor weighs penalties case by case
    EmPenA = "EM-PEN-A",
    /// Agents may self-report
    EmPenB = "EM-PEN-B",
    /// Suspend or bar an agent
    EmPenC = "EM-PEN-C",
    /// Inquiries answered within two business days
    CsA2 = "CS-A-2",
    /// Accurate answer or the right department
    CsA3 = "CS-A-3",
    /// Complaints acknowledged and documented
    CsB1 = "CS-B-1",
    /// Supervisors told of escalations and misconduct
    CsB2 = "CS-B-2",
    /// A contact point per department; progress tracked
    CsB3 = "CS-B-3",
    /// Training and development
    CsC2 = "CS-C-2",
    /// Collect feedback
    CsD1 = "CS-D-1",
    /// Periodic review
    CsD2 = "CS-D-2",
    /// Anonymous complaints with no risk to life or safety are not followed up
    Te41 = "TE-4.1",
    /// No tolerance of abuse; report to the manager with details
    Te42 = "TE-4.2",
    /// Another department's matter → service request; the customer knows who handles it
    Te43 = "TE-4.3",
    /// Complaint on an employee goes to the director, not the work-order system: looked into in 3 business days, resolved in 15
    Te44 = "TE-4.4",
    /// Call back within one business day
    Te52 = "TE-5.2",
    /// Messages complete, confidential, disposed of
    Te55 = "TE-5.5",
    /// Transfer tells the caller who and which department; when unavailable take a message
    Te56 = "TE-5.6",
    /// Plain language
    Te57 = "TE-5.7",
    /// Warn, then end an abusive contact, tell the manager
    Te59 = "TE-5.9",
    /// Email in three business days
    Te61 = "TE-6.1",
    /// Web messages in business hours or one business day
    Te82 = "TE-8.2",
    /// E-forms answered in two business days, with reassurance
    Te83 = "TE-8.3",
    /// Accessible customer service
    Te122 = "TE-12.2",
    /// Greeting with name, title, department, alternate contact, response time
    PiGreet = "PI-GREET",
    /// Auto-replies state a time frame; absences, holidays, closures announced
    PiAuto = "PI-AUTO",
    /// Served in order of arrival, except an appointment
    PiOrder = "PI-ORDER",
    /// After hours, high-priority and public-safety issues go to the after-hour service
    PiAfter = "PI-AFTER",
    /// Translation on request or evident need, by qualified staff or a third party
    PiTrans = "PI-TRANS",
    /// Compliant with disability access standards
    PiAccess = "PI-ACCESS",
    /// Hours of operation posted
    PiHours = "PI-HOURS",
    /// Solicitors directed to the contracting page
    PiSolicit = "PI-SOLICIT",
    /// A representative experiences a breach
    Ir1 = "IR-1",
    /// It is submitted in writing to the administrator (IRA)
    Ir2 = "IR-2",
    /// The IRA assesses it and other relevant interactions
    Ir3 = "IR-3",
    /// Restrictions proportionate and for a reasonable period
    Ir4 = "IR-4",
    /// Written notice with details, investigation, proposal, and 10 business days for representations
    Ir5 = "IR-5",
    /// Decision after representations, notified in writing
    Ir6 = "IR-6",
    /// City Manager informed; notes in the CRM
    Ir7 = "IR-7",
    /// Reassessed every year
    Ir8 = "IR-8",
    /// Appeal within 10 business days to the City Manager
    Ir9 = "IR-9",
}
