//! Plain pages: Markdown in folders of fifty, each page of seven parts with tables, lists, notes and links to its
//! neighbours and into other folders. At 10,000 pages one has 5.5 kB of Markdown, of which the built-in theme makes 26 kB of HTML:
//! its menu leads to 140 folders.

use std::fmt::Write as _;

use super::prose::Series;
use super::{BASE_URL, File};

/// How many pages lie in a folder.
const PAGES_A_FOLDER: usize = 50;
/// How many folders lie together; a site of more has a level of folders above, so that no list grows without bound.
const FOLDERS_A_VOLUME: usize = 40;
/// How many parts a page has.
const PARTS: usize = 7;
/// How many folders the menu of every page leads to.
const MENU: usize = 140;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// How a page is written for the tool that reads it. All but this is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// The title is the first heading, the page of a folder is `index.md`.
    Folkmoot,
    /// The title is a field, the page of a folder is `_index.md`.
    Hugo,
}

/// A site of so many plain pages, besides the pages of the folders.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain {
    pages: usize,
    dialect: Dialect,
}

impl Plain {
    /// A site of so many pages.
    pub(crate) fn new(pages: usize, dialect: Dialect) -> Self {
        Self { pages, dialect }
    }

    /// Every file of the content, and the settings where Folkmoot reads them.
    pub(crate) fn files(self) -> impl Iterator<Item = File> + Send {
        let settings = (self.dialect == Dialect::Folkmoot).then(|| File::new("folkmoot.yaml", self.settings("off")));
        let pages = (0..self.pages).map(move |page| File::new(self.file(page), self.text(page)));
        settings.into_iter().chain(self.indexes()).chain(pages)
    }

    /// The settings of the site, with or without a search page.
    pub(crate) fn settings(self, search: &str) -> String {
        let mut text = format!(
            "title: A site of {} pages\nsummary: Pages that stand for those of a partnership.\norganisation: The makers of the \
             benches\nlanguage: en-GB\nbase_url: {BASE_URL}\nsearch: {search}\nnavigation:\n",
            self.pages
        );
        for (path, title) in self.navigation() {
            let _ = writeln!(text, "  - {{to: \"page:{path}/index\", title: {title}}}");
        }
        text.push_str("contact: {name: The makers of the benches, email: benches@example.org}\n");
        text
    }

    /// What the menu of every page leads to: the first folders by path, and their titles. Past the smallest sites it is of one length.
    pub(crate) fn navigation(self) -> Vec<(String, String)> {
        (0..self.folders().min(MENU)).map(|folder| (self.folder(folder), folder_title(folder))).collect()
    }

    fn folders(self) -> usize {
        self.pages.div_ceil(PAGES_A_FOLDER)
    }

    fn volumes(self) -> usize {
        self.folders().div_ceil(FOLDERS_A_VOLUME)
    }

    fn has_volumes(self) -> bool {
        self.folders() > FOLDERS_A_VOLUME
    }

    /// The folder of this number, within the content.
    fn folder(self, folder: usize) -> String {
        if self.has_volumes() {
            format!("{}/part-{folder:04}", volume_path(folder / FOLDERS_A_VOLUME))
        } else {
            format!("part-{folder:04}")
        }
    }

    /// Where a page lies within the content, without its ending.
    pub(crate) fn path(self, page: usize) -> String {
        format!("{}/page-{page:06}", self.folder(page / PAGES_A_FOLDER))
    }

    /// Where a page lies within the site.
    pub(crate) fn file(self, page: usize) -> String {
        format!("content/{}.md", self.path(page))
    }

