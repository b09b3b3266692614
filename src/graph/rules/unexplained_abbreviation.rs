//! Abbreviations are explained: by a term, by the short name of a record, or on the page.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::initials::{GAP, abbreviations, in_capitals, is_explained, may_hold_any};
use super::runs::runs;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Record, Text, short_name};
use crate::model::kind::Kind;
use crate::parse::markdown::locate;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::{HtmlPiece, Inline};
use crate::sources::{Sources, Span};

/// Initials that nobody explains.
pub(super) static UNEXPLAINED_ABBREVIATION: Rule = Rule {
    code: "unexplained-abbreviation",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "An abbreviation stands in running text and nothing says what it means: no record in `terms/` has it as its \
                  `abbreviation`, no record as its `short_name`, and its page does not write it out. It is told once, where it \
                  first stands. What everybody knows, such as NHS or PDF, needs no explanation (WCAG 2.2, 3.1.4).",
    wrong: "The MAPPA meets every month.",
    right: "The multi-agency public protection arrangements (MAPPA) meet every month.",
};

/// How many abbreviations of a page are looked at. Whoever uses more has written a list of codes, and each takes reading the
/// page to see whether it is explained there.
const MOST_ON_A_PAGE: usize = 50;

/// Where an abbreviation stands without explanation.
struct Unexplained {
    first: Span,
    places: usize,
    pages: HashSet<String>,
}

pub(super) fn check(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let known = known(graph);
    let mut found: BTreeMap<String, Unexplained> = BTreeMap::new();
    for (_, record) in graph.records().filter(|(_, record)| has_fields(record)) {
        in_record(record, &known, sources, &mut found);
    }
    let finding = |(word, unexplained): (String, Unexplained)| {
        let Unexplained { first, places, pages } = unexplained;
        let where_else = match (places, pages.len()) {
            (1, _) => "stands here".to_owned(),
            (places, 1) => format!("stands {places} times on this page"),
            (places, pages) => format!("stands {places} times on {pages} pages"),
        };
        let message = format!("“{word}” {where_else}, but nothing says what it means.");
        let help = format!(
            "Write it out before it, such as `Its Full Name ({word})`, or add a record to `content/terms/` with \
             `abbreviation: {word}` and its full name as the `title`."
        );
        Diagnostic::new(&UNEXPLAINED_ABBREVIATION, first, message).help(help)
    };
    found.into_iter().map(finding).collect()
}

/// Plain Markdown of any origin, the notes of a program say, keeps its own customs.
fn has_fields(record: &Record) -> bool {
    record.id.kind != Kind::Page || record.shared.title.is_some()
}

/// The abbreviations that the site explains somewhere: terms, short names, and the names of what has a page of its own.
fn known(graph: &Graph) -> HashSet<String> {
    let mut known = HashSet::new();
    for (_, record) in graph.records() {
        let is_name = !matches!(record.id.kind, Kind::Page | Kind::Document | Kind::Event | Kind::Consultation);
        let title = Some(record.title.as_str()).filter(|_| is_name);
        let in_brackets = std::iter::once(record.title.as_str())
            .chain(record.sections.iter().map(|section| section.title.as_str()))
            .filter_map(|title| title.rsplit_once('(').map(|(_, rest)| rest));
        let texts = title.into_iter().chain(short_name(&record.data)).chain(in_brackets);
        for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '&')) {
            known.extend(in_capitals(word).map(str::to_owned));
            known.extend(Some(word).filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    known
}

fn in_record(record: &Record, known: &HashSet<String>, sources: &Sources, found: &mut BTreeMap<String, Unexplained>) {
    let texts: Vec<&Text> = record.text.iter().chain(record.sections.iter().map(|section| &section.text)).collect();
    // What the record says in all, made where the first abbreviation is looked for.
    let mut page: Option<String> = None;
    let mut explained: HashMap<String, bool> = HashMap::new();
    for text in &texts {
        for run in runs(&text.body) {
            if run.is_defined || !run.within.is_some_and(|within| may_hold_any(sources.slice(within))) {
                continue;
            }
            let said = said(run.inlines);
            for capitals in abbreviations(&said) {
                let is_new = !explained.contains_key(capitals.word);
                if known.contains(capitals.word) || (is_new && explained.len() == MOST_ON_A_PAGE) {
                    continue;
                }
                let word = capitals.word.to_owned();
                let page = page.get_or_insert_with(|| whole(&record.title, &texts));
                let is_explained = *explained
                    .entry(word.clone())
                    .or_insert_with(|| is_explained(page, &word) || is_defined(&texts, &word));
                let Some(within) = run.within.filter(|_| !is_explained) else { continue };
                let entry = found.entry(word).or_insert_with_key(|word| Unexplained {
                    first: place(sources, within, word),
                    places: 0,
                    pages: HashSet::new(),
                });
                entry.places += 1;
                entry.pages.insert(sources.get(within.source).path.clone());
            }
        }
    }
}

/// Whether a definition list of the page has the word as its term.
fn is_defined(texts: &[&Text], word: &str) -> bool {
    let defined = texts.iter().flat_map(|text| runs(&text.body)).filter(|run| run.is_defined);
    defined.map(|run| said(run.inlines)).any(|term| term.split(|c: char| !c.is_alphanumeric()).any(|part| part == word))
}

/// The bytes of the word within its paragraph.
fn place(sources: &Sources, within: Span, word: &str) -> Span {
    let found = locate::word(sources.slice(within), word);
    let start = within.start as usize;
    found.map_or(within, |found| Span::new(within.source, start + found.start..start + found.end))
}

/// All that a record says, headings and links included.
fn whole(title: &str, texts: &[&Text]) -> String {
    let mut whole = format!("{title}\n");
    for text in texts {
        for run in runs(&text.body) {
            whole.push_str(&plain_text(run.inlines, &text.body.links));
            whole.push('\n');
        }
    }
    whole
}

/// The running text of a run, with gaps for code, for links, which lead to an explanation, and for raw HTML.
fn said(inlines: &[Inline]) -> String {
    let mut text = String::new();
    let mut in_abbreviation = false;
    push(inlines, &mut text, &mut in_abbreviation);
    text
}

fn push(inlines: &[Inline], text: &mut String, in_abbreviation: &mut bool) {
    for inline in inlines {
        match inline {
            Inline::Text(said) if !*in_abbreviation => text.push_str(said),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push(inner, text, in_abbreviation);
            }
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::Html(pieces) => {
                for piece in pieces {
                    if let HtmlPiece::Markup(markup) = piece {
                        *in_abbreviation = markup.contains("<abbr") && !markup.contains("</abbr");
                    }
                }
                text.push(GAP);
            }
            _ => text.push(GAP),
        }
    }
}
