//! Every file of the site put together, each path claimed once.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::inputs::{Depth, Inputs, Shelf};
use super::memory::Memory;
use super::origins::{PageOrigin, origins};
use super::prints::{self, Printing, Prints};
use super::weigh::cannot_be_made;
use crate::check;
use crate::check::paths::{Claims, impossible};
use crate::diagnostic::{Checked, Diagnostic, Place, Related};
use crate::export::{self, AddressList, RecordFiles};
use crate::graph::RecordIndex;
use crate::output::{Bytes, Output, OutputPath};
use crate::pages::brief::Brief;
use crate::pages::view::Page;
use crate::pages::{self, Making, Site, head};
use crate::parse::place::without_order_of_section;
use crate::render::theme::Theme;
use crate::render::{self, Drawing};
use crate::search;
use crate::sources::Sources;

/// What search engines may read; a site may bring its own.
const ROBOTS: &str = "robots.txt";

/// What hosts send along with each file; a site may bring its own.
const HEADERS: &str = "_headers";

/// What was put together.
pub(super) struct Assembled {
    /// The bytes of each page, in their order.
    pub(super) drawn: Vec<Bytes>,
    /// Every file.
    pub(super) output: Output,
    /// Where each page comes from.
    pub(super) origins: Vec<PageOrigin>,
    /// Fingerprints of what the pages show, where somebody keeps them.
    pub(super) prints: Option<Prints>,
}

/// The pages to be drawn.
pub(super) struct Drawn<'a> {
    /// Which there are.
    pub(super) making: &'a Making<'a>,
    /// Each, where all were made before; else one is made when it is drawn.
    pub(super) pages: Option<&'a [Page]>,
    /// What draws them.
    pub(super) theme: &'a Arc<Theme>,
}

/// Draws the pages that are not as they were and puts every file of the site together.
pub(super) fn output(
    site: &Site<'_>,
    Drawn { making, pages, theme }: &Drawn<'_>,
    memory: &Memory,
    inputs: &Inputs<'_>,
    all: &mut Vec<Diagnostic>,
) -> Option<Assembled> {
    let record_files = RecordFiles::new(site);
    let origins = origins(site, &making.briefs);
    let look = || prints::of_look(inputs.sources, site.graph.settings.theme_name(), making);
    let printing = inputs.kept.map(|kept| Printing::new(kept, look(), making.count()));
    let before = memory.drawn(theme, making);
    let kept = |place: usize, page: &Page| {
        let path = page.address.output_path(site.style);
        let on_disk = printing.as_ref().and_then(|printing| printing.page(place, page, path.as_ref()));
        let in_memory = before.get(&page.address).filter(|(then, _)| *then == page);
        in_memory.map(|(_, bytes)| Arc::clone(bytes)).or(on_disk)
    };
    let shelf = shelf(site, inputs).inspect(|shelf| shelf.begin());
    let done = |page: &Page, html: &[u8]| {
        inputs.watch.page_done();
        let taken = shelf.zip(page.address.output_path(site.style));
        taken.map(|(shelf, path)| shelf.put(&path, html)).is_some()
    };
    let page =
        |place: usize| pages.map_or_else(|| Cow::Owned(making.page(place)), |pages| Cow::Borrowed(&pages[place]));
    let (count, abbreviations, sources) = (making.count(), &making.abbreviations, inputs.sources);
    let drawing = Drawing { count, page: &page, abbreviations, theme, sources };
    // What stands beside the pages is known before they are drawn, and is written out by one thread.
    let beside = || beside_pages(site, making, theme, (&record_files, shelf));
    let (beside, drawn) = rayon::join(beside, || render::render(&drawing, &kept, &done));
    let (of_the_site, drawn) = (beside.collect_into(all), drawn.collect_into(all));
    if cannot_be_made(all) {
        return None;
    }
    let mut prints = printing.map(|printing| printing.finish(&origins));
    inputs.watch.station("export");
    let drawn_at = |(origin, bytes): (&PageOrigin, &Bytes)| Some((origin.path.clone()?, Arc::clone(bytes)));
    let in_memory = origins.iter().zip(&drawn).filter(|_| shelf.is_none());
    let mut output: Output = in_memory.filter_map(drawn_at).collect();
    if pages::has_search(site) {
        let searched = prints.as_mut().map(|prints| {
            prints.searched = prints::of_searched(&output, &origins);
            prints.searched
        });
        let kept = inputs.kept.and_then(|kept| kept.index(searched?));
        let index = kept.unwrap_or_else(|| search_index(site, &origins, &output, inputs, all));
        if let Some(prints) = &mut prints {
            prints.index = index.iter().map(|(path, _)| path.clone()).collect();
        }
        output.extend(index);
    }
    output.extend(of_the_site);
    output.extend(data_files(&record_files, shelf));
    for (path, bytes) in &inputs.sources.assets {
        let within = inputs.sources.within_content(path);
        output.extend(OutputPath::new(within).map(|path| (path, Arc::clone(bytes))));
    }
    Some(Assembled { drawn, output, origins, prints })
}

