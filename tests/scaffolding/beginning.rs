//! `folkmoot init`.

use folkmoot::parse::yaml::{Node, NodeData, parse};
use folkmoot::sources::{Source, Sources};

use super::{empty, everything, read};
use crate::support::{Site, output_faults};

/// The files of a site in English, in order.
const FILES: [&str; 17] = [
    ".gitattributes",
    ".github/workflows/site.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "content/boards/partnership-board.md",
    "content/documents/strategy/01-why-we-work-together.md",
    "content/documents/strategy/02-how-we-keep-track.md",
    "content/documents/strategy/index.md",
    "content/index.md",
    "content/organisations/organisations.yaml",
    "content/plans/borough-plan.md",
    "content/priorities/safer-evenings.md",
    "content/priorities/support-for-victims.md",
    "folkmoot.yaml",
];

/// Builds and checks a site that nothing may be found in, and looks at its pages.
fn is_clean(site: &Site) {
    let run = site.command(&["build", "--strict"]).expect_exit(0);
    assert!(run.findings().is_empty(), "{}", run.stderr());
    let faults = output_faults(&run);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let run = site.command(&["check", "--strict"]).expect_exit(0);
    assert!(run.stdout().contains("no findings"), "{}", run.stdout());
}

#[test]
fn a_new_site_builds_and_checks_clean_in_each_language_and_wherever_it_is_published() {
    let (base, path) = ("https://www.example.org", "https://www.example.org/plan/");
    for (language, arguments, home) in [
        ("en-GB", &[][..], "Exampleshire community safety strategy"),
        ("en-GB", &["--yes", "--base-url", base], "Exampleshire community safety strategy"),
        ("cy", &["--language", "cy"], "Strategaeth diogelwch cymunedol Sir Enghraifft"),
        ("cy", &["--language", "Welsh", "-u", path], "Strategaeth diogelwch cymunedol Sir Enghraifft"),
        ("en-GB", &["--language", "en", "--title", "Our plan", "--organisation", "Us"], "Our plan"),
    ] {
        let site = empty();
        let run = site.command(&[&["init"], arguments].concat()).expect_exit(0);
        let listed: Vec<&str> = run.stdout().lines().collect();
        let made: Vec<String> = everything(&site).into_keys().filter(|path| site.root().join(path).is_file()).collect();
        assert_eq!(listed, made);
        is_clean(&site);
        let page = site.build().output("index.html");
        assert!(page.contains(&format!("lang=\"{language}\"")) && page.contains(home), "{page}");
        assert_eq!(
            site.build().maybe_output("sitemap.xml").is_some(),
            arguments.iter().any(|word| word.contains("://"))
        );
    }
}

#[test]
fn a_site_that_was_begun_on_the_last_day_of_a_year_is_clean_years_later() {
    let site = Site::new();
    for (day, command) in [("2027-12-31", "init"), ("2028-01-01", "check"), ("2028-12-30", "check")] {
        let run = site.clone().args(&["--today", day]).command(&[command]).expect_exit(0);
        assert!(run.findings().is_empty(), "{day}\n{}", run.stdout());
    }
}

#[test]
fn the_example_line_and_the_accessibility_statement_are_on_the_site() {
    let site = empty();
    site.command(&["init"]).expect_exit(0);
    let run = site.build().expect_exit(0);
    assert!(run.output("index.html").contains("Exampleshire does not exist"));
    let statement = run.output("accessibility.html");
    assert!(statement.contains("10") && !statement.contains("fully compliant"), "{statement}");
}

#[test]
fn every_file_is_listed_and_three_lines_say_what_comes_next() {
    let site = empty();
    let run = site.command(&["init", "my plans"]).expect_exit(0);
    assert_eq!(run.stdout().lines().collect::<Vec<_>>(), FILES);
    let said: Vec<&str> = run.stderr().lines().collect();
    assert_eq!(said.len(), 4, "{}", run.stderr());
    assert!(said[0].contains("17 files") && said[1].contains("serve --open --root"), "{}", run.stderr());
    let quiet = site.command(&["init", "--quiet", "other"]).expect_exit(0);
    assert_eq!((quiet.stderr(), quiet.stdout().lines().count()), ("", FILES.len()));
    let inner = site.rooted_in("my plans");
    inner.command(&["check", "--strict"]).expect_exit(0);
}

