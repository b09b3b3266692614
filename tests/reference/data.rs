//! What templates are given, of a real site: every page and embed of `tests/sites/every-field/` as its template sees it, held
//! against what the declarations in `src/pages/` say that there is.
//!
//! Must not know templates.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use folkmoot::load::{self, LoadOptions};
use folkmoot::model::kind::Kind;
use folkmoot::pages::directory::Directory;
use folkmoot::pages::view::Page;
use folkmoot::pages::{Making, Site};
use folkmoot::pipeline::{self, Inputs, Memory, Watch};
use folkmoot::rules;
use folkmoot::sources::history::History;
use folkmoot::words::words;
use serde_json::Value;

use super::example::SITE;
use super::rust::{Declared, Made, Member, declarations};

/// What was given to the templates of a site, by the path of each.
#[derive(Default)]
pub(super) struct Given {
    /// `page` of every page.
    pub(super) pages: BTreeMap<String, Vec<Value>>,
    /// `embed` of every embed.
    pub(super) embeds: BTreeMap<String, Vec<Value>>,
    /// `site` of every language.
    pub(super) sites: Vec<Value>,
}

/// Types of lists of hundreds, which the site does not have.
const RARE: [&str; 2] = ["PagingView", "StepView"];

struct Nobody;

impl Watch for Nobody {}

/// Makes every page of the site.
pub(super) fn given() -> Given {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(SITE);
    let kind_folders = Kind::folders();
    let options =
        LoadOptions { config: None, output_folder: root.join("site"), kind_folders: &kind_folders, open: None };
    let sources = load::load(&root, &options, None).unwrap().value;
    let (history, day, rules) = (History::default(), jiff::civil::date(2019, 11, 6), rules::all());
    let inputs = Inputs::new(&sources, &history, day, &rules, &Nobody);
    let graph = pipeline::survey(inputs, &mut Memory::default()).value.graph.unwrap();
    let settings = &graph.settings;
    let words = words(&sources, settings.theme_name(), settings.language()).value;
    let directory = Directory::new(&graph);
    let site = Site::new((&graph, &directory), &sources, &history, &words, (day, day));
    let making = Making::new(&site);
    let mut given = Given { sites: making.frames.values().map(as_json).collect(), ..Given::default() };
    for Page { template, view, body, .. } in making.pages() {
        given.pages.entry(template.to_owned()).or_default().push(as_json(&view));
        for embed in body.iter().flat_map(|body| &body.embeds) {
            let template = embed.template().unwrap_or_default().to_owned();
            given.embeds.entry(template).or_default().push(as_json(embed));
        }
    }
    given
}

fn as_json(view: &impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// The types that can be reached from these, in the order in which they are first named.
pub(super) fn reached(roots: &[&str], all: &BTreeMap<String, Declared>) -> Vec<String> {
    let mut found: Vec<String> = roots.iter().map(ToString::to_string).collect();
    let mut at = 0;
    while at < found.len() {
        let name = found[at].clone();
        for of_type in types_of(&all[&name].shape) {
            for named in words_of(&of_type).filter(|word| all.contains_key(*word)) {
                if !found.iter().any(|known| known == named) {
                    found.push(named.to_owned());
                }
            }
        }
        at += 1;
    }
    found
}

fn types_of(shape: &Made) -> Vec<String> {
    let of = |members: &[Member]| members.iter().map(|member| member.of_type.clone()).collect::<Vec<_>>();
    match shape {
        Made::Struct(members) => of(members),
        Made::Enum(_, variants) => {
            variants.iter().flat_map(|variant| of(&variant.members).into_iter().chain(variant.wraps.clone())).collect()
        }
    }
}

/// The names in a type as it is written.
pub(super) fn words_of(of_type: &str) -> impl Iterator<Item = &str> {
    of_type.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Where a value has other keys than its type declares, each in a sentence; types that were met are noted.
fn disagreements(
    value: &Value,
    of_type: &str,
    all: &BTreeMap<String, Declared>,
    met: &mut BTreeSet<String>,
) -> Vec<String> {
    match value {
        Value::Array(entries) => entries.iter().flat_map(|entry| disagreements(entry, of_type, all, met)).collect(),
        Value::Object(entries) => {
            let Some(name) = words_of(of_type).find(|word| all.contains_key(*word)) else {
                return vec![format!("an object where {of_type} is declared")];
            };
            met.insert(name.to_owned());
            met.extend(wrapped(value, name, all));
            let members = members_for(value, name, all);
            let keys: BTreeSet<&str> = entries.keys().map(String::as_str).collect();
            let declared: BTreeSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
            let mut told = Vec::new();
            if keys != declared {
                told.push(format!("{name} has {keys:?} and declares {declared:?}"));
            }
            for member in &members {
                let inner = entries.get(&member.name).unwrap_or(&Value::Null);
                let of_type = member.of_type.replace("Self", name);
                told.extend(disagreements(inner, &of_type, all, met));
            }
            told
        }
        _ => Vec::new(),
    }
}

/// The type whose fields a value of an enum has beside its tag.
fn wrapped(value: &Value, name: &str, all: &BTreeMap<String, Declared>) -> Option<String> {
    let Made::Enum(tag, variants) = &all[name].shape else { return None };
    variants.iter().find(|variant| value[tag] == *variant.name)?.wraps.clone()
}

/// The fields that a value of a type has: of an enum, its tag and those of its variant.
fn members_for(value: &Value, name: &str, all: &BTreeMap<String, Declared>) -> Vec<Member> {
    match &all[name].shape {
        Made::Struct(members) => members.clone(),
        Made::Enum(tag, variants) => {
            let tagged = value[tag].as_str().unwrap_or_default();
            let Some(variant) = variants.iter().find(|variant| variant.name == tagged) else { return Vec::new() };
            let own = Member { name: tag.clone(), about: String::new(), of_type: "String".to_owned() };
            let wrapped = variant.wraps.iter().flat_map(|inner| members_for(value, inner, all));
            std::iter::once(own).chain(variant.members.clone()).chain(wrapped).collect()
        }
    }
}

#[test]
fn what_templates_are_given_is_what_is_declared() {
    let (given, all) = (given(), declarations("src/pages"));
    let mut met = BTreeSet::new();
    let mut told = Vec::new();
    let groups =
        [("PageView", given.pages), ("EmbedView", given.embeds), ("SiteView", [(String::new(), given.sites)].into())];
    for (of_type, by_template) in groups {
        for value in by_template.values().flatten() {
            told.extend(disagreements(value, of_type, &all, &mut met));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    // A type that no page of the site has could be read wrongly without anybody seeing it.
    let reached = reached(&["SiteView", "PageView", "EmbedView"], &all).into_iter();
    let unmet: Vec<String> = reached.filter(|name| !met.contains(name) && !RARE.contains(&name.as_str())).collect();
    assert!(unmet.is_empty(), "{SITE} has none of {unmet:?}");
}
