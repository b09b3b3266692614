//! `folkmoot check --external` as a command: what it asks, says, keeps and refuses.

use super::super::support::loopback::Loopback;
use super::super::support::{Run, Site, git};

/// Settings that allow this computer, and leave out what the accessibility statement links to.
const SETTINGS: &str = "title: A site\nweb:\n  allow:\n    - 127.0.0.1\n  skip:\n    - address: www.w3.org\n    \
    - address: www.equalityadvisoryservice.com\n";

/// A site with these links, each on a line of its own from line 3 on, that may ask this computer.
fn site(server: &Loopback, paths: &[&str]) -> Site {
    Site::new().file("folkmoot.yaml", SETTINGS).file("content/index.md", &page(server, paths))
}

fn page(server: &Loopback, paths: &[&str]) -> String {
    let link = |path: &&str| format!("The [page {path}]({}) of a server.\n\n", server.url(path));
    format!("# A site\n\n{}", paths.iter().map(link).collect::<String>())
}

fn check(site: &Site, args: &[&str]) -> Run {
    site.command(&[&["check"], args].concat())
}

/// The findings as code and place.
fn told(run: &Run) -> Vec<String> {
    run.findings().iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect()
}

fn sorted(server: &Loopback) -> Vec<String> {
    let mut requests = server.take_requests();
    requests.sort();
    requests
}

#[test]
fn the_web_is_asked_only_where_that_is_wanted() {
    let server = Loopback::start();
    let site = site(&server, &["/status/404"]);
    let run = check(&site, &[]).expect_exit(0);
    assert_eq!((told(&run), server.connections()), (Vec::new(), 0));
    let run = check(&site, &["--external"]).expect_exit(1);
    assert_eq!(told(&run), ["web-not-found content/index.md:3:24"]);
    assert!(run.stderr().contains("Asked the web about 1 address; 2 left out"), "{}", run.stderr());
    site.build().expect_exit(0);
    assert_eq!(server.take_requests(), ["HEAD /status/404", "GET /status/404"]);
}

#[test]
fn what_was_good_is_kept_beside_the_site_and_not_asked_again() {
    let server = Loopback::start();
    let site = site(&server, &["/ok", "/page#aims", "/status/403", "/status/404"]);
    let first = check(&site, &["--external"]).expect_exit(1);
    server.take_requests();
    let second = check(&site, &["--external"]).expect_exit(1);
    assert_eq!(told(&second), told(&first));
    let asked_again = ["GET /status/403", "GET /status/404", "HEAD /status/403", "HEAD /status/404"];
    assert_eq!(sorted(&server), asked_again);
    let said = "Asked the web about 2 addresses; 2 found good not long ago and not asked again; 2 left out by the settings; 1 could not be verified";
    assert!(second.stderr().contains(said), "{}", second.stderr());
    let kept = std::fs::read_to_string(site.root().join(".folkmoot/web.json")).unwrap();
    assert!(kept.contains("/page\"") && !kept.contains("Aims"), "verdicts, not answers: {kept}");
    assert!(site.root().join(".folkmoot/.gitignore").exists());
    let built = site.build().expect_exit(0);
    assert!(built.files().iter().all(|file| !file.contains("web.json")), "{:?}", built.files());
    // A file that cannot be read is forgotten; another place is another memory.
    let site = site.file(".folkmoot/web.json", "{\"version\": 7");
    check(&site, &["--external"]);
    assert_eq!(server.take_requests().len(), 6);
    check(&site, &["--external", "--cache", "kept.json"]);
    assert_eq!(server.take_requests().len(), 6);
    check(&site, &["--external", "--cache", "kept.json"]);
    assert_eq!(server.take_requests().len(), 4);
}

#[test]
fn settings_and_records_have_their_say() {
    let server = Loopback::start();
    let paths = ["/status/404", "/redirect/301/ok"];
    let off = site(&server, &paths)
        .file("folkmoot.yaml", &format!("{SETTINGS}checks:\n  web-not-found: warning\n  web-moved: off\n"));
    let run = check(&off, &["--external"]).expect_exit(0);
    assert_eq!(told(&run), ["web-not-found content/index.md:3:24"]);
    check(&off, &["--external", "--strict"]).expect_exit(1);
    let page = page(&server, &paths).replace("# A site\n", "");
    let accepted =
        format!("---\ntitle: A site\naccept:\n  - code: web-not-found\n    reason: It is on its way.\n---\n{page}");
    let run = check(&site(&server, &paths).file("content/index.md", &accepted), &["--external"]).expect_exit(0);
    assert!(told(&run).iter().all(|told| told.starts_with("web-moved ")) && told(&run).len() == 1, "{:?}", told(&run));
    let skipped =
        site(&server, &paths).file("folkmoot.yaml", &format!("{SETTINGS}    - address: {}\n", server.url("/status/")));
    server.take_requests();
    let run = check(&skipped, &["--external"]).expect_exit(0);
    assert_eq!(sorted(&server), ["HEAD /ok", "HEAD /redirect/301/ok"]);
    assert!(run.stderr().contains("3 left out by the settings"), "{}", run.stderr());
}

