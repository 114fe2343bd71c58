//! A few short notes, made by the browser: no file to load, nothing to allow in the page's policy.

use core::cell::RefCell;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

/// What is to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A chat is offered: two notes upwards, twice.
    Offer,
    /// A message: one soft note.
    Message,
    /// Somebody is in danger: a high and a lower note, three times.
    Alarm,
}

/// How loud, of one.
const LOUDNESS: f32 = 0.16;

impl Tone {
    /// Each note: when it begins and how long it lasts, in seconds, and its pitch in hertz.
    const fn notes(self) -> &'static [(f64, f64, f32)] {
        match self {
            Self::Offer => {
                &[(0.0, 0.16, 660.0), (0.18, 0.22, 880.0), (0.52, 0.16, 660.0), (0.70, 0.26, 880.0)]
            }
            Self::Message => &[(0.0, 0.2, 587.0)],
            Self::Alarm => &[
                (0.0, 0.18, 988.0),
                (0.2, 0.18, 740.0),
                (0.4, 0.18, 988.0),
                (0.6, 0.18, 740.0),
                (0.8, 0.18, 988.0),
                (1.0, 0.24, 740.0),
            ],
        }
    }
}

/// The page's sound. A browser lets a page be heard only after its person has clicked or typed on it.
#[derive(Default)]
pub struct Sound {
    context: RefCell<Option<AudioContext>>,
}

impl Sound {
    /// To be called on a click or a key press. Says whether the page can be heard.
    pub fn unlock(&self) -> bool {
        let mut context = self.context.borrow_mut();
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        let Some(context) = context.as_ref() else { return false };
        if context.state() != AudioContextState::Running {
            let _ = context.resume();
        }
        true
    }

    /// Plays `tone`, if the page can be heard.
    pub fn play(&self, tone: Tone) {
        if let Some(context) = self.context.borrow().as_ref() {
            for (begins, lasts, pitch) in tone.notes() {
                let _ = note(context, *begins, *lasts, *pitch);
            }
        }
    }
}

fn note(context: &AudioContext, begins: f64, lasts: f64, pitch: f32) -> Result<(), wasm_bindgen::JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    let begins = context.current_time() + begins;
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(pitch);
    gain.gain().set_value_at_time(0.0001, begins)?;
    gain.gain().exponential_ramp_to_value_at_time(LOUDNESS, begins + 0.02)?;
    gain.gain().exponential_ramp_to_value_at_time(0.0001, begins + lasts)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(begins)?;
    oscillator.stop_with_when(begins + lasts)
}
