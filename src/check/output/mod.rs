//! The pages as they are written, whatever made them: templates, raw HTML or embeds. Every link, fragment and id of the
//! HTML is held against the files of the site, and what is wrong is told where it was typed.
//!
//! Must not know disks or the web.

mod address;
mod css;
mod data;
mod document;
mod elements;
mod fault;
mod files;
mod html;
mod kind;
mod link_rules;
mod linking;
mod links;
mod lists;
mod names;
mod occurrences;
mod open;
mod outward;
mod role;
mod shape;
mod tell;
mod trace;
mod wording;

pub use linking::linking_pages;
pub use outward::Outward;

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::check::reviews;
use crate::diagnostic::{Checked, Rule};
use crate::graph::{Embed, Link, Text};
use crate::output::Output;
use crate::pages::content::Content;
use crate::pages::view::Page;
use crate::pages::{Pages, Site};
use crate::sources::SourceId;
use address::Root;
use document::{Document, Written, small};
use fault::{Fault, Wrong};
use files::{FileId, Files};
use kind::{Kind, kind_of};
use links::{Followed, Ground};
use occurrences::Occurrences;
use trace::Tracer;

/// Every rule on the pages as they are written.
pub const RULES: [&Rule; 19] = [
    &link_rules::PAGE_DEAD_LINK,
    &link_rules::PAGE_DEAD_ANCHOR,
    &link_rules::PAGE_LINK_TO_FOLDER,
    &link_rules::PAGE_TRAILING_SLASH,
    &link_rules::PAGE_OTHER_CASE,
    &link_rules::PAGE_LEAVES_SITE,
    &link_rules::PAGE_ROOTED_ADDRESS,
    &link_rules::PAGE_MALFORMED_ADDRESS,
    &link_rules::PAGE_FORBIDDEN_SCHEME,
    &link_rules::PAGE_LOADS_ELSEWHERE,
    &shape::PAGE_DUPLICATE_ID,
    &shape::PAGE_ORPHAN,
    &shape::PAGE_BASE,
    &shape::PAGE_REFRESH,
    &shape::PAGE_INLINE_CODE,
    &shape::PAGE_LANGUAGE,
    &shape::PAGE_TITLE,
    &shape::PAGE_HEADING,
    &shape::PAGE_ALTERNATIVE,
];

/// What a check looked at.
#[derive(Debug, Default, Clone)]
pub struct Overview {
    /// How many records there are.
    pub records: usize,
    /// How many references between records.
    pub references: usize,
    /// How many links on the pages that are written.
    pub links: usize,
    /// How many of them lead to a part of a page.
    pub anchors: usize,
    /// How many pages are written.
    pub pages: usize,
    /// Every address out of the site, once each, in order.
    pub outward: Vec<Outward>,
}

/// Checks the files of a site.
pub fn check(site: &Site<'_>, pages: &Pages, output: &Output) -> Checked<Overview> {
    let files = Files::new(output);
    let bytes: Vec<(&str, &[u8])> = output.iter().map(|(path, bytes)| (path.as_str(), &**bytes)).collect();
    let texts: Vec<Option<Cow<'_, str>>> =
        bytes.par_iter().map(|(path, bytes)| kind_of(path).map(|_| document::text(bytes))).collect();
    let documents: Vec<Option<Document<'_>>> =
        texts.par_iter().zip(&files.paths).map(|(text, path)| read(path, text.as_deref()?)).collect();
    let ids: Vec<FxHashSet<&str>> = documents.par_iter().map(|document| ids_of(document.as_ref())).collect();
    let made = made(site, pages, &files);
    let is_no_way: Vec<bool> = made.iter().map(|page| page.is_some_and(is_no_way)).collect();
    let is_made: Vec<bool> = made.iter().map(Option::is_some).collect();
    let is_linked: Vec<AtomicBool> = files.paths.iter().map(|_| AtomicBool::new(false)).collect();
    let root = site.graph.settings.base_url.as_ref().and_then(|base| Root::new(&base.value.0));
    let ground = Ground {
        files: &files,
        documents: &documents,
        ids: &ids,
        is_made: &is_made,
        root: root.as_ref(),
        style: site.style,
        is_linked: &is_linked,
        is_no_way: &is_no_way,
    };
    let mut followed: Vec<(FileId, Followed<'_>)> = documents
        .par_iter()
        .enumerate()
        .filter_map(|(index, document)| {
            let file = FileId(u32::try_from(index).ok()?);
            let document = document.as_ref()?;
            let mut followed = links::follow(&ground, file, document);
            followed.faults.extend(shape::faults(file, document, ground.is_made[index]));
            Some((file, followed))
        })
        .collect();
    let mut faults: Vec<Fault> =
        followed.iter_mut().flat_map(|(_, followed)| std::mem::take(&mut followed.faults)).collect();
    faults.extend(orphans(&made, &is_linked, &files));

    let occurrences = Occurrences::new(site.sources, &templates(site));
    let mut tracer = Tracer::new(site, &files, &made, &texts, &occurrences);
    let mut diagnostics = tell::tell(faults, &ground, &mut tracer);
    // Of the stations that look at a whole site, this one alone is given its history.
    diagnostics.extend(reviews::overdue(site));
    let overview = Overview {
        records: site.graph.records().count(),
        references: references(site),
        links: followed.iter().map(|(_, followed)| followed.links).sum(),
        anchors: followed.iter().map(|(_, followed)| followed.anchors).sum(),
        pages: pages.pages.len(),
        outward: outward::outward(&followed, &mut tracer),
    };
    Checked { value: overview, diagnostics }
}

fn read<'a>(path: &str, text: &'a str) -> Option<Document<'a>> {
    match kind_of(path)? {
        Kind::Page => Some(html::read(text)),
        // Programs and styles of a drawing that stands in a file of its own are no part of a page.
        Kind::Drawing => Some(Document { inline: Vec::new(), ..html::read(text) }),
        Kind::Style => Some(style(text)),
        Kind::Sitemap => data::sitemap(text),
        Kind::Manifest => data::manifest(text),
    }
}

