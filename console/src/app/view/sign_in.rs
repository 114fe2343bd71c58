//! Before the desk: who are you?

use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::language::Language;
use shared::text::{self, Console as Say};
use shared::wire::v1::{Role, SampleStaff, SignIn};

/// The sign-in page of a development deployment; of any other it says what is missing.
#[component]
pub fn Door(
    language: RwSignal<Language>,
    samples: Vec<SampleStaff>,
    then: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let refused = RwSignal::new(None);
    let note = if samples.is_empty() { Say::NoSignIn } else { Say::SampleStaff };
    let staff = samples.into_iter().map(|sample| {
        let SampleStaff { id, card, role, .. } = sample;
        let sign_in = move |_| {
            let id = id.clone();
            spawn_local(async move {
                match http::post_only("/v1/staff/sign-in", &SignIn { id }).await {
                    Ok(()) => then(),
                    Err(failure) => refused.set(Some(failure)),
                }
            });
        };
        view! {
            <li>
                <button class="person" type="button" on:click=sign_in>
                    <b>{card.name}</b>
                    <span class="tag">{move || role_name(role).say(language.get())}</span>
                    <small>{card.title} " · " {card.department}</small>
                </button>
            </li>
        }
    });
    let staff: Vec<_> = staff.collect();
    view! {
        <main class="door">
            <header>
                <h1>"Rotunda"</h1>
                <LanguageSwitch language />
            </header>
            <h2>{move || Say::SignIn.say(language.get())}</h2>
            <p>{move || note.say(language.get())}</p>
            <ul>{staff}</ul>
            <p class="refusal" role="alert">{move || refused.get().map(|failure| explain(failure, language.get()))}</p>
        </main>
    }
}

/// The edge does not answer.
#[component]
pub fn NoAnswer(language: RwSignal<Language>, again: impl Fn() + 'static) -> impl IntoView {
    view! {
        <main class="door">
            <header>
                <h1>"Rotunda"</h1>
                <LanguageSwitch language />
            </header>
            <p role="alert">{move || Say::NoAnswer.say(language.get())}</p>
            <button class="button main" type="button" on:click=move |_| again()>
                {move || Say::TryNow.say(language.get())}
            </button>
        </main>
    }
}

/// Goes on to the next language the console speaks; the button is written in that language.
#[component]
pub fn LanguageSwitch(language: RwSignal<Language>) -> impl IntoView {
    let next = move || {
        let all = Language::OF_STAFF;
        let here = all.iter().position(|known| *known == language.get()).unwrap_or(0);
        all.get((here + 1) % all.len()).copied().unwrap_or_default()
    };
    view! {
        <button class="button quiet" type="button" lang=move || next().tag() on:click=move |_| language.set(next())>
            {move || next().own_name()}
        </button>
    }
}

/// What a role is called.
pub const fn role_name(role: Role) -> Say {
    match role {
        Role::Agent => Say::Agent,
        Role::Supervisor => Say::Supervisor,
        Role::Administrator => Say::Administrator,
    }
}

fn explain(failure: Failure, language: Language) -> &'static str {
    match failure {
        Failure::Problem(refusal) => text::refusal(refusal, language),
        Failure::Offline => Say::NoAnswer.say(language),
    }
}
