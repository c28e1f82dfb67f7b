//! When a value reaches a target.

use super::Step;
use crate::dataset::{Comparator, Direction, Qualifier, Target};

/// Two figures count as the same within this share of the larger: the noise of binary fractions (0.1 + 0.2), far below
/// any published digit.
const SAME: f64 = 1e-9;

/// The most that an "about" is taken to leave open, as a share: "about 100" is not "between 50 and 150".
const ABOUT: f64 = 0.05;

/// Whether a published value reaches a target, as far as its qualifier lets one say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// "Over 1.25 trillion" against 1.3: not known.
    Unknown,
}

/// What a value is held against: a target's comparator and direction, resolved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Threshold {
    /// This or more.
    AtLeast(f64),
    /// More than this; this itself is not enough.
    MoreThan(f64),
    /// This or less.
    AtMost(f64),
    /// Between the two, both included.
    Within(f64, f64),
}

impl Threshold {
    /// The threshold of `target` at its `step`.
    ///
    /// 不低于 and 超 look upward and 不超过 downward whatever the direction. A bare number and 左右 are judged as
    /// at least where more is better, as at most where less is. A range counts by both ends where inside is right,
    /// else by the end that the worse values lie beyond.
    pub fn of(target: &Target, step: &Step) -> Threshold {
        let upper = step.upper.unwrap_or(step.value);
        match (target.comparator, target.direction) {
            (Comparator::AtLeast, _) => Threshold::AtLeast(step.value),
            (Comparator::MoreThan, _) => Threshold::MoreThan(step.value),
            (Comparator::AtMost, _) => Threshold::AtMost(step.value),
            (Comparator::About | Comparator::Stated | Comparator::Range, Direction::Higher) => {
                Threshold::AtLeast(step.value)
            }
            (Comparator::About | Comparator::Stated | Comparator::Range, Direction::Lower) => Threshold::AtMost(upper),
            (Comparator::About | Comparator::Stated | Comparator::Range, Direction::Range) => {
                Threshold::Within(step.value, upper)
            }
        }
    }

    /// Whether `value`, published with `qualifier`, reaches it.
    ///
    /// - exact, preliminary: as the figure says.
    /// - at_least ("over X") and part_year (a count that goes on) are lower bounds: yes where the bound is enough, no
    ///   where it is already too much, else unknown. So "over X" never proves that a ceiling is kept.
    /// - about: unknown within half of the last digit printed (at most a twentieth of the value) of an end.
    pub fn reached(self, value: f64, qualifier: Qualifier) -> Reached {
        match qualifier {
            Qualifier::Exact | Qualifier::Preliminary => decided(self.holds(value)),
            // What is over X is more than X.
            Qualifier::AtLeast if self.beyond(value) => Reached::Yes,
            Qualifier::AtLeast | Qualifier::PartYear => self.reached_from(value),
            Qualifier::About => {
                let open = half_last_digit(value).min(value.abs() * ABOUT);
                if self.ends().any(|end| (value - end).abs() <= open && !same(value, end)) {
                    return Reached::Unknown;
                }
                decided(self.holds(value))
            }
        }
    }

    fn holds(self, value: f64) -> bool {
        match self {
            Threshold::AtLeast(floor) => value >= floor || same(value, floor),
            Threshold::MoreThan(floor) => value > floor && !same(value, floor),
            Threshold::AtMost(ceiling) => value <= ceiling || same(value, ceiling),
            Threshold::Within(low, high) => {
                Threshold::AtLeast(low).holds(value) && Threshold::AtMost(high).holds(value)
            }
        }
    }

    /// Whether it asks for more than `bound`, or for less than that.
    fn beyond(self, bound: f64) -> bool {
        matches!(self, Threshold::MoreThan(floor) if bound > floor || same(bound, floor))
    }

    /// The answer where only a lower bound of the value is known.
    fn reached_from(self, bound: f64) -> Reached {
        let too_much = |ceiling: f64| bound > ceiling && !same(bound, ceiling);
        match self {
            Threshold::AtLeast(_) | Threshold::MoreThan(_) if self.holds(bound) => Reached::Yes,
            Threshold::AtMost(ceiling) | Threshold::Within(_, ceiling) if too_much(ceiling) => Reached::No,
            _ => Reached::Unknown,
        }
    }

    fn ends(self) -> impl Iterator<Item = f64> {
        let (first, second) = match self {
            Threshold::AtLeast(end) | Threshold::MoreThan(end) | Threshold::AtMost(end) => (end, None),
            Threshold::Within(low, high) => (low, Some(high)),
        };
        std::iter::once(first).chain(second)
    }
}

fn decided(holds: bool) -> Reached {
    if holds { Reached::Yes } else { Reached::No }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME * a.abs().max(b.abs())
}

/// Half of the place of the last digit that is not zero: 0.05 of 1.3, 500 of 12000. Zero of zero.
fn half_last_digit(value: f64) -> f64 {
    let size = value.abs();
    // Of the places that the value is a whole number of, the highest is its last digit's.
    let whole = |count: f64| count >= 1.0 && (count - count.round()).abs() <= SAME * count;
    let place =
        (0..16).rev().map(|exponent| libm::pow(10.0, f64::from(exponent))).find(|place| whole(size / place)).or_else(
            || (1..16).map(|exponent| 1.0 / libm::pow(10.0, f64::from(exponent))).find(|place| whole(size / place)),
        );
    place.map_or(0.0, |place| 0.5 * place)
}