fn style(css: &str) -> Document<'_> {
    let found = css::addresses(css).into_iter();
    let addresses =
        found.map(|found| Written { text: found.text, range: small(found.range), role: found.role }).collect();
    Document { addresses, ..Document::default() }
}

fn ids_of<'a>(document: Option<&'a Document<'_>>) -> FxHashSet<&'a str> {
    document.into_iter().flat_map(|document| &document.ids).map(|id| &*id.name).collect()
}

/// The page that the site makes as each file.
fn made<'a>(site: &Site<'_>, pages: &'a Pages, files: &Files<'_>) -> Vec<Option<&'a Page>> {
    let mut made = vec![None; files.paths.len()];
    for page in &pages.pages {
        let path = page.address.output_path(site.style);
        if let Some(file) = path.and_then(|path| files.get(path.as_str())) {
            made[file.index()] = Some(page);
        }
    }
    made
}

/// Whether no reader comes through a page on the way to others.
fn is_no_way(page: &Page) -> bool {
    matches!(page.view.content, Content::Redirect { .. } | Content::NotFound)
}

fn orphans(made: &[Option<&Page>], is_linked: &[AtomicBool], files: &Files<'_>) -> Vec<Fault> {
    let pages = made.iter().zip(is_linked).enumerate();
    let lonely = pages.filter(|(index, (page, is_linked))| {
        let is_wanted = page.is_some_and(|page| !is_no_way(page)) && files.paths[*index] != "index.html";
        is_wanted && files.paths[*index] != "404.html" && !is_linked.load(Ordering::Relaxed)
    });
    lonely
        .filter_map(|(index, _)| {
            let file = FileId(u32::try_from(index).ok()?);
            Some(Fault { rule: &shape::PAGE_ORPHAN, file, range: 0..0, wrong: Wrong::Orphan })
        })
        .collect()
}

/// The templates of the theme that the site uses.
fn templates(site: &Site<'_>) -> Vec<SourceId> {
    let theme = site.graph.settings.theme.as_ref().map_or("civic", |theme| theme.value.as_str());
    let prefix = format!("themes/{theme}/templates/");
    let templates = site.sources.templates.iter().filter(|(path, _)| path.starts_with(&prefix));
    templates.map(|(_, id)| *id).collect()
}

/// How many references lead from one record to another: those of fields, of texts, and what is embedded.
fn references(site: &Site<'_>) -> usize {
    let of_text = |text: &Text| {
        let links = text.links.iter().filter(|link| matches!(link, Link::Record { .. })).count();
        links + text.embeds.iter().filter(|embed| **embed != Embed::Nothing).count()
    };
    let of_record = site.graph.records().map(|(_, record)| {
        let sections = record.sections.iter().map(|section| of_text(&section.text));
        record.text.as_ref().map_or(0, of_text) + sections.sum::<usize>()
    });
    site.graph.field_references() + of_record.sum::<usize>()
}
