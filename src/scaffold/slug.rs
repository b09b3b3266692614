//! Names that people want records to have, and whether they can: a name becomes that of a file, and part of an address.

use unicode_normalization::char::is_combining_mark;

use crate::model::kind::Kind;
use crate::parse::reference::canonical;

/// Longest name, in bytes: file systems take 255 with the ending, and what writes a file beside it needs some.
const LONGEST_BYTES: usize = 200;

/// Longest name that is offered, in letters.
const MOST_OFFERED: usize = 60;

/// What is offered where nothing could be meant.
const EXAMPLE: &str = "safer-parks";

/// Names of devices on Windows, where no file may be called so, whatever its ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same with a digit after them.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Endings that somebody may write out of habit.
const ENDINGS: [&str; 4] = [".md", ".markdown", ".yaml", ".yml"];

/// Names that stand for a folder and not for a record.
const OF_FOLDERS: [&str; 2] = ["index", "readme"];

/// The name in the form in which names are kept, where a record of this kind can have it. That of a page may lead through
/// folders, as in `guide/apply`.
///
/// # Errors
/// A sentence that says why it cannot, and what to write.
pub fn slug(kind: Kind, text: &str) -> Result<String, String> {
    let slug = canonical(text.trim());
    if slug.is_empty() {
        let name = kind.name();
        return Err(format!(
            "The name of the {name} is empty. Write one such as `{EXAMPLE}`: it becomes part of its address."
        ));
    }
    let parts: Vec<&str> = if kind == Kind::Page { slug.split('/').collect() } else { vec![&slug] };
    let last = parts.len() - 1;
    let fault = parts.iter().enumerate().find_map(|(place, part)| fault(part, kind != Kind::Page || place < last));
    if let Some(fault) = fault {
        let offered: Vec<String> =
            parts.iter().map(|part| offered(kind, part)).filter(|part| !part.is_empty()).collect();
        let offered = if offered.is_empty() { EXAMPLE.to_owned() } else { offered.join("/") };
        return Err(format!("{fault} Write `{offered}`."));
    }
    match Kind::from_folder(parts[0]).filter(|_| last > 0) {
        None => Ok(slug),
        Some(other) => Err(format!(
            "The folder `{}` is not for pages: what lies there is of the kind {name}. Write `folkmoot new {name} {}`, or \
             choose another folder.",
            other.folder(),
            parts[1..].join("-"),
            name = other.name()
        )),
    }
}

/// Why this cannot be a name; nothing where it can. `is_no_index`: whether it may not be that of a folder's page.
fn fault(name: &str, is_no_index: bool) -> Option<String> {
    let is_fit = |c: char| c.is_lowercase() || c.is_numeric() || c == '-' || is_unicased(c) || is_combining_mark(c);
    if name.len() > LONGEST_BYTES {
        let letters = name.chars().count();
        Some(format!("A name of {letters} letters is too long for a file; the title may say more."))
    } else if name.is_empty() || !name.chars().all(is_fit) || name.starts_with('-') || name.ends_with('-') {
        let shown = name.replace(char::is_control, "\u{FFFD}");
        Some(format!(
            "`{shown}` cannot be a name: it becomes part of an address, and is made of small letters, digits and hyphens."
        ))
    } else if is_device(name) {
        Some(format!("On Windows no file can be called `{name}`."))
    } else if is_no_index && OF_FOLDERS.contains(&name) {
        Some(format!("`{name}` stands for the page of a folder and is no name of its own."))
    } else {
        None
    }
}

/// Letters of a script that has no capitals.
fn is_unicased(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase()
}

fn is_device(name: &str) -> bool {
    let is_number = |rest: &str| {
        let mut letters = rest.chars();
        matches!((letters.next(), letters.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&name) || NUMBERED_DEVICES.iter().any(|device| name.strip_prefix(device).is_some_and(is_number))
}

/// The nearest name that could be one; nothing where it has no letters.
fn offered(kind: Kind, name: &str) -> String {
    let lower = name.to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    let keep = |c: char| if c.is_alphanumeric() || is_combining_mark(c) { c } else { '-' };
    let kept: String = stem.chars().map(keep).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    let all = canonical(&words.join("-"));
    let offered: String = all.chars().take(MOST_OFFERED).collect();
    if is_device(&offered) || OF_FOLDERS.contains(&offered.as_str()) {
        format!("{offered}-{}", kind.name())
    } else {
        offered
    }
}
