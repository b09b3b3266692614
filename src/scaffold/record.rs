//! A new record: all fields of its kind, those that it needs to be filled in, the others as notes.

use jiff::civil::Date;

use super::NewFile;
use super::layout::Layout;
use super::place::{Form, form, place_of};
use super::text::yaml;
use crate::model::field::{Field, Fields};
use crate::model::kind::Kind;
use crate::model::record::{Shared, own_fields};

/// What a new record is to be.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its name, as [`super::slug`] gives it.
    pub slug: &'a str,
    /// What it is called, as [`super::line`] gives it; drawn from its name where nobody says.
    pub title: Option<&'a str>,
    /// The folder of the site that holds the content; empty for the site's own.
    pub content: &'a str,
    /// The day on which it is begun.
    pub today: Date,
}

/// The field that is always given.
const TITLE: &str = "title";
/// The field that comes first of those that may be left out: it stands for the record in lists.
const SUMMARY: &str = "summary";

/// The file of a new record.
pub fn record(wanted: &Wanted<'_>) -> NewFile {
    let kind = wanted.kind;
    let mut layout = Layout::new(wanted.today);
    layout.note(
        "Lines that begin with # are notes and are not read. To use a field, take away the # at the beginning of its line, \
         and of the lines that belong to it; then write your own words in place of what stands there.",
    );
    let title = wanted.title.map_or_else(|| from_name(wanted.slug), str::to_owned);
    for field in Shared::FIELDS.iter().filter(|field| field.name == TITLE) {
        layout.space();
        layout.given(field, &yaml(&title));
    }
    for field in own_fields(kind).iter().filter(|field| field.required) {
        layout.space();
        layout.required(field);
    }
    let is_summary = |field: &&Field| field.name == SUMMARY;
    let own = own_fields(kind).iter().filter(|field| !field.required);
    let others = Shared::FIELDS.iter().filter(|field| ![TITLE, SUMMARY].contains(&field.name));
    for field in Shared::FIELDS.iter().filter(is_summary).chain(own).chain(others) {
        layout.space();
        layout.optional(field);
    }
    let text = match form(kind) {
        Form::Yaml => layout.text(),
        Form::Markdown => format!("---\n{}---\n", closed(layout, "The text goes below the next line.")),
        Form::Folder => {
            let note = "The text goes below the next line. Every other file that you put into this folder is a section, in \
                        the order of the file names, such as 01-purpose.md.";
            format!("---\n{}---\n", closed(layout, note))
        }
    };
    NewFile { path: place_of(kind, wanted.slug, wanted.content), text }
}

/// The fields at the top of a Markdown file, with a last note.
fn closed(mut layout: Layout, note: &str) -> String {
    layout.space();
    layout.note(note);
    layout.text()
}

/// `safer-parks` as a title: `Safer parks`.
fn from_name(slug: &str) -> String {
    let name = slug.rsplit('/').next().unwrap_or(slug).replace('-', " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
