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
    /// What is needed in the one year left, before the deadline.
    finding_pace_last,
    /// The same after it.
    finding_pace_was_last,
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
    /// Description: how many values the page itself gives.
    describe_page,
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

    /// Scorecard: title of one plan's.
    tiles_title,
    /// Scorecard: title of several plans'.
    tiles_title_several,
    /// One target.
    tiles_one,
    /// So many targets.
    tiles_count,
    /// Those chosen out of all, and by what.
    tiles_shown,
    /// That all are due in one year.
    tiles_due,
    /// How many there are of each verdict.
    tiles_finding,
    /// The same without verdicts.
    tiles_finding_bare,
    /// How many have a verdict.
    tiles_verdict,
    /// How many have a published value.
    tiles_values,
    /// A tile's value is of that year.
    tiles_of,
    /// That year, the target's, is still to come.
    tiles_ahead,
    /// None has one.
    tiles_no_values,
    /// Nothing is chosen.
    tiles_nothing,
    /// Description: the groups.
    tiles_groups,
    /// What is said of a group or a target.
    tiles_line,
    /// What is said of a group, with its counts.
    tiles_within,
    /// A value that is new.
    tiles_new,
    /// Heading: what changed since a day.
    tiles_changes,
    /// Nothing did.
    tiles_unchanged,
    /// The same without verdicts.
    tiles_unchanged_bare,
    /// Group of those without a share.
    tiles_no_share,
    /// Table head: latest value.
    head_latest,
    /// Table head and order: latest value as a share of what is due.
    head_share,
    /// Table head: section.
    head_place,
    /// Table head: lead office.
    head_lead,
    /// Table head: plan.
    head_plan,

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
    /// Publisher of a value that the page itself gives.
    source_page,
    /// Source panel: a value of the page's own.
    source_page_only,
    /// Source panel: the collected value that the page's own stands for.
    source_page_instead,

    /// Outlook: the year's expected value, deadline ahead.
    outlook,
    /// Outlook: the same for a deadline that is over and not reported.
    outlook_past,
    /// Outlook: under the reader's assumption.
    outlook_assumed,
    /// Outlook: the 80 % interval.
    outlook_interval,
    /// Outlook: below what is due.
    outlook_below,
    /// Outlook: above what is due.
    outlook_above,
    /// Outlook: the chance in words, deadline ahead.
    outlook_chance,
    /// Outlook: the chance in words, deadline over.
    outlook_chance_past,
    /// Outlook: too few values for an interval.
    outlook_few,
    /// Outlook: too few values for any projection.
    outlook_none,
    /// Outlook: the values never moved.
    outlook_unmoved,
    /// Outlook: growth needs positive values.
    outlook_not_positive,
    /// Outlook: no projection for another reason.
    outlook_impossible,
    /// A probability as a figure.
    probability_about,
    /// A very small probability as a figure.
    probability_below,
    /// A very large probability as a figure.
    probability_above,
    /// Up to 1 %.
    likelihood_exceptionally_unlikely,
    /// Up to 10 %.
    likelihood_very_unlikely,
    /// Up to 33 %.
    likelihood_unlikely,
    /// 33 to 66 %.
    likelihood_even,
    /// From 66 %.
    likelihood_likely,
    /// From 90 %.
    likelihood_very_likely,
    /// From 99 %.
    likelihood_virtually_certain,
    /// Method: chosen by the number of values.
    method_auto,
    /// Method: steady.
    method_steady,
    /// Method: drift.
    method_drift,
    /// Method: least squares.
    method_linear,
    /// Method: log-linear.
    method_growth,
    /// Method: Theil-Sen.
    method_theil_sen,
    /// Method: last value.
    method_naive,
    /// Method: the reader's own.
    method_assumption,
    /// Growth by so much a year.
    change_grows,
    /// Shrinking by so much a year.
    change_shrinks,
    /// Label of a projection's end.
    label_projection,
    /// Label of the bands.
    label_bands,
    /// The same, shorter.
    label_bands_short,
    /// Verdict.
    verdict_met,
    /// Verdict.
    verdict_on_track,
    /// Verdict.
    verdict_at_risk,
    /// Verdict.
    verdict_off_track,
    /// Verdict.
    verdict_missed,
    /// Verdict.
    verdict_not_reported,
    /// The same beside an earlier value. `year` of the deadline.
    verdict_unpublished,
    /// Why: no value.
    reason_no_value,
    /// Why: the deadline year's value reaches it.
    reason_reached,
    /// Why: it does not.
    reason_not_reached,
    /// Why: it does not tell.
    reason_unclear,
    /// Why: the deadline year has no value.
    reason_unpublished,
    /// Why: a stock that is there.
    reason_reached_for_good,
    /// Why: a stock beyond its ceiling.
    reason_exceeded,
    /// Why: a level at its target.
    reason_already,
    /// Why: a year below the floor.
    reason_floor_broken,
    /// Why: every year kept the floor.
    reason_floor_kept,
    /// Why: so far.
    reason_floor_kept_so_far,
    /// Why: not all years are published.
    reason_floor_unpublished,
    /// Why: the probability.
    reason_likelihood,
    /// Why: the pace.
    reason_pace,
    /// Why: one value.
    reason_one_value,
    /// Why: the published rule's class.
    reason_class,
    /// Why: the published rule says nothing.
    reason_silent,

    /// The rule of this project.
    rule_own,
    /// The United Nations Statistics Division's.
    rule_unsd,
    /// Germany's weather symbols.
    rule_germany,

    /// Button and heading: how this is worked out.
    working_heading,
    /// Heading: what was used.
    working_used,
    /// How many values of which years.
    working_values,
    /// Left out: before a break.
    working_left_break,
    /// Left out: parts of a year.
    working_left_part,
    /// How "over" is taken.
    working_over,
    /// How missing years are taken.
    working_gaps,
    /// Heading: how.
    working_how,
    /// The method in words.
    working_steady,
    /// The method in words.
    working_drift,
    /// The method in words.
    working_linear,
    /// The method in words.
    working_growth,
    /// The method in words.
    working_theil_sen,
    /// The method in words.
    working_naive,
    /// The method in words.
    working_assumption,
    /// The step a year.
    working_step,
    /// Towards a bound.
    working_bound,
    /// Heading: what the band promises.
    working_promise,
    /// What the bands promise.
    working_promise_text,
    /// On what it was tested.
    working_tested,
    /// Heading: the past.
    working_past,
    /// A past forecast that held.
    working_inside,
    /// A past forecast that did not.
    working_outside,
    /// Heading: what it does not know.
    working_unknown,
    /// What it does not know.
    working_unknown_text,
    /// Heading: the verdict.
    working_verdict,
    /// A rule, its verdict, its reason.
    working_rule,
    /// Rules disagree.
    working_disagree,
    /// The IPCC's words.
    working_words,
    /// Control: method.
    control_method,
    /// Control: assumption.
    control_assumption,
    /// Control: last year shown.
    control_until,
    /// Control: undo.
    control_undo,
    /// Control: reset.
    control_reset,
    /// Notice: an index on different tiers.
    definitions_differ,

    /// Foot: the projection's method.
    foot_method,
    /// Table head: projected value and interval.
    head_projection,
    /// Description of the projection.
    describe_projection,
    /// What another method's band promises.
    working_promise_broken,

    /// What the band says of an assumption.
    working_promise_assumed,

    /// No change a year.
    change_none,

    /// Heading: the same elsewhere.
    working_beside,
    /// A region's latest value.
    working_region,

    /// The symbols of the steady formula.
    working_symbols,

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

    /// Card: a published value.
    card_observed,
    /// Card: a projected value.
    card_projected,
    /// Card: a target.
    card_target,
    /// Card: what the path requires that year.
    card_path,
    /// Card: an interval.
    card_interval,
    /// Card: how likely the target is reached.
    card_chance,
    /// Button of a card: the target's own chart.
    card_open,
    /// Button: back to where that chart was opened.
    card_back,
    /// Button of a card: close it.
    card_close,
    /// Button and heading: taking a chart away.
    take_heading,
    /// Button: a picture of dots.
    take_png,
    /// Button: a picture of lines.
    take_svg,
    /// Button: the table as a file.
    take_csv,
    /// Button: the table onto the clipboard.
    take_copy,
    /// Button: a link to what is shown.
    take_link,
    /// Button: print.
    take_print,
    /// Said when a file was handed to the browser.
    take_saved,
    /// Said when something is on the clipboard.
    take_copied,
    /// Said when the browser would not.
    take_refused,
    /// Heading: what the table's columns are.
    column_heading,
    /// What a column holds.
    column,
    /// Column: the year.
    column_year,
    /// Column: the published value.
    column_actual,
    /// Column: the projected value.
    column_projection,
    /// Column: the required path.
    column_path,
    /// Column: the target.
    column_target,
    /// Column: the source.
    column_source,
    /// Column: the deadline.
    column_deadline,
    /// Column: the latest value.
    column_latest,
    /// Column: the share achieved.
    column_share,
    /// Column: where it ought to be.
    column_ought,
    /// Column: the distance from the target.
    column_gap,
    /// Column: the verdict.
    column_judged,
    /// Column: the probability.
    column_probability,
    /// Column: a value's qualifier.
    column_qualifier,
    /// Foot: the day that the page gives for its data.
    foot_updated,
    /// Foot: where mistakes can be told of.
    foot_contact,
    /// Foot, behind the publishers: all their figures come by way of the press.
    foot_by_press,
    /// Foot, behind the publishers: some of them do.
    foot_partly_press,
    /// Source panel: a date or an issuer that the document does not give.
    source_unnamed,

    /// Heading of what could not be used of the page's table.
    fault_heading,
    /// A fault in a row of the page's table.
    fault_row,
    /// Faults that are not told one by one.
    fault_more,
    /// No year in the table.
    fault_no_years,
    /// No values in the table.
    fault_no_values,
    /// Several columns may be the values.
    fault_several,
    /// Not a year.
    fault_not_a_year,
    /// A year that has not begun.
    fault_year_ahead,
    /// A year that has a value.
    fault_second_value,
    /// Not a number.
    fault_not_a_number,
    /// A unit that does not convert, or none where one is needed.
    fault_unit,
    /// A value that can't be.
    fault_bounds,
    /// A page's value: who published it, as the page says.
    source_page_publisher,
    /// A fault in a row of JSON.
    fault_field,
    /// Values of something else.
    fault_elsewhere,
    /// Not a word for how exact a value is.
    fault_qualifier,
    /// A quote that is never closed.
    fault_quote,
    /// More than is read.
    fault_too_much,
    /// Foot: what was read from the page.
    own_read,
    /// While values are long in coming.
    own_waiting,
    /// Error: values at another site.
    own_origin,
    /// Error: a page that is a file itself can't read another.
    own_file,
    /// Error: a file too large.
    own_large,
    /// Error: not JSON.
    own_json,
    /// Error: an address that could not be read.
    own_unread,

    /// A choice: theme.
    choice_topic,
    /// A choice: chapter of the plan.
    choice_section,
    /// A choice: responsible office.
    choice_office,
    /// A choice, an order and a table head: verdict.
    choice_judged,
    /// A choice: order.
    choice_sort,
    /// No choice made.
    choice_all,
    /// An order: the plan's own.
    sort_plan,
    /// Table head and an order: deadline.
    head_deadline,
    /// Table head and an order: indicator.
    head_indicator,

    /// Title of a timeline.
    timeline_title,
    /// Title of a table of many targets.
    listing_title,
    /// What several plans' targets are of.
    scope_plans,
    /// Switch: timeline.
    show_timeline,
    /// How many of all targets are as chosen.
    kept_of,
    /// None is.
    kept_none,
    /// What is due next.
    due_next,
    /// The same, of which plans.
    due_next_of,
    /// What was due, and how many of it are not published.
    due_over,
    /// What was due, of which nothing is published.
    due_over_none,
    /// What a plan looks ahead to in words.
    due_words,
    /// Label of a deadline: year and number of targets.
    due_mark,
    /// The same without the year.
    due_count,
    /// How many of them are not published.
    due_open,
    /// The same, as a share.
    due_share,
    /// That none of them is published.
    due_share_none,
    /// A deadline that the plan does not state.
    due_implied,
    /// Label of a milestone in words.
    ahead_mark,
    /// A plan and its marks, one after the other.
    lane,
    /// Joins its marks.
    lane_gap,
    /// List: due next.
    list_next,
    /// List: due, and not published.
    list_over,
    /// Those that are not listed.
    list_rest,
    /// How many of the targets have values.
    listing_values,
    /// How many have each verdict.
    listing_verdicts,
    /// Table head.
    head_region,
    /// Table head.
    head_kind,
    /// Table head: how exactly a value was published.
    head_qualifier,
    /// Table head: how far the latest value is above what is due.
    head_gap,
    /// Table head.
    head_probability,
    /// Table head.
    head_publisher,
    /// Table head: public address.
    head_link,
    /// Kind of a target.
    kind_level,
    /// Kind of a target.
    kind_cumulative,
    /// Kind of a target.
    kind_new,
    /// Kind of a target.
    kind_per_year,
    /// Kind of a target.
    kind_growth_rate,
    /// Kind of a target.
    kind_change_since,
    /// Foot: several plans.
    foot_plans,
    /// Foot: some of many publishers.
    foot_among,

    /// Error: unknown target.
    error_unknown_id,
    /// Error: unknown, with the nearest.
    error_unknown_id_near,
    /// Error: nothing asked for.
    error_no_target,
    /// Error: bad attribute value.
    error_bad_value,
    /// Error: nothing usable in the page's table.
    error_bad_table,
    /// Error: no such table in the page.
    error_no_table,
    /// Error: one table for several indicators or regions.
    error_table_of_several,
    /// Error: a series has a year twice.
    error_year_twice,
    /// Error: the region has no target of the indicator, another has.
    error_no_target_there,
    /// Error: a call has no such option.
    error_unknown_option,
    /// Error: a call has no such option, with the nearest.
    error_unknown_option_near,
    /// Error: what is to be loaded is no packed data package.
    error_dataset_kind,
    /// Error: it was packed by another version.
    error_dataset_version,
    /// Error: it is damaged.
    error_dataset_damaged,

    /// Progress: title of several, caption of one's table.
    progress_title,
    /// Progress: title of targets that have neither indicator nor plan in common.
    progress_mixed,
    /// Progress: finding of several; `parts` are the four that follow.
    progress_count,
    /// Progress: no target.
    progress_empty,
    /// Progress: joins the parts.
    progress_part_gap,
    /// Progress: so many are at their target.
    progress_reached,
    /// Progress: so many are not.
    progress_short,
    /// Progress: of so many it can't be told.
    progress_unclear,
    /// Progress: so many have no value.
    progress_none,
    /// Progress: label of a value with its share of the target.
    progress_label,
    /// Progress: label of an average growth.
    progress_average,
    /// Progress: finding, average growth so far.
    progress_average_said,
    /// Progress: label of where it ought to be.
    progress_ought,
    /// Progress: the same without the year.
    progress_ought_short,
    /// Progress: the same as a sentence.
    progress_ought_said,
    /// Progress: where the required path begins.
    progress_base,
    /// Progress: share of the target, as a sentence.
    progress_share,
    /// Progress: share of the way since a year, as a sentence.
    progress_share_from,
    /// Progress: share of the target, in a cell.
    progress_part,
    /// Progress: share of the way since a year, in a cell.
    progress_part_from,
    /// Progress: what the drawing shows.
    progress_describe,
    /// Progress: foot, plans of several targets.
    progress_plans,
    /// Progress: table head.
    progress_head_name,
    /// Progress: table head.
    progress_head_ought,
    // Comparison: regions, small charts, another region or method in a chart.
    /// Title of a comparison.
    compare_title,
    /// Title where no region has a value.
    compare_title_bare,
    /// Switch: small charts.
    compare_multiples,
    /// What a dot is, and an order.
    compare_latest,
    /// A region to hold others against.
    compare_reference,
    /// A target on the way.
    compare_earlier,
    /// A value and its year.
    compare_dated,
    /// What is drawn of a region.
    compare_row,
    /// Finding: the targets.
    compare_targets,
    /// Finding: equal targets.
    compare_same,
    /// Finding: for how many a value is known.
    compare_known,
    /// No region's value was found.
    compare_unknown,
    /// Finding: the only value there is.
    compare_one,
    /// Finding: none is there.
    compare_short,
    /// Finding: some are there.
    compare_mixed,
    /// Finding: all are there.
    compare_reached,
    /// Notice: amounts of regions of different size.
    compare_sizes,
    /// Notice: targets that can't stand in the same chart.
    compare_left,
    /// Notice: targets of other indicators.
    compare_other,
    /// Short of the target.
    gap_short,
    /// The same with its share of the target.
    gap_share,
    /// At the target.
    gap_reached,
    /// "Over" a value that does not tell.
    gap_unclear,
    /// A choice: what a chart is held against.
    choice_compare,
    /// Held against nothing.
    compare_none,
    /// Finding: the same indicator elsewhere.
    compare_region,
    /// Finding: another method.
    compare_method,
    /// Description of what it is held against.
    describe_beside,
    /// Description of another method's projection.
    describe_beside_method,
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
                // What joins sentences, and what is put into the middle of one.
                let joins = name.ends_with("_gap") || name.starts_with("outlook_") || name.starts_with("probability_");
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
