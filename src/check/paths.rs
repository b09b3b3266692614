//! No two files of the site may have one path, nor paths that some computers take for the same, nor may one be a folder of
//! another's; and each must have a name that disks can keep.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity};
use crate::output::OutputPath;

/// Two files of the site with one path.
pub static SAME_OUTPUT: Rule = Rule {
    code: "same-output",
    family: Family::Address,
    severity: Severity::Error,
    explanation: "Two pages or files would be published at the same address. Addresses that differ only in upper and \
                  lower case, or in how accents are encoded, count as the same, because many computers take them for \
                  the same; and some addresses belong to pages that every site has, such as the A to Z. Give one of \
                  the two another name, or take out the alias that clashes.",
    wrong: "content/About.md\ncontent/about.md",
    right: "content/about-us.md\ncontent/about.md",
};

/// A name that is too long for a file.
pub static ADDRESS_TOO_LONG: Rule = Rule {
    code: "address-too-long",
    family: Family::Address,
    severity: Severity::Error,
    explanation: "A name is longer than the 255 bytes that disks keep. Each part of an address is the name of a file \
                  or folder, so that such a page cannot be written. Give the page or record a shorter name; its title \
                  can stay as long as it is.",
    wrong: "- id: the-community-safety-partnership-of-the-district-of-… (300 letters)",
    right: "- id: district-partnership",
};

/// Longest name of a file or folder that common systems keep, in bytes.
const LONGEST_NAME_BYTES: usize = 255;

/// How much of a name that is too long is shown, in bytes.
const SHOWN_BYTES: usize = 40;

/// The paths of the site with who claimed each, whatever its case and Unicode form. Nothing stands for the site itself,
/// which has pages and files that no author made.
#[derive(Debug, Default)]
pub struct Claims {
    files: FxHashMap<String, Option<Place>>,
    /// Each folder with the first file in it.
    folders: FxHashMap<String, (String, Option<Place>)>,
}

impl Claims {
    /// Claims `path` for what stands at `place`; for the site itself where there is none.
    ///
    /// # Errors
    /// The finding where something else has claimed it, a path that only looks another, or a folder of its name; or where
    /// its name is too long.
    pub fn claim(&mut self, path: &str, place: Option<Place>) -> Result<(), Box<Diagnostic>> {
        let here = || place.clone().unwrap_or_else(|| Place::file(path));
        if let Some(name) = path.split('/').find(|name| name.len() > LONGEST_NAME_BYTES) {
            let beginning = &name[..name.floor_char_boundary(SHOWN_BYTES)];
            let message = format!("The name `{beginning}…` is longer than a file's name may be.");
            let help =
                format!("Choose a shorter one: at most {LONGEST_NAME_BYTES} letters of English, with the ending.");
            return Err(Box::new(Diagnostic::new(&ADDRESS_TOO_LONG, here(), message).help(help)));
        }
        // ASCII is in form NFC already.
        let key =
            if path.is_ascii() { path.to_ascii_lowercase() } else { path.nfc().collect::<String>().to_lowercase() };
        if let Some(first) = self.files.get(&key) {
            return Err(Box::new(taken(path, here(), first.clone())));
        }
        if let Some((within, first)) = self.folders.get(&key) {
            return Err(Box::new(file_and_folder(path, within, here(), first.clone())));
        }
        for (end, _) in key.match_indices('/') {
            if let Some(first) = self.files.get(&key[..end]) {
                return Err(Box::new(file_and_folder(&key[..end], path, here(), first.clone())));
            }
        }
        for (end, _) in key.match_indices('/') {
            if !self.folders.contains_key(&key[..end]) {
                self.folders.insert(key[..end].to_owned(), (path.to_owned(), place.clone()));
            }
        }
        self.files.insert(key, place);
        Ok(())
    }
}

fn taken(path: &str, here: Place, first: Option<Place>) -> Diagnostic {
    let Some(first) = first else {
        let message = format!("Every site has a page or file `{path}` of its own.");
        return Diagnostic::new(&SAME_OUTPUT, here, message).help("Give yours another name.");
    };
    let message = format!("Another page or file is already published as `{path}`.");
    Diagnostic::new(&SAME_OUTPUT, here, message)
        .help("Give one of the two another name: the `id` of its entry, or else its file; or take out the alias. Upper and lower case make no difference.")
        .related(first, "It comes from here.")
}

fn file_and_folder(file: &str, within: &str, here: Place, first: Option<Place>) -> Diagnostic {
    let message = format!("`{file}` would be both a file and, for `{within}`, a folder.");
    let finding = Diagnostic::new(&SAME_OUTPUT, here, message).help("Give one of the two another name.");
    match first {
        Some(first) => finding.related(first, "The other comes from here."),
        None => finding,
    }
}

/// The finding for a page whose address can be no path of the site.
pub fn impossible(address: &str, place: Place) -> Diagnostic {
    let message = format!("`{address}` cannot be the address of a page.");
    let slashed = address.replace('\\', "/");
    let is_meant = slashed != address && !slashed.contains(':') && OutputPath::new(slashed.clone()).is_some();
    let help = if is_meant {
        format!("Write `{slashed}`.")
    } else {
        "Use a path below the site, without `..`, without backslashes and without empty parts.".to_owned()
    };
    Diagnostic::new(&SAME_OUTPUT, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(claims: &mut Claims, path: &str, place: &str) -> Option<String> {
        claims.claim(path, Some(Place::file(place))).err().map(|finding| finding.message)
    }

    #[test]
    fn case_and_unicode_form_make_no_difference() {
        let mut claims = Claims::default();
        assert_eq!(claim(&mut claims, "caf\u{e9}.html", "a"), None);
        assert_eq!(claim(&mut claims, "cafe.html", "b"), None);
        assert!(claim(&mut claims, "CAFE\u{301}.html", "c").is_some());
    }

    #[test]
    fn nothing_is_both_a_file_and_a_folder() {
        let mut claims = Claims::default();
        assert_eq!(claim(&mut claims, "a/b/c.html", "a"), None);
        assert!(claim(&mut claims, "A", "b").is_some_and(|told| told.contains("both a file and")));
        assert!(claim(&mut claims, "a/b/c.html/d.png", "c").is_some_and(|told| told.contains("both a file and")));
        assert_eq!(claim(&mut claims, "a/b/d", "d"), None);
    }

    #[test]
    fn a_name_has_its_limit_and_a_path_has_none() {
        let mut claims = Claims::default();
        assert_eq!(claim(&mut claims, &"x".repeat(255), "a"), None);
        assert!(claim(&mut claims, &"y".repeat(256), "b").is_some());
        assert_eq!(claim(&mut claims, &"yy/".repeat(500), "c"), None);
    }

    #[test]
    fn what_the_site_makes_itself_comes_first() {
        let mut claims = Claims::default();
        assert!(claims.claim("404.html", None).is_ok());
        assert!(claim(&mut claims, "404.html", "content/404.md").is_some_and(|told| told.starts_with("Every site")));
    }
}
