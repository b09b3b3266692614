//! The raw HTML that may stand in a body: which elements, where each may stand, what it may hold, which attributes it keeps.
//! What is not on these lists is left out. Content models after HTML 3.2.5 and 4.3 to 4.11, made simpler where a body needs
//! no more.
//!
//! Must not know tokens or pieces.

use super::tree::LinkUse;

/// An element that may stand in a body.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name, in lower case.
    pub(super) name: &'static str,
    /// Where it may stand.
    pub(super) place: Place,
    /// What it may hold.
    pub(super) holds: Holds,
    /// Whether its end tag may be left out (HTML 13.1.2.4).
    pub(super) implied_end: bool,
    /// Its attributes besides those of every element.
    pub(super) attributes: &'static [Attribute],
    /// The attribute without which it means nothing.
    pub(super) needs: Option<&'static str>,
}

/// Where an element may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Wherever text may.
    Phrasing,
    /// Wherever a paragraph may.
    Flow,
    /// Wherever a paragraph may, and as a summary.
    Heading,
    /// Only right in one of these.
    Part(&'static [&'static str]),
}

/// What an element may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing: it has no end tag.
    Nothing,
    /// Only elements that name it as their place.
    Parts,
    /// Text.
    Phrasing,
    /// Paragraphs.
    Flow,
    /// What the element around it may hold.
    AsParent,
}

/// An attribute that is kept.
#[derive(Debug)]
pub(super) struct Attribute {
    /// Its name, in lower case.
    pub(super) name: &'static str,
    /// What its value must be.
    pub(super) value: Value,
}

/// What the value of an attribute must be; any other is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// Anything.
    Any,
    /// A number without sign.
    Number,
    /// A whole number.
    Integer,
    /// Nothing: to be there is all it says.
    Flag,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A language tag.
    Language,
    /// An id, written as `id`.
    Id,
    /// Where a link leads.
    Address(LinkUse),
}

/// The attributes of every element.
pub(super) static EVERYWHERE: [Attribute; 5] = [
    attribute("class", Value::Any),
    attribute("dir", Value::OneOf(&["ltr", "rtl", "auto"])),
    attribute("id", Value::Id),
    attribute("lang", Value::Language),
    attribute("title", Value::Any),
];

/// Elements that are left out with all they hold: it is code, a drawing or part of a form, not text of the page.
pub(super) static WITH_CONTENT: [&str; 26] = [
    "applet",
    "audio",
    "button",
    "canvas",
    "datalist",
    "form",
    "frameset",
    "head",
    "iframe",
    "map",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// More such elements, obsolete ones.
pub(super) static WITH_CONTENT_OBSOLETE: [&str; 3] = ["listing", "noframe", "xmp"];

/// Elements without end that are left out.
pub(super) static VOID_LEFT_OUT: [&str; 12] =
    ["area", "base", "basefont", "bgsound", "embed", "frame", "input", "keygen", "link", "meta", "source", "track"];

/// The element of this name, if it may stand in a body.
pub(super) fn element(name: &str) -> Option<&'static Element> {
    let at = ELEMENTS.binary_search_by(|element| element.name.cmp(name)).ok()?;
    ELEMENTS.get(at)
}

impl Element {
    /// The attribute of this name, if the element keeps it.
    pub(super) fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.attributes.iter().chain(&EVERYWHERE).find(|attribute| attribute.name == name)
    }
}

const fn attribute(name: &'static str, value: Value) -> Attribute {
    Attribute { name, value }
}

const fn element_of(name: &'static str, place: Place, holds: Holds, attributes: &'static [Attribute]) -> Element {
    Element { name, place, holds, implied_end: false, attributes, needs: None }
}

/// An element of running text.
const fn text(name: &'static str) -> Element {
    element_of(name, Place::Phrasing, Holds::Phrasing, &[])
}

/// An element that holds paragraphs.
const fn block(name: &'static str) -> Element {
    element_of(name, Place::Flow, Holds::Flow, &[])
}

/// A heading.
const fn heading(name: &'static str) -> Element {
    element_of(name, Place::Heading, Holds::Phrasing, &[])
}

/// A part of others whose end tag may be left out.
const fn part(
    name: &'static str,
    of: &'static [&'static str],
    holds: Holds,
    attributes: &'static [Attribute],
) -> Element {
    Element { name, place: Place::Part(of), holds, implied_end: true, attributes, needs: None }
}

const fn needing(mut element: Element, attribute: &'static str) -> Element {
    element.needs = Some(attribute);
    element
}

const ROW_GROUPS: &[&str] = &["tbody", "tfoot", "thead", "table"];
const DATE: &[Attribute] = &[attribute("datetime", Value::Any)];
const SPAN: &[Attribute] = &[attribute("span", Value::Number)];
const CELL: &[Attribute] =
    &[attribute("colspan", Value::Number), attribute("rowspan", Value::Number), attribute("headers", Value::Any)];
