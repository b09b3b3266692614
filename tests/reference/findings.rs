//! A page for each finding: what it means, a wrong site and a right one as `tests/check/` has them and `tests/corpus.rs` runs
//! them, and how to weigh or accept it; and a list of all by family.
//!
//! Must not know what any rule says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::diagnostic::explanation::by_family;
use folkmoot::diagnostic::{Family, Rule};
use folkmoot::rules;
use walkdir::WalkDir;

use super::Pages;
use super::sheet::{Sheet, all_of, prose};

/// The files of a site by path; nothing for one that is no text.
type Files = BTreeMap<String, Option<String>>;

/// The settings of a site.
const SETTINGS: &str = "folkmoot.yaml";

/// Longest file that is shown whole, in lines.
const LONGEST_FILE: usize = 60;
/// How many lines are shown before and after what differs, of a longer one.
const AROUND: usize = 6;

pub(super) fn pages() -> Pages {
    let rules = rules::all();
    let mut pages: Pages = rules.iter().map(|rule| (format!("findings/{}.md", rule.code), page(rule))).collect();
    pages.insert("findings/index.md".to_owned(), index(&rules));
    pages
}

fn page(rule: &Rule) -> String {
    let mut sheet = Sheet::new(rule.code, "");
    sheet.say(&prose(rule.explanation));
    sheet.say(&format!("[Family](index.md#{}) and weight: {}.", rule.family.name(), rule.gravity()));
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check").join(rule.code);
    let (wrong, right) = (Example::read(&corpus, "wrong"), Example::read(&corpus, "right"));
    let different = |path: &String| wrong.files.get(path) != right.files.get(path);
    let all: Vec<&String> =
        wrong.files.keys().chain(right.files.keys().filter(|path| !wrong.files.contains_key(*path))).collect();
    let shown: Vec<&String> = all.into_iter().filter(|path| different(path)).collect();
    sheet.heading(2, "Wrong");
    wrong.show(&mut sheet, &right, &shown);
    let beside = wrong.files.keys().filter(|path| !different(path) && *path != SETTINGS);
    let beside: Vec<String> = beside.map(|path| format!("`{path}`")).collect();
    if !beside.is_empty() && !shown.is_empty() {
        sheet.say(&format!(
            "The site has {} too, which {} in both.",
            all_of(&beside),
            if beside.len() == 1 { "is the same" } else { "are the same" }
        ));
    }
    let told = fs::read_to_string(corpus.join("wrong.txt")).unwrap();
    let args = fs::read_to_string(corpus.join("args")).unwrap_or_default();
    // Where a year is told, what is said depends on the day.
    let day = if told.contains(" 20") { "--today 2019-11-06 " } else { "" };
    sheet.say(&format!("`{}` says:", format!("folkmoot check {day}{}", args.trim()).trim_end()));
    sheet.code(&said(&told));
    sheet.heading(2, "Right");
    right.show(&mut sheet, &wrong, &shown);
    sheet.heading(2, if rule.may_be_lowered() { "When it is right as it is" } else { "No way round it" });
    sheet.say(&rule.ways_out_markdown());
    sheet.finish()
}

/// What was said, without the exit code that the corpus keeps at its end, and with names for the ports of the servers that the
/// tests ask.
fn said(told: &str) -> String {
    let end = told.rfind("\nexit ").unwrap_or(told.len());
    as_published(&told[..end])
}

/// Marks of the corpus for servers of the tests, and hosts as a site would link to, of the same length, so that what stands
/// under them still does.
const HOSTS: [(&str, &str); 4] = [
    ("127.0.0.1:PPPPP", "www.example.org"),
    ("127.0.0.1:SSSSS", "www.example.net"),
    ("certificate of 127.0.0.1 ", "certificate of www.example.net "),
    (": 127.0.0.1 turns", ": www.example.org turns"),
];

fn as_published(text: &str) -> String {
    HOSTS.iter().fold(text.to_owned(), |text, (mark, host)| text.replace(mark, host))
}

/// One of the two sites of a rule.
struct Example {
    files: Files,
    /// What its setup does, in words.
    made: Vec<String>,
}

impl Example {
    fn read(corpus: &Path, which: &str) -> Self {
        let setup = fs::read_to_string(corpus.join(format!("{which}.setup"))).unwrap_or_default();
        let mut files = files(&corpus.join(which));
        if !setup.contains(&format!("without {SETTINGS}")) {
            // The corpus gives each site that has none these settings.
            files.entry(SETTINGS.to_owned()).or_insert_with(|| Some("title: A site\n".to_owned()));
        }
        let commands = setup.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self { files, made: commands.map(in_words).collect() }
    }

    /// Writes the files among `shown`, as they differ from the other site's, and what is made beside them.
    fn show(&self, sheet: &mut Sheet, other: &Self, shown: &[&String]) {
        for path in shown {
            match (self.files.get(*path), other.files.get(*path)) {
                (Some(Some(text)), theirs) => {
                    sheet.say(&format!("`{path}`:"));
                    let (part, is_cut) = around(text, theirs.and_then(Option::as_ref));
                    sheet.code(&as_published(&part));
                    if is_cut {
                        sheet.say("The rest of the file is the same in both, and left out here.");
                    }
                }
                (Some(None), _) => sheet.say(&format!("`{path}` is there, and is no text.")),
                (None, _) => sheet.say(&format!("There is no `{path}`.")),
            }
        }
        for sentence in &self.made {
            sheet.say(sentence);
        }
        if shown.is_empty() && self.made.is_empty() {
            let paths: Vec<String> = self.files.keys().map(|path| format!("`{path}`")).collect();
            match &paths[..] {
                [] => sheet.say("There is nothing of it."),
                _ => sheet.say(&format!("The site has {} and nothing beside.", paths.join(", "))),
            }
        }
    }
}