#[test]
fn a_second_init_refuses_and_changes_nothing() {
    let site = empty();
    site.command(&["init"]).expect_exit(0);
    let before = everything(&site);
    let run = site.command(&["init", "--title", "Another"]).expect_exit(2);
    assert!(run.stderr().contains("\".gitattributes\"") && run.stderr().contains("11 more"), "{}", run.stderr());
    assert!(run.stdout().is_empty());
    assert_eq!(everything(&site), before);
}

#[test]
fn files_of_others_stay_and_one_in_the_way_stops_it() {
    let site = empty().file("notes.txt", "mine").file(".git/config", "").file("content/pictures/a.txt", "mine");
    site.command(&["init"]).expect_exit(0);
    assert_eq!((read(&site, "notes.txt").as_str(), read(&site, "content/pictures/a.txt").as_str()), ("mine", "mine"));
    for path in FILES {
        let site = empty().file(path, "mine");
        let before = everything(&site);
        let run = site.command(&["init"]).expect_exit(2);
        assert!(run.stderr().contains(&format!("\"{path}\" is there already")), "{}", run.stderr());
        assert_eq!(everything(&site), before);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_one_is_told_and_nothing_is_written() {
    let ground = || empty().file("file", "mine").file("elsewhere/x", "mine").symlink("nowhere", "gone");
    for (site, folder, said) in [
        (ground(), "file", "is a file"),
        (ground(), "file/below", "is a file"),
        (ground(), "nowhere", "is a link"),
        (ground().symlink("site-1/content", "../elsewhere"), "site-1", "is a link"),
        (ground().file("site-2/content", "mine"), "site-2", "is a file"),
        (ground().symlink("site-3/README.md", "gone"), "site-3", "README.md"),
    ] {
        let before = everything(&site);
        let run = site.command(&["init", folder]).expect_exit(2);
        assert!(run.stderr().contains(said) && run.stderr().contains("Nothing was written"), "{}", run.stderr());
        assert_eq!(everything(&site), before, "{folder}");
    }
}

#[test]
fn wrong_arguments_are_told_and_nothing_is_written() {
    for (arguments, said) in [
        (&["--language", "fr"][..], "`en-GB` for English or `cy` for Welsh"),
        (&["--title", " "], "name of the site is empty"),
        (&["--title", "a\u{7}b"], "cannot be shown"),
        (&["--organisation", "\u{200B}"], "name of the organisation is empty"),
        (&["--base-url", "example.org"], "`example.org` is not the address of a website"),
        (&["--config", "other.yaml"], "Leave out `--config`"),
        (&["a", "b"], "unexpected argument"),
    ] {
        let site = empty();
        let run = site.command(&[&["init"], arguments].concat()).expect_exit(2);
        assert!(run.stderr().contains(said), "{said}\n{}", run.stderr());
        assert!(everything(&site).is_empty());
    }
}

#[test]
fn odd_names_are_read_back_as_they_are_and_escaped_on_pages() {
    for (name, shown) in [
        ("The \"Safer\" Plan: 'a start'", "The &quot;Safer&quot; Plan: &#x27;a start&#x27;"),
        ("# 1 – plan & more #2", "# 1 – plan &amp; more #2"),
        ("Cynllun Tŷ Ŵyl 安全", "Cynllun Tŷ Ŵyl 安全"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("- [x]: {y}", "- [x]: {y}"),
        ("yes", "yes"),
        ("C:\\plans\\2026", "C:\\plans\\2026"),
        ("<<title>> %d {{ x }}", "&lt;&lt;title&gt;&gt; %d {{ x }}"),
        ("2026", "2026"),
        (" two\n lines ", "two lines"),
    ] {
        let site = empty();
        site.command(&["init", "--title", name, "--organisation", name]).expect_exit(0);
        let settings = yaml(&read(&site, "folkmoot.yaml"));
        let expected = name.split_whitespace().collect::<Vec<_>>().join(" ");
        for field in ["title", "organisation"] {
            let Some(NodeData::Scalar { text, .. }) = entry(&settings, field).map(|node| &node.data) else {
                panic!("{name}: no {field}")
            };
            assert_eq!(*text, expected);
        }
        let run = site.command(&["build", "--strict"]).expect_exit(0);
        assert!(run.findings().is_empty(), "{name}\n{}", run.stderr());
        let same = |page: &str| page.replace("&#39;", "&#x27;").replace("&#34;", "&quot;").contains(shown);
        let loose = |page: &str| same(page) || same(&page.replace('"', "&quot;").replace('\'', "&#x27;"));
        for page in ["index.html", "organisations/partnership.html"] {
            assert!(loose(&run.output(page)), "{name} on {page}\n{}", run.output(page));
        }
        assert!(output_faults(&run).is_empty(), "{name}");
    }
}

#[test]
fn what_is_written_for_other_programs_can_be_read_by_them() {
    for language in ["en-GB", "cy"] {
        let site = empty();
        site.command(&["init", "--language", language]).expect_exit(0);
        for (path, text) in everything(&site).into_iter().filter(|(path, _)| site.root().join(path).is_file()) {
            match path.rsplit_once('.').map(|(_, ending)| ending) {
                Some("yml" | "yaml") => drop(yaml(&text)),
                Some("json") => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap()),
                _ => {}
            }
        }
        let github = yaml(&read(&site, ".github/workflows/site.yml"));
        let jobs = entry(&github, "jobs").unwrap();
        let (check, publish) = (entry(jobs, "site").unwrap(), entry(jobs, "publish").unwrap());
        assert!(entry(check, "steps").is_some() && entry(publish, "steps").is_some());
        let gitlab = yaml(&read(&site, ".gitlab-ci.yml"));
        for job in ["check", "pages"] {
            let script = entry(&gitlab, job).and_then(|job| entry(job, "script"));
            assert!(matches!(script.map(|node| &node.data), Some(NodeData::List(_))), "{job}");
        }
    }
}

/// Every command that the files of a new site name is one that there is, with options that there are.
#[test]
fn commands_in_the_files_are_those_that_there_are() {
    let site = empty();
    site.command(&["init"]).expect_exit(0);
    let mut found = 0;
    for path in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
        for line in read(&site, path).lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let Some((_, command)) = line
                .split_once("folkmoot ")
                .filter(|(_, rest)| rest.starts_with("check ") || rest.starts_with("build "))
            else {
                continue;
            };
            let command = command.split(" || ").next().unwrap_or_default();
            let command =
                command.replace("${ADDRESS:+--base-url \"${ADDRESS%/}/\"}", "--base-url https://example.org/");
            let command = command.replace("\"${CI_PAGES_URL%/}/\"", "https://example.org/");
            site.command(&command.split_whitespace().collect::<Vec<_>>()).expect_exit(0);
            found += 1;
        }
    }
    assert_eq!(found, 7);
    assert!(site.root().join("public/index.html").is_file() && site.root().join("folkmoot.sarif").is_file());
    // What they leave is no part of the site, nor of what git keeps.
    crate::support::git(&site, &["init", "-q"]);
    crate::support::git(&site, &["add", "-A"]);
    for made in ["public/index.html", "site/index.html", "folkmoot.sarif", "folkmoot.xml"] {
        assert!(site.root().join(made).is_file(), "{made}");
        let index = std::fs::read(site.root().join(".git/index")).unwrap();
        assert!(!index.windows(made.len()).any(|part| part == made.as_bytes()), "{made} is in the index");
    }
}

