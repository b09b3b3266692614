//! A page for each kind of record: what it is for, where it lies, how it may be written, its fields; one for the fields that
//! all have, and one for sections of documents.

use folkmoot::model::document::Section;
use folkmoot::model::field::{Field, Fields};
use folkmoot::model::kind::Kind;
use folkmoot::model::record::{Shared, about, own_fields};
use folkmoot::parse::draft::needs_title;
use folkmoot::scaffold::place_of;

use super::Pages;
use super::example::Example;
use super::fields::{plural, section, with_article};
use super::sheet::{Sheet, prose};

pub(super) fn pages() -> Pages {
    let mut pages: Pages = Kind::ALL.iter().map(|kind| (path(*kind), page(*kind))).collect();
    pages.insert("kinds/every-record.md".to_owned(), shared());
    pages.insert("kinds/section.md".to_owned(), of_section());
    pages.insert("kinds/index.md".to_owned(), index());
    pages
}

fn path(kind: Kind) -> String {
    format!("kinds/{}.md", kind.name())
}

/// The kind as the title of its page.
fn title(kind: Kind) -> String {
    let name = plural(kind);
    format!("{}{}", name[..1].to_uppercase(), &name[1..])
}

/// What records of a kind are there for.
fn purpose(kind: Kind) -> &'static str {
    match kind {
        Kind::Document => "strategies, agreements and reports that the partnership publishes itself",
        Kind::Organisation => "councils, forces, partnerships and every other body that takes part",
        Kind::Board => {
            "boards, committees and councils: their seats, who sits in them, and what they do in which month"
        }
        Kind::Group => "delivery groups, networks and teams, which do the work",
        Kind::Priority => "what the partners want to change, and how anybody can tell whether it changes",
        Kind::Topic => "themes that several plans have in common",
        Kind::Plan => "plans of other bodies, which priorities are held against",
        Kind::Legislation => "Acts and regulations that the work rests on",
        Kind::Event => "decisions, meetings and publications, each on its day",
        Kind::Consultation => "what was asked of whom, for how long, and what came of it",
        Kind::Term => "terms and abbreviations, explained where a page first uses them",
        Kind::Page => "ordinary pages, which lie anywhere in the content but in the folder of a kind",
    }
}

fn page(kind: Kind) -> String {
    let order = Kind::ALL.iter().position(|other| *other == kind).map(|place| place + 1);
    let summary = format!("The fields of {}, and how the file of one is written.", with_article(kind));
    let mut sheet = Sheet::ordered(&title(kind), &summary, order);
    sheet.say(&format!("{} This kind is for {}.", prose(about(kind)), purpose(kind)));
    written(&mut sheet, kind);
    let own = own_fields(kind);
    sheet.heading(2, "Fields");
    let required: Vec<String> =
        own.iter().filter(|field| field.required).map(|field| format!("`{}`", field.name)).collect();
    let needed = match (needs_title(kind), &required[..]) {
        (true, []) => "A `title` is required, or a `name` in its place.".to_owned(),
        (true, own) => format!("Required are a `title`, or a `name` in its place, and {}.", own.join(" and ")),
        (false, []) => "No field is required. Without a `title` the first heading of its text is taken.".to_owned(),
        (false, own) => format!("Required are {}. Without a `title` the first heading is taken.", own.join(" and ")),
    };
    sheet.say(&format!(
        "{needed} It may have the [fields of every record](every-record.md) too, such as `summary` and `links`."
    ));
    let example = Example::of_kind(kind);
    for field in own {
        section(&mut sheet, field, field.required, &example);
    }
    sheet.finish()
}

