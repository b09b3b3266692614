//! The names under which a forge would show the headings of a page, for links that were written for one.
//!
//! Must not know which links there are.

use std::collections::HashMap;

use crate::parse::markdown::forge_slug;

/// The names of a page's headings, and the anchor that each stands for here; empty for the top of the page.
#[derive(Debug, Default)]
pub(super) struct ForgeNames {
    anchors: HashMap<String, String>,
    /// How often each name was asked for.
    counts: HashMap<String, usize>,
}

impl ForgeNames {
    /// Names the headings in the order in which they stand: each by its text, one whose name is taken with a number.
    /// `title` is the heading that became the title of the page, where one did.
    pub(super) fn new<'a>(title: Option<&'a str>, headings: &[(&'a str, &'a str)]) -> Self {
        let mut names = Self::default();
        let all = || title.map(|title| (title, "")).into_iter().chain(headings.iter().copied());
        for (text, anchor) in all() {
            names.add(&forge_slug(text), anchor);
        }
        // A forge leaves two hyphens as they are, of which we made a dash.
        let undashed = |text: &str| forge_slug(&text.replace('–', "--").replace('—', "---"));
        for (text, anchor) in all().filter(|(text, _)| text.contains(['–', '—'])) {
            names.anchors.entry(undashed(text)).or_insert_with(|| anchor.to_owned());
        }
        names
    }

    fn add(&mut self, name: &str, anchor: &str) {
        let count = self.counts.entry(name.to_owned()).or_default();
        let mut own = if *count == 0 { name.to_owned() } else { format!("{name}-{count}") };
        while self.anchors.contains_key(&own) {
            *count += 1;
            own = format!("{name}-{count}");
        }
        *count += 1;
        self.anchors.insert(own, anchor.to_owned());
    }

    /// The anchor that `fragment` means on a forge, where upper and lower case and `user-content-` make no difference.
    pub(super) fn find(&self, fragment: &str) -> Option<&str> {
        let lower = fragment.to_lowercase();
        let name = lower.strip_prefix("user-content-").unwrap_or(&lower);
        self.anchors.get(name).map(String::as_str)
    }

    /// The id that `fragment` means where it is written and not made from a heading; nothing where that is `fragment` itself.
    pub(super) fn written(fragment: &str) -> Option<&str> {
        fragment.strip_prefix("user-content-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_named_as_forges_do() {
        let headings =
            [("Foo & bar", "foo-bar"), ("Foo & bar", "foo-bar-2"), ("1.0.0", "1-0-0"), ("a – b", "a-b"), ("It", "it")];
        let names = ForgeNames::new(Some("It"), &headings);
        assert_eq!(names.find("foo--bar"), Some("foo-bar"));
        assert_eq!(names.find("Foo--bar-1"), Some("foo-bar-2"));
        assert_eq!(names.find("user-content-100"), Some("1-0-0"));
        assert_eq!(names.find("a--b").or(names.find("a----b")), Some("a-b"));
        assert_eq!(names.find("a----b"), Some("a-b"));
        assert_eq!((names.find("it"), names.find("it-1")), (Some(""), Some("it")));
        assert_eq!(names.find("foo-bar"), None);
    }
}