const HEADER_CELL: &[Attribute] = &[
    attribute("abbr", Value::Any),
    attribute("colspan", Value::Number),
    attribute("headers", Value::Any),
    attribute("rowspan", Value::Number),
    attribute("scope", Value::OneOf(&["col", "row", "colgroup", "rowgroup"])),
];
const ANCHOR: &[Attribute] = &[attribute("href", Value::Address(LinkUse::Text)), attribute("name", Value::Id)];
const IMAGE: &[Attribute] = &[
    attribute("alt", Value::Any),
    attribute("height", Value::Number),
    attribute("src", Value::Address(LinkUse::Image)),
    attribute("width", Value::Number),
];
const ORDERED: &[Attribute] = &[
    attribute("reversed", Value::Flag),
    attribute("start", Value::Integer),
    attribute("type", Value::OneOf(&["1", "a", "A", "i", "I"])),
];

/// Every element that may stand in a body, by name.
static ELEMENTS: [Element; 65] = [
    element_of("a", Place::Phrasing, Holds::AsParent, ANCHOR),
    text("abbr"),
    block("address"),
    text("b"),
    text("bdi"),
    needing(text("bdo"), "dir"),
    block("blockquote"),
    element_of("br", Place::Phrasing, Holds::Nothing, &[]),
    part("caption", &["table"], Holds::Flow, &[]),
    text("cite"),
    text("code"),
    element_of("col", Place::Part(&["colgroup"]), Holds::Nothing, SPAN),
    part("colgroup", &["table"], Holds::Parts, SPAN),
    needing(element_of("data", Place::Phrasing, Holds::Phrasing, &[attribute("value", Value::Any)]), "value"),
    part("dd", &["dl"], Holds::Flow, &[]),
    element_of("del", Place::Phrasing, Holds::AsParent, DATE),
    element_of("details", Place::Flow, Holds::Flow, &[attribute("open", Value::Flag)]),
    text("dfn"),
    block("div"),
    element_of("dl", Place::Flow, Holds::Parts, &[]),
    part("dt", &["dl"], Holds::Phrasing, &[]),
    text("em"),
    element_of("figcaption", Place::Part(&["figure"]), Holds::Flow, &[]),
    block("figure"),
    heading("h1"),
    heading("h2"),
    heading("h3"),
    heading("h4"),
    heading("h5"),
    heading("h6"),
    element_of("hr", Place::Flow, Holds::Nothing, &[]),
    text("i"),
    needing(element_of("img", Place::Phrasing, Holds::Nothing, IMAGE), "src"),
    element_of("ins", Place::Phrasing, Holds::AsParent, DATE),
    text("kbd"),
    part("li", &["ol", "ul"], Holds::Flow, &[attribute("value", Value::Integer)]),
    text("mark"),
    element_of("ol", Place::Flow, Holds::Parts, ORDERED),
    Element { implied_end: true, ..element_of("p", Place::Flow, Holds::Phrasing, &[]) },
    element_of("pre", Place::Flow, Holds::Phrasing, &[]),
    text("q"),
    part("rp", &["ruby"], Holds::Phrasing, &[]),
    part("rt", &["ruby"], Holds::Phrasing, &[]),
    text("ruby"),
    text("s"),
    text("samp"),
    block("section"),
    text("small"),
    text("span"),
    text("strong"),
    text("sub"),
    element_of("summary", Place::Part(&["details"]), Holds::Phrasing, &[]),
    text("sup"),
    element_of("table", Place::Flow, Holds::Parts, &[]),
    part("tbody", &["table"], Holds::Parts, &[]),
    part("td", &["tr"], Holds::Flow, CELL),
    part("tfoot", &["table"], Holds::Parts, &[]),
    part("th", &["tr"], Holds::Flow, HEADER_CELL),
    part("thead", &["table"], Holds::Parts, &[]),
    element_of("time", Place::Phrasing, Holds::Phrasing, DATE),
    part("tr", ROW_GROUPS, Holds::Parts, &[]),
    text("u"),
    element_of("ul", Place::Flow, Holds::Parts, &[]),
    text("var"),
    element_of("wbr", Place::Phrasing, Holds::Nothing, &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_order_so_that_each_is_found() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.name < b.name));
        for found in &ELEMENTS {
            assert_eq!(element(found.name).map(|element| element.name), Some(found.name));
        }
        assert!(element("script").is_none());
    }

    #[test]
    fn no_attribute_runs_code_or_styles() {
        for attribute in ELEMENTS.iter().flat_map(|element| element.attributes).chain(&EVERYWHERE) {
            assert!(!attribute.name.starts_with("on") && attribute.name != "style", "{attribute:?}");
            let leads = ["href", "src"].contains(&attribute.name);
            assert_eq!(leads, matches!(attribute.value, Value::Address(_)), "{attribute:?}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_let_in() {
        for name in WITH_CONTENT.iter().chain(&WITH_CONTENT_OBSOLETE).chain(&VOID_LEFT_OUT) {
            assert!(element(name).is_none(), "{name}");
        }
    }
}
