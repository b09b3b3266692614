//! The files of a site to begin with. Their text lies in `starter/`; what differs from site to site is put in here.

use jiff::ToSpan;
use serde_json::json;

use super::NewFile;
use super::answers::{Answers, Language};
use super::text::{fill, markdown, yaml};
use crate::model::kind::Kind;

/// A path, and the text that goes there.
type Template = (&'static str, &'static str);

/// The files that are the same in every language.
const FOR_ALL: &[Template] = &[
    ("folkmoot.yaml", include_str!("starter/folkmoot.yaml")),
    ("README.md", include_str!("starter/README.md")),
    (".gitignore", include_str!("starter/gitignore")),
    (".gitattributes", include_str!("starter/gitattributes")),
    (".github/workflows/site.yml", include_str!("starter/github.yml")),
    (".gitlab-ci.yml", include_str!("starter/gitlab.yml")),
    (".vscode/extensions.json", include_str!("starter/extensions.json")),
];

/// The settings of the editor are made from the list of kinds.
const EDITOR_SETTINGS: &str = ".vscode/settings.json";
/// Where the editor looks for what `folkmoot schema --output-dir` writes; the README of the site names it.
const SCHEMAS: &str = ".vscode/schemas";

const ENGLISH: &[Template] = &[
    ("content/index.md", include_str!("starter/en/index.md")),
    ("content/documents/strategy/index.md", include_str!("starter/en/strategy.md")),
    ("content/documents/strategy/01-why-we-work-together.md", include_str!("starter/en/strategy-1.md")),
    ("content/documents/strategy/02-how-we-keep-track.md", include_str!("starter/en/strategy-2.md")),
    ("content/boards/partnership-board.md", include_str!("starter/en/board.md")),
    ("content/priorities/safer-evenings.md", include_str!("starter/en/priority-1.md")),
    ("content/priorities/support-for-victims.md", include_str!("starter/en/priority-2.md")),
    ("content/plans/borough-plan.md", include_str!("starter/en/plan.md")),
    ("content/organisations/organisations.yaml", include_str!("starter/en/organisations.yaml")),
];

/// What is published is in Welsh; what speaks of the tool, which itself speaks English, is not.
const WELSH: &[Template] = &[
    ("content/index.md", include_str!("starter/cy/index.md")),
    ("content/documents/strategaeth/index.md", include_str!("starter/cy/strategy.md")),
    ("content/documents/strategaeth/01-pam-rydym-yn-cydweithio.md", include_str!("starter/cy/strategy-1.md")),
    ("content/documents/strategaeth/02-sut-rydym-yn-cadw-golwg.md", include_str!("starter/cy/strategy-2.md")),
    ("content/boards/bwrdd-y-bartneriaeth.md", include_str!("starter/cy/board.md")),
    ("content/priorities/nosweithiau-mwy-diogel.md", include_str!("starter/cy/priority-1.md")),
    ("content/priorities/cymorth-i-ddioddefwyr.md", include_str!("starter/cy/priority-2.md")),
    ("content/plans/cynllun-y-fwrdeistref.md", include_str!("starter/cy/plan.md")),
    ("content/organisations/sefydliadau.yaml", include_str!("starter/cy/organisations.yaml")),
];

/// How many years the plans of the example run.
const YEARS: i16 = 3;

fn templates(language: Language) -> impl Iterator<Item = &'static Template> {
    let of_the_language = match language {
        Language::English => ENGLISH,
        Language::Welsh => WELSH,
    };
    FOR_ALL.iter().chain(of_the_language)
}

/// The paths of the files that a new site in this language has.
pub fn paths(language: Language) -> Vec<&'static str> {
    let mut paths: Vec<&str> = templates(language).map(|(path, _)| *path).chain([EDITOR_SETTINGS]).collect();
    paths.sort_unstable();
    paths
}

/// A whole site to begin with, in the order of the paths.
pub fn site(answers: &Answers) -> Vec<NewFile> {
    let values = values(answers);
    let filled = |(path, text): &Template| NewFile { path: (*path).to_owned(), text: fill(text, &values) };
    let editor = NewFile { path: EDITOR_SETTINGS.to_owned(), text: editor_settings() };
    let mut files: Vec<NewFile> = templates(answers.language).map(filled).chain([editor]).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// What stands in the place of each name in the templates.
fn values(answers: &Answers) -> Vec<(&'static str, String)> {
    let (language, today) = (answers.language, answers.today);
    let words = language.words();
    let base_url = match &answers.base_url {
        Some(address) => format!("base_url: {}", yaml(address)),
        None => "#base_url: https://www.example.org/plan/".to_owned(),
    };
    let in_half_a_year = today.checked_add(6.months()).unwrap_or(today);
    vec![
        ("title", yaml(&answers.title)),
        ("title_in_markdown", markdown(&answers.title)),
        ("organisation", yaml(&answers.organisation)),
        ("language", language.tag().to_owned()),
        ("other_language", language.other().tag().to_owned()),
        ("other_title", yaml(language.other().default_title())),
        ("summary", yaml(words.summary)),
        ("notice", yaml(words.notice)),
        ("team", yaml(words.team)),
        ("base_url", base_url),
        ("today", today.to_string()),
        ("year", format!("{:04}", today.year())),
        ("end", format!("{:04}", today.year().saturating_add(YEARS).min(9999))),
        ("security_expires", in_half_a_year.to_string()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
    ]
}

/// The settings of Visual Studio Code: which schema goes with which files.
fn editor_settings() -> String {
    let mut schemas = serde_json::Map::new();
    schemas.insert(format!("./{SCHEMAS}/settings.json"), json!(["folkmoot.yaml"]));
    for kind in Kind::ALL.iter().filter(|kind| !kind.folder().is_empty()) {
        let files = ["yaml", "yml"].map(|ending| format!("content/{}/**/*.{ending}", kind.folder()));
        schemas.insert(format!("./{SCHEMAS}/{}.json", kind.name()), json!(files));
    }
    let settings = json!({
        "[markdown]": { "editor.wordWrap": "on" },
        "files.eol": "\n",
        "files.insertFinalNewline": true,
        "yaml.schemas": schemas,
    });
    format!("{settings:#}\n")
}
