//! Before the desk: who are you?

use crate::app::explain::explain;
use crate::app::page;
use browser::http;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::language::Language;
use shared::text::Console as Say;
use shared::wire::v1::{Greeting, Role, SampleStaff, SignIn, SignInFailure};

/// Who is not signed in, and how to. A development deployment shows its invented staff too.
#[component]
pub fn Door(
    language: RwSignal<Language>,
    greeting: Greeting,
    then: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let Greeting { samples, provider, .. } = greeting;
    let refused = RwSignal::new(None);
    let why_not = SignInFailure::from_fragment(&page::fragment());
    let has_samples = !samples.is_empty();
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
            {why_not.map(|why| view! {
                <p class="refusal" role="alert">{move || failure(why).say(language.get())}</p>
            })}
            <Show
                when=move || provider
                fallback=move || (!has_samples).then(|| view! { <p>{move || Say::NoSignIn.say(language.get())}</p> })
            >
                <p>
                    <a class="button main" href="/v1/staff/sign-in">{move || Say::CitySignIn.say(language.get())}</a>
                </p>
            </Show>
            <Show when=move || has_samples>
                <p>{move || Say::SampleStaff.say(language.get())}</p>
            </Show>
            <ul>{staff}</ul>
            <p class="refusal" role="alert">{move || refused.get().map(|failure| explain(failure, language.get()))}</p>
        </main>
    }
}

/// Why somebody is not in who came from the city's sign-in, and what to do.
const fn failure(why: SignInFailure) -> Say {
    match why {
        SignInFailure::ProviderAway => Say::ProviderAway,
        SignInFailure::Declined => Say::SignInDeclined,
        SignInFailure::Stale => Say::SignInStale,
        SignInFailure::Untrusted => Say::SignInUntrusted,
        SignInFailure::NoRole => Say::SignInNoRole,
        SignInFailure::Suspended => Say::SignInSuspended,
        SignInFailure::NotSetUp => Say::NoSignIn,
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
        Role::RecordsOfficer => Say::RecordsOfficer,
        Role::Auditor => Say::Auditor,
    }
}
