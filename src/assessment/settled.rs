//! What no rule has to foretell.

use super::case::{self, has_ceiling};
use super::{Case, Dated, Reason, Verdict};
use crate::dataset::Qualifier;
use crate::series::Point;
use crate::trajectory::Reached;

impl Case<'_> {
    /// The verdict, its reason and the value it rests on, where what is known settles it; `None` where it is open.
    pub(super) fn settled(&self) -> Option<(Verdict, Reason, Option<Dated>)> {
        let dated = |point: &Point| Some((point.year, point.value));
        let latest = self.known().next_back();
        let (Some(latest), Some(_)) = (latest, case::aim(self.goal, 0.0)) else {
            return Some((Verdict::NotReported, Reason::NoValue, None));
        };
        // Once a later year is known, the deadline's is over, whatever was said.
        let over = self.over || latest.year > self.deadline;
        if let Some(since) = self.floor_since {
            return self.settled_floor(since, over);
        }
        let reached = |point: &Point| self.goal.reached(point.value, point.qualifier);
        let own = self.known().find(|point| point.year == self.deadline);
        // A count that goes on decides nothing before its year is over.
        let own = own.filter(|point| over || point.qualifier != Qualifier::PartYear);
        if let Some(point) = own {
            let (verdict, reason) = match reached(point) {
                Reached::Yes => (Verdict::Met, Reason::Reached),
                Reached::No => (Verdict::Missed, Reason::NotReached),
                Reached::Unknown => (Verdict::NotReported, Reason::Unclear),
            };
            return Some((verdict, reason, dated(point)));
        }
        self.for_good().or_else(|| over.then_some((Verdict::NotReported, Reason::Unpublished, dated(latest))))
    }

    /// What is counted up can only rise: a floor once reached is reached, a ceiling once exceeded is exceeded, whether the
    /// deadline is over or not.
    fn for_good(&self) -> Option<(Verdict, Reason, Option<Dated>)> {
        let latest = self.known().rfind(|point| point.year <= self.deadline).filter(|_| self.is_stock())?;
        let now = Some((latest.year, latest.value));
        match self.goal.reached(latest.value, latest.qualifier) {
            Reached::Yes if !has_ceiling(self.goal) => Some((Verdict::Met, Reason::ReachedForGood, now)),
            Reached::No if has_ceiling(self.goal) && latest.value > case::aim(self.goal, latest.value)? => {
                Some((Verdict::Missed, Reason::Exceeded, now))
            }
            _ => None,
        }
    }

    /// The same of a floor, due in every year from `since`: one year below it breaks the promise.
    fn settled_floor(&self, since: i32, over: bool) -> Option<(Verdict, Reason, Option<Dated>)> {
        let mut kept = 0;
        let mut last = None;
        for point in self.known().filter(|point| (since..=self.deadline).contains(&point.year)) {
            let now = Some((point.year, point.value));
            match self.goal.reached(point.value, point.qualifier) {
                Reached::No => return Some((Verdict::Missed, Reason::FloorBroken { year: point.year }, now)),
                Reached::Yes => {
                    kept += 1;
                    last = now;
                }
                Reached::Unknown => {}
            }
        }
        let due = usize::try_from(self.deadline.saturating_sub(since)).map_or(1, |years| years.saturating_add(1));
        if kept >= due {
            return Some((Verdict::Met, Reason::FloorKept { years: kept }, last));
        }
        let open = !over && (kept > 0 || super::own::has_probability(self));
        (!open).then_some((Verdict::NotReported, Reason::FloorUnpublished { known: kept, due }, last.or(self.last())))
    }

    /// In how many years the floor is known to be kept.
    pub(super) fn floor_kept(&self, since: i32) -> usize {
        let due = self.known().filter(|point| (since..=self.deadline).contains(&point.year));
        due.filter(|point| self.goal.reached(point.value, point.qualifier) == Reached::Yes).count()
    }
}
