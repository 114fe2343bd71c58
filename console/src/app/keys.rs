//! The page's keys, its clicks, and its closing.

use super::model::Model;
use super::page;
use crate::action::{Action, Letters, Press};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, KeyboardEvent};

/// Listens for as long as the view lives that calls it.
pub fn listen(model: Model) {
    let Some(window) = web_sys::window() else { return };
    let active = EventListenerOptions::enable_prevent_default();
    let keys = EventListener::new_with_options(&window, "keydown", active, move |event| {
        model.touched();
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            press(model, event);
        }
    });
    let clicks = EventListener::new(&window, "pointerdown", move |_| model.touched());
    let moves = EventListener::new(&window, "pointermove", move |_| model.touched());
    let leaving = EventListener::new_with_options(&window, "beforeunload", active, move |event| {
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>().filter(|_| model.holds_unsent()) {
            event.prevent_default();
        }
    });
    let listeners = StoredValue::new_local([keys, clicks, moves, leaving]);
    on_cleanup(move || listeners.dispose());
}

fn press(model: Model, event: &KeyboardEvent) {
    if event.is_composing() || event.repeat() {
        return;
    }
    let key = event.key();
    let press = Press {
        key: &key,
        control: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        letters: match model.keys_act() {
            _ if page::is_writing() => Letters::Write,
            true => Letters::Act,
            false => Letters::Off,
        },
    };
    if let Some(action) = Action::pressed(press, &model.situation()) {
        event.prevent_default();
        if action != Action::List {
            page::set_dialog("actions", false);
        }
        model.act(action);
    }
}
