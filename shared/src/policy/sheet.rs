//! The policy as an administrator reads it: each value with the clause it comes from, and what a web team needs of it.

use super::Source;
use serde::{Deserialize, Serialize};

/// What `GET /v1/staff/policy` answers to someone who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Every value that has a source, by field.
    pub facts: Vec<Fact>,
    /// What a web team pastes.
    pub embed: Embed,
}

/// One value of the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Where it stands in the policy file, such as `silence.asks_after_seconds`.
    pub field: String,
    /// What it is, in the words and numbers of the file. Empty where it is an empty list.
    pub value: String,
    /// Where it comes from.
    pub source: Source,
}

/// How the chat of this deployment comes onto a page of the city. docs/embed/ explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embed {
    /// The one line to paste.
    pub snippet: String,
    /// What to add to the page's Content-Security-Policy for the chat in a frame.
    pub frame: String,
    /// The same for the chat in the page itself.
    pub inline: String,
}

impl Embed {
    /// For the chat that is served at `origin`, such as `https://chat.example.gov`, to the city called `city`.
    pub fn new(origin: &str, city: &str) -> Self {
        let sockets = origin.replacen("http", "ws", 1);
        Self {
            snippet: format!("<script async src=\"{origin}/v1/loader.js?city={city}\"></script>"),
            frame: format!("script-src {origin}; frame-src {origin}"),
            inline: format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin} {sockets}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_web_team_pastes_names_this_deployment() {
        let embed = Embed::new("https://chat.example.gov", "eagle-mountain");
        assert_eq!(
            embed.snippet,
            "<script async src=\"https://chat.example.gov/v1/loader.js?city=eagle-mountain\"></script>"
        );
        assert_eq!(embed.frame, "script-src https://chat.example.gov; frame-src https://chat.example.gov");
        assert_eq!(
            embed.inline,
            "script-src https://chat.example.gov 'wasm-unsafe-eval'; \
             connect-src https://chat.example.gov wss://chat.example.gov"
        );
    }
}