#[test]
fn settings_that_are_only_noted_can_be_used_as_they_stand() {
    let site = empty();
    site.command(&["init"]).expect_exit(0);
    let used = super::records::with_all_fields(&read(&site, "folkmoot.yaml"));
    let site = site
        .file("folkmoot.yaml", &used)
        .file("content/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("content/cymraeg.md", "---\ntitle: Amdanom ni\nlanguage: cy\n---\n\nTestun.\n");
    for line in ["  status: partially-compliant", "review_after: 12 months", "as_of: 2026-11-27", "    - {address:"] {
        assert!(used.lines().any(|used| used.starts_with(line)), "{line}\n{used}");
    }
    let run = site.command(&["check"]).expect_exit(0);
    assert!(run.findings().iter().all(|finding| finding.severity == "warning"), "{}", run.stdout());
    assert!(run.findings().is_empty(), "{}", run.stdout());
}

/// A text that is sound YAML.
fn yaml(text: &str) -> Node {
    let id = Sources::default().add(Source::new("written.yaml", text));
    let parsed = parse(text, id, 0);
    assert!(parsed.diagnostics.is_empty() && parsed.value.complete, "{:?}\n{text}", parsed.diagnostics);
    parsed.value.root.unwrap()
}

fn entry<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let NodeData::Map(entries) = &node.data else { return None };
    entries.iter().find(|(key, _)| key.value == name).map(|(_, value)| value)
}
