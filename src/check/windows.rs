//! Names that Windows cannot keep: a colleague there could not fetch the site from version control, nor unpack or serve it.
//!
//! Must not know which computer this is: names are looked at as texts, so that the same is told everywhere.

use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity};
use crate::graph::Graph;
use crate::sources::{Sources, Span};

/// A name that Windows has no files of, or a path that is too long there.
pub static NAME_NOT_FOR_WINDOWS: Rule = Rule {
    code: "name-not-for-windows",
    family: Family::Address,
    severity: Severity::Warning,
    explanation: "A file or folder has a name that Windows cannot keep, so that nobody who works on Windows can fetch \
                  the site from version control, or open a copy of it. Windows keeps no file called `con`, `prn`, \
                  `aux`, `nul`, `com1` or `lpt1`, whatever its ending; no name with one of the signs `< > : \" | ? *`, \
                  or with a dot or space at its end; and no path longer than 260 signs with the folder that the site \
                  lies in. Rename the file, or its record.",
    wrong: "content/topics/aux.md",
    right: "content/topics/auxiliary-services.md",
};

/// Names of devices, which files cannot have, with any ending (Windows API, Naming Files, Paths, and Namespaces). `COM` and
/// `LPT` are followed by a digit, which may be raised.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Signs that no name can have.
const SIGNS: [char; 7] = ['<', '>', ':', '"', '|', '?', '*'];

/// Longest path within a site: of the 260 units of UTF-16 that a whole path may have, this leaves 80 for the folder that the
/// site lies in.
const LONGEST_PATH_UNITS: usize = 180;

/// The files of the site, and the records that become files, whose names Windows cannot keep.
pub fn unkept(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let texts = sources.content.iter().map(|id| (Place::Span(Span::new(*id, 0..0)), sources.get(*id).path.as_str()));
    let of_theme = sources.templates.keys().chain(sources.messages.keys()).chain(sources.theme_files.keys());
    let others = sources.assets.keys().chain(of_theme).map(|path| (Place::file(path.clone()), path.as_str()));
    let files = texts.chain(others).filter_map(|(place, path)| Some((place, fault(path)?)));
    // A record of a list has no file of its own before it is published.
    let listed = graph.records().filter_map(|(_, record)| {
        let fault = name_fault(&format!("{}.html", record.id.slug.rsplit('/').next()?))?;
        let is_told = fault_of_a_part(&sources.get(record.source).path).is_some();
        (!is_told && !record.is_plain).then_some((Place::Span(record.span), fault))
    });
    let told = |(place, (message, help)): (Place, (String, String))| {
        Diagnostic::new(&NAME_NOT_FOR_WINDOWS, place, message).help(help)
    };
    files.chain(listed).map(told).collect()
}

/// What is wrong with a path of the site, and what to do about it.
fn fault(path: &str) -> Option<(String, String)> {
    fault_of_a_part(path).or_else(|| {
        let length = path.encode_utf16().count();
        (length > LONGEST_PATH_UNITS).then(|| {
            let message =
                format!("This path has {length} signs; with the folder of the site it is too long for Windows.");
            (message, format!("Shorten the names of the file and its folders to {LONGEST_PATH_UNITS} together."))
        })
    })
}

fn fault_of_a_part(path: &str) -> Option<(String, String)> {
    path.split('/').find_map(name_fault)
}

/// What is wrong with the name of a file or folder.
fn name_fault(name: &str) -> Option<(String, String)> {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if is_device(stem) {
        let message =
            format!("Windows cannot keep a file or folder called `{name}`, because `{stem}` is a device there.");
        return Some((
            message,
            format!("Choose another name, such as `{}`.", name.replacen(stem, &format!("{stem}-1"), 1)),
        ));
    }
    if let Some(sign) = name.chars().find(|sign| SIGNS.contains(sign)) {
        let message = format!("Windows cannot keep the name `{name}`, because it holds `{sign}`.");
        return Some((message, "Use letters, digits and hyphens.".to_owned()));
    }
    name.ends_with(['.', ' ']).then(|| {
        let message = format!("Windows cannot keep the name `{name}`, because it ends in a dot or a space.");
        (message, format!("Call it `{}`.", name.trim_end_matches(['.', ' '])))
    })
}

fn is_device(stem: &str) -> bool {
    let lower = stem.to_lowercase();
    let is_numbered = |device: &&str| {
        let mut rest = lower.strip_prefix(*device).unwrap_or_default().chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&lower.as_str()) || NUMBERED_DEVICES.iter().any(is_numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_whatever_their_ending_and_capitals() {
        for name in ["con.md", "AUX", "Nul.txt", "com1", "COM9.tar.gz", "lpt\u{b2}.md", "prn .md", "conin$", "nul."] {
            assert!(name_fault(name).is_some_and(|(told, _)| told.contains("device")), "{name}");
        }
        for name in ["contact.md", "auxiliary", "com", "com10.md", "lpt.txt", "x.con", "a-aux.md", ".con", "comé"] {
            assert_eq!(name_fault(name), None, "{name}");
        }
        let (_, help) = name_fault("con.md").unwrap();
        assert!(help.contains("`con-1.md`"), "{help}");
    }

    #[test]
    fn signs_ends_and_lengths_are_told() {
        for name in ["a<b", "a>b", "a:b.md", "\"a\"", "a|b", "what?.md", "*.md", "a.", "a ", "a.md."] {
            assert!(fault(&format!("content/{name}/b.md")).is_some(), "{name}");
        }
        for name in ["a b.md", "a.b.md", "é’s–plan.md", "a'b&c#d%e.md", " a.md"] {
            assert_eq!(fault(&format!("content/{name}")), None, "{name}");
        }
        let long = |folders: usize| "folder-9/".repeat(folders) + "a";
        assert_eq!((fault(&long(19)).is_some(), fault(&long(20)).is_some()), (false, true));
        // Accents count as signs, not as bytes.
        assert_eq!(fault(&"é".repeat(LONGEST_PATH_UNITS)), None);
        assert!(fault(&"é".repeat(LONGEST_PATH_UNITS + 1)).is_some());
    }
}