    fn index_name(self) -> &'static str {
        if self.dialect == Dialect::Hugo { "_index.md" } else { "index.md" }
    }

    /// What a page opens with: its title, and what it is about. Folkmoot takes the second for search engines from the first
    /// paragraph; Hugo would have to draw the page for that, and so is told.
    fn opening(self, title: &str, about: &str) -> String {
        if self.dialect == Dialect::Hugo {
            format!("---\ntitle: {title}\ndescription: {about}\n---\n\n{about}")
        } else {
            format!("# {title}\n\n{about}")
        }
    }

    /// The page of the site, of each volume and of each folder.
    fn indexes(self) -> impl Iterator<Item = File> + Send {
        let name = self.index_name();
        let volumes = (0..self.volumes()).filter(move |_| self.has_volumes()).map(move |volume| {
            let first = volume * FOLDERS_A_VOLUME;
            let last = (first + FOLDERS_A_VOLUME).min(self.folders());
            let entries = (first..last).map(|folder| (folder_title(folder), format!("part-{folder:04}/{name}")));
            File::new(format!("content/{}/{name}", volume_path(volume)), self.list(&volume_title(volume), entries))
        });
        let folders = (0..self.folders()).map(move |folder| {
            let first = folder * PAGES_A_FOLDER;
            let last = (first + PAGES_A_FOLDER).min(self.pages);
            let entries = (first..last).map(|page| (page_title("Page", page), format!("page-{page:06}.md")));
            File::new(format!("content/{}/{name}", self.folder(folder)), self.list(&folder_title(folder), entries))
        });
        std::iter::once_with(move || self.home()).chain(volumes).chain(folders)
    }

    fn home(self) -> File {
        let name = self.index_name();
        let title = format!("A site of {} pages", self.pages);
        let text = if self.has_volumes() {
            let entries =
                (0..self.volumes()).map(|volume| (volume_title(volume), format!("{}/{name}", volume_path(volume))));
            self.list(&title, entries)
        } else {
            let entries =
                (0..self.folders()).map(|folder| (folder_title(folder), format!("{}/{name}", self.folder(folder))));
            self.list(&title, entries)
        };
        File::new(format!("content/{name}"), text)
    }

    fn list(self, title: &str, entries: impl Iterator<Item = (String, String)>) -> String {
        let mut text = self.opening(title, &format!("What stands below {title}, in order."));
        text.push_str("\n\n");
        for (title, address) in entries {
            let _ = writeln!(text, "- [{title}]({address})");
        }
        text
    }

    /// A page as it was first written.
    pub(crate) fn text(self, page: usize) -> String {
        self.edited(page, "Page", 0)
    }

    /// A page whose title begins so, and in whose last paragraph this edit stands.
    pub(crate) fn edited(self, page: usize, title: &str, edit: usize) -> String {
        let mut words = Series::new(page);
        let about = format!("This is page {page} of {}. {}", self.pages, words.sentence());
        let mut text = self.opening(&page_title(title, page), &about);
        let _ = writeln!(text, " {}", words.sentences(2));
        for part in 0..PARTS {
            let _ = write!(text, "\n## Part {part}\n\n");
            match part {
                1 => months(&mut text, &mut words),
                5 => measures(&mut text, &mut words),
                2 => bullets(&mut text, &mut words),
                3 => steps(&mut text, &mut words),
                4 => quote(&mut text, &mut words),
                6 => tasks(&mut text, page, &mut words),
                _ => {
                    let _ = writeln!(text, "{}", words.sentences(4));
                }
            }
            let _ = write!(text, "\n### More on part {part}\n");
            self.links(&mut text, page, part, &mut words);
        }
        let _ = write!(text, "\n{}\nThe paragraph that is edited says {edit}.\n", words.sentence());
        let _ = write!(text, "\n[^source]: {}\n\n[^later]: {}\n", words.sentence(), words.sentence());
        text
    }

    /// A paragraph with a link to the page beside it, one to a part of a neighbour, and one into another folder.
    fn links(self, text: &mut String, page: usize, part: usize, words: &mut Series) {
        let first = page - page % PAGES_A_FOLDER;
        let count = (self.pages - first).min(PAGES_A_FOLDER);
        let neighbour = first + (page + part + 1) % count;
        let far = (page + PAGES_A_FOLDER * (part + 1) + words.below(PAGES_A_FOLDER)) % self.pages;
        let (near_part, far_part) = (words.below(PARTS), words.below(PARTS));
        let up = if self.has_volumes() { "../../" } else { "../" };
        let _ = writeln!(
            text,
            "\n{} See [part {near_part} of page {neighbour}](page-{neighbour:06}.md#part-{near_part}), and for the whole county \
             [part {far_part} of page {far}]({up}{}.md#part-{far_part}).",
            words.sentence(),
            self.path(far)
        );
    }
}

/// Figures of a year, month by month.
fn months(text: &mut String, words: &mut Series) {
    text.push_str("| Month | North | East | South | West |\n|:--|--:|--:|--:|--:|\n");
    for month in MONTHS {
        let [north, east, south, west] = [90, 80, 70, 60].map(|limit| words.below(limit));
        let _ = writeln!(text, "| {month} | {north} | {east} | {south} | {west} |");
    }
}

/// Some measures, with what is reached of each.
fn measures(text: &mut String, words: &mut Series) {
    text.push_str("| Measure | Before | Now | Goal |\n|:--|--:|--:|--:|\n");
    for row in 1..=5 {
        let [before, now, goal] = [900, 800, 700].map(|limit| words.below(limit));
        let _ = writeln!(text, "| {row}: {} | {before} | **{now}** | {goal} |", words.thing());
    }
}

fn bullets(text: &mut String, words: &mut Series) {
    for _ in 0..3 {
        let _ = writeln!(text, "- {}", words.sentence());
        let _ = writeln!(text, "  - *{}*, and", words.clause());
        let _ = writeln!(text, "  - {} with `code {}`.", words.clause(), words.below(100));
    }
}

fn steps(text: &mut String, words: &mut Series) {
    for step in 1..=4 {
        let _ = writeln!(text, "{step}. {} It is **agreed**[^source] and *written down*.", words.sentence());
    }
}

fn quote(text: &mut String, words: &mut Series) {
    let _ = writeln!(text, "{}[^later]\n\n> {}\n>\n> {}", words.sentence(), words.sentence(), words.sentence());
}

fn tasks(text: &mut String, page: usize, words: &mut Series) {
    for task in 0..3 {
        let _ = writeln!(text, "- [{}] {}", if task == 0 { "x" } else { " " }, words.sentence());
    }
    let _ = writeln!(text, "\n```yaml\nid: page-{page}\nowner: {}\nfigure: {}\n```", words.actor(), words.below(1000));
}

fn page_title(title: &str, page: usize) -> String {
    format!("{title} {page}")
}

fn folder_title(folder: usize) -> String {
    format!("Folder {folder}")
}

fn volume_title(volume: usize) -> String {
    format!("Volume {volume}")
}

fn volume_path(volume: usize) -> String {
    format!("volume-{volume:02}")
}
