//! Colour roles: a shape says what its colour means, and a theme, read from `assets/theme`, says what that looks like.

use std::sync::LazyLock;

/// How many series have a colour of their own; more share a grey.
pub const SERIES_COLOURS: u32 = 8;

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColourRole {
    /// The ground that events are drawn on.
    Canvas,
    /// Every other lane's ground.
    CanvasAlt,
    /// The ground of panels, the axis and a picture's frame.
    Panel,
    /// The ground of chips, pills and quiet boxes.
    Chip,
    /// The ground of the day that a one-day timeline shows.
    Band,
    /// Lines at minor ticks.
    Grid,
    /// Lines at major ticks.
    GridMajor,
    /// Edges of regions.
    Border,
    /// Words.
    Text,
    /// Secondary words.
    TextMuted,
    /// What can be acted on: links, the overview's window, rings.
    Accent,
    /// The ground of what is selected.
    Selection,
    /// The keyboard's ring.
    Focus,
    /// High certainty.
    Good,
    /// What failed or disagrees.
    Warning,
    /// Words on a series' colour.
    OnSeries,
    /// Density of what is shown.
    Density,
    /// Density of what is filtered out.
    DensityGhost,
    /// The rim that parts a mark or label from what lies beneath.
    Halo,
    /// An article's or participant's colour, any number: eight differ, the others share a grey.
    Series(u32),
}

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// A colour for every role.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Whether the ground is dark.
    pub is_dark: bool,
    plain: [Rgb; PLAIN.len()],
    series: [Rgb; SERIES_COLOURS as usize + 1],
}

const PLAIN: [(&str, ColourRole); 19] = [
    ("canvas", ColourRole::Canvas),
    ("canvas_alt", ColourRole::CanvasAlt),
    ("panel", ColourRole::Panel),
    ("chip", ColourRole::Chip),
    ("band", ColourRole::Band),
    ("grid", ColourRole::Grid),
    ("grid_major", ColourRole::GridMajor),
    ("border", ColourRole::Border),
    ("text", ColourRole::Text),
    ("text_muted", ColourRole::TextMuted),
    ("accent", ColourRole::Accent),
    ("selection", ColourRole::Selection),
    ("focus", ColourRole::Focus),
    ("good", ColourRole::Good),
    ("warning", ColourRole::Warning),
    ("on_series", ColourRole::OnSeries),
    ("density", ColourRole::Density),
    ("density_ghost", ColourRole::DensityGhost),
    ("halo", ColourRole::Halo),
];

static LIGHT: LazyLock<Theme> = LazyLock::new(|| Theme::parse(include_str!("../../assets/theme/light.txt"), false));
static DARK: LazyLock<Theme> = LazyLock::new(|| Theme::parse(include_str!("../../assets/theme/dark.txt"), true));

impl Theme {
    /// The light theme.
    pub fn light() -> &'static Theme {
        &LIGHT
    }

    /// The dark theme.
    pub fn dark() -> &'static Theme {
        &DARK
    }

    /// The colour of `role`.
    pub fn colour(&self, role: ColourRole) -> Rgb {
        if let ColourRole::Series(number) = role {
            return self.series[number.min(SERIES_COLOURS) as usize];
        }
        let place = PLAIN.iter().position(|(_, plain)| *plain == role);
        self.plain[place.unwrap_or_default()]
    }

    /// Reads `role #rrggbb` lines; a role that is missing stays grey.
    fn parse(lines: &str, is_dark: bool) -> Self {
        let mut theme = Self { is_dark, plain: [[128; 3]; PLAIN.len()], series: [[128; 3]; 9] };
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let (Some(name), Some(colour)) = (words.next(), words.next().and_then(rgb)) else { continue };
            if let Some(place) = PLAIN.iter().position(|(plain, _)| *plain == name) {
                theme.plain[place] = colour;
            } else if let Some(series) = name.strip_prefix("series_") {
                let place = series.parse::<usize>().map_or(SERIES_COLOURS as usize, |number| number - 1);
                theme.series[place.min(SERIES_COLOURS as usize)] = colour;
            }
        }
        theme
    }
}

fn rgb(word: &str) -> Option<Rgb> {
    let number = u32::from_str_radix(word.strip_prefix('#')?, 16).ok()?;
    Some([(number >> 16) as u8, (number >> 8) as u8, number as u8])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast after WCAG 2.2, 1…21.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |c: Rgb| 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn words_can_be_read_on_every_ground() {
        use ColourRole::*;
        for theme in [Theme::light(), Theme::dark()] {
            for words in [Text, TextMuted, Accent, Good, Warning] {
                for ground in [Canvas, CanvasAlt, Panel, Chip, Band, Selection] {
                    let ratio = contrast(theme.colour(words), theme.colour(ground));
                    assert!(ratio >= 4.5, "{words:?} on {ground:?}, dark {}: {ratio:.2}", theme.is_dark);
                }
            }
        }
    }

    #[test]
    fn marks_can_be_seen_on_every_ground() {
        use ColourRole::*;
        for theme in [Theme::light(), Theme::dark()] {
            for series in (0..=SERIES_COLOURS).map(Series) {
                for ground in [Canvas, CanvasAlt, Band] {
                    let ratio = contrast(theme.colour(series), theme.colour(ground));
                    assert!(ratio >= 3.0, "{series:?} on {ground:?}, dark {}: {ratio:.2}", theme.is_dark);
                }
            }
        }
    }

    #[test]
    fn every_role_and_series_has_its_colour() {
        for text in [include_str!("../../assets/theme/light.txt"), include_str!("../../assets/theme/dark.txt")] {
            for name in PLAIN.iter().map(|(name, _)| (*name).to_owned()).chain((1..=8).map(|n| format!("series_{n}"))) {
                assert!(text.lines().any(|line| line.split_whitespace().next() == Some(&name)), "{name} is missing");
            }
        }
        assert_ne!(Theme::light().colour(ColourRole::Series(0)), Theme::light().colour(ColourRole::Series(7)));
        assert_eq!(Theme::light().colour(ColourRole::Series(8)), Theme::light().colour(ColourRole::Series(4_000)));
    }
}
