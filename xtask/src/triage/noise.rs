//! Messages as they are written in haste: without punctuation, with misspellings. The same each time.

/// A fixed generator.
pub struct Dice(u64);

impl Dice {
    /// Seeded by a text.
    pub fn of(text: &str) -> Self {
        Self(
            text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
            }) | 1,
        )
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(sides).unwrap_or(0)
    }
}

/// `text` in one run, without punctuation, and one word in five misspelt.
pub fn hasty(text: &str) -> String {
    let mut dice = Dice::of(text);
    let bare: String =
        text.chars().map(|letter| if ",.;:!?¿¡()\"".contains(letter) { ' ' } else { letter }).collect();
    bare.split_whitespace()
        .map(|word| if dice.roll(5) == 0 { misspelt(word, &mut dice) } else { word.to_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

fn misspelt(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return word.to_owned();
    }
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.swap(at, at + 1),
        2 => letters.insert(at, letters.get(at).copied().unwrap_or('e')),
        _ => {
            let vowel = ['a', 'e', 'i', 'o'].get(dice.roll(4)).copied().unwrap_or('e');
            if let Some(letter) = letters.get_mut(at) {
                *letter = vowel;
            }
        }
    }
    letters.into_iter().collect()
}
