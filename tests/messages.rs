//! The words of the theme: each message is in every language with the same variables, each that is asked for is there, and
//! none is there that nobody asks for.
//!
//! Must not know what any message says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use folkmoot::graph::furniture::{Furnishing, View};
use folkmoot::model::word::FixedWord;
use folkmoot::model::{
    board, document, event, group, kind, legislation, organisation, plan, priority, relation, status,
};
use walkdir::WalkDir;

/// The messages of a file, with the variables of each.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages("en");
    assert!(english.len() > 100, "the words are read");
    for language in languages().iter().filter(|language| *language != "en") {
        let faults = differences(&english, &messages(language));
        assert!(faults.is_empty(), "{language}.ftl\n{}", faults.join("\n"));
    }
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let english = messages("en");
    let sources = sources();
    let by_text = sources.iter().flat_map(|text| asked_for(text)).map(str::to_owned);
    let asked: BTreeSet<String> = by_text.chain(of_fixed_words()).collect();
    assert!(asked.len() > 100, "the sources are read");
    let missing: Vec<&String> = asked.iter().filter(|name| !english.contains_key(*name)).collect();
    assert!(missing.is_empty(), "not in en.ftl: {missing:?}");
}

#[test]
fn no_message_is_there_that_nobody_asks_for() {
    let sources = sources();
    let of_words: BTreeSet<String> = of_fixed_words().collect();
    let beginnings: BTreeSet<&str> = sources.iter().flat_map(|text| beginnings(text)).collect();
    let is_used = |name: &str| {
        let quoted = format!("\"{name}\"");
        of_words.contains(name)
            || sources.iter().any(|text| text.contains(&quoted))
            || beginnings.iter().any(|beginning| name.starts_with(beginning))
    };
    let english = messages("en");
    let idle: Vec<&String> = english.keys().filter(|name| !is_used(name)).collect();
    assert!(idle.is_empty(), "nobody asks for: {idle:?}");
}

#[test]
fn what_is_wrong_with_a_language_is_told() {
    let of = |text: &str| read(text).unwrap();
    let english = of("a = { $x }\nb = B\nc = { $x ->\n   *[other] { $y }\n }\n");
    assert_eq!(differences(&english, &english), Vec::<String>::new());
    assert_eq!(differences(&english, &of("a = { $x } { $x-form }\nb = B\nc = { $x } { $y }\n")), Vec::<String>::new());
    let other = of("a = { $z }\nc = { $x }\nd = D\n");
    let told = ["a: no $x", "a: $z is not given", "b is missing", "c: no $y", "d is not in en.ftl"];
    assert_eq!(differences(&english, &other), told);
    for wrong in ["a: A\n", "a = A\na = B\n", "a =\n    .title = A\n"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert_eq!(
        asked_for("site.say(\"a-b\") {{ \"c\" | t(d=1) }} Facts.text(\"fact-e\", x) say(f) \"g\""),
        ["a-b", "c", "fact-e"]
    );
    assert_eq!(
        beginnings("format!(\"search-{name}\") (\"statement-\" ~ x) \"fm-{}\" \"a b-{c}\""),
        ["search-", "statement-"]
    );
}

/// The languages that are built in.
fn languages() -> Vec<String> {
    let names = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut languages: Vec<String> = names.map(|name| name.trim_end_matches(".ftl").to_owned()).collect();
    languages.sort();
    languages
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/messages")
}

fn messages(language: &str) -> Messages {
    let text = fs::read_to_string(folder().join(format!("{language}.ftl"))).unwrap();
    read(&text).unwrap_or_else(|fault| panic!("{language}.ftl: {fault}"))
}

/// Reads messages; what cannot be read, or is said twice or not at all, is told.
fn read(text: &str) -> Result<Messages, String> {
    let resource = parser::parse(text).map_err(|(_, faults)| format!("{faults:?}"))?;
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name.to_owned();
        let Some(value) = &message.value else { return Err(format!("{name} says nothing")) };
        let shown = format!("{value:?}");
        if messages.insert(name.clone(), variables(&shown)).is_some() {
            return Err(format!("{name} is said twice"));
        }
    }
    Ok(messages)
}

