//! What the product says to residents, in each of its languages, one file for each. A sentence that is missing in one of them
//! does not compile.
//!
//! Plain language (TE-5.7): short sentences, everyday words, nothing above grade 8. `{}` stands for a value. What only staff read
//! has no place here: the resident's app would carry it to every phone.

mod alerting;
mod bilingual;
mod console;
mod doors;
pub mod guidance;
mod hints;
mod inbox;
mod languages;
mod refusal;
mod sentence;
mod speech;
mod supervision;

pub use alerting::Alerting;
pub use bilingual::Sentence;
pub use console::Console;
pub use doors::Doors;
pub use hints::Hints;
pub use inbox::Inbox;
pub use languages::pack;
pub use refusal::refusal;
pub use sentence::{Plural, ended, is_typing, joined, place, spoken, too_long};
pub use speech::Speech;
pub use supervision::Supervision;

use crate::privacy::Category;
use crate::refusal::Refusal;

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        /// A sentence or label.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text { $($(#[$meta])* $name,)+ }

        impl Text {
            /// Every sentence, in the order in which packs have them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

texts! {
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
    /// Said once there is one again.
    ConnectionBack,
    /// On the button that ends the chat.
    EndChat,
    /// Before it is ended.
    EndChatSure,
    /// On the button that does not end it.
    KeepTalking,
    /// On the button that makes the chat small.
    Minimise,
    /// On the button that makes the words larger, step by step: the step.
    WordSize,
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
    /// Likewise, because an administrator has shut the doors.
    ClosedForNow,
    /// Over what one can do meanwhile.
    Meanwhile,
    /// All have been busy for long; the address follows (EM-COM-D-a-ii).
    HoldMessage,
    /// Nobody is before one.
    NextInLine,
    /// On the button that closes a card.
    Close,
    /// Names the questions after a chat (CS-D-1).
    SurveyTitle,
    /// The first: whether the resident was satisfied (EM-COM-E-a).
    SurveySatisfied,
    /// The second: whether it is solved.
    SurveySolved,
    /// An answer.
    Yes,
    /// An answer.
    Partly,
    /// An answer.
    No,
    /// On the button that sends the answers.
    SurveySend,
    /// On the button that leaves them out.
    Skip,
    /// After the answers: what becomes of them.
    SurveyThanks,
    /// On the button that opens the form, and over it (TE-8.3).
    LeaveMessage,
    /// Over the field for a number or an address.
    Contact,
    /// When that leads nowhere.
    ContactNeeded,
    /// When the message says nothing.
    MessageNeeded,
    /// On the button that sends the message.
    SendMessage,
    /// Under it: what not to send, how long it is kept (EM-PAY-C, TE-5.5).
    MessagePromise,
    /// The city has the message.
    MessageTaken,
    /// What becomes of it.
    MessageKept,
    /// On the button that leads back to the start.
    Back,
    /// What stands in place of something that was taken out ([`Text::of_mask`]).
    MaskCard,
    /// Likewise.
    MaskCode,
    /// Likewise.
    MaskExpiry,
    /// Likewise.
    MaskCardData,
    /// Likewise.
    MaskRouting,
    /// Likewise.
    MaskBank,
    /// Likewise.
    MaskSsn,
    /// Likewise.
    MaskItin,
    /// Likewise.
    MaskEin,
    /// Likewise.
    MaskLicense,
    /// Likewise.
    MaskPassport,
    /// Likewise.
    MaskBirth,
    /// Likewise.
    MaskMedicare,
    /// Likewise.
    MaskHealth,
    /// Likewise.
    MaskPassword,
    /// Likewise.
    MaskPin,
    /// Likewise.
    MaskOtp,
    /// Likewise.
    MaskIdentity,
    /// What a refusal tells a resident to do ([`Text::of_refusal`]).
    Unreadable,
    /// Likewise.
    Oversized,
    /// Likewise.
    NothingWritten,
    /// Likewise.
    TooFast,
    /// Likewise.
    SentTwice,
    /// Likewise.
    ChatGone,
    /// Likewise.
    ChatOver,
    /// Likewise.
    WrongPage,
    /// Likewise.
    SignInAgain,
    /// Likewise.
    AccessOver,
    /// Likewise.
    OldPage,
    /// Likewise.
    TooManyTabs,
    /// Likewise.
    ChatFull,
    /// Likewise.
    NoAnswer,
    /// Likewise.
    NotSetUp,
    /// Likewise.
    ClosedHour,
    /// How a chat ended ([`ended`]).
    EndedForgotten,
    /// Likewise.
    EndedOffTopic,
    /// Likewise.
    EndedWrongDepartment,
    /// Likewise.
    EndedAbuse,
    /// Likewise.
    EndedDayOver,
    /// Likewise.
    EndedSilent,
    /// Likewise.
    EndedLeftLine,
    /// Likewise.
    EndedByResident,
    /// Likewise.
    EndedByStaff,
    /// Likewise.
    EndedByPolicy,
    /// Who has come to answer: name, title, department (PI-GREET, TE-5.6).
    Joined,
    /// Who is typing.
    IsTyping,
    /// A moment of the present day: the time.
    Today,
    /// How many are served before one who waits, by the plural form of the number (PI-AUTO).
    AheadOne,
    /// Likewise.
    AheadTwo,
    /// Likewise.
    AheadFew,
    /// Likewise.
    AheadMany,
    /// Likewise.
    AheadOther,
    /// Between how many minutes and how many it takes (PI-AUTO).
    Wait,
    /// What a link to a number does.
    Call,
    /// What a link that opens a text message does.
    SmsTo,
    /// A draft has so many characters, which is more than a message may have.
    TooLong,
    /// By when a resident hears who leaves a message (CS-A-2).
    HearBy,
    /// The number of a message that was left (CS-B-3).
    Number,
    /// Over the guidance in danger to life (EM-GEN-B): the number.
    LifeTitle,
    /// Over the guidance in a crisis.
    CrisisTitle,
    /// Over the guidance in a city emergency.
    CityTitle,
    /// Over the guidance for police and fire matters without danger.
    PoliceTitle,
    /// What to do then.
    LifeAdvice,
    /// What to do then.
    CrisisAdvice,
    /// What to do then.
    CityAdvice,
    /// What to do then.
    PoliceAdvice,
    /// Whom to call when somebody is in danger after all: the number.
    Danger,
}

impl Text {
    /// The sentence in the language of `speech`.
    pub fn say(self, speech: Speech) -> &'static str {
        speech.say(self)
    }

    /// What a refusal tells a resident to do. What only staff can be refused is to be tried again.
    pub const fn of_refusal(refusal: Refusal) -> Self {
        match refusal {
            Refusal::BadFrame => Self::Unreadable,
            Refusal::FrameTooLarge | Refusal::TextTooLong => Self::Oversized,
            Refusal::EmptyText => Self::NothingWritten,
            Refusal::TooFast | Refusal::Flood => Self::TooFast,
            Refusal::ReusedReference => Self::SentTwice,
            Refusal::NoSuchChat => Self::ChatGone,
            Refusal::ChatEnded => Self::ChatOver,
            Refusal::WrongOrigin => Self::WrongPage,
            Refusal::NotSignedIn => Self::SignInAgain,
            Refusal::TokenRefused => Self::AccessOver,
            Refusal::UpgradeRequired => Self::OldPage,
            Refusal::TooManyConnections => Self::TooManyTabs,
            Refusal::ChatFull => Self::ChatFull,
            Refusal::SamplePolicy => Self::NotSetUp,
            Refusal::Closed => Self::ClosedHour,
            Refusal::TryAgain
            | Refusal::NotPermitted
            | Refusal::NotFound
            | Refusal::WrongMethod
            | Refusal::DevelopmentOnly
            | Refusal::OfferGone
            | Refusal::HeldBack
            | Refusal::Suspended
            | Refusal::NotWarned
            | Refusal::Outdated
            | Refusal::BadDay => Self::NoAnswer,
        }
    }

    /// What stands in place of something that was taken out, such as "card number removed".
    pub const fn of_mask(category: Category) -> Self {
        match category {
            Category::Pan => Self::MaskCard,
            Category::Cvv => Self::MaskCode,
            Category::Expiry => Self::MaskExpiry,
            Category::Track => Self::MaskCardData,
            Category::Routing => Self::MaskRouting,
            Category::BankAccount | Category::Iban => Self::MaskBank,
            Category::Ssn => Self::MaskSsn,
            Category::Itin => Self::MaskItin,
            Category::Ein => Self::MaskEin,
            Category::DriverLicense => Self::MaskLicense,
            Category::Passport => Self::MaskPassport,
            Category::Dob => Self::MaskBirth,
            Category::Medicare => Self::MaskMedicare,
            Category::HealthId => Self::MaskHealth,
            Category::Password => Self::MaskPassword,
            Category::Pin => Self::MaskPin,
            Category::Otp => Self::MaskOtp,
            Category::NationalId => Self::MaskIdentity,
        }
    }
}

/// What stands in place of something that was taken out.
pub fn mask(category: Category, speech: Speech) -> &'static str {
    speech.say(Text::of_mask(category))
}

#[cfg(test)]
mod tests;
