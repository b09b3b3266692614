//! The same site, whichever way a build takes: with the trees of its texts, as a check keeps them; with texts prepared, in memory
//! as a preview does it; page by page to a shelf as `folkmoot build` does it, which a search page keeps in memory after all; with
//! its texts packed, as of a very large site; and with what another of these ways has left.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use folkmoot::diagnostic::human;
use folkmoot::load::{LoadOptions, load};
use folkmoot::model::kind::Kind;
use folkmoot::output::OutputPath;
use folkmoot::pipeline::{self, Depth, Inputs, Memory, Shelf, Watch};
use folkmoot::rules;
use folkmoot::sources::Sources;
use folkmoot::sources::history::History;

use crate::support::Site;

type Files = BTreeMap<String, Vec<u8>>;

/// A shelf in memory.
#[derive(Default)]
struct Kept(Mutex<Files>);

impl Shelf for Kept {
    fn begin(&self) {}

    fn put(&self, path: &OutputPath, bytes: &[u8]) {
        let before = self.0.lock().unwrap().insert(path.to_string(), bytes.to_vec());
        assert!(before.is_none(), "{path} came twice");
    }
}

struct Nobody;

impl Watch for Nobody {}

/// How a site is built.
struct Way {
    depth: Depth,
    to_shelf: bool,
    packed: bool,
}

const PLAIN: Way = Way { depth: Depth::Build, to_shelf: false, packed: false };

/// What is built, and what is told of the sources.
fn built(root: &Path, way: &Way) -> (Files, String) {
    remembering(root, way, &mut Memory::default())
}

/// The same with what is remembered.
fn remembering(root: &Path, way: &Way, memory: &mut Memory) -> (Files, String) {
    let kind_folders = Kind::folders();
    let options = LoadOptions { kind_folders: &kind_folders, ..LoadOptions::default() };
    let read = load(root, &options, None).unwrap();
    let mut sources: Sources = read.value;
    assert_eq!(sources.pack_if_large(if way.packed { 0 } else { usize::MAX }), way.packed);
    let (shelf, rules) = (Kept::default(), rules::all());
    let history = History::new(BTreeMap::new());
    let day = jiff::civil::date(2026, 3, 1);
    // The index of a search page is another program's.
    let mut inputs =
        Inputs { depth: way.depth, searches_later: true, ..Inputs::new(&sources, &history, day, &rules, &Nobody) };
    if way.to_shelf {
        inputs.shelf = Some(&shelf);
    }
    let made = pipeline::build(inputs, memory);
    let told = human(&made.diagnostics, &sources, false);
    let output = made.value.output.unwrap_or_else(|| panic!("nothing was built:\n{told}"));
    let mut files: Files = output.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
    for (path, bytes) in shelf.0.into_inner().unwrap() {
        assert!(files.insert(path.clone(), bytes).is_none(), "{path} is on the shelf and in memory");
    }
    (files, told)
}

/// What differs between two sites.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let all: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    all.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn is_the_same_by_every_way(root: &Path) {
    let (plain, told) = built(root, &PLAIN);
    assert!(plain.len() > 5, "there is something to compare");
    for (name, way) in [
        ("as a check", Way { depth: Depth::Check, ..PLAIN }),
        ("page by page", Way { to_shelf: true, ..PLAIN }),
        ("packed", Way { packed: true, ..PLAIN }),
        ("packed and page by page", Way { packed: true, to_shelf: true, ..PLAIN }),
    ] {
        let (files, found) = built(root, &way);
        assert_eq!(differences(&plain, &files), Vec::<String>::new(), "{name}");
        assert!(way.depth == Depth::Check || found == told, "{name}: {found}\n{told}");
    }
    let mut memory = Memory::default();
    for depth in [Depth::Build, Depth::Check, Depth::Build, Depth::Check] {
        let (files, _) = remembering(root, &Way { depth, ..PLAIN }, &mut memory);
        assert_eq!(differences(&plain, &files), Vec::<String>::new(), "{depth:?} after another");
    }
}

#[test]
fn the_example_is_the_same_by_every_way() {
    // The same content without a search page, which would keep all pages in memory.
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = Site::new();
    let content = walkdir::WalkDir::new(root.join("content"));
    for file in content.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let to = site.root().join(file.path().strip_prefix(root).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(file.path(), to).unwrap();
    }
    let settings = std::fs::read_to_string(root.join("folkmoot.yaml")).unwrap();
    let without = settings.replace("search: pagefind", "search: off");
    assert_ne!(settings, without);
    std::fs::write(site.root().join("folkmoot.yaml"), without).unwrap();
    is_the_same_by_every_way(site.root());
}

#[test]
fn odd_texts_are_the_same_by_every_way() {
    for search in ["off", "pagefind"] {
        is_the_same_by_every_way(odd_site(search).root());
    }
}

#[test]
fn a_document_that_is_numbered_from_now_on_is_what_one_is_that_always_was() {
    let numbered = odd_site("off").file("content/documents/plan/01-part.md", "---\ntitle: Part\n---\n\nThird.\n");
    let mut memory = Memory::default();
    let index = numbered.root().join("content/documents/plan/index.md");
    let text = std::fs::read_to_string(&index).unwrap();
    for text in [text.replace("numbered: true", "numbered: false"), text] {
        std::fs::write(&index, text).unwrap();
        let (warm, _) = remembering(numbered.root(), &PLAIN, &mut memory);
        let (cold, _) = built(numbered.root(), &PLAIN);
        assert_eq!(differences(&cold, &warm), Vec::<String>::new());
    }
}

fn odd_site(search: &str) -> Site {
    Site::new()
        .file("folkmoot.yaml", &format!("title: Safer Shire\nsearch: {search}\n"))
        .file("content/index.md", "# Home\n\n[CSP](terms/csp.md), A&E & the CSP.\n\n![A view](view:members)\n\n![none](gone.png)\n")
        .file("content/terms/csp.md", "---\ntitle: Community Safety Partnership\nabbreviation: CSP\n---\n\nAll.\n")
        .file(
            "content/odd.md",
            "# Odd\n\nA [dead link](gone.md \"t\") and <img src=gone.png alt='a>b'> <a href=gone.md>c</a> CSP.[^a] <page:index>\n\n\
             > [!WARNING]\n> CSPs, *CSP*, `CSP`\n\n- [x] one\n- [ ] two[^a]\n\n|a|b|\n|-|-:|\n|CSP|<ul><li>c</ul>|\n\n[^a]: Note.\n",
        )
        .file("content/empty.md", "")
        .file("content/documents/plan/index.md", "---\ntitle: Plan\nnumbered: true\n---\n\nFirst.\n\n- a\n\nSecond.\n")
        .file("content/documents/plan/01-part.md", "---\ntitle: Part\n---\n\nThird, see [paragraph 1](document:plan#p1).\n")
}
