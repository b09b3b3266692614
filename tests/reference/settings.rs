//! The settings, each with what holds where it is left out; and the list of findings that a check lets be.

use std::collections::BTreeMap;

use folkmoot::model::baseline::Baseline;
use folkmoot::model::field::{Fields, Group, Value};
use folkmoot::model::settings::Settings;
use folkmoot::sources::{Source, Sources, Span, Spanned};

use super::Pages;
use super::example::Example;
use super::fields::{section, section_with};
use super::sheet::Sheet;

pub(super) fn pages() -> Pages {
    [("settings.md".to_owned(), settings()), ("baseline.md".to_owned(), baseline())].into()
}

fn settings() -> String {
    let summary = "Every setting of folkmoot.yaml: what it says, what may stand there, the default and an example.";
    let mut sheet = Sheet::new("Settings", summary);
    sheet.say(
        "The file `folkmoot.yaml` in the folder of a site holds its settings; `--config` names another. Only `title` is required. \
         A setting that does not exist is told by [unknown-field](findings/unknown-field.md), with the nearest that does.",
    );
    sheet.say(
        "How a value is written stands under [values](values.md). `folkmoot schema settings` gives editors the same as JSON Schema.",
    );
    let example = Example::of_file("folkmoot.yaml");
    for field in Settings::FIELDS {
        section_with(&mut sheet, field, field.required, &example, &default(field.name));
    }
    let text = sheet.finish();
    // The settings are the page: a level of headings less.
    text.replace("\n### ", "\n## ")
}

/// What holds where a setting is left out; empty for the one that is required.
fn default(setting: &str) -> String {
    let nothing_said = only_title();
    let sentence = match setting {
        "title" => "",
        "summary" => "search engines are shown how the text of the home page begins",
        "organisation" | "notice" | "contact" | "licence" => "nothing is shown",
        "language" => return format!("`{}`", nothing_said.language()),
        "languages" => "the site is in one language",
        "base_url" => {
            "what must be absolute is left out: the sitemap, the feed and full addresses in the heads of pages. \
             `--base-url` gives it for one build"
        }
        "theme" => return format!("`{}`, the built-in one", nothing_said.theme_name()),
        "brand" => "the colours and fonts of the theme, and no logo",
        "navigation" => {
            "documents, priorities, boards and plans, where there are some, and the alignment; of a site of pages alone, the pages \
             and folders at the top"
        }
        "urls" => return format!("`{}`", folkmoot::model::settings::UrlStyle::Files.name()),
        "search" if nothing_said.has_search() => "`pagefind`; `off` in a program that was built without it",
        "checks" => "each finding weighs what its page [says](findings/index.md)",
        "web" => "as each of its fields says",
        "review_after" => "only records with a `review_due` are due",
        "verify_plans_every" => {
            "12 months, once a plan has a `last_verified`; without one, nobody is asked to verify plans"
        }
        "accessibility" => "the statement says that the site has not been assessed",
        "security" => "no `security.txt` is made",
        "as_of" => "the day on which the site is built; `--today` gives another for one run",
        other => panic!("the manual does not know what holds without the setting `{other}`"),
    };
    sentence.to_owned()
}

/// Settings that say nothing but a title.
fn only_title() -> Settings {
    let mut sources = Sources::default();
    let span = Span::new(sources.add(Source::new("folkmoot.yaml", "title: A site\n")), 0..0);
    let title = Spanned::new(Value::Text("A site".to_owned()), span);
    Settings::from_group(Group { span, values: BTreeMap::from([("title", title)]) }).unwrap()
}

fn baseline() -> String {
    let summary = "The list of findings that a check lets be for a time: who keeps it, and the fields of its entries.";
    let mut sheet = Sheet::new("Baseline: findings let be for a time", summary);
    sheet.say(
        "A site that has many findings can be checked from today and mended in turn: `folkmoot check --write-baseline` writes them \
         into a file, and `folkmoot check --baseline baseline.yaml` tells only what is not in it. An entry whose last day has \
         passed is told by [baseline-expired](findings/baseline-expired.md), one that nothing is found for any more by \
         [baseline-unused](findings/baseline-unused.md).",
    );
    let example = Example::of_file("baseline.yaml");
    for field in Baseline::FIELDS {
        section(&mut sheet, field, field.required, &example);
    }
    sheet.finish().replace("\n### ", "\n## ")
}