/// Where finished files go at once, if anywhere: the search reads every page once more when all are there.
pub(super) fn shelf<'a>(site: &Site<'_>, inputs: &Inputs<'a>) -> Option<&'a dyn Shelf> {
    inputs.shelf.filter(|_| !pages::has_search(site))
}

/// The files that are neither pages, content nor data of records, but for what the shelf has taken; and every path of the site
/// claimed.
fn beside_pages(
    site: &Site<'_>,
    making: &Making<'_>,
    theme: &Theme,
    (record_files, shelf): (&RecordFiles<'_>, Option<&dyn Shelf>),
) -> Checked<Vec<(OutputPath, Bytes)>> {
    let sources = site.sources;
    let mut files = static_files(site, making, theme);
    // What is said to search engines and hosts gives way to what the content says itself.
    for own in [ROBOTS, HEADERS] {
        if sources.assets.keys().any(|path| sources.within_content(path) == own) {
            files.retain(|(path, _)| path != own);
        }
    }
    let paths = files.iter().map(|(path, _)| path).chain(record_files.paths.iter().map(|(path, _)| path));
    let diagnostics = claim(site, &making.briefs, paths);
    let files = files.into_iter().filter_map(|(path, bytes)| Some((OutputPath::new(path)?, bytes)));
    let left = files.filter(|(path, bytes)| shelf.inspect(|shelf| shelf.put(path, bytes)).is_none());
    Checked { value: left.collect(), diagnostics }
}

/// The data of the records, but for what the shelf has taken.
fn data_files(files: &RecordFiles<'_>, shelf: Option<&dyn Shelf>) -> Vec<(OutputPath, Bytes)> {
    let made = |(path, index): &(String, RecordIndex)| {
        let (path, bytes) = (OutputPath::new(path.as_str())?, files.file(*index));
        match shelf {
            Some(shelf) => {
                shelf.put(&path, &bytes);
                None
            }
            None => Some((path, bytes)),
        }
    };
    files.paths.par_iter().filter_map(made).collect()
}

/// The index of the search page. A check does not make it, for it would find nothing in it: it holds only what stands on the
/// pages. The files that it begins with stand there, empty, so that a link to them leads somewhere.
fn search_index(
    site: &Site<'_>,
    origins: &[PageOrigin],
    output: &Output,
    inputs: &Inputs<'_>,
    all: &mut Vec<Diagnostic>,
) -> Vec<(OutputPath, Bytes)> {
    if inputs.depth == Depth::Check || inputs.searches_later {
        let empty = |path| Some((OutputPath::new(path)?, Bytes::from([])));
        return search::STARTING_FILES.into_iter().filter_map(empty).collect();
    }
    inputs.watch.station("search");
    search_files(output, origins).unwrap_or_else(|fault| {
        all.push(check::search::not_made(&site.graph.settings, inputs.sources, &fault));
        Vec::new()
    })
}

/// The index of the search page, for a site whose pages come from these origins; nothing where it has no search page.
///
/// # Errors
/// What went wrong, in Pagefind's words.
pub fn search_files(output: &Output, origins: &[PageOrigin]) -> Result<Vec<(OutputPath, Bytes)>, String> {
    let searched = origins.iter().filter_map(|origin| {
        let searched_as = origin.searched_as.as_ref()?;
        let html = output.get(origin.path.as_ref()?)?;
        Some(search::Searched { path: &searched_as.path, language: &searched_as.language, html })
    });
    let files = search::index(searched.collect())?;
    Ok(files.into_iter().filter_map(|(path, bytes)| Some((OutputPath::new(path)?, bytes))).collect())
}

/// Sees that every path is claimed once: first by what the site makes itself, then by what authors wrote.
fn claim<'a>(site: &Site<'_>, pages: &[Brief], of_the_site: impl Iterator<Item = &'a String>) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut claims = Claims::default();
    // Where two of the site's own are at odds, such as the data of two records, so are their pages, and those are told.
    for path in of_the_site {
        let _ = claims.claim(path, None);
    }
    let sources = site.sources;
    let mut take =
        |path: &str, place| all.extend(claims.claim(path, place).err().map(|finding| with_order(*finding, sources)));
    let mut without_path = Vec::new();
    for path in search::STARTING_FILES.into_iter().filter(|_| pages::has_search(site)) {
        take(path, None);
    }
    let (made, written): (Vec<&Brief>, Vec<&Brief>) = pages.iter().partition(|page| page.origin.is_none());
    for page in made.into_iter().chain(written) {
        let place = page.origin.map(|origin| Place::Span(origin.span));
        if let Some(path) = page.address.output_path(site.style) {
            take(path.as_str(), place);
        } else {
            let place = place.unwrap_or_else(|| Place::file(page.address.as_str()));
            without_path.push(impossible(page.address.as_str(), place));
        }
    }
    for path in site.sources.assets.keys() {
        take(site.sources.within_content(path), Some(Place::file(path.clone())));
    }
    all.append(&mut without_path);
    all
}

