//! EM-PRI-B: a request for data that the city does not need.

use super::words::{Word, before, ends, word};
use super::{Held, Hold};
use crate::privacy::{Allowed, Category, mentions};
use crate::scan::Message;

/// How far before the name of the data the asking stands, in tokens.
const REACH: usize = 12;

pub(super) fn find(message: Message<'_>, allowed: Allowed, holds: &mut Vec<Hold>) {
    let mut last: Option<Category> = None;
    mentions(message, &mut |at, category| {
        if allowed.permits(category) || last == Some(category) || !is_asked(message, at, category) {
            return;
        }
        last = Some(category);
        if let Some(token) = message.tokens().get(at) {
            holds
                .push(Hold { span: token.start as usize..token.end as usize, held: Held::Request(category) });
        }
    });
}

/// Whether the sentence asks the resident for it: "what's your …", "can you send the …", "necesito su …".
fn is_asked(message: Message<'_>, at: usize, category: Category) -> bool {
    let words: Vec<Word> = before(message, at, REACH).collect();
    let has = |wanted: Word| words.contains(&wanted);
    if has(Word::Not) || has(Word::My) {
        return false;
    }
    let asks = has(Word::Ask);
    let yours = has(Word::Your) || has(Word::Me);
    // One pays with a card; only its number is asked for.
    let named = category != Category::Pan
        || asks
        || (at + 1..at + 4).any(|place| word(message, place) == Word::Phone);
    let question = (at..at + 8)
        .take_while(|place| *place == at || !ends(message, *place - 1))
        .any(|place| message.tokens().get(place).is_some_and(|token| token.is_punct(b'?')));
    let short = question && has(Word::Your) && words.len() <= 3;
    named
        && (asks && (yours || question || has(Word::May) || starts_with_verb(&words))
            || has(Word::May) && has(Word::Your)
            || short)
}

/// "Read the card number": the sentence begins with the verb.
fn starts_with_verb(words: &[Word]) -> bool {
    words.last() == Some(&Word::Ask) || words.iter().rev().take(2).any(|word| *word == Word::Ask)
}
