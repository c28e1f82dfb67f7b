//! A course as small as a word, on its own scale: values, where they are heading, the target.

use super::super::labels::Rect;
use super::super::pencil::Pencil;
use super::Sheet;
use crate::view::Spark;

impl Sheet<'_> {
    /// A course inside `place`, on its own scale.
    pub(super) fn spark(&self, pencil: &mut Pencil, spark: &Spark, place: Rect) {
        let palette = self.palette;
        let mut points: Vec<(i32, f64)> = spark.observed.iter().map(|(year, value, _)| (*year, *value)).collect();
        points.extend(spark.projected.iter().chain(&spark.target));
        let (mut years, mut values) = ((f64::MAX, f64::MIN), (f64::MAX, f64::MIN));
        for (year, value) in &points {
            years = (years.0.min(f64::from(*year)), years.1.max(f64::from(*year)));
            values = (values.0.min(*value), values.1.max(*value));
        }
        let reach = 0.28 * self.place.text;
        let share = |value: f64, (from, to): (f64, f64)| if to > from { (value - from) / (to - from) } else { 0.5 };
        let at = |year: i32, value: f64| {
            let across = (place.right - place.left - 2.0 * reach) * share(f64::from(year), years);
            let up = (place.bottom - place.top - 2.0 * reach) * share(value, values);
            (place.left + reach + across, place.bottom - reach - up)
        };
        pencil.open("spark", None);
        pencil.open("observed", None);
        let pen = [("fill", "none"), ("stroke", palette.observed), ("stroke-width", "2")];
        let mut piece: Vec<(f64, f64)> = Vec::new();
        for (year, value, breaks) in &spark.observed {
            if *breaks && !piece.is_empty() {
                pencil.path(&std::mem::take(&mut piece), false, &pen);
            }
            piece.push(at(*year, *value));
        }
        pencil.path(&piece, false, &pen);
        if let Some((x, y)) = piece.last() {
            let fill = if spark.exact { palette.observed } else { palette.background };
            let pen = [("fill", fill), ("stroke", palette.observed), ("stroke-width", "1.5")];
            pencil.circle(*x, *y, 0.2 * self.place.text, &pen);
        }
        pencil.close();
        if spark.projected.len() > 1 {
            pencil.open("projection", None);
            let line: Vec<(f64, f64)> = spark.projected.iter().map(|(year, value)| at(*year, *value)).collect();
            let dash = [("stroke-dasharray", "4 3")];
            pencil.path(&line, false, &[pen.as_slice(), &dash].concat());
            pencil.close();
        }
        if let Some((year, value)) = spark.target {
            pencil.open("target", None);
            let (x, y) = at(year, value);
            pencil.diamond(x, y, reach, &[("fill", palette.target)]);
            pencil.close();
        }
        pencil.close();
    }
}
