//! The two questions after a chat, over what stands in the composer's place (CS-D-1). Both can be left out.

use super::{View, button, nothing, part, tag, takes_focus};
use crate::model::{Model, Survey};
use shared::text::Text;
use shared::wire::v1::Solved;
use std::rc::Rc;

pub fn survey(model: Model) -> View {
    part(
        // The questions stay the same elements while the answers are on their way.
        move || (model.seen().survey != Survey::Unasked, model.seen().survey == Survey::Answered),
        move |shown| match shown {
            (false, _) => nothing(),
            (true, true) => tag("p", "thanks").words(model.text(Text::SurveyThanks)).into(),
            (true, false) => questions(model),
        },
    )
}

fn questions(model: Model) -> View {
    let satisfied = question(
        model,
        ("satisfied", Text::SurveySatisfied),
        &[(Text::Yes, true), (Text::No, false)],
        true,
        move |satisfied| model.choose_satisfied(satisfied),
    );
    let solved = question(
        model,
        ("solved", Text::SurveySolved),
        &[(Text::Yes, Solved::Yes), (Text::Partly, Solved::Partly), (Text::No, Solved::No)],
        false,
        move |solved| model.choose_solved(solved),
    );
    let failed = part(
        move || model.seen().survey,
        move |survey| match survey {
            Survey::Asked(Some(why)) => {
                tag("p", "state bad").set("role", "alert").words(move || model.explain(why).into()).into()
            }
            Survey::Asked(None) | Survey::Unasked | Survey::Sending | Survey::Answered => nothing(),
        },
    );
    let send = tag("button", "btn main")
        .set("type", "submit")
        .live("aria-disabled", move || (model.seen().survey == Survey::Sending).to_string().into())
        .words(model.text(Text::SurveySend));
    let skip = button("btn", move || model.skip_survey()).words(model.text(Text::Skip));
    tag("form", "card survey")
        .live("aria-label", model.text(Text::SurveyTitle))
        .on("submit", move |event| {
            event.prevent_default();
            if model.seen_untracked().survey != Survey::Sending {
                model.answer_survey();
            }
        })
        .with(satisfied)
        .with(solved)
        .with(failed)
        .with(tag("div", "row").with(send).with(skip))
        .into()
}

fn question<T: Copy + 'static>(
    model: Model,
    (name, asks): (&'static str, Text),
    answers: &[(Text, T)],
    first: bool,
    then: impl Fn(T) + 'static,
) -> View {
    let then = Rc::new(then);
    let mut row = tag("div", "row");
    for (place, (says, answer)) in answers.iter().enumerate() {
        let (then, says, answer) = (Rc::clone(&then), *says, *answer);
        let input =
            tag("input", "").set("type", "radio").set("name", name).on("change", move |_| then(answer));
        // Where the chat has just ended under a person's hands, they go on here.
        let input = if first && place == 0 { takes_focus(input, model) } else { input };
        row = row.with(tag("label", "choice").with(input).with(tag("span", "").words(model.text(says))));
    }
    tag("fieldset", "").with(tag("legend", "").words(model.text(asks))).with(row).into()
}
