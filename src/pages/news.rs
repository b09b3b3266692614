//! What changed and what is to come, as of the day that the site shows: the entries of the feed. Each is known by a full
//! address, so that there are none where `base_url` is not known.
//!
//! Must not know how a feed is written.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::graph::address::encode;
use crate::graph::{Record, RecordIndex};
use crate::model::record::Data;
use crate::pages::dates::DatedView;
use crate::pages::site::Site;
use crate::pages::view::Page;

/// Most pages that are told as changed, the newest; a feed is read often, and whole.
const MOST_CHANGED: usize = 50;

/// An entry of the feed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NewsView {
    /// The address that it is known by for good.
    pub id: String,
    /// What it says.
    pub title: String,
    /// What stands for the page.
    pub summary: Option<String>,
    /// The full address of the page.
    pub href: String,
    /// The day on which it became news.
    pub day: Date,
    /// `changed`, `decided`, `published` or `coming`.
    pub category: &'static str,
}

/// The entries, the newest first.
pub(super) fn news(site: &Site<'_>, pages: &[Page], dates: &[DatedView]) -> Vec<NewsView> {
    let mut news: Vec<NewsView> = pages.iter().filter_map(changed).collect();
    let newest_first =
        |news: &mut Vec<NewsView>| news.sort_by(|a, b| (Reverse(a.day), &a.id).cmp(&(Reverse(b.day), &b.id)));
    newest_first(&mut news);
    news.truncate(MOST_CHANGED);
    news.extend(site.graph.records().filter_map(|(index, record)| became(site, index, record)));
    news.extend(dates.iter().filter(|date| date.day > site.today).filter_map(|date| coming(site, date)));
    newest_first(&mut news);
    news
}

/// A page of the content whose source was changed. What is left out of searches is no news.
fn changed(page: &Page) -> Option<NewsView> {
    let view = &page.view;
    let day: Date = view.last_changed.as_ref()?.iso.parse().ok()?;
    let href = view.canonical.clone().filter(|_| page.origin.is_some() && !view.head.is_hidden)?;
    let title = match &view.caption {
        Some(caption) => format!("{caption}: {}", view.title),
        None => view.title.clone(),
    };
    let summary = Some(view.head.description.clone());
    Some(NewsView { id: format!("{href}#changed-{day}"), title, summary, href, day, category: "changed" })
}

/// A decision with its outcome, or a document that was published.
fn became(site: &Site<'_>, index: RecordIndex, record: &Record) -> Option<NewsView> {
    // What a translation says is no news beside what it translates.
    if site.graph.translated(index).is_some() {
        return None;
    }
    let (day, title, category) = match &record.data {
        Data::Event(event) => {
            let outcome = site.label(event.outcome?.value);
            let parts = [("title", (&record.title).into()), ("outcome", (&outcome).into())];
            (event.date.value, site.tell("feed-decision", &parts), "decided")
        }
        Data::Document(document) => {
            let title = site.tell("feed-published", &[("title", (&record.title).into())]);
            (document.published?.value.first_day(), title, "published")
        }
        _ => return None,
    };
    let href = site.full_address(&record.address).filter(|_| day <= site.today)?;
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    Some(NewsView { id: format!("{href}#{category}-{day}"), title, summary, href, day, category })
}

/// What is still to come became news when its record was last changed, else on the day that the site shows.
fn coming(site: &Site<'_>, date: &DatedView) -> Option<NewsView> {
    let href = site.full_address(&date.page)?;
    let shown = site.lexicon.day(date.day);
    let title = site.tell("feed-coming", &[("date", (&shown).into()), ("title", (&date.title).into())]);
    let id = format!("{}#{}", site.full_address_of_path("")?, encode(&format!("{}/{}", date.id, date.day)));
    let day = date.last_changed.unwrap_or(site.today);
    Some(NewsView { id, title, summary: date.summary.clone(), href, day, category: "coming" })
}
