//! A question about a chat. It stands in the chat and blocks nothing: one can go on writing, here and elsewhere.

use leptos::prelude::*;

/// The question, called `label`; Escape does `close`.
#[component]
pub fn Question(
    #[prop(optional)] class: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    close: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class=format!("question {class}")
            role="group"
            aria-label=label
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            {children()}
        </div>
    }
}
