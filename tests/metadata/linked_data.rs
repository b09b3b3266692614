//! What pages say in the vocabulary of schema.org.

use jiff::civil::Date;
use serde_json::Value;

use super::{EXAMPLE, Files, files, pages};
use crate::support::Site;

/// The types of schema.org (release 29) that pages may name.
const TYPES: &[&str] = &[
    "AdministrativeArea",
    "BreadcrumbList",
    "CollectionPage",
    "CreativeWork",
    "DefinedTerm",
    "DefinedTermSet",
    "EducationalOrganization",
    "EntryPoint",
    "Event",
    "GovernmentOrganization",
    "Legislation",
    "ListItem",
    "NGO",
    "Organization",
    "Report",
    "SearchAction",
    "SearchResultsPage",
    "WebPage",
    "WebSite",
];

/// Properties of schema.org that hold a date, a month or a year.
const DATES: &[&str] = &["dateModified", "datePublished", "startDate", "endDate", "foundingDate", "legislationDate"];

/// Other properties of schema.org that pages may name.
const PROPERTIES: &[&str] = &[
    "about",
    "alternateName",
    "areaServed",
    "breadcrumb",
    "creativeWorkStatus",
    "description",
    "identifier",
    "inDefinedTermSet",
    "inLanguage",
    "isPartOf",
    "item",
    "itemListElement",
    "legislationChanges",
    "legislationIdentifier",
    "license",
    "mainEntity",
    "member",
    "name",
    "organizer",
    "parentOrganization",
    "position",
    "potentialAction",
    "publisher",
    "query-input",
    "sameAs",
    "target",
    "temporalCoverage",
    "termCode",
    "url",
    "urlTemplate",
];

fn blocks(html: &str) -> Vec<Value> {
    let parts = html.split("<script type=\"application/ld+json\">").skip(1);
    parts.map(|part| serde_json::from_str(part.split("</script>").next().unwrap()).unwrap()).collect()
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year] => is_number(year, 4),
        [year, month] => is_number(year, 4) && is_number(month, 2),
        _ => text.parse::<Date>().is_ok(),
    }
}

fn check(value: &Value, place: &str) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| check(value, place)),
        Value::Object(fields) => {
            let kind = fields["@type"].as_str().unwrap_or_else(|| panic!("{place}: a thing without a type"));
            assert!(TYPES.contains(&kind), "{place}: {kind} is no type of schema.org");
            for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with('@')) {
                let place = format!("{place}: {kind}.{name}");
                if DATES.contains(&name.as_str()) {
                    assert!(value.as_str().is_some_and(is_date), "{place}: {value}");
                    continue;
                }
                assert!(PROPERTIES.contains(&name.as_str()), "{place} is no property of schema.org");
                if name == "temporalCoverage" {
                    let ends = value.as_str().unwrap().split_once('/').unwrap();
                    assert!([ends.0, ends.1].into_iter().all(|end| end == ".." || is_date(end)), "{place}: {value}");
                }
                if ["url", "item", "sameAs", "license"].contains(&name.as_str()) {
                    assert!(value.as_str().is_some_and(|url| url.starts_with("http")), "{place}: {value}");
                }
                if value.is_object() || value.is_array() {
                    check(value, &place);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_block_of_the_example_is_of_schema_org() {
    for files in [&EXAMPLE.0, &EXAMPLE.1] {
        for (path, html) in pages(files) {
            let blocks = blocks(html);
            assert_eq!(
                blocks.len(),
                usize::from(path != "404.html" && !html.contains("http-equiv=\"refresh\"")),
                "{path}"
            );
            for block in &blocks {
                assert_eq!(block["@context"], "https://schema.org", "{path}");
                check(block, path);
            }
        }
    }
}

fn entity(files: &Files, path: &str) -> Value {
    blocks(&files[path]).remove(0)["mainEntity"].take()
}

#[test]
fn records_are_what_they_are() {
    let published = &EXAMPLE.1;
    let law = entity(published, "legislation/crime-and-disorder-act-1998.html");
    assert_eq!((&law["@type"], &law["legislationIdentifier"]), (&"Legislation".into(), &"1998 c. 37".into()));
    let consultation = entity(published, "consultations/strategy-2019-2021.html");
    assert_eq!((&consultation["startDate"], &consultation["endDate"]), (&"2019-09-16".into(), &"2019-11-11".into()));
    assert_eq!(consultation["organizer"]["name"], "Leicestershire County Council");
    let board = entity(published, "boards/lscsb.html");
    assert_eq!(board["@type"], "GovernmentOrganization");
    assert!(board["member"].as_array().unwrap().len() > 5 && !board.to_string().contains("\"Person\""));
    let page = &blocks(&published["priorities/knife-crime.html"])[0];
    let steps = page["breadcrumb"]["itemListElement"].as_array().unwrap();
    let items: Vec<&str> = steps.iter().map(|step| step["item"].as_str().unwrap()).collect();
    let base = super::BASE;
    assert_eq!(items, [base, &format!("{base}priorities/index.html"), &format!("{base}priorities/knife-crime.html")]);
}

#[test]
fn a_home_page_says_how_its_site_is_searched_and_who_publishes_it() {
    let site = |more: &str| {
        let settings = format!("title: A site\norganisation: Wessex Council\n{more}");
        let council = "title: Wessex Council\ntype: county-council\n";
        let site = Site::new().file("folkmoot.yaml", &settings).file("content/organisations/wessex.yaml", council);
        blocks(&files(&site.build().expect_exit(0))["index.html"]).remove(0)["isPartOf"].take()
    };
    let searched = site("base_url: https://www.example.org/plan\n");
    assert_eq!(searched["publisher"]["@type"], "GovernmentOrganization");
    let target = &searched["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(target, "https://www.example.org/plan/search.html?q={search_term_string}");
    check(&searched, "index.html");
    assert!(site("").get("potentialAction").is_none(), "a search without a full address");
    let unsearched = site("base_url: https://www.example.org/\nsearch: \"off\"\n");
    assert!(unsearched.get("potentialAction").is_none(), "a search that is switched off");
}

#[test]
fn nothing_in_a_title_ends_the_block() {
    let site = Site::new().file("folkmoot.yaml", "title: \"A </script><script>alert(1)</script> site\"\n").file(
        "content/index.md",
        "---\ntitle: \"<!--<script> \\u2028 &\"\n---\n\nA page about nothing in particular.\n",
    );
    let files = files(&site.build().expect_exit(0));
    let html = &files["index.html"];
    assert_eq!(html.matches("<script").count(), 1, "{html}");
    assert_eq!(blocks(html)[0]["name"], "<!--<script> \u{2028} &");
}
