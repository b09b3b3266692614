//! The one language whose word endings a whole index is read by, so that one search finds pages in all of them.
//!
//! Pagefind would make an index of its own for each language, of which a search page reads one alone. Words that are in
//! another language are found too: what was read by one rule is searched by the same.
//!
//! Must not know pages.

use std::collections::BTreeMap;

/// What Pagefind calls a language whose word endings it does not know.
const UNKNOWN: &str = "unknown";

/// Languages whose word endings Pagefind 1.6 knows. Welsh is not among them.
const KNOWN: [&str; 33] = [
    "ar", "ca", "da", "de", "el", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id", "it", "lt",
    "nb", "ne", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi",
];

/// The language to read an index by: of those that Pagefind knows, the one that most pages are in.
pub(super) fn of<'a>(pages: impl Iterator<Item = &'a str>) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for language in pages.filter(|language| KNOWN.contains(language)) {
        *counts.entry(language).or_default() += 1;
    }
    let most = counts.into_iter().max_by(|(one, few), (other, many)| few.cmp(many).then(other.cmp(one)));
    most.map_or(UNKNOWN, |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_most_pages_is_taken_where_its_endings_are_known() {
        for (pages, expected) in [
            (&["en", "cy", "cy"][..], "en"),
            (&["en", "fr", "fr"], "fr"),
            (&["fr", "en"], "en"),
            (&["cy"], UNKNOWN),
            (&["zh", "ja"], UNKNOWN),
            (&[], UNKNOWN),
        ] {
            assert_eq!(of(pages.iter().copied()), expected, "{pages:?}");
        }
    }
}
