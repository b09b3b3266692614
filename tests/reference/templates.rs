//! The pages on templates: which there are and what each is given, the data, the filters, functions and components.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Pages;
use super::data::{Given, given, reached, words_of};
use super::rust::{Declared, Made, Member, comment_above, declarations, texts};
use super::sheet::{Sheet, prose};
use super::theme::{Template, templates, use_of};

pub(super) fn pages() -> Pages {
    let templates = templates();
    [
        ("templates/index.md".to_owned(), index(&templates, &given())),
        ("templates/data.md".to_owned(), data()),
        ("templates/filters.md".to_owned(), filters(&templates)),
        ("templates/components.md".to_owned(), components(&templates)),
    ]
    .into()
}

fn index(templates: &BTreeMap<String, Template>, given: &Given) -> String {
    let summary = "The templates of the built-in theme: what each draws, what it extends, and its blocks.";
    let mut sheet = Sheet::new("Templates", summary);
    sheet.say(
        "A template is a file of HTML with tags of [Tera](https://keats.github.io/tera/), version 2. A file of your site at \
         `themes/civic/templates/NAME` takes the place of the built-in one of that name; a theme of another name falls back on \
         `civic` for what it does not have. To change one block and keep the rest, extend the template that yours replaces:",
    );
    sheet.code(
        "{% extends \"civic/priority.html\" %}\n{% block heading %}<h1>Priority: {{ page.title }}</h1>{% endblock %}",
    );
    sheet.say("A mistake in a template is told by [template-fault](../findings/template-fault.md), at its line.");
    sheet.list(
        [
            "[Data](data.md): what `page`, `site` and `embed` hold.",
            "[Filters and functions](filters.md): what Folkmoot adds to those of Tera.",
            "[Components](components.md): the pieces that pages are put together from.",
        ]
        .map(str::to_owned),
    );
    sheet.heading(2, "What every template is given");
    sheet.list(
        [
            "`page`: the page at hand, a [PageView](data.md#pageview). A template of an embed has `embed` in its place, an \
             [EmbedView](data.md#embedview).",
            "`site`: what is the same on every page of a language, a [SiteView](data.md#siteview).",
            "`body`: the text of the page as HTML, finished. Empty where there is none; a template of an embed has none.",
        ]
        .map(str::to_owned),
    );
    sheet.heading(2, "Blocks of base.html");
    sheet.say(
        "Every page but a former address is drawn within these. `{{ super() }}` in a block says what was there before.",
    );
    sheet.list(templates["base.html"].blocks.iter().map(|block| format!("`{block}`: {}", about_block(block))));
    sheet.heading(2, "Each template");
    let mut drawn: BTreeSet<&String> = given.pages.keys().chain(given.embeds.keys()).collect();
    for (name, template) in templates {
        sheet.heading(3, name);
        sheet.say(&describe(name, template, templates, given));
        drawn.remove(name);
    }
    let unknown: Vec<_> = drawn.into_iter().filter(|name| !name.is_empty()).collect();
    assert!(unknown.is_empty(), "pages are drawn by templates that are not there: {unknown:?}");
    sheet.finish()
}

/// What a block of `base.html` holds.
fn about_block(block: &str) -> &'static str {
    match block {
        "title" => "what stands in the tab of the browser.",
        "head" => "nothing; for what you add to the head of the page, such as a style sheet.",
        "class" => "the classes of the body.",
        "header" => {
            "the name of the site, the field for searches, the switch between languages and the main navigation."
        }
        "print_head" => "a line at the top of a printed page: where it comes from and of which day it is.",
        "main" => "the whole of the page between header and footer.",
        "heading" => "the title with what stands over and under it.",
        "sidebar" => "the headings of the page, beside its text.",
        "facts" => "the facts in two columns.",
        "text" => "the text of the page.",
        "content" => "nothing; what is particular to a kind of page goes here.",
        "paging" => "how a part of a long list leads to the others.",
        "links" => "the links to plans and other records, and the pages that refer to this one.",
        "end" => "when the page was last changed and is due for review.",
        "footer" => "the links, the contact and the licence at the foot.",
        other => panic!("the manual has no words for the block `{other}` of base.html"),
    }
}

