//! English.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chat with City staff",
        Text::APersonAnswers => "A person answers, not a robot",
        Text::Emergency => "Emergency?",
        Text::WaterRoads => "Water, roads",
        Text::ReadAlong => "A supervisor may read along.",
        Text::HowCanWeHelp => "How can we help?",
        Text::Topic => "Topic",
        Text::Language => "Language",
        Text::StartChat => "Start chat",
        Text::Starting => "Starting…",
        Text::StartPromise => {
            "Please never send card numbers or Social Security numbers; we remove them. This chat is deleted tonight."
        }
        Text::YouAreInLine => "You are in line",
        Text::WhileYouWait => {
            "Our staff are with other people right now. Stay on this page and a person will answer. You can already write what it is about."
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
        Text::ConnectionBack => "The connection is back.",
        Text::EndChat => "End chat",
        Text::EndChatSure => "End this chat?",
        Text::KeepTalking => "Keep talking",
        Text::Minimise => "Minimize chat",
        Text::WordSize => "Text size: {} of 3",
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
        Text::ClosedForNow => "The City has closed the chat for now. Please call, or leave a message.",
        Text::Meanwhile => "What you can do now",
        Text::HoldMessage => {
            "We are helping others right now and cannot answer at once. If you can wait, someone will be with you."
        }
        Text::NextInLine => "You are next.",
        Text::Close => "Close",
        Text::SurveyTitle => "Two short questions",
        Text::SurveySatisfied => "Were you satisfied with the help?",
        Text::SurveySolved => "Is your matter solved?",
        Text::Yes => "Yes",
        Text::Partly => "In part",
        Text::No => "No",
        Text::SurveySend => "Send answers",
        Text::Skip => "Skip",
        Text::SurveyThanks => "Thank you. Your answers are counted without your name.",
        Text::LeaveMessage => "Leave a message",
        Text::Contact => "Your phone number or email",
        Text::ContactNeeded => "Please write a phone number or an email, so that we can answer.",
        Text::MessageNeeded => "Please write your message first.",
        Text::SendMessage => "Send message",
        Text::MessagePromise => {
            "Please never send card numbers or Social Security numbers; we remove them. Your message is deleted once it is answered."
        }
        Text::MessageTaken => "We have your message.",
        Text::MessageKept => {
            "If you call about it, say this number. Your message is deleted once it is answered."
        }
        Text::Back => "Back",
        Text::MaskCard => "card number removed",
        Text::MaskCode => "security code removed",
        Text::MaskExpiry => "card expiry removed",
        Text::MaskCardData => "card data removed",
        Text::MaskRouting => "routing number removed",
        Text::MaskBank => "bank account removed",
        Text::MaskSsn => "Social Security number removed",
        Text::MaskItin => "taxpayer number removed",
        Text::MaskEin => "employer number removed",
        Text::MaskLicense => "license number removed",
        Text::MaskPassport => "passport number removed",
        Text::MaskBirth => "birth date removed",
        Text::MaskMedicare => "Medicare number removed",
        Text::MaskHealth => "health number removed",
        Text::MaskPassword => "password removed",
        Text::MaskPin => "PIN removed",
        Text::MaskOtp => "one-time code removed",
        Text::MaskIdentity => "identity number removed",
        Text::Unreadable => "We could not read that. Reload the page and try again.",
        Text::Oversized => "The message is too long. Send it in parts of up to 4,000 characters.",
        Text::NothingWritten => "The message is empty. Write something first.",
        Text::TooFast => "That was too much at once. Wait a few seconds and send it again.",
        Text::SentTwice => "This message was already sent with other words. Please write it again.",
        Text::ChatGone => "This chat does not exist or was deleted. Start a new one.",
        Text::ChatOver => "This chat has ended. Start a new one if you need more.",
        Text::WrongPage => "This page may not use the City’s chat. Please call instead.",
        Text::SignInAgain => "Please sign in, or start the chat again.",
        Text::AccessOver => "Your access to this chat has run out. Start the chat again.",
        Text::OldPage => "This page is of an earlier version. Reload it.",
        Text::TooManyTabs => "This chat is open in too many tabs. Close one of them and try again.",
        Text::ChatFull => "This chat is as long as a chat can be. Start a new one.",
        Text::NoAnswer => "The chat does not answer at the moment. Nothing is lost; please try again.",
        Text::NotSetUp => "The City’s chat is not set up yet. Please call instead.",
        Text::ClosedHour => "The chat is closed at this hour. Please call, or come back when it opens.",
        Text::EndedForgotten => "You ended the chat. It is deleted.",
        Text::EndedOffTopic => "This chat is for the City’s matters, so it was ended.",
        Text::EndedWrongDepartment => "Another department can help you, so this chat was ended.",
        Text::EndedAbuse => "The City ended the chat after a warning.",
        Text::EndedDayOver => "The City’s day is over, so the chat was closed.",
        Text::EndedSilent => "We did not hear from you, so the chat was closed.",
        Text::EndedLeftLine => "You left the line.",
        Text::EndedByResident => "You ended the chat.",
        Text::EndedByStaff => "The City ended the chat.",
        Text::EndedByPolicy => "The chat was closed.",
        Text::Joined => "{}, {}, {}, is here to help.",
        Text::IsTyping => "{} is typing",
        Text::Today => "Today, {}",
        Text::AheadOne => "1 person is before you.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "{} people are before you.",
        Text::Wait => "It takes about {} to {} minutes.",
        Text::Call => "Call {}",
        Text::SmsTo => "Text {}",
        Text::TooLong => "This has {} characters. A message can have 4,000. Please send it in parts.",
        Text::HearBy => "You will hear from us by {}.",
        Text::Number => "Number {}",
        Text::LifeTitle => "Call {} now",
        Text::CrisisTitle => "You are not alone. Talk to someone now",
        Text::CityTitle => "Please report this by phone now",
        Text::PoliceTitle => "Call the non-emergency line",
        Text::LifeAdvice => {
            "If someone is hurt or in danger, do not wait for a reply here. Get to a safe place first if you can."
        }
        Text::CrisisAdvice => {
            "Trained people listen, free, day and night. You can keep writing here as well."
        }
        Text::CityAdvice => "The City’s emergency line takes this. You do not need to wait for a reply here.",
        Text::PoliceAdvice => "Police and fire staff take this by phone.",
        Text::Danger => "If anyone is in danger, call {}.",
    }
}
