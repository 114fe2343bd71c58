//! What a person wrote, with a chip in place of what was taken out. Only ever text: nothing in it can be followed or loaded.

use crate::app::model::Model;
use crate::defang::{self, Piece};
use leptos::prelude::*;
use shared::privacy::{Category, MaskedText, Segment};
use shared::text::{self, Speech};

/// An own text in pieces.
pub fn own(model: Model, text: &MaskedText) -> Vec<AnyView> {
    let pieces = text.segments().map(|segment| match segment {
        Segment::Words(words) => words.to_owned().into_any(),
        Segment::Mask(category) => chip(model, category),
    });
    pieces.collect()
}

/// A resident's text in pieces: its addresses lead nowhere (EM-HRS-B).
pub fn theirs(model: Model, text: &MaskedText) -> Vec<AnyView> {
    let mut shown = Vec::new();
    for segment in text.segments() {
        match segment {
            Segment::Words(words) => {
                shown.extend(defang::pieces(words).into_iter().map(|piece| match piece {
                    Piece::Words(words) => words.to_owned().into_any(),
                    Piece::Address(address) => view! { <span class="inert">{address}</span> }.into_any(),
                }));
            }
            Segment::Mask(category) => shown.push(chip(model, category)),
        }
    }
    shown
}

fn chip(model: Model, category: Category) -> AnyView {
    view! { <span class="mask">{move || text::mask(category, Speech::built_in(model.language.get()))}</span> }
        .into_any()
}
