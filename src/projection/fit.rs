//! The one form that every method fits.

use super::BANDED;
use super::student::Student;

/// What a method fitted: all that a forecast is worked out from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Level in the last used year, that the course sets out from: the last value, or of a line its own height there.
    pub level: f64,
    /// Step a year, on the fit's scale; of [`Course::Compound`] the growth as a share.
    pub step: f64,
    /// What share of the usual past step that is: of `steady`, 0 to 1 by how far past steps agreed; else 1.
    pub trust: f64,
    /// How the course goes on.
    pub course: Course,
    /// Whether level, step and band are of natural logarithms (`growth`).
    pub log: bool,
    /// How far the value may be off; `None` where too little is known ([`super::Unsure`]).
    pub band: Option<Band>,
}

/// How a course goes on from its level, h years ahead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// `level + h step`.
    Straight,
    /// To this bound, the gap shrinking: `bound + (level - bound) exp(-h |step| / |level - bound|)`; it starts with the
    /// step and never arrives.
    Toward(f64),
    /// `level (1 + step)^h`.
    Compound,
}

/// How far the value h years ahead may be off the course: Student's t, scaled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Variance h years ahead: `variance[0] + variance[1] h + variance[2] h²`, on the fit's scale.
    pub variance: [f64; 3],
    /// Its distribution.
    pub student: Student,
    /// 90 % quantile: half of the 80 % interval is this many standard deviations.
    pub t80: f64,
    /// 97.5 % quantile: half of the 95 % interval.
    pub t95: f64,
}

impl Course {
    /// On by `step` a year, slowing before the bound that lies that way, if any.
    pub(super) fn within(step: f64, lower: f64, upper: f64) -> Course {
        let bound = if step > 0.0 { upper } else { lower };
        if bound.is_finite() && step != 0.0 { Course::Toward(bound) } else { Course::Straight }
    }
}

impl Band {
    /// The band of `n` values with this variance and these degrees of freedom; `None` below [`BANDED`].
    pub(super) fn of(n: usize, variance: [f64; 3], df: f64) -> Option<Band> {
        if n < BANDED {
            return None;
        }
        let student = Student::new(df);
        Some(Band { variance, student, t80: student.quantile(0.9), t95: student.quantile(0.975) })
    }

    /// Standard deviation `h` years ahead.
    pub(super) fn sd(&self, h: f64) -> f64 {
        let [constant, linear, square] = self.variance;
        libm::sqrt(constant + h * (linear + h * square))
    }
}

impl Fit {
    /// The same, its level counted from `origin` instead of zero.
    pub(super) fn from(self, origin: f64) -> Fit {
        Fit { level: self.level + origin, ..self }
    }

    /// The centre `h` years ahead, on the fit's scale.
    pub(super) fn centre(&self, h: f64) -> f64 {
        match self.course {
            Course::Straight => self.level + h * self.step,
            Course::Compound => self.level * libm::pow(1.0 + self.step, h),
            Course::Toward(bound) => {
                // The step leads to the bound, so that its sign is not the gap's.
                let gap = self.level - bound;
                if gap == 0.0 { bound } else { bound + gap * libm::exp(h * self.step / gap) }
            }
        }
    }

    pub(super) fn is_finite(&self) -> bool {
        let spread = self.band.map_or(0.0, |band| band.sd(1.0) * band.t95);
        self.level.is_finite() && self.step.is_finite() && spread.is_finite()
    }
}
