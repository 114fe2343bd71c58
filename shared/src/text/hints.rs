//! What the console says to who writes, as hints.

use super::bilingual::sentences;
use crate::conduct::Hint;

sentences! {
    /// A sentence or label of the hints.
    Hints:

    /// Before them.
    Heading: "Before you send:", "Antes de enviar:";
    /// A casual word.
    Casual: "sounds casual. Use a neutral word.", "suena informal. Use una palabra neutra.";
    /// Capitals or exclamation marks.
    Shouting: "reads like shouting. Use small letters and one mark.", "parece un grito. Use minúsculas y un solo signo.";
    /// An opinion.
    Opinion: "begins an opinion. Say what the City says.", "empieza una opinión. Diga lo que dice la Ciudad.";
    /// Above the eighth grade.
    HardToRead: "Hard to read for many: use shorter sentences and everyday words.",
        "Difícil de leer para muchos: use frases más cortas y palabras de todos los días.";
    /// Takes them away until the message is sent.
    Hide: "Hide the hints", "Ocultar";
}

impl Hints {
    /// What a hint says.
    pub const fn of(hint: Hint) -> Self {
        match hint {
            Hint::Casual => Self::Casual,
            Hint::Shouting => Self::Shouting,
            Hint::Opinion => Self::Opinion,
            Hint::HardToRead => Self::HardToRead,
        }
    }
}
