//! What the product says to residents, in each of its languages. A sentence that is missing in one of them does not compile.
//!
//! Plain language (TE-5.7): short sentences, everyday words, nothing above grade 8. What only staff read has no place here:
//! the resident's app would carry it to every phone.

mod console;
mod en;
mod es;
pub mod guidance;
mod supervision;

pub use console::Console;
pub use supervision::Supervision;

use crate::language::Language;
use crate::privacy::{Category, MaskedText, Segment};
use crate::refusal::Refusal;
use crate::wire::v1::{EndReason, Ender, Place, StaffCard};

/// A fixed sentence or label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// On the launcher; also the name of the dialog and of the frame.
    ChatWithStaff,
    /// Under the city's name before a chat: a person answers (PI-AUTO).
    APersonAnswers,
    /// Before the number for risk to life or property (EM-GEN-B).
    Emergency,
    /// Before the number for the city's own emergencies (EM-GEN-B).
    WaterRoads,
    /// Before a chat: who else may read it (EM-HRS-C).
    ReadAlong,
    /// Over the topics.
    HowCanWeHelp,
    /// Names the group of topics for those who do not see it.
    Topic,
    /// Over the languages.
    Language,
    /// On the button that starts a chat.
    StartChat,
    /// On that button while it is being done.
    Starting,
    /// Under that button: who answers, what not to send, how long it is kept (EM-PAY-C, EM-RET-A).
    StartPromise,
    /// Nobody has answered yet.
    YouAreInLine,
    /// What to do while waiting.
    WhileYouWait,
    /// Before an address to write to instead.
    OrWriteTo,
    /// On the button that ends the waiting.
    LeaveLine,
    /// Names the list of messages.
    Messages,
    /// Names the composer.
    YourMessage,
    /// In the empty composer.
    WriteMessage,
    /// On the button that sends.
    Send,
    /// Under the composer (EM-RET-A).
    DeletedTonight,
    /// Before an own message, for those who do not see on which side it stands.
    YouSaid,
    /// An own message is on its way.
    Sending,
    /// The edge has it.
    Sent,
    /// It is on the other side's screen.
    Delivered,
    /// It has not gone out.
    NotSentYet,
    /// It was not taken; the reason follows.
    NotSent,
    /// Over what the privacy engine would take out of the draft.
    WillBeRemoved,
    /// Why payment data is taken out (EM-PAY-C).
    WhyPayment,
    /// Why personal data is taken out (EM-PRI-B).
    WhyPersonal,
    /// Over the ways to pay (EM-PAY-C).
    PaySafely,
    /// Payment data was taken out.
    PaymentRemoved,
    /// The resident wants to pay, and has sent nothing yet.
    HowToPay,
    /// On the link to the payment page.
    PayOnline,
    /// The resident has been silent (EM-COM-F).
    StillThere,
    /// What happens next, and how to prevent it.
    ClosesSoon,
    /// On the button that prevents it.
    StillHere,
    /// After a chat that ended in silence, before a number.
    ComeBack,
    /// Under the city's name once the chat is over.
    ChatEnded,
    /// What remains of an ended chat.
    EndedPromise,
    /// In place of [`Text::DeletedTonight`] once staff have marked the chat for retention (EM-RET-B-a).
    Kept,
    /// In place of [`Text::EndedPromise`], likewise.
    EndedKept,
    /// Ends the chat, which is deleted at once.
    EndAndForget,
    /// In place of [`Text::EndedPromise`] once it was.
    ForgottenPromise,
    /// On the button that starts another.
    StartNewChat,
    /// Under the city's name while the connection is being made.
    Connecting,
    /// Under the city's name while there is none.
    NoConnection,
    /// What becomes of what was written meanwhile.
    NothingIsLost,
    /// On the button that opens the menu.
    More,
    /// On the button that ends the chat.
    EndChat,
    /// Before it is ended.
    EndChatSure,
    /// On the button that does not end it.
    KeepTalking,
    /// On the button that makes the chat small.
    Minimise,
    /// The chat could not be opened at all.
    CannotOpen,
    /// There is no such city.
    UnknownCity,
    /// Nothing answered.
    CannotReach,
    /// Before the office's number.
    CallOffice,
    /// On the button that tries once more.
    TryAgain,
    /// On the button that loads the page anew.
    Reload,
    /// Over what stands there when no chat can begin (EM-HRS-A).
    ClosedNow,
    /// Why it is closed although the office is open (EM-HRS-A-a).
    LastChatGone,
    /// Before the next opening.
    OpensAgain,
    /// Over the hours of the coming days (PI-HOURS).
    Hours,
    /// No opening is known.
    NoHours,
    /// Over what one can do meanwhile.
    Meanwhile,
    /// All have been busy for long; the address follows (EM-COM-D-a-ii).
    HoldMessage,
    /// Nobody is before one.
    NextInLine,
    /// On the button that closes a card.
    Close,
}

impl Text {
    /// The sentence in `language`.
    pub const fn say(self, language: Language) -> &'static str {
        match language {
            Language::En => en::text(self),
            Language::Es => es::text(self),
        }
    }
}

/// What stands in place of something that was taken out, such as "card number removed".
pub const fn mask(category: Category, language: Language) -> &'static str {
    match language {
        Language::En => en::mask(category),
        Language::Es => es::mask(category),
    }
}

