//! A piece of a fact or a cell as HTML: `{{ link | part }}`. Large pages have hundreds, and to draw each of them with a template
//! of its own took a third of the time of all templates.
//!
//! Must not know where the piece stands.

use tera::value::Key;
use tera::{Error, Filter, Kwargs, Map, State, Tera, TeraResult, Value};

use crate::parse::markdown::escape::push_escaped;

/// Gives templates the filter.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("part", Drawn);
}

/// How much most pieces come to.
const USUAL_BYTES: usize = 128;

/// A piece of a fact or a cell: text that may lead somewhere, be a date, have a tag beside it or a note below.
struct Drawn;

impl Filter<&Value, TeraResult<String>> for Drawn {
    fn call(&self, part: &Value, _given: Kwargs, _state: &State) -> TeraResult<String> {
        let fields = part.as_map();
        let fields =
            fields.ok_or_else(|| Error::message("`part` draws a piece of a page, and was given something else"))?;
        let mut html = String::with_capacity(USUAL_BYTES);
        write(&mut html, fields);
        Ok(html)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// Writes a piece.
pub(super) fn write(html: &mut String, part: &Map) {
    let (href, language) = (text(part, "href"), text(part, "language"));
    match (href, language) {
        (Some(href), language) => {
            element(html, "<a href=\"", href, "\"");
            if let Some(language) = language {
                element(html, " lang=\"", language, "\"");
                element(html, " hreflang=\"", language, "\"");
            }
            html.push('>');
        }
        (None, Some(language)) => element(html, "<span lang=\"", language, "\">"),
        (None, None) => {}
    }
    let said = text(part, "text").unwrap_or_default();
    let pieces = part.get(&Key::Str("pieces")).and_then(Value::as_array).unwrap_or_default();
    if let Some(iso) = text(part, "iso") {
        element(html, "<time datetime=\"", iso, "\">");
        element(html, "", said, "</time>");
    } else if pieces.is_empty() {
        push_escaped(html, said);
    } else {
        pieces.iter().filter_map(Value::as_map).for_each(|piece| write(html, piece));
    }
    html.push_str(if href.is_some() {
        "</a>"
    } else if language.is_some() {
        "</span>"
    } else {
        ""
    });
    if let Some(tag) = text(part, "tag") {
        let is_illustrative = part.get(&Key::Str("illustrative")).is_some_and(Value::is_truthy);
        let class = if is_illustrative { "tag tag-illustrative" } else { "tag" };
        element(html, " <span class=\"", class, "\">");
        element(html, "", tag, "</span>");
    }
    if let Some(note) = text(part, "note") {
        html.push_str(" <span class=\"note\"");
        if let Some(language) = text(part, "note_language") {
            element(html, " lang=\"", language, "\"");
        }
        element(html, ">", note, "</span>");
    }
}

/// A field of a piece that says something.
pub(super) fn text<'a>(part: &'a Map, field: &'static str) -> Option<&'a str> {
    part.get(&Key::Str(field)).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// Writes text, escaped, between markup.
pub(super) fn element(html: &mut String, start: &str, text: &str, end: &str) {
    html.push_str(start);
    push_escaped(html, text);
    html.push_str(end);
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::*;
    use crate::pages::parts::Part;

    fn drawn(part: &Part) -> String {
        let mut tera = Tera::new();
        register(&mut tera);
        tera.add_raw_template("a.html", "{{ part | part }}").unwrap();
        let mut context = Context::new();
        context.insert("part", part);
        tera.render("a.html", &context).unwrap()
    }

    fn text(text: &str) -> Part {
        Part { text: text.to_owned(), ..Part::default() }
    }

    #[test]
    fn each_field_has_its_form_and_is_escaped() {
        let some = |text: &str| Some(text.to_owned());
        let table = [
            (text("A & B"), "A &amp; B"),
            (Part { href: some("a.html?x&y"), ..text("<A>") }, "<a href=\"a.html?x&amp;y\">&lt;A&gt;</a>"),
            (
                Part { href: some("a.html"), language: some("cy"), ..text("A") },
                "<a href=\"a.html\" lang=\"cy\" hreflang=\"cy\">A</a>",
            ),
            (Part { language: some("cy"), ..text("A") }, "<span lang=\"cy\">A</span>"),
            (Part { iso: some("2019-11-06"), ..text("6 November") }, "<time datetime=\"2019-11-06\">6 November</time>"),
            (Part { tag: some("Vacant"), ..text("A") }, "A <span class=\"tag\">Vacant</span>"),
            (
                Part { tag: some("Ours"), illustrative: true, ..text("A") },
                "A <span class=\"tag tag-illustrative\">Ours</span>",
            ),
            (
                Part { note: some("\"N\""), note_language: some("cy"), ..text("A") },
                "A <span class=\"note\" lang=\"cy\">&quot;N&quot;</span>",
            ),
            (
                Part { pieces: vec![text("a "), Part { href: some("b"), ..text("b") }], ..text("") },
                "a <a href=\"b\">b</a>",
            ),
        ];
        for (part, wanted) in table {
            assert_eq!(drawn(&part), wanted);
        }
    }

    #[test]
    fn what_is_no_piece_is_a_fault() {
        let mut tera = Tera::new();
        register(&mut tera);
        tera.add_raw_template("a.html", "{{ 1 | part }}").unwrap();
        assert!(tera.render("a.html", &Context::new()).is_err());
    }
}
