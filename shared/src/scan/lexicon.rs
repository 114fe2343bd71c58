//! Words as numbers, and tables of them built by the compiler.

/// Starts a word.
pub(super) const SEED: u64 = 0;

/// Adds one folded letter.
#[inline]
pub(super) const fn add(state: u64, letter: u32) -> u64 {
    state.rotate_left(5) ^ letter as u64
}

/// Ends a word. Two words of up to twelve Latin letters never share the state that goes in.
#[inline]
pub(super) const fn finish(state: u64) -> u32 {
    (state.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// The hash that a [`Token`](super::Token) of this word bears.
///
/// `word` is UTF-8 of folded letters: lower case, without accents or apostrophes (`dont`, `manana`); other scripts in lower case.
pub const fn hash(word: &str) -> u32 {
    span_hash(word.as_bytes(), 0, word.len())
}

/// The hash of `bytes[from..to]`.
#[expect(
    clippy::indexing_slicing,
    reason = "`for` and `get` cannot be had in a const fn; a wrong index stops the compiler"
)]
const fn span_hash(bytes: &[u8], from: usize, to: usize) -> u32 {
    let mut state = SEED;
    let mut at = from;
    while at < to {
        let lead = bytes[at] as u32;
        let (mut scalar, length) = match lead {
            0..0x80 => (lead, 1),
            0x80..0xE0 => (lead & 0x1F, 2),
            0xE0..0xF0 => (lead & 0x0F, 3),
            _ => (lead & 0x07, 4),
        };
        let mut next = 1;
        while next < length {
            scalar = scalar << 6 | (bytes[at + next] as u32 & 0x3F);
            next += 1;
        }
        state = add(state, scalar);
        at += length;
    }
    finish(state)
}

/// What of a hash is kept: never zero, which marks an empty slot.
const fn fingerprint(hash: u32) -> u16 {
    (hash >> 16) as u16 | 1
}

/// A table from words to what they mean, built by the compiler and asked with one probe or two.
///
/// `SLOTS` must be a power of two and should be at least twice the number of words. Only hashes are in the program, not words.
pub struct Lexicon<V, const SLOTS: usize> {
    /// The upper half of each word's hash; the lower half says where it stands.
    keys: [u16; SLOTS],
    values: [V; SLOTS],
    nothing: V,
}

impl<V: Copy, const SLOTS: usize> Lexicon<V, SLOTS> {
    /// A table of `entries`: each a meaning and its words, with single spaces between. `nothing` is the answer for other words.
    ///
    /// Does not compile when a word stands in it twice or the table is too small.
    #[expect(
        clippy::indexing_slicing,
        clippy::missing_panics_doc,
        reason = "runs in the compiler, where a panic is an error of compilation"
    )]
    pub const fn new(entries: &[(V, &str)], nothing: V) -> Self {
        assert!(SLOTS.is_power_of_two(), "the number of slots must be a power of two");
        let mut table = Self { keys: [0; SLOTS], values: [nothing; SLOTS], nothing };
        let mut filled = 0;
        let mut entry = 0;
        while entry < entries.len() {
            let (value, words) = entries[entry];
            let bytes = words.as_bytes();
            let mut from = 0;
            while from < bytes.len() {
                let mut to = from;
                while to < bytes.len() && bytes[to] != b' ' {
                    to += 1;
                }
                if to > from {
                    let hash = span_hash(bytes, from, to);
                    let key = fingerprint(hash);
                    let mut slot = hash as usize & (SLOTS - 1);
                    while table.keys[slot] != 0 {
                        assert!(table.keys[slot] != key, "a word stands in the lexicon twice");
                        slot = (slot + 1) & (SLOTS - 1);
                    }
                    table.keys[slot] = key;
                    table.values[slot] = value;
                    filled += 1;
                    assert!(filled * 4 <= SLOTS * 3, "the lexicon needs more slots");
                }
                from = to + 1;
            }
            entry += 1;
        }
        table
    }

    /// What the word with this hash means.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "the slot is taken modulo the number of slots")]
    pub fn get(&self, hash: u32) -> V {
        let fingerprint = fingerprint(hash);
        let mut slot = hash as usize & (SLOTS - 1);
        loop {
            let key = self.keys[slot];
            if key == fingerprint {
                return self.values[slot];
            }
            if key == 0 {
                return self.nothing;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}