/// What a template draws, extends and changes.
fn describe(name: &str, template: &Template, all: &BTreeMap<String, Template>, given: &Given) -> String {
    let mut lines = Vec::new();
    let (pages, embeds) = (given.pages.get(name), given.embeds.get(name));
    if let Some(pages) = pages {
        let kinds = values(pages, &["found_as", "kind"]);
        let contents = values(pages, &["content", "type"]);
        let of = |kinds: &[String]| {
            if kinds.is_empty() { String::new() } else { format!(" Found as: {}.", kinds.join(", ")) }
        };
        lines.push(format!("Draws pages whose `page.content.type` is {}.{}", contents.join(" or "), of(&kinds)));
        let views = values(pages, &["content", "overview", "view"]);
        if !views.is_empty() {
            lines.push(format!("Its `page.content.overview.view` is {}.", views.join(" or ")));
        }
    }
    if let Some(embeds) = embeds {
        let views = values(embeds, &["overview", "view"]);
        let view = if views.is_empty() {
            String::new()
        } else {
            format!(", and whose `embed.overview.view` is {}", views.join(" or "))
        };
        lines.push(format!("Draws embeds whose `embed.type` is {}{view}.", values(embeds, &["type"]).join(" or ")));
    }
    let below: Vec<String> = all
        .iter()
        .filter(|(_, other)| other.extends.as_deref() == Some(name))
        .map(|(other, _)| format!("`{other}`"))
        .collect();
    if pages.is_none() && embeds.is_none() {
        assert!(!below.is_empty() || !template.components.is_empty(), "no page of the example is drawn by {name}");
        lines.push("Draws no page by itself.".to_owned());
    }
    if let Some(parent) = &template.extends {
        lines.push(format!("Extends `{parent}`."));
    }
    if !below.is_empty() {
        lines.push(format!("Extended by {}.", below.join(", ")));
    }
    let blocks: Vec<String> = template.blocks.iter().map(|block| format!("`{block}`")).collect();
    if name != "base.html" && !blocks.is_empty() {
        lines.push(format!("Has the blocks {}.", blocks.join(", ")));
    }
    if !template.components.is_empty() {
        lines.push("Holds [components](components.md).".to_owned());
    }
    lines.join(" ")
}

/// The different texts at a way within values, as code.
fn values(all: &[Value], way: &[&str]) -> Vec<String> {
    let at = |value: &Value| way.iter().fold(value.clone(), |value, key| value[*key].clone());
    let found: BTreeSet<String> = all.iter().filter_map(|value| at(value).as_str().map(str::to_owned)).collect();
    found.into_iter().map(|text| format!("`{text}`")).collect()
}

fn data() -> String {
    let summary = "Every field that templates are given, with its type and what it says.";
    let mut sheet = Sheet::new("Data of templates", summary);
    let all = declarations("src/pages");
    sheet.say(
        "Templates see plain data: nothing is left to be looked up or decided. A field that says nothing is there all the same, \
         and is `none` or empty, so `{% if page.summary %}` asks for it. To name a field that is not there is a fault.",
    );
    sheet.say("Begin with [PageView](#pageview), which is `page`; [SiteView](#siteview), which is `site`; and [EmbedView](#embedview), which is `embed`.");
    for name in reached(&["PageView", "SiteView", "EmbedView"], &all) {
        let Declared { about, shape } = &all[&name];
        sheet.heading(2, &name);
        sheet.say(&prose(about));
        match shape {
            Made::Struct(members) => list(&mut sheet, members, &name, &all),
            Made::Enum(tag, variants) => {
                sheet.say(&format!("One of these, told apart by `{tag}`:"));
                for variant in variants {
                    let wraps =
                        variant.wraps.as_ref().map(|inner| format!(" It has the fields of {}.", in_words(inner, &all)));
                    sheet.say(&format!(
                        "**`{}`**: {}{}",
                        variant.name,
                        prose(&variant.about),
                        wraps.unwrap_or_default()
                    ));
                    list(&mut sheet, &variant.members, &name, &all);
                }
            }
        }
    }
    sheet.finish()
}

