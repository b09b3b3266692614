//! What a file is to the site, by its name.
//!
//! Must not know what it holds.

use std::path::Path;

/// The settings file of a site that names no other.
pub const SETTINGS: &str = "folkmoot.yaml";
/// The folder that holds the content, where there is one.
pub const CONTENT: &str = "content";
/// The folder of the site's own themes.
pub const THEMES: &str = "themes";

/// Endings of the files that a page can show or link to. Where the root itself is the content it may be a whole repository,
/// so that only these are taken as files of the site, and not source code.
const SHOWN: &[&str] = &[
    "apng", "avif", "bmp", "css", "csv", "doc", "docx", "epub", "flac", "geojson", "gif", "gpx", "ico", "ics", "jpeg",
    "jpg", "json", "kml", "m4a", "m4v", "mov", "mp3", "mp4", "odp", "ods", "odt", "oga", "ogg", "ogv", "opus", "otf",
    "pdf", "png", "ppt", "pptx", "rtf", "svg", "ttf", "txt", "vtt", "wav", "webm", "webp", "woff", "woff2", "xls",
    "xlsx", "zip",
];

/// What a file is to the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Settings,
    Content,
    Asset,
    Template,
    Messages,
    ThemeFile,
}

impl Part {
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Settings | Self::Content | Self::Template | Self::Messages)
    }
}

/// What the file of this name (relative to the root) is to the content in `folder`; nothing where it is no part of it.
pub(super) fn content_part(name: &str, folder: &str, kind_folders: &[&str]) -> Option<Part> {
    let inside = if folder.is_empty() { name } else { name.strip_prefix(folder)?.strip_prefix('/')? };
    let ending = ending(name);
    match ending.as_str() {
        "md" | "markdown" => Some(Part::Content),
        "yaml" | "yml" if inside.split_once('/').is_some_and(|(first, _)| kind_folders.contains(&first)) => {
            Some(Part::Content)
        }
        _ => (!folder.is_empty() || SHOWN.contains(&ending.as_str())).then_some(Part::Asset),
    }
}

/// What the file `themes/<name>/<folder>/…` is to a theme.
pub(super) fn theme_part(name: &str) -> Option<Part> {
    let mut parts = name.splitn(4, '/');
    let (_themes, _theme, folder, _file) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    match folder {
        "templates" => matches!(ending(name).as_str(), "html" | "xml" | "txt").then_some(Part::Template),
        "messages" => (ending(name) == "ftl").then_some(Part::Messages),
        "static" => Some(Part::ThemeFile),
        _ => None,
    }
}

/// What follows the last dot of a file's name, in small letters.
fn ending(name: &str) -> String {
    Path::new(name).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// What a text that somebody has open, and that the disk need not have yet, is to the site; `settings` is the name of the
/// settings file, where it is the usual one.
pub(super) fn part_of_open(name: &str, settings: Option<&str>, folder: &str, kind_folders: &[&str]) -> Option<Part> {
    if settings == Some(name) {
        return Some(Part::Settings);
    }
    let is_hidden = name.split('/').any(|part| part.starts_with('.'));
    let in_themes = name.strip_prefix(THEMES).is_some_and(|rest| rest.starts_with('/'));
    let part = if in_themes { theme_part(name) } else { content_part(name, folder, kind_folders) };
    part.filter(|part| part.is_text() && !is_hidden)
}
