//! The search that the settings ask for, and whether there is one.
//!
//! Must not know how an index is made.

use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity};
use crate::graph::furniture::{Furnishing, Furniture};
use crate::model::settings::{SearchMode, Settings};
use crate::sources::{Sources, Span};

/// A search that is asked for and is not there.
pub static NO_SEARCH: Rule = Rule {
    code: "no-search",
    family: Family::Settings,
    severity: Severity::Warning,
    explanation: "The settings ask for the search, or put its page into the navigation, but the site has none: `search: off` \
                  says so, or this program was built without it. The site is made all the same, and its A to Z stands in \
                  for the search. Take out either the one line or the other, or use a program that has the search.",
    wrong: "search: off\nnavigation:\n  - page: search",
    right: "search: off\nnavigation:\n  - page: a-to-z",
};

/// What the settings ask of a search that is not there; `is_built_in` says whether this program can make one.
pub fn missing(settings: &Settings, is_built_in: bool) -> Vec<Diagnostic> {
    let asked = settings.search.filter(|mode| mode.value == SearchMode::Pagefind && !is_built_in);
    let asked = asked.map(|mode| {
        finding(mode.span, "This program was built without the search, so the site has no search page.")
            .help("Take the line out, or use a program that was built with its feature `search`.")
    });
    let is_there = is_built_in && settings.search.is_none_or(|mode| mode.value == SearchMode::Pagefind);
    let entries = settings.navigation.iter().filter_map(|entry| entry.value.page.as_ref());
    let entries = entries.filter(|page| !is_there && is_search(&page.value)).map(|page| {
        finding(page.span, "The site has no search page, so the navigation leaves it out.").help(if is_built_in {
            "Write `page: a-to-z`, or take out `search: off`."
        } else {
            "Write `page: a-to-z`."
        })
    });
    asked.into_iter().chain(entries).collect()
}

/// An index that could not be made, for a reason in its maker's words.
pub fn not_made(settings: &Settings, sources: &Sources, reason: &str) -> Diagnostic {
    let file = || sources.settings.map_or(Place::file("folkmoot.yaml"), |id| Place::Span(Span::new(id, 0..0)));
    let place = settings.search.map_or_else(file, |mode| Place::Span(mode.span));
    let message = format!("The index of the search page could not be made: {}.", reason.trim_end_matches('.'));
    Diagnostic::new(&NO_SEARCH, place, message).help("Write `search: off` until this is mended.")
}

/// Whether a name in the navigation is that of the search page.
pub(super) fn is_search(name: &str) -> bool {
    Furniture::from_name(name) == Some(Furniture::Furnishing(Furnishing::Search))
}

fn finding(span: Span, message: &str) -> Diagnostic {
    Diagnostic::new(&NO_SEARCH, span, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::settings::parse;
    use crate::sources::Source;

    /// The words at fault in these settings, each with the sentence on them.
    fn told(text: &str, is_built_in: bool) -> Vec<(String, String)> {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("folkmoot.yaml", text));
        let settings = parse(sources.get(id), id).value.settings.unwrap_or_else(|| panic!("no settings in {text}"));
        let found = missing(&settings, is_built_in).into_iter();
        found
            .map(|found| {
                let Place::Span(span) = found.place else { panic!("{:?}", found.place) };
                (sources.slice(span).to_owned(), found.message)
            })
            .collect()
    }

    #[test]
    fn a_search_that_the_program_cannot_make_is_told_where_it_is_asked_for() {
        let asked = "title: X\nsearch: pagefind\n";
        assert_eq!(told(asked, true), []);
        let sentence = "This program was built without the search, so the site has no search page.".to_owned();
        assert_eq!(told(asked, false), [("pagefind".to_owned(), sentence)]);
        assert_eq!(told("title: X\n", false), [], "nobody asked for it");
        assert_eq!(told("title: X\nsearch: off\n", false), []);
    }

    #[test]
    fn a_navigation_that_leads_to_no_search_is_told() {
        let entry = "title: X\nnavigation:\n  - page: search\n";
        let sentence = "The site has no search page, so the navigation leaves it out.".to_owned();
        assert_eq!(told(entry, true), []);
        assert_eq!(told(entry, false), [("search".to_owned(), sentence.clone())]);
        assert_eq!(told(&format!("{entry}search: off\n"), true), [("search".to_owned(), sentence)]);
    }
}
