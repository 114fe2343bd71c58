//! What could be said better: hints for who writes, which hold nothing back.
//!
//! Casual words, shouting and opinions (EM-COM-A), and sentences that are hard to read (TE-5.7).

use super::readability;
use super::words::says;
use crate::language::Language;
use crate::rule::Rule;
use crate::scan::{Kind, Lexicon, Marks, Message, Scan, Token, hash};
use core::ops::Range;

/// What a message could do better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// A word one says among friends.
    Casual,
    /// Words in capitals, or several exclamation marks.
    Shouting,
    /// What the writer thinks, not what the city says.
    Opinion,
    /// Above the eighth grade.
    HardToRead,
}

impl Hint {
    /// The clause it comes from.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Casual | Self::Shouting | Self::Opinion => Rule::EmComA,
            Self::HardToRead => Rule::Te57,
        }
    }
}

/// A hint and the place that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// Bytes of the message; empty where the hint is about all of it.
    pub span: Range<usize>,
    /// What.
    pub hint: Hint,
}

/// Capitals of a word from which on it is no abbreviation (`PDF`, `USPS`).
const LONG: u16 = 6;
/// Capitals of a word of which two together are shouting.
const HALF: u16 = 3;

static CASUAL: Lexicon<bool, 256> = Lexicon::new(
    &[(
        true,
        "yeah yep yup nope nah gonna wanna gotta lemme gimme kinda sorta dunno aint lol lmao rofl omg wtf idk btw tbh imo imho \
         dude bro bruh buddy pal hun honey sweetie yall ya cuz coz thx plz pls ur whatevs yo hey \
         oops ugh duh meh haha hahaha hehe \
         wey guey jaja jajaja jeje xq pq tqm porfa porfis oki okis orale chido mijo mija amorcito",
    )],
    false,
);

/// Openings of an opinion, word by word.
static OPINIONS: &[&[u32]] = &[
    &[hash("i"), hash("think")],
    &[hash("i"), hash("feel")],
    &[hash("i"), hash("believe")],
    &[hash("i"), hash("guess")],
    &[hash("in"), hash("my"), hash("opinion")],
    &[hash("if"), hash("you"), hash("ask"), hash("me")],
    &[hash("personally")],
    &[hash("honestly")],
    &[hash("frankly")],
    &[hash("creo"), hash("que")],
    &[hash("pienso"), hash("que")],
    &[hash("opino"), hash("que")],
    &[hash("siento"), hash("que")],
    &[hash("en"), hash("mi"), hash("opinion")],
    &[hash("a"), hash("mi"), hash("parecer")],
    &[hash("personalmente")],
    &[hash("francamente")],
    &[hash("sinceramente")],
];

/// Looks at a message of staff in `language`. Each kind is told once, at its first place.
#[must_use]
pub fn hints(text: &str, language: Language) -> Vec<Hinted> {
    let mut scan = Scan::new();
    let message = scan.read(text);
    let found = [
        (Hint::Casual, casual(message)),
        (Hint::Shouting, shouting(message)),
        (Hint::Opinion, opinion(message)),
        (Hint::HardToRead, readability::is_hard(message, language).then_some(0..0)),
    ];
    found.into_iter().filter_map(|(hint, span)| Some(Hinted { span: span?, hint })).collect()
}

fn span(tokens: &[Token]) -> Option<Range<usize>> {
    Some(tokens.first()?.start as usize..tokens.last()?.end as usize)
}

/// The first casual word; parts of addresses are none.
fn casual(message: Message<'_>) -> Option<Range<usize>> {
    let tokens = message.tokens();
    let said = |(at, token): &(usize, &Token)| {
        token.kind == Kind::Word && !(*at > 0 && token.is_glued()) && CASUAL.get(token.hash)
    };
    let (_, token) = tokens.iter().enumerate().find(said)?;
    span(core::slice::from_ref(token))
}

/// One long word in capitals, two shorter ones beside each other, or two exclamation marks.
fn shouting(message: Message<'_>) -> Option<Range<usize>> {
    let tokens = message.tokens();
    let capitals = |token: &Token, letters| {
        token.kind == Kind::Word
            && token.count >= letters
            && token.marks.has(Marks::UPPER)
            && !token.marks.has(Marks::LOWER)
    };
    let long = tokens.iter().find(|token| capitals(token, LONG)).map(core::slice::from_ref);
    let pair = tokens.windows(2).find(|pair| {
        let exclaims = |token: &Token| token.is_punct(b'!');
        pair.iter().all(|token| capitals(token, HALF)) || pair.iter().all(exclaims)
    });
    span(long.or(pair)?)
}

fn opinion(message: Message<'_>) -> Option<Range<usize>> {
    let tokens = message.tokens();
    (0..tokens.len()).find_map(|at| {
        let words = OPINIONS.iter().find(|words| says(tokens, at, words))?;
        span(tokens.get(at..at + words.len())?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Hint, &str)> {
        let hints = hints(text, Language::En).into_iter();
        hints.map(|told| (told.hint, text.get(told.span).unwrap())).collect()
    }

    #[test]
    fn em_com_a_casual_words_are_named() {
        for (text, word) in [
            ("Yeah, I can look that up", "Yeah"),
            ("we're gonna fix it today", "gonna"),
            ("claro, porfa espere", "porfa"),
            ("y'all can pay online", "y'all"),
        ] {
            assert_eq!(told(text), [(Hint::Casual, word)], "{text}");
        }
    }

    #[test]
    fn em_com_a_shouting_is_named_and_abbreviations_are_not() {
        assert_eq!(told("Please read the NOTICE first"), [(Hint::Shouting, "NOTICE")]);
        assert_eq!(told("You MUST PAY today, READ THIS"), [(Hint::Shouting, "MUST PAY")]);
        assert_eq!(told("Pay today!!"), [(Hint::Shouting, "!!")]);
        for text in ["The PDF is on the USPS page", "Your HOA and the ZIP code", "Thank you!", "A B C"] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn em_com_a_an_opinion_is_named() {
        assert_eq!(told("In my opinion the fee is too high"), [(Hint::Opinion, "In my opinion")]);
        assert_eq!(told("Personally, no."), [(Hint::Opinion, "Personally")]);
        assert_eq!(told("Creo que no conviene"), [(Hint::Opinion, "Creo que")]);
        assert_eq!(told("The council thinks about it in May"), []);
    }

    #[test]
    fn te_5_7_what_is_hard_to_read_is_named_as_a_whole() {
        let hard = "Notwithstanding the aforementioned municipal regulations, applicants must additionally furnish \
                    supplementary documentation demonstrating eligibility prior to authorization.";
        assert_eq!(told(hard), [(Hint::HardToRead, "")]);
    }

    #[test]
    fn each_hint_cites_its_clause_and_a_plain_answer_has_none() {
        assert_eq!(Hint::Opinion.rule(), Rule::EmComA);
        assert_eq!(Hint::HardToRead.rule(), Rule::Te57);
        for text in [
            "Thanks. I can see the meter was read twice in October. Let me correct it.",
            "You can pay at https://emcity.example/PAY or call 801-789-6600.",
            "Gracias por escribir. Puedo ayudarle con su factura.",
            "",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
