//! What a policy file can get wrong, said so that whoever writes it can mend it.

use super::{Policy, PurgeClock};
use crate::privacy::Category;
use thiserror::Error;

/// A fault in a policy file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// Nothing to choose.
    #[error("`{0}` is empty: give at least one entry")]
    Empty(&'static str),
    /// Two topics of one name.
    #[error("topic `{0}` stands twice: give each its own id")]
    TopicTwice(String),
    /// Two people of one name.
    #[error("`staff` names `{0}` twice: give each person their own id")]
    StaffTwice(String),
    /// Someone who could never come in.
    #[error("`staff` names `{0}` without `email` or `subject`: no sign-in could tell that it is they")]
    Unreachable(String),
    /// Hours of a department that no topic names.
    #[error("`hours` names the department `{0}`, which no topic has: write it as the topic does")]
    Department(String),
    /// Not a kind of data the engine knows.
    #[error(
        "`privacy.allowed` names `{0}`, which is no kind of data: see Category in shared/src/privacy/category.rs"
    )]
    UnknownKind(String),
    /// Not an origin.
    #[error("`city.origins` holds `{0}`: write scheme://host or scheme://host:port, without a path")]
    Origin(String),
    /// Not a domain.
    #[error("`city.links` holds `{0}`: write a domain such as emcity.org, without scheme or path")]
    Domain(String),
    /// Not a colour.
    #[error("`city.accent` is `{0}`: write #rrggbb")]
    Accent(String),
    /// A number out of its bounds.
    #[error("`{field}` is {value}: it must be between {least} and {most}")]
    Bounds {
        /// Which value.
        field: &'static str,
        /// What it is.
        value: u32,
        /// The least it may be.
        least: u32,
        /// The most it may be.
        most: u32,
    },
    /// A made-up value in a production build.
    #[error("`{0}` still is a sample: give the city's own value and its clause, or source = \"product\"")]
    Sample(&'static str),
}

