//! No two files of the site may have one path, nor paths that some computers take for the same.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// Two files of the site with one path.
pub static SAME_OUTPUT: Rule = Rule {
    code: "same-output",
    severity: Severity::Error,
    explanation: "Two pages or files would be published at the same address, or at addresses that differ only in upper and \
                  lower case or in how accents are encoded, which many computers take for the same.",
    wrong: "content/About.md\ncontent/about.md",
    right: "content/about-us.md\ncontent/about.md",
};

/// The paths of the site with who claimed each, whatever its case and Unicode form.
#[derive(Debug, Default)]
pub struct Claims {
    places: BTreeMap<String, Place>,
}

impl Claims {
    /// Claims `path` for what stands at `place`.
    ///
    /// # Errors
    /// The finding where something else has claimed it, or a path that only looks another.
    pub fn claim(&mut self, path: &str, place: Place) -> Result<(), Box<Diagnostic>> {
        let key = path.nfc().collect::<String>().to_lowercase();
        if let Some(first) = self.places.get(&key) {
            let message = format!("Another page or file is already published as `{path}`.");
            let finding = Diagnostic::new(&SAME_OUTPUT, place, message)
                .help("Give one of the two another name; upper and lower case make no difference.")
                .related(first.clone(), "It comes from here.");
            return Err(Box::new(finding));
        }
        self.places.insert(key, place);
        Ok(())
    }
}

/// The finding for a page whose address can be no path of the site.
pub fn impossible(address: &str, place: Place) -> Diagnostic {
    let message = format!("`{address}` cannot be the address of a page.");
    let help = "Use a path below the site, without `..` and without empty parts.";
    Diagnostic::new(&SAME_OUTPUT, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_unicode_form_make_no_difference() {
        let mut claims = Claims::default();
        assert!(claims.claim("caf\u{e9}.html", Place::file("a")).is_ok());
        assert!(claims.claim("cafe.html", Place::file("b")).is_ok());
        assert!(claims.claim("CAFE\u{301}.html", Place::file("c")).is_err());
    }
}
