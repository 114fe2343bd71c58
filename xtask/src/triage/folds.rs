//! Cuts the corpus into parts so that what is tried was not learnt from: the messages of one chat, and messages that say nearly
//! the same, are in one part.

use super::corpus::Labelled;
use std::collections::BTreeSet;

/// For each message, the part it belongs to.
pub fn folds<'a>(messages: impl Iterator<Item = &'a Labelled>, parts: u32) -> Vec<u32> {
    let messages: Vec<&Labelled> = messages.collect();
    let words: Vec<BTreeSet<String>> = messages
        .iter()
        .map(|message| {
            message
                .text
                .to_lowercase()
                .split(|letter: char| !letter.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect();
    let mut heads: Vec<usize> = (0..messages.len()).collect();
    for (at, (message, mine)) in messages.iter().zip(&words).enumerate() {
        for (other, (earlier, theirs)) in messages.iter().zip(&words).enumerate().take(at) {
            let chat = message.conversation.is_some() && message.conversation == earlier.conversation;
            if chat || alike(mine, theirs) {
                let (one, two) = (head(&heads, at), head(&heads, other));
                if let Some(slot) = heads.get_mut(one.max(two)) {
                    *slot = one.min(two);
                }
            }
        }
    }
    (0..messages.len())
        .map(|at| {
            let head = head(&heads, at);
            messages.get(head).map_or(0, |message| {
                message
                    .text
                    .bytes()
                    .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
                    / 7
                    % parts
            })
        })
        .collect()
}

fn head(heads: &[usize], mut at: usize) -> usize {
    while let Some(next) = heads.get(at).copied().filter(|next| *next != at) {
        at = next;
    }
    at
}

/// Whether two messages share two thirds of their words.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    if one.len().min(other.len()) * 3 < one.len().max(other.len()) * 2 {
        return false;
    }
    let shared = one.intersection(other).count();
    shared * 3 > (one.len() + other.len() - shared) * 2
}