impl Policy {
    /// Everything that is wrong with the policy; nothing when it can be used.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let bounded = [
            ("chat.messages_in_ten_seconds", self.chat.messages_in_ten_seconds.value, 1, 1_000),
            ("chat.messages_in_a_minute", self.chat.messages_in_a_minute.value, 1, 6_000),
            ("chat.most_events", self.chat.most_events.value, 50, 20_000),
            ("chat.connections", self.chat.connections.value, 1, 20),
            ("chat.token_seconds", self.chat.token_seconds.value, 60, 86_400),
            // WCAG 2.2.1 asks for at least twenty seconds to answer.
            ("silence.asks_after_seconds", self.silence.asks_after_seconds.value, 5, 3_600),
            ("silence.ends_after_seconds", self.silence.ends_after_seconds.value, 20, 3_600),
            ("desk.offer_seconds", self.desk.offer_seconds.value, 1, 600),
            ("desk.first_seats", self.desk.first_seats.value.into(), 1, 10),
            ("desk.beat_seconds", self.desk.beat_seconds.value, 1, 60),
            ("desk.idle_seconds", self.desk.idle_seconds.value, 1, 3_600),
            ("desk.hold_seconds", self.desk.hold_seconds.value, 1, 3_600),
            ("desk.transfer_seconds", self.desk.transfer_seconds.value, 1, 600),
            ("desk.ladder.second_chats", self.desk.ladder.second_chats.value, 1, 100_000),
            ("desk.ladder.third_chats", self.desk.ladder.third_chats.value, 1, 100_000),
            ("desk.ladder.most_seats", self.desk.ladder.most_seats.value.into(), 1, 10),
            ("desk.ladder.satisfaction_percent", self.desk.ladder.satisfaction_percent.value, 0, 99),
            ("desk.ladder.response_seconds", self.desk.ladder.response_seconds.value, 1, 3_600),
            ("desk.ladder.window", self.desk.ladder.window.value, 1, 500),
            ("desk.ladder.least_answers", self.desk.ladder.least_answers.value, 1, 500),
            ("desk.ladder.margin_percent", self.desk.ladder.margin_percent.value, 0, 50),
            ("desk.ladder.margin_seconds", self.desk.ladder.margin_seconds.value, 0, 3_600),
            ("hours.last_chat_minutes", self.hours.last_chat_minutes.value.into(), 0, 240),
            ("messages.answer_business_days", self.messages.answer_business_days.value.into(), 1, 20),
            ("messages.answered_kept_seconds", self.messages.answered_kept_seconds.value, 1, 604_800),
            ("messages.most_open", self.messages.most_open.value, 1, 10_000),
            ("messages.most_in_ten_minutes", self.messages.most_in_ten_minutes.value, 1, 1_000),
        ];
        for (field, value, least, most) in bounded {
            if !(least..=most).contains(&value) {
                faults.push(Fault::Bounds { field, value, least, most });
            }
        }
        let (field, value, least, most) = match self.retention.purge.value {
            PurgeClock::DailyHour(hour) => ("retention.purge.daily_hour", hour.into(), 0, 23),
            PurgeClock::EverySeconds(seconds) => ("retention.purge.every_seconds", seconds, 30, 86_400),
        };
        if !(least..=most).contains(&value) {
            faults.push(Fault::Bounds { field, value, least, most });
        }
        let lists = [
            ("desk.transfer_reasons", self.desk.transfer_reasons.value.is_empty()),
            ("desk.outcomes", self.desk.outcomes.value.is_empty()),
            ("retention.holds.reasons", self.retention.holds.reasons.value.is_empty()),
        ];
        faults.extend(lists.into_iter().filter(|(_, empty)| *empty).map(|(field, _)| Fault::Empty(field)));
        if self.topics.is_empty() {
            faults.push(Fault::Empty("topics"));
        }
        if self.city.languages.is_empty() {
            faults.push(Fault::Empty("city.languages"));
        }
        for (place, topic) in self.topics.iter().enumerate() {
            if self.topics.iter().take(place).any(|earlier| earlier.id == topic.id) {
                faults.push(Fault::TopicTwice(topic.id.as_str().to_owned()));
            }
        }
        let people = || self.staff.iter().chain(&self.sample_staff);
        for (place, staff) in people().enumerate() {
            if people().take(place).any(|earlier| earlier.id == staff.id) {
                faults.push(Fault::StaffTwice(staff.id.as_str().to_owned()));
            }
        }
        let unknown = self.staff.iter().filter(|staff| staff.email.is_none() && staff.subject.is_none());
        faults.extend(unknown.map(|staff| Fault::Unreachable(staff.id.as_str().to_owned())));
        let special = self.hours.days.value.iter().filter_map(|day| day.department.as_ref());
        let named = self.hours.departments.iter().map(|own| &own.department).chain(special);
        let unknown = named.filter(|named| !self.topics.iter().any(|topic| topic.department == **named));
        faults.extend(unknown.cloned().map(Fault::Department));
        let unknown = self.privacy.allowed.value.iter().filter(|code| Category::from_code(code).is_none());
        faults.extend(unknown.cloned().map(Fault::UnknownKind));
        let origins = self.city.origins.value.iter().filter(|origin| !is_origin(origin));
        faults.extend(origins.cloned().map(Fault::Origin));
        let links = self.city.links.value.iter().filter(|domain| !is_domain(domain));
        faults.extend(links.cloned().map(Fault::Domain));
        if !is_colour(&self.city.accent.value) {
            faults.push(Fault::Accent(self.city.accent.value.clone()));
        }
        faults
    }

    /// The values that were only made up, which a production build refuses.
    pub fn samples(&self) -> Vec<Fault> {
        use super::cited::made_up;
        let values = [
            ("city.accent", made_up(&self.city.accent)),
            ("city.origins", made_up(&self.city.origins)),
            ("city.links", made_up(&self.city.links)),
            ("contact.emergency", made_up(&self.contact.emergency)),
            ("contact.city_emergency", made_up(&self.contact.city_emergency)),
            ("contact.non_emergency", made_up(&self.contact.non_emergency)),
            ("contact.office", made_up(&self.contact.office)),
            ("payment.page", made_up(&self.payment.page)),
            ("payment.phone", made_up(&self.payment.phone)),
            ("privacy.allowed", made_up(&self.privacy.allowed)),
            ("chat.messages_in_ten_seconds", made_up(&self.chat.messages_in_ten_seconds)),
            ("chat.messages_in_a_minute", made_up(&self.chat.messages_in_a_minute)),
            ("chat.most_events", made_up(&self.chat.most_events)),
            ("chat.connections", made_up(&self.chat.connections)),
            ("chat.token_seconds", made_up(&self.chat.token_seconds)),
            ("silence.asks_after_seconds", made_up(&self.silence.asks_after_seconds)),
            ("silence.ends_after_seconds", made_up(&self.silence.ends_after_seconds)),
            ("silence.phone", made_up(&self.silence.phone)),
            ("retention.purge", made_up(&self.retention.purge)),
            ("retention.open_chats", made_up(&self.retention.open_chats)),
            ("retention.schedule", made_up(&self.retention.schedule)),
            ("retention.holds.reasons", made_up(&self.retention.holds.reasons)),
            ("retention.holds.lapses_after_seconds", made_up(&self.retention.holds.lapses_after_seconds)),
            (
                "retention.holds.undecided_after_seconds",
                made_up(&self.retention.holds.undecided_after_seconds),
            ),
            (
                "retention.holds.resident_banned_seconds",
                made_up(&self.retention.holds.resident_banned_seconds),
            ),
            ("retention.holds.other_banned_seconds", made_up(&self.retention.holds.other_banned_seconds)),
            ("retention.holds.not_banned_seconds", made_up(&self.retention.holds.not_banned_seconds)),
            (
                "retention.holds.request_answered_seconds",
                made_up(&self.retention.holds.request_answered_seconds),
            ),
            ("desk.offer_seconds", made_up(&self.desk.offer_seconds)),
            ("desk.first_seats", made_up(&self.desk.first_seats)),
            ("desk.beat_seconds", made_up(&self.desk.beat_seconds)),
            ("desk.idle_seconds", made_up(&self.desk.idle_seconds)),
            ("desk.hold_seconds", made_up(&self.desk.hold_seconds)),
            ("desk.transfer_seconds", made_up(&self.desk.transfer_seconds)),
            ("desk.ladder", self.desk.ladder.is_made_up()),
            ("desk.transfer_reasons", made_up(&self.desk.transfer_reasons)),
            ("desk.outcomes", made_up(&self.desk.outcomes)),
            ("desk.read_along", made_up(&self.desk.read_along)),
            ("desk.warning", made_up(&self.desk.warning)),
            ("scripts", made_up(&self.scripts)),
            ("hours.last_chat_minutes", made_up(&self.hours.last_chat_minutes)),
            ("hours.week", made_up(&self.hours.week)),
            ("hours.days", made_up(&self.hours.days)),
            ("hours.departments.week", self.hours.departments.iter().any(|own| made_up(&own.week))),
            ("messages", self.messages.is_made_up()),
            ("topics.email", self.topics.iter().any(|topic| made_up(&topic.email))),
            ("sample_staff", !self.sample_staff.is_empty()),
        ];
        values.into_iter().filter(|(_, sample)| *sample).map(|(field, _)| Fault::Sample(field)).collect()
    }
}

/// `scheme://host[:port]`, nothing after it, as browsers send it in `Origin`.
fn is_origin(text: &str) -> bool {
    let Some((scheme, host)) = text.split_once("://") else { return false };
    matches!(scheme, "http" | "https")
        && !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte))
}

fn is_domain(text: &str) -> bool {
    let mut labels = text.split('.');
    text.contains('.')
        && labels.all(|label| {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            !label.is_empty() && label.bytes().all(plain)
        })
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
