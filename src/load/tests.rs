//! What reading a site gives, on real files.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test lays out its own files and may stop"
)]

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::diagnostic::arrange;

const KINDS: &[&str] = &["boards", "plans", ""];

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        put(folder.path(), path, text.as_bytes());
    }
    folder
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn options() -> LoadOptions<'static> {
    LoadOptions { config: None, output_folder: "site".into(), kind_folders: KINDS, open: None }
}

fn read(root: &Path) -> Checked<Sources> {
    load(root, &options(), None).expect("the root is there")
}

fn content(sources: &Sources) -> Vec<&str> {
    sources.content.iter().map(|id| sources.get(*id).path.as_str()).collect()
}

fn assets(sources: &Sources) -> Vec<&str> {
    sources.assets.keys().map(String::as_str).collect()
}

/// `code path:line:column` of all that was wrong, in order.
fn told(checked: &Checked<Sources>) -> Vec<String> {
    let mut all = checked.diagnostics.clone();
    arrange(&mut all, &checked.value);
    let line = |diagnostic: &Diagnostic| {
        let (path, line, column) = diagnostic.location(&checked.value);
        format!("{} {path}:{line}:{column}", diagnostic.rule.code)
    };
    all.iter().map(line).collect()
}

#[test]
fn sorts_the_files_of_a_content_folder() {
    let site = site(&[
        ("folkmoot.yaml", "title: T\n"),
        ("content/index.md", "# A\n"),
        ("content/a.MD", "a"),
        ("content/a/b.markdown", "b"),
        ("content/boards/board.yaml", "x: 1"),
        ("content/boards/deep/board.YML", "x: 1"),
        ("content/data/table.yaml", "x: 1"),
        ("content/boards.yaml", "x: 1"),
        ("content/code.rs", "fn"),
        ("content/node_modules/x.md", "x"),
        ("content/target/CACHEDIR.TAG", "x"),
        ("README.md", "not content"),
        ("themes/civic/templates/page.html", "<p>"),
        ("themes/civic/templates/parts/nav.html", "<p>"),
        ("themes/civic/templates/notes.md", "no"),
        ("themes/civic/static/site.css", "p {}"),
        ("themes/civic/README.md", "no"),
    ]);
    for left in [".hidden.md", "a.md~", "#a.md#", ".a.md.swp", "a.tmp", ".#a.md", "~$a.docx", ".git/x.md"] {
        put(site.path(), &format!("content/{left}"), b"x");
    }
    let checked = read(site.path());
    let sources = &checked.value;
    assert_eq!(told(&checked), [""; 0]);
    let expected = [
        "content/a.MD",
        "content/a/b.markdown",
        "content/boards/board.yaml",
        "content/boards/deep/board.YML",
        "content/index.md",
    ];
    assert_eq!(content(sources), expected);
    assert_eq!(
        assets(sources),
        ["content/boards.yaml", "content/code.rs", "content/data/table.yaml", "content/target/CACHEDIR.TAG"]
    );
    assert_eq!(sources.content_folder, "content");
    assert_eq!(&**sources.get(sources.settings.unwrap()).text(), "title: T\n");
    let templates: Vec<_> = sources.templates.keys().collect();
    assert_eq!(templates, ["themes/civic/templates/page.html", "themes/civic/templates/parts/nav.html"]);
    assert_eq!(&*sources.theme_files["themes/civic/static/site.css"], b"p {}");
    assert_eq!(sources.theme_files.len(), 1);
}

