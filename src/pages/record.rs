//! The page of a record: what every kind's page has, around what is particular to its own.

use crate::graph::address::Address;
use crate::graph::furniture::{Furnishing, Furniture};
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::content::Content;
use crate::pages::cross_links::{cross_links, linked_from};
use crate::pages::lists::folders::beside_readme;
use crate::pages::lists::front::Front;
use crate::pages::lists::list::List;
use crate::pages::lists::shown;
use crate::pages::on_page;
use crate::pages::outline::{blank, breadcrumbs, home_address, section_path};
use crate::pages::particulars::Particulars;
use crate::pages::parts::LinkGroup;
use crate::pages::site::Site;
use crate::pages::status::status;
use crate::pages::translations::{self, subject};
use crate::pages::view::{Page, PageView};
use crate::pages::{
    body, consultation, document, found, furniture, groups, home, legislation, organisation, plan, priority, reviews,
    views, wording,
};
use crate::parse::reference::canonical;
use crate::sources::Spanned;

/// The page of a record with what it is called and how it is found; the rest takes longer.
pub(super) struct Begun<'a> {
    site: Site<'a>,
    index: RecordIndex,
    /// The record whose facts it shows.
    subject: RecordIndex,
    /// The page of the site's furniture that it translates, and what is particular to that.
    of_furniture: Option<(Furniture, Particulars)>,
    view: PageView,
}

impl<'a> Begun<'a> {
    /// Begins the page of a record.
    pub(super) fn new(site: &Site<'a>, index: RecordIndex) -> Self {
        let record = site.graph.record(index);
        let site = site.for_record(record);
        let from = &record.address;
        let subject = subject(&site, index);
        let about = site.graph.record(subject);
        let site = site.for_facts(about);
        let of_furniture = translations::furniture(&site, index)
            .and_then(|page| Some((page, furniture::particulars(&site, from, page, &record.title)?)));
        let is_list = of_furniture.as_ref().is_some_and(|(page, _)| !is_statement(*page));
        let mut view = blank(&site, from, &record.title);
        view.caption = (about.id.kind != Kind::Page).then(|| caption(&site, about));
        view.summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
        view.status = status(&site, from, about);
        let kind = about.id.kind.name();
        view.found_as = Some(if is_list { found::found_as_overview(&view) } else { found::found_as(kind, &view) });
        view.last_changed = site.history.get(&site.sources.get(record.source).path).map(|day| wording::day(&site, day));
        Self { site, index, subject, of_furniture, view }
    }

    /// The page as far as it is.
    pub(super) fn page(self) -> Page {
        let record = self.site.graph.record(self.index);
        let origin = Some(Spanned::new((), record.span));
        Page { address: record.address.clone(), template: "", view: self.view, body: None, origin }
    }

    /// The anchors of its parts, beside those of its text.
    pub(super) fn parts(&self) -> Vec<String> {
        let items = self.site.graph.record(self.subject).data.items();
        let shown = items.iter().filter(|_| self.of_furniture.is_none());
        shown.map(|item| canonical(&item.value.id.value)).collect()
    }

    /// The page.
    pub(super) fn complete(mut self) -> Page {
        let (site, index, subject) = (&self.site, self.index, self.subject);
        let record = site.graph.record(index);
        let (from, about) = (&record.address, site.graph.record(subject));
        let (particulars, paging) = if let Some((page, particulars)) = self.of_furniture.take() {
            (particulars, shown::paging(&Front::new(site, from, &record.title), page))
        } else {
            let beside = beside_readme(site, index);
            let paging = beside.as_ref().and_then(|list| list.paging(0));
            (particulars(site, from, (subject, about), beside.as_ref()), paging)
        };
        let view = &mut self.view;
        view.breadcrumbs = breadcrumbs(site, from, about);
        view.section_path = section_path(site, from, about);
        if let Data::Consultation(data) = &about.data {
            view.status = Some(consultation::banner(site, from, subject, data));
        }
        view.facts = particulars.facts;
        view.content = particulars.content;
        view.paging = paging;
        view.cross_links = cross_links(site, from, subject);
        view.linked_from = linked_from(site, from, &[index, subject]);
        view.review_due = reviews::on_page(site, record);
        view.overviews = views::of_record(site, from, subject);
        view.contents = on_page::contents(site, view, record.text.as_ref());
        let body = record.text.as_ref().map(|text| body::body(site, from, text));
        Page { template: particulars.template, body, ..self.page() }
    }
}

/// Whether a page of the furniture says something itself, and does not list what others say.
fn is_statement(page: Furniture) -> bool {
    page == Furniture::Furnishing(Furnishing::Accessibility)
}

/// The type of a record where its kind has telling ones, else its kind.
fn caption(site: &Site<'_>, record: &Record) -> String {
    let of_type = match &record.data {
        Data::Document(document) => document.document_type.map(|sort| site.label(sort.value)),
        Data::Priority(priority) => priority.priority_type.map(|sort| site.label(sort.value)),
        Data::Event(event) => event.event_type.map(|sort| site.label(sort.value)),
        _ => None,
    };
    of_type.unwrap_or_else(|| site.label(record.data.kind()))
}

fn particulars(
    site: &Site<'_>,
    from: &Address,
    (index, record): (RecordIndex, &Record),
    beside: Option<&List<'_>>,
) -> Particulars {
    match &record.data {
        Data::Document(data) => document::index(site, from, index, record, data),
        Data::Organisation(data) => organisation::particulars(site, from, index, data),
        Data::Board(data) => groups::board(site, from, index, data),
        Data::Group(data) => groups::group(site, from, data),
        Data::Priority(data) => priority::priority(site, from, data),
        Data::Topic(data) => priority::topic(site, from, index, data),
        Data::Plan(data) => plan::particulars(site, from, index, data),
        Data::Legislation(data) => legislation::particulars(site, from, index, data),
        Data::Event(data) => consultation::event(site, from, data),
        Data::Consultation(data) => consultation::consultation(site, from, data),
        Data::Term(data) => legislation::term(site, from, data),
        Data::Page(_) => {
            let title = || site.say("title-folder");
            let titled = |group| LinkGroup { title: title(), anchor: "fm-folder".to_owned(), ..group };
            let groups = beside.map(|list| list.groups(from, 0)).unwrap_or_default();
            let groups: Vec<LinkGroup> = groups.into_iter().map(titled).collect();
            let is_home = from.as_str() == "index" || *from == home_address(site);
            let template = match () {
                () if is_home => "home.html",
                () if groups.is_empty() => "page.html",
                () => "index.html",
            };
            let content = if is_home {
                home::content(site, from, groups)
            } else if groups.is_empty() {
                Content::Page
            } else {
                Content::Index { groups }
            };
            Particulars { template, facts: Vec::new(), content }
        }
    }
}
