//! A small site of every kind on disk, which edits change.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// The files that it begins with.
pub(super) const FILES: &[(&str, &str)] = &[
    (
        "folkmoot.yaml",
        "title: Safer Shire\norganisation: Shire Partnership\nlanguage: en\nlanguages:\n  cy:\n    title: Swydd Ddiogel\n",
    ),
    (
        "content/index.md",
        "---\ntitle: Safer Shire\n---\n\nThe partnership keeps the shire safe, as its [board](board:main) decided.\n\n![Plans](view:alignment)\n",
    ),
    (
        "content/about.md",
        "# About us\n\nWe are many people who work on one thing together.\n\n## Who we are\n\nSee [the guide](guides/first.md#steps).\n\n## What we do\n\nWe meet.\n\n## When\n\nOften.\n",
    ),
    (
        "content/guides/first.md",
        "# A first guide\n\nThis guide tells all that there is to know.\n\n## Steps\n\nOne[^1].\n\n[^1]: Or two.\n",
    ),
    (
        "content/guides/second.md",
        "# Another guide\n\nBack to [the first](first.md) or <priority:knives>, by the CSP.\n",
    ),
    (
        "content/amdanom.md",
        "---\ntitle: Amdanom ni\nlanguage: cy\ntranslation_of: page:about\n---\n\nRydym yn gweithio gyda'n gilydd dros bawb.\n",
    ),
    ("content/terms/csp.md", "---\ntitle: Community safety partnership\nabbreviation: CSP\n---\n"),
    (
        "content/organisations/bodies.yaml",
        "- id: county\n  name: Shire County Council\n  type: county-council\n- id: police\n  name: Shire Police\n  type: police-force\n",
    ),
    (
        "content/boards/main.md",
        "---\nname: Shire Board\ntype: strategy-board\nseats:\n  - organisation: county\n    role: chair\n    holder:\n      name: A. Clerk\n      public_because: elected\n  - organisation: police\n    role: member\n---\n\nThe board steers what the partners do in the shire.\n",
    ),
    (
        "content/priorities/knives.md",
        "---\ntitle: Knife crime\nsummary: Fewer knives.\nowner: county\nlinks:\n  - to: plan:force\n    relation: supports\n    note: Both want it.\n---\n\nKnives do harm, and the partners want fewer of them about.\n\nMore on it [here](document:strategy#p2).\n",
    ),
    (
        "content/priorities/burglary.md",
        "---\ntitle: Burglary\nowner: police\nstatus: draft\n---\n\nLocks and lights keep thieves away from homes.\n",
    ),
    (
        "content/plans/force.md",
        "---\ntitle: Police plan\nowner: police\ntier: force\nitems:\n  - id: one\n    title: Calm streets\n---\n",
    ),
    (
        "content/documents/strategy/index.md",
        "---\ntitle: The strategy\ntype: strategy\nowner: county\nnumbered: true\npublished: 2024-05-01\n---\n",
    ),
    (
        "content/documents/strategy/01-start.md",
        "# Where we start\n\nThe first paragraph says much.\n\nThe second paragraph says more.\n",
    ),
    ("content/documents/strategy/02-end.md", "# Where we end\n\nThe last one says [all](01-start.md).\n"),
    (
        "content/documents/report/index.md",
        "---\ntitle: A report\ntype: report\nowner: police\n---\n\nThis report is of one page alone, and no more.\n",
    ),
    (
        "content/events/adopted.md",
        "---\ntitle: Adopted\ntype: decision\ndate: 2024-06-01\nbody: board:main\ndocument: strategy\noutcome: adopted\n---\n",
    ),
    ("content/files/note.txt", "A file as it is.\n"),
];

/// The site, and what its files hold.
pub(super) struct Folder {
    root: TempDir,
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// The site as it begins.
    pub(super) fn new() -> Self {
        let mut folder = Self { root: tempfile::tempdir().unwrap(), files: BTreeMap::new() };
        for (path, text) in FILES {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(super) fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    pub(super) fn bytes(&self, path: &str) -> &[u8] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a file can be made at a path: nothing that it would lie in is a file, and it is no folder.
    pub(super) fn has_room(&self, path: &str) -> bool {
        let is_above = |one: &str, other: &str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with('/'));
        !self.files.keys().any(|other| other != path && (is_above(other, path) || is_above(path, other)))
    }

    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) {
        let full = self.root.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
        self.files.insert(path.to_owned(), bytes.to_vec());
    }

    pub(super) fn delete(&mut self, path: &str) {
        fs::remove_file(self.root.path().join(path)).unwrap();
        self.files.remove(path);
        // A folder without a file is no folder of the site.
        let mut folder = Path::new(path).parent();
        while let Some(above) = folder.filter(|above| !above.as_os_str().is_empty()) {
            let _ = fs::remove_dir(self.root.path().join(above));
            folder = above.parent();
        }
    }
}
