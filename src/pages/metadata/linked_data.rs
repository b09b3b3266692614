//! What a page says of itself in the vocabulary of schema.org: what it is, when it changed, the way to it, and the thing
//! that it is about. What must be a full address is left out where `base_url` is not known.
//!
//! Must not know templates.

use crate::graph::Record;
use crate::graph::address::Address;
use crate::graph::furniture::Furniture;
use crate::pages::content::Content;
use crate::pages::metadata::schema::{Thing, Type, block, list};
use crate::pages::metadata::things::{publisher, thing};
use crate::pages::site::Site;
use crate::pages::view::Page;

/// What the search page calls the words that are searched for.
const QUERY: &str = "q";

/// The block for a page.
pub(super) fn linked_data(site: &Site<'_>, page: &Page, record: Option<&Record>) -> String {
    let view = &page.view;
    let is_home = page.address.as_str() == "index";
    block(&Thing {
        name: Some(view.title.clone()),
        url: view.canonical.clone(),
        in_language: Some(view.language.clone()),
        date_modified: view.last_changed.as_ref().map(|day| day.iso.clone()),
        breadcrumb: breadcrumb(site, page).map(Box::new),
        is_part_of: Some(Box::new(website(site, is_home))),
        main_entity: record.and_then(|record| thing(site, record)).map(Box::new),
        ..Thing::new(type_of(page))
    })
}

fn type_of(page: &Page) -> Type {
    match &page.view.content {
        Content::Index { .. } => Type::CollectionPage,
        _ if page.address.as_str() == "search" && page.origin.is_none() => Type::SearchResultsPage,
        _ => Type::WebPage,
    }
}

/// The site: on the home page with who publishes it and how it is searched.
fn website(site: &Site<'_>, is_home: bool) -> Thing {
    let settings = &site.graph.settings;
    let home = Address::new("index");
    let brief =
        Thing { name: Some(settings.title.value.clone()), url: site.full_address(&home), ..Thing::new(Type::WebSite) };
    if !is_home {
        return brief;
    }
    let organisation = settings.organisation.as_ref();
    Thing {
        description: settings.summary.clone(),
        in_language: Some(settings.language().to_owned()),
        publisher: organisation.map(|name| Box::new(publisher(site, name))),
        license: settings.licence.as_ref().and_then(|licence| Some(licence.url.as_ref()?.value.0.clone())),
        potential_action: search(site).map(Box::new),
        ..brief
    }
}

/// How the site is searched, where it has a search page and its full address is known.
fn search(site: &Site<'_>) -> Option<Thing> {
    let page = Furniture::from_name("search").filter(|page| site.graph.has(*page))?;
    let url_template = format!("{}?{QUERY}={{search_term_string}}", site.full_address(&page.address())?);
    let target = Thing { url_template: Some(url_template), ..Thing::new(Type::EntryPoint) };
    Some(Thing {
        target: Some(Box::new(target)),
        query_input: Some("required name=search_term_string"),
        ..Thing::new(Type::SearchAction)
    })
}

/// The way from the home page, which is of full addresses alone.
fn breadcrumb(site: &Site<'_>, page: &Page) -> Option<Thing> {
    let base = url::Url::parse(page.view.canonical.as_ref()?).ok()?;
    let home = site.full_address(&Address::new("index"));
    let home_file = site.full_address_of_path("index.html");
    let step = |(place, name, item): (usize, &str, Option<String>)| Thing {
        position: Some(place),
        name: Some(name.to_owned()),
        item,
        ..Thing::new(Type::ListItem)
    };
    let crumbs = &page.view.breadcrumbs;
    let above = crumbs.iter().enumerate().map(|(place, part)| {
        let item = part.href.as_ref().and_then(|href| base.join(href).ok()).map(String::from);
        let item = if item == home_file { home.clone() } else { item };
        step((place + 1, &part.text, item))
    });
    let own = step((crumbs.len() + 1, &page.view.title, page.view.canonical.clone()));
    let steps = list(above.chain([own])).filter(|steps| steps.len() > 1)?;
    Some(Thing { item_list_element: Some(steps), ..Thing::new(Type::BreadcrumbList) })
}
