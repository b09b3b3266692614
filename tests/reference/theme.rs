//! Reads the templates of the built-in theme just well enough: what each extends, its blocks, its components, and where a name
//! is used.
//!
//! Must not know the data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// A template.
pub(super) struct Template {
    /// As it is written.
    pub(super) text: String,
    /// The template that it changes.
    pub(super) extends: Option<String>,
    /// The names of its blocks, in order.
    pub(super) blocks: Vec<String>,
    /// Its components.
    pub(super) components: Vec<Component>,
}

/// A piece that templates put pages together from.
pub(super) struct Component {
    /// With what it takes: `fm.date(date: map)`.
    pub(super) declared: String,
    /// What the comment above it says.
    pub(super) about: String,
}

/// The templates by their path below `templates/`.
pub(super) fn templates() -> BTreeMap<String, Template> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/templates");
    let files = WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let named = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (named(entry.path()), read(fs::read_to_string(entry.path()).unwrap()))).collect()
}

fn read(text: String) -> Template {
    let tags = tags(&text, "{%", "%}");
    let of = |word: &'static str| tags.iter().filter_map(move |(_, tag)| tag.strip_prefix(word)?.strip_prefix(' '));
    let extends = of("extends").next().map(|name| name.trim().trim_matches('"').to_owned());
    let blocks = of("block").map(|name| name.trim().to_owned()).collect();
    let comments = self::tags(&text, "{#", "#}");
    let component = |(start, tag): &(usize, &str)| {
        let declared = tag.strip_prefix("component ")?.trim().to_owned();
        let comment = comments.iter().rev().find(|(at, _)| at < start)?;
        // The comment counts where nothing but space stands between the two.
        let end = comment.0 + text[comment.0..].find("#}")? + 2;
        let is_above = text[end..*start].trim().is_empty();
        let about = if is_above { comment.1.split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() };
        Some(Component { declared, about })
    };
    let components = tags.iter().filter_map(component).collect();
    Template { text, extends, blocks, components }
}

/// What stands between two signs, with where it begins, without the hyphens that take space away.
fn tags<'a>(text: &'a str, open: &str, close: &str) -> Vec<(usize, &'a str)> {
    let inner = |(at, _): (usize, &str)| {
        let rest = &text[at + open.len()..];
        let end = rest.find(close)?;
        Some((at, rest[..end].trim_matches('-').trim()))
    };
    text.match_indices(open).filter_map(inner).collect()
}

/// The first place where a template calls a filter or a function of this name.
pub(super) fn use_of(name: &str, is_filter: bool, templates: &BTreeMap<String, Template>) -> Option<String> {
    let is_filtered = |tag: &str| {
        tag.match_indices('|').any(|(at, _)| {
            let rest = tag[at + 1..].trim_start().strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let is_called = |tag: &str| if is_filter { is_filtered(tag) } else { tag.starts_with(&format!("{name}(")) };
    let mut all = templates.values().flat_map(|template| tags(&template.text, "{{", "}}"));
    all.find(|(_, tag)| !tag.starts_with('<') && is_called(tag)).map(|(_, tag)| format!("{{{{ {tag} }}}}"))
}

#[test]
fn templates_are_read_as_they_are_written() {
    let text = "{% extends \"base.html\" %}\n{#- A date. -#}\n{% component fm.date(date: map) -%}{{ date | t(a=1) }}\
                {%- endcomponent fm.date %}\n{% component fm.bare() -%}{% endcomponent %}{%- block a %}{% endblock a %}{% block b -%}";
    let template = read(text.to_owned());
    assert_eq!((template.extends.as_deref(), template.blocks.join(" ")), (Some("base.html"), "a b".to_owned()));
    let components: Vec<_> = template.components.iter().map(|it| (&*it.declared, &*it.about)).collect();
    assert_eq!(components, [("fm.date(date: map)", "A date."), ("fm.bare()", "")]);
    let all = BTreeMap::from([("a.html".to_owned(), template)]);
    assert_eq!(use_of("t", true, &all).as_deref(), Some("{{ date | t(a=1) }}"));
    assert_eq!((use_of("dat", true, &all), use_of("date", false, &all)), (None, None));
}
