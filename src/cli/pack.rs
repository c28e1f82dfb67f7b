//! `pack`: a data package as one file that a page can load.

use std::path::PathBuf;

use base64::Engine;
use clap::Args;

use super::{Failure, csv, output, package};
use crate::dataset::{Dataset, pack};

/// Pack a data package into one file that pages can load.
///
/// Checks the package as `validate` does and writes it in the form that `IndicatorWidgets.load(…)` takes, with a checksum.
/// A page so shows newer data without a newer script. With a name that ends in `.js` the same stands in a script: pages
/// opened as files can include one, and can read nothing else. The day of the data is `created` in `datapackage.json`; an
/// exhibition page takes no older ones than it has.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets pack data -o indicator-widgets-data.iwp      for IndicatorWidgets.load(bytes)
  indicator-widgets pack data -o indicator-widgets-data.js       for the stick beside kiosk.html")]
pub struct Arguments {
    /// Folder that holds `datapackage.json`.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// File to write.
    #[arg(short, long, value_name = "F")]
    out: PathBuf,
}

/// Runs `pack`.
///
/// # Errors
/// A package with errors or without its day; a file that cannot be written.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { folder, out } = arguments;
    let dataset = package::open(Some(folder))?;
    if dataset.date.is_empty() {
        return Err(Failure::input("no `created` in it, so nobody can tell which data are newer")
            .at(&folder.join("datapackage.json").display().to_string(), 1, 1)
            .hint("add the day of the data: \"created\": \"2026-01-28\""));
    }
    let packed = pack::encode(&dataset).map_err(|why| Failure::input(format!("{}: {why}", folder.display())))?;
    let script = out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("js"));
    let bytes = if script { self::script(&dataset, &packed).into_bytes() } else { packed };
    output::replace(out, &bytes)?;
    let mut said = String::new();
    csv::row(&mut said, ["file", "bytes", "date", "plans", "targets", "observations"]);
    let counts = [bytes.len(), dataset.plans.len(), dataset.set_targets().count(), dataset.observations.len()]
        .map(|n| n.to_string());
    let [size, plans, targets, observations] = &counts;
    csv::row(&mut said, [&*out.display().to_string(), size, &dataset.date, plans, targets, observations]);
    output::print(said.as_bytes())
}

/// The script, plain ASCII: it gives the data to the page's own function, if it has one, else to the charts.
fn script(dataset: &Dataset, packed: &[u8]) -> String {
    let coded = base64::engine::general_purpose::STANDARD.encode(packed);
    format!(
        "// Data for Indicator Widgets of {}. Include it after indicator-widgets.js, or beside kiosk.html.\n\
         (function (data) {{\n\
         \x20 var own = window.indicatorWidgetsData;\n\
         \x20 var widgets = window.IndicatorWidgets;\n\
         \x20 if (own) own(data);\n\
         \x20 else if (widgets) widgets.load(data);\n\
         }}(\"{coded}\"));\n",
        dataset.date
    )
}
