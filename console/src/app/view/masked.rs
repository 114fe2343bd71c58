//! What a person wrote, with a chip in place of what was taken out. Only ever text: nothing in it can be followed or loaded.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::privacy::{Category, MaskedText, Segment};
use shared::text;

enum Piece {
    Words(String),
    Mask(Category),
}

/// The text.
#[component]
pub fn Masked(text: MaskedText) -> impl IntoView {
    let model = expect_context::<Model>();
    let pieces = text.segments().map(|segment| match segment {
        Segment::Words(words) => Piece::Words(words.to_owned()),
        Segment::Mask(category) => Piece::Mask(category),
    });
    let pieces = pieces.map(|piece| match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Mask(category) => {
            view! { <span class="mask">{move || text::mask(category, model.language.get())}</span> }
                .into_any()
        }
    });
    pieces.collect::<Vec<_>>()
}
