//! The words of schema.org that pages are described in: a thing with its properties, as it is written in JSON-LD.
//!
//! Must not know which page says what.

use serde::Serialize;

/// What every block names as its vocabulary.
const CONTEXT: &str = "https://schema.org";

/// A type of schema.org, written as its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) enum Type {
    AdministrativeArea,
    BreadcrumbList,
    CollectionPage,
    CreativeWork,
    DefinedTerm,
    DefinedTermSet,
    EducationalOrganization,
    EntryPoint,
    Event,
    GovernmentOrganization,
    Legislation,
    ListItem,
    #[serde(rename = "NGO")]
    Ngo,
    Organization,
    Report,
    SearchAction,
    SearchResultsPage,
    WebPage,
    WebSite,
}

/// Declares a thing with its properties, each left out where it is not known.
macro_rules! thing {
    ($($(#[$about:meta])* $property:ident: $type:ty = $written:literal,)+) => {
        /// A thing of schema.org.
        #[derive(Debug, Clone, Serialize)]
        pub(super) struct Thing {
            #[serde(rename = "@type")]
            pub(super) of_type: Type,
            $(
                $(#[$about])*
                #[serde(rename = $written, skip_serializing_if = "Option::is_none")]
                pub(super) $property: Option<$type>,
            )+
        }

        impl Thing {
            /// One of which nothing is known but its type.
            pub(super) fn new(of_type: Type) -> Self {
                Self { of_type, $($property: None,)+ }
            }
        }
    };
}

thing! {
    name: String = "name",
    alternate_name: String = "alternateName",
    description: String = "description",
    url: String = "url",
    /// Where the thing itself has a page elsewhere.
    same_as: String = "sameAs",
    in_language: String = "inLanguage",
    date_published: String = "datePublished",
    date_modified: String = "dateModified",
    license: String = "license",
    position: usize = "position",
    item: String = "item",
    item_list_element: Vec<Thing> = "itemListElement",
    breadcrumb: Box<Thing> = "breadcrumb",
    is_part_of: Box<Thing> = "isPartOf",
    publisher: Box<Thing> = "publisher",
    potential_action: Box<Thing> = "potentialAction",
    target: Box<Thing> = "target",
    url_template: String = "urlTemplate",
    query_input: &'static str = "query-input",
    identifier: String = "identifier",
    parent_organization: Vec<Thing> = "parentOrganization",
    member: Vec<Thing> = "member",
    area_served: Vec<Thing> = "areaServed",
    founding_date: String = "foundingDate",
    start_date: String = "startDate",
    end_date: String = "endDate",
    organizer: Box<Thing> = "organizer",
    about: Box<Thing> = "about",
    legislation_identifier: String = "legislationIdentifier",
    legislation_date: String = "legislationDate",
    legislation_changes: Vec<Thing> = "legislationChanges",
    temporal_coverage: String = "temporalCoverage",
    creative_work_status: String = "creativeWorkStatus",
    term_code: String = "termCode",
    in_defined_term_set: Box<Thing> = "inDefinedTermSet",
    main_entity: Box<Thing> = "mainEntity",
}

/// A thing as a block of JSON-LD that nothing in it can end: `<` and the two separators that older readers of scripts take
/// for the end of a line are written as escapes of JSON, which say the same.
pub(super) fn block(thing: &Thing) -> String {
    #[derive(Serialize)]
    struct Block<'a> {
        #[serde(rename = "@context")]
        context: &'static str,
        #[serde(flatten)]
        thing: &'a Thing,
    }
    let json = serde_json::to_string(&Block { context: CONTEXT, thing }).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A list, where there is something on it.
pub(super) fn list(things: impl Iterator<Item = Thing>) -> Option<Vec<Thing>> {
    let things: Vec<Thing> = things.collect();
    (!things.is_empty()).then_some(things)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_a_block() {
        let name = "</script><!-- \u{2028}\u{2029} \"&".to_owned();
        let written = block(&Thing { name: Some(name.clone()), ..Thing::new(Type::Ngo) });
        assert!(!written.contains(['<', '\u{2028}', '\u{2029}']), "{written}");
        let read: serde_json::Value = serde_json::from_str(&written).unwrap_or_default();
        assert_eq!((read["name"].as_str(), read["@type"].as_str()), (Some(name.as_str()), Some("NGO")));
    }
}
