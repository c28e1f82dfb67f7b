//! The values along a path.

use super::{Shape, Step, Trajectory};

impl Trajectory {
    /// The value required in `year`, in the trajectory's unit; of a range its lower end.
    ///
    /// Exactly the due value at a deadline; `None` before the path begins and after its last deadline, and between
    /// deadlines where no base is known to come from.
    pub fn value_at(&self, year: i32) -> Option<f64> {
        self.along(year, |step| step.value)
    }

    /// The upper end required in `year`; `None` where no deadline of the path has one.
    pub fn upper_at(&self, year: i32) -> Option<f64> {
        self.steps.iter().find(|step| step.upper.is_some())?;
        self.along(year, |step| step.upper.unwrap_or(step.value))
    }

    /// The vertices to draw, in years: base and deadlines; of compound growth every year between; of a floor every
    /// year that it is due in.
    pub fn points(&self) -> Vec<(i32, f64)> {
        let Some(last) = self.steps.last() else { return Vec::new() };
        let years: Vec<i32> = match self.shape {
            Shape::Compound if self.base.is_some() => (self.start..=last.year).collect(),
            Shape::Floor => (self.start..=last.year).collect(),
            _ => self.base.iter().map(|base| base.year).chain(self.steps.iter().map(|step| step.year)).collect(),
        };
        years.into_iter().filter_map(|year| Some((year, self.value_at(year)?))).collect()
    }

    /// The step that this target sets.
    pub fn step(&self, target: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.target == target)
    }

    fn along(&self, year: i32, end: impl Fn(&Step) -> f64) -> Option<f64> {
        let index = self.steps.iter().position(|step| step.year >= year)?;
        let next = self.steps.get(index)?;
        if next.year == year {
            return Some(end(next));
        }
        if self.shape == Shape::Floor {
            return (year >= self.start).then(|| end(next));
        }
        let base = self.base?;
        let (from, value) = match index.checked_sub(1).and_then(|before| self.steps.get(before)) {
            Some(before) => (before.year, end(before)),
            None => (base.year, base.value),
        };
        if year < from {
            return None;
        }
        let part = f64::from(year - from) / f64::from(next.year - from);
        Some(between(self.shape, value, end(next), part))
    }
}

/// The value at `part` (0 to 1) of the way from `a` to `b`: straight, or with equal growth where both are positive.
fn between(shape: Shape, a: f64, b: f64, part: f64) -> f64 {
    if part == 0.0 {
        return a;
    }
    if shape == Shape::Compound && a > 0.0 && b > 0.0 {
        let value = libm::exp((1.0 - part) * libm::log(a) + part * libm::log(b));
        return value.max(a.min(b)).min(a.max(b));
    }
    a * (1.0 - part) + b * part
}
