//! Who has read along in which chat, and who took one over (EM-HRS-C, EM-COM-I-b). Never what was said.

use super::button::Cap;
use crate::app::model::Model;
use crate::app::page;
use crate::glance;
use browser::intl;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::wire::v1::{Access, AccessKind};

/// The dialog. It is asked for anew each time it opens.
#[component]
pub fn Accesses() -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <dialog id="accesses" class="wide" aria-labelledby="accesses-name">
            <header>
                <h2 id="accesses-name">{model.say(Say::Accesses)}</h2>
                <button class="button quiet" type="button" on:click=move |_| page::set_dialog("accesses", false)>
                    {model.say(Say::Close)}
                    <Cap key="Esc" />
                </button>
            </header>
            <p>{model.say(Say::AccessesHelp)}</p>
            {move || match model.accesses.get() {
                None => view! { <p role="status">{model.say(Say::OneMoment)}</p> }.into_any(),
                Some(Err(())) => view! { <p role="alert">{model.say(Say::NoAnswer)}</p> }.into_any(),
                Some(Ok(none)) if none.is_empty() => view! { <p>{model.say(Say::NoAccesses)}</p> }.into_any(),
                Some(Ok(found)) => {
                    view! {
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{model.say(Say::AccessedAt)}</th>
                                    <th scope="col">{model.say(Say::AccessedBy)}</th>
                                    <th scope="col">{model.say(Say::AccessKind)}</th>
                                    <th scope="col">{model.say(Say::AccessedChat)}</th>
                                </tr>
                            </thead>
                            <tbody>{found.into_iter().map(|access| view! { <Row access /> }).collect::<Vec<_>>()}</tbody>
                        </table>
                    }
                        .into_any()
                }
            }}
        </dialog>
    }
}

#[component]
fn Row(access: Access) -> impl IntoView {
    let model = expect_context::<Model>();
    let Access { chat, by, at, kind } = access;
    let what = match kind {
        AccessKind::ReadAlong => Say::AccessRead,
        AccessKind::TookOver => Say::AccessTook,
    };
    let name = glance::short_name(&chat);
    view! {
        <tr>
            <td>{move || intl::date_and_time(at, model.language.get())}</td>
            <td>{move || model.person(&by)}</td>
            <td>{model.say(what)}</td>
            <td>{move || model.say_with(Say::Resident, &[&name])}</td>
        </tr>
    }
}
