//! How staff see what a chat calls for (EM-GEN-B).

use crate::app::model::Model;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::triage::Tier;

/// What a tier is called.
pub const fn name(tier: Tier) -> Say {
    match tier {
        Tier::Life911 => Say::DangerLife,
        Tier::Crisis988 => Say::DangerCrisis,
        Tier::CityEmergency => Say::DangerCity,
        Tier::NonEmergency | Tier::None => Say::DangerPolice,
    }
}

/// The mark of a chat in which somebody may be in danger: its tier in words and the number to call.
#[component]
pub fn AlarmTag(tier: Tier) -> impl IntoView {
    let model = expect_context::<Model>();
    let number = model.face.with_value(|face| face.line(tier).to_owned());
    view! { <span class="tag alarm">{model.say(name(tier))} " · " {number}</span> }
}
