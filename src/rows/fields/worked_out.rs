//! Rows that are worked out: paths, projections, looks back, verdicts.

use super::words::NO_PROJECTION;
use super::{Field, Is, Table, field, list, maybe, named, word};
use crate::assessment::Rule;
use crate::projection::Method;

/// Paths.
pub fn required() -> Vec<Table> {
    let point = || [field("year", Is::Number, "The year"), field("value", Is::Number, "What is due by its end")];
    let mut base = Vec::from(point());
    let origins = ["at_start", "first_observed", "zero", "implied", "base_year", "index"];
    base.push(field("origin", word(&origins), "Where it comes from"));
    let mut step = vec![field("target", Is::Text, "The target's id")];
    step.extend(point());
    step.push(field("upper", maybe(Is::Number), "Upper end of a range"));
    let path = vec![
        field("target", Is::Text, "The target's id"),
        field("kind", named("TargetKind"), "What its value counts"),
        field("indicator", Is::Text, "The indicator whose values lie on the same scale"),
        field("region", Is::Text, "The region"),
        field("unit", Is::Text, "The unit of all values"),
        field("shape", word(&["linear", "compound", "floor"]), "How the path runs from one year to the next"),
        field("base", maybe(Is::Row("TrajectoryBase")), "Where it begins"),
        field("steps", list("TrajectoryStep"), "Its deadlines"),
        field("points", list("TrajectoryPoint"), "A point for each year"),
    ];
    vec![
        Table { name: "Trajectory", about: "The path that a target requires", of: "", fields: path },
        Table { name: "TrajectoryBase", about: "Where a path begins", of: "", fields: base },
        Table { name: "TrajectoryStep", about: "A deadline of a path", of: "", fields: step },
        Table { name: "TrajectoryPoint", about: "A year of a path", of: "", fields: point().into() },
    ]
}

/// Centre and intervals, each `of` a number.
fn bands(of: fn(Is) -> Is) -> [Field; 5] {
    [
        field("mean", of(Is::Number), "The centre"),
        field("lo80", of(Is::Number), "Least of the interval meant to hold 8 of 10 outcomes"),
        field("hi80", of(Is::Number), "Greatest of it"),
        field("lo95", of(Is::Number), "Least of the interval meant to hold 19 of 20"),
        field("hi95", of(Is::Number), "Greatest of it"),
    ]
}

/// Projections and looks back.
pub fn projected() -> Vec<Table> {
    let method = || field("method", named("ProjectedBy"), "The method");
    let ahead = || [field("year", Is::Number, "The year"), field("h", Is::Number, "Years after the last value used")];
    let row: Vec<Field> = ahead()
        .into_iter()
        .chain(bands(maybe))
        .chain([Field {
            always: false,
            ..field("p", maybe(Is::Number), "Probability that the target is reached that year, where there is one")
        }])
        .collect();
    let whole = vec![
        field("method", maybe(named("ProjectedBy")), "The method"),
        field("n", maybe(Is::Number), "How many values it rests on"),
        field("first", maybe(Is::Number), "The first year of those"),
        field("last", maybe(Is::Number), "The last year of those"),
        field("left_out", maybe(Is::Row("LeftOut")), "How many were left out, and why"),
        field("unsure", maybe(word(&["too_few", "unmoved"])), "Why there are no intervals"),
        field("reason", maybe(named("NoProjection")), "Why there is no projection"),
        field("rows", list("ProjectionRow"), "A row for each year ahead"),
    ];
    let left_out = vec![
        field("before_break", Is::Number, "Values of an earlier definition"),
        field("part_year", Is::Number, "Values of a part of a year"),
    ];
    let mut untested = vec!["no_value", "redefined"];
    untested.extend(NO_PROJECTION);
    let tested = vec![
        field("reason", maybe(Is::Word(untested)), "Why there is no trial"),
        field("trials", list("BacktestTrial"), "From the latest origin to the earliest"),
    ];
    let mut trial = vec![
        field("origin", Is::Number, "Year of the last value known then"),
        method(),
        field("n", Is::Number, "How many values were used"),
    ];
    trial.extend(ahead());
    // There is no trial without.
    trial.extend(bands(|is| is));
    trial.extend([
        field("outcome", Is::Number, "The value that came"),
        field("qualifier", named("Qualifier"), "How exactly it is known"),
        field("inside80", maybe(Is::Flag), "Whether it lies in the interval; none where \"over X\" does not tell"),
        field("inside95", maybe(Is::Flag), "The same of the wider one"),
    ]);
    let table = |name, about, fields| Table { name, about, of: "", fields };
    vec![
        table("Projection", "Where values are heading", whole),
        table("ProjectionRow", "A year of a projection", row),
        table("LeftOut", "Values that a projection does not rest on", left_out),
        table("Backtest", "What would have been said in earlier years", tested),
        table("BacktestTrial", "What would have been said in one year", trial),
    ]
}

/// Verdicts.
pub fn judged() -> Vec<Table> {
    let mut method = Method::names().filter(|name| *name != "auto").collect::<Vec<_>>();
    method.push("assumption");
    method.extend(Rule::ALL.map(Rule::name).into_iter().filter(|name| *name != Rule::Own.name()));
    let number = || maybe(Is::Number);
    let one = vec![
        field("id", Is::Text, "The target's id"),
        field("as_of", Is::Text, "The day it is judged on, `YYYY-MM-DD`"),
        field("method", maybe(Is::Word(method)), "How values were projected by our rule, else the rule"),
        field("verdict", named("Verdict"), "The verdict"),
        field("p", number(), "Probability that the target is reached, 0 to 1"),
        field("value", number(), "The value that it rests on, in `unit`"),
        field("value_year", number(), "The year of that value"),
        field("target", number(), "What it was held against, in `unit`"),
        field("required_pace", number(), "Change a year that is needed; of a growth rate a share"),
        field("pace", number(), "Change a year so far; of a growth rate a share"),
        field("reason", named("Reason"), "What decided it"),
        field("rule", named("Rule"), "The rule"),
        field("deadline", Is::Number, "The year it is due in"),
        field("unit", Is::Text, "The unit of the values"),
        field("n", Is::Number, "How many values it rests on"),
        field("likelihood", maybe(named("Likelihood")), "The probability in the IPCC's words"),
        field("words_only", maybe(Is::Flag), "Whether the probability is to be said in words alone"),
        field("stands_in", Is::Flag, "Whether the value is later than the deadline"),
        field("class", maybe(Is::Text), "The class that a published rule gives"),
        field("measure", number(), "The figure that it held against its bounds"),
        field("score", number(), "The score that it gives"),
        field("silence", maybe(word(&["too_few", "floor", "undefined"])), "Why it has no answer"),
    ];
    let all = vec![
        field("disagree", Is::Flag, "Whether rules that come to a verdict come to different ones"),
        field("assessments", list("Assessment"), "One for each rule, ours first"),
    ];
    vec![
        Table { name: "Assessment", about: "The verdict on a target", of: "", fields: one },
        Table { name: "Assessments", about: "The verdicts of every rule", of: "", fields: all },
    ]
}
