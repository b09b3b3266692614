//! Random slips in a small but complete site: whatever comes of them, the library ends with findings that stand somewhere,
//! or with a site.

use std::collections::BTreeMap;

use folkmoot::diagnostic::{Checked, Diagnostic, Place, has_errors};
use folkmoot::pipeline::{self, Built, Depth, Inputs, Watch};
use folkmoot::rules;
use folkmoot::sources::history::History;
use folkmoot::sources::{Source, Sources};
use proptest::prelude::*;

/// A site with a record of every kind and an embed of every view.
const SITE: &[(&str, &str)] = &[
    (
        "folkmoot.yaml",
        "title: A plan\nlanguage: en-GB\nbase_url: https://example.org/plan/\nbrand: {colour: \"#1d70b8\"}\n\
         navigation:\n  - to: document:strategy\n  - page: a-to-z\nchecks: {dead-link: error}\n",
    ),
    (
        "content/index.md",
        "# Welcome\n\n![Plans](view:alignment)\n\n![Dates](view:timeline)\n\n![Who](view:structure)\n\n\
         > A *quote* with `code`, [a link](about/us.md#who-we-are) and <b>HTML</b>[^1].\n\n[^1]: A note.\n\n\
         | A | B |\n|---|--:|\n| é | 2 |\n\n- [x] done\n- one\n  1. two\n",
    ),
    ("content/about/us.md", "---\ntitle: \"About: us\"\naliases: [old/us.html]\n---\n\n## Who we are\n\nText.\n"),
    (
        "content/documents/strategy/index.md",
        "---\ntitle: Strategy\ntype: strategy\nnumbered: true\nowner: council\nperiod: {from: 2019, until: 2022-03}\n---\n",
    ),
    ("content/documents/strategy/01-a.md", "---\nfirst_number: 3\n---\n\n# Part A\n\nOne, see <term:csp>.\n\nTwo.\n"),
    ("content/organisations/all.yaml", "- id: council\n  title: The Council\n- {id: police, title: Police}\n"),
    (
        "content/boards/board.yaml",
        "title: The Board\nseats:\n  - organisation: council\n    role: chair\n  - {organisation: police, role: member}\n",
    ),
    ("content/groups/group.yaml", "title: A group\nreports_to: [board]\nchair: council\n"),
    (
        "content/priorities/knife-crime.md",
        "---\ntitle: Knife crime\ntopics: [violence]\nowner: council\nlinks:\n  - to: plan:county\n    relation: supports\n\
         \x20   note: |\n      Two\n      lines\n---\n\nSee [three](document:strategy#p3).\n",
    ),
    ("content/topics/violence.yaml", "title: Violence\n"),
    (
        "content/plans/county.yaml",
        "title: County plan\ntier: county\nowner: council\nitems:\n  - {id: one, title: One}\n",
    ),
    ("content/legislation/act.yaml", "title: An Act\nyear: 1998\nurl: https://www.legislation.gov.uk/\n"),
    ("content/events/decision.yaml", "title: A decision\ndate: 2019-11-06\ntype: decision\nbody: board\n"),
    (
        "content/consultations/c.yaml",
        "title: Have a say\ndocument: strategy\nopens: 2019-10-01\ncloses: 2019-12-01\nstated_length: 8 weeks\n",
    ),
    ("content/terms/csp.yaml", "title: Community safety partnership\nabbreviation: CSP\n"),
];

/// What slips in where nobody meant it.
const STRAY: &[&str] = &[
    ":",
    ": ",
    "- ",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    "#",
    "*",
    "&a ",
    "*a ",
    "|\n",
    ">",
    "%",
    "@",
    "`",
    "!",
    "\t",
    "\n",
    "\r",
    "\\",
    "---\n",
    "...\n",
    "<",
    "</",
    "<b>",
    "<script>",
    "](",
    "![",
    "<page:",
    "é",
    "e\u{301}",
    "\u{202E}",
    "\u{FFFD}",
    "\u{200B}",
    "🦊",
    "\n\n",
    "  ",
    "../",
    "#p3",
    "9223372036854775807",
    "-",
    "0",
    "~",
    "null",
    "true",
    "javascript:",
    "&amp;",
    "[^1]",
    "|",
];

