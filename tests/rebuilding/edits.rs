//! Edits of a site as people make them: words, headings, links, fields, files, templates, settings; well and badly.

use std::path::Path;

use super::folder::{FILES, Folder};
use super::runs::Desk;

/// Numbers without order, the same for the same seed (`SplitMix64`).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// A number below a limit.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }
}

/// What somebody does to a site.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    /// Saves a file with these bytes.
    Save(String, Vec<u8>),
    Delete(String),
    Rename(String, String),
    /// Saves several files at once, as version control does.
    Restore(Vec<String>),
    ShowDrafts(bool),
    Day(jiff::civil::Date),
    Base(Option<String>),
    Commit(String, jiff::civil::Date),
}

/// What is written into texts: harmless words, and all that other pages might show.
const PIECES: &[&str] = &[
    "More words. ",
    "\n\nA paragraph of its own that is long enough to open a page with.\n\n",
    "\n\n## A new part\n\nWith words.\n\n",
    " [about](page:about#who-we-are) ",
    " <priority:knives> ",
    " <priority:knifes> ",
    " [gone](nowhere.md) ",
    " [first](guides/first.md#steps) ",
    "\n\n![Board](board:main)\n\n",
    "\n\n![Time](view:timeline)\n\n",
    " the CSP ",
    " <span id=\"here\">here</span> ",
    " <script>alert(1)</script> ",
    "[^1]",
    "\n\n> [!NOTE]\n> Mind this.\n\n",
    "\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n",
    "é",
    "\t",
    "\u{feff}",
    "\r\n",
    "\0",
];

/// Lines that are put into front matter.
const FIELDS: &[&str] = &[
    "summary: In a few words.\n",
    "title: Another title\n",
    "draft: true\n",
    "status: current\n",
    "status: nonsense\n",
    "aliases: [old/place]\n",
    "aliases: [about]\n",
    "owner: police\n",
    "owner: polise\n",
    "language: cy\n",
    "colour: red\n",
    "numbered: true\n",
    "review_due: 2024-06-01\n",
    "accept:\n  - code: dead-link\n    reason: It comes back.\n",
    "links:\n  - to: plan:force#one\n    relation: delivers\n",
];

