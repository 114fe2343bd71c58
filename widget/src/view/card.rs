//! How to pay, and what the privacy engine would take out of the draft.

use super::call;
use crate::model::{Model, Notice};
use leptos::either::Either;
use leptos::prelude::*;
use shared::privacy::Category;
use shared::rule::Rule;
use shared::text::{self, Text};

/// How to pay, safely and outside the chat (EM-PAY-C). `removed` says whether payment data was taken out.
pub fn pay(model: Model, removed: bool) -> impl IntoView {
    let why = if removed { Text::PaymentRemoved } else { Text::HowToPay };
    view! {
        <h3>{model.text(Text::PaySafely)}</h3>
        <p>{model.text(why)}</p>
        {pay_ways(model)}
        {cite(model, Rule::EmPayC)}
    }
}

fn pay_ways(model: Model) -> impl IntoView {
    move || {
        model.face.get().map(|face| {
            view! {
                <div class="row">
                    <a class="btn main" href=face.payment.page.clone() target="_blank" rel="noopener noreferrer">
                        {model.text(Text::PayOnline)}
                    </a>
                    {call(model, face.payment.phone.clone(), "btn")}
                </div>
            }
        })
    }
}

/// The clause it comes from, by the name the city gives it.
fn cite(model: Model, rule: Rule) -> impl IntoView {
    let name = move || model.face.get().map(|face| face.citation(rule, model.language.get()).to_owned());
    view! { <span class="cite">{name}</span> }
}

/// What is to be said about the draft, over the composer.
pub fn notice(model: Model) -> impl IntoView {
    move || {
        let Notice { removed, pay: pays, .. } = model.notice.get();
        if removed.is_empty() {
            return pays.then(|| Either::Left(view! { <div class="card">{pay(model, false)}</div> }));
        }
        Some(Either::Right(masked(model, removed, pays)))
    }
}

fn masked(model: Model, removed: Vec<Category>, pays: bool) -> impl IntoView {
    let payment = removed.iter().any(|category| category.is_payment());
    let personal = removed.iter().copied().find(|category| !category.is_payment());
    let chips = removed.into_iter().map(|category| {
        view! { <span class="mask">{move || text::mask(category, model.language.get())}</span> }
    });
    view! {
        <div class="card caution">
            <h3>{model.text(Text::WillBeRemoved)}</h3>
            <p class="row">{chips.collect_view()}</p>
            {payment.then(|| reason(model, Text::WhyPayment, Rule::EmPayC))}
            {personal.map(|category| reason(model, Text::WhyPersonal, category.rule()))}
            {(payment || pays).then(|| pay_ways(model))}
        </div>
    }
}

fn reason(model: Model, why: Text, rule: Rule) -> impl IntoView {
    view! { <p>{model.text(why)} " " {cite(model, rule)}</p> }
}
