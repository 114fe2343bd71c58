//! How many chats one may have at once.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::rule::Rule;
use shared::text::Console as Say;
use shared::wire::v1::Ladder;

/// One's seats, and how many are taken.
#[component]
pub fn Seats() -> impl IntoView {
    let model = expect_context::<Model>();
    let seats = Memo::new(move |_| {
        model.desk.with(|desk| desk.board.as_ref().map(|board| (board.mine.len(), usize::from(board.seats))))
    });
    let words = move || {
        seats.get().map(|(_, all)| {
            let what = if all == 1 { Say::SeatsNow } else { Say::SeatsNowMany };
            model.say_with(what, &[&all.to_string()])
        })
    };
    let cited = move || {
        let language = model.language.get();
        model.face.with_value(|face| face.citation(Rule::EmComEA, language).to_owned())
    };
    let taken = move || seats.get().map(|(taken, all)| format!("{taken} / {all}"));
    let own = Memo::new(move |_| model.desk.with(|desk| desk.board.as_ref()?.ladder.clone()));
    view! {
        <section>
            <h2>{model.say(Say::YourSeats)}</h2>
            <div class="ladder">
                <p>{words} " " <span class="cite">{cited}</span></p>
                <p class="sides"><span>{model.say(Say::SeatsTaken)}</span><b>{taken}</b></p>
                <meter
                    aria-label=model.say(Say::SeatsTaken)
                    min="0"
                    max=move || seats.get().map_or(1, |(_, all)| all.max(1)).to_string()
                    value=move || seats.get().map_or(0, |(taken, _)| taken).to_string()
                ></meter>
                {move || own.get().map(|ladder| view! { <Arithmetic ladder /> })}
            </div>
        </section>
    }
}

/// What the seats are reckoned from, and what the next one asks for (EM-COM-E).
#[component]
pub fn Arithmetic(ladder: Ladder) -> impl IntoView {
    let model = expect_context::<Model>();
    let Ladder { chats, satisfied, answers, response_s, next, set } = ladder;
    let satisfied = move || match answers {
        0 => model.say(Say::LadderNobody)().to_owned(),
        _ => model.say_with(Say::LadderSatisfiedOf, &[&satisfied.to_string(), &answers.to_string()]),
    };
    let response = move || match response_s {
        None => model.say(Say::LadderNone)().to_owned(),
        Some(seconds) => model.say_with(Say::LadderSeconds, &[&seconds.to_string()]),
    };
    let next = move || match next {
        None => model.say(Say::LadderTop)().to_owned(),
        Some(rung) => {
            let numbers = [rung.seats.into(), rung.chats, rung.satisfaction, rung.answers, rung.response_s];
            let numbers = numbers.map(|number: u32| number.to_string());
            model.say_with(Say::LadderNext, &numbers.each_ref().map(String::as_str))
        }
    };
    let set = set.map(|set| {
        move || model.say_with(Say::LadderSet, &[&set.seats.to_string(), set.by.as_str(), &set.reason])
    });
    view! {
        <p class="sides"><span>{model.say(Say::LadderChats)}</span><b>{chats}</b></p>
        <p class="sides"><span>{model.say(Say::LadderSatisfied)}</span><b>{satisfied}</b></p>
        <p class="sides"><span>{model.say(Say::LadderResponse)}</span><b>{response}</b></p>
        <p class="cite">{next}</p>
        {set.map(|set| view! { <p class="set">{set}</p> })}
    }
}
