//! What is shown, in words and formatted numbers: the last stage that knows meaning or language.

use crate::language::Language;
use crate::report::Report;

/// A trajectory chart and its table, in one language, with no positions yet.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Language of every text in it.
    pub language: Language,
    /// Region and indicator.
    pub title: String,
    /// The finding, in a sentence or two that a reader can quote.
    pub finding: String,
    /// What the chart shows, for those who do not see it; includes the finding.
    pub description: String,
    /// The marks.
    pub chart: Chart,
    /// The same as a table.
    pub table: Table,
    /// The foot: plan and section, publisher of the data, as-of date.
    pub foot: Vec<String>,
    /// What opens on "source": label and text pairs (the exact wording, the plan's title, issuer, date; each value's source).
    pub sources: Vec<Source>,
}

/// One entry of the source panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What it is the source of (`目标`, `2023年 2.47%`).
    pub heading: String,
    /// Exact wording.
    pub quote: String,
    /// BCP 47 tag of the quote.
    pub quote_lang: String,
    /// Plan or page, issuer or publisher, date, section, confidence: a line each.
    pub lines: Vec<String>,
    /// Public address; empty where none is known.
    pub url: String,
}

/// A table of text cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows, the first cell being the row's head.
    pub rows: Vec<Vec<String>>,
}

/// The marks of a chart (filled in by `view::trajectory`).
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {}

/// The view of a trajectory chart.
pub fn trajectory(_report: &Report<'_>, _language: Language) -> View {
    unimplemented!()
}
