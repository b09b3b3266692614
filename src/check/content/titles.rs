//! Titles of pages: short, and the word that matters first.
//!
//! Titles of Acts, organisations, boards, events and other bodies' plans are names, and stay as they are. Must not know
//! how pages show titles.

use super::capitals::{HEADING_IN_CAPITALS, as_sentence, is_in_capitals};
use super::text::{Page, plain_words};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, RecordIndex};
use crate::model::kind::Kind;
use crate::parse::markdown::prose::RunKind;
use crate::sources::{Sources, Span};

/// A title that is cut off.
pub(super) static LONG_TITLE: Rule = Rule {
    code: "long-title",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Search engines and the tabs of a browser show about 65 characters of a title. Say what the page is about in \
        fewer; details belong in the summary. Titles of Acts, organisations and other bodies' plans are names and stay.",
    wrong: "title: Information on the arrangements for reporting anti-social behaviour in Leicestershire",
    right: "title: Anti-social behaviour: how to report it",
};

/// A title that begins with words that say nothing.
pub(super) static TITLE_NOT_FRONT_LOADED: Rule = Rule {
    code: "title-not-front-loaded",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "People look at the first words of a title and at little more. Begin with what the page is about, not with words \
        such as “Information about” or “An introduction to”, nor with the name of the site. Titles of Acts, organisations and \
        other bodies' plans are names and stay.",
    wrong: "title: Information about knife crime",
    right: "title: Knife crime",
};

/// The most characters that search engines show.
const MOST_CHARACTERS: usize = 65;

/// Beginnings that say nothing, in lower case.
const EMPTY_BEGINNINGS: [&str; 16] = [
    "a guide to",
    "all about",
    "an introduction to",
    "an overview of",
    "details about",
    "details of",
    "information about",
    "information for",
    "information on",
    "information regarding",
    "introduction to",
    "overview of",
    "page about",
    "some information about",
    "this page is about",
    "welcome to",
];

/// Kinds whose titles are the words of an editor and no names.
const TITLED: [Kind; 5] = [Kind::Page, Kind::Document, Kind::Priority, Kind::Topic, Kind::Consultation];

pub(super) fn find(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (index, record) in graph.records().filter(|(_, record)| TITLED.contains(&record.id.kind)) {
        let given = record.shared.title.as_ref().map(|title| title.span);
        in_title(graph, sources, (index, None), &record.title, given, &mut all);
        for (place, section) in record.sections.iter().enumerate() {
            let given = Some(section.span).filter(|span| span.end > span.start);
            in_title(graph, sources, (index, Some(place)), &section.title, given, &mut all);
        }
    }
    all
}

fn in_title(
    graph: &Graph,
    sources: &Sources,
    (index, section): (RecordIndex, Option<usize>),
    title: &str,
    given: Option<Span>,
    all: &mut Vec<Diagnostic>,
) {
    let title = title.trim();
    let place = || given.or_else(|| heading(graph, sources, (index, section), title));
    let length = title.chars().count();
    if length > MOST_CHARACTERS
        && let Some(place) = place()
    {
        let message = format!("This title has {length} characters, and search engines show {MOST_CHARACTERS}.");
        let help = "Say in fewer words what the page is about.";
        all.push(Diagnostic::new(&LONG_TITLE, place, message).help(help));
    }
    // Of the page that everything begins with, the name of the site may be the title.
    let is_first_page = graph.record(index).address.as_str() == "index";
    if let Some((beginning, rest)) = without_beginning(graph, title).filter(|_| !is_first_page)
        && let Some(place) = place()
    {
        let message = format!("This title begins with “{beginning}”, not with what the page is about.");
        let finding = Diagnostic::new(&TITLE_NOT_FRONT_LOADED, place, message);
        all.push(finding.help(format!("Write `{rest}`.")).instead(Some(rest)));
    }
    if let Some(place) = given.filter(|_| is_in_capitals(title, graph)) {
        let help = format!("Write “{}”, with capitals for names.", as_sentence(title, graph));
        all.push(Diagnostic::new(&HEADING_IN_CAPITALS, place, "This title is written in capitals.").help(help));
    }
}

/// What a title begins with that says nothing, and the title without it.
fn without_beginning<'a>(graph: &'a Graph, title: &'a str) -> Option<(&'a str, String)> {
    let settings = &graph.settings;
    let names = [Some(&settings.title.value), settings.organisation.as_ref()];
    for name in names.into_iter().flatten().filter(|name| !name.trim().is_empty()) {
        let rest = title.strip_prefix(name.as_str()).map(str::trim_start);
        let rest = rest.and_then(|rest| rest.strip_prefix([':', '–', '—', '|', '-', '•']));
        if let Some(rest) = rest.map(str::trim).filter(|rest| !rest.is_empty()) {
            return Some((name, capital(rest)));
        }
    }
    let is_begun = |beginning: &&&str| {
        let length = beginning.len();
        title.get(..length).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
            && title[length..].starts_with(' ')
            && !title[length..].trim().is_empty()
    };
    if let Some(beginning) = EMPTY_BEGINNINGS.iter().find(is_begun) {
        return Some((&title[..beginning.len()], capital(title[beginning.len()..].trim())));
    }
    // “The Rural Crime Network” is a name, and of “The board” nothing else can be made; “The five shared priorities” can
    // begin with its number.
    let rest = title.strip_prefix("The ")?;
    let is_name = rest.split(' ').any(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()));
    (!is_name && rest.contains(' ')).then(|| ("The", capital(rest)))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The heading that serves as the title.
fn heading(graph: &Graph, sources: &Sources, place: (RecordIndex, Option<usize>), title: &str) -> Option<Span> {
    let page = Page::read(graph, sources, place);
    let wanted = plain_words(title);
    let headings = page.prose.runs.iter().filter(|run| run.kind == RunKind::Heading);
    let mut same = headings.filter(|run| plain_words(run.words.text()) == wanted);
    same.next().map(|run| run.words.whole())
}
