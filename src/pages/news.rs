//! What changed and what is to come, as of the day that the site shows: the entries of the feed. Each is known by a full
//! address, so that there are none where `base_url` is not known.
//!
//! Must not know how a feed is written.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::graph::address::encode;
use crate::graph::{Record, RecordIndex};
use crate::model::date::{Length, Unit};
use crate::model::language::is_same_language;
use crate::model::record::Data;
use crate::pages::brief::Brief;
use crate::pages::dates::DatedView;
use crate::pages::site::Site;

/// Most entries of each sort: what changed, what was decided or published, what is to come. A feed is read often, and whole.
const MOST_OF_A_SORT: usize = 50;
/// How far ahead something to come is told.
const AHEAD: Length = Length { amount: 1, unit: Unit::Years };

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
    /// Its language, where it is not that of the site.
    pub language: Option<String>,
    /// The day on which it became news.
    pub day: Date,
    /// `changed`, `decided`, `published` or `coming`.
    pub category: &'static str,
}

/// The entries: what is to come, the soonest first, then what became news, the newest first.
pub(super) fn news(site: &Site<'_>, pages: &[Brief], dates: &[DatedView]) -> Vec<NewsView> {
    let newest_first =
        |news: &mut Vec<NewsView>| news.sort_by(|a, b| (Reverse(a.day), &a.id).cmp(&(Reverse(b.day), &b.id)));
    let mut changed: Vec<NewsView> = pages.iter().filter_map(|page| changed(site, page)).collect();
    newest_first(&mut changed);
    changed.truncate(MOST_OF_A_SORT);
    let mut past: Vec<NewsView> =
        site.graph.records().filter_map(|(index, record)| became(site, index, record)).collect();
    newest_first(&mut past);
    past.truncate(MOST_OF_A_SORT);
    past.extend(changed);
    newest_first(&mut past);
    let ahead = dates.iter().filter(|date| date.day > site.today && date.day <= AHEAD.after(site.today));
    ahead.filter_map(|date| coming(site, date)).take(MOST_OF_A_SORT).chain(past).collect()
}

/// A page of the content whose source was changed. What is left out of searches is no news.
fn changed(site: &Site<'_>, page: &Brief) -> Option<NewsView> {
    let day: Date = page.last_changed.as_ref()?.parse().ok()?;
    let href = page.canonical.clone().filter(|_| page.origin.is_some() && !page.is_hidden)?;
    let title = match &page.caption {
        Some(caption) => format!("{caption}: {}", page.title),
        None => page.title.clone(),
    };
    let summary = Some(page.description.clone());
    let language = unlike_site(site, &page.language);
    Some(NewsView { id: format!("{href}#changed-{day}"), title, summary, href, language, day, category: "changed" })
}

/// A decision with its outcome, or a document that was published.
fn became(site: &Site<'_>, index: RecordIndex, record: &Record) -> Option<NewsView> {
    // What a translation says is no news beside what it translates.
    if site.graph.translated(index).is_some() {
        return None;
    }
    let words = site.for_record(record);
    let (day, title, category) = match &record.data {
        Data::Event(event) => {
            let outcome = words.label(event.outcome?.value);
            let parts = [("title", (&record.title).into()), ("outcome", (&outcome).into())];
            (event.date.value, words.tell("feed-decision", &parts), "decided")
        }
        Data::Document(document) => {
            let title = words.tell("feed-published", &[("title", (&record.title).into())]);
            (document.published?.value.first_day(), title, "published")
        }
        _ => return None,
    };
    let href = site.full_address(&record.address).filter(|_| day <= site.today)?;
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    let language = unlike_site(site, site.graph.language(record));
    Some(NewsView { id: format!("{href}#{category}-{day}"), title, summary, href, language, day, category })
}

/// What is still to come became news when it came near enough to be told, or when its record was changed after that: days
/// that stay what they are from build to build.
fn coming(site: &Site<'_>, date: &DatedView) -> Option<NewsView> {
    let href = site.full_address(&date.page)?;
    let words = date.language.as_deref().map_or(*site, |language| site.in_language(language));
    let shown = words.lexicon.day(date.day);
    let title = words.tell("feed-coming", &[("date", (&shown).into()), ("title", (&date.title).into())]);
    let day = date.day.to_string();
    let name = if date.id.ends_with(&day) { date.id.clone() } else { format!("{}/{day}", date.id) };
    let id = format!("{}#{}", site.full_address_of_path("")?, encode(&name));
    let told = AHEAD.before(date.day);
    let day = date.last_changed.map_or(told, |changed| changed.max(told)).min(site.today);
    let (summary, language) = (date.summary.clone(), date.language.clone());
    Some(NewsView { id, title, summary, href, language, day, category: "coming" })
}

/// A language where it is not that of the site.
fn unlike_site(site: &Site<'_>, tag: &str) -> Option<String> {
    (!is_same_language(tag, site.graph.settings.language())).then(|| tag.to_owned())
}
