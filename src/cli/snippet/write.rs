//! Where it all goes: files beside the page, standard output; and what only files can tell.

use std::path::Path;

use super::{Arguments, Shape};
use crate::cli::{Failure, integrity, output};
use crate::snippet::{self, Pasted, Refused};

/// A file's own name, as a page beside it asks for it.
pub fn name(file: Option<&Path>) -> String {
    file.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The hashes of sheet and script, for pages that take them from another host.
///
/// # Errors
/// Where --dist has no such file.
pub fn hashes(arguments: &Arguments) -> Result<[String; 2], Failure> {
    let mut hashes = [String::new(), String::new()];
    // An address of no other host is told of first.
    if arguments.form == Shape::Cdn && arguments.src.contains("//") {
        let sheet = snippet::sheet(&arguments.src, arguments.sheet.as_deref().unwrap_or_default());
        if !arguments.no_sheet {
            hashes[0] = pin(&arguments.dist, &sheet)?;
        }
        hashes[1] = pin(&arguments.dist, &arguments.src)?;
    }
    Ok(hashes)
}

/// The `integrity` of the file that `address` names, as it is in the folder `dist`.
fn pin(dist: &Path, address: &str) -> Result<String, Failure> {
    let file = dist.join(snippet::file_of(address));
    let bytes = std::fs::read(&file).map_err(|error| {
        Failure::input(format!("{}: {error}", file.display()))
            .hint("name with --dist the folder of the files that the other host gives out: `make dist` fills dist/")
    })?;
    Ok(integrity::of(&bytes))
}

/// Writes the files beside the page, and what is to be pasted.
///
/// # Errors
/// Where one cannot be written.
pub fn write(arguments: &Arguments, pasted: Pasted) -> Result<(), Failure> {
    match &arguments.out {
        Some(file) if pasted.files.is_empty() => return output::write(file, pasted.text.as_bytes()),
        Some(file) => {
            for (name, text) in &pasted.files {
                output::write(&file.with_file_name(name), text.as_bytes())?;
            }
        }
        None => {}
    }
    output::print(pasted.text.as_bytes())
}

/// Why there is nothing to paste, and how to mend it.
pub fn refused(arguments: &Arguments, why: Refused) -> Failure {
    let ending = arguments.form.ending().unwrap_or_default();
    match (why, &arguments.out) {
        (Refused::OwnHost, _) => Failure::usage("--form cdn takes the script from another host")
            .hint("add --src with its address there: https://…/indicator-widgets.js"),
        (Refused::NoFile, None) => {
            Failure::usage("this form needs a file beside the page").hint(format!("add --out chart.{ending}"))
        }
        (Refused::NoFile, Some(file)) => {
            Failure::usage(format!("{}: expected a name that ends in .{ending}", file.display()))
        }
        (Refused::Several, _) => {
            Failure::usage("a picture shows one chart").hint("name one --target, or another --view")
        }
        (Refused::NoDrawing, _) => {
            Failure::usage("this view is a table: there is no drawing of it").hint("take --form iframe")
        }
    }
}