/// What a refusal tells a person to do.
pub const fn refusal(refusal: Refusal, language: Language) -> &'static str {
    match language {
        Language::En => en::refusal(refusal),
        Language::Es => es::refusal(refusal),
    }
}

/// Who has come to answer.
pub fn joined(staff: &StaffCard, language: Language) -> String {
    let [from, is_here] = match language {
        Language::En => [" from ", " is here to help."],
        Language::Es => [", de ", ", le atiende."],
    };
    [&staff.name, from, &staff.department, is_here].concat()
}

/// Who is typing.
pub fn is_typing(name: &str, language: Language) -> String {
    let is_typing = match language {
        Language::En => " is typing",
        Language::Es => " está escribiendo",
    };
    [name, is_typing].concat()
}

/// How a chat ended.
pub const fn ended(by: Ender, reason: EndReason, language: Language) -> &'static str {
    match language {
        Language::En => en::ended(by, reason),
        Language::Es => es::ended(by, reason),
    }
}

/// A moment of the present day. `time` is the time of day as the reader writes it.
pub fn today(time: &str, language: Language) -> String {
    let today = match language {
        Language::En => "Today, ",
        Language::Es => "Hoy, ",
    };
    [today, time].concat()
}

/// How many are served before one who waits, and how long it will take (PI-AUTO).
pub fn place(place: Place, language: Language) -> String {
    let ahead = match (place.ahead, language) {
        (0, _) => Text::NextInLine.say(language).to_owned(),
        (1, Language::En) => "1 person is before you.".to_owned(),
        (1, Language::Es) => "Hay 1 persona antes.".to_owned(),
        (ahead, Language::En) => [&ahead.to_string(), " people are before you."].concat(),
        (ahead, Language::Es) => ["Hay ", &ahead.to_string(), " personas antes."].concat(),
    };
    let Some((least, most)) = place.minutes else { return ahead };
    let (least, most) = (least.to_string(), most.to_string());
    let wait: [&str; 5] = match language {
        Language::En => [" It takes about ", &least, " to ", &most, " minutes."],
        Language::Es => [" Tarda de ", &least, " a ", &most, " minutos."],
    };
    ahead + &wait.concat()
}

/// What a link to a number does.
pub fn call(number: &str, language: Language) -> String {
    let call = match language {
        Language::En => "Call ",
        Language::Es => "Llame al ",
    };
    [call, number].concat()
}

/// What a link that opens a text message does.
pub fn text_to(number: &str, language: Language) -> String {
    let text = match language {
        Language::En => "Text ",
        Language::Es => "Mensaje al ",
    };
    [text, number].concat()
}

/// A draft has `length` characters, which is more than a message may have.
pub fn too_long(length: usize, language: Language) -> String {
    let length = grouped(length);
    match language {
        Language::En => {
            ["This has ", &length, " characters. A message can have 4,000. Please send it in parts."]
        }
        Language::Es => {
            ["Esto tiene ", &length, " caracteres. Un mensaje puede tener 4,000. Envíelo en partes."]
        }
    }
    .concat()
}

/// A masked text in words alone, for those who hear it.
pub fn spoken(text: &MaskedText, language: Language) -> String {
    let pieces = text.segments().map(|segment| match segment {
        Segment::Words(words) => words,
        Segment::Mask(category) => mask(category, language),
    });
    pieces.collect()
}

/// `number` with a comma before the last three digits, as English and the Spanish of the United States write it.
fn grouped(number: usize) -> String {
    let mut digits = number.to_string();
    if let Some(place) = digits.len().checked_sub(3).filter(|place| *place > 0) {
        digits.insert(place, ',');
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::{Allowed, mask as mask_text};

    #[test]
    fn a_struck_card_number_is_spoken_in_the_readers_language() {
        let masked = mask_text("pay with 4111 1111 1111 1111 now", Allowed::NOTHING).text;
        assert_eq!(spoken(&masked, Language::En), "pay with card number removed now");
        assert_eq!(spoken(&masked, Language::Es), "pay with número de tarjeta eliminado now");
    }

    #[test]
    fn a_draft_that_is_too_long_is_told_its_length() {
        assert!(too_long(4_213, Language::En).starts_with("This has 4,213 characters"));
        assert_eq!([grouped(7), grouped(999), grouped(12_000)], ["7", "999", "12,000"]);
    }

    #[test]
    fn pi_auto_the_line_is_told_in_plain_numbers() {
        let told = |ahead, minutes| place(Place { ahead, minutes, hold: false }, Language::En);
        assert_eq!(told(0, None), "You are next.");
        assert_eq!(told(3, Some((5, 15))), "3 people are before you. It takes about 5 to 15 minutes.");
    }

    #[test]
    fn te_5_7_no_sentence_to_a_resident_names_a_file_or_a_protocol() {
        for refusal_of in Refusal::ALL {
            for language in Language::ALL {
                let sentence = refusal(*refusal_of, language);
                let technical = ["JSON", "docs/", "WebSocket", "origin", "KB", "`"];
                assert!(!technical.iter().any(|word| sentence.contains(word)), "{sentence}");
                assert!(sentence.ends_with('.'), "{sentence}");
            }
        }
    }
}
