//! English.

use super::Text;
use crate::privacy::Category;
use crate::refusal::Refusal;
use crate::wire::v1::{EndReason, Ender};

pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chat with City staff",
        Text::APersonAnswers => "A person answers, not a robot",
        Text::Emergency => "Emergency?",
        Text::WaterRoads => "Water, roads",
        Text::HowCanWeHelp => "How can we help?",
        Text::Topic => "Topic",
        Text::Language => "Language",
        Text::StartChat => "Start chat",
        Text::Starting => "Starting…",
        Text::StartPromise => {
            "Please never send card numbers or Social Security numbers; we remove them. This chat is deleted tonight."
        }
        Text::ReadAlong => "A supervisor may read along.",
        Text::YouAreInLine => "You are in line",
        Text::WhileYouWait => {
            "Our staff are with other people right now. Stay on this page and a person will answer. You can already \
             write what it is about."
        }
        Text::OrWriteTo => "Or write to",
        Text::LeaveLine => "Leave the line",
        Text::Messages => "Messages",
        Text::YourMessage => "Your message",
        Text::WriteMessage => "Write a message",
        Text::Send => "Send",
        Text::DeletedTonight => "Deleted tonight. Staff keep no copy.",
        Text::YouSaid => "You:",
        Text::Sending => "Sending…",
        Text::Sent => "Sent",
        Text::Delivered => "Delivered",
        Text::NotSentYet => "Not sent yet. Trying again…",
        Text::NotSent => "Not sent.",
        Text::WillBeRemoved => "We take this out before it is sent",
        Text::WhyPayment => "Staff may not see or keep card or bank numbers.",
        Text::WhyPersonal => "The City does not need this in a chat.",
        Text::PaySafely => "Pay safely, outside this chat",
        Text::PaymentRemoved => {
            "We removed payment data before it left your device. Nobody here can see or keep it."
        }
        Text::HowToPay => "Pay on the City’s page or by phone. Please do not send card or bank numbers here.",
        Text::PayOnline => "Pay online",
        Text::StillThere => "Are you still there?",
        Text::ClosesSoon => "If we do not hear from you, this chat closes soon. Write, or press the button.",
        Text::StillHere => "I’m still here",
        Text::ComeBack => "You can start a new chat at any time, or call.",
        Text::ChatEnded => "Chat ended",
        Text::EndedPromise => "You can read it here until you close it. It is deleted tonight.",
        Text::Kept => {
            "Staff marked this chat for review. It is kept until that is done, and not deleted tonight."
        }
        Text::EndedKept => {
            "You can read it here until you close it. Staff marked it for review, so it is kept until that is done."
        }
        Text::EndAndForget => "End and delete now",
        Text::ForgottenPromise => "The City has deleted this chat. It is gone here too when you close it.",
        Text::StartNewChat => "Start a new chat",
        Text::Connecting => "Connecting…",
        Text::NoConnection => "No connection right now",
        Text::NothingIsLost => "We keep trying. Nothing you wrote is lost.",
        Text::More => "More",
        Text::EndChat => "End chat",
        Text::EndChatSure => "End this chat?",
        Text::KeepTalking => "Keep talking",
        Text::Minimise => "Minimize chat",
        Text::CannotOpen => "The chat cannot open right now",
        Text::UnknownCity => "This page asks for a chat that does not exist. Please call instead.",
        Text::CannotReach => "We could not reach the City. Check your connection and try again, or call.",
        Text::CallOffice => "City office",
        Text::TryAgain => "Try again",
        Text::Reload => "Reload the chat",
        Text::ClosedNow => "The chat is closed now",
        Text::LastChatGone => {
            "The last chat of the day has begun. Our staff are still helping those who are in line."
        }
        Text::OpensAgain => "It opens",
        Text::Hours => "Hours",
        Text::NoHours => "No hours are posted for this topic. Please call or write.",
        Text::Meanwhile => "What you can do now",
        Text::HoldMessage => {
            "We are helping others right now and cannot answer at once. If you can wait, someone will \
             be with you."
        }
        Text::NextInLine => "You are next.",
        Text::Close => "Close",
    }
}

