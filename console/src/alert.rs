//! Nobody misses a chat: who is told what, when, and how often.
//!
//! Looked at after every change and every second. It compares what stands on the screen with what was there before, and says
//! what is to be heard. An offer sounds until it is answered or gone, a message until it is looked at; what is looked at is
//! silent (experience.md A7: sound on everything gets turned off).

use core::time::Duration;
use shared::id::SessionId;
use shared::time::Millis;
use std::collections::BTreeMap;

/// An offer stands for twenty seconds or so: it sounds three times.
const OFFER_AGAIN: Duration = Duration::from_secs(7);
/// A message that nobody looks at sounds again.
const MESSAGE_AGAIN: Duration = Duration::from_secs(15);
/// An alarm that no supervisor has seen sounds again.
const ALARM_AGAIN: Duration = Duration::from_secs(10);

/// What stands on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// The chat that is offered and not answered.
    pub offer: Option<SessionId>,
    /// The chats on the screen.
    pub chats: Vec<Heard>,
    /// The chats with somebody in danger that no supervisor has seen (EM-GEN-B).
    pub alarms: Vec<SessionId>,
}

/// What is heard of one chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The chat.
    pub chat: SessionId,
    /// How many messages of the resident it has.
    pub theirs: usize,
    /// How many of them came after the last own message.
    pub unanswered: usize,
    /// Whether it is over.
    pub ended: bool,
    /// Whether someone is looking at it.
    pub looked_at: bool,
    /// Whether somebody in it is in danger (EM-GEN-B).
    pub danger: bool,
}

/// Something a person is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// About what.
    pub about: About,
    /// Whether it was told before: it then only sounds.
    pub again: bool,
}

/// What a person is told about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Somebody in a chat is in danger.
    Danger(SessionId),
    /// A chat is offered.
    Offer(SessionId),
    /// A message came in a chat that nobody looks at.
    Message(SessionId),
    /// A chat that nobody looks at has ended.
    Ended(SessionId),
}

/// What was told already.
#[derive(Default)]
pub struct Alerts {
    offer: Option<(SessionId, Millis)>,
    chats: BTreeMap<SessionId, Told>,
    alarms: BTreeMap<SessionId, Millis>,
}

struct Told {
    /// How many messages of the resident were looked at.
    seen: usize,
    theirs: usize,
    ended: bool,
    danger: bool,
    rang: Millis,
}

impl Alerts {
    /// Takes what stands on the screen now; what is to be told, in order.
    pub fn look(&mut self, now: Millis, scene: &Scene) -> Vec<Alert> {
        let mut alerts = self.alarms(now, &scene.alarms);
        alerts.extend(self.offer(now, scene.offer.as_ref()));
        self.chats.retain(|chat, _| scene.chats.iter().any(|heard| heard.chat == *chat));
        alerts.extend(scene.chats.iter().filter_map(|heard| self.chat(now, heard)));
        alerts
    }

    /// How many messages of `chat` nobody has looked at.
    pub fn unseen(&self, chat: &SessionId) -> usize {
        self.chats.get(chat).map_or(0, |told| told.theirs.saturating_sub(told.seen))
    }

    /// How many things wait for this person: the number in the title.
    pub fn count(&self) -> usize {
        let chats = self.chats.values().filter(|told| told.theirs > told.seen).count();
        chats + self.alarms.len() + usize::from(self.offer.is_some())
    }

    /// Each sounds until a supervisor has seen it.
    fn alarms(&mut self, now: Millis, alarms: &[SessionId]) -> Vec<Alert> {
        self.alarms.retain(|chat, _| alarms.contains(chat));
        let mut due = Vec::new();
        for chat in alarms {
            let rang = self.alarms.get(chat).copied();
            if rang.is_none_or(|rang| now >= rang.after(ALARM_AGAIN)) {
                self.alarms.insert(chat.clone(), now);
                due.push(Alert { about: About::Danger(chat.clone()), again: rang.is_some() });
            }
        }
        due
    }

    fn offer(&mut self, now: Millis, offer: Option<&SessionId>) -> Option<Alert> {
        let Some(chat) = offer else {
            self.offer = None;
            return None;
        };
        let again = self.offer.as_ref().filter(|(known, _)| known == chat).map(|(_, rang)| *rang);
        if again.is_some_and(|rang| now < rang.after(OFFER_AGAIN)) {
            return None;
        }
        self.offer = Some((chat.clone(), now));
        Some(Alert { about: About::Offer(chat.clone()), again: again.is_some() })
    }