/// Whole files that come and go.
const NEW: &[(&str, &str)] = &[
    ("content/new.md", "# New\n\nA page that was not there before, about the CSP.\n"),
    ("content/nowhere.md", "# Nowhere\n\nNow there is something where nothing was.\n"),
    ("content/guides/index.md", "# Guides\n\nAll of the guides, one after the other.\n"),
    ("content/priorities/knifes.md", "---\ntitle: Knives again\n---\n\nAnother record by another name.\n"),
    ("content/priorities/index.md", "# Our priorities\n\nThese are the things that matter most.\n"),
    ("content/documents/strategy/00-before.md", "# Before\n\nA paragraph before all others.\n"),
    ("content/terms/crime.yaml", "- id: asb\n  title: Anti-social behaviour\n  abbreviation: ASB\n"),
    ("content/404.md", "# Not here\n\nThis page is not here, look elsewhere.\n"),
    ("content/search.md", "# Search\n\nA search page of our own making.\n"),
    ("content/robots.txt", "User-agent: *\n"),
    ("content/files/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("content/about.html", "<p>In the way of a page."),
    (
        "themes/civic/templates/page.html",
        "{% extends \"civic/page.html\" %}{% block content %}{{ body }}!{% endblock %}",
    ),
    ("themes/civic/templates/base.html", "<html lang=\"en\"><title>{{ page.title }}</title>{{ body }}{{ page.titel }}"),
    ("themes/civic/templates/board.html", "{% extends \"civic/board.html\" %}{% block content %}{% oops"),
    ("themes/civic/static/style.css", "body { color: #111 }"),
    ("themes/civic/static/extra.css", "p { margin: 0 }"),
    ("themes/civic/messages/en.ftl", "skip-link = Straight to the text\n"),
    ("themes/civic/messages/cy.ftl", "skip-link = { $nothing\n"),
];

/// Settings as somebody might write them.
const SETTINGS: &[&str] = &[
    "title: Safer Shire\n",
    "title: A safer shire\norganisation: Shire Partnership\nurls: directories\n",
    "title: Safer Shire\nsearch: off\nlanguage: en\n",
    "title: Safer Shire\nbase_url: https://www.example.org/plan/\ncontact:\n  email: a@example.org\n",
    "title: Safer Shire\nbrand:\n  colour: \"#00703c\"\n",
    "title: Safer Shire\nnavigation:\n  - to: page:about\n  - to: priority:knives\n    title: Knives\n",
    "title: Safer Shire\nas_of: 2024-05-20\n",
    "title: Safer Shire\nlanguage: cy\n",
    "title: Safer Shire\ntheme: other\n",
    "title: [\n",
    "",
];

/// The next edit of a site.
pub(super) fn next(random: &mut Random, folder: &Folder) -> Edit {
    let paths = folder.paths();
    let all: Vec<&str> = paths.iter().map(String::as_str).collect();
    let texts: Vec<&str> =
        all.iter().copied().filter(|path| Path::new(path).extension().is_some_and(|ending| ending == "md")).collect();
    match random.below(20) {
        0..=8 if !texts.is_empty() => write_into(random, folder, &texts),
        9 if !texts.is_empty() => set_field(random, folder, &texts),
        10 => {
            let (path, text) = NEW[usize::try_from(random.below(NEW.len() as u64)).unwrap()];
            save(folder, path, text.as_bytes().to_vec())
        }
        11 if !all.is_empty() => Edit::Delete(random.one_of(&all).to_owned()),
        12 if !all.is_empty() => rename(random, folder, &all),
        13 => {
            let text = random.one_of(SETTINGS);
            save(folder, "folkmoot.yaml", text.as_bytes().to_vec())
        }
        14 => match random.below(4) {
            0 => Edit::ShowDrafts(random.below(2) == 0),
            1 => Edit::Day(jiff::civil::date(2024, 7, 1 + i8::try_from(random.below(3)).unwrap())),
            2 => Edit::Base((random.below(2) == 0).then(|| "https://other.example/".to_owned())),
            _ if all.is_empty() => Edit::ShowDrafts(true),
            _ => Edit::Commit(random.one_of(&all).to_owned(), jiff::civil::date(2024, 6, 30)),
        },
        15 if !all.is_empty() => {
            let path = random.one_of(&all).to_owned();
            let bytes = folder.bytes(&path);
            let half = bytes[..bytes.len() / 2].to_vec();
            Edit::Save(path, half)
        }
        16 if !all.is_empty() => Edit::Save(random.one_of(&all).to_owned(), vec![0xff, 0xfe, b'x']),
        _ => {
            let gone: Vec<String> = FILES
                .iter()
                .filter(|(path, text)| folder.bytes(path) != text.as_bytes() && folder.has_room(path))
                .map(|(path, _)| (*path).to_owned())
                .collect();
            Edit::Restore(gone)
        }
    }
}

fn save(folder: &Folder, path: &str, bytes: Vec<u8>) -> Edit {
    if folder.has_room(path) { Edit::Save(path.to_owned(), bytes) } else { Edit::ShowDrafts(true) }
}

/// Writes something somewhere into a text, or changes a word of it.
fn write_into(random: &mut Random, folder: &Folder, texts: &[&str]) -> Edit {
    let path = random.one_of(texts).to_owned();
    let mut text = String::from_utf8_lossy(folder.bytes(&path)).into_owned();
    let body = text.rfind("---\n").map_or(0, |at| at + 4);
    let spaces: Vec<usize> =
        text.char_indices().filter(|(at, letter)| *at >= body && *letter == ' ').map(|(at, _)| at).collect();
    let at = if spaces.is_empty() {
        text.len()
    } else {
        spaces[usize::try_from(random.below(spaces.len() as u64)).unwrap()]
    };
    if random.below(3) == 0 {
        let piece = random.one_of(PIECES);
        text.insert_str(at, piece);
    } else {
        text.insert_str(at, [" also", " *and*", " or", ", then,"][usize::try_from(random.below(4)).unwrap()]);
    }
    Edit::Save(path, text.into_bytes())
}

fn set_field(random: &mut Random, folder: &Folder, texts: &[&str]) -> Edit {
    let path = random.one_of(texts).to_owned();
    let text = String::from_utf8_lossy(folder.bytes(&path)).into_owned();
    let field = random.one_of(FIELDS);
    let edited = match text.strip_prefix("---\n") {
        Some(rest) => format!("---\n{field}{rest}"),
        None => format!("---\n{field}---\n\n{text}"),
    };
    Edit::Save(path, edited.into_bytes())
}

/// Gives a file another name: in its folder, or in the folder of another kind.
fn rename(random: &mut Random, folder: &Folder, all: &[&str]) -> Edit {
    let from = random.one_of(all);
    let name = from.rsplit('/').next().unwrap_or(from);
    let places =
        ["content/", "content/guides/", "content/priorities/", "content/plans/", "content/topics/", "content/Z"];
    let to = format!("{}{name}", places[usize::try_from(random.below(places.len() as u64)).unwrap()]);
    if from == to || folder.has(&to) || !folder.has_room(&to) {
        return Edit::Delete(from.to_owned());
    }
    Edit::Rename(from.to_owned(), to)
}

/// Makes an edit. The files whose content alone changed come back; none where more did.
pub(super) fn make(edit: &Edit, folder: &mut Folder, desk: &mut Desk) -> Vec<String> {
    match edit {
        Edit::Save(path, bytes) => {
            let was_there = folder.has(path);
            folder.write(path, bytes);
            return if was_there { vec![path.clone()] } else { Vec::new() };
        }
        Edit::Delete(path) => folder.delete(path),
        Edit::Rename(from, to) => {
            let bytes = folder.bytes(from).to_vec();
            folder.delete(from);
            folder.write(to, &bytes);
        }
        Edit::Restore(paths) => {
            for (path, text) in FILES.iter().filter(|(path, _)| paths.iter().any(|wanted| wanted == path)) {
                folder.write(path, text.as_bytes());
            }
        }
        Edit::ShowDrafts(shown) => desk.options.with_drafts = *shown,
        Edit::Day(day) => desk.options.day = *day,
        Edit::Base(base) => desk.options.base_url.clone_from(base),
        Edit::Commit(path, day) => {
            desk.options.changed.insert(path.clone(), *day);
        }
    }
    Vec::new()
}
