//! Verdicts as rows.

use super::projection::count;
use super::{Row, Value, iso};
use crate::assessment::{Assessment, Reason, Rule, Silence, disagree};
use crate::report::Report;

/// The fields of a verdict that its table has, in order; what follows them is in JSON and scripts alone.
pub const COLUMNS: [&str; 11] =
    ["id", "as_of", "method", "verdict", "p", "value", "value_year", "target", "required_pace", "pace", "reason"];

/// The verdict on the report's target by `rule`.
///
/// [`COLUMNS`] first. `method` is how the values were projected where the rule is ours (none where they can't be), else
/// the rule's name; `p` the probability that the target is reached; `value`, `target` and the paces are in `unit`, a year
/// where it is one, but the paces of a growth rate are shares (0.05 is 5 % a year). Then the `rule`, the `deadline`, the
/// `unit`, how many values it rests on (`n`), the `likelihood` in the IPCC's words, whether the probability is to be said
/// in words alone (`words_only`), whether the value is a later one that stands in for the deadline's (`stands_in`), and of
/// a published rule its `class`, the figure it held against its bounds (`measure`), its `score`, and why it has no answer
/// (`silence`).
pub fn assessment(report: &Report<'_>, rule: Rule) -> Row {
    self::row(report, &report.assess(rule))
}

/// The verdicts of every rule, ours first, and whether those that come to one `disagree`.
pub fn assessments(report: &Report<'_>) -> Row {
    let all = report.by_every_rule();
    let mut row = Row::default();
    row.add("disagree", Value::Flag(disagree(&all)));
    row.add("assessments", all.iter().map(|one| self::row(report, one)).collect::<Vec<Row>>());
    row
}

fn row(report: &Report<'_>, found: &Assessment) -> Row {
    let projected = report.projection.as_ref().ok().map(|projection| projection.method.name());
    let mut row = Row::default();
    row.add("id", report.target.id.as_str());
    row.add("as_of", iso(report.as_of));
    row.add("method", if found.rule == Rule::Own { projected } else { Some(found.rule.name()) });
    row.add("verdict", found.verdict.name());
    row.add("p", found.probability);
    row.add("value", found.value);
    row.add("value_year", found.value_year);
    row.add("target", found.target);
    row.add("required_pace", found.required_pace);
    row.add("pace", found.pace);
    row.add("reason", found.reason.name());
    row.add("rule", found.rule.name());
    row.add("deadline", found.deadline);
    row.add("unit", report.unit.id.as_str());
    row.add("n", count(found.n));
    row.add("likelihood", found.likelihood().map(|likelihood| likelihood.name()));
    let words_only = found.probability.map(|_| Value::Flag(found.probability_in_words_only()));
    row.add("words_only", words_only.unwrap_or(Value::None));
    row.add("stands_in", Value::Flag(found.stands_in()));
    row.add("class", found.class);
    row.add("measure", found.measure);
    row.add("score", found.score);
    let silence = match found.reason {
        Reason::Silent(Silence::TooFew { .. }) => Some("too_few"),
        Reason::Silent(Silence::Floor) => Some("floor"),
        Reason::Silent(Silence::Undefined) => Some("undefined"),
        _ => None,
    };
    row.add("silence", silence);
    row
}