/// One slip: which file, where in it as a share of its length, and what.
#[derive(Debug, Clone)]
enum Slip {
    Delete(usize),
    Repeat(usize),
    Swap,
    Insert(&'static str),
    Cut,
}

fn slip() -> impl Strategy<Value = (usize, f64, Slip)> {
    let what = prop_oneof![
        (1usize..20).prop_map(Slip::Delete),
        (1usize..40).prop_map(Slip::Repeat),
        Just(Slip::Swap),
        proptest::sample::select(STRAY).prop_map(Slip::Insert),
        proptest::sample::select(STRAY).prop_map(Slip::Insert),
        Just(Slip::Cut),
    ];
    (0..SITE.len(), 0.0..1.0f64, what)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a length"
)]
fn slipped(text: &str, share: f64, slip: &Slip) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = (share * letters.len() as f64) as usize;
    let until = |count: &usize| (at + count).min(letters.len());
    match slip {
        Slip::Delete(count) => drop(letters.drain(at..until(count))),
        Slip::Repeat(count) => {
            let again = letters[at..until(count)].to_vec();
            letters.splice(at..at, again);
        }
        Slip::Swap if at + 1 < letters.len() => letters.swap(at, at + 1),
        Slip::Swap => {}
        Slip::Insert(stray) => drop(letters.splice(at..at, stray.chars())),
        Slip::Cut => letters.truncate(at),
    }
    letters.into_iter().collect()
}

fn sources(files: &BTreeMap<&str, String>) -> Sources {
    let mut sources = Sources::default();
    "content".clone_into(&mut sources.content_folder);
    for (path, text) in files {
        let id = sources.add(Source::new(*path, text.as_str()));
        match *path {
            "folkmoot.yaml" => sources.settings = Some(id),
            _ => sources.content.push(id),
        }
    }
    sources
}

struct Nobody;

impl Watch for Nobody {}

fn build(sources: &Sources, depth: Depth) -> Checked<Built> {
    let day = jiff::civil::date(2019, 11, 6);
    let (history, rules) = (History::default(), rules::all());
    let inputs = Inputs { today: Some(day), depth, ..Inputs::new(sources, &history, day, &rules, &Nobody) };
    pipeline::build(inputs, &mut pipeline::Memory::default())
}

/// What is wrong with what came of these files; nothing when all is well.
fn fault(files: &BTreeMap<&str, String>) -> Option<String> {
    let sources = sources(files);
    let built = build(&sources, Depth::Build);
    let failed = has_errors(&built.diagnostics);
    if failed == built.value.output.is_some() {
        return Some(format!("errors: {failed}, a site: {}\n{:#?}", !failed, built.diagnostics));
    }
    let astray = |place: &Place| match place {
        Place::Span(span) => sources.get(span.source).text().get(span.range()).is_none(),
        Place::File { line, column, .. } => *line == 0 || *column == 0,
    };
    let is_astray = |finding: &&Diagnostic| {
        astray(&finding.place)
            || finding.related.iter().any(|related| astray(&related.place))
            || finding.message.is_empty()
    };
    let checked = build(&sources, Depth::Check);
    built
        .diagnostics
        .iter()
        .chain(&checked.diagnostics)
        .find(is_astray)
        .map(|finding| format!("stands nowhere: {finding:#?}"))
}

fn files() -> BTreeMap<&'static str, String> {
    SITE.iter().map(|(path, text)| (*path, (*text).to_owned())).collect()
}

#[test]
fn the_site_without_slips_is_clean() {
    let sources = sources(&files());
    let built = build(&sources, Depth::Build);
    let lines: Vec<String> = built
        .diagnostics
        .iter()
        .map(|finding| format!("{} {:?}", finding.message, finding.location(&sources)))
        .collect();
    assert_eq!(lines, [""; 0]);
    assert_eq!(fault(&files()), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_slip_breaks_the_build(slips in proptest::collection::vec(slip(), 1..5)) {
        let mut files = files();
        for (index, share, slip) in &slips {
            let (path, _) = SITE[*index];
            let changed = slipped(&files[path], *share, slip);
            files.insert(path, changed);
        }
        let fault = fault(&files);
        prop_assert!(fault.is_none(), "{}\n{files:#?}", fault.unwrap_or_default());
    }

    #[test]
    fn a_file_that_is_gone_breaks_nothing(gone in proptest::sample::subsequence((0..SITE.len()).collect::<Vec<_>>(), 1..4)) {
        let mut files = files();
        for index in gone {
            files.remove(SITE[index].0);
        }
        prop_assert_eq!(fault(&files), None);
    }
}
