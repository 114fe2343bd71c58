//! The language of the app. English is always there; every other one is loaded when it is chosen, and no other (TE-5.7).

use super::Model;
use browser::http;
use leptos::prelude::*;
use shared::language::Language;
use shared::text::Speech;
use wasm_bindgen_futures::spawn_local;

/// The languages that have been loaded, and the one that is on its way.
#[derive(Default)]
pub(super) struct Voices {
    loaded: Vec<Speech>,
    awaited: Option<Language>,
}

impl Voices {
    /// Whether a language is on its way.
    pub(super) fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    fn known(&self, language: Language) -> Option<Speech> {
        if language == Language::En {
            return Some(Speech::ENGLISH);
        }
        self.loaded.iter().copied().find(|speech| speech.language() == language)
    }
}

impl Model {
    /// Changes the language. One that cannot be had leaves the app as it is: it still speaks.
    pub fn speak(self, language: Language) {
        let known = self.hold(|held| {
            let known = held.voices.known(language);
            held.voices.awaited = Some(language).filter(|_| known.is_none());
            known
        });
        if let Some(speech) = known {
            return self.change(&mut |seen| seen.speech = speech);
        }
        let url = self
            .hold(|held| [&held.options.origin, &held.options.words, "/", language.tag(), ".json"].concat());
        spawn_local(async move {
            let sentences = http::get::<Vec<String>>(&url).await;
            if self.held.is_disposed() {
                return;
            }
            let speech = sentences.ok().and_then(|sentences| Speech::from_pack(language, sentences));
            let (wanted, unmet) = self.hold(|held| {
                held.voices.loaded.extend(speech);
                // Meanwhile another one may have been chosen.
                let wanted = held.voices.awaited == Some(language);
                if wanted {
                    held.voices.awaited = None;
                }
                (wanted, held.unmet.take_if(|_| wanted))
            });
            if let Some(speech) = speech.filter(|_| wanted) {
                self.change(&mut |seen| seen.speech = speech);
            }
            if let Some(face) = unmet {
                self.meet(face);
            }
        });
    }
}