#[test]
fn a_root_that_is_the_content_gives_up_neither_output_nor_themes_nor_code() {
    let site = site(&[
        ("folkmoot.yaml", "title: T\n"),
        ("README.md", "# A\n"),
        ("boards/b.yml", "x: 1"),
        ("mkdocs.yml", "x: 1"),
        ("ci/build.yaml", "x: 1"),
        ("logo.PNG", "png"),
        ("main.rs", "fn"),
        ("Makefile", "all:"),
        ("site/old.md", "built"),
        ("elsewhere/.folkmoot-files", "a built site"),
        ("elsewhere/old.txt", "built"),
        ("themes/civic/templates/page.html", "<p>"),
        ("themes/civic/static/logo.png", "not the content's"),
        ("docs/themes/colour.md", "a page"),
        ("target/CACHEDIR.TAG", "x"),
        ("target/doc.md", "compiled"),
        ("docs/target/goal.md", "a page"),
    ]);
    let checked = read(site.path());
    assert_eq!(told(&checked), [""; 0]);
    assert_eq!(content(&checked.value), ["README.md", "boards/b.yml", "docs/target/goal.md", "docs/themes/colour.md"]);
    assert_eq!(assets(&checked.value), ["logo.PNG"]);
    assert_eq!(checked.value.content_folder, "");
    assert_eq!(checked.value.templates.len(), 1);
}

#[test]
fn settings_may_be_missing_or_lie_elsewhere_and_are_no_content() {
    let bare = site(&[("content/boards/settings.yaml", "title: T\n"), ("content/boards/b.yaml", "x: 1")]);
    assert!(read(bare.path()).value.settings.is_none());
    let named = |config: &Path| {
        load(bare.path(), &LoadOptions { config: Some(config.to_owned()), ..options() }, None)
            .expect("the root is there")
            .value
    };
    let inside = named(Path::new("content/boards/settings.yaml"));
    assert_eq!(inside.get(inside.settings.unwrap()).path, "content/boards/settings.yaml");
    assert_eq!(content(&inside), ["content/boards/b.yaml"]);
    let other = site(&[("other.yaml", "title: O\n")]);
    let outside = named(&other.path().join("other.yaml"));
    assert_eq!(&**outside.get(outside.settings.unwrap()).text(), "title: O\n");
    assert!(outside.get(outside.settings.unwrap()).path.starts_with('/'));
    assert!(named(Path::new("missing.yaml")).settings.is_none());
}

#[test]
fn a_root_that_is_not_there_ends_it() {
    let site = site(&[("file", "x")]);
    let failed = |path: &str| load(&site.path().join(path), &options(), None).expect_err("no folder").to_string();
    assert!(failed("missing").starts_with("There is no folder"));
    assert!(failed("file").contains("is a file"));
    assert!(failed("file/deeper").contains("is a file"));
}

#[test]
fn the_output_folder_is_never_content_whatever_leads_there() {
    let site = site(&[("content/a.md", "a"), ("content/out/b.md", "b"), ("built/site/c.md", "c")]);
    symlink("../built", site.path().join("content/link")).unwrap();
    let with = |output: &str| {
        let options = LoadOptions { output_folder: output.into(), ..options() };
        load(site.path(), &options, None).expect("the root is there")
    };
    assert_eq!(content(&with("content/out").value), ["content/a.md", "content/link/site/c.md"]);
    assert_eq!(content(&with("built/site").value), ["content/a.md", "content/out/b.md"]);
    let absolute = site.path().join("built/site");
    assert_eq!(content(&with(absolute.to_str().unwrap()).value), ["content/a.md", "content/out/b.md"]);
}

#[test]
fn names_are_nfc_and_no_two_are_the_same() {
    let site =
        site(&[("content/cafe\u{301}.md", "nfd"), ("content/caf\u{e9}.md", "nfc"), ("content/re\u{301}.md", "r")]);
    let checked = read(site.path());
    assert_eq!(content(&checked.value), ["content/caf\u{e9}.md", "content/r\u{e9}.md"]);
    assert_eq!(&**checked.value.get(checked.value.content[0]).text(), "nfc");
    assert_eq!(told(&checked), ["same-path content/caf\u{e9}.md:1:1"]);
    let note = &checked.diagnostics[0].related[0].message;
    assert!(note.ends_with(r"content/caf\u{e9}.md, the other content/cafe\u{301}.md."), "{note}");
}

