//! How this person is told: sound, desktop, title, and a test of all of it.

use super::{Inner, Model};
use crate::app::notify::{self, Desktop};
use crate::app::page;
use crate::app::settings::Setting;
use crate::app::sound::Tone;
use browser::clock;
use core::time::Duration;
use leptos::prelude::*;
use shared::text::Alerting as Words;

/// So long a test is counted in the title.
const TEST: Duration = Duration::from_secs(8);

impl Model {
    pub(super) fn turn_sound(self) {
        let on = !self.sound_on.get_untracked();
        self.sound_on.set(on);
        Setting::Sound.set(on);
        if on {
            self.inner().sound.play(Tone::Offer);
        }
    }

    /// Turns single keys on or off.
    pub fn set_single_keys(self, on: bool) {
        self.single_keys.set(on);
        Setting::SingleKeys.set(on);
    }

    /// Turns the desktop's notifications on or off. The browser asks its person the first time.
    pub(super) fn turn_desktop(self) {
        if self.desktop.get_untracked() == Desktop::On {
            Setting::Desktop.set(false);
            return self.desktop.set(Desktop::Off);
        }
        notify::ask(move |desktop| {
            Setting::Desktop.set(desktop == Desktop::On);
            self.desktop.set(desktop);
            if desktop == Desktop::Blocked {
                self.announce(Words::AskBrowser.say(self.language.get_untracked()).to_owned());
            }
        });
    }

    /// Everything that would happen at an offer happens now.
    pub(super) fn test_alerts(self) {
        let inner = self.inner();
        let language = self.language.get_untracked();
        let text = Words::Test.say(language);
        inner.test_until.set(clock::now().after(TEST));
        if self.sound_on.get_untracked() {
            inner.sound.play(Tone::Offer);
        }
        if self.desktop.get_untracked() == Desktop::On {
            notify::show("test", text);
        }
        let silent = if self.sound_on.get_untracked() { "" } else { Words::TestSilent.say(language) };
        self.announce([text, silent].concat());
        self.look();
    }

    /// Tells one thing, where this is the tab that rings: heard, and on the desktop when the page is not before the person.
    pub(super) fn ring(self, inner: &Inner, tone: Tone, about: &str, text: &str) {
        if !inner.ringing.borrow().rings() {
            return;
        }
        if self.sound_on.get_untracked() {
            inner.sound.play(tone);
        }
        if self.desktop.get_untracked() == Desktop::On && !page::is_looked_at() {
            notify::show(about, text);
        }
    }

    /// The other tabs tell the same.
    pub(super) fn hear_tabs(self) {
        let tabs = browser::tabs::Tabs::join("rotunda-console", move |claim| {
            self.inner().ringing.borrow_mut().heard(claim, clock::now());
        });
        self.inner().tabs.replace(tabs);
    }
}

impl Inner {
    /// Tells this person's other tabs when this one was looked at.
    pub(super) fn claim(&self) {
        let claim = self.ringing.borrow_mut().look(clock::now(), page::is_looked_at());
        if let (Some(claim), Some(tabs)) = (claim, self.tabs.borrow().as_ref()) {
            tabs.tell(&claim);
        }
    }
}
