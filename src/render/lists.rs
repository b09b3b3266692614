//! Lists that nearly every page has, as HTML: `{{ links | part_items }}`, `{{ entries | contents }}`. To go through them entry
//! by entry in a template took half of the time of all templates.
//!
//! Must not know where a list stands.

use tera::value::Key;
use tera::{Error, Filter, Kwargs, Map, State, Tera, TeraResult, Value};

use super::part::{element, text, write as write_part};

/// Gives templates the filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("part_items", PartItems);
    tera.register_filter("contents", Contents);
}

/// How much most entries come to.
const USUAL_BYTES: usize = 96;

/// Pieces as items of a list, each on a line of its own.
struct PartItems;

impl Filter<&Value, TeraResult<String>> for PartItems {
    fn call(&self, parts: &Value, _given: Kwargs, _state: &State) -> TeraResult<String> {
        let parts = entries(parts, "part_items")?;
        let mut html = String::with_capacity(parts.len() * USUAL_BYTES);
        for part in parts {
            html.push_str("\n<li>");
            write_part(&mut html, entry(part, "part_items")?);
            html.push_str("</li>");
        }
        Ok(html)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// Headings of a page, to any depth.
struct Contents;

impl Filter<&Value, TeraResult<String>> for Contents {
    fn call(&self, headings: &Value, _given: Kwargs, _state: &State) -> TeraResult<String> {
        let headings = entries(headings, "contents")?;
        let mut html = String::with_capacity(headings.len() * USUAL_BYTES);
        write_contents(&mut html, headings)?;
        Ok(html)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn write_contents(html: &mut String, headings: &[Value]) -> TeraResult<()> {
    html.push_str("<ul>");
    for heading in headings {
        let heading = entry(heading, "contents")?;
        element(html, "\n<li><a href=\"#", text(heading, "anchor").unwrap_or_default(), "\">");
        element(html, "", text(heading, "title").unwrap_or_default(), "</a>");
        let below = heading.get(&Key::Str("entries")).and_then(Value::as_array).unwrap_or_default();
        if !below.is_empty() {
            html.push('\n');
            write_contents(html, below)?;
        }
        html.push_str("</li>");
    }
    html.push_str("\n</ul>");
    Ok(())
}

fn entries<'a>(list: &'a Value, filter: &str) -> TeraResult<&'a [Value]> {
    list.as_array().ok_or_else(|| Error::message(format!("`{filter}` draws a list, and was given something else")))
}

fn entry<'a>(entry: &'a Value, filter: &str) -> TeraResult<&'a Map> {
    entry
        .as_map()
        .ok_or_else(|| Error::message(format!("`{filter}` draws a list, and an entry of it is something else")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tera::{Context, Tera};

    fn drawn(template: &str, list: &serde_json::Value) -> tera::TeraResult<String> {
        let mut tera = Tera::new();
        super::register(&mut tera);
        tera.add_raw_template("a.html", template)?;
        let mut context = Context::new();
        context.insert("list", list);
        tera.render("a.html", &context)
    }

    #[test]
    fn pieces_are_items() {
        let list = json!([{"text": "A & B", "href": "a.html"}, {"text": "C"}]);
        let html = "\n<li><a href=\"a.html\">A &amp; B</a></li>\n<li>C</li>";
        assert_eq!(drawn("{{ list | part_items }}", &list).unwrap(), html);
    }

    #[test]
    fn contents_lie_in_each_other() {
        let list = json!([
            {"title": "A", "anchor": "a", "entries": [{"title": "<B>", "anchor": "b", "entries": []}]},
            {"title": "C", "anchor": "c", "entries": []},
        ]);
        let html = "<ul>\n<li><a href=\"#a\">A</a>\n<ul>\n<li><a href=\"#b\">&lt;B&gt;</a></li>\n</ul></li>\n\
                    <li><a href=\"#c\">C</a></li>\n</ul>";
        assert_eq!(drawn("{{ list | contents }}", &list).unwrap(), html);
    }

    #[test]
    fn what_is_no_list_is_a_fault() {
        for filter in ["part_items", "contents"] {
            for wrong in [json!("a"), json!(["a", "b"])] {
                assert!(drawn(&format!("{{{{ list | {filter} }}}}"), &wrong).is_err(), "{filter} {wrong}");
            }
        }
    }
}