/// How the file of a record may be written.
fn written(sheet: &mut Sheet, kind: Kind) {
    let (name, folder) = (kind.name(), kind.folder());
    sheet.heading(2, "Where it lies and how it is written");
    if kind == Kind::Page {
        sheet.say(
            "A Markdown file anywhere in `content/` is a page. Its name in references is `page:` and its path there without the \
             ending: `page:pages/about`. `index.md`, or else a README, is the page of its folder. A file without fields in the \
             folder of a kind is a page too.",
        );
        sheet.code(&Example::of_kind(kind).whole());
        sheet.say(
            "The fields at the top may be left out altogether. Pages may come from other tools: a field that is not known here \
             is a [warning](../findings/unknown-field.md) on a page, and an error on any other record.",
        );
        return;
    }
    let place = place_of(kind, "its-name", "content");
    sheet.say(&format!(
        "In the folder `content/{folder}/`, usually as `{place}`. References call it `{name}:its-name`; in a field that takes \
         {} alone, `its-name` is enough.",
        plural(kind)
    ));
    if kind == Kind::Document {
        sheet.say(
            "A document is a folder. `index.md` has the fields and the opening text; every other Markdown file in the folder is \
             a [section](section.md), in the order of the file names. Digits and a hyphen at the beginning, as in \
             `01-purpose.md`, put it in order and are no part of its address.",
        );
        sheet.code(&Example::of_kind(kind).whole());
        return;
    }
    sheet.say("It may be a Markdown file: the fields between two lines of three hyphens, then its text.");
    sheet.code(&Example::of_kind(kind).as_markdown());
    sheet.say(&format!(
        "It may be a file of fields alone, `content/{folder}/its-name.yaml`, without the hyphens and the text."
    ));
    sheet.say(&format!(
        "It may be an entry of a list in a YAML file of that folder, under any name: `content/{folder}/several.yaml`. Each entry \
         needs an `id`, which is its name in references."
    ));
    let entry = Example::of_kind(kind).as_entry();
    let mut required = own_fields(kind).iter().filter(|field| field.required);
    assert!(
        required.all(|field| entry.contains(&format!("  {}: ", field.name))),
        "{entry} lacks a field that {name} needs"
    );
    sheet.code(&entry);
}

fn shared() -> String {
    let summary = "The fields that a record of any kind may have: title, summary, links, aliases and others.";
    let mut sheet = Sheet::ordered("Fields of every record", summary, Some(Kind::ALL.len() + 2));
    sheet.say("What every record may say, whatever its kind. A page and a document may leave out the title; every other record needs it.");
    sheet.heading(2, "Fields");
    let example = Example::of_all();
    for field in Shared::FIELDS {
        section(&mut sheet, field, false, &example);
    }
    sheet.finish()
}

fn of_section() -> String {
    let summary = "The fields at the top of a section of a document, all of which may be left out.";
    let mut sheet = Sheet::ordered("Sections of documents", summary, Some(Kind::ALL.len() + 1));
    sheet.say(
        "Every Markdown file in the folder of a [document](document.md) but its `index.md` is a section, with a page of its own. \
         References lead to it by its path: `[Purpose](01-purpose.md)`, or by a paragraph or heading in it: \
         `document:strategy#p10`.",
    );
    sheet.code(&Example::of_sections().whole());
    sheet.heading(2, "Fields");
    sheet.say("No field is required. Everything else is said by the document.");
    for field in Section::FIELDS {
        section(&mut sheet, field, field.required, &Example::of_sections());
    }
    sheet.finish()
}

fn index() -> String {
    let summary = "Every kind of record, the folder that it lies in, and what it is for.";
    let mut sheet = Sheet::new("Kinds of record", summary);
    sheet.say(
        "The folder that a file lies in, below `content/`, says what it is. What is neither Markdown nor a YAML file in the folder of \
         a kind is published as it stands, pictures and documents among it.",
    );
    sheet.list(Kind::ALL.iter().map(|kind| {
        let folder =
            if kind.folder().is_empty() { "anywhere else".to_owned() } else { format!("in `{}/`", kind.folder()) };
        format!(
            "[{}]({}.md), {folder}, in references `{}:`. For {}.",
            title(*kind),
            kind.name(),
            kind.name(),
            purpose(*kind)
        )
    }));
    sheet.say(
        "All of them may have the [fields of every record](every-record.md). A document has [sections](section.md). What may \
         stand in a field is told by the shape of its [value](../values.md), or it is a [fixed word](../words.md).",
    );
    sheet.say(
        "`folkmoot new KIND NAME` lays out the fields of a new record where it belongs, and `folkmoot schema KIND` gives editors \
         the same as JSON Schema.",
    );
    sheet.finish()
}

/// The own fields of every kind, each under the name of its kind.
pub(super) fn all_fields() -> impl Iterator<Item = (Kind, &'static Field)> {
    Kind::ALL.iter().flat_map(|kind| own_fields(*kind).iter().map(|field| (*kind, field)))
}