#[test]
fn names_that_are_no_text_are_told() {
    let site = site(&[("content/a.md", "a"), ("content/b\\c.md", "b"), ("content/d\ne.md", "d")]);
    let bad = site.path().join("content").join(std::ffi::OsStr::from_bytes(b"p\xE9"));
    fs::create_dir(&bad).unwrap();
    fs::write(bad.join("x.md"), "x").unwrap();
    let checked = read(site.path());
    assert_eq!(content(&checked.value), ["content/a.md"]);
    let expected = [
        "file-name-not-text content/b\\c.md:1:1",
        "file-name-not-text content/d\u{FFFD}e.md:1:1",
        "file-name-not-text content/p\u{FFFD}:1:1",
    ];
    assert_eq!(told(&checked), expected);
}

#[test]
fn faults_of_a_text_are_told_where_they_stand() {
    let site = site(&[("content/marked.md", "\u{FEFF}a"), ("content/nul.md", "one\ntw\0o")]);
    put(site.path(), "content/latin.md", b"\xEF\xBB\xBFone\r\n\xC3\xA9 \xA3");
    put(site.path(), "content/wide.md", b"\xFF\xFEa\0");
    put(site.path(), "content/picture.png", b"\xFF\0");
    let checked = read(site.path());
    let expected =
        ["not-utf-8 content/latin.md:2:3", "control-character content/nul.md:2:3", "not-utf-8 content/wide.md:1:1"];
    assert_eq!(told(&checked), expected);
    let texts: Vec<_> = checked.value.content.iter().map(|id| &**checked.value.get(*id).text()).collect();
    assert_eq!(texts, ["one\r\n\u{e9} \u{FFFD}", "a", "one\ntw\u{FFFD}o", "a"]);
    assert_eq!(&*checked.value.assets["content/picture.png"], b"\xFF\0");
}

#[test]
fn texts_have_a_limit_and_other_files_have_none() {
    let site = site(&[("content/a.md", "a")]);
    for name in ["content/long.md", "content/long.png"] {
        let file = fs::File::create(site.path().join(name)).unwrap();
        file.set_len(read::TEXT_LIMIT_BYTES + 1).unwrap();
    }
    let checked = read(site.path());
    assert_eq!(told(&checked), ["file-too-large content/long.md:1:1"]);
    assert_eq!(content(&checked.value), ["content/a.md"]);
    assert_eq!(assets(&checked.value), ["content/long.png"]);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let site = site(&[("content/a.md", "a"), ("content/z.md", "z"), ("content/folder.md/x.md", "x")]);
    let fifo = site.path().join("content/pipe.md");
    assert!(make_fifo(&fifo));
    symlink("missing.md", site.path().join("content/dangling.md")).unwrap();
    symlink("z.md/deeper", site.path().join("content/through.md")).unwrap();
    // What Emacs leaves beside a file that is being edited is no fault.
    symlink("jo@desk.1234", site.path().join("content/.#a.md")).unwrap();
    let checked = read(site.path());
    let expected = [
        "file-unreadable content/dangling.md:1:1",
        "file-unreadable content/pipe.md:1:1",
        "file-unreadable content/through.md:1:1",
    ];
    assert_eq!(told(&checked), expected);
    assert_eq!(content(&checked.value), ["content/a.md", "content/folder.md/x.md", "content/z.md"]);
    let gone = read::bytes(&site.path().join("content/gone.md"), "content/gone.md", None).expect_err("not there");
    assert!(gone.message.contains("it has gone"), "a file may vanish between the walk and the reading");
}

#[expect(clippy::disallowed_methods, reason = "the standard library makes no pipes with names")]
fn make_fifo(path: &Path) -> bool {
    std::process::Command::new("mkfifo").arg(path).status().is_ok_and(|status| status.success())
}