/// The variables in the debug form of a pattern.
fn variables(shown: &str) -> BTreeSet<String> {
    let begin = "VariableReference { id: Identifier { name: \"";
    shown.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What a language lacks, or has too much. A language may use the form of a date where English does not.
fn differences(english: &Messages, other: &Messages) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, variables) in english {
        let Some(own) = other.get(name) else {
            faults.push(format!("{name} is missing"));
            continue;
        };
        faults.extend(variables.difference(own).map(|variable| format!("{name}: no ${variable}")));
        let more = own.difference(variables).filter(|variable| !variable.ends_with("-form"));
        faults.extend(more.map(|variable| format!("{name}: ${variable} is not given")));
    }
    faults.extend(
        other.keys().filter(|name| !english.contains_key(*name)).map(|name| format!("{name} is not in en.ftl")),
    );
    faults
}

/// Every text that may ask for a message: the code that draws pages, without its tests, and the templates.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src/pages", "src/render", "src/export", "src/words", "src/graph", "themes/civic/templates"];
    let files = folders.iter().flat_map(|folder| WalkDir::new(root.join(folder)).sort_by_file_name());
    let paths = files.map(|entry| entry.unwrap().into_path());
    let is_source = |path: &std::path::PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("rs" | "html")) && path.file_stem().is_some_and(|stem| stem != "tests")
    };
    let text = |path: std::path::PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
        shipped.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    paths.filter(is_source).map(text).collect()
}

/// The names that a text asks for by themselves.
fn asked_for(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, _) in text.match_indices('"') {
        let Some(name) = text[at + 1..].split('"').next().filter(|name| is_name(name)) else { continue };
        let (before, after) = (&text[..at], text[at + 1 + name.len() + 1..].trim_start());
        let by_code = ["say(", "tell(", "said("].iter().any(|call| before.ends_with(call));
        let by_template = after.starts_with("| t") || after.starts_with("| markup");
        let by_name = ["fact-", "column-", "title-"].iter().any(|kind| name.starts_with(kind));
        if by_code || by_template || by_name {
            names.push(name);
        }
    }
    names
}

fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_part) && !text.ends_with('-')
}

/// The beginnings of names that a text puts together: `search-` of `"search-{name}"`.
fn beginnings(text: &str) -> Vec<&str> {
    let begun = text.match_indices('"').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.find(['{', '"'])?;
        let joined = rest[end..].starts_with('{') || rest[end + 1..].trim_start().starts_with('~');
        rest[..end].strip_suffix('-').filter(|name| joined && is_name(name) && *name != "fm").map(|_| &rest[..end])
    });
    begun.collect()
}

/// The messages of the fixed words that pages show, each in every form that it is asked for.
fn of_fixed_words() -> impl Iterator<Item = String> {
    fn all<T: FixedWord>(words: &[T], forms: &[&str]) -> Vec<String> {
        let of_word = |word: &T| {
            let name = word.message();
            let others = forms.iter().map(|form| format!("{name}-{form}")).collect::<Vec<_>>();
            std::iter::once(name).chain(others)
        };
        words.iter().flat_map(of_word).collect()
    }
    let sets = [
        all(kind::Kind::ALL, &["plural"]),
        all(document::DocumentType::ALL, &[]),
        all(organisation::OrganisationType::ALL, &[]),
        all(board::BoardType::ALL, &[]),
        all(group::GroupType::ALL, &[]),
        all(priority::PriorityType::ALL, &["plural"]),
        all(legislation::LegislationType::ALL, &[]),
        all(event::EventType::ALL, &[]),
        all(event::Outcome::ALL, &[]),
        all(board::SeatRole::ALL, &[]),
        all(board::MonthName::ALL, &[]),
        all(plan::Tier::ALL, &["plan"]),
        all(status::Status::ALL, &[]),
        all(relation::Relation::ALL, &["inverse", "by-priority", "by-plan"]),
        all(View::ALL, &[]),
        all(Furnishing::ALL, &[]),
    ];
    sets.into_iter().flatten()
}
