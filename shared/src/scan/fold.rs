//! What each scalar counts as, whatever script, width or disguise it is written in (Unicode 16).

/// A scalar as the engines see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// A letter: in lower case and, where it is Latin, without its accent.
    Letter(u32),
    /// A decimal digit of any script, and its value.
    Digit(u8),
    /// Punctuation: the ASCII character it stands for.
    Punct(u8),
    /// A blank.
    Space,
    /// A line end.
    Newline,
    /// The end of a message.
    Turn,
    /// Invisible or combining: as if it were not there.
    Skip,
    /// An ideograph or kana, which needs no space to be a word.
    Ideograph(u32),
    /// An emoji or any other symbol.
    Symbol(u32),
}

/// What a byte starts.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Letter,
    Digit,
    Punct,
    Space,
    Newline,
    Turn,
    Skip,
    Wide,
}

impl Class {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a byte indexes a table of 256")]
    pub(super) fn of(byte: u8) -> Self {
        ASCII[byte as usize]
    }

    /// The ASCII scalar `byte` of this class.
    #[inline]
    pub(super) fn folded(self, byte: u8) -> Folded {
        match self {
            Self::Letter => Folded::Letter(u32::from(byte | 0x20)),
            Self::Digit => Folded::Digit(byte & 0x0F),
            Self::Punct => Folded::Punct(byte),
            Self::Space => Folded::Space,
            Self::Newline => Folded::Newline,
            Self::Turn => Folded::Turn,
            Self::Skip | Self::Wide => Folded::Skip,
        }
    }
}

const ASCII: [Class; 256] = ascii();

#[expect(clippy::indexing_slicing, reason = "runs in the compiler")]
const fn ascii() -> [Class; 256] {
    let mut table = [Class::Wide; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t' => Class::Space,
            b'\n' | b'\r' | 0x0B | 0x0C => Class::Newline,
            0x1E => Class::Turn,
            0..=0x1F | 0x7F => Class::Skip,
            _ => Class::Punct,
        };
        byte += 1;
    }
    table
}

/// What `scalar` counts as.
pub fn fold(scalar: char) -> Folded {
    match u8::try_from(scalar) {
        Ok(byte) if byte < 0x80 => Class::of(byte).folded(byte),
        _ => fold_wide(u32::from(scalar)),
    }
}

fn latin(table: &[u8], place: u32) -> Option<u32> {
    let base = table.get(place as usize).copied()?;
    (base != b'.').then_some(u32::from(base))
}

fn letter_of_26(place: u32) -> Folded {
    Folded::Letter(u32::from(b'a') + place % 26)
}

fn digit_from_zero(scalar: u32, zero: u32) -> Folded {
    Folded::Digit(u8::try_from(scalar - zero).unwrap_or(0))
}

fn digit_from_one(scalar: u32, one: u32) -> Folded {
    digit_from_zero(scalar, one - 1)
}