fn list(sheet: &mut Sheet, members: &[Member], own: &str, all: &BTreeMap<String, Declared>) {
    sheet.list(members.iter().map(|member| {
        let of_type = in_words(&member.of_type.replace("Self", own), all);
        format!("`{}` ({of_type}): {}", member.name, prose(&member.about))
    }));
}

/// A type in words, with a way to what it is made of.
fn in_words(of_type: &str, all: &BTreeMap<String, Declared>) -> String {
    let within = |outer: &str| of_type.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = within("Option<") {
        return format!("{} or none", in_words(inner, all));
    }
    if let Some(inner) = within("Vec<") {
        return format!("list of {}", in_words(inner, all));
    }
    if let Some(inner) = within("Box<") {
        return in_words(inner, all);
    }
    match of_type {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "i32" | "i64" | "u32" | "usize" => "number".to_owned(),
        name if all.contains_key(name) => format!("[{name}](#{})", name.to_lowercase()),
        other => panic!("the manual has no words for the type `{other}`: {:?}", words_of(other).collect::<Vec<_>>()),
    }
}

fn filters(templates: &BTreeMap<String, Template>) -> String {
    let summary = "The filters and functions that templates have beside those of Tera.";
    let mut sheet = Sheet::new("Filters and functions", summary);
    sheet.say("Those of [Tera](https://keats.github.io/tera/) are there too. What all of these but `t` give is finished HTML, in which text is escaped already.");
    let texts = texts("src/render");
    let mut count = 0;
    for (heading, call, is_filter) in
        [("Filters", ".register_filter(\"", true), ("Functions", ".register_function(\"", false)]
    {
        sheet.heading(2, heading);
        for (name, about) in registered(&texts, call) {
            sheet.heading(3, &name);
            sheet.say(&prose(&about));
            let used = use_of(&name, is_filter, templates);
            sheet.code(&used.unwrap_or_else(|| panic!("no template of the theme uses `{name}`")));
            count += 1;
        }
    }
    let all: usize = texts.values().map(|text| text.matches(".register_").count()).sum();
    assert_eq!(all, count, "the manual does not know of everything that src/render/ gives to templates");
    sheet.finish()
}

/// What templates are given by these calls, by name, with what the comment on it says.
fn registered(texts: &BTreeMap<String, String>, call: &str) -> BTreeMap<String, String> {
    let calls = texts.values().flat_map(|text| text.split(call).skip(1).map(move |rest| (text, rest)));
    let named = |(text, rest): (&String, &str)| {
        let (name, given) = rest.split_once("\", ").unwrap();
        let made_by = given.split(['(', ')', ';', '<']).next().unwrap_or_default();
        let about = about(text, made_by).unwrap_or_else(|| panic!("no comment says what `{name}` does"));
        (name.to_owned(), about)
    };
    calls.map(named).collect()
}

/// What the comment on whatever makes a filter or function says: on a struct of that name, else on the one struct that the file
/// makes functions of.
fn about(text: &str, made_by: &str) -> Option<String> {
    let of = |name: &str| [";", "(", " {"].iter().find_map(|end| comment_above(text, &format!("struct {name}{end}")));
    of(made_by).or_else(|| {
        let (_, after) = text.split_once("impl Function<")?;
        of(after.split(" for ").nth(1)?.split(' ').next()?)
    })
}

fn components(templates: &BTreeMap<String, Template>) -> String {
    let summary = "The components of the built-in theme: what each draws and what it takes.";
    let mut sheet = Sheet::new("Components", summary);
    sheet.say(
        "Templates put pages together from components, which a template of yours may use too. Each takes only what it draws; none \
         sees `page` or `site`.",
    );
    sheet.code("{{ <fm.facts facts={page.facts} /> }}");
    for (name, template) in templates.iter().filter(|(_, template)| !template.components.is_empty()) {
        sheet.heading(2, name);
        sheet.list(template.components.iter().map(|component| {
            let about =
                if component.about.is_empty() { String::new() } else { format!(": {}", prose(&component.about)) };
            format!("`{}`{about}", component.declared)
        }));
    }
    sheet.finish()
}
