//! The words that show whose a detail is and who asks for what, English and Spanish.

use crate::scan::{Kind, Lexicon, Message, Token};

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Other,
    /// "my", "mi".
    My,
    /// "your", "su".
    Your,
    /// "me": the one to be called.
    Me,
    /// "call", "text", "llámeme".
    Reach,
    Phone,
    Email,
    /// An account elsewhere.
    Social,
    /// "work", "office", "city": not the agent's own.
    Office,
    Live,
    Home,
    Age,
    /// "I am", "I'm", "tengo".
    Am,
    /// "years", "old", "años".
    Years,
    /// Asks by itself: "give", "send", "what", "deme", "cuál".
    Ask,
    /// Asks with "your": "can", "need".
    May,
    /// "not", "never", "nunca".
    Not,
}

pub(super) static WORDS: Lexicon<Word, 512> = Lexicon::new(
    &[
        (Word::My, "my mi mis mine"),
        (Word::Your, "your ur su tu sus tus"),
        (Word::Me, "me myself"),
        (
            Word::Reach,
            "call text reach contact dm message llame llameme llamame marqueme marcame escribeme escribame \
             contacteme contactame buscame busqueme",
        ),
        (
            Word::Phone,
            "phone cell mobile number cellphone telephone tel celular telefono numero movil whatsapp",
        ),
        (Word::Email, "email mail gmail correo yahoo hotmail outlook icloud"),
        (Word::Social, "instagram facebook snapchat tiktok twitter telegram venmo insta fb"),
        (Word::Office, "work office city desk oficina trabajo ciudad extension department departamento"),
        (Word::Live, "live living vivo"),
        (Word::Home, "home house apartment address casa direccion domicilio apartamento"),
        (Word::Age, "age edad"),
        (Word::Am, "am im tengo cumpli"),
        (Word::Years, "years yrs old anos"),
        (
            Word::Ask,
            "give send tell read provide share type enter confirm verify what whats deme dame digame dime mande \
             mandeme envie envieme lea leame comparta escriba confirme verifique proporcione cual indique pasame \
             paseme deletreeme",
        ),
        (
            Word::May,
            "can could may need want require please necesito ocupo puede podria requiero quiero favor",
        ),
        (
            Word::Not,
            "not never dont no nunca cannot cant avoid without sin evite jamas shouldnt neither wont",
        ),
    ],
    Word::Other,
);

/// What the token at `at` tells.
pub(super) fn word(message: Message<'_>, at: usize) -> Word {
    match message.tokens().get(at) {
        Some(token) if token.kind == Kind::Word => WORDS.get(token.hash),
        _ => Word::Other,
    }
}

/// Whether the tokens from `at` on are these words, given as their hashes.
pub(super) fn says(tokens: &[Token], at: usize, words: &[u32]) -> bool {
    let said = tokens.get(at..at + words.len());
    said.is_some_and(|said| {
        said.iter().zip(words).all(|(token, word)| token.kind == Kind::Word && token.hash == *word)
    })
}

/// Whether a sentence ends at token `at`.
pub(super) fn ends(message: Message<'_>, at: usize) -> bool {
    let tokens = message.tokens();
    tokens.get(at).is_some_and(Token::ends_sentence) && !tokens.get(at + 1).is_some_and(Token::is_glued)
}

/// The words of the same sentence before token `at`, the nearest first, at most `count` tokens back.
pub(super) fn before(message: Message<'_>, at: usize, count: usize) -> impl Iterator<Item = Word> {
    (at.saturating_sub(count)..at)
        .rev()
        .take_while(move |place| !ends(message, *place))
        .map(move |place| word(message, place))
}