#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one table of Unicode, grouped by meaning"
)]
fn fold_wide(scalar: u32) -> Folded {
    if let Some(value) = decimal(scalar) {
        return Folded::Digit(value);
    }
    match scalar {
        // Invisible: format characters, joiners, variation selectors, combining marks, tags.
        0xAD
        | 0x34F
        | 0x300..=0x36F
        | 0x483..=0x489
        | 0x610..=0x61A
        | 0x61C
        | 0x64B..=0x65F
        | 0x670
        | 0x115F..=0x1160
        | 0x180B..=0x180F
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x20D0..=0x20FF
        | 0x3164
        | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F
        | 0xFEFF
        | 0xFFA0
        | 0xFFF9..=0xFFFB
        | 0x1F3FB..=0x1F3FF
        | 0xE0000..=0xE0FFF => Folded::Skip,
        0x85 | 0x2028 | 0x2029 => Folded::Newline,
        0x80..=0x9F => Folded::Skip,
        0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x2800 | 0x3000 => Folded::Space,
        // Superscript, subscript, circled and parenthesised digits.
        0xB2 | 0xB3 => digit_from_one(scalar, 0xB1),
        0xB9 => Folded::Digit(1),
        0x2070 | 0x24EA | 0x24FF | 0x1F10B | 0x1F10C | 0x1F100 => Folded::Digit(0),
        0x2074..=0x2079 => digit_from_one(scalar, 0x2071),
        0x2080..=0x2089 => digit_from_zero(scalar, 0x2080),
        0x2460..=0x2468 => digit_from_one(scalar, 0x2460),
        0x2474..=0x247C => digit_from_one(scalar, 0x2474),
        0x2488..=0x2490 => digit_from_one(scalar, 0x2488),
        0x24F5..=0x24FD => digit_from_one(scalar, 0x24F5),
        0x2776..=0x277E => digit_from_one(scalar, 0x2776),
        0x2780..=0x2788 => digit_from_one(scalar, 0x2780),
        0x278A..=0x2792 => digit_from_one(scalar, 0x278A),
        0x1F101..=0x1F10A => digit_from_zero(scalar, 0x1F101),
        // Punctuation that stands for ASCII punctuation.
        0xA1 => Folded::Punct(b'!'),
        0xBF => Folded::Punct(b'?'),
        0xAA => Folded::Letter(u32::from(b'a')),
        0xBA => Folded::Letter(u32::from(b'o')),
        0xAB | 0xBB | 0x201C..=0x201F | 0x2039 | 0x203A | 0x300A..=0x300F => Folded::Punct(b'"'),
        0x2018..=0x201B | 0x2BC | 0x2032 | 0x2035 | 0xB4 | 0x2B9 => Folded::Punct(b'\''),
        0x2010..=0x2015
        | 0x2043
        | 0x2212
        | 0x2E3A
        | 0x2E3B
        | 0xFE31
        | 0xFE32
        | 0xFE58
        | 0xFE63
        | 0x2500
        | 0x30FC
        | 0x5BE => Folded::Punct(b'-'),
        0xB7 | 0x2022 | 0x2024..=0x2026 | 0x2219 | 0x22C5 | 0x30FB | 0x3002 | 0xFF61 | 0x6D4 => {
            Folded::Punct(b'.')
        }
        0x2044 | 0x2215 | 0x29F8 => Folded::Punct(b'/'),
        0x60C | 0x3001 | 0xFF64 => Folded::Punct(b','),
        0x61F => Folded::Punct(b'?'),
        0x61B => Folded::Punct(b';'),
        0x2116 => Folded::Punct(b'#'),
        0x2016 | 0x2223 | 0xA6 => Folded::Punct(b'|'),
        0x00A2 | 0x00A3 | 0x00A5 | 0x20A0..=0x20CF => Folded::Punct(b'$'),
        0xFF01..=0xFF5E => match u8::try_from(scalar - 0xFEE0) {
            Ok(byte) => Class::of(byte).folded(byte),
            Err(_) => Folded::Symbol(scalar),
        },
        // Letters in disguise.
        0x24B6..=0x24E9 => letter_of_26(scalar - 0x24B6),
        0x1F110..=0x1F129 => letter_of_26(scalar - 0x1F110),
        0x1F130..=0x1F149 => letter_of_26(scalar - 0x1F130),
        0x1F150..=0x1F169 => letter_of_26(scalar - 0x1F150),
        0x1F170..=0x1F189 => letter_of_26(scalar - 0x1F170),
        0x1D400..=0x1D6A3 => letter_of_26(scalar - 0x1D400),
        0xC0..=0x24F => match latin(LATIN, scalar - 0xC0) {
            Some(base) => Folded::Letter(base),
            None if scalar == 0xD7 || scalar == 0xF7 => Folded::Symbol(scalar),
            None => Folded::Letter(scalar),
        },
        0x1E00..=0x1EFF => Folded::Letter(latin(LATIN_ADDITIONAL, scalar - 0x1E00).unwrap_or(scalar)),
        // Other scripts with case.
        0x391..=0x3A9 | 0x410..=0x42F => Folded::Letter(scalar + 0x20),
        0x400..=0x40F => Folded::Letter(scalar + 0x50),
        0xB5
        | 0x250..=0x1FFF
        | 0x2C00..=0x2DFF
        | 0xA640..=0xABFF
        | 0xAC00..=0xD7FF
        | 0xFB00..=0xFDFF
        | 0xFE70..=0xFEFE => Folded::Letter(scalar),
        0x3005..=0x3007
        | 0x3040..=0x31FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0xFF66..=0xFF9D
        | 0x20000..=0x3FFFF => Folded::Ideograph(scalar),
        _ => Folded::Symbol(scalar),
    }
}

/// Values of the decimal digits (general category Nd).
fn decimal(scalar: u32) -> Option<u8> {
    if let 0x1D7CE..=0x1D7FF = scalar {
        return u8::try_from((scalar - 0x1D7CE) % 10).ok();
    }
    let below = ZEROS.partition_point(|zero| *zero <= scalar);
    let zero = ZEROS.get(below.checked_sub(1)?)?;
    u8::try_from(scalar - zero).ok().filter(|value| *value < 10)
}

/// The zero of every block of ten decimal digits beyond ASCII, but the mathematical ones.
const ZEROS: &[u32] = &[
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730,
    0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0,
    0x16B50, 0x16D70, 0x1CCF0, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Base letters of U+00C0 to U+024F.
const LATIN: &[u8] =
    b"aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb....\
    ........................oo.............uu...................dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoo\
    oo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...............b............";

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
