//! Every way in which Rotunda says no, each with a stable code.
//!
//! A refusal is a value, not an error: it travels as its code, and whoever shows it says it in the reader's language
//! ([`crate::text`]). [`Refusal::sentence`] is the English for people who read frames and HTTP answers.

use serde::{Deserialize, Serialize};

macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $close:expr, $status:literal, $sentence:literal;)+) => {
        /// Why something was not done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Refusal { $($(#[$meta])* $name,)+ }

        impl Refusal {
            /// Every refusal.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable code, the same as on the wire.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What to do about it, in English.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)+ }
            }

            /// The WebSocket close code, where this refusal ends the connection.
            pub const fn close_code(self) -> Option<u16> {
                match self { $(Self::$name => $close,)+ }
            }

            /// The HTTP status, where this refusal answers a request.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)+ }
            }
        }
    };
}

refusals! {
    /// The frame is not JSON, or not of a known shape.
    BadFrame = "bad_frame", None, 400,
        "This is not a frame or request that Rotunda knows. Send JSON as docs/protocol.md describes it.";
    /// The frame is over the size limit.
    FrameTooLarge = "frame_too_large", Some(4009), 413,
        "This is larger than the 16 KB that one frame may have. Send the message in parts.";
    /// The text is over the length limit.
    TextTooLong = "text_too_long", None, 400,
        "A message may have 4,000 characters. Send it in parts.";
    /// There is nothing in the text.
    EmptyText = "empty_text", None, 400,
        "The message is empty. Write something first.";
    /// Too many frames or messages.
    TooFast = "too_fast", None, 429,
        "That was too much at once. Wait a few seconds and send it again.";
    /// Far too many frames, in spite of being told.
    Flood = "flood", Some(4008), 429,
        "This connection sent far too much and was closed. Wait a minute before connecting again.";
    /// A client reference that already stands for another text.
    ReusedReference = "reused_reference", None, 409,
        "This client reference was used for another text. Make a new one for each message.";
    /// There is no such chat, or no longer.
    NoSuchChat = "no_such_chat", Some(4004), 404,
        "There is no such chat, or it was deleted. Start a new chat.";
    /// The chat has ended.
    ChatEnded = "chat_ended", None, 409,
        "This chat has ended. Start a new chat if you need more.";
    /// The page that asks is not one of the city's.
    WrongOrigin = "wrong_origin", Some(4003), 403,
        "This page may not use the city's chat. Its origin has to be listed in the city's policy.";
    /// No token, or the first frame was not the greeting.
    NotSignedIn = "not_signed_in", Some(4001), 401,
        "This needs a valid sign-in or chat token. Sign in, or start the chat again.";
    /// A token that is not for this, or has expired.
    TokenRefused = "token_refused", Some(4001), 401,
        "This token is not for this chat or has expired. Start the chat again.";
    /// The person may not do this.
    NotPermitted = "not_permitted", Some(4005), 403,
        "You may not do this here. Ask a supervisor if you should be able to.";
    /// The client speaks no protocol that the edge knows.
    UpgradeRequired = "upgrade_required", Some(4026), 426,
        "This client speaks another protocol. Offer the WebSocket subprotocol rotunda.v1, or reload the page.";
    /// Too many connections to one chat.
    TooManyConnections = "too_many_connections", Some(4010), 429,
        "This chat is open in too many places. Close one of them.";
    /// The log of one chat is full.
    ChatFull = "chat_full", None, 409,
        "This chat has grown as long as one chat can be. Start a new one.";
    /// Something that Rotunda needs is away for the moment.
    TryAgain = "try_again", Some(1013), 503,
        "The service cannot answer at the moment. Nothing is lost; it is tried again by itself.";
    /// There is no such address.
    NotFound = "not_found", None, 404,
        "There is nothing at this address. See docs/protocol.md for the addresses.";
    /// The address knows other methods.
    WrongMethod = "wrong_method", None, 405,
        "This address does not take this method. See docs/protocol.md.";
    /// Only a development deployment does this.
    DevelopmentOnly = "development_only", None, 403,
        "The development sign-in is not present in this deployment. Use the city's own sign-in.";
    /// The policy still holds values that were only made up for the sample.
    SamplePolicy = "sample_policy", None, 503,
        "The city's policy file still holds sample values. Replace those marked `sample`, then deploy again.";
    /// The offer is gone: taken, expired or withdrawn.
    OfferGone = "offer_gone", None, 409,
        "This chat is no longer offered to you.";
    /// A member of staff's words break a rule of conduct (EM-COM-C, EM-PRI-A, EM-PRI-B, EM-DIS-B).
    HeldBack = "held_back", None, 409,
        "This was held back: it says, gives or asks for what the policy does not allow. Change it and send it again.";
    /// A supervisor or administrator has suspended the person (EM-PEN-C).
    Suspended = "suspended", Some(4011), 403,
        "Your sign-in is suspended. Ask your supervisor.";
    /// A chat is ended for abuse only after its resident was warned (TE-5.9).
    NotWarned = "not_warned", None, 409,
        "The resident has not been warned yet. Send the warning first, or ask a supervisor to take the chat.";
    /// Outside the hours in which a chat may begin (EM-HRS-A, EM-HRS-A-a).
    Closed = "closed", None, 409,
        "No chat begins at this hour. `openings` of GET /v1/city says when the next one can.";
    /// The change was made from what does not stand any more, or changes nothing.
    Outdated = "outdated", None, 409,
        "This was changed meanwhile. Look at it as it is now, then change it.";
    /// A day that cannot be set.
    BadDay = "bad_day", None, 400,
        "This day cannot be set so. Give a day from today to two years ahead, its name in English and in Spanish, and a department of the city's topics or none.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_refusal_has_its_own_code_and_says_what_to_do() {
        let codes: BTreeSet<_> = Refusal::ALL.iter().map(|refusal| refusal.code()).collect();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert_eq!(serde_json::to_string(refusal).unwrap(), format!("\"{}\"", refusal.code()));
            assert!(refusal.sentence().len() > 20 && refusal.sentence().ends_with('.'));
        }
    }
}
