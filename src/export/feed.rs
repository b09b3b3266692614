//! `feed.xml` (RFC 4287): what changed and what is to come. Its entries are known by full addresses, so it is made where
//! `base_url` is known.

use serde::Serialize;

use crate::output::Bytes;
use crate::pages::Site;
use crate::pages::head::FEED;
use crate::pages::news::NewsView;

#[derive(Serialize)]
#[serde(rename = "feed")]
struct Feed {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@xml:lang")]
    language: String,
    id: String,
    title: String,
    subtitle: String,
    updated: String,
    author: Author,
    link: Vec<Way>,
    entry: Vec<Entry>,
}

#[derive(Serialize)]
struct Author {
    name: String,
}

#[derive(Serialize)]
struct Way {
    #[serde(rename = "@rel")]
    relation: &'static str,
    #[serde(rename = "@type")]
    media_type: &'static str,
    #[serde(rename = "@href")]
    href: String,
}

#[derive(Serialize)]
struct Entry {
    #[serde(rename = "@xml:lang", skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    id: String,
    title: String,
    updated: String,
    link: Way,
    category: Category,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
}

#[derive(Serialize)]
struct Category {
    #[serde(rename = "@term")]
    term: &'static str,
}

/// The feed of `news`; nothing where there is none, or the site's address is not known.
pub fn feed(site: &Site<'_>, news: &[NewsView]) -> Option<Bytes> {
    let settings = &site.graph.settings;
    let own = site.full_address_of_path(FEED)?;
    let newest = news.iter().map(|entry| entry.day).max()?;
    let publisher = settings.organisation.as_ref().unwrap_or(&settings.title.value);
    let feed = Feed {
        namespace: "http://www.w3.org/2005/Atom",
        language: settings.language().to_owned(),
        id: own.clone(),
        title: legal(&settings.title.value),
        subtitle: legal(&site.lexicon.say("feed-subtitle")),
        updated: instant(newest),
        author: Author { name: legal(publisher) },
        link: vec![
            way("self", "application/atom+xml", own),
            way("alternate", "text/html", site.full_address_of_path("")?),
        ],
        entry: news.iter().map(entry).collect(),
    };
    let xml = quick_xml::se::to_string(&feed).unwrap_or_default();
    Some(Bytes::from(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}\n").into_bytes()))
}

fn entry(news: &NewsView) -> Entry {
    Entry {
        language: news.language.clone(),
        id: news.id.clone(),
        title: legal(&news.title),
        updated: instant(news.day),
        link: way("alternate", "text/html", news.href.clone()),
        category: Category { term: news.category },
        summary: news.summary.as_deref().map(legal),
    }
}

fn way(relation: &'static str, media_type: &'static str, href: String) -> Way {
    Way { relation, media_type, href }
}

/// A day as the instant that it begins at (RFC 3339): no more than the day is known.
fn instant(day: jiff::civil::Date) -> String {
    format!("{day}T00:00:00Z")
}

/// A text without what XML cannot hold, not even escaped (XML 1.0, 2.2).
fn legal(text: &str) -> String {
    let is_legal = |c: &char| matches!(c, '\t' | '\n') || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(is_legal).collect()
}
