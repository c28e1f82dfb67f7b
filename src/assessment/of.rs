//! The case that a target, its path, what is known and a projection make.

use super::{Case, Outlook};
use crate::dataset::{Date, Target};
use crate::projection::{Goal, Projection};
use crate::series::Series;
use crate::trajectory::{Shape, Step, Threshold, Trajectory};

impl<'c> Case<'c> {
    /// The case of `target` on the day `as_of`.
    ///
    /// `trajectory` is the target's, and `series` lies on its scale; one in another unit or of another indicator counts
    /// as without values. A year counts as over from 1 March of the next, as its values do
    /// ([`Series::of`]).
    pub fn of(target: &Target, trajectory: &Trajectory, series: &'c Series, as_of: Date) -> Case<'c> {
        let over = |year: i32| as_of >= Date { year: year.saturating_add(1), month: 3, day: 1 };
        let steps = &trajectory.steps;
        let step = trajectory.step(&target.id).or(steps.last());
        let due = |step: &Step| (step.year, Threshold::of(target, step));
        let (deadline, goal) = step.map_or((target.deadline, Threshold::AtLeast(f64::NAN)), due);
        let next = steps.iter().find(|step| !over(step.year)).filter(|step| step.year <= deadline);
        let before = steps.iter().filter(|step| step.year < deadline).map(|step| step.year).max();
        let since = before.map_or(trajectory.start, |year| year.saturating_add(1));
        let same = series.unit == trajectory.unit && series.indicator == trajectory.indicator;
        Case {
            kind: target.kind,
            goal,
            deadline,
            over: over(deadline),
            base: trajectory.base.map(|base| (base.year, base.value)),
            floor_since: (trajectory.shape == Shape::Floor).then_some(since),
            compound: trajectory.shape == Shape::Compound,
            next: next.map_or((deadline, goal), due),
            percent: trajectory.unit == "%",
            points: if same { &series.points } else { &[] },
            outlook: None,
        }
    }

    /// The same with what `projection`, of the same values, says of the deadline.
    ///
    /// It says nothing of a deadline that is not later than its last value. A value that is not enough itself (超) has
    /// no weight of its own, so that "more than" is "at least" here.
    pub fn with(self, projection: &Projection) -> Case<'c> {
        let probability = projection.probability(self.deadline, self.projected());
        let outlook = probability.map(|probability| Outlook { probability, n: projection.n });
        Case { outlook, ..self }
    }

    /// The goal as a projection takes it: "more than" as "at least".
    pub fn projected(&self) -> Goal {
        match self.goal {
            Threshold::AtLeast(floor) | Threshold::MoreThan(floor) => Goal::AtLeast(floor),
            Threshold::AtMost(ceiling) => Goal::AtMost(ceiling),
            Threshold::Within(low, high) => Goal::Within(low, high),
        }
    }
}
