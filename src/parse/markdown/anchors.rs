//! The ids of a body: made from the text of headings, taken as written, and unique.
//!
//! Must not know headings or HTML, only who asks for which id.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::sources::Span;

/// An anchor that is given twice, or that belongs to the page itself.
pub static DUPLICATE_ANCHOR: Rule = Rule {
    code: "duplicate-anchor",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "Two places of one page have the same anchor, or one has an anchor that belongs to the page itself. \
                  An anchor is the name of a place: a link to `page.md#funding` leads to the heading marked \
                  `{#funding}`. With two such places the link would be a matter of chance; and some names, such as \
                  `p12` for the twelfth numbered paragraph, are given by the page. The second place gets another name \
                  meanwhile, so that links to it by this one do not arrive. Choose a name of its own for each.",
    wrong: "## Money {#funding}\n\n## Grants {#funding}",
    right: "## Money {#funding}\n\n## Grants {#grants}",
};

/// The ids that are taken.
pub(super) struct Anchors {
    taken: HashMap<String, Span>,
    /// The number to try next for an id that was asked for again, so that a thousand equal headings take linear time.
    next: HashMap<String, u32>,
    reserved: HashSet<String>,
}

impl Anchors {
    /// No id but those of the page is taken.
    pub(super) fn new(reserved: &[&str]) -> Self {
        let reserved = reserved.iter().map(|id| (*id).to_owned()).collect();
        Self { taken: HashMap::new(), next: HashMap::new(), reserved }
    }

    /// Takes `id` as written, or says why it cannot be taken.
    pub(super) fn claim(&mut self, id: &str, span: Span) -> Option<Diagnostic> {
        if self.is_reserved(id) {
            let message = format!("The anchor `{id}` belongs to the page itself.");
            return Some(Diagnostic::new(&DUPLICATE_ANCHOR, span, message).help("Give this place another name."));
        }
        if let Some(first) = self.taken.get(id) {
            let message = format!("The anchor `{id}` is given twice.");
            let diagnostic = Diagnostic::new(&DUPLICATE_ANCHOR, span, message)
                .help("Give this place a name of its own.")
                .related(*first, "It was first given here.");
            return Some(diagnostic);
        }
        self.taken.insert(id.to_owned(), span);
        None
    }

    /// Takes `wish`, or the first free of `wish-2`, `wish-3` and so on.
    pub(super) fn unique(&mut self, wish: &str, span: Span) -> String {
        let apart =
            if is_of_footnotes(wish) || is_of_paragraphs(wish) { format!("section-{wish}") } else { wish.to_owned() };
        let wish = apart.as_str();
        if !self.is_reserved(wish) && !self.taken.contains_key(wish) {
            self.taken.insert(wish.to_owned(), span);
            return wish.to_owned();
        }
        let mut number = self.next.get(wish).copied().unwrap_or(2);
        let mut id = format!("{wish}-{number}");
        while self.is_reserved(&id) || self.taken.contains_key(&id) {
            number += 1;
            id = format!("{wish}-{number}");
        }
        self.next.insert(wish.to_owned(), number + 1);
        self.taken.insert(id.clone(), span);
        id
    }

    /// Whether an id is the page's own: one of the theme, a numbered paragraph's or a footnote's.
    fn is_reserved(&self, id: &str) -> bool {
        self.reserved.contains(id) || is_of_paragraphs(id) || is_of_footnotes(id)
    }
}

/// Whether an id is one that a numbered paragraph can have: `p12`, or `p12-2` where the number comes again.
fn is_of_paragraphs(id: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    id.strip_prefix('p').is_some_and(|rest| rest.split('-').all(is_number))
}

/// Whether an id is one that the list of footnotes uses: `fn-1`, `fnref-1-2`.
fn is_of_footnotes(id: &str) -> bool {
    let is_numbers = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    id == "footnotes-heading" || ["fn-", "fnref-"].iter().any(|start| id.strip_prefix(start).is_some_and(is_numbers))
}

/// An id from a text: lower case, letters and digits of any script, each run of other characters one hyphen.
pub fn slug(text: &str) -> String {
    if text.is_ascii() {
        return slug_of(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    slug_of(text.nfc().flat_map(char::to_lowercase), text.len()).nfc().collect()
}

fn slug_of(lower: impl Iterator<Item = char>, length_bytes: usize) -> String {
    let mut slug = String::with_capacity(length_bytes);
    for c in lower {
        if c.is_alphanumeric() || (is_combining_mark(c) && !slug.is_empty()) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// The id that forges give a heading of this text, as links written for them name it: lower case, spaces become hyphens,
/// what is neither letter, digit, `_` nor `-` falls out. After `github-slugger`, which follows GitHub.
pub fn forge_slug(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return forge_slug_of(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    forge_slug_of(text.nfc().flat_map(char::to_lowercase)).nfc().collect()
}

fn forge_slug_of(lower: impl Iterator<Item = char>) -> String {
    let kept = lower.filter(|c| c.is_alphanumeric() || is_combining_mark(*c) || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// An id as written, fit to be one: NFC, without spaces and controls; nothing where nothing is left.
pub(super) fn written(id: &str) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let id: String = id.nfc().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if id.is_empty() { None } else { Some(id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::SourceId;

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(slug("  What’s new, in 2026? "), "what-s-new-in-2026");
        assert_eq!(slug("Cafe\u{301} & İstanbul"), "café-i\u{307}stanbul");
        assert_eq!(slug("Пожар – 火事"), "пожар-火事");
        assert_eq!(slug("!?"), "section");
    }

    #[test]
    fn forges_keep_hyphens_and_let_other_signs_fall() {
        assert_eq!(forge_slug("foo & bar"), "foo--bar");
        assert_eq!(forge_slug("1.0.0 - 2020-01-01"), "100---2020-01-01");
        assert_eq!(forge_slug("C++ API (stable)"), "c-api-stable");
        assert_eq!(forge_slug("What’s snake_case?"), "whats-snake_case");
        assert_eq!(forge_slug("\u{1f680} Launch"), "-launch");
    }

    #[test]
    fn ids_never_clash_with_the_page_or_each_other() {
        let mut anchors = Anchors::new(&["main"]);
        let span = Span::new(SourceId(0), 0..0);
        assert_eq!(anchors.unique("main", span), "main-2");
        assert_eq!(anchors.unique("p12", span), "section-p12");
        assert_eq!(anchors.unique("fn-1", span), "section-fn-1");
        assert_eq!(anchors.unique("plan", span), "plan");
        assert_eq!(anchors.unique("plan-2", span), "plan-2");
        assert_eq!(anchors.unique("plan", span), "plan-3");
        assert_eq!(anchors.unique("plan", span), "plan-4");
        assert_eq!(anchors.unique("plan-3", span), "plan-3-2");
        assert!(anchors.claim("p3", span).is_some());
        assert!(anchors.claim("plan", span).is_some_and(|diagnostic| diagnostic.related.len() == 1));
    }
}
