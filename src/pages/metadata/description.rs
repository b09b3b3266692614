//! The sentence or two that stand for a page in lists of search engines and other sites: its summary, else its opening
//! words, else what can be said of any such page.
//!
//! Must not know templates.

use rustc_hash::FxHashMap;

use crate::graph::furniture::Furniture;
use crate::model::record::Data;
use crate::pages::brief::Brief;
use crate::pages::content::Content;
use crate::pages::metadata::source::Source;
use crate::pages::site::Site;
use crate::pages::view::{Page, PageView};

/// What stands for a page.
pub(in crate::pages) fn description(site: &Site<'_>, page: &Page, source: Option<Source<'_>>) -> String {
    let own = page.view.summary.clone().filter(|summary| !summary.trim().is_empty());
    let own = own.or_else(|| of_site(site, page)).or_else(|| source.and_then(words_of));
    own.map_or_else(|| sentence(site, page), |text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The home page stands for the site.
fn of_site(site: &Site<'_>, page: &Page) -> Option<String> {
    site.graph.settings.summary.clone().filter(|_| page.address.as_str() == "index")
}

/// What a term means, else how the text opens.
fn words_of(source: Source<'_>) -> Option<String> {
    if let Some(section) = source.section {
        return section.text.body.outline.opening().map(str::to_owned);
    }
    let meaning = match &source.record.data {
        Data::Term(term) => term.meaning.clone(),
        _ => None,
    };
    meaning.or_else(|| source.record.opening().map(str::to_owned))
}

/// What can be said of a page that says nothing of itself. The message `description-NAME` says it of a page of the site's
/// furniture, where there is one.
fn sentence(site: &Site<'_>, page: &Page) -> String {
    let furniture = Furniture::all().find(|furniture| furniture.address() == page.address);
    let message = match (&page.view.content, furniture) {
        (Content::Redirect { .. }, _) => "description-moved".to_owned(),
        (Content::NotFound, _) => "description-not-found".to_owned(),
        (_, Some(Furniture::Index(_))) => "description-index".to_owned(),
        _ if page.view.paging.as_ref().is_some_and(|paging| paging.part_of.is_some()) => "description-part".to_owned(),
        (_, Some(other)) => format!("description-{}", other.name()),
        _ => "description-page".to_owned(),
    };
    let message = if site.lexicon.has(&message) { message.as_str() } else { "description-page" };
    let PageView { title, caption, .. } = &page.view;
    let titled = caption.as_ref().map_or_else(|| title.clone(), |caption| format!("{caption}: {title}"));
    let named = [("title", (&titled).into()), ("site", (&site.graph.settings.title.value).into())];
    site.tell(message, &named)
}

/// Puts the title before a description that several pages share, so that each can be told from the others.
pub(in crate::pages) fn tell_apart(site: &Site<'_>, pages: &mut [Brief]) {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for page in pages.iter() {
        *counts.entry(&page.description).or_default() += 1;
    }
    let is_shared = |page: &Brief| counts.get(page.description.as_str()).is_some_and(|count| *count > 1);
    let shared: Vec<usize> = pages.iter().enumerate().filter(|(_, page)| is_shared(page)).map(|(at, _)| at).collect();
    for at in shared {
        let page = &mut pages[at];
        let parts = [("title", (&page.title).into()), ("description", (&page.description).into())];
        let description = site.in_language(&page.words).tell("description-of", &parts);
        page.description = description;
    }
}
