//! The page of a record: what every kind's page has, around what is particular to its own.

use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::graph::{Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::model::status::Status;
use crate::pages::cross_links::{cross_links, linked_from};
use crate::pages::site::Site;
use crate::pages::view::{Content, Fact, Page, PageView, Part, StatusView};
use crate::sources::Spanned;
use crate::pages::{body, consultation, document, groups, legislation, organisation, plan, priority, wording};

/// What is particular to a kind.
pub(super) struct Particulars {
    pub(super) template: &'static str,
    pub(super) facts: Vec<Fact>,
    pub(super) content: Content,
}

/// The page of a record.
pub(super) fn page(site: &Site<'_>, index: RecordIndex) -> Page {
    let record = site.graph.record(index);
    let from = &record.address;
    let particulars = particulars(site, from, index, record);
    let mut view = blank(site, from, &record.title);
    let is_page = record.id.kind == Kind::Page;
    view.caption = (!is_page).then(|| caption(record).to_owned());
    view.summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    if let Some(language) = &record.shared.language {
        view.language.clone_from(&language.value);
    }
    view.breadcrumbs = breadcrumbs(site, from, record);
    view.section_path = section_path(site, record);
    view.status = status(site, from, record);
    view.facts = particulars.facts;
    view.content = particulars.content;
    view.cross_links = cross_links(site, from, index);
    view.linked_from = linked_from(site, from, index);
    view.last_changed = site.history.get(&site.sources.get(record.source).path).map(wording::day);
    view.review_due = record.shared.review_due.map(|due| wording::day(due.value));
    if let Some(text) = &record.text {
        view.contents = body::contents(text);
    }
    let text = record.text.as_ref().map(|text| body::body(site, from, text));
    Page { address: from.clone(), template: particulars.template, view, body: text, origin: Some(Spanned::new((), record.span)) }
}

/// A page with nothing on it but its title.
pub(super) fn blank(site: &Site<'_>, address: &Address, title: &str) -> PageView {
    let settings = &site.graph.settings;
    let path = address.from_root(site.style);
    let base = settings.base_url.as_ref().map(|base| base.value.0.trim_end_matches('/').to_owned());
    let language = settings.language.as_ref().map_or("en-GB".to_owned(), |language| language.value.clone());
    PageView {
        title: title.to_owned(),
        caption: None,
        summary: None,
        language,
        root: address.to_root(site.style),
        canonical: base.map(|base| format!("{base}/{}", path.strip_suffix("index.html").unwrap_or(&path))),
        path,
        section_path: None,
        breadcrumbs: Vec::new(),
        status: None,
        contents: Vec::new(),
        facts: Vec::new(),
        content: Content::Page,
        cross_links: Vec::new(),
        linked_from: Vec::new(),
        last_changed: None,
        review_due: None,
    }
}

fn caption(record: &Record) -> &'static str {
    match &record.data {
        Data::Document(document) => document.document_type.map_or(Kind::Document.label(), |kind| kind.value.label()),
        Data::Priority(priority) => priority.priority_type.map_or(Kind::Priority.label(), |kind| kind.value.label()),
        Data::Event(event) => event.event_type.map_or(Kind::Event.label(), |kind| kind.value.label()),
        data => data.kind().label(),
    }
}

fn particulars(site: &Site<'_>, from: &Address, index: RecordIndex, record: &Record) -> Particulars {
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
            let template = if from.as_str() == "index" { "home.html" } else { "page.html" };
            Particulars { template, facts: Vec::new(), content: Content::Page }
        }
    }
}

/// The way from the home page to a record.
pub(super) fn breadcrumbs(site: &Site<'_>, from: &Address, record: &Record) -> Vec<Part> {
    if from.as_str() == "index" {
        return Vec::new();
    }
    let mut crumbs = vec![home(site, from)];
    if record.id.kind == Kind::Page {
        crumbs.extend(folders_above(site, from));
    } else {
        crumbs.push(site.to_furniture(from, Furniture::Index(record.id.kind)));
    }
    crumbs
}

/// The link to the home page.
pub(super) fn home(site: &Site<'_>, from: &Address) -> Part {
    Part { text: "Home".to_owned(), href: Some(site.href(from, &Address::new("index"), None)), ..Part::default() }
}

/// The pages of the folders above a page, from the outermost in.
pub(super) fn folders_above(site: &Site<'_>, from: &Address) -> Vec<Part> {
    let path = from.as_str();
    let own_folder = path.strip_suffix("/index").unwrap_or(path);
    let mut crumbs = Vec::new();
    for (at, _) in own_folder.match_indices('/') {
        let folder = &own_folder[..at];
        let address = Address::new(format!("{folder}/index"));
        let page = site.graph.records().find(|(_, record)| record.address == address);
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let title = page.map_or_else(|| name.to_owned(), |(_, record)| record.title.clone());
        crumbs.push(Part { text: title, href: Some(site.href(from, &address, None)), ..Part::default() });
    }
    crumbs
}

fn section_path(site: &Site<'_>, record: &Record) -> Option<String> {
    let kind = record.id.kind;
    (kind != Kind::Page).then(|| Furniture::Index(kind).address().from_root(site.style))
}

/// Where a record stands in its life, with what belongs to it.
pub(super) fn status(site: &Site<'_>, from: &Address, record: &Record) -> Option<StatusView> {
    let status = record.data.status().or(record.shared.draft.then_some(Status::Draft))?;
    let mut detail = Vec::new();
    match status {
        Status::Consultation => detail.extend(consultation::open_on(site, from, record)),
        Status::Superseded => {
            let successor = match &record.data {
                Data::Document(document) => document.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                Data::Plan(plan) => plan.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                Data::Priority(priority) => priority.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                _ => None,
            };
            detail.extend(successor);
        }
        _ => {}
    }
    Some(StatusView { name: status.name(), label: status.label(), detail })
}
