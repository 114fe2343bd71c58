//! The city's policy, each value with its clause, and what a web team pastes.

use super::button::Cap;
use crate::app::model::Model;
use crate::app::page;
use leptos::prelude::*;
use shared::policy::{Embed, Fact, Sheet, Source};
use shared::text::Console as Say;

/// The dialog. It is asked for anew each time it opens.
#[component]
pub fn Policy() -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <dialog id="policy" class="wide" aria-labelledby="policy-name">
            <header>
                <h2 id="policy-name">{model.say(Say::Policy)}</h2>
                <button class="button quiet" type="button" on:click=move |_| page::set_dialog("policy", false)>
                    {model.say(Say::Close)}
                    <Cap key="Esc" />
                </button>
            </header>
            {move || match model.sheet.get() {
                None => view! { <p role="status">{model.say(Say::OneMoment)}</p> }.into_any(),
                Some(Err(())) => view! { <p role="alert">{model.say(Say::NoAnswer)}</p> }.into_any(),
                Some(Ok(Sheet { facts, embed })) => {
                    view! {
                        <Pasted embed />
                        <h3>{model.say(Say::PolicyValues)}</h3>
                        <p>{model.say(Say::PolicyHelp)}</p>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{model.say(Say::PolicyField)}</th>
                                    <th scope="col">{model.say(Say::PolicyValue)}</th>
                                    <th scope="col">{model.say(Say::PolicySource)}</th>
                                </tr>
                            </thead>
                            <tbody>{facts.into_iter().map(|fact| view! { <Row fact /> }).collect::<Vec<_>>()}</tbody>
                        </table>
                    }
                        .into_any()
                }
            }}
        </dialog>
    }
}

#[component]
fn Row(fact: Fact) -> impl IntoView {
    let model = expect_context::<Model>();
    let Fact { field, value, source } = fact;
    let is_sample = source == Source::Sample;
    let from = move || {
        let language = model.language.get();
        match source {
            Source::Rule(rule) => model.face.with_value(|face| face.citation(rule, language).to_owned()),
            Source::Product => Say::SourceProduct.say(language).to_owned(),
            Source::Sample => Say::SourceSample.say(language).to_owned(),
        }
    };
    let value = move || {
        if value.is_empty() { Say::PolicyNone.say(model.language.get()).to_owned() } else { value.clone() }
    };
    view! {
        <tr class:sample=is_sample>
            <th scope="row"><code>{field}</code></th>
            <td>{value}</td>
            <td>{from}</td>
        </tr>
    }
}

#[component]
fn Pasted(embed: Embed) -> impl IntoView {
    let model = expect_context::<Model>();
    let Embed { snippet, frame, inline } = embed;
    view! {
        <h3>{model.say(Say::EmbedHeading)}</h3>
        <p>{model.say(Say::EmbedHelp)}</p>
        <pre tabindex="0"><code>{snippet}</code></pre>
        <p>{model.say(Say::EmbedFrame)}</p>
        <pre tabindex="0"><code>{frame}</code></pre>
        <p>{model.say(Say::EmbedInline)}</p>
        <pre tabindex="0"><code>{inline}</code></pre>
    }
}