/// The finding of two pages at one address, with the reason where their files differ in the numbers that order them alone.
fn with_order(finding: Diagnostic, sources: &Sources) -> Diagnostic {
    let Some(Related { place: Place::Span(first), .. }) = finding.related.first() else { return finding };
    let (one, _, _) = finding.location(sources);
    let other = &sources.get(first.source).path;
    if one == other || without_order_of_section(one) != without_order_of_section(other) {
        return finding;
    }
    let names = [one, other].map(|path| path.rsplit('/').next().unwrap_or(path));
    let numbered: Vec<String> = names
        .iter()
        .filter(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        .map(|name| format!("`{name}`"))
        .collect();
    let which = if numbered.len() == 1 { "it" } else { "one of the two" };
    let help = format!(
        "The number at the beginning of {} only orders the sections, and is no part of the address. Give {which} another \
         name behind its number.",
        numbered.join(" and ")
    );
    finding.help(help)
}

/// Every address that the site serves.
pub(super) fn address_list(site: &Site<'_>, pages: &[Brief]) -> AddressList {
    let files = site.sources.assets.keys().map(|path| site.sources.within_content(path));
    AddressList::new(site, pages, files)
}

/// What would be published at one address, of what authors wrote: told where faults keep the pages from being drawn, so that
/// one run tells all. Pages that the site makes itself depend on what is not there, and are left out.
pub(super) fn clashes(site: &Site<'_>, inputs: &Inputs<'_>) -> Vec<Diagnostic> {
    let mut claims = Claims::default();
    let records = site.graph.records().flat_map(|(_, record)| {
        let sections = record.sections.iter().map(|section| (&section.address, section.span));
        std::iter::once((&record.address, record.span)).chain(sections)
    });
    let aliases = pages::aliases(site);
    let pages = records.chain(aliases.iter().map(|alias| (&alias.from, alias.span)));
    let pages = pages.filter_map(|(address, span)| Some((address.output_path(site.style)?, Place::Span(span))));
    let mut all: Vec<Diagnostic> = pages
        .filter_map(|(path, place)| claims.claim(path.as_str(), Some(place)).err())
        .map(|finding| with_order(*finding, inputs.sources))
        .collect();
    for path in inputs.sources.assets.keys() {
        let place = Place::file(path.clone());
        all.extend(claims.claim(inputs.sources.within_content(path), Some(place)).err().map(|finding| *finding));
    }
    all
}

/// The files that are neither pages nor content.
fn static_files(site: &Site<'_>, making: &Making<'_>, theme: &Theme) -> Vec<(String, Bytes)> {
    let settings = &site.graph.settings;
    let base = settings.base_url.as_ref().map(|base| base.value.0.as_str());
    let mut files: Vec<(String, Bytes)> =
        theme.files().iter().map(|(path, bytes)| (format!("assets/{path}"), Arc::clone(bytes))).collect();
    let brand = settings.brand.as_ref();
    let colour = brand.and_then(|brand| brand.colour.as_ref()).map(|colour| colour.value.as_str());
    let font = brand.and_then(|brand| brand.font.as_ref()).map(|font| font.value.as_str());
    if let Some(style) = export::brand_style(colour, font) {
        files.push((pages::BRAND_STYLE.to_owned(), style));
    }
    files.push((ROBOTS.to_owned(), export::robots(base)));
    let others = site.sources.assets.keys().map(|path| site.sources.within_content(path));
    files.push((export::ADDRESSES.to_owned(), export::address_list(site, &making.briefs, others)));
    files.extend(base.into_iter().flat_map(|base| export::sitemap(&making.briefs, base)));
    if let Some(lines) = export::redirects(&pages::aliases(site), base, site.style) {
        files.push(("_redirects".to_owned(), lines));
    }
    files.push((HEADERS.to_owned(), export::headers(&making.briefs, base, site.style)));
    files.push((head::MANIFEST.to_owned(), export::manifest(site)));
    files.extend(export::calendar(site, &making.dates).map(|calendar| (head::CALENDAR.to_owned(), calendar)));
    files.extend(export::feed(site, &making.news).map(|feed| (head::FEED.to_owned(), feed)));
    files.extend(export::security_txt(site).map(|text| (export::SECURITY_TXT.to_owned(), text)));
    files.extend(export::record_list(site).map(|list| (head::RECORDS.to_owned(), list)));
    files
}