/// The files of a folder by path.
fn files(folder: &Path) -> Files {
    let found = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths: Vec<PathBuf> =
        found.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
    let named = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (named(path), fs::read_to_string(path).ok())).collect()
}

/// A file, or of a long one the part that differs from `other`, and whether it is a part.
fn around(text: &str, other: Option<&String>) -> (String, bool) {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= LONGEST_FILE {
        return (text.to_owned(), false);
    }
    let theirs: Vec<&str> = other.map(|other| other.lines().collect()).unwrap_or_default();
    let same = |(one, two): &(&&str, &&str)| one == two;
    let before = lines.iter().zip(&theirs).take_while(same).count();
    let after =
        lines[before..].iter().rev().zip(theirs[before.min(theirs.len())..].iter().rev()).take_while(same).count();
    let (from, to) = (before.saturating_sub(AROUND), (lines.len() - after + AROUND).min(lines.len()));
    let mut kept: Vec<&str> = lines[from..to.min(from + LONGEST_FILE)].to_vec();
    if from > 0 {
        kept.insert(0, "…");
    }
    if to < lines.len() || to > from + LONGEST_FILE {
        kept.push("…");
    }
    (kept.join("\n"), true)
}

/// A line of a setup, in words.
fn in_words(line: &str) -> String {
    let mut words = line.splitn(3, ' ');
    let (command, path, rest) = (words.next().unwrap(), words.next().unwrap_or(""), words.next().unwrap_or(""));
    let path = format!("`{path}`");
    match command {
        "bytes" => format!(
            "{path} holds `{rest}`, where `\\n` is the end of a line, and `\\x` with two digits is the byte of that number."
        ),
        "repeat" => {
            let (times, text) = rest.split_once(' ').unwrap();
            format!("{path} holds `{text}` {times} times over.")
        }
        "size" => format!("{path} has {} megabytes.", rest.parse::<u64>().unwrap() / 1_000_000),
        "copy" => match rest.split_once(' ') {
            Some((file, word)) => format!("{path} is a copy of `{file}` without the line that begins with `{word}`."),
            None => format!("{path} is a copy of `{rest}`."),
        },
        "symlink" => format!("{path} is a symbolic link that leads to `{rest}`."),
        "folder" => format!("{path} is an empty folder."),
        "without" => format!("There is no {path}."),
        _ => panic!("the manual has no words for this line of a setup: {line}"),
    }
}

fn index(rules: &[&'static Rule]) -> String {
    let summary =
        "Everything that folkmoot can find, by what it is about: how grave it is, what it means and how to mend it.";
    let mut sheet = Sheet::new("Findings", summary);
    sheet.say(&format!(
        "`folkmoot check` tells {} sorts of fault. Each has a code, which stands in brackets at the beginning of a finding: \
         `error[dead-link]`. `folkmoot explain CODE` says what stands here, on a terminal.",
        rules.len()
    ));
    sheet.say(
        "The examples were checked as of 6 November 2019. Where the day matters, the command names it. Files that a site needs \
         no line of to have the fault, such as `folkmoot.yaml` with its title, are not shown.",
    );
    sheet.say(
        "An **error** ends a command with the exit code 1. A **warning** does so only with `--strict`. `folkmoot build` looks as \
         far as it must to make the site; families marked *found by check alone* do not stand in its way.",
    );
    for (family, rules) in by_family(rules) {
        sheet.heading(2, &heading(family));
        sheet.say(about(family));
        sheet.list(rules.iter().map(|rule| {
            let (code, severity) = (rule.code, rule.severity_in_check().name());
            format!("[{code}]({code}.md) ({severity}): {}", prose(rule.first_sentence()))
        }));
    }
    sheet.finish()
}

/// The heading over a family.
fn heading(family: Family) -> String {
    let name = family.name();
    format!("{}{}", name[..1].to_uppercase(), &name[1..])
}

/// What the findings of a family are about.
fn about(family: Family) -> &'static str {
    match family {
        Family::Source => "Files, and how YAML, Markdown and templates are written.",
        Family::Settings => "The settings, `folkmoot.yaml`.",
        Family::Record => "Records and their fields.",
        Family::Reference => "References between records.",
        Family::Link => "Relative links and anchors in text. These are warnings in a build and errors in a check.",
        Family::Content => "How the text reads, and whether everybody can use it. *Found by check alone.*",
        Family::Address => "The addresses that pages and files get.",
        Family::Page => "The pages as they are written, whatever made them. *Found by check alone.*",
        Family::Web => "Links out of the site, which `folkmoot check --external` asks about. *Found by check alone.*",
        Family::Plan => "Facts that must agree with each other, the law and the calendar. *Found by check alone.*",
        Family::Baseline => "The list of findings that a check lets be. *Found by check alone.*",
    }
}

#[test]
fn of_a_long_file_what_differs_is_shown() {
    let text: String = (0..100).map(|number| number.to_string() + "\n").collect();
    let other = text.replace("50\n", "fifty\n");
    let (part, is_cut) = around(&text, Some(&other));
    assert!(is_cut && part.starts_with("…\n44\n") && part.ends_with("\n56\n…"), "{part}");
    assert_eq!(around("a\n", None), ("a\n".to_owned(), false));
}
