//! Addresses that last: what an earlier build served and this one does not.
//!
//! Must not know disks.

mod moved;
mod rules;
mod served;
mod successor;

pub use rules::{ADDRESS_GONE, ANCHOR_GONE, PARAGRAPH_NUMBER_MOVED, RULES};

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::export::{AddressList, PageAddress};
use crate::model::settings::UrlStyle;
use crate::output::OutputPath;
use crate::pages::alias_address;
use crate::pages::view::Page;
use crate::parse::markdown::tree::{Block, Heading};
use crate::sources::Sources;
use served::Served;
use successor::{MOST_COMPARED, Successors};

/// The addresses of an earlier build.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it served.
    pub list: AddressList,
    /// The file of the list, for findings that belong to no source.
    pub name: String,
}

/// What is served now.
pub struct Now<'a> {
    /// The list of it.
    pub list: &'a AddressList,
    /// The pages.
    pub pages: &'a [Page],
    /// How they are addressed.
    pub style: UrlStyle,
    /// What they are made from.
    pub sources: &'a Sources,
}

/// A finding for each address and anchor of the earlier build that is gone without an alias, and for each page on which
/// paragraph numbers stand for other texts.
pub fn gone(earlier: &Earlier, now: &Now<'_>) -> Vec<Diagnostic> {
    let pages = now.pages.iter().filter_map(|page| Some((page.address.output_path(now.style)?, page)));
    let pages: HashMap<OutputPath, &Page> = pages.collect();
    let page_of = |entry: &PageAddress| OutputPath::new(entry.path.as_str()).and_then(|path| pages.get(&path).copied());
    let served: Vec<Served<'_>> =
        now.list.pages.iter().filter_map(|entry| Some(Served { entry, page: page_of(entry)? })).collect();
    let by_path: HashMap<&str, Served<'_>> =
        served.iter().map(|served| (served.entry.path.as_str(), *served)).collect();
    let files: HashSet<&str> = now.list.files.iter().map(String::as_str).collect();
    let successors = Successors::new(&earlier.list, &served);
    let mut told = Vec::new();
    for old in &earlier.list.pages {
        match by_path.get(old.path.as_str()) {
            Some(new) => told.extend(page_faults(old, *new, &by_path, earlier)),
            None if files.contains(old.path.as_str()) || old.part_of.is_some() => {}
            None => told.push(page_gone(old, successors.of(old, &by_path), earlier, now)),
        }
    }
    let is_served = |file: &str| files.contains(file) || by_path.contains_key(file);
    let by_name: HashMap<String, &str> = now.list.files.iter().rev().map(|file| (name(file), file.as_str())).collect();
    let gone = earlier.list.files.iter().filter(|file| !is_served(file));
    told.extend(gone.map(|file| file_gone(file, by_name.get(&name(file)).copied(), earlier)));
    told
}

/// What is gone from a page that is still there. A former address that leads on settles its anchors, but a paragraph number
/// must not come to stand for another text on the way.
fn page_faults(
    old: &PageAddress,
    new: Served<'_>,
    by_path: &HashMap<&str, Served<'_>>,
    earlier: &Earlier,
) -> Vec<Diagnostic> {
    if old.redirects_to.is_some() {
        return Vec::new();
    }
    let place = |served: Served<'_>| {
        served.page.origin.map_or_else(|| Place::file(earlier.name.as_str()), |origin| origin.span.into())
    };
    if let Some(href) = &new.entry.redirects_to {
        let target = successor::resolve(&old.path, href).and_then(|path| by_path.get(path.as_str()).copied());
        return target.and_then(|target| moved::finding(old, target, place(target))).into_iter().collect();
    }
    let numbers = |page: &'_ PageAddress| -> Vec<String> {
        page.paragraphs.iter().map(|paragraph| paragraph.anchor.clone()).collect()
    };
    let there: HashSet<String> = new.entry.anchors.iter().cloned().chain(numbers(new.entry)).collect();
    let before: HashSet<&str> = old.anchors.iter().map(String::as_str).collect();
    let fresh: Vec<&str> =
        new.entry.anchors.iter().map(String::as_str).filter(|anchor| !before.contains(anchor)).collect();
    let mut told = Vec::new();
    for number in numbers(old).iter().filter(|number| !there.contains(*number)) {
        told.push(number_gone(&old.path, number, place(new)));
    }
    for anchor in old.anchors.iter().filter(|anchor| !there.contains(*anchor)) {
        let compared = fresh.iter().copied().filter(|_| fresh.len() <= MOST_COMPARED);
        let near = nearest(anchor, compared).or(if let [only] = fresh[..] { Some(only) } else { None });
        let heading = near.and_then(|near| heading(new.page, near));
        let message = format!("Links to `{}#{anchor}` no longer find their place on the page.", old.path);
        let help = match heading {
            Some(heading) => {
                format!("If “{}” took its place, write `{{#{anchor}}}` at the end of this heading.", heading.text)
            }
            None => format!(
                "Write `{{#{anchor}}}` at the end of the heading that took its place, or give the part its former id."
            ),
        };
        let place = heading.map_or_else(|| place(new), |heading| heading.span.into());
        told.push(Diagnostic::new(&ANCHOR_GONE, place, message).help(help));
    }
    told.extend(moved::finding(old, new, place(new)));
    told
}

