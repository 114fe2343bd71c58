//! The chat that is offered, and for how long.

use super::button::ActionButton;
use super::tier::AlarmTag;
use crate::action::Action;
use crate::app::model::Model;
use crate::glance;
use leptos::prelude::*;
use shared::text::Console as Say;
use shared::wire::v1::{Offer, Waiting};

/// The card of the offered chat, while there is one.
#[component]
pub fn OfferCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let offer = Memo::new(move |_| {
        model.desk.with(|desk| {
            let board = desk.board.as_ref()?;
            let offer = board.offer.clone()?;
            let waiting = board.waiting.iter().find(|waiting| waiting.chat == offer.chat).cloned();
            Some((offer, waiting))
        })
    });
    move || {
        offer.get().map(|(offer, waiting)| {
            view! {
                <section class="offered" aria-labelledby="offered">
                    <h2 id="offered">{model.say(Say::Offered)}</h2>
                    <Card offer waiting />
                </section>
            }
        })
    }
}

#[component]
fn Card(offer: Offer, waiting: Option<Waiting>) -> impl IntoView {
    let model = expect_context::<Model>();
    let until = offer.until;
    let alarm = offer.alarm;
    let alarm_tag = alarm.map(|tier| view! { <AlarmTag tier /> });
    let since = waiting.as_ref().map(|waiting| waiting.since);
    let transfer = StoredValue::new(offer.transfer.clone());
    let language = waiting.as_ref().map(|waiting| waiting.language);
    let language = language.or(offer.transfer.as_ref().map(|transfer| transfer.language));
    let topic = waiting.map(|waiting| waiting.topic).or(offer.transfer.map(|transfer| transfer.topic));
    let topic = StoredValue::new(topic);
    let from = move || {
        transfer.with_value(|transfer| {
            let transfer = transfer.as_ref()?;
            let why = model.choice(&transfer.reason);
            let (name, department) = (&transfer.from.name, &transfer.from.department);
            Some(model.say_with(Say::TransferredToYou, &[name, department, &why]))
        })
    };
    let note = transfer.with_value(|transfer| transfer.as_ref().map(|transfer| transfer.note.clone()));
    let note = note.filter(|note| !note.is_empty());
    let name = move || {
        let language = model.language.get();
        topic.with_value(|topic| {
            let topic = topic.as_ref();
            topic.map(|topic| model.face.with_value(|face| face.topic(topic, language).to_owned()))
        })
    };
    let clocks = move || {
        let now = model.desk.with(|desk| desk.desk_time(model.now.get()));
        let left = glance::seconds_left(now, until).to_string();
        match since {
            Some(since) => model.say_with(Say::OfferClock, &[&glance::clock(now.since(since)), &left]),
            None => model.say_with(Say::TransferClock, &[&left]),
        }
    };
    let answered = Signal::derive(move || model.desk.with(|desk| desk.answered));
    view! {
        <div class="offer" class:alarmed=alarm.is_some()>
            <p>
                {alarm_tag}
                <b>{name}</b>
                " "
                {language.map(|language| view! { <span class="tag" lang=language.tag()>{language.own_name()}</span> })}
                <small>{clocks}</small>
                <small>{from}</small>
                {note.map(|note| view! { <q class="said">{note}</q> })}
            </p>
            <div class="row">
                <ActionButton action=Action::Accept class="main" disabled=answered />
                <ActionButton action=Action::Decline disabled=answered />
            </div>
            <Show when=move || answered.get()>
                <small role="status">{model.say(Say::AskingDesk)}</small>
            </Show>
        </div>
    }
}
