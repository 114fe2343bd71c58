//! Nobody misses a chat: what the alerts say is heard, read and counted.

use super::{Inner, Model, Notice};
use crate::action::At;
use crate::alert::{About, Alert, Heard, Scene};
use crate::app::sound::Tone;
use crate::app::{page, title};
use crate::danger::Danger;
use crate::glance;
use browser::clock;
use core::time::Duration;
use leptos::prelude::*;
use shared::id::SessionId;
use shared::text::Console as Say;
use std::collections::BTreeMap;

/// How long a notice stays in the bar.
const NOTICE: Duration = Duration::from_secs(10);

impl Model {
    /// Looks whether there is something to tell.
    pub(super) fn look(self) {
        let now = clock::now();
        let inner = self.inner();
        inner.claim();
        let scene = self.scene(&inner);
        let told = inner.alerts.borrow_mut().look(now, &scene);
        for alert in told {
            self.alert(&inner, &alert);
        }
        let alerts = inner.alerts.borrow();
        let unseen: BTreeMap<_, _> =
            scene.chats.iter().map(|heard| (heard.chat.clone(), alerts.unseen(&heard.chat))).collect();
        if self.unseen.with_untracked(|before| *before != unseen) {
            self.unseen.set(unseen);
        }
        let test = usize::from(now < inner.test_until.get());
        title::show(alerts.count() + test, self.language.get_untracked());
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.until <= now)) {
            self.notice.set(None);
        }
    }

    fn scene(self, inner: &Inner) -> Scene {
        let active = self.active.get_untracked();
        let here = page::is_looked_at();
        let open = inner.open.borrow();
        // What is only read along rings for whose it is.
        let own = open.iter().filter(|chat| !chat.reads.get_untracked());
        let chats = own.map(|chat| {
            chat.state.with_untracked(|state| Heard {
                chat: chat.id.clone(),
                theirs: state.theirs.0,
                unanswered: state.theirs.1,
                ended: state.phase == At::Ended,
                looked_at: here && active.as_ref() == Some(&chat.id),
                danger: state.danger.as_ref().is_some_and(Danger::is_of_life),
            })
        });
        let chats = chats.collect();
        self.desk.with_untracked(|desk| {
            let alarms = desk.board.as_ref().map_or(&[][..], |board| board.alarms.as_slice());
            let asks = desk.board.as_ref().map_or(&[][..], |board| board.asks.as_slice());
            let alarms = alarms.iter().map(|alarm| &alarm.chat).chain(asks.iter().map(|ask| &ask.chat));
            let alarms = alarms.cloned().collect();
            Scene { offer: desk.offer().cloned(), chats, alarms }
        })
    }

    fn alert(self, inner: &Inner, alert: &Alert) {
        let language = self.language.get_untracked();
        let name = |chat: &SessionId| Say::Resident.say_with(language, &[&glance::short_name(chat)]);
        let (tone, text) = match &alert.about {
            About::Danger(chat) => (Tone::Alarm, Say::AlertDanger.say_with(language, &[&name(chat)])),
            About::Offer(chat) if self.is_alarming(chat) => {
                (Tone::Alarm, Say::AlertDangerOffer.say_with(language, &[&self.topic_waiting(chat)]))
            }
            About::Offer(chat) => {
                (Tone::Offer, Say::AlertOffer.say_with(language, &[&self.topic_waiting(chat)]))
            }
            About::Message(chat) => (Tone::Message, Say::AlertMessage.say_with(language, &[&name(chat)])),
            About::Ended(chat) => (Tone::Message, Say::AlertEnded.say_with(language, &[&name(chat)])),
        };
        let (About::Danger(chat) | About::Offer(chat) | About::Message(chat) | About::Ended(chat)) =
            &alert.about;
        self.ring(inner, tone, chat.as_str(), &text);
        if !alert.again {
            self.announce(text);
        }
    }

    /// Whether somebody in the offered chat is in danger.
    fn is_alarming(self, chat: &SessionId) -> bool {
        self.desk.with_untracked(|desk| {
            let offer = desk.board.as_ref().and_then(|board| board.offer.as_ref());
            offer.is_some_and(|offer| offer.chat == *chat && offer.alarm.is_some())
        })
    }

    fn topic_waiting(self, chat: &SessionId) -> String {
        let language = self.language.get_untracked();
        self.desk.with_untracked(|desk| {
            let board = desk.board.as_ref();
            let waiting = board.and_then(|board| board.waiting.iter().find(|waiting| waiting.chat == *chat));
            let offered = board.and_then(|board| board.offer.as_ref()?.transfer.as_ref());
            let topic = waiting.map(|waiting| &waiting.topic).or(offered.map(|transfer| &transfer.topic));
            let named =
                topic.map(|topic| self.face.with_value(|face| face.topic(topic, language).to_owned()));
            named.unwrap_or_else(|| glance::short_name(chat))
        })
    }

    /// Tells the person something in the bar, for a while.
    pub fn announce(self, text: String) {
        self.notice.set(Some(Notice { text, until: clock::now().after(NOTICE) }));
    }
}