pub(super) const fn mask(category: Category) -> &'static str {
    match category {
        Category::Pan => "card number removed",
        Category::Cvv => "security code removed",
        Category::Expiry => "card expiry removed",
        Category::Track => "card data removed",
        Category::Routing => "routing number removed",
        Category::BankAccount | Category::Iban => "bank account removed",
        Category::Ssn => "Social Security number removed",
        Category::Itin => "taxpayer number removed",
        Category::Ein => "employer number removed",
        Category::DriverLicense => "license number removed",
        Category::Passport => "passport number removed",
        Category::Dob => "birth date removed",
        Category::Medicare => "Medicare number removed",
        Category::HealthId => "health number removed",
        Category::Password => "password removed",
        Category::Pin => "PIN removed",
        Category::Otp => "one-time code removed",
        Category::NationalId => "identity number removed",
    }
}

pub(super) const fn ended(by: Ender, reason: EndReason) -> &'static str {
    match (by, reason) {
        (_, EndReason::Forgotten) => "You ended the chat. It is deleted.",
        (_, EndReason::OffTopic) => "This chat is for the City’s matters, so it was ended.",
        (_, EndReason::WrongDepartment) => "Another department can help you, so this chat was ended.",
        (_, EndReason::Abuse) => "The City ended the chat after a warning.",
        (_, EndReason::DayOver) => "The City’s day is over, so the chat was closed.",
        (_, EndReason::Silent) => "We did not hear from you, so the chat was closed.",
        (Ender::Resident, EndReason::LeftLine) => "You left the line.",
        (Ender::Resident, EndReason::Done) => "You ended the chat.",
        (Ender::Staff, _) => "The City ended the chat.",
        (Ender::Policy, _) => "The chat was closed.",
    }
}

pub(super) const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::BadFrame => "We could not read that. Reload the page and try again.",
        Refusal::FrameTooLarge | Refusal::TextTooLong => {
            "The message is too long. Send it in parts of up to 4,000 characters."
        }
        Refusal::EmptyText => "The message is empty. Write something first.",
        Refusal::TooFast => "That was too much at once. Wait a few seconds and send it again.",
        Refusal::Flood => "This connection sent far too much and was closed. Wait a minute.",
        Refusal::ReusedReference => "This message was already sent with other words. Please write it again.",
        Refusal::NoSuchChat => "This chat does not exist or was deleted. Start a new one.",
        Refusal::ChatEnded => "This chat has ended. Start a new one if you need more.",
        Refusal::WrongOrigin => "This page may not use the City’s chat. Please call instead.",
        Refusal::NotSignedIn => "Please sign in, or start the chat again.",
        Refusal::TokenRefused => "Your access to this chat has run out. Start the chat again.",
        Refusal::NotPermitted => "You may not do this here. Ask a supervisor if you should be able to.",
        Refusal::UpgradeRequired => "This page is of an earlier version. Reload it.",
        Refusal::TooManyConnections => "This chat is open in too many tabs. Close one of them and try again.",
        Refusal::ChatFull => "This chat is as long as a chat can be. Start a new one.",
        Refusal::TryAgain => "The chat does not answer at the moment. Nothing is lost; please try again.",
        Refusal::NotFound => "There is nothing at this address.",
        Refusal::WrongMethod => "This address cannot do that.",
        Refusal::DevelopmentOnly => "This sign-in is only for development.",
        Refusal::SamplePolicy => "The City’s chat is not set up yet. Please call instead.",
        Refusal::OfferGone => "This chat is no longer offered to you.",
        Refusal::HeldBack => {
            "This was held back: it gives or asks for what the policy does not allow. Change it and send it again."
        }
        Refusal::Suspended => "Your sign-in is suspended. Ask your supervisor.",
        Refusal::NotWarned => "Send the warning first, or ask a supervisor.",
        Refusal::Closed => "The chat is closed at this hour. Please call, or come back when it opens.",
    }
}
