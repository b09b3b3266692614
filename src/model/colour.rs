//! Colours, and how far two of them stand out from each other.

/// A colour of sRGB, each channel from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// Red, green and blue.
    pub channels: [f64; 3],
    /// How much of it covers what lies behind, from 0 to 1.
    pub alpha: f64,
}

/// The names that colours have had since HTML 4, and orange (CSS Color Level 4, 6.1).
const NAMES: [(&str, u32); 18] = [
    ("aqua", 0x00_ff_ff),
    ("black", 0),
    ("blue", 0x00_00_ff),
    ("fuchsia", 0xff_00_ff),
    ("gray", 0x80_80_80),
    ("green", 0x00_80_00),
    ("grey", 0x80_80_80),
    ("lime", 0x00_ff_00),
    ("maroon", 0x80_00_00),
    ("navy", 0x00_00_80),
    ("olive", 0x80_80_00),
    ("orange", 0xff_a5_00),
    ("purple", 0x80_00_80),
    ("red", 0xff_00_00),
    ("silver", 0xc0_c0_c0),
    ("teal", 0x00_80_80),
    ("white", 0xff_ff_ff),
    ("yellow", 0xff_ff_00),
];

impl Colour {
    /// White.
    pub const WHITE: Self = Self { channels: [255.0; 3], alpha: 1.0 };
    /// Black.
    pub const BLACK: Self = Self { channels: [0.0; 3], alpha: 1.0 };

    /// The colour that CSS writes so: in hexadecimal digits, as `rgb()` or `hsl()`, or by one of the common names.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return Self::of_digits(digits);
        }
        if let Some((name, rest)) = text.split_once('(') {
            let values = rest.strip_suffix(')')?.replace([',', '/'], " ");
            let values: Vec<&str> = values.split_whitespace().collect();
            return match name {
                "rgb" | "rgba" => Self::of_rgb(&values),
                "hsl" | "hsla" => Self::of_hsl(&values),
                _ => None,
            };
        }
        let (_, value) = NAMES.iter().find(|(name, _)| *name == text)?;
        let channels = [value >> 16, value >> 8 & 0xff, value & 0xff].map(f64::from);
        Some(Self { channels, alpha: 1.0 })
    }

    fn of_digits(digits: &str) -> Option<Self> {
        let each = match digits.len() {
            3 | 4 => 1,
            6 | 8 => 2,
            _ => return None,
        };
        let channel = |index: usize| {
            let part = digits.get(index * each..(index + 1) * each)?;
            let value = u8::from_str_radix(part, 16).ok()?;
            Some(f64::from(if each == 1 { value * 17 } else { value }))
        };
        let alpha = if digits.len() / each == 4 { channel(3)? / 255.0 } else { 1.0 };
        Some(Self { channels: [channel(0)?, channel(1)?, channel(2)?], alpha })
    }

    fn of_rgb(values: &[&str]) -> Option<Self> {
        let channel = |text: &str| match text.strip_suffix('%') {
            Some(share) => share.parse::<f64>().ok().map(|share| share * 2.55),
            None => text.parse::<f64>().ok(),
        };
        let [red, green, blue, ..] = values else { return None };
        let channels = [channel(red)?, channel(green)?, channel(blue)?].map(|value| value.clamp(0.0, 255.0));
        Some(Self { channels, alpha: alpha(values)? })
    }

    fn of_hsl(values: &[&str]) -> Option<Self> {
        let [hue, saturation, lightness, ..] = values else { return None };
        let hue = hue.trim_end_matches("deg").parse::<f64>().ok()?.rem_euclid(360.0);
        let share =
            |text: &str| text.trim_end_matches('%').parse::<f64>().ok().map(|share| (share / 100.0).clamp(0.0, 1.0));
        let (saturation, lightness) = (share(saturation)?, share(lightness)?);
        // CSS Color Level 4, 7.1.
        let channel = |shift: f64| {
            let turn = (shift + hue / 30.0).rem_euclid(12.0);
            let span = saturation * lightness.min(1.0 - lightness);
            255.0 * (lightness - span * (turn - 3.0).min(9.0 - turn).clamp(-1.0, 1.0))
        };
        Some(Self { channels: [channel(0.0), channel(8.0), channel(4.0)], alpha: alpha(values)? })
    }

    /// The colour that is seen where this one lies on `ground`.
    #[must_use]
    pub fn on(self, ground: Self) -> Self {
        self.mixed(ground, 1.0 - self.alpha)
    }

    /// This colour with a share of another, from 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut channels = self.channels;
        for (channel, other) in channels.iter_mut().zip(other.channels) {
            *channel += (other - *channel) * share;
        }
        Self { channels, alpha: 1.0 }
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2, definition of relative luminance).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(|channel| {
            let share = channel / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast with another, from 1 to 21 (WCAG 2.2, definition of contrast ratio).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// As `#rrggbb`, each channel brought to a whole number.
    pub fn digits(self) -> String {
        let [red, green, blue] = self.channels.map(|channel| format!("{:02x}", whole(channel)));
        format!("#{red}{green}{blue}")
    }

    /// This colour with whole channels, as it can be written.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self { channels: self.channels.map(|channel| f64::from(whole(channel))), ..self }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 255")]
fn whole(channel: f64) -> u8 {
    channel.round().clamp(0.0, 255.0) as u8
}

fn alpha(values: &[&str]) -> Option<f64> {
    let Some(written) = values.get(3) else { return Some(1.0) };
    let value = match written.strip_suffix('%') {
        Some(share) => share.parse::<f64>().ok()? / 100.0,
        None => written.parse().ok()?,
    };
    Some(f64::clamp(value, 0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_css_writes_them() {
        for (written, digits) in [
            ("#1d70b8", "#1d70b8"),
            (" #FFF ", "#ffffff"),
            ("rgb(29, 112, 184)", "#1d70b8"),
            ("rgb(100% 0% 0% / 50%)", "#ff0000"),
            ("hsl(120, 100%, 25%)", "#008000"),
            ("hsl(207deg 73% 42%)", "#1d73b9"),
            ("Navy", "#000080"),
            ("#11223344", "#112233"),
        ] {
            assert_eq!(Colour::parse(written).map(Colour::digits).as_deref(), Some(digits), "{written}");
        }
        for other in ["", "#12", "#ggg", "Canvas", "transparent", "rgb(1,2)", "rgb(a,b,c)", "var(--x)", "#é€"] {
            assert_eq!(Colour::parse(other), None, "{other}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one: &str, two: &str| {
            let colours = Colour::parse(one).zip(Colour::parse(two));
            colours.map(|(one, two)| (one.contrast(two) * 100.0).round() / 100.0)
        };
        assert_eq!(ratio("#000", "#fff"), Some(21.0));
        assert_eq!(ratio("#777", "#fff"), Some(4.48));
        assert_eq!(ratio("#767676", "#fff"), Some(4.54));
        assert_eq!(ratio("#fff", "#fff"), Some(1.0));
        let half = Colour::parse("rgb(0 0 0 / 50%)").map(|colour| colour.on(Colour::WHITE).digits());
        assert_eq!(half.as_deref(), Some("#808080"));
    }
}
