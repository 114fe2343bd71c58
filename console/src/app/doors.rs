//! The doors: whether chats can begin, and what an administrator changes of it.

use super::explain::explain;
use super::model::{DeskView, Model};
use super::page;
use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::calendar::{DoorsChange, Openings};
use shared::policy::Face;
use shared::refusal::Refusal;
use shared::text::Doors as Words;
use shared::wire::v1::{ChangeDoors, DoorsSheet};

/// The dialog's identifier.
pub const DIALOG: &str = "doors";
/// The identifier of the field with the reason.
pub const REASON: &str = "doors-reason";

/// What the console knows of the doors. It is a handle: cheap to copy.
#[derive(Clone, Copy)]
pub struct Doors {
    /// When chats can begin; moves when an administrator changes it.
    pub openings: RwSignal<Option<Openings>>,
    /// Whether an administrator has shut them.
    pub shut: RwSignal<bool>,
    /// How they are set, once someone looks; without it, that no answer came.
    pub sheet: RwSignal<Option<Result<DoorsSheet, ()>>>,
    /// Why a change is about to be made.
    pub reason: RwSignal<String>,
    /// What came of the last change.
    pub outcome: RwSignal<Option<Outcome>>,
    /// Which version the openings are of, as far as it was heard.
    heard: StoredValue<Option<u32>>,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is made.
    Saved,
    /// It is being made.
    UnderWay,
    /// Why it was not made, in words.
    Not(String),
}

impl Doors {
    /// As the city's policy told them when the console was opened.
    pub fn new(openings: Option<Openings>) -> Self {
        Self {
            openings: RwSignal::new(openings),
            shut: RwSignal::default(),
            sheet: RwSignal::default(),
            reason: RwSignal::default(),
            outcome: RwSignal::default(),
            heard: StoredValue::default(),
        }
    }

    /// The desk tells which version holds: the openings are asked for again when it is another one.
    pub fn follow(self, model: Model, view: &DeskView) {
        let Some(board) = &view.board else { return };
        let (version, shut) = (board.doors, board.shut);
        let known = self.heard.get_value();
        self.heard.set_value(Some(version));
        // What was told when the console was opened holds as long as nothing was ever changed.
        if known.unwrap_or_default() != version {
            spawn_local(async move {
                if let Ok(face) = http::get::<Face>(&format!("/v1/city?doors={version}")).await {
                    self.openings.set(face.openings);
                }
            });
        }
        if self.shut.get_untracked() != shut {
            self.shut.set(shut);
            if !shut {
                model.announce(Words::NowOpen.say(model.language.get_untracked()).to_owned());
            }
        }
    }

    /// Opens the dialog, with the doors as they are now.
    pub fn open(self) {
        self.sheet.set(None);
        self.outcome.set(None);
        self.ask();
        page::set_dialog(DIALOG, true);
    }

    fn ask(self) {
        spawn_local(async move {
            self.sheet.set(Some(http::get::<DoorsSheet>("/v1/staff/doors").await.map_err(|_| ())));
        });
    }

    /// A change that cannot be made.
    pub fn fail(self, model: Model, why: Words) {
        self.not(model, why.say(model.language.get_untracked()));
    }

    fn not(self, model: Model, why: &str) {
        self.outcome.set(Some(Outcome::Not(model.say_with(Words::NotDone, &[why]))));
    }

    /// Makes a change, for the reason that stands in its field; `then` is called when it is made.
    pub fn change(self, model: Model, change: DoorsChange, then: impl Fn() + 'static) {
        let Some(Ok(sheet)) = self.sheet.get_untracked() else { return };
        let reason = self.reason.get_untracked();
        if reason.trim().is_empty() {
            page::focus(REASON.to_owned());
            return self.fail(model, Words::NoReason);
        }
        if self.outcome.get_untracked() == Some(Outcome::UnderWay) {
            return;
        }
        self.outcome.set(Some(Outcome::UnderWay));
        let asked = ChangeDoors { version: sheet.doors.version, reason, change };
        spawn_local(async move {
            match http::post::<DoorsSheet>("/v1/staff/doors", &asked).await {
                Ok(sheet) => {
                    self.sheet.set(Some(Ok(sheet)));
                    self.reason.set(String::new());
                    self.outcome.set(Some(Outcome::Saved));
                    then();
                }
                Err(why) => {
                    self.not(model, explain(why, model.language.get_untracked()));
                    // What stands in the form stays; what stands above it is what holds now.
                    if why == Failure::Problem(Refusal::Outdated) {
                        self.ask();
                    }
                }
            }
        });
    }
}
