//! What a person wrote, with a chip in place of what was taken out. Only ever text: nothing in it can be followed or loaded.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::privacy::{MaskedText, Segment};
use shared::text;

/// The text in pieces.
pub fn masked(model: Model, text: &MaskedText) -> impl IntoView + use<> {
    let pieces = text.segments().map(|segment| match segment {
        Segment::Words(words) => words.to_owned().into_any(),
        Segment::Mask(category) => {
            view! { <span class="mask">{move || text::mask(category, model.language.get())}</span> }
                .into_any()
        }
    });
    pieces.collect::<Vec<_>>()
}