#[test]
fn links_within_the_site_are_followed() {
    let site = site(&[("content/a.md", "a"), ("shared/s.md", "s"), ("shared/logo.png", "l"), ("x.md", "x")]);
    symlink("../shared", site.path().join("content/shared")).unwrap();
    symlink("../x.md", site.path().join("content/x.md")).unwrap();
    let checked = read(site.path());
    assert_eq!(told(&checked), [""; 0]);
    assert_eq!(content(&checked.value), ["content/a.md", "content/shared/s.md", "content/x.md"]);
    assert_eq!(assets(&checked.value), ["content/shared/logo.png"]);
}

#[test]
fn links_out_of_the_site_or_into_hidden_places_are_not_read() {
    let site = site(&[("content/a.md", "a"), (".git/config", "secret")]);
    let other = self::site(&[("secret.md", "s"), ("folder/secret.md", "s")]);
    symlink(other.path().join("secret.md"), site.path().join("content/file.md")).unwrap();
    symlink(other.path().join("folder"), site.path().join("content/folder")).unwrap();
    symlink("../.git/config", site.path().join("content/config.txt")).unwrap();
    symlink("../.git", site.path().join("content/git")).unwrap();
    symlink(other.path().join("secret.md"), site.path().join("folkmoot.yaml")).unwrap();
    let checked = read(site.path());
    let names = ["content/config.txt", "content/file.md", "content/folder", "content/git", "folkmoot.yaml"];
    assert_eq!(told(&checked), names.map(|name| format!("symlink-outside {name}:1:1")));
    assert_eq!(content(&checked.value), ["content/a.md"]);
    assert!(checked.value.assets.is_empty() && checked.value.settings.is_none());
}

#[test]
fn the_content_folder_itself_may_not_lead_out() {
    let site = site(&[("folkmoot.yaml", "")]);
    let other = self::site(&[("secret.md", "s")]);
    symlink(other.path(), site.path().join("content")).unwrap();
    let checked = read(site.path());
    assert_eq!(told(&checked), ["symlink-outside content:1:1"]);
    assert!(checked.value.content.is_empty());
}

#[test]
fn links_that_lead_back_end() {
    let site = site(&[("content/a/x.md", "x"), ("content/b/y.md", "y")]);
    for (target, link) in [(".", "a/self"), ("../..", "a/root"), ("../a", "b/a"), ("../b", "a/b"), ("own", "own")] {
        symlink(target, site.path().join("content").join(link)).unwrap();
    }
    symlink("own.md", site.path().join("content/own.md")).unwrap();
    let checked = read(site.path());
    let told = told(&checked);
    assert!(told.iter().all(|line| line.starts_with("symlink-loop ")), "{told:?}");
    for link in ["content/a/self", "content/a/root", "content/a/b/a", "content/b/a/b", "content/own.md"] {
        assert!(told.contains(&format!("symlink-loop {link}:1:1")), "{link} in {told:?}");
    }
    assert_eq!(content(&checked.value), ["content/a/b/y.md", "content/a/x.md", "content/b/a/x.md", "content/b/y.md"]);
}

#[test]
fn few_links_cannot_make_very_many_paths() {
    let site = site(&[("content/index.md", "i"), ("f12/x.md", "x")]);
    for level in 0..12 {
        let folder = site.path().join(format!("f{level}"));
        fs::create_dir_all(&folder).unwrap();
        for link in 0..6 {
            symlink(format!("../f{}", level + 1), folder.join(link.to_string())).unwrap();
        }
    }
    symlink("../f0", site.path().join("content/f")).unwrap();
    let checked = read(site.path());
    assert_eq!(content(&checked.value), ["content/index.md"]);
    assert!(checked.diagnostics.iter().all(|fault| fault.rule.code == "symlink-loop"));
}

#[test]
fn the_same_site_reads_the_same() {
    let site = site(&[("content/b.md", "b\0"), ("content/a.md", "a\0"), ("content/c/a.md", "c")]);
    let once = || format!("{:?}", read(site.path()));
    assert_eq!(once(), once());
}
