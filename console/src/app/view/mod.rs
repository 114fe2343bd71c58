//! What is on the screen. A view reads the model and calls its acts; it decides nothing.

mod accesses;
mod actions;
mod alarms;
mod asks;
mod banner;
mod bar;
mod button;
mod cases;
mod chat;
mod chats;
mod colleagues;
mod desk;
mod directory;
mod doors;
mod facts;
mod inbox;
mod line;
mod masked;
mod offer;
mod panes;
mod policy;
mod running;
mod seats;
mod sign_in;
mod suspend;
mod tier;
mod wrap_up;

use super::page;
use browser::http::{self, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::policy::Face;
use shared::text::Console as Say;
use shared::wire::v1::{Greeting, SampleStaff};
use web_sys::Worker;

/// How far the page has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// The first answer is awaited.
    Asking,
    /// None came.
    NoAnswer,
    /// Nobody is signed in; how one could.
    Door(Greeting),
    /// Someone is.
    Desk(SampleStaff, Box<Face>),
}

/// The whole page.
#[component]
pub fn Root(pulse: StoredValue<Worker, LocalStorage>) -> impl IntoView {
    let language = RwSignal::new(page::preferred_language());
    Effect::new(move |_| page::set_language(language.get()));
    let stage = RwSignal::new(Stage::Asking);
    ask(stage);
    move || match stage.get() {
        Stage::Asking => {
            view! { <p class="alone" role="status">{move || Say::OneMoment.say(language.get())}</p> }
                .into_any()
        }
        Stage::NoAnswer => view! { <sign_in::NoAnswer language again=move || ask(stage) /> }.into_any(),
        Stage::Door(greeting) => {
            view! { <sign_in::Door language greeting then=move || ask(stage) /> }.into_any()
        }
        Stage::Desk(me, face) => view! { <desk::Desk language me face=*face pulse /> }.into_any(),
    }
}

/// Asks who is signed in and what the city's policy says.
fn ask(stage: RwSignal<Stage>) {
    spawn_local(async move { stage.set(answer().await.unwrap_or(Stage::NoAnswer)) });
}

async fn answer() -> Result<Stage, Failure> {
    let greeting: Greeting = http::get("/v1/staff/me").await?;
    match greeting.me {
        Some(me) => Ok(Stage::Desk(me, Box::new(http::get("/v1/city").await?))),
        None => Ok(Stage::Door(greeting)),
    }
}