/// A numbered paragraph that is no longer on its page.
fn number_gone(path: &str, anchor: &str, place: Place) -> Diagnostic {
    let message =
        format!("The paragraph `{path}#{anchor}` was served by the earlier build, and now none has its number.");
    let help = "Put the paragraph back, if only with a sentence that it was withdrawn, or give the section the `first_number` \
                with which the others keep theirs.";
    Diagnostic::new(&ANCHOR_GONE, place, message).help(help)
}

/// The heading of a page that has this anchor.
fn heading<'a>(page: &'a Page, anchor: &str) -> Option<&'a Heading> {
    page.body.as_ref()?.tree.blocks.iter().find_map(|block| match block {
        Block::Heading(heading) if heading.id == anchor => Some(heading),
        _ => None,
    })
}

fn page_gone(old: &PageAddress, successor: Option<Served<'_>>, earlier: &Earlier, now: &Now<'_>) -> Diagnostic {
    let title = if old.title.is_empty() { String::new() } else { format!(" (“{}”)", old.title) };
    let message =
        format!("The page `{}`{title} was served by the earlier build, and now nothing is at its address.", old.path);
    let alias = alias_for(&old.path, now.style);
    match successor.and_then(|served| Some((served, served.page.origin?))) {
        Some((served, origin)) => {
            let file = &now.sources.get(origin.span.source).path;
            let leads_there = |page: &PageAddress| {
                let target = page.redirects_to.as_ref().and_then(|href| successor::resolve(&page.path, href));
                target.is_some_and(|target| target == served.entry.path)
            };
            let what = if now.list.pages.iter().any(leads_there) {
                format!("add `{alias}` to the `aliases` among its fields")
            } else {
                format!("write `aliases: [{alias}]` among its fields")
            };
            let help = format!("If “{}” took its place, {what}, in {file}.", served.entry.title);
            Diagnostic::new(&ADDRESS_GONE, origin.span, message).help(help)
        }
        None => Diagnostic::new(&ADDRESS_GONE, Place::file(earlier.name.as_str()), message).help(format!(
            "Write `aliases: [{alias}]` among the fields of the page that took its place, or put the page back."
        )),
    }
}

/// The finding for a file that is gone; `same_name` is one that is called the same and lies elsewhere.
fn file_gone(file: &str, same_name: Option<&str>, earlier: &Earlier) -> Diagnostic {
    let message = format!("The file `{file}` was served by the earlier build, and now nothing is at its address.");
    let may_be = same_name.map(|other| format!(" It may be the one that is now `{other}`.")).unwrap_or_default();
    Diagnostic::new(&ADDRESS_GONE, Place::file(earlier.name.as_str()), message)
        .help(format!("Put the file back under this name, beside any new one.{may_be}"))
}

/// What a file is called, whatever its folder and its case.
fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_lowercase()
}

/// What to write in `aliases` for a page at this path, between brackets of YAML.
fn alias_for(path: &str, style: UrlStyle) -> String {
    let short = [path.strip_suffix("index.html"), path.strip_suffix(".html")];
    let leads_back = |alias: &&str| {
        !alias.is_empty() && alias_address(alias).output_path(style).is_some_and(|back| back.as_str() == path)
    };
    let alias = short.into_iter().flatten().find(leads_back).unwrap_or(path);
    let is_plain = alias.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) || byte > 127);
    let begins_plainly = alias.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_uppercase());
    if is_plain && begins_plainly { alias.to_owned() } else { serde_json::to_string(alias).unwrap_or_default() }
}
