//! A list over many records, on as many pages as it needs: which entries stand on each, its address and its title, and how
//! each leads to the others.
//!
//! Must not know which lists a site has.

use std::borrow::Cow;

use crate::graph::address::Address;
use crate::pages::alignment;
use crate::pages::content::Content;
use crate::pages::directory::entry::Entry;
use crate::pages::lists::front::{Front, fronts};
use crate::pages::lists::links;
use crate::pages::lists::steps;
use crate::pages::outline::{blank, folders_above, home, home_address};
use crate::pages::overview::Overview;
use crate::pages::paging::{MOST_DATES, MOST_LINKS, MOST_ROWS, part, shown};
use crate::pages::parts::{LinkGroup, Part};
use crate::pages::timeline;
use crate::pages::translations::{self, Version};
use crate::pages::view::{Page, PagingView, StepView};
use crate::pages::{on_page, wording};

/// What a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// The pages of a letter, by its place among the letters.
    Letter(usize),
    /// The pages of a kind, on the site map.
    Place,
    /// The records of a kind.
    Index,
    /// What lies in a folder.
    Folder,
    /// Priorities held against plans.
    Alignment,
    /// What is dated in a year.
    Year(i16),
}

/// A list that may be too long for one page. It holds no words but its title: a page of it is made when it is asked for.
#[derive(Debug, Clone)]
pub(crate) struct List<'a> {
    pub(super) front: Front<'a>,
    pub(super) shows: Shows,
    /// What its first page is called.
    pub(super) title: String,
    /// What it is called below the page that it begins with; nothing where that page is its first.
    name: Option<String>,
    /// What it shows, all of it.
    pub(super) entries: Cow<'a, [Entry]>,
}

impl<'a> List<'a> {
    /// A list whose first page is the one that it begins with.
    pub(crate) fn new(front: Front<'a>, shows: Shows, entries: impl Into<Cow<'a, [Entry]>>) -> Self {
        Self { title: front.title.clone(), name: None, shows, entries: entries.into(), front }
    }

    /// A list that is one of several of which each begins on a page below the front.
    pub(super) fn below(front: &Front<'a>, name: &str, title: &str, shows: Shows, entries: &'a [Entry]) -> Self {
        let site = &front.site;
        let title = site.tell("label-within", &[("whole", (&front.title).into()), ("part", title.into())]);
        Self { title, name: Some(name.to_owned()), shows, entries: entries.into(), front: front.clone() }
    }

