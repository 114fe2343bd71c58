//! Colours with contrast: any colour a city has is taken, and what stands on it is computed (WCAG 2.2, 1.4.3 and 1.4.11).
//!
//! The arithmetic runs at the edge, so that no browser carries it: [`theme`] answers the custom properties that the app sets.

/// A colour of the sRGB space, each part from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// What text needs on its ground.
const TEXT: f64 = 4.5;
/// What long text needs to be read with ease.
const READING: f64 = 7.0;
/// Steps in which a colour is moved towards another.
const STEPS: u8 = 32;

const WHITE: Colour = Colour([255; 3]);
const BLACK: Colour = Colour([0; 3]);

/// The fixed colours of a scheme that the city's meets, as the design tokens have them.
struct Scheme {
    name: char,
    /// The grounds that links and focus rings stand on: of the page, of a panel, of what asks for care, of an alarm.
    grounds: [Colour; 4],
    /// Text on the city's tint.
    inks: [Colour; 2],
    /// Away from the ground.
    away: Colour,
}

const LIGHT: Scheme = Scheme {
    name: 'l',
    grounds: [WHITE, Colour([0xf5, 0xf6, 0xf4]), Colour([0xfd, 0xf3, 0xdc]), Colour([0xfd, 0xec, 0xea])],
    inks: [Colour([0x1c, 0x23, 0x21]), Colour([0x52, 0x5c, 0x58])],
    away: BLACK,
};

const DARK: Scheme = Scheme {
    name: 'd',
    grounds: [
        Colour([0x14, 0x1a, 0x19]),
        Colour([0x1d, 0x25, 0x23]),
        Colour([0x35, 0x28, 0x11]),
        Colour([0x3b, 0x15, 0x12]),
    ],
    inks: [Colour([0xee, 0xf2, 0xf0]), Colour([0xb3, 0xbe, 0xb9])],
    away: WHITE,
};

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |from: usize| u8::from_str_radix(hex.get(from..from + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The relative luminance, from 0 for black to 1 for white.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How far this colour stands out from another: from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Moved towards another by `step` of [`STEPS`].
    fn towards(self, other: Self, step: u8) -> Self {
        let (Self([r, g, b]), Self([to_r, to_g, to_b])) = (self, other);
        let part = |from: u8, to: u8| {
            let (step, whole) = (u16::from(step), u16::from(STEPS));
            let mixed = (u16::from(from) * (whole - step) + u16::from(to) * step + whole / 2) / whole;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self([part(r, to_r), part(g, to_g), part(b, to_b)])
    }

    /// The first colour on the way to another that will do; the other where none does.
    fn until(self, other: Self, does: impl Fn(Self) -> bool) -> Self {
        (0..=STEPS).map(|step| self.towards(other, step)).find(|colour| does(*colour)).unwrap_or(other)
    }

    /// White or black, whichever can be read on it: one of them always has 4.58 or more.
    fn ink(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(BLACK) { WHITE } else { BLACK }
    }
}

impl core::fmt::Display for Colour {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The custom properties of a city's colour, for light and for dark, as a style says them.
pub fn theme(accent: Colour) -> String {
    [LIGHT, DARK].iter().flat_map(|scheme| shades(accent, scheme)).collect()
}

fn shades(accent: Colour, scheme: &Scheme) -> [String; 6] {
    let [ground, ..] = scheme.grounds;
    let dark = scheme.away == WHITE;
    // The tint lies near the ground, so that both inks can be read on it.
    let soft = accent.towards(ground, STEPS - STEPS / 8);
    let soft = soft.until(ground, |soft| {
        let [ink, second] = scheme.inks;
        soft.contrast(ink) >= READING && soft.contrast(second) >= TEXT
    });
    let line = accent.until(scheme.away, |line| {
        scheme.grounds.into_iter().chain([soft]).all(|ground| line.contrast(ground) >= TEXT)
    });
    // On a light ground the city's colour stands as it is; on a dark one it is lit up, and its bar dimmed.
    let fill = if dark { line } else { accent };
    let head = if dark { accent.until(BLACK, |head| head.contrast(WHITE) >= READING + TEXT) } else { accent };
    [
        ("accent", fill),
        ("ink", fill.ink()),
        ("soft", soft),
        ("line", line),
        ("head", head),
        ("head-ink", head.ink()),
    ]
    .map(|(name, colour)| format!("--{}-{name}:{colour};", scheme.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shade(accent: &str, name: &str) -> Colour {
        let theme = theme(Colour::parse(accent).unwrap());
        let mut properties = theme.split(';').filter_map(|property| property.split_once(':'));
        Colour::parse(properties.find(|(known, _)| *known == name).unwrap().1).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let contrast = |one, other| Colour::parse(one).unwrap().contrast(Colour::parse(other).unwrap());
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
        assert!((contrast("#1b5e7d", "#ffffff") - 7.13).abs() < 0.02);
    }

    #[test]
    fn a_colour_that_has_contrast_is_taken_as_it_is() {
        for accent in ["#1b5e7d", "#003366", "#8b1a1a"] {
            assert_eq!(shade(accent, "--l-accent").to_string(), accent);
            assert_eq!(shade(accent, "--l-line").to_string(), accent);
            assert_eq!(shade(accent, "--l-ink"), WHITE);
        }
        assert_eq!(shade("#ffd500", "--l-accent").to_string(), "#ffd500");
        assert_eq!(shade("#ffd500", "--l-ink"), BLACK);
        assert_ne!(
            shade("#ffd500", "--l-line").to_string(),
            "#ffd500",
            "a yellow link cannot be read on white"
        );
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for text in ["", "#", "1b5e7d", "#1b5e7", "#1b5e7dd", "#gggggg", "#1b5é7"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    proptest! {
        /// Whatever colour a city has: everything that is read stands out by 4.5 from everything it stands on.
        #[test]
        fn te_12_2_any_city_colour_keeps_contrast(red: u8, green: u8, blue: u8) {
            let accent = Colour([red, green, blue]).to_string();
            for scheme in [LIGHT, DARK] {
                let of = |name: &str| shade(&accent, &format!("--{}-{name}", scheme.name));
                let mut pairs = vec![
                    (of("ink"), of("accent")),
                    (of("head-ink"), of("head")),
                    (of("line"), of("soft")),
                ];
                pairs.extend(scheme.grounds.map(|ground| (of("line"), ground)));
                pairs.extend(scheme.inks.map(|ink| (ink, of("soft"))));
                for (ink, ground) in pairs {
                    prop_assert!(ink.contrast(ground) >= TEXT, "{accent}: {ink} on {ground} in {}", scheme.name);
                }
            }
        }
    }
}
