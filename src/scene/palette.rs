//! Colours by role: three hues, and each at least 3:1 (marks) or 4.5:1 (text) on its background.

use super::Theme;

/// The colours of one theme, as CSS hex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub background: &'static str,
    /// Titles and year labels that stand out.
    pub text: &'static str,
    /// Axis labels, notes, the foot.
    pub quiet: &'static str,
    /// Grid lines (decoration, no meaning of their own).
    pub grid: &'static str,
    /// Observed values.
    pub observed: &'static str,
    /// The 80 % band of a projection.
    pub band80: &'static str,
    /// The 95 % band.
    pub band95: &'static str,
    /// The required path.
    pub path: &'static str,
    /// Targets.
    pub target: &'static str,
    /// The plan's period, behind the marks.
    pub period: &'static str,
    /// Verdicts that are good.
    pub good: &'static str,
    /// A verdict that is doubtful.
    pub doubt: &'static str,
    /// Verdicts that are bad.
    pub bad: &'static str,
}

impl Palette {
    /// The colours of `theme`.
    pub fn of(theme: Theme) -> Palette {
        match theme {
            Theme::Light => Palette {
                background: "#ffffff",
                text: "#16191d",
                quiet: "#525a65",
                grid: "#e3e6ea",
                observed: "#0b5cad",
                band80: "#c5daf0",
                band95: "#e4eef8",
                path: "#6b7280",
                target: "#b42318",
                period: "#f3f5f8",
                good: "#0b6b3a",
                doubt: "#8a4b00",
                bad: "#b42318",
            },
            Theme::Dark => Palette {
                background: "#14181d",
                text: "#f1f3f5",
                quiet: "#b3bac4",
                grid: "#2e353e",
                observed: "#6cb2f7",
                band80: "#213a53",
                band95: "#1a2836",
                path: "#9aa3ae",
                target: "#ff8a7a",
                period: "#1d232a",
                good: "#5fd08f",
                doubt: "#f2b25a",
                bad: "#ff8a7a",
            },
            Theme::Contrast => Palette {
                background: "#ffffff",
                text: "#000000",
                quiet: "#000000",
                grid: "#8a8a8a",
                observed: "#00318f",
                band80: "#c9d6ee",
                band95: "#e9eef8",
                path: "#000000",
                target: "#8f0000",
                period: "#ffffff",
                good: "#004d26",
                doubt: "#5c3300",
                bad: "#8f0000",
            },
        }
    }

    /// The colour of the verdict called `name`.
    pub fn verdict(&self, name: &str) -> &'static str {
        match name {
            "met" | "on_track" => self.good,
            "at_risk" => self.doubt,
            "off_track" | "missed" => self.bad,
            _ => self.quiet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.2.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or(0)) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_marks_stand_out_in_every_theme() {
        for (theme, text, mark) in
            [(Theme::Light, 4.5_f64, 3.0_f64), (Theme::Dark, 4.5, 3.0), (Theme::Contrast, 7.0, 4.5)]
        {
            let palette = Palette::of(theme);
            for background in [palette.background, palette.period, palette.band80, palette.band95] {
                for colour in [palette.text, palette.quiet, palette.observed, palette.target] {
                    assert!(contrast(colour, background) >= text.min(4.5), "{theme:?} {colour} on {background}");
                }
                for colour in [palette.good, palette.doubt, palette.bad] {
                    assert!(contrast(colour, palette.background) >= text, "{theme:?} {colour}");
                }
                assert!(contrast(palette.path, background) >= mark, "{theme:?} path");
                assert!(contrast(palette.text, background) >= text, "{theme:?} text");
            }
        }
    }

    #[test]
    fn the_elements_sheet_has_the_same_colours_for_verdicts() {
        let sheet = include_str!("../../www/element.css");
        for theme in [Theme::Light, Theme::Dark, Theme::Contrast] {
            let palette = Palette::of(theme);
            for colour in [palette.good, palette.doubt, palette.bad] {
                assert!(sheet.contains(colour), "{theme:?} {colour}");
            }
        }
    }
}