#[test]
fn settings_that_mean_nothing_are_told_where_they_stand() {
    let settings = "title: A site\nweb:\n  allow:\n    - 10.0.0.0/99\n    - intranet.example.org:8080\n    - a b\n  \
        skip:\n    - reason: None.\n  keep_days: -1\n  unverified_runs: 0\n  minutes: 0\n  unverified_days: 0\n";
    let run = check(&Site::new().file("folkmoot.yaml", settings).file("content/index.md", "# A\n\nText.\n"), &[]);
    assert_eq!(told(&run), ["missing-field folkmoot.yaml:8:7"], "{}", run.stdout());
    let settings = settings.replace("reason: None.", "address: \"*.example.org\"");
    let run = check(&Site::new().file("folkmoot.yaml", &settings).file("content/index.md", "# A\n\nText.\n"), &[]);
    let places =
        ["4:7", "6:7", "8:16", "9:14", "10:20", "11:12"].map(|place| format!("invalid-value folkmoot.yaml:{place}"));
    assert_eq!(told(&run), places, "{}", run.stdout());
}

#[test]
fn only_links_on_changed_lines_are_asked_about() {
    let server = Loopback::start();
    let site = site(&server, &["/status/404", "/status/410"]).file("content/other.md", &page(&server, &["/old"]));
    git(&site, &["init", "-q", "-b", "main"]);
    git(&site, &["add", "-A"]);
    git(&site, &["commit", "-q", "-m", "one"]);
    git(&site, &["checkout", "-q", "-b", "side"]);
    let site = site.file("content/index.md", &page(&server, &["/status/404", "/status/410", "/status/404?new"]));
    git(&site, &["commit", "-q", "-a", "-m", "two"]);
    // What others did meanwhile is none of ours.
    git(&site, &["checkout", "-q", "main"]);
    let site = site.file("content/other.md", &page(&server, &["/theirs"]));
    git(&site, &["commit", "-q", "-a", "-m", "three"]);
    git(&site, &["checkout", "-q", "side"]);
    let site = site.file("content/new.md", &page(&server, &["/untracked"]));
    let run = check(&site, &["--external", "--only-changed", "main"]).expect_exit(1);
    assert_eq!(told(&run), ["web-not-found content/index.md:7:28"]);
    assert_eq!(sorted(&server), ["GET /status/404?new", "HEAD /status/404?new", "HEAD /untracked"]);
    check(&site, &["--external"]).expect_exit(1);
    assert_eq!(server.take_requests().iter().filter(|request| request.starts_with("HEAD")).count(), 4);
}

#[test]
fn settings_of_git_do_not_make_unchanged_lines_changed() {
    let server = Loopback::start();
    let site = site(&server, &["/one", "/two", "/three"]).file("content/last.md", &page(&server, &["/last"]));
    git(&site, &["init", "-q", "-b", "main"]);
    git(&site, &["config", "diff.interHunkContext", "20"]);
    git(&site, &["config", "diff.noprefix", "true"]);
    git(&site, &["config", "diff.mnemonicPrefix", "true"]);
    git(&site, &["add", "-A"]);
    git(&site, &["commit", "-q", "-m", "one"]);
    let site = site
        .file("content/index.md", &page(&server, &["/one?new", "/two", "/three?new"]))
        .file("content/last.md", &page(&server, &["/last?new"]));
    check(&site, &["--external", "--only-changed", "main"]);
    let asked: std::collections::BTreeSet<String> =
        sorted(&server).iter().filter_map(|request| Some(request.split_once(' ')?.1.to_owned())).collect();
    assert_eq!(asked.into_iter().collect::<Vec<_>>(), ["/last?new", "/one?new", "/three?new"]);
}

#[test]
fn a_revision_that_is_none_is_wrong_usage() {
    let server = Loopback::start();
    let site = site(&server, &["/ok"]);
    let outside = check(&site, &["--external", "--only-changed", "main"]).expect_exit(2);
    assert!(outside.stderr().contains("under version control"), "{}", outside.stderr());
    git(&site, &["init", "-q", "-b", "main"]);
    git(&site, &["add", "-A"]);
    git(&site, &["commit", "-q", "-m", "one"]);
    for revision in ["mian", "", "HEAD:content", "main..HEAD", "\u{1f600}"] {
        let wrong = check(&site, &["--external", "--only-changed", revision]).expect_exit(2);
        let sentence = format!("error: There is no revision `{revision}` in this repository");
        assert!(wrong.stderr().contains(&sentence), "{}", wrong.stderr());
    }
    check(&site, &["--external", "--only-changed=--output=x"]).expect_exit(2);
    git(&site, &["checkout", "-q", "--orphan", "other"]);
    git(&site, &["commit", "-q", "-m", "another beginning"]);
    let apart = check(&site, &["--external", "--only-changed", "main"]).expect_exit(2);
    assert!(apart.stderr().contains("went apart"), "{}", apart.stderr());
    check(&site, &["--only-changed", "main"]).expect_exit(2);
    assert_eq!(server.connections(), 0);
}
