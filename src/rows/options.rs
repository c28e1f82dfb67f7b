//! The options of scripts' calls, by name.

/// Options of every call that draws or reckons; `lang` goes with all calls.
pub const USUAL: [&str; 4] = ["asOf", "method", "growth", "until"];
/// Those of a chart beside them, as its attributes are called.
pub const OF_CHARTS: [&str; 24] = [
    "target",
    "indicator",
    "region",
    "plan",
    "view",
    "theme",
    "textSize",
    "controls",
    "verdict",
    "size",
    "contact",
    "updated",
    "topic",
    "section",
    "office",
    "judged",
    "sort",
    "compare",
    "width",
    "height",
    "text",
    "chart",
    "drawing",
    "table",
];
/// Those of projections and verdicts; one set, so that a script can ask several with the same options.
pub const OF_FIGURES: [&str; 8] = ["horizon", "target", "direction", "lower", "upper", "neverFalls", "years", "rule"];
/// Those that choose among rows; values are no plan's.
pub const OF_ROWS: [&str; 3] = ["region", "indicator", "plan"];
