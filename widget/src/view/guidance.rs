//! What to do in an emergency, over the composer: while the resident still writes, before anything is sent, with no network
//! (EM-GEN-B, PI-AFTER). It never stands in the way of writing or sending.

use super::{View, button, call, icon, nothing, part, tag};
use crate::model::{Guidance, Model};
use shared::policy::Face;
use shared::rule::Rule;
use shared::text::Text;
use shared::text::guidance::Guidance as Said;
use shared::triage::Tier;

/// The guidance for what has been written so far; nothing when there is none.
pub fn guidance(model: Model) -> View {
    part(
        move || (model.seen().guidance, model.seen().speech),
        move |(guidance, speech)| {
            let Some(face) = model.seen_untracked().face.clone().filter(|_| guidance.tier != Tier::None)
            else {
                return nothing();
            };
            let said = face.advice(guidance.tier, guidance.quiet, speech);
            if guidance.closed {
                let name = if said.title.is_empty() { said.advice } else { said.title };
                return button("btn reopen", move || model.close_guidance(false)).text(&name).into();
            }
            card(model, guidance, &face, &said)
        },
    )
}

fn card(model: Model, guidance: Guidance, face: &Face, said: &Said) -> View {
    let close = button("tool", move || model.close_guidance(true))
        .live("aria-label", model.text(Text::Close))
        .with(icon::icon(icon::CROSS));
    let language = model.seen_untracked().speech.language();
    let cited = tag("span", "cite").text(face.citation(Rule::EmGenB, language));
    if guidance.quiet {
        let line = tag("p", "").text(&said.advice);
        let row = tag("div", "top").with(line).with(close);
        return tag("div", "card guidance")
            .set("role", "group")
            .with(row)
            .with(call(model, &face.emergency, "btn"))
            .into();
    }
    let kind = if guidance.tier >= Tier::Crisis988 { "card guidance alarm" } else { "card guidance caution" };
    tag("div", kind)
        .set("role", "group")
        .set("aria-label", said.title.clone())
        .with(tag("div", "top").with(tag("h3", "").text(&said.title)).with(close))
        .with(tag("p", "").text(&said.advice))
        .with(numbers(model, guidance.tier, face))
        .with(cited)
        .into()
}

/// The numbers of the tier, the one to call first.
fn numbers(model: Model, tier: Tier, face: &Face) -> View {
    let row = tag("div", "row");
    match tier {
        Tier::None => row,
        Tier::Life911 => {
            let row = row.with(named_call(model, &face.emergency, "btn alarm wide"));
            if face.text_to_emergency { row.with(sms(model, &face.emergency)) } else { row }
        }
        Tier::Crisis988 => row
            .with(named_call(model, &face.crisis, "btn alarm"))
            .with(sms(model, &face.crisis))
            .with(call(model, &face.emergency, "btn")),
        Tier::CityEmergency => row.with(named_call(model, &face.city_emergency, "btn main")),
        Tier::NonEmergency => row.with(named_call(model, &face.non_emergency, "btn main")),
    }
    .into()
}

/// A button that calls, and says so.
fn named_call(model: Model, number: &str, class: &'static str) -> View {
    let named = number.to_owned();
    tag("a", class)
        .set("href", super::tel(number))
        .with(icon::icon(icon::PHONE))
        .words(move || model.seen().speech.fill(Text::Call, &[&named]).into())
        .into()
}

/// A button that opens a text message.
fn sms(model: Model, number: &str) -> View {
    let named = number.to_owned();
    tag("a", "btn")
        .set("href", ["sms:", number].concat())
        .words(move || model.seen().speech.fill(Text::SmsTo, &[&named]).into())
        .into()
}
