//! How many chats one may have at once.

use crate::app::model::Model;
use leptos::prelude::*;
use shared::rule::Rule;
use shared::text::Console as Say;

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
            </div>
        </section>
    }
}
