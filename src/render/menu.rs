//! The menus of a site, which are the same on every page but for the way to the root and the entry at hand:
//! `{{ navigation_items(root=page.root, path=page.path, section=page.section_path) }}`, and `footer_items`. What they have in
//! common is written once.
//!
//! Must not know where a menu stands.

use tera::{Function, Kwargs, State, Tera, TeraResult, Value};

use crate::pages::view::{PathView, SiteView};
use crate::parse::markdown::escape::{escaped, push_escaped};

/// Gives templates the menus of a frame.
pub(super) fn register(tera: &mut Tera, frame: Option<&SiteView>) {
    let menu = |entries: fn(&SiteView) -> &Vec<PathView>| {
        Menu(frame.map(|frame| entries(frame).iter().map(Entry::new).collect()).unwrap_or_default())
    };
    tera.register_function("navigation_items", menu(|frame| &frame.navigation));
    tera.register_function("footer_items", menu(|frame| &frame.footer));
}

/// The entries of a menu as items of a list, each on a line of its own, seen from a page: `root` is the way to the site's root,
/// `path` its own path, and `section` the path of the entry that it belongs under, where there is one.
struct Menu(Vec<Entry>);

/// An entry, written as far as it is the same everywhere.
struct Entry {
    path: String,
    /// From the path to the end of the attributes.
    start: String,
    /// From the end of the tag on.
    end: String,
}

impl Entry {
    fn new(PathView { title, path, language }: &PathView) -> Self {
        let language = language.as_deref().map(escaped);
        let language = language.map(|tag| format!(" lang=\"{tag}\" hreflang=\"{tag}\"")).unwrap_or_default();
        let start = format!("{}\"{language}", escaped(path));
        Self { path: path.clone(), start, end: format!(">{}</a></li>", escaped(title)) }
    }
}

impl Function<TeraResult<String>> for Menu {
    fn call(&self, given: Kwargs, _state: &State) -> TeraResult<String> {
        let (root, own) = (given.must_get::<&str>("root")?, given.must_get::<&str>("path")?);
        let section = given.get::<&Value>("section")?.and_then(Value::as_str);
        let mut way = String::from("\n<li><a href=\"");
        push_escaped(&mut way, root);
        let length = |entry: &Entry| way.len() + entry.start.len() + entry.end.len();
        let mut html = String::with_capacity(self.0.iter().map(length).sum::<usize>() + 32);
        for Entry { path, start, end } in &self.0 {
            let current = match () {
                () if path == own => " aria-current=\"page\"",
                () if section == Some(path) => " aria-current=\"true\"",
                () => "",
            };
            for piece in [&way, start, current, end] {
                html.push_str(piece);
            }
        }
        Ok(html)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_says_where_the_reader_is() {
        let entry = |title: &str, path: &str, language: Option<&str>| {
            Entry::new(&PathView { title: title.into(), path: path.into(), language: language.map(str::to_owned) })
        };
        let mut tera = Tera::new();
        let entries = vec![entry("A & B", "a.html", None), entry("C", "c.html", Some("cy"))];
        tera.register_function("items", Menu(entries));
        let mut menu = |given: &str| {
            tera.add_raw_template("a.html", &format!("{{{{ items(root=\"../\", {given}) }}}}")).unwrap();
            tera.render("a.html", &tera::Context::new()).unwrap()
        };
        let html = |first: &str, second: &str| {
            format!(
                "\n<li><a href=\"../a.html\"{first}>A &amp; B</a></li>\n\
                 <li><a href=\"../c.html\" lang=\"cy\" hreflang=\"cy\"{second}>C</a></li>"
            )
        };
        assert_eq!(menu("path=\"a.html\""), html(" aria-current=\"page\"", ""));
        assert_eq!(menu("path=\"b.html\", section=\"c.html\""), html("", " aria-current=\"true\""));
        assert_eq!(menu("path=\"b.html\", section=none"), html("", ""));
    }
}