    fn chat(&mut self, now: Millis, heard: &Heard) -> Option<Alert> {
        // A chat that is seen for the first time, after a reload perhaps: what was answered has been looked at.
        let told = self.chats.entry(heard.chat.clone()).or_insert(Told {
            seen: heard.theirs.saturating_sub(heard.unanswered),
            theirs: heard.theirs.saturating_sub(heard.unanswered),
            ended: heard.ended,
            danger: false,
            rang: now,
        });
        let (more, over) = (heard.theirs > told.theirs, heard.ended && !told.ended);
        told.theirs = heard.theirs;
        told.ended = heard.ended;
        let danger = heard.danger && !told.danger;
        told.danger = heard.danger;
        if heard.looked_at {
            told.seen = heard.theirs;
            return None;
        }
        let waits = told.theirs > told.seen && !told.ended;
        let due = waits && now >= told.rang.after(MESSAGE_AGAIN);
        if !(more || over || due || danger) {
            return None;
        }
        told.rang = now;
        let chat = heard.chat.clone();
        let about = match (over, heard.danger) {
            (true, _) => About::Ended(chat),
            (false, true) => About::Danger(chat),
            (false, false) => About::Message(chat),
        };
        Some(Alert { about, again: !(more || over || danger) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(bits: u128) -> SessionId {
        SessionId::from_random(bits)
    }

    fn heard(theirs: usize, unanswered: usize, looked_at: bool) -> Heard {
        Heard { chat: chat(1), theirs, unanswered, ended: false, looked_at, danger: false }
    }

    fn with(heard: Heard) -> Scene {
        Scene { chats: vec![heard], ..Scene::default() }
    }

    fn at(seconds: i64) -> Millis {
        Millis(seconds * 1_000)
    }

    #[test]
    fn em_com_d_an_offer_sounds_until_it_is_gone() {
        let mut alerts = Alerts::default();
        let scene = Scene { offer: Some(chat(7)), ..Scene::default() };
        let told: Vec<_> =
            (0..20).flat_map(|second| alerts.look(at(second), &scene)).map(|alert| alert.again).collect();
        assert_eq!(told, [false, true, true]);
        assert_eq!(alerts.count(), 1);
        assert_eq!(alerts.look(at(20), &Scene::default()), []);
        assert_eq!(alerts.count(), 0);
        assert!(alerts.look(at(21), &scene).iter().all(|alert| !alert.again));
    }

    #[test]
    fn a_message_sounds_until_it_is_looked_at() {
        let mut alerts = Alerts::default();
        alerts.look(at(0), &with(heard(1, 0, false)));
        let told = alerts.look(at(1), &with(heard(2, 1, false)));
        assert_eq!(told, [Alert { about: About::Message(chat(1)), again: false }]);
        assert_eq!(alerts.look(at(2), &with(heard(2, 1, false))), []);
        assert!(alerts.look(at(16), &with(heard(2, 1, false))).iter().all(|alert| alert.again));
        assert_eq!((alerts.unseen(&chat(1)), alerts.count()), (1, 1));
        assert_eq!(alerts.look(at(40), &with(heard(2, 1, true))), []);
        assert_eq!((alerts.unseen(&chat(1)), alerts.count()), (0, 0));
    }

    #[test]
    fn em_gen_b_an_alarm_sounds_until_a_supervisor_has_seen_it() {
        let mut alerts = Alerts::default();
        let scene = Scene { alarms: vec![chat(7)], ..Scene::default() };
        let told: Vec<_> = (0..25).flat_map(|second| alerts.look(at(second), &scene)).collect();
        assert!(told.iter().all(|alert| alert.about == About::Danger(chat(7))));
        assert_eq!(told.iter().map(|alert| alert.again).collect::<Vec<_>>(), [false, true, true]);
        assert_eq!(alerts.count(), 1);
        assert_eq!(alerts.look(at(25), &Scene::default()), []);
        assert_eq!(alerts.count(), 0);
    }

    #[test]
    fn em_gen_b_a_message_of_danger_in_another_chat_is_told_as_one() {
        let mut alerts = Alerts::default();
        alerts.look(at(0), &with(heard(1, 0, false)));
        let told = alerts.look(at(1), &with(Heard { danger: true, ..heard(2, 1, false) }));
        assert_eq!(told, [Alert { about: About::Danger(chat(1)), again: false }]);
        let looked_at = Heard { danger: true, ..heard(2, 1, true) };
        assert_eq!(alerts.look(at(2), &with(looked_at)), [], "its banner is before the person");
    }

    #[test]
    fn what_is_looked_at_is_silent() {
        let mut alerts = Alerts::default();
        for messages in 0..5 {
            assert_eq!(alerts.look(at(0), &with(heard(messages, messages, true))), []);
        }
    }

    #[test]
    fn after_a_reload_only_what_was_not_answered_is_told() {
        let mut alerts = Alerts::default();
        assert_eq!(alerts.look(at(0), &with(heard(5, 0, false))), []);
        let mut alerts = Alerts::default();
        assert_eq!(alerts.look(at(0), &with(heard(5, 2, false))).len(), 1);
        assert_eq!(alerts.unseen(&chat(1)), 2);
    }

    #[test]
    fn an_end_elsewhere_is_told_once_and_calls_for_nothing_more() {
        let mut alerts = Alerts::default();
        alerts.look(at(0), &with(heard(1, 1, false)));
        let ended = Heard { ended: true, ..heard(1, 1, false) };
        let told = alerts.look(at(1), &with(ended.clone()));
        assert_eq!(told, [Alert { about: About::Ended(chat(1)), again: false }]);
        assert_eq!(alerts.look(at(60), &with(ended)), []);
    }
}
