//! How to pay, and what the privacy engine would take out of the draft.

use super::{Tag, View, call, nothing, part, tag};
use crate::model::{Model, Notice};
use shared::privacy::Category;
use shared::rule::Rule;
use shared::text::{self, Text};

/// How to pay, safely and outside the chat (EM-PAY-C), put into `card`. `removed` says whether payment data was taken out.
pub fn pay(model: Model, card: Tag, removed: bool) -> View {
    let why = if removed { Text::PaymentRemoved } else { Text::HowToPay };
    card.with(tag("h3", "").words(model.text(Text::PaySafely)))
        .with(tag("p", "").words(model.text(why)))
        .with(pay_ways(model))
        .with(cite(model, Rule::EmPayC))
        .into()
}

fn pay_ways(model: Model) -> View {
    let Some(face) = model.seen_untracked().face.clone() else { return nothing() };
    let online = tag("a", "btn main")
        .set("href", face.payment.page.clone())
        .set("target", "_blank")
        .set("rel", "noopener noreferrer")
        .words(model.text(Text::PayOnline));
    tag("div", "row").with(online).with(call(model, &face.payment.phone, "btn")).into()
}

/// The clause it comes from, by the name the city gives it.
fn cite(model: Model, rule: Rule) -> Tag {
    tag("span", "cite").words(move || {
        let seen = model.seen();
        seen.face.as_ref().map_or("", |face| face.citation(rule, seen.speech.language())).to_owned().into()
    })
}

/// What is to be said about the draft, over the composer.
pub fn notice(model: Model) -> View {
    part(
        move || model.seen().notice.clone(),
        move |Notice { removed, pay: pays, .. }| match (removed.is_empty(), pays) {
            (true, false) => nothing(),
            (true, true) => pay(model, tag("div", "card"), false),
            (false, _) => masked(model, removed, pays),
        },
    )
}

fn masked(model: Model, removed: Vec<Category>, pays: bool) -> View {
    let payment = removed.iter().any(|category| category.is_payment());
    let personal = removed.iter().copied().find(|category| !category.is_payment());
    let mut chips = tag("p", "row");
    for category in removed {
        chips =
            chips.with(tag("span", "mask").words(move || text::mask(category, model.seen().speech).into()));
    }
    let mut card =
        tag("div", "card caution").with(tag("h3", "").words(model.text(Text::WillBeRemoved))).with(chips);
    if payment {
        card = card.with(reason(model, Text::WhyPayment, Rule::EmPayC));
    }
    if let Some(category) = personal {
        card = card.with(reason(model, Text::WhyPersonal, category.rule()));
    }
    if payment || pays {
        card = card.with(pay_ways(model));
    }
    card.into()
}

fn reason(model: Model, why: Text, rule: Rule) -> Tag {
    tag("p", "").words(model.text(why)).text(" ").with(cite(model, rule))
}
