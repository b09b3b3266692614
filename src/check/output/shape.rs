//! How a page is built: one title, one heading, a language, ids that name one part each, and nothing that a strict
//! Content-Security-Policy forbids.
//!
//! Must not know the sources.

use rustc_hash::FxHashMap;

use super::document::Document;
use super::fault::{Fault, Wrong};
use super::files::FileId;
use crate::diagnostic::{Family, Rule, Severity};

/// The same id twice.
pub(super) static PAGE_DUPLICATE_ID: Rule = Rule {
    code: "page-duplicate-id",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Two parts of a page have the same `id`, so that a link, a label or a screen reader can reach the first of \
                  them only.",
    wrong: "<main id=\"content\"> … <div id=\"content\">",
    right: "<main id=\"content\"> … <div id=\"text\">",
};

/// A page that nothing links to.
pub(super) static PAGE_ORPHAN: Rule = Rule {
    code: "page-orphan",
    family: Family::Page,
    severity: Severity::Warning,
    explanation: "No other page links to this one, so that nobody finds it who does not know its address. The built-in theme \
                  lists every page in the site map; a theme that leaves that out has to lead to its pages in another way.",
    wrong: "content/plan.md, to which nothing leads",
    right: "[The plan](plan.md) in content/index.md",
};

/// A `<base>`.
pub(super) static PAGE_BASE: Rule = Rule {
    code: "page-base",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "`<base>` changes where every relative link of the page leads, those to its own parts among them. The links \
                  of a site are written to work without it, wherever the site lies.",
    wrong: "<base href=\"/\">",
    right: "(no `<base>`; write `{{ page.root }}` before the path)",
};

/// A page that changes by itself.
pub(super) static PAGE_REFRESH: Rule = Rule {
    code: "page-refresh",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A page that turns into another after some seconds takes it away from those who read slowly (WCAG 2.2, 2.2.1 and \
                  3.2.5). A redirect waits no time at all.",
    wrong: "<meta http-equiv=\"refresh\" content=\"5; url=new.html\">",
    right: "<meta http-equiv=\"refresh\" content=\"0; url=new.html\">",
};

/// A program or style within a page.
pub(super) static PAGE_INLINE_CODE: Rule = Rule {
    code: "page-inline-code",
    family: Family::Page,
    severity: Severity::Warning,
    explanation: "A program or a style stands in the page itself. A host with a strict Content-Security-Policy, which keeps \
                  foreign programs out, lets neither work. Put it into a file of the theme's `static/` folder.",
    wrong: "<p style=\"color: red\">",
    right: "<p class=\"late\">",
};

/// A page that does not say its language.
pub(super) static PAGE_LANGUAGE: Rule = Rule {
    code: "page-language",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A screen reader takes the language of a page from `lang` of `<html>` (WCAG 2.2, 3.1.1).",
    wrong: "<html>",
    right: "<html lang=\"{{ page.language }}\">",
};

/// A page without a title, or with two.
pub(super) static PAGE_TITLE: Rule = Rule {
    code: "page-title",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Every page has one `<title>` with text in it, which names it in tabs, bookmarks, searches and to screen \
                  readers (WCAG 2.2, 2.4.2).",
    wrong: "<title></title>",
    right: "<title>{{ page.title }} – {{ site.title }}</title>",
};

/// A page without its one main heading.
pub(super) static PAGE_HEADING: Rule = Rule {
    code: "page-heading",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Every page has one heading of the first level, which says what the page is about; those who cannot see the page \
                  go by its headings.",
    wrong: "<p class=\"big\">{{ page.title }}</p>",
    right: "<h1>{{ page.title }}</h1>",
};

/// A picture without `alt`.
pub(super) static PAGE_ALTERNATIVE: Rule = Rule {
    code: "page-alternative",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A picture says in `alt` what it shows, or by an empty `alt` that it is mere decoration. Without it a screen reader \
                  reads out the name of the file (WCAG 2.2, 1.1.1).",
    wrong: "<img src=\"logo.svg\">",
    right: "<img src=\"logo.svg\" alt=\"\">",
};

/// The rule that a fault breaks.
pub(super) fn rule_of(wrong: &Wrong) -> &'static Rule {
    match wrong {
        Wrong::Orphan | Wrong::Address { .. } => &PAGE_ORPHAN,
        Wrong::DuplicateId { .. } => &PAGE_DUPLICATE_ID,
        Wrong::Base => &PAGE_BASE,
        Wrong::Refresh(_) => &PAGE_REFRESH,
        Wrong::Inline(_) => &PAGE_INLINE_CODE,
        Wrong::Language => &PAGE_LANGUAGE,
        Wrong::Title { .. } => &PAGE_TITLE,
        Wrong::Headings { .. } => &PAGE_HEADING,
        Wrong::Alternative => &PAGE_ALTERNATIVE,
    }
}

/// What is wrong with how a file is built. Of a file that the site publishes as it is only that is told which hinders links:
/// it may be a part that others show, or somebody's proof that the site is theirs.
pub(super) fn faults(file: FileId, document: &Document<'_>, is_made: bool) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut tell = |range, wrong| found.push(Fault { rule: rule_of(&wrong), file, range, wrong });
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    for id in document.ids.iter().filter(|id| !id.by_name) {
        if let Some(first) = seen.insert(&id.name, id.at) {
            seen.insert(&id.name, first);
            let end = id.at.saturating_add(u32::try_from(id.name.len()).unwrap_or(u32::MAX));
            tell(id.at..end, Wrong::DuplicateId { name: id.name.to_string(), first });
        }
    }
    if !is_made {
        return found;
    }
    if let Some(base) = document.base.and_then(|base| document.addresses.get(base)) {
        tell(base.range.clone(), Wrong::Base);
    }
    let shape = &document.shape;
    if let Some((range, seconds)) = shape.refresh.as_ref().filter(|(_, seconds)| *seconds > 0) {
        tell(range.clone(), Wrong::Refresh(*seconds));
    }
    for inline in &document.inline {
        tell(inline.range.clone(), Wrong::Inline(inline.kind));
    }
    match &shape.html {
        Some((_, true)) => {}
        Some((range, false)) => tell(range.clone(), Wrong::Language),
        None => tell(0..0, Wrong::Language),
    }
    match &shape.titles[..] {
        [(_, true)] => {}
        [] => tell(0..0, Wrong::Title { count: 0 }),
        [(range, _)] => tell(range.clone(), Wrong::Title { count: 1 }),
        [_, (second, _), ..] => tell(second.clone(), Wrong::Title { count: shape.titles.len() }),
    }
    match &shape.headings[..] {
        [_] => {}
        [] => tell(0..0, Wrong::Headings { count: 0 }),
        [_, second, ..] => tell(second.clone(), Wrong::Headings { count: shape.headings.len() }),
    }
    for range in &document.without_alternative {
        tell(range.clone(), Wrong::Alternative);
    }
    found
}
