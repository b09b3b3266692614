//! Where a record of each kind goes, and in which form.

use crate::model::kind::Kind;

/// How a record is usually kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Markdown with fields at its top.
    Markdown,
    /// A folder with such a file; its other files are sections.
    Folder,
    /// Fields alone.
    Yaml,
}

pub(super) fn form(kind: Kind) -> Form {
    match kind {
        Kind::Document => Form::Folder,
        Kind::Organisation | Kind::Legislation | Kind::Term => Form::Yaml,
        Kind::Board
        | Kind::Group
        | Kind::Priority
        | Kind::Topic
        | Kind::Plan
        | Kind::Event
        | Kind::Consultation
        | Kind::Page => Form::Markdown,
    }
}

/// The path of a new record, relative to the folder of the site, whose content lies in `content`, empty for the site's own.
pub fn place_of(kind: Kind, slug: &str, content: &str) -> String {
    let name = match form(kind) {
        Form::Markdown => format!("{slug}.md"),
        Form::Folder => format!("{slug}/index.md"),
        Form::Yaml => format!("{slug}.yaml"),
    };
    [content, kind.folder(), &name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}