    /// What its first page is called.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    fn most(&self) -> usize {
        match self.shows {
            Shows::Letter(_) | Shows::Place | Shows::Index | Shows::Folder => MOST_LINKS,
            Shows::Alignment => MOST_ROWS,
            Shows::Year(_) => MOST_DATES,
        }
    }

    fn pages(&self) -> usize {
        self.entries.len().div_ceil(self.most())
    }

    /// The places of its pages, but for one that the site has anyway.
    pub(super) fn further(&self) -> std::ops::Range<usize> {
        let is_begun = self.name.is_none() && !self.front.is_taken;
        // Where a page of the site's own is in the way of a list that fits on one, what embeds the list shows it whole.
        let is_whole = self.name.is_none() && self.pages() < 2;
        if is_whole { 0..0 } else { usize::from(is_begun)..self.pages() }
    }

    /// The address of a page.
    pub(super) fn address(&self, place: usize) -> Address {
        self.address_below(&self.front, place)
    }

    /// The same where the list begins on another page.
    fn address_below(&self, front: &Front<'_>, place: usize) -> Address {
        match (&self.name, place) {
            (Some(name), 0) => front.below(name),
            (Some(name), _) => front.below(&format!("{name}-{}", place + 1)),
            (None, 0) if !front.is_taken => front.address.clone(),
            (None, _) => front.below(&(place + 1).to_string()),
        }
    }

    fn entries(&self, place: usize) -> &[Entry] {
        part(self.entries.len(), self.most(), place).map_or(&[], |part| &self.entries[part])
    }

    /// The links of a page, for the page at `from`.
    pub(crate) fn groups(&self, from: &Address, place: usize) -> Vec<LinkGroup> {
        let (site, part) = (&self.front.site, self.entries(place));
        let links: Vec<Part> = match self.shows {
            Shows::Index => return links::by_type(site, from, &self.entries, part),
            Shows::Letter(_) => {
                part.iter().filter_map(Entry::record).map(|index| links::by_letter(site, from, index)).collect()
            }
            Shows::Place => part.iter().map(|entry| links::by_place(site, from, entry)).collect(),
            _ => part.iter().map(|entry| links::in_folder(site, from, entry)).collect(),
        };
        vec![links::untitled(links)]
    }

    fn content(&self, from: &Address, place: usize) -> (&'static str, Content) {
        let (site, caption) = (&self.front.site, &self.front.title);
        let overview = match self.shows {
            Shows::Letter(_) => return ("a-to-z.html", Content::Index { groups: self.groups(from, place) }),
            Shows::Place => return ("site-map.html", Content::Index { groups: self.groups(from, place) }),
            Shows::Index | Shows::Folder => return ("index.html", Content::Index { groups: self.groups(from, place) }),
            Shows::Alignment => Overview::Alignment(alignment::alignment(site, from, caption, self.entries(place))),
            Shows::Year(_) => Overview::Timeline(timeline::part(site, from, caption, self.entries(place))),
        };
        (overview.page_template(), Content::Overview { overview })
    }

    /// A page of it, other than one that the site has anyway.
    pub(super) fn page(&self, place: usize) -> Page {
        let (site, address, front) = (&self.front.site, self.address(place), &self.front.address);
        let title = if place == 0 { self.title.clone() } else { self.numbered("list-title", place) };
        let mut view = blank(site, &address, &title);
        view.breadcrumbs = self.way(&address);
        view.section_path = Some(front.from_root(site.style));
        let (template, content) = self.content(&address, place);
        view.content = content;
        view.paging = self.paging(place);
        view.contents = on_page::contents(site, &view, None);
        let mut page = Page { address, template, view, body: None, origin: None };
        self.complete_translations(&mut page, place);
        page
    }

    /// Fills in the switch to the same part of the list in other languages: it is cut alike in all.
    fn complete_translations(&self, page: &mut Page, place: usize) {
        let site = &self.front.site;
        let fronts = self.front.page.filter(|_| site.graph.has_translations()).map(|page| fronts(site, page));
        let fronts = fronts.unwrap_or_default();
        if fronts.len() > 1 && !fronts.iter().any(|front| front.is_taken) {
            let version = |front: &Front<'a>| Version {
                language: front.site.language,
                address: self.address_below(front, place),
            };
            translations::fill(site, page, &fronts.iter().map(version).collect::<Vec<_>>());
        }
    }

    /// The way from the home page to the page that it begins with, that one included.
    fn way(&self, from: &Address) -> Vec<Part> {
        let (site, front) = (&self.front.site, &self.front.address);
        let mut way = vec![home(site, from)];
        if *front != home_address(site) {
            let above = folders_above(site, front, from);
            way.extend(above.into_iter().filter(|crumb| crumb.href != way[0].href).collect::<Vec<_>>());
            let href = Some(site.href(from, front, None));
            way.push(Part { text: self.front.title.clone(), href, ..Part::default() });
        }
        way
    }

    /// A message about a page of the list, which says how many there are.
    fn numbered(&self, message: &str, place: usize) -> String {
        let (number, count) = ((place + 1).to_string(), self.pages().to_string());
        let said = [("title", (&self.title).into()), ("number", (&number).into()), ("count", (&count).into())];
        self.front.site.tell(message, &said)
    }

    /// How a page of it leads to the others; nothing where there are none.
    pub(crate) fn paging(&self, place: usize) -> Option<Box<PagingView>> {
        let (site, from, count) = (&self.front.site, self.address(place), self.pages());
        let part_of = (from != self.front.address).then(|| self.front.address.from_root(site.style));
        if count < 2 && part_of.is_none() {
            return None;
        }
        let to = |place: usize| site.href(&from, &self.address(place), None);
        let neighbour = |place: Option<usize>| {
            let place = place.filter(|place| *place < count)?;
            Some(Part { text: self.numbered("list-page", place), href: Some(to(place)), ..Part::default() })
        };
        let mut last_shown = None;
        let step = |other: usize| {
            let (first, last) = self.ends(&from, other);
            let follows_gap = last_shown.replace(other).is_some_and(|before| before + 1 < other);
            StepView { href: to(other), first, last, current: (other == place).then_some("page"), follows_gap }
        };
        let pages = if count > 1 { shown(place, count).map(step).collect() } else { Vec::new() };
        let steps = match self.shows {
            Shows::Letter(letter) => steps::letters(&self.front, &from, Some((letter, place))),
            Shows::Year(year) => steps::years(&self.front, &from, Some((year, place))),
            _ => Vec::new(),
        };
        let paging = PagingView {
            part_of,
            steps,
            previous: neighbour(place.checked_sub(1)),
            next: neighbour(Some(place + 1)),
            pages,
        };
        Some(Box::new(paging))
    }

    /// What the first and the last entry of a page are called; the first alone where both are the same.
    fn ends(&self, from: &Address, place: usize) -> (Part, Option<Part>) {
        let entries = self.entries(place);
        let called = |entry: &Entry| self.called(from, entry);
        let first = entries.first().map(called).unwrap_or_default();
        let last = entries.last().map(called).filter(|last| last.text != first.text);
        (first, last)
    }

    fn called(&self, from: &Address, entry: &Entry) -> Part {
        let site = &self.front.site;
        let link = match (self.shows, entry) {
            (Shows::Letter(_) | Shows::Place, _) => links::by_place(site, from, entry),
            (Shows::Folder, _) => links::in_folder(site, from, entry),
            (Shows::Year(_), _) if timeline::day_of(site.graph, entry).is_some() => {
                let day = timeline::day_of(site.graph, entry).map(|day| wording::day(site, day).text);
                Part { text: day.unwrap_or_default(), ..Part::default() }
            }
            _ => entry.record().map_or_else(Part::default, |index| site.to_record(from, index)),
        };
        Part { text: link.text, language: link.language, ..Part::default() }
    }
}
