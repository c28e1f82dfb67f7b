//! What a reader can choose of a view, and has chosen.

/// One thing to choose, out of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its name for scripts, and in a view's address: one of those of [`Chosen`].
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What there is to choose: value (empty: no choice made) and word.
    pub options: Vec<(String, String)>,
    /// The value in force.
    pub chosen: String,
}

/// What a reader has chosen; empty where nothing is. A value that the view does not offer counts as none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Id of the only theme shown.
    pub topic: String,
    /// The only chapter of the plan shown, as in the data (`二/(一)`).
    pub section: String,
    /// The only office shown, leading or taking part.
    pub office: String,
    /// Name of the only verdict shown (`on_track`).
    pub judged: String,
    /// The order of targets; empty is the plan's own.
    pub sort: String,
    /// What a trajectory is held against: id of a region, or name of a method.
    pub compare: String,
}

impl Chosen {
    /// What `judged` is where no verdict is to be told at all.
    pub const UNJUDGED: &'static str = "none";

    /// The names, as attributes and options give them.
    pub const NAMES: [&'static str; 6] = ["topic", "section", "office", "judged", "sort", "compare"];

    /// Its values by name, in the order of [`Chosen::NAMES`].
    pub fn from_values(values: [String; 6]) -> Chosen {
        let [topic, section, office, judged, sort, compare] = values;
        Chosen { topic, section, office, judged, sort, compare }
    }
}
