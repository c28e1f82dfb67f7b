//! What is said, by name. A struct, so that the compiler refuses a language with a missing or an extra message;
//! a test compares the placeholders.

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Every message, with `{placeholders}` for [`fill`].
        #[derive(Debug)]
        pub struct Messages { $($(#[$doc])* pub $name: &'static str,)* }

        impl Messages {
            /// Every message with its name, in the order of this file.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

messages! {
    /// Title of a chart: region and indicator.
    title,
    /// Joins two sentences.
    sentence_gap,
    /// Joins two clauses of a list.
    list_gap,

    /// A target's value by its comparator.
    due_at_least,
    /// More than.
    due_more_than,
    /// At most.
    due_at_most,
    /// About.
    due_about,
    /// From `value` to `upper`.
    due_range,
    /// A bare number.
    due_stated,
    /// A yearly flow.
    due_per_year,
    /// An average yearly growth.
    due_growth,
    /// A change since a base year.
    due_change,
    /// An increment within the plan's period.
    due_new,

    /// A value published as "over".
    value_at_least,
    /// A value published as "about".
    value_about,
    /// A preliminary value.
    value_preliminary,
    /// A part-year value; `month` 1 to 12.
    value_part_year,
    /// A part-year value of unknown month.
    value_part_year_unknown,

    /// Difference of two percentages.
    percentage_points,
    /// Difference of two index values.
    index_points,

    /// Finding: what is due, deadline ahead.
    finding_target,
    /// Finding: what was due, deadline over.
    finding_target_past,
    /// Finding: nothing published.
    finding_none,
    /// Finding: the deadline year's value reaches the target.
    finding_met,
    /// Finding: it does not; by how much.
    finding_missed,
    /// Finding: it can't be told.
    finding_unclear,
    /// Finding: latest value, before the deadline, already at the target.
    finding_latest_met,
    /// Finding: latest value, `gap` below the target.
    finding_latest_below,
    /// Finding: latest value, `gap` above a ceiling.
    finding_latest_above,
    /// Finding: latest value; whether it reaches can't be told.
    finding_latest_unclear,
    /// Finding: latest value, nothing compared.
    finding_latest,
    /// Finding: the deadline year's value is not published.
    finding_deadline_unpublished,
    /// Pace needed from now on.
    finding_pace_needed,
    /// Pace that was needed from the last value on.
    finding_pace_was_needed,
    /// Pace reached so far.
    finding_pace_so_far,
    /// Pace of a path without values.
    finding_pace_from_base,
    /// Where the path begins at the first value there is, later than the plan's start.
    finding_base_first,
    /// Where the path begins at a base worked back from the promised growth.
    finding_base_implied,
    /// The path is an index.
    finding_base_index,
    /// The plan names no deadline.
    finding_deadline_implied,
    /// A rise by `amount` a year.
    change_up,
    /// `amount` new ones a year.
    change_new,
    /// A fall by `amount` a year.
    change_down,

    /// Label of an observed mark.
    label_observed,
    /// Label of a target.
    label_target,
    /// The same without the year.
    label_target_short,
    /// Label of the required path.
    label_path,
    /// Label of a yearly floor.
    label_floor,
    /// Label of the plan's period.
    label_period,
    /// In the empty chart.
    label_none,

    /// Description: what the chart shows, before the finding.
    describe,
    /// Description of the observed series.
    describe_observed,
    /// Description of the path.
    describe_path,

    /// Table caption.
    table_caption,
    /// Table head.
    head_year,
    /// Table head.
    head_actual,
    /// Table head.
    head_path,
    /// Table head.
    head_target,
    /// Table head.
    head_source,
    /// A cell with nothing.
    cell_none,

    /// Foot: plan and section.
    foot_target,
    /// Foot: publishers.
    foot_data,
    /// Foot: no data.
    foot_no_data,
    /// Foot: values whose publisher is not named.
    foot_press,
    /// Foot: as-of date.
    foot_as_of,
    /// Joins the parts of the foot.
    foot_gap,

    /// Source panel: heading of the target.
    source_target,
    /// Source panel: heading of a value.
    source_value,
    /// Plan's title.
    source_plan,
    /// Section.
    source_section,
    /// The section that is a press summary.
    section_summary,
    /// A whole part of a plan.
    section_part,
    /// A chapter of a part.
    section_chapter,
    /// An item of a chapter.
    section_item,
    /// Issuer.
    source_issuer,
    /// Date of issue.
    source_date,
    /// Responsible offices.
    source_lead,
    /// Other responsible offices.
    source_with,
    /// Publisher and title.
    source_publisher,
    /// Title, where the publisher is not known.
    source_title,
    /// Official text.
    source_high,
    /// Press report.
    source_medium,
    /// No link.
    source_no_link,
    /// Starts a new definition.
    source_break,

    /// Button: chart.
    show_chart,
    /// Button: table.
    show_table,
    /// Name of the group of these two.
    show_group,
    /// Button: source.
    show_source,
    /// Heading of the source panel.
    source_heading,
    /// A link to the source.
    source_link,

    /// Error: unknown target.
    error_unknown_id,
    /// Error: unknown, with the nearest.
    error_unknown_id_near,
    /// Error: nothing asked for.
    error_no_target,
    /// Error: bad attribute value.
    error_bad_value,
    /// Error: this browser is too old.
    error_too_old,
    /// Error: WebAssembly is forbidden.
    error_wasm_blocked,
    /// Error: inside the core.
    error_panic,
    /// Error: the script came incomplete.
    error_truncated,
    /// Error: something else of that name is in the page.
    error_name_clash,
    /// Error: asked before the program had started.
    error_not_ready,
}

/// Puts `values` for the `{names}` of a template. A placeholder that is not given stays as it stands.
///
/// ```
/// assert_eq!(indicator_widgets::language::fill("{a} of {b}", &[("a", "1"), ("b", "2")]), "1 of 2");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|s| s.split('}').next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn every_language_has_the_same_placeholders() {
        let reference = Language::ZhHans.messages().all();
        for language in [Language::ZhHant, Language::En] {
            for ((name, expected), (_, actual)) in reference.iter().zip(language.messages().all()) {
                assert_eq!(placeholders(expected), placeholders(actual), "{name} in {}", language.tag());
            }
        }
    }

    #[test]
    fn no_message_is_empty_or_padded() {
        for language in Language::ALL {
            for (name, text) in language.messages().all() {
                let joins = name.ends_with("_gap");
                assert!(joins || (!text.is_empty() && text.trim() == text), "{name} in {}", language.tag());
            }
        }
    }

    #[test]
    fn fill_keeps_what_it_does_not_know() {
        assert_eq!(fill("{x} and {y}", &[("x", "1")]), "1 and {y}");
        assert_eq!(fill("open { brace", &[]), "open { brace");
        assert_eq!(fill("{}", &[]), "{}");
    }
}
