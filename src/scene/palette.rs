//! Colours by role: three hues, and each at least 3:1 (marks) or 4.5:1 (text) on its background.

use super::{Frame, Theme};

/// Makes the palettes from one line for each colour: its name, and what it is in light, dark and contrast.
macro_rules! palettes {
    ($($(#[$doc:meta])+ $name:ident: $light:literal $dark:literal $contrast:literal;)+) => {
        /// The colours of one theme, as values of CSS.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Palette {
            $($(#[$doc])+ pub $name: &'static str,)+
        }

        impl Palette {
            /// Each colour's name, and what it is in light, dark and contrast, as CSS hex.
            pub const COLOURS: &'static [(&'static str, [&'static str; 3])] =
                &[$((stringify!($name), [$light, $dark, $contrast]),)+];

            /// The colours of `theme`, as CSS hex.
            pub const fn of(theme: Theme) -> Palette {
                match theme {
                    Theme::Light => Palette { $($name: $light,)+ },
                    Theme::Dark => Palette { $($name: $dark,)+ },
                    Theme::Contrast => Palette { $($name: $contrast,)+ },
                }
            }

            /// The same for a drawing within a page: each is the page's own `--indicator-NAME` where there is one. What
            /// a reader needs stands above what a page wants: in contrast no page changes a colour.
            const fn in_page(theme: Theme) -> Palette {
                match theme {
                    Theme::Light => Palette { $($name: palettes!(@own $name $light),)+ },
                    Theme::Dark => Palette { $($name: palettes!(@own $name $dark),)+ },
                    Theme::Contrast => Palette::of(Theme::Contrast),
                }
            }
        }
    };
    // A presentation attribute is a value of CSS, and a property gets through to it in every browser since Chromium 49.
    (@own $name:ident $colour:literal) => {
        concat!("var(--indicator-", stringify!($name), ",", $colour, ")")
    };
}

palettes! {
    /// Behind everything.
    background: "#ffffff" "#14181d" "#ffffff";
    /// Titles and year labels that stand out.
    text: "#16191d" "#f1f3f5" "#000000";
    /// Axis labels, notes, the foot.
    quiet: "#525a65" "#b3bac4" "#000000";
    /// Grid lines (decoration, no meaning of their own).
    grid: "#e3e6ea" "#2e353e" "#c2c2c2";
    /// Observed values.
    observed: "#0b5cad" "#6cb2f7" "#00318f";
    /// The 80 % band of a projection.
    band80: "#c5daf0" "#213a53" "#c9d6ee";
    /// The 95 % band.
    band95: "#e4eef8" "#1a2836" "#e9eef8";
    /// The required path.
    path: "#6b7280" "#9aa3ae" "#000000";
    /// Targets.
    target: "#b42318" "#ff8a7a" "#8f0000";
    /// The plan's period, behind the marks.
    period: "#f3f5f8" "#1d232a" "#ebebeb";
    /// Verdicts that are good.
    good: "#0b6b3a" "#5fd08f" "#004d26";
    /// A verdict that is doubtful.
    doubt: "#8a4b00" "#f2b25a" "#5c3300";
    /// Verdicts that are bad.
    bad: "#b42318" "#ff8a7a" "#8f0000";
}

impl Palette {
    /// The colours that a drawing for `frame` has.
    pub(super) fn within(frame: Frame) -> Palette {
        if frame.styled { Palette::in_page(frame.theme) } else { Palette::of(frame.theme) }
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

    /// What the element's sheet makes of each of its properties, in light, dark and contrast: `--hue` is
    /// `--indicator-accent` and so on.
    fn sheet() -> Vec<(&'static str, &'static str, [&'static str; 3])> {
        let sheet = include_str!("../../www/element.css");
        let block = |name: &str| {
            let from = sheet.find(&[name, " {"].concat()).expect("a block for each theme");
            sheet[from..].split('}').next().expect("its end")
        };
        let value = |block: &'static str, local: &str| {
            let line = block.lines().map(str::trim).find(|line| line.starts_with(&[local, ":"].concat()));
            line.and_then(|line| line.split_once(": ")).expect("each theme has each colour").1
        };
        let lines = block(".frame").lines().map(str::trim).filter(|line| line.starts_with("--") && line.contains("#"));
        lines
            .map(|line| {
                let local = line.split(':').next().expect("a name");
                let own =
                    line.split_once("--indicator-").and_then(|(_, own)| own.split_once(',')).expect("a property").0;
                let colours = [".frame", ".dark", ".contrast"].map(|theme| {
                    let value = value(block(theme), local);
                    assert_eq!(
                        value.contains(own),
                        theme != ".contrast",
                        "{theme} {own}: a page changes it but for contrast"
                    );
                    value.split_at(value.find('#').expect("a colour")).1.trim_end_matches([';', ')'])
                });
                (local, own, colours)
            })
            .collect()
    }

    #[test]
    fn the_elements_sheet_has_the_same_colours() {
        let sheet = sheet();
        let named = |own: &str| Palette::COLOURS.iter().find(|(name, _)| *name == own).map(|(_, colours)| *colours);
        for (local, own, colours) in &sheet {
            // Links and the focus are of the hue of what is observed, errors of that of what is bad.
            let alike = match *own {
                "accent" => "observed",
                "error" => "bad",
                own => own,
            };
            if let Some(expected) = named(alike) {
                assert_eq!(*colours, expected, "{local} {own}");
            } else {
                assert!(["line", "control"].contains(own), "{own} is no colour of the palette");
            }
        }
        assert!(sheet.len() >= 10, "{sheet:?}");
    }

    #[test]
    fn a_page_may_change_every_colour_but_those_of_contrast() {
        let page = Palette::in_page(Theme::Dark);
        assert_eq!(page.band80, "var(--indicator-band80,#213a53)");
        assert_eq!(Palette::in_page(Theme::Contrast), Palette::of(Theme::Contrast));
    }
}
