//! The sentence or two that stand for a page in lists of search engines and other sites: its summary, else its opening
//! words, else what can be said of any such page.
//!
//! Must not know templates.

use std::collections::HashMap;

use crate::graph::furniture::Furniture;
use crate::model::record::Data;
use crate::pages::content::Content;
use crate::pages::metadata::source::Source;
use crate::pages::opening::opening_of;
use crate::pages::site::Site;
use crate::pages::view::{Page, PageView};

/// What stands for a page.
pub(super) fn description(site: &Site<'_>, page: &Page, source: Option<Source<'_>>) -> String {
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
        return opening_of(&section.text.body);
    }
    let meaning = match &source.record.data {
        Data::Term(term) => term.meaning.clone(),
        _ => None,
    };
    meaning.or_else(|| opening_of(&source.record.text.as_ref()?.body))
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
pub(super) fn tell_apart(site: &Site<'_>, pages: &mut [Page]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        *counts.entry(page.view.head.description.clone()).or_default() += 1;
    }
    for view in pages.iter_mut().map(|page| &mut page.view) {
        if counts.get(&view.head.description).is_some_and(|count| *count > 1) {
            let parts = [("title", (&view.title).into()), ("description", (&view.head.description).into())];
            view.head.description = site.in_language(&view.words).tell("description-of", &parts);
        }
    }
}
